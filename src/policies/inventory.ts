import * as fs from 'node:fs';
import * as path from 'node:path';
import { ISynthesisSession, TerraformResource, TerraformStack } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { suppressionsFor } from './suppressions';
import { constructState } from '../core/app-state';
import { checkCall } from '../core/calls';
import { fail } from '../core/errors';
import { addStackRule, constructsOf, Finding, ownerOf } from '../core/findings';
import { redacted } from '../core/redaction';
import { resolved } from '../core/resolving';
import { StoredSecret, storedSecretsOf } from '../sinks/store-secret';
import { CREDENTIAL_TYPES } from '../tokens/credential-types';
import { askedLifetimeOf } from '../tokens/token-lifetime';

const FILE = 'logfire-inventory.json';
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*\.json$/;
/** The two slots of a rotating credential. */
const SLOTS: ReadonlySet<string> = new Set(['SlotA', 'SlotB']);
/** The hook of CDKTF's own assets: called when a stack is written, after its validation. */
const ON_SYNTHESIS = Symbol.for('cdktf/customSynthesis');

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
      fail(scope, `fileName must be letters, digits, ., _ and -, end in .json, and differ from cdk.tf.json, got ${JSON.stringify(fileName)}; omit it for ${FILE}`);
    }
    const stacks = TerraformStack.isStack(scope) ? [scope] : scope.node.scopes.some(TerraformStack.isStack) ? []
      : scope.node.findAll().filter(TerraformStack.isStack);
    if (stacks.length === 0) {
      fail(scope, 'scope must be a stack, or an app that has stacks, got neither; pass TerraformStack.of(construct), or call LogfireInventory.writeFor after the last stack');
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
      fail(stack, `fileName must be the same for one stack, got ${JSON.stringify(fileName)} after ${JSON.stringify(before)}; call LogfireInventory.writeFor once`);
    }
    return;
  }
  written.set(stack, fileName);
  const hook = new Construct(stack, 'LogfireInventory');
  Object.defineProperty(hook, ON_SYNTHESIS, {
    value: {
      onSynthesize: ({ outdir, manifest }: ISynthesisSession) => {
        const file = path.join(outdir, manifest.forStack(stack).workingDirectory, fileName);
        fs.writeFileSync(file, `${JSON.stringify({ stack: stack.node.path, tokens: tokensOf(stack) }, null, 2)}\n`);
      },
    },
  });
}

/** A stack that was added after the inventory of the app, which would not have its credentials. */
function lateStack(stack: TerraformStack): Finding[] {
  return constructState<string>(stack, 'inventories').has(stack) ? [] : [{
    scope: stack,
    message: 'the stack was added after LogfireInventory.writeFor was called for the app; call it at the end of the program, after the last stack',
  }];
}

function tokensOf(stack: TerraformStack): object[] {
  return constructsOf(stack)
    .filter((construct): construct is TerraformResource => TerraformResource.isTerraformResource(construct)
      && CREDENTIAL_TYPES.has(construct.terraformResourceType))
    .sort((one, other) => one.node.path < other.node.path ? -1 : 1)
    .map((resource) => describe(resource, stack));
}

function describe(resource: TerraformResource, stack: TerraformStack): object {
  const type = resource.terraformResourceType;
  const { resource: blocks } = resolved(stack, resource.toTerraform());
  const attributes = blocks[type][resource.friendlyUniqueId];
  const owner = ownerOf(resource);
  const { rotation } = askedLifetimeOf(resource) ?? {};
  return {
    path: owner.node.path,
    address: `${type}.${resource.friendlyUniqueId}`,
    kind: CREDENTIAL_TYPES.get(type)?.kind,
    scopes: attributes.scopes,
    expiry: expiryOf(resource, attributes.expires_at),
    rotation: rotation && {
      kind: rotation.kind,
      generation: plainOrKnownLater(rotation.generation, stack),
      period: rotation.period && textOf(rotation.period, stack),
    },
    sinks: storedPlacesOf(owner).map(({ sink, construct }) => ({ sink, path: construct.node.path })),
    suppressions: suppressionsFor(resource).map(({ construct, rule, reason }) => ({ path: construct.node.path, rule, reason: redacted(reason) })),
  };
}

/** The places where a credential is stored. For a slot also those of its rotating credential. */
function storedPlacesOf(owner: IConstruct): readonly StoredSecret[] {
  const rotating = SLOTS.has(owner.node.id) ? owner.node.scope : undefined;
  return [owner, rotating].flatMap((construct) => construct === undefined ? [] : storedSecretsOf(construct));
}

function expiryOf(resource: TerraformResource, end: unknown): object {
  const { expiry } = askedLifetimeOf(resource) ?? {};
  if (expiry?.lifetime !== undefined) {
    return { kind: expiry.kind, lifetime: textOf(expiry.lifetime, resource.cdktfStack) };
  }
  return end === undefined ? { kind: 'never', reason: expiry?.reason && redacted(expiry.reason) } : { kind: 'at', instant: end };
}

function textOf(value: { toString(): string }, stack: TerraformStack): unknown {
  return plainOrKnownLater(value.toString(), stack);
}

/** A value, or its Terraform expression. */
function plainOrKnownLater(value: unknown, stack: TerraformStack): unknown {
  return value === undefined ? undefined : resolved(stack, value);
}
