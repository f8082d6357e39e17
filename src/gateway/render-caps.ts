import { Annotations } from 'cdktf';
import { IConstruct } from 'constructs';
import { GatewayCaps } from './gateway-caps';
import { fail } from '../core/errors';
import { isUnresolved } from '../core/unresolved';

/** Provider: range of all four limits. */
const MAX_LIMIT_USD = 500_000_000;

/** The limits from the shortest period to the longest. */
const LIMITS = ['dailyLimitUsd', 'weeklyLimitUsd', 'monthlyLimitUsd', 'totalLimitUsd'] as const;

interface RenderedCaps {
  readonly spendingLimitDaily?: number;
  readonly spendingLimitWeekly?: number;
  readonly spendingLimitMonthly?: number;
  readonly spendingLimitTotal?: number;
  readonly cacheEnabled?: boolean;
}

/**
 * The caps as the provider takes them.
 *
 * @param prefix where the caps stand among the props: `gateway.` or nothing
 */
export function renderCaps(scope: IConstruct, caps: GatewayCaps, prefix: string): RenderedCaps {
  const known = LIMITS.flatMap((prop) => {
    const limit = caps[prop];
    return limit === undefined || isUnresolved(limit) ? [] : [{ name: prefix + prop, limit }];
  });
  for (const { name, limit } of known) {
    if (!Number.isInteger(limit) || limit < 0 || limit > MAX_LIMIT_USD) {
      fail(scope, `${name} must be whole US dollars from 0 to ${MAX_LIMIT_USD}, got ${limit}; leave it out for no limit`);
    }
  }
  known.slice(1).forEach((longer, index) => {
    const shorter = known[index];
    if (shorter.limit > longer.limit) {
      Annotations.of(scope).addWarning(`${shorter.name} ${shorter.limit} is more than ${longer.name} ${longer.limit}, which is reached first; lower it or raise the other`);
    }
  });
  return {
    spendingLimitDaily: caps.dailyLimitUsd,
    spendingLimitWeekly: caps.weeklyLimitUsd,
    spendingLimitMonthly: caps.monthlyLimitUsd,
    spendingLimitTotal: caps.totalLimitUsd,
    cacheEnabled: caps.cacheEnabled,
  };
}
