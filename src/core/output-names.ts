import { TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { fail } from './errors';
import { kebabPath } from './names';

const OUTPUT_NAME = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/** A readable name from the path below the stack: `Shop` becomes `shop`, for outputs such as `shop_token`. */
export function defaultOutputName(scope: IConstruct): string {
  const below: string[] = [];
  for (let at: IConstruct | undefined = scope; at !== undefined && !TerraformStack.isStack(at); at = at.node.scope) {
    below.unshift(at.node.id);
  }
  const name = kebabPath(below).replace(/-/g, '_');
  return OUTPUT_NAME.test(name) ? name : `_${name}`;
}

/** Rejects a name that Terraform does not accept for an output. */
export function checkOutputName(scope: IConstruct, prop: string, name: string): void {
  if (!OUTPUT_NAME.test(name)) {
    fail(scope, 'output-name', `${prop} must be letters, digits, _ and -, beginning with a letter or _, got ${JSON.stringify(name)}; leave it out to use a name from the construct's path`);
  }
}
