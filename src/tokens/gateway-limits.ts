import { IConstruct } from 'constructs';
import { fail, warn } from '../core/errors';
import { isUnresolved } from '../core/unresolved';

/** Spending limits of a key at the gateway. */
export interface GatewayLimits {
  /**
   * Spending limit for each day: whole US dollars, 0 to 500000000. A change updates the key in place.
   *
   * @default - no limit
   */
  readonly dailyLimitUsd?: number;

  /**
   * Spending limit for each week: whole US dollars, 0 to 500000000. A change updates the key in place.
   *
   * @default - no limit
   */
  readonly weeklyLimitUsd?: number;

  /**
   * Spending limit for each month: whole US dollars, 0 to 500000000. A change updates the key in place.
   *
   * @default - no limit
   */
  readonly monthlyLimitUsd?: number;

  /**
   * Spending limit for the whole lifetime of the key: whole US dollars, 0 to 500000000. A change updates the key in place.
   *
   * @default - no limit
   */
  readonly totalLimitUsd?: number;

  /**
   * Whether the gateway caches the answers of models. A change updates the key in place.
   *
   * @default - the setting of the project
   */
  readonly cacheEnabled?: boolean;
}

/** Provider: range of all four limits. */
const MAX_LIMIT_USD = 500_000_000;

/** The limits from the shortest period to the longest. */
const LIMITS = ['dailyLimitUsd', 'weeklyLimitUsd', 'monthlyLimitUsd', 'totalLimitUsd'] as const;

interface RenderedLimits {
  readonly spendingLimitDaily?: number;
  readonly spendingLimitWeekly?: number;
  readonly spendingLimitMonthly?: number;
  readonly spendingLimitTotal?: number;
  readonly cacheEnabled?: boolean;
}

/**
 * The limits as the provider takes them.
 *
 * @param prefix path of the limits among the props: `gateway.` or an empty string
 */
export function renderLimits(scope: IConstruct, limits: GatewayLimits, prefix: string): RenderedLimits {
  const known = LIMITS.flatMap((prop) => {
    const limit = limits[prop];
    return limit === undefined || isUnresolved(limit) ? [] : [{ prop, limit }];
  });
  for (const { prop, limit } of known) {
    if (!Number.isInteger(limit) || limit < 0 || limit > MAX_LIMIT_USD) {
      fail(scope, 'spending-limit', `${prefix}${prop} must be whole US dollars from 0 to ${MAX_LIMIT_USD}, got ${limit}; leave it out to set no limit`);
    }
  }
  known.slice(1).forEach((longer, index) => {
    const shorter = known[index];
    if (shorter.limit > longer.limit) {
      warn(scope, 'spending-limit', `${prefix}${shorter.prop} must not be more than ${longer.prop}, got ${shorter.limit} and ${longer.limit}: ${longer.prop} is reached first; lower ${shorter.prop} or raise ${longer.prop}`);
    }
  });
  return {
    spendingLimitDaily: limits.dailyLimitUsd,
    spendingLimitWeekly: limits.weeklyLimitUsd,
    spendingLimitMonthly: limits.monthlyLimitUsd,
    spendingLimitTotal: limits.totalLimitUsd,
    cacheEnabled: limits.cacheEnabled,
  };
}
