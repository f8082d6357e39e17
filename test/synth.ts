import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { App, TerraformStack } from 'cdktf';
import { LogfireProvider } from '../src';

/** The parsed `cdk.tf.json` of one stack. */
export type TerraformJson = { [key: string]: any };

const folders: string[] = [];

/** An app that writes into a folder of its own; `cleanUp` removes it. */
export function newApp(): App {
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-app-'));
  folders.push(outdir);
  return new App({ outdir });
}

/** A stack with a provider. */
export function newStack(app: App = newApp(), id = 'app'): TerraformStack {
  const stack = new TerraformStack(app, id);
  new LogfireProvider(stack, 'Logfire');
  return stack;
}

/** Synthesizes as `cdktf synth` does, with all validations, and reads what was written. */
export function synth(stack: TerraformStack): TerraformJson {
  const app = stack.node.root as App;
  app.synth();
  return JSON.parse(fs.readFileSync(path.join(app.outdir, 'stacks', stack.node.id, 'cdk.tf.json'), 'utf8'));
}

/** The files that synth wrote, relative to the output folder. */
export function writtenFiles(app: App): string[] {
  return fs.readdirSync(app.outdir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(app.outdir, path.join(entry.parentPath, entry.name)));
}

/** The only resource of a type. */
export function only(json: TerraformJson, type: string): TerraformJson {
  const resources = Object.values<TerraformJson>(json.resource?.[type] ?? {});
  expect(resources).toHaveLength(1);
  return resources[0];
}

/** The texts of the warnings that a construct and those below it carry. */
export function warnings(scope: { readonly node: import('constructs').Node }): string[] {
  return scope.node.findAll().flatMap((construct) => construct.node.metadata)
    .filter((entry) => entry.type === '@cdktf/warn')
    .map((entry) => String(entry.data));
}

/** A text with its rule before it, as tests list them: `D2: panel …`. */
export function ruleFirst(text: string): string {
  return text.replace(/^([\s\S]*) \[(?:logfire|policy):([^\]]+)\]$/, '$2: $1');
}

/** Removes the output folders. */
export function cleanUp(): void {
  folders.splice(0).forEach((folder) => fs.rmSync(folder, { recursive: true, force: true }));
}
