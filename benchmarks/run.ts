/**
 * `npm run bench`: what the library costs over the bindings or the framework alone. Ratios within one run; absolute times depend on
 * the machine. `npm run bench -- python go` measures those parts alone.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { measureArtefacts } from './artefacts';
import { measureCsharp } from './csharp';
import { measureGo } from './go';
import { measureJava } from './java';
import { measurePython } from './python';
import { print } from './report';
import { measureTypeScript } from './typescript';

interface Part {
  readonly name: string;
  /** What has to be on the PATH, besides Node. */
  readonly tools: readonly string[];
  readonly measure: () => Promise<void>;
}

const PARTS: readonly Part[] = [
  { name: 'typescript', tools: [], measure: measureTypeScript },
  { name: 'python', tools: ['python3'], measure: measurePython },
  { name: 'java', tools: ['java', 'mvn'], measure: measureJava },
  { name: 'go', tools: ['go'], measure: measureGo },
  { name: 'csharp', tools: [], measure: measureCsharp },
  // jsii-pacmak builds the wheel and the jar with their own tools.
  { name: 'artefacts', tools: ['python3', 'mvn'], measure: measureArtefacts },
];

async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const unknown = positionals.filter((name) => !PARTS.some((part) => part.name === name));
  if (unknown.length > 0) {
    throw new Error(`there is no part ${unknown.join(', ')}; use any of ${PARTS.map(({ name }) => name).join(', ')}`);
  }
  for (const { name, tools, measure } of PARTS.filter((part) => positionals.length === 0 || positionals.includes(part.name))) {
    const missing = tools.filter((tool) => !isOnPath(tool));
    if (missing.length > 0) {
      print(name, `NOT MEASURED: there is no ${missing.join(', ')} on the PATH`);
    } else {
      await measure();
    }
  }
}

function isOnPath(tool: string): boolean {
  return spawnSync(tool, ['--help'], { stdio: 'ignore' }).error === undefined;
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
