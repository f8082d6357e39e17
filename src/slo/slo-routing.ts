import { IConstruct } from 'constructs';
import { SLO_TIERS, SloTier } from './slo-tier';
import { ChannelAssignment, Delivery, renderDeliveries } from '../alerting/delivery';
import { fail } from '../core/errors';

/** Whom one tier of an SLO notifies. */
export class SloTierRouting {
  /**
   * Those whom the deliveries say, each channel once. Channels that were set elsewhere are taken away.
   *
   * @param deliveries at least one; an empty list is refused: `nobody` says that it is meant
   */
  public static to(deliveries: Delivery[]): SloTierRouting {
    return new SloTierRouting('deliveries', [...deliveries]);
  }

  /** Nobody. Channels that were set elsewhere are taken away. */
  public static nobody(): SloTierRouting {
    return new SloTierRouting('nobody', []);
  }

  /** Whom Logfire's UI says. What an earlier apply set stays as it is: to take channels away, apply `nobody` first. */
  public static unmanaged(): SloTierRouting {
    return new SloTierRouting('unmanaged', []);
  }

  private constructor(
    /** Who decides: `deliveries`, `nobody` or `unmanaged`. */
    public readonly kind: string,
    /** Where notifications go; empty but for `deliveries`. */
    public readonly deliveries: Delivery[],
  ) {}
}

/** Whom an SLO notifies, by how urgent it is. */
export interface SloSeverityDeliveries {
  /** Where the fast and the medium tier go: someone has to look at once. An empty list is nobody. */
  readonly page: Delivery[];

  /** Where the slow tier goes: someone has to look in the next days. An empty list is nobody. */
  readonly ticket: Delivery[];
}

/** Whom an SLO notifies, tier by tier. */
export interface SloTierRoutings {
  /**
   * Burns 14.4 times too fast: a page.
   *
   * @default SloTierRouting.unmanaged()
   */
  readonly fast?: SloTierRouting;

  /**
   * Burns 6 times too fast: a page.
   *
   * @default SloTierRouting.unmanaged()
   */
  readonly medium?: SloTierRouting;

  /**
   * Burns too fast: a ticket.
   *
   * @default SloTierRouting.unmanaged()
   */
  readonly slow?: SloTierRouting;
}

/** Whom the three tiers of an SLO notify. */
export class SloRouting {
  /** Pages (fast and medium tier) and tickets (slow tier) apart; the usual choice. */
  public static bySeverity(deliveries: SloSeverityDeliveries): SloRouting {
    const page = toAnyOf(deliveries.page);
    return new SloRouting('by-severity', page, page, toAnyOf(deliveries.ticket));
  }

  /** Each tier by itself. */
  public static byTier(routings: SloTierRoutings): SloRouting {
    const { fast, medium, slow } = routings;
    return new SloRouting('by-tier', fast ?? SloTierRouting.unmanaged(), medium ?? SloTierRouting.unmanaged(), slow ?? SloTierRouting.unmanaged());
  }

  /** Whom Logfire's UI says, for all tiers; without a warning. */
  public static unmanaged(): SloRouting {
    return new SloRouting('unmanaged', SloTierRouting.unmanaged(), SloTierRouting.unmanaged(), SloTierRouting.unmanaged());
  }

  private constructor(
    /** How it was said: `by-severity`, `by-tier` or `unmanaged`. */
    public readonly kind: string,
    /** Whom the fast tier notifies. */
    public readonly fast: SloTierRouting,
    /** Whom the medium tier notifies. */
    public readonly medium: SloTierRouting,
    /** Whom the slow tier notifies. */
    public readonly slow: SloTierRouting,
  ) {}

  /**
   * The tiers that Terraform manages, as the binding takes them; undefined when there are none.
   *
   * @internal
   */
  public _render(scope: IConstruct, prop: string): { [tier in SloTier]?: { readonly channelAssignments: ChannelAssignment[] } } | undefined {
    const managed = SLO_TIERS.filter((tier) => this[tier].kind !== 'unmanaged');
    return managed.length === 0 ? undefined : Object.fromEntries(managed.map((tier) => {
      const { kind, deliveries } = this[tier];
      if (kind === 'deliveries' && deliveries.length === 0) {
        fail(scope, `${prop}.${tier} must have at least one delivery, got none; pass SloTierRouting.nobody() if that is meant`);
      }
      return [tier, { channelAssignments: renderDeliveries(scope, `${prop}.${tier}`, deliveries) }];
    }));
  }
}

function toAnyOf(deliveries: Delivery[]): SloTierRouting {
  return deliveries.length === 0 ? SloTierRouting.nobody() : SloTierRouting.to(deliveries);
}
