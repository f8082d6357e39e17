import { IConstruct } from 'constructs';
import { AlertSeverity } from '../alerting/alert';
import { Delivery } from '../alerting/delivery';
import { timesOutside } from '../alerting/schedule';
import { Weekday } from '../alerting/schedule-window';
import { appState } from '../core/app-state';
import { checkCall } from '../core/calls';
import { warn } from '../core/errors';
import { SloRouting } from '../slo/slo-routing';

/** Kind of a notification routing: how you specified it. */
export enum NotificationRoutingKind {
  /** By severity. */
  BY_SEVERITY = 'by-severity',
  /** Nobody is notified. */
  NOBODY = 'nobody',
}

/** The deliveries for each severity. */
export interface SeverityDeliveries {
  /**
   * Deliveries of critical alerts and of the fast and medium tiers of an SLO. They need attention now, so deliver them at any
   * time. Synth warns once about an empty list, and about a list whose schedules leave times without a delivery.
   */
  readonly critical: Delivery[];

  /**
   * Deliveries of warnings and of the slow tier of an SLO. They need attention during working hours.
   *
   * @default - nobody is notified
   */
  readonly warning?: Delivery[];

  /**
   * Deliveries of alerts that are for information.
   *
   * @default - nobody is notified
   */
  readonly info?: Delivery[];
}

/**
 * Routes the notifications of alerts and SLOs by severity.
 *
 * @example
 * declare const pager: ILogfireChannel;
 * declare const slack: ILogfireChannel;
 * const routing = NotificationRouting.bySeverity({
 *   critical: [Delivery.to(pager), Delivery.to(slack)],
 *   warning: [Delivery.to(slack)],
 * });
 */
export class NotificationRouting {
  /**
   * What applies where the program sets no routing: nobody is notified, with a warning.
   *
   * @internal
   */
  public static readonly _UNSET = new NotificationRouting(NotificationRoutingKind.BY_SEVERITY, { critical: [], warning: [], info: [] });

  /** Notifies different deliveries for each severity. */
  public static bySeverity(deliveries: SeverityDeliveries): NotificationRouting {
    checkCall('NotificationRouting.bySeverity', arguments);
    const { critical, warning = [], info = [] } = deliveries;
    return new NotificationRouting(NotificationRoutingKind.BY_SEVERITY, { critical: [...critical], warning: [...warning], info: [...info] });
  }

  /** Notifies nobody, without a warning: alerts and SLOs are visible only in Logfire. */
  public static nobody(): NotificationRouting {
    checkCall('NotificationRouting.nobody', arguments);
    return new NotificationRouting(NotificationRoutingKind.NOBODY, { critical: [], warning: [], info: [] });
  }

  private constructor(
    /** How the routing was specified. */
    public readonly kind: NotificationRoutingKind,
    private readonly deliveries: { readonly [severity in AlertSeverity]: readonly Delivery[] },
  ) {}

  /** Returns the deliveries for a severity, for the prop `notify` of an alert. Empty if nobody is notified. */
  public deliveriesFor(severity: AlertSeverity): Delivery[] {
    checkCall('NotificationRouting#deliveriesFor', arguments, this);
    return [...this.deliveries[severity]];
  }

  /**
   * Returns the same routing for an SLO: its pages (fast and medium tiers) are critical, and its tickets (slow tier) are warnings.
   */
  public toSloRouting(): SloRouting {
    return this.kind === NotificationRoutingKind.NOBODY ? SloRouting.nobody()
      : SloRouting.bySeverity({ page: this.deliveriesFor(AlertSeverity.CRITICAL), ticket: this.deliveriesFor(AlertSeverity.WARNING) });
  }

  /**
   * Returns the quiet form of the routing, for an environment that must not page: all severities notify the deliveries for information. If there
   * are none, nobody is notified.
   */
  public quiet(): NotificationRouting {
    const info = this.deliveriesFor(AlertSeverity.INFO);
    return info.length === 0 ? NotificationRouting.nobody() : NotificationRouting.bySeverity({ critical: info, warning: info, info });
  }

  /**
   * Warns if critical alerts notify nobody, always or at some times, although the program did not ask for that: once in an app, however
   * many alerts there are.
   *
   * @param scope the construct that was given the routing
   * @internal
   */
  public _warnIfSilent(scope: IConstruct, prop: string): void {
    const warned = appState(scope, 'silent-routings', () => new WeakSet<NotificationRouting>());
    const silence = this.kind === NotificationRoutingKind.NOBODY || warned.has(this) ? undefined : this.silence();
    warned.add(this);
    if (silence !== undefined) {
      warn(scope, 'nobody-notified', `${prop} ${silence}`);
    }
  }

  private silence(): string | undefined {
    const { critical } = this.deliveries;
    if (critical.length === 0) {
      return `${this === NotificationRouting._UNSET ? 'is not set: nobody is notified when an alert' : 'has no delivery for critical alerts: nobody is notified when one'} fires; `
        + 'pass NotificationRouting.bySeverity(...) with a delivery as critical, or NotificationRouting.nobody() if that is intended';
    }
    const schedules = critical.flatMap(({ schedule }) => schedule ?? []);
    const [gap] = schedules.length < critical.length ? [] : timesOutside(schedules) ?? [];
    return gap && `has no delivery for critical alerts at some times, such as ${Weekday[gap.days[0]]} from ${gap.start} to ${gap.end}: `
      + 'Logfire drops them then; deliver to one channel without a schedule';
  }
}
