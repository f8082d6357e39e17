import * as fs from 'node:fs';
import * as path from 'node:path';
import { DefaultTokenResolver, ISynthesisSession, StringConcat, TerraformResource, TerraformStack, Tokenization } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { redacted } from './secret-patterns';
import { suppressionsFor } from './suppressions';
import { fail } from '../core/errors';
import { ownerOf } from '../core/owner';
import { StoredSecret, storedSecretsOf } from '../core/stored-secrets';
import { askedLifetimeOf } from '../tokens/token-lifetime';

const FILE = 'logfire-inventory.json';
const KINDS: ReadonlyMap<string, string> = new Map([
  ['logfire_write_token', 'write-token'],
  ['logfire_read_token', 'read-token'],
  ['logfire_api_key', 'api-key'],
  ['logfire_gateway_api_key', 'gateway-api-key'],
  ['logfire_frontend_application_token', 'frontend-token'],
]);
/** The two of a token that takes turns. */
const SLOTS: ReadonlySet<string> = new Set(['SlotA', 'SlotB']);
/** What CDKTF's own assets hook into: called when a stack is written, after it was validated. */
const ON_SYNTHESIS = Symbol.for('cdktf/customSynthesis');

/**
 * A list of all tokens and keys that a stack makes, written as `logfire-inventory.json` beside its `cdk.tf.json`: where each is in the
 * program and in Terraform, what it may do, when it ends and is replaced, where it is stored, and which policies are suppressed
 * for it. Never a value.
 */
export class LogfireInventory {
  /**
   * Has the inventory written at synth, when the findings of all stacks are in and there are none. The list is sorted by path, and
   * the same at each synth.
   *
   * @param scope a stack, or an app for all stacks that it has; anything else is refused, and so is an app without stacks
   */
  public static writeFor(scope: IConstruct): void {
    const stacks = TerraformStack.isStack(scope) ? [scope] : scope.node.scopes.some(TerraformStack.isStack) ? []
      : scope.node.findAll().filter(TerraformStack.isStack);
    if (stacks.length === 0) {
      fail(scope, 'an inventory must be of a stack, or of an app that has stacks; pass TerraformStack.of(construct), or call it after the last stack');
    }
    stacks.forEach((stack) => stack.node.tryFindChild('LogfireInventory') ?? new LogfireInventory(stack));
  }

  /** Name of the file, beside the stack's `cdk.tf.json`. */
  public readonly fileName = FILE;

  private constructor(stack: TerraformStack) {
    const hook = new Construct(stack, 'LogfireInventory');
    Object.defineProperty(hook, ON_SYNTHESIS, {
      value: {
        onSynthesize: ({ outdir, manifest }: ISynthesisSession) => {
          const file = path.join(outdir, manifest.forStack(stack).workingDirectory, this.fileName);
          fs.writeFileSync(file, `${JSON.stringify({ stack: stack.node.path, tokens: tokensOf(stack) }, null, 2)}\n`);
        },
      },
    });
  }
}

function tokensOf(stack: TerraformStack): object[] {
  return stack.node.findAll()
    .filter((construct): construct is TerraformResource => TerraformResource.isTerraformResource(construct)
      && KINDS.has(construct.terraformResourceType) && TerraformStack.of(construct) === stack)
    .sort((one, other) => one.node.path < other.node.path ? -1 : 1)
    .map((resource) => describe(resource, stack));
}

function describe(resource: TerraformResource, stack: TerraformStack): object {
  const type = resource.terraformResourceType;
  const resolver = new DefaultTokenResolver(new StringConcat());
  const { resource: blocks } = Tokenization.resolve(resource.toTerraform(), { scope: stack, resolver, preparing: false });
  const attributes = blocks[type][resource.friendlyUniqueId];
  const owner = ownerOf(resource);
  const { rotation } = askedLifetimeOf(resource) ?? {};
  return {
    path: owner.node.path,
    address: `${type}.${resource.friendlyUniqueId}`,
    kind: KINDS.get(type),
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

/** Where a token is stored: of two that take turns, where the current one is. */
function storedPlacesOf(owner: IConstruct): readonly StoredSecret[] {
  const rotating = SLOTS.has(owner.node.id) ? owner.node.scope : undefined;
  const current = rotating?.node.tryFindChild('Current');
  return [owner, rotating, current].flatMap((construct) => construct === undefined ? [] : storedSecretsOf(construct));
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

/** A value, or the expression that gives it. */
function plainOrKnownLater(value: unknown, stack: TerraformStack): unknown {
  return value === undefined ? undefined
    : Tokenization.resolve(value, { scope: stack, resolver: new DefaultTokenResolver(new StringConcat()), preparing: false });
}
