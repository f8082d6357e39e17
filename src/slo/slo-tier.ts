/** One of the three alerts that Logfire makes for each SLO, by how fast the error budget burns. */
export enum SloTier {
  /** Burns 14.4 times too fast, seen over 1 hour and 5 minutes: a page. */
  FAST = 'fast',
  /** Burns 6 times too fast, seen over 6 hours and 30 minutes: a page. */
  MEDIUM = 'medium',
  /** Burns too fast, seen over 3 days and 6 hours: a ticket. */
  SLOW = 'slow',
}

/** All tiers, fastest first. */
export const SLO_TIERS: readonly SloTier[] = [SloTier.FAST, SloTier.MEDIUM, SloTier.SLOW];

/** How many times too fast the error budget burns when the tier fires (Logfire: alerts of an SLO). */
const BURN_RATE: { readonly [tier in SloTier]: number } = { fast: 14.4, medium: 6, slow: 1 };

/**
 * The target above which a tier can fire.
 *
 * When all events are bad, the budget burns 100 / (100 - target) times too fast; a lower target never reaches the tier's rate.
 */
export function lowestTarget(tier: SloTier): number {
  return 100 - 100 / BURN_RATE[tier];
}
