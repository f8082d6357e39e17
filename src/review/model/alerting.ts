import { Reading, WrittenResource } from './reading';
import type { AlertItem, ChannelItem, Link, ReviewDelivery, ScheduleItem } from './review';
import { readableDuration, textOf, textsOf } from './text';
import { hoursCovered, Week, weekOf } from './week';
import { StackContents } from '../../core/findings';

const WEEK_HOURS = 168;

/** What `notify_when` means. */
const NOTIFY_WHEN: { readonly [value: string]: string } = {
  has_matches: 'every run that matches',
  has_matches_changed: 'when the problem starts and when it ends',
  matches_changed: 'when the rows change',
  starts_having_matches: 'when the problem starts',
};

/** Parts of a channel's configuration that are no secrets. */
const CHANNEL_FACTS: readonly (readonly [label: string, attribute: string])[] = [
  ['Type', 'type'], ['Format', 'format'], ['Slack channel', 'channel_id'], ['Region', 'region'], ['Service', 'service_id'],
];

export function alertsOf(reading: Reading): AlertItem[] {
  return reading.ofType('logfire_alert').map((resource) => {
    const { contents, attributes } = resource;
    const deliveries = deliveriesOf(reading, contents, attributes.channel_assignments);
    const notifyWhen = textOf(attributes.notify_when);
    return {
      ...reading.itemOf(resource, [
        ['Looks back', readableDuration(attributes.time_window)],
        ['Runs every', readableDuration(attributes.frequency)],
        ['Sends a message', NOTIFY_WHEN[notifyWhen] ?? notifyWhen],
        ['Environments', textsOf(attributes.environments).join(', ') || 'all'],
      ]),
      isActive: attributes.active !== false,
      query: textOf(attributes.query),
      description: textOf(attributes.description),
      deliveries,
      hoursCovered: covered(deliveries),
    };
  });
}

/** The deliveries of an alert or a tier, sorted by channel. An expression in their place is one that is known only at apply. */
export function deliveriesOf(reading: Reading, contents: StackContents, assignments: unknown): ReviewDelivery[] {
  const list: unknown[] = assignments === undefined || assignments === null ? [] : [assignments].flat();
  return list.map((assignment) => {
    const { channel_id: channelId, schedule_id: scheduleId } = (typeof assignment === 'object' && assignment !== null ? assignment : {}) as { [name: string]: unknown };
    const channel = channelId === undefined ? { text: textOf(assignment) } : reading.link(contents, channelId);
    if (scheduleId === undefined || scheduleId === null) {
      return { channel };
    }
    const schedule = reading.follow(contents, scheduleId);
    return { channel, schedule: reading.link(contents, scheduleId), ...schedule?.type === 'logfire_schedule' && { week: writtenWeek(schedule) } };
  });
}

function covered(deliveries: readonly ReviewDelivery[]): number | undefined {
  if (deliveries.some(({ schedule }) => schedule === undefined)) {
    return WEEK_HOURS;
  }
  const weeks = deliveries.flatMap(({ week }) => week ?? []);
  return weeks.length < deliveries.length ? undefined : hoursCovered(weeks);
}

function writtenWeek({ attributes }: WrittenResource): Week {
  return weekOf(textOf(attributes.timezone), attributes.windows, textOf);
}

/** What notifies somebody: the alerts and the tiers of SLOs. */
export interface Notifier extends Link {
  readonly deliveries: readonly ReviewDelivery[];
}

export function channelsOf(reading: Reading, notifiers: readonly Notifier[]): ChannelItem[] {
  const users = usersBy(notifiers, ({ channel }) => channel);
  return reading.ofType('logfire_channel').map((resource) => {
    const { attributes } = resource;
    const config = [attributes.config].flat()[0] ?? {};
    return {
      ...reading.itemOf(resource, CHANNEL_FACTS.map(([label, attribute]) => [label, textOf(config[attribute])])),
      isActive: attributes.active !== false,
      users: users.get(resource.item.anchor) ?? [],
    };
  });
}

export function schedulesOf(reading: Reading, notifiers: readonly Notifier[]): ScheduleItem[] {
  const users = usersBy(notifiers, ({ schedule }) => schedule);
  return reading.ofType('logfire_schedule').map((resource) => ({
    ...reading.itemOf(resource, [['Time zone', textOf(resource.attributes.timezone)]]),
    week: writtenWeek(resource),
    users: users.get(resource.item.anchor) ?? [],
  }));
}

/** Who uses what a delivery names, by its anchor. Each one once. */
function usersBy(notifiers: readonly Notifier[], used: (delivery: ReviewDelivery) => Link | undefined): Map<string, Link[]> {
  const users = new Map<string, Link[]>();
  for (const { text, anchor, deliveries } of notifiers) {
    for (const found of new Set(deliveries.flatMap((delivery) => used(delivery)?.anchor ?? []))) {
      const list = users.get(found) ?? [];
      if (list[list.length - 1]?.anchor !== anchor) {
        list.push({ text, anchor });
      }
      users.set(found, list);
    }
  }
  return users;
}
