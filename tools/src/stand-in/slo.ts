import type { Kind, World } from './kinds';
import type { LogfireObject } from './logfire';
import { isObject, type ObjectValue, type Value } from './values';

interface Tier { readonly name: string; readonly severity: string; readonly burnRate: number; readonly window: string; readonly frequency: string }

const TIERS: readonly Tier[] = [
  { name: 'fast', severity: 'page', burnRate: 14.4, window: '1h', frequency: '5m' },
  { name: 'medium', severity: 'page', burnRate: 6, window: '6h', frequency: '30m' },
  { name: 'slow', severity: 'ticket', burnRate: 1, window: '3d', frequency: '6h' },
];

/** First release that knows channels of an SLO. */
const KNOWS_CHANNELS = 'v2026-09-23.01';

/** An SLO owns three alerts, which are alerts of the project too. */
export const SLO: Kind = {
  receive(sent) {
    if (sent.metric_aggregation === 'histogram_threshold') sent.bad_query = null;
  },
  bear(values, world) {
    values.alerts = tiersOf(values, values.alerts, undefined, world, world.organization!);
  },
  change(values, world, current) {
    values.alerts = tiersOf({ ...values, id: current.id }, values.alerts, current.alerts, world, world.organization!);
  },
  bury(slo, world) {
    world.dropWhere('logfire_alert', (alert) => alert.slo_id === slo.id);
  },
};

function tiersOf(slo: LogfireObject, sent: Value, current: Value | undefined, world: World, organization: string): ObjectValue {
  return Object.fromEntries(TIERS.map((tier) => {
    const wanted = isObject(sent) && isObject(sent[tier.name]) ? (sent[tier.name] as ObjectValue).channel_assignments : undefined;
    const before = isObject(current) && isObject(current[tier.name]) ? current[tier.name] as ObjectValue : undefined;
    const knows = !world.release || world.release >= KNOWS_CHANNELS;
    const assignments = knows && Array.isArray(wanted) ? wanted : before?.channel_assignments ?? [];
    return [tier.name, {
      alert_id: alertOf(slo, tier, assignments, before?.alert_id ?? null, world, organization),
      channel_assignments: assignments,
      severity: tier.severity,
      viable: Number(slo.target_percent) > 100 - 100 / tier.burnRate,
    }];
  }));
}

/** Makes or changes the alert of a tier, and returns its id. */
function alertOf(slo: LogfireObject, tier: Tier, assignments: Value, id: Value, world: World, organization: string): string {
  const alert = world.objects('logfire_alert').find((candidate) => candidate.id === id);
  if (alert) {
    alert.channel_assignments = assignments;
    return alert.id;
  }
  return world.insert('logfire_alert', organization, {
    id: world.uuid(),
    slo_id: slo.id,
    project_id: slo.project_id,
    name: `${slo.name as string} (${tier.name})`,
    description: null,
    query: slo.total_query,
    time_window: tier.window,
    frequency: tier.frequency,
    notify_when: 'starts_having_matches',
    channel_assignments: assignments,
    environments: slo.environments,
    active: true,
    watermark: '10s',
  }).id;
}
