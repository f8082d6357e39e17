import * as fs from 'node:fs';
import * as path from 'node:path';
import { Example, GUIDES, examplesOf } from './guide';
import { mustRun, ROOT, Run, run } from '../run';
import { linkSelf } from '../self-link';

/** Below `node_modules`, where the library is found by its name. */
const FOLDER = path.join(ROOT, 'node_modules', '.cache', 'logfire-guides');

/** What a guide's example uses and does not make: `declare const` in the guide, made here and in each language's `given`. */
const GIVEN: { readonly [name: string]: string } = {
  project: "LogfireProject.fromProjectId(this, 'GivenProject', '00000000-0000-4000-8000-000000000001')",
  pager: "LogfireChannel.fromChannelId(this, 'GivenPager', '00000000-0000-4000-8000-000000000002')",
  slack: "LogfireChannel.fromChannelId(this, 'GivenSlack', '00000000-0000-4000-8000-000000000003')",
  notify: "[Delivery.to(LogfireChannel.fromChannelId(this, 'GivenSlack', '00000000-0000-4000-8000-000000000003'))]",
  variable: "new TerraformVariable(this, 'given', { type: 'string', sensitive: true })",
};

const DECLARATION = /^declare const (\w+): ([\w[\]]+);$/gm;

/**
 * An example as a module, which exports `run` to make its stack in an app. Examples that are modules themselves run when they are
 * imported.
 */
function moduleOf({ code, id, file, isModule }: Example): string {
  if (isModule) {
    return code;
  }
  const body = code.replace(DECLARATION, (_, name: string, type: string) => {
    if (GIVEN[name] === undefined) {
      throw new Error(`${file}: example ${id} declares ${name}, which is none of ${Object.keys(GIVEN).join(', ')}`);
    }
    return `const ${name}: ${type} = ${GIVEN[name]};`;
  });
  const fixture = fs.readFileSync(path.join(ROOT, 'rosetta', 'default.ts-fixture'), 'utf8').replace('/// here', () => body);
  return `${fixture}\nexport function run(app: App): void {\n  new Fixture(app, '${id}');\n}\n`;
}

/** Runs all examples, each in a stack named by its id; those that are modules come first, while no app waits to be synthesized. */
function programOf(examples: readonly Example[]): string {
  const modules = examples.filter(({ isModule }) => isModule).map(({ id }) => `require('./${id}');`);
  const stacks = examples.filter(({ isModule }) => !isModule).map(({ id }) => `require('./${id}').run(app);`);
  return ["import { App } from 'cdktf';", ...modules, 'const app = new App({ skipValidation: true });', ...stacks, 'app.synth();', ''].join('\n');
}

/** Writes the examples of all guides in TypeScript as a program, compiles it strictly, and says what the compiler says. */
export async function compileTwin(): Promise<Run> {
  linkSelf();
  fs.rmSync(FOLDER, { recursive: true, force: true });
  fs.mkdirSync(FOLDER, { recursive: true });
  const examples = GUIDES.flatMap(examplesOf);
  examples.forEach((example) => fs.writeFileSync(path.join(FOLDER, `${example.id}.ts`), moduleOf(example)));
  fs.writeFileSync(path.join(FOLDER, 'main.ts'), programOf(examples));
  const files = [...examples.map(({ id }) => id), 'main'].map((name) => path.join(FOLDER, `${name}.ts`));
  return run('tsc', ['--strict', '--module', 'node16', '--target', 'es2022', '--skipLibCheck', '--types', 'node', ...files]);
}

/** Runs the compiled program; its stacks are in the output folder of the environment. */
export function runTwin(env: NodeJS.ProcessEnv): Promise<string> {
  return mustRun('node', [path.join(FOLDER, 'main.js')], { cwd: FOLDER, env });
}
