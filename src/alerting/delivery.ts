import { IConstruct } from 'constructs';
import type { ILogfireChannel } from './channel';
import type { ILogfireSchedule } from './schedule';
import { checkCall } from '../core/calls';
import { fail } from '../core/errors';
import { isUnresolved } from '../core/unresolved';

/**
 * The channel that a notification goes to, and optionally the schedule when it does.
 *
 * Alerts and the tiers of an SLO take lists of deliveries.
 *
 * @example
 * declare const slack: ILogfireChannel;
 * const hours = LogfireSchedule.officeHours(this, 'OfficeHours', { timezone: Timezone.of('Europe/Berlin') });
 * const delivery = Delivery.to(slack).during(hours);
 */
export class Delivery {
  /**
   * Delivers to a channel at any time. Use `during` to restrict it to a schedule.
   *
   * @param channel the channel, which may be in each list once; a second delivery to it fails at synth
   */
  public static to(channel: ILogfireChannel): Delivery {
    checkCall('Delivery.to', arguments);
    return new Delivery(channel);
  }

  private constructor(
    /** The channel of the delivery. */
    public readonly channel: ILogfireChannel,
    /** The schedule of the delivery. Undefined for any time. */
    public readonly schedule?: ILogfireSchedule,
  ) {}

  /**
   * Returns the same delivery, restricted to a schedule. Notifications outside the schedule are dropped, not sent later.
   *
   * @param schedule the schedule; fails if the delivery already has one
   */
  public during(schedule: ILogfireSchedule): Delivery {
    checkCall('Delivery#during', arguments, this);
    if (this.schedule !== undefined) {
      fail(this.channel, 'delivery-schedule', `schedule must be the only one of a delivery, got ${schedule.node.path} after ${this.schedule.node.path}; create one schedule with the windows of both`);
    }
    return new Delivery(this.channel, schedule);
  }
}

/** No deliveries, on purpose: an alert does not warn about it, as it does about another empty list. */
export const NOBODY: Delivery[] = [];

/** One element of `channel_assignments`, as the bindings of alerts and of SLO tiers take it. */
export interface ChannelAssignment {
  readonly channelId: string;
  readonly scheduleId?: string;
}

/**
 * The deliveries in the form that the provider takes, each channel once.
 *
 * The provider rejects a duplicate channel only when it knows the id. On a first deployment that is in the middle of the apply
 * (provider: `channel_assignments`, unique by `channel_id`).
 */
export function renderDeliveries(scope: IConstruct, prop: string, deliveries: readonly Delivery[]): ChannelAssignment[] {
  const byChannel = new Map<unknown, Delivery>();
  for (const delivery of deliveries) {
    const channel = identity(delivery.channel, delivery.channel.channelId);
    const first = byChannel.get(channel);
    if (first === undefined) {
      byChannel.set(channel, delivery);
    } else {
      const isSame = scheduleIdentity(first) === scheduleIdentity(delivery);
      fail(scope, 'one-delivery', `${prop} must have one delivery for each channel, got ${delivery.channel.node.path} ${when(first)} and ${isSame ? 'once more' : when(delivery)}; `
        + `${isSame ? 'remove one of them' : 'keep one of them, or create one schedule with the windows of both'}`);
    }
  }
  return [...byChannel.values()].map(({ channel, schedule }) => ({ channelId: channel.channelId, scheduleId: schedule?.scheduleId }));
}

/** Two constructs with the same literal id are the same object. An id that is known only at apply is identified by its construct. */
function identity(construct: IConstruct, id: string): unknown {
  return isUnresolved(id) ? construct : id;
}

function scheduleIdentity({ schedule }: Delivery): unknown {
  return schedule && identity(schedule, schedule.scheduleId);
}

function when({ schedule }: Delivery): string {
  return schedule === undefined ? 'at any time' : `during ${schedule.node.path}`;
}
