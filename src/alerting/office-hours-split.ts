import { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { ILogfireChannel } from './channel';
import { Delivery } from './delivery';
import { LogfireSchedule } from './schedule';
import { OfficeHours } from './schedule-window';
import { Timezone } from './timezone';
import { checkCall, checkedScope } from '../core/calls';

/** Properties of a week that is split at the office hours. */
export interface LogfireOfficeHoursSplitProps {
  /** Time zone of the office hours, including its daylight saving time. A change updates both schedules in place. */
  readonly timezone: Timezone;

  /**
   * The office hours, within one day. A change updates both schedules in place.
   *
   * @default - Monday to Friday from 09:00 to 17:00
   */
  readonly hours?: OfficeHours;

  /**
   * The provider that manages the schedules. It determines the organization.
   *
   * @default - the provider of `LogfireDefaults`, otherwise the default provider of the stack
   */
  readonly provider?: TerraformProvider;

  /**
   * What Terraform creates before the schedules.
   *
   * @default - only what the schedules refer to
   */
  readonly dependsOn?: ITerraformDependable[];
}

/** The channels that are notified during and outside the office hours. */
export interface OfficeHoursChannels {
  /** Channels during the office hours. An empty list notifies nobody then. */
  readonly during: ILogfireChannel[];

  /** Channels outside the office hours: mornings, evenings, nights and days off. An empty list notifies nobody then. */
  readonly outside: ILogfireChannel[];
}

/**
 * A week that is split at the office hours: a schedule for them, and another one for all other times.
 *
 * Each moment belongs to exactly one of the two, also when the clocks change. For one of the two alone, use
 * `LogfireSchedule.officeHours` or `LogfireSchedule.outsideOfficeHours`.
 *
 * @example
 * declare const slack: ILogfireChannel;
 * declare const pager: ILogfireChannel;
 * const week = new LogfireOfficeHoursSplit(this, 'Week', { timezone: Timezone.of('Europe/Berlin') });
 * const routing = NotificationRouting.bySeverity({
 *   critical: [Delivery.to(pager)],
 *   warning: week.deliverTo({ during: [slack], outside: [] }),
 * });
 */
export class LogfireOfficeHoursSplit extends Construct {
  /** The schedule of the office hours. */
  public readonly during: LogfireSchedule;

  /** The schedule of all other times. */
  public readonly outside: LogfireSchedule;

  constructor(scope: Construct, id: string, props: LogfireOfficeHoursSplitProps) {
    super(checkedScope(scope, id, new.target), id);
    checkCall('new LogfireOfficeHoursSplit', arguments, this);
    this.during = LogfireSchedule.officeHours(this, 'During', { ...props });
    this.outside = LogfireSchedule.outsideOfficeHours(this, 'Outside', { ...props });
  }

  /**
   * Returns the deliveries to some channels during the office hours and to others outside them. A channel that is in both lists is
   * notified at any time.
   *
   * @param channels the channels of both times, each one once in a list
   */
  public deliverTo(channels: OfficeHoursChannels): Delivery[] {
    checkCall('LogfireOfficeHoursSplit#deliverTo', arguments, this);
    const { during, outside } = channels;
    return [
      ...during.map((channel) => outside.includes(channel) ? Delivery.to(channel) : Delivery.to(channel).during(this.during)),
      ...outside.filter((channel) => !during.includes(channel)).map((channel) => Delivery.to(channel).during(this.outside)),
    ];
  }
}
