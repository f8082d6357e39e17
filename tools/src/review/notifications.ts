import { listed, say, type Sentence } from './changes';
import { isObject } from './json';
import type { PlannedResource } from './plan';

/** Who is notified before and after an apply, by the channels of all plans. */
export interface ChannelFates {
  /** Ids of channels that are destroyed. */
  readonly destroyed: ReadonlySet<string>;
  readonly replaced: ReadonlySet<string>;
  /** Ids of channels that are switched off. */
  readonly silenced: ReadonlySet<string>;
  readonly names: ReadonlyMap<string, string>;
}

/** What becomes of the channels that exist. */
export function fatesOf(resources: readonly PlannedResource[], names: ReadonlyMap<string, string>): ChannelFates {
  const [destroyed, replaced, silenced] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { type, change: { actions, before, after } } of resources) {
    const id = isObject(before) ? before.id : undefined;
    if (type !== 'logfire_channel' || typeof id !== 'string') {
      continue;
    }
    if (actions.includes('delete')) {
      (actions.includes('create') ? replaced : destroyed).add(id);
    } else if (isObject(before) && isObject(after) && before.active !== false && after.active === false) {
      silenced.add(id);
    }
  }
  return { destroyed, replaced, silenced, names };
}

/** How an alert or an SLO stops to notify anybody with an apply. */
export function silencesOf({ type, change }: PlannedResource, fates: ChannelFates): Sentence[] {
  const { before, after, after_unknown: unknown } = change;
  if (!isObject(before) || !isObject(after)) {
    return [];
  }
  const switchedOff = type === 'logfire_alert' && before.active !== false && after.active === false ? [say`Switched off: nobody is notified.`] : [];
  const sides = type === 'logfire_alert' ? [['', before, after, unknown] as const]
    : type === 'logfire_slo' ? ['fast', 'medium', 'slow'].map((tier) => [tier, tierOf(before, tier), tierOf(after, tier), tierOf(unknown, tier)] as const) : [];
  return [...switchedOff, ...sides.flatMap(([tier, ...side]) => silenceOf(tier, side, fates) ?? [])];
}

function silenceOf(tier: string, [before, after, unknown]: readonly [unknown, unknown, unknown], fates: ChannelFates): Sentence | undefined {
  const channels = channelsIn(before);
  const later = channelsIn(after);
  const isUnknown = unknown === true || (isObject(unknown) && hasUnknownChannel(unknown.channel_assignments));
  if (channels.length === 0) {
    return undefined;
  }
  if (later.length === 0 && !isUnknown) {
    return { pieces: [`${tier === '' ? 'Loses' : `The tier ${tier} loses`} its last channel: nobody is notified.`], texts: [] };
  }
  const names = channels.map((id) => fates.names.get(id) ?? id);
  const ofAll = (of: ReadonlySet<string>, ids: readonly string[]) => ids.length > 0 && ids.every((id) => of.has(id));
  const [noun, verb] = channels.length === 1 ? ['only channel', 'is'] : ['channels', 'are'];
  const told = (what: string) => listed(`${tier === '' ? 'Its' : `The tier ${tier}: its`} ${noun} `, names, ` ${verb} ${what}`);
  if (!isUnknown && ofAll(fates.destroyed, later)) {
    return told('destroyed: nobody is notified.');
  }
  if (!isUnknown && ofAll(fates.silenced, later)) {
    return told('switched off: nobody is notified.');
  }
  return ofAll(fates.replaced, channels) ? told('replaced: nobody is notified until the apply has ended.') : undefined;
}

function tierOf(value: unknown, tier: string): unknown {
  const alerts = isObject(value) ? value.alerts : value;
  return alerts === true || value === true ? true : isObject(alerts) ? alerts[tier] : undefined;
}

/** Ids of the channels that are assigned. */
function channelsIn(value: unknown): string[] {
  const assignments = isObject(value) ? value.channel_assignments : undefined;
  const idOf = (assignment: unknown) => isObject(assignment) && typeof assignment.channel_id === 'string' ? [assignment.channel_id] : [];
  return Array.isArray(assignments) ? assignments.flatMap(idOf) : [];
}

function hasUnknownChannel(assignments: unknown): boolean {
  const isUnknown = (assignment: unknown) => assignment === true || (isObject(assignment) && assignment.channel_id === true);
  return assignments === true || (Array.isArray(assignments) && assignments.some(isUnknown));
}
