import { IConstruct } from 'constructs';
import { ChannelAssignment, Delivery, renderDeliveries } from '../alerting/delivery';
import { checkCall } from '../core/calls';
import { fail } from '../core/errors';

/** Alert tier of an SLO: Logfire creates one alert for each tier, by burn rate. */
export enum SloTier {
  /** Burn rate of 14.4, over 1 hour and 5 minutes: a page. */
  FAST = 'fast',
  /** Burn rate of 6, over 6 hours and 30 minutes: a page. */
  MEDIUM = 'medium',
  /** Burn rate of 1, over 3 days and 6 hours: a ticket. */
  SLOW = 'slow',
}

/** All tiers, fastest first. */
export const SLO_TIERS: readonly SloTier[] = [SloTier.FAST, SloTier.MEDIUM, SloTier.SLOW];

/** When a tier fires: when the error budget burns at the rate, or faster, over both windows. */
export interface SloTierRule {
  readonly burnRate: number;
  /** In seconds. */
  readonly longWindow: number;
  readonly shortWindow: number;
  readonly urgency: 'page' | 'ticket';
}

/** The rules of the tiers (Logfire: alerts of an SLO). */
export const SLO_TIER_RULES: { readonly [tier in SloTier]: SloTierRule } = {
  fast: { burnRate: 14.4, longWindow: 3600, shortWindow: 300, urgency: 'page' },
  medium: { burnRate: 6, longWindow: 6 * 3600, shortWindow: 1800, urgency: 'page' },
  slow: { burnRate: 1, longWindow: 3 * 86_400, shortWindow: 6 * 3600, urgency: 'ticket' },
};

/**
 * The target above which a tier can fire.
 *
 * If all events are bad, the burn rate is 100 / (100 - target); with a lower target it never reaches the rate of the tier.
 */
export function lowestTarget(tier: SloTier): number {
  return 100 - 100 / SLO_TIER_RULES[tier].burnRate;
}

/** Kind of the routing of a tier: who decides about its channels. */
export enum SloTierRoutingKind {
  /** The program decides, with a list of deliveries. */
  DELIVERIES = 'deliveries',
  /** The program decides that nobody is notified. */
  NOBODY = 'nobody',
  /** The Logfire UI decides. */
  UNMANAGED = 'unmanaged',
}

/** Kind of the routing of an SLO: how you specified it. */
export enum SloRoutingKind {
  /** By severity: pages and tickets. */
  BY_SEVERITY = 'by-severity',
  /** By tier. */
  BY_TIER = 'by-tier',
  /** Nobody is notified. */
  NOBODY = 'nobody',
  /** The Logfire UI decides. */
  UNMANAGED = 'unmanaged',
}

/**
 * Routing of one tier of an SLO.
 *
 * @example
 * declare const slack: ILogfireChannel;
 * const routing = SloRouting.byTier({
 *   fast: SloTierRouting.to([Delivery.to(slack)]),
 *   slow: SloTierRouting.nobody(),
 * });
 */
export class SloTierRouting {
  /**
   * Notifies these deliveries, each channel once. Removes channels that were configured elsewhere.
   *
   * @param deliveries at least one; an empty list fails at synth: use `nobody` to notify nobody
   */
  public static to(deliveries: Delivery[]): SloTierRouting {
    checkCall('SloTierRouting.to', arguments);
    return new SloTierRouting(SloTierRoutingKind.DELIVERIES, [...deliveries]);
  }

  /** Notifies nobody. Removes channels that were configured elsewhere. */
  public static nobody(): SloTierRouting {
    checkCall('SloTierRouting.nobody', arguments);
    return new SloTierRouting(SloTierRoutingKind.NOBODY, []);
  }

  /**
   * Keeps the channels configured in the Logfire UI.
   *
   * Channels of an earlier apply stay, too. To remove them, apply `nobody` first.
   */
  public static unmanaged(): SloTierRouting {
    checkCall('SloTierRouting.unmanaged', arguments);
    return new SloTierRouting(SloTierRoutingKind.UNMANAGED, []);
  }

  private constructor(
    /** Who decides about the channels of the tier. */
    public readonly kind: SloTierRoutingKind,
    /** The deliveries that the tier notifies. Empty unless the kind is `deliveries`. */
    public readonly deliveries: Delivery[],
  ) {}
}

/** Deliveries of an SLO by severity. */
export interface SloSeverityDeliveries {
  /** Deliveries of the fast and medium tiers, which need attention now. An empty list notifies nobody. */
  readonly page: Delivery[];

  /** Deliveries of the slow tier, which needs attention within days. An empty list notifies nobody. */
  readonly ticket: Delivery[];
}

/** Routing of each tier of an SLO. */
export interface SloTierRoutings {
  /**
   * Routing of the fast tier, a page: burn rate of 14.4.
   *
   * @default SloTierRouting.unmanaged()
   */
  readonly fast?: SloTierRouting;

  /**
   * Routing of the medium tier, a page: burn rate of 6.
   *
   * @default SloTierRouting.unmanaged()
   */
  readonly medium?: SloTierRouting;

  /**
   * Routing of the slow tier, a ticket: burn rate of 1.
   *
   * @default SloTierRouting.unmanaged()
   */
  readonly slow?: SloTierRouting;
}

/**
 * Routing of the three alert tiers of an SLO.
 *
 * @example
 * declare const onCall: ILogfireChannel;
 * declare const slack: ILogfireChannel;
 * const routing = SloRouting.bySeverity({
 *   page: [Delivery.to(onCall)],
 *   ticket: [Delivery.to(slack)],
 * });
 */
export class SloRouting {
  /** Routes pages (fast and medium tiers) and tickets (slow tier) separately. The usual choice. */
  public static bySeverity(deliveries: SloSeverityDeliveries): SloRouting {
    checkCall('SloRouting.bySeverity', arguments);
    const page = toAnyOf(deliveries.page);
    return new SloRouting(SloRoutingKind.BY_SEVERITY, page, page, toAnyOf(deliveries.ticket));
  }

  /** Routes each tier separately. */
  public static byTier(routings: SloTierRoutings): SloRouting {
    checkCall('SloRouting.byTier', arguments);
    const { fast, medium, slow } = routings;
    return new SloRouting(
      SloRoutingKind.BY_TIER, fast ?? SloTierRouting.unmanaged(), medium ?? SloTierRouting.unmanaged(), slow ?? SloTierRouting.unmanaged(),
    );
  }

  /** Notifies nobody for all tiers, without a warning. Removes channels that were configured elsewhere. */
  public static nobody(): SloRouting {
    checkCall('SloRouting.nobody', arguments);
    return new SloRouting(SloRoutingKind.NOBODY, SloTierRouting.nobody(), SloTierRouting.nobody(), SloTierRouting.nobody());
  }

  /** Keeps the channels configured in the Logfire UI for all tiers, without a warning. */
  public static unmanaged(): SloRouting {
    checkCall('SloRouting.unmanaged', arguments);
    return new SloRouting(SloRoutingKind.UNMANAGED, SloTierRouting.unmanaged(), SloTierRouting.unmanaged(), SloTierRouting.unmanaged());
  }

  private constructor(
    /** How the routing was specified. */
    public readonly kind: SloRoutingKind,
    /** Routing of the fast tier. */
    public readonly fast: SloTierRouting,
    /** Routing of the medium tier. */
    public readonly medium: SloTierRouting,
    /** Routing of the slow tier. */
    public readonly slow: SloTierRouting,
  ) {}

  /**
   * The tiers that Terraform manages, as the binding takes them. Undefined if there are none.
   *
   * @internal
   */
  public _render(scope: IConstruct, prop: string): { [tier in SloTier]?: { readonly channelAssignments: ChannelAssignment[] } } | undefined {
    const managed = SLO_TIERS.filter((tier) => this[tier].kind !== SloTierRoutingKind.UNMANAGED);
    return managed.length === 0 ? undefined : Object.fromEntries(managed.map((tier) => {
      const { kind, deliveries } = this[tier];
      if (kind === SloTierRoutingKind.DELIVERIES && deliveries.length === 0) {
        fail(scope, 'not-empty', `${prop}.${tier} must have at least one delivery, got none; pass SloTierRouting.nobody() to notify nobody`);
      }
      return [tier, { channelAssignments: renderDeliveries(scope, `${prop}.${tier}`, deliveries) }];
    }));
  }
}

function toAnyOf(deliveries: Delivery[]): SloTierRouting {
  return deliveries.length === 0 ? SloTierRouting.nobody() : SloTierRouting.to(deliveries);
}
