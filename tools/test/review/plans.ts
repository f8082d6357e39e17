import * as fs from 'node:fs';
import * as path from 'node:path';
import { App, TerraformStack } from 'cdktf';
import { LogfireProvider, LogfireReview } from '../../../src';
import { newApp } from '../../../test/synth';

/** An app with one stack, as synth writes it. */
export interface Written {
  readonly app: App;
  readonly page: string;
  /** Terraform's JSON of the stack. */
  readonly stack: any;
}

/** Synthesizes a program and its review page. */
export function written(build: (stack: TerraformStack) => void): Written {
  const app = newApp();
  const stack = new TerraformStack(app, 'shop');
  new LogfireProvider(stack, 'Logfire');
  build(stack);
  LogfireReview.writeFor(app);
  app.synth();
  return {
    app,
    page: path.join(app.outdir, 'logfire-review.html'),
    stack: JSON.parse(fs.readFileSync(path.join(app.outdir, 'stacks', 'shop', 'cdk.tf.json'), 'utf8')),
  };
}

/** A plan with some changes, as `terraform show -json` prints it. */
export function planJson(changes: readonly object[], more: object = {}): string {
  return JSON.stringify({ format_version: '1.2', terraform_version: '1.11.4', planned_values: {}, resource_changes: changes, errored: false, ...more });
}

/** The change of one resource. */
export function changeOf(
  type: string, name: string, actions: readonly string[], before: object | null, after: object | null, more: object = {},
): any {
  const change = { actions, before, after, after_unknown: {}, before_sensitive: {}, after_sensitive: {} };
  return { address: `${type}.${name}`, mode: 'managed', type, name, change, ...more };
}

/** A file of its own with a text. */
export function fileWith(text: string, name = 'plan.json'): string {
  const file = path.join(newApp().outdir, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
  return file;
}
