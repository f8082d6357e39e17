import * as fs from 'node:fs';
import * as path from 'node:path';
import { TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { describedCredential } from './credentials';
import { constructState } from '../core/app-state';
import { contentsOf } from '../core/app-validation';
import { atSynthesis, stacksFor } from '../core/at-synthesis';
import { checkCall } from '../core/calls';
import { fail } from '../core/errors';
import { addStackRule, Finding } from '../core/findings';

const FILE = 'logfire-inventory.json';
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*\.json$/;

/** Options of a credential inventory. */
export interface LogfireInventoryOptions {
  /**
   * Name of the file, which is written next to the stack's `cdk.tf.json`.
   *
   * It must be letters, digits, `.`, `_` and `-`, end in `.json`, and differ from `cdk.tf.json`.
   *
   * @default 'logfire-inventory.json'
   */
  readonly fileName?: string;
}

/**
 * An inventory of all credentials that a stack creates, in a file next to its `cdk.tf.json`.
 *
 * For each credential it lists the construct path, the Terraform address, the scopes, the expiry, the rotation, the sinks, and the
 * suppressed policies. It never contains a value.
 *
 * @example
 * LogfireInventory.writeFor(this);
 */
export class LogfireInventory {
  /**
   * Writes the inventory at synth, if no stack has a finding. The list is sorted by path, and the same at each synth.
   *
   * @param scope a stack, or an app for all its stacks; fails with any other construct, and with an app without stacks
   * @param options the name of the file; fails if a stack already has an inventory with another name
   */
  public static writeFor(scope: IConstruct, options: LogfireInventoryOptions = {}): LogfireInventory {
    checkCall('LogfireInventory.writeFor', arguments);
    const { fileName = FILE } = options;
    if (!FILE_NAME.test(fileName) || fileName.toLowerCase() === 'cdk.tf.json') {
      fail(scope, 'file-name', `fileName must be letters, digits, ., _ and -, end in .json, and differ from cdk.tf.json, got ${JSON.stringify(fileName)}; omit it for ${FILE}`);
    }
    const stacks = stacksFor(scope);
    if (stacks.length === 0) {
      fail(scope, 'file-scope', 'scope must be a stack, or an app that has stacks, got neither; pass TerraformStack.of(construct), or call LogfireInventory.writeFor after the last stack');
    }
    stacks.forEach((stack) => writeAtSynth(stack, fileName));
    if (!TerraformStack.isStack(scope)) {
      addStackRule(scope.node.root, 'inventories', lateStack);
    }
    return new LogfireInventory(fileName);
  }

  private constructor(
    /** Name of the file, next to the `cdk.tf.json` of each stack. */
    public readonly fileName: string,
  ) {}
}

function writeAtSynth(stack: TerraformStack, fileName: string): void {
  const written = constructState<string>(stack, 'inventories');
  const before = written.get(stack);
  if (before !== undefined) {
    if (before !== fileName) {
      fail(stack, 'file-name', `fileName must be the same for one stack, got ${JSON.stringify(fileName)} after ${JSON.stringify(before)}; call LogfireInventory.writeFor once`);
    }
    return;
  }
  written.set(stack, fileName);
  atSynthesis(stack, 'LogfireInventory', ({ outdir, manifest }) => {
    const file = path.join(outdir, manifest.forStack(stack).workingDirectory, fileName);
    fs.writeFileSync(file, `${JSON.stringify({ stack: stack.node.path, tokens: tokensOf(stack) }, null, 2)}\n`);
  });
}

/** A stack that was added after the inventory of the app, which would not have its credentials. */
function lateStack(stack: TerraformStack): Finding[] {
  return constructState<string>(stack, 'inventories').has(stack) ? [] : [{
    scope: stack,
    id: 'late-stack',
    message: 'the stack was added after LogfireInventory.writeFor was called for the app; call it at the end of the program, after the last stack',
  }];
}

function tokensOf(stack: TerraformStack): object[] {
  const [contents] = contentsOf(stack, [stack]);
  return contents.byKind.resources
    .flatMap((resource) => describedCredential(contents, resource) ?? [])
    .sort((one, other) => one.path < other.path ? -1 : 1);
}
