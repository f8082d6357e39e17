import { isObject, type Json } from './json';
import type { Plan, PlannedResource } from './plan';

/** What replaces a credential: a rotation that is due or asked for, another lifetime, or neither. */
export type Trigger = 'rotation' | 'lifetime' | undefined;

const HASH = /_[0-9A-F]{8}$/;

/** Finds out for the credentials of a plan whether the library's anchors behind them rotate them. */
export class Rotations {
  private readonly anchors: ReadonlyMap<string, PlannedResource>;
  private readonly byBase = new Map<string, readonly PlannedResource[]>();

  constructor(private readonly plan: Plan) {
    const anchors = plan.resource_changes.filter(({ type, deposed }) => type === 'terraform_data' && deposed === undefined);
    this.anchors = new Map(anchors.map((resource) => [resource.address, resource]));
    for (const anchor of anchors) {
      const base = /^(.*)_(?:Anchor|Trigger)$/.exec(baseOf(anchor))?.[1];
      if (base !== undefined) {
        this.byBase.set(base, [...this.byBase.get(base) ?? [], anchor]);
      }
    }
  }

  /** Why a credential is replaced, as far as its anchors tell. */
  public triggerOf(credential: PlannedResource): Trigger {
    const referred = [...this.plan.references.get(credential.address) ?? []].flatMap((reference) => this.anchors.get(reference) ?? []);
    const found = [...referred, ...this.byBase.get(baseOf(credential)) ?? []].map(triggerIn);
    return found.find((trigger) => trigger !== undefined);
  }
}

/** The part of a name that comes from the construct path. */
function baseOf({ name = '' }: PlannedResource): string {
  return name.replace(HASH, '');
}

/** An anchor is replaced by its lifetime and its rotation, in this order. Without a lifetime, a trigger is updated by its rotation. */
function triggerIn({ change: { actions, before = null, after = null } }: PlannedResource): Trigger {
  if (actions.includes('no-op') || !isObject(before) || !isObject(after)) {
    return undefined;
  }
  const [lifetime, rotation] = partsOf(before.triggers_replace as Json);
  const [newLifetime, newRotation] = partsOf(after.triggers_replace as Json);
  if (rotation !== undefined && newRotation !== undefined && rotation !== newRotation) {
    return lifetime === newLifetime ? 'rotation' : 'lifetime';
  }
  return lifetime !== newLifetime && lifetime !== undefined ? 'lifetime'
    : isObject(after.input) && 'rotation' in after.input ? 'rotation' : undefined;
}

function partsOf(triggers: Json | undefined): readonly (string | undefined)[] {
  return Array.isArray(triggers) ? triggers.map((part) => JSON.stringify(part)) : [];
}
