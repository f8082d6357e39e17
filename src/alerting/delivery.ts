import { Annotations } from 'cdktf';
import { IConstruct } from 'constructs';
import type { ILogfireChannel } from './channel';
import type { ILogfireSchedule } from './schedule';
import { fail } from '../core/errors';
import { isUnresolved } from '../core/unresolved';

/**
 * Where a notification goes, and when: `Delivery.to(slack).during(officeHours)`.
 *
 * The one way to say whom something notifies: alerts and the tiers of SLOs take lists of deliveries.
 */
export class Delivery {
  /**
   * To a channel, at any time unless `during` says otherwise.
   *
   * @param channel once in a list: a second delivery to it is left out with a warning, and refused where its schedule is another one
   */
  public static to(channel: ILogfireChannel): Delivery {
    return new Delivery(channel);
  }

  private constructor(
    /** The channel that is notified. */
    public readonly channel: ILogfireChannel,
    /** When it is notified; undefined for always. */
    public readonly schedule?: ILogfireSchedule,
  ) {}

  /**
   * The same delivery at the times of a schedule only; what happens at other times is not sent later.
   *
   * @param schedule the only one: a delivery that has a schedule is refused
   */
  public during(schedule: ILogfireSchedule): Delivery {
    if (this.schedule !== undefined) {
      fail(this.channel, `a delivery has one schedule, got ${schedule.node.path} after ${this.schedule.node.path}; make one schedule with the windows of both`);
    }
    return new Delivery(this.channel, schedule);
  }
}

/** One element of `channel_assignments`, as the bindings of alerts and of SLO tiers take it. */
export interface ChannelAssignment {
  readonly channelId: string;
  readonly scheduleId?: string;
}

/**
 * The deliveries as the provider takes them, each channel once.
 *
 * The provider refuses a channel that is there twice, but only where its id is known: on a first deploy that is in the middle of
 * the apply (provider: `channel_assignments`, unique by `channel_id`).
 */
export function renderDeliveries(scope: IConstruct, prop: string, deliveries: readonly Delivery[]): ChannelAssignment[] {
  const byChannel = new Map<unknown, Delivery>();
  for (const delivery of deliveries) {
    const channel = identity(delivery.channel, delivery.channel.channelId);
    const first = byChannel.get(channel);
    if (first === undefined) {
      byChannel.set(channel, delivery);
    } else if (scheduleIdentity(first) === scheduleIdentity(delivery)) {
      Annotations.of(scope).addWarning(`${prop} has two deliveries to ${delivery.channel.node.path}; the second is left out, remove it`);
    } else {
      fail(scope, `${prop} must have one delivery for each channel, got ${delivery.channel.node.path} ${when(first)} and ${when(delivery)}; `
        + 'keep one of them, or make one schedule with the windows of both');
    }
  }
  return [...byChannel.values()].map(({ channel, schedule }) => ({ channelId: channel.channelId, scheduleId: schedule?.scheduleId }));
}

/** Two constructs with one literal id are one thing; an id that Terraform alone knows is told by its construct. */
function identity(construct: IConstruct, id: string): unknown {
  return isUnresolved(id) ? construct : id;
}

function scheduleIdentity({ schedule }: Delivery): unknown {
  return schedule && identity(schedule, schedule.scheduleId);
}

function when({ schedule }: Delivery): string {
  return schedule === undefined ? 'always' : `during ${schedule.node.path}`;
}
