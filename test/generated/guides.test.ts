import * as fs from 'node:fs';
import * as path from 'node:path';
import { ROOT, run } from '../../scripts/run';
import { linkSelf } from '../../scripts/self-link';

jest.setTimeout(60_000);

/** Below `node_modules`, where the library is found by its name. */
const SCRATCH = path.join(ROOT, 'node_modules', '.cache', 'logfire-guides');
const FIXTURE = fs.readFileSync(path.join(ROOT, 'rosetta', 'default.ts-fixture'), 'utf8');

/** Allowed at the top of a file only, where rosetta puts it too. */
const DECLARATION = /^declare .*$/gm;

interface Snippet { readonly file: string; readonly line: number; readonly code: string }

function snippetsOf(file: string): Snippet[] {
  const text = fs.readFileSync(path.join(ROOT, file), 'utf8');
  return [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map((match) => ({
    file,
    line: text.slice(0, match.index).split('\n').length + 1,
    code: `${match[1].match(DECLARATION)?.join('\n') ?? ''}\n${FIXTURE.replace('/// here', match[1].replace(DECLARATION, ''))}`,
  }));
}

/** The README's examples are compiled by rosetta, which reads that file only. */
test('every TypeScript example of the guides compiles', async () => {
  linkSelf();
  const guides = fs.readdirSync(path.join(ROOT, 'docs')).filter((name) => name.endsWith('.md')).map((name) => path.join('docs', name));
  const snippets = guides.flatMap(snippetsOf);
  expect(snippets.length).toBeGreaterThan(0);
  fs.rmSync(SCRATCH, { recursive: true, force: true });
  fs.mkdirSync(SCRATCH, { recursive: true });
  const files = snippets.map(({ file, line, code }) => {
    const name = path.join(SCRATCH, `${path.basename(file, '.md')}-line-${line}.ts`);
    fs.writeFileSync(name, code);
    return name;
  });
  const { output } = await run('tsc', ['--noEmit', '--strict', '--module', 'node16', '--target', 'es2022', '--skipLibCheck', '--types', 'node', ...files]);
  expect(output).toBe('');
});
