import { TerraformStack } from 'cdktf';
import type { TerraformOutput } from 'cdktf';
import { IConstruct } from 'constructs';
import { fail } from './errors';
import { declareRule, Finding, StackContents } from './findings';
import { kebabPath } from './names';

const OUTPUT_NAME = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/** A readable name from the path below the stack: `Shop` becomes `shop`, for outputs such as `shop_token`. */
export function defaultOutputName(scope: IConstruct): string {
  const scopes = scope.node.scopes;
  const below = scopes.slice(scopes.indexOf(TerraformStack.of(scope)) + 1).map((construct) => construct.node.id);
  const name = kebabPath(below).replace(/-/g, '_');
  return OUTPUT_NAME.test(name) ? name : `_${name}`;
}

/** Rejects a name that Terraform does not accept for an output. */
export function checkOutputName(scope: IConstruct, prop: string, name: string): void {
  if (!OUTPUT_NAME.test(name)) {
    fail(scope, `${prop} must be letters, digits, _ and -, beginning with a letter or _, got ${JSON.stringify(name)}; leave it out to use a name from the construct's path`);
  }
}

/** Two outputs with one name: CDKTF merges them, and one is lost. */
function outputNameFindings({ outputs }: StackContents): Finding[] {
  const owners = new Map<string, TerraformOutput>();
  const findings: Finding[] = [];
  for (const output of outputs) {
    const name = output.friendlyUniqueId;
    const first = owners.get(name);
    if (first === undefined) {
      owners.set(name, output);
    } else {
      findings.push({
        scope: output,
        message: `the output name ${JSON.stringify(name)} is taken by ${first.node.path}; give one of them another outputName`,
      });
    }
  }
  return findings;
}

declareRule(outputNameFindings);
