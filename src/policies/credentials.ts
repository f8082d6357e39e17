import { TerraformResource } from 'cdktf';
import { IConstruct } from 'constructs';
import { suppressionsFor } from './suppressions';
import { ownerOf, StackContents } from '../core/findings';
import { redacted } from '../core/redaction';
import { StoredSecret, storedSecretsOf } from '../sinks/store-secret';
import { CREDENTIAL_TYPES } from '../tokens/credential-types';
import { askedLifetimeOf } from '../tokens/token-lifetime';

/** The two slots of a rotating credential. */
const SLOTS: ReadonlySet<string> = new Set(['SlotA', 'SlotB']);

/** What is known of a credential, as it is written in the end. Never its value. */
export interface DescribedCredential {
  readonly path: string;
  readonly address: string;
  readonly kind: string;
  readonly scopes?: unknown;
  readonly expiry: { readonly kind: string; readonly lifetime?: unknown; readonly instant?: unknown; readonly reason?: string };
  readonly rotation?: { readonly kind: string; readonly generation?: unknown; readonly period?: unknown };
  readonly sinks: readonly { readonly sink: string; readonly path: string }[];
  readonly suppressions: readonly { readonly path: string; readonly rule: string; readonly reason: string }[];
}

/** A credential of a stack. Undefined for another resource, and for one that an override removes. */
export function describedCredential(contents: StackContents, resource: TerraformResource): DescribedCredential | undefined {
  const type = CREDENTIAL_TYPES.get(resource.terraformResourceType);
  const attributes = type && contents.final.attributesOf(resource);
  if (type === undefined || attributes === undefined) {
    return undefined;
  }
  const owner = ownerOf(resource);
  const { rotation } = askedLifetimeOf(resource) ?? {};
  return {
    path: owner.node.path,
    address: `${resource.terraformResourceType}.${resource.friendlyUniqueId}`,
    kind: type.kind,
    scopes: attributes.scopes,
    expiry: expiryOf(contents, resource, attributes.expires_at),
    rotation: rotation && {
      kind: rotation.kind,
      generation: contents.final.resolved(rotation.generation),
      period: contents.final.resolved(rotation.period?.toString()),
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

/** The lifetime that the program asked for, unless an override sets another instant. */
function expiryOf({ final }: StackContents, resource: TerraformResource, end: unknown): DescribedCredential['expiry'] {
  const { expiry } = askedLifetimeOf(resource) ?? {};
  if (expiry?.lifetime !== undefined && !final.isOverridden(resource, 'expires_at')) {
    return { kind: expiry.kind, lifetime: final.resolved(expiry.lifetime.toString()) };
  }
  return end === undefined ? { kind: 'never', reason: expiry?.reason && redacted(expiry.reason) } : { kind: 'at', instant: end };
}
