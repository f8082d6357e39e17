import { deliveriesOf } from './alerting';
import { Reading, WrittenResource } from './reading';
import type { ReviewTier, SloItem, TierReach } from './review';
import { readableDuration, secondsOf, textOf, textsOf } from './text';
import { withoutNoise } from '../../core/decimal-text';
import { SLO_TIER_RULES, SLO_TIERS, SloTier, SloTierRule } from '../../slo/slo-routing';

const COMPARISONS: { readonly [value: string]: string } = { less_than: 'below', greater_than: 'above' };

export function slosOf(reading: Reading): SloItem[] {
  return reading.ofType('logfire_slo').map((resource) => {
    const { attributes } = resource;
    const target = textOf(attributes.target_percent);
    const threshold = textOf(attributes.threshold);
    const comparison = textOf(attributes.comparison);
    return {
      ...reading.itemOf(resource, [
        ['Target', /^[\d.]+$/.test(target) ? `${target} %` : target],
        ['Rolling window', readableDuration(attributes.rolling_window)],
        [attributes.scope_kind === 'provider' ? 'Model provider' : 'Service', textOf(attributes.scope_value)],
        ['Measures', [textOf(attributes.source), textOf(attributes.metric_aggregation)].filter((text) => text !== '').join(', ')],
        ['Good values', threshold && `${COMPARISONS[comparison] ?? comparison} ${threshold}`],
        ['Environments', textsOf(attributes.environments).join(', ') || 'all'],
      ]),
      target,
      rollingWindow: textOf(attributes.rolling_window),
      description: textOf(attributes.description),
      totalQuery: textOf(attributes.total_query),
      badQuery: textOf(attributes.bad_query),
      tiers: SLO_TIERS.map((tier) => tierOf(reading, resource, tier)),
    };
  });
}

function tierOf(reading: Reading, { contents, attributes }: WrittenResource, tier: SloTier): ReviewTier {
  const assignments: unknown = attributes.alerts?.[tier]?.channel_assignments;
  const deliveries = deliveriesOf(reading, contents, assignments);
  const rule = SLO_TIER_RULES[tier];
  return {
    name: tier,
    ...rule,
    routing: assignments === undefined || assignments === null ? 'unmanaged' : deliveries.length === 0 ? 'nobody' : 'deliveries',
    deliveries,
    reach: reachOf(Number(attributes.target_percent), secondsOf(textOf(attributes.rolling_window)), rule),
  };
}

/** The budget burns at the rate 1 if it is used up exactly at the end of the rolling window. */
function reachOf(target: number, window: number | undefined, { burnRate, longWindow }: SloTierRule): TierReach | undefined {
  if (!(target > 0 && target < 100)) {
    return undefined;
  }
  const badPercent = withoutNoise(burnRate * (100 - target));
  return {
    badPercent,
    // The short window fills earlier.
    ...badPercent < 100 && { secondsToFire: Math.ceil(withoutNoise(longWindow * badPercent / 100)) },
    ...window !== undefined && { secondsToSpend: Math.floor(withoutNoise(window / burnRate)) },
  };
}
