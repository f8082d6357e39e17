/** What a key may spend at the gateway. */
export interface GatewayCaps {
  /**
   * The most that the key may spend in a day: whole US dollars, 0 to 500000000. A change is made in place.
   *
   * @default - no limit
   */
  readonly dailyLimitUsd?: number;

  /**
   * The most that the key may spend in a week: whole US dollars, 0 to 500000000. A change is made in place.
   *
   * @default - no limit
   */
  readonly weeklyLimitUsd?: number;

  /**
   * The most that the key may spend in a month: whole US dollars, 0 to 500000000. A change is made in place.
   *
   * @default - no limit
   */
  readonly monthlyLimitUsd?: number;

  /**
   * The most that the key may ever spend: whole US dollars, 0 to 500000000. A change is made in place.
   *
   * @default - no limit
   */
  readonly totalLimitUsd?: number;

  /**
   * Whether answers of models are cached. A change is made in place.
   *
   * @default - the setting of the project
   */
  readonly cacheEnabled?: boolean;
}
