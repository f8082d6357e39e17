import { TerraformStack } from 'cdktf';
import {
  Delivery, Duration, LogfireAlert, LogfireChannel, LogfireProject, LogfireSlo, LogfireWebhookChannel, SecretValue, Sli, SloRouting, SloScope,
} from '../../../src';
import type { AlertingId, SloId } from '../../../src/core/error-ids';
import type { Entries } from '../entry';

const QUERY = 'SELECT trace_id, message FROM records WHERE is_exception';
const project = (stack: TerraformStack) => new LogfireProject(stack, 'Shop');
const channel = (stack: TerraformStack) => LogfireChannel.fromChannelId(stack, 'Channel', '00000000-0000-4000-8000-000000000001');

export const ALERTING: Entries<AlertingId> = {
  'alert-window': {
    program: (stack) => new LogfireAlert(stack, 'Alert', {
      project: project(stack), query: QUERY, notify: [Delivery.to(channel(stack))], timeWindow: Duration.minutes(5), frequency: Duration.hours(1),
    }),
    meaning: 'An alert looks back over a shorter time than the time between two of its runs.',
    why: 'What happens between two windows is never looked at. An alert that runs every hour and looks back five minutes misses 55 minutes of each hour.',
    remedy: 'Lengthen `timeWindow` to at least `frequency`, or run the alert more often. By default both are equal.',
  },
  'delivery-schedule': {
    meaning: 'A delivery has two schedules.',
    why: 'Logfire takes one schedule for each channel of an alert.',
    remedy: 'Create one schedule with the windows of both.',
    code: 'const hours = new LogfireSchedule(this, \'Hours\', {\n  timezone: Timezone.UTC,\n  windows: [...ScheduleWindow.officeHours(), ScheduleWindow.allDay([Weekday.SATURDAY])],\n});\nDelivery.to(channel).during(hours);',
  },
  'nobody-notified': {
    program: (stack) => new LogfireAlert(stack, 'Alert', { project: project(stack), query: QUERY }),
    meaning: 'An alert, an SLO or the monitoring of a service can fire without notifying anybody, always or at some times of the week.',
    why: 'An alert that nobody hears of is worse than none, because people rely on it.',
    remedy: 'Pass a delivery: `notify` for an alert, `routing` for SLOs and monitoring. If critical alerts have deliveries with schedules only, add one without a schedule, or a second one for the other hours. If nobody is to be notified, say so with `NotificationRouting.nobody()` or `SloRouting.nobody()`.',
    code: 'new LogfireAlert(this, \'Exceptions\', {\n  project, query: \'SELECT trace_id, message FROM records WHERE is_exception\', notify: [Delivery.to(channel)],\n});',
  },
  'one-delivery': {
    meaning: 'One channel has several deliveries in an alert or in one tier of an SLO.',
    why: 'Logfire stores one entry for each channel. The second would replace the first, or the server would reject both.',
    remedy: 'Keep one of the deliveries. To notify a channel in several windows, create one schedule with all of them.',
  },
  'runbook-address': {
    meaning: 'A runbook, or the base address of runbooks, is not an address that begins with `https://` or `http://`, or has a secret in it.',
    why: 'People open it from a notification. Text that is no address cannot be opened, and everyone who sees the alert reads a password in it.',
    remedy: 'Pass the address of a page without a password or key. Put other instructions into the description of the alert.',
  },
  'schedule-window': {
    meaning: 'A window of a schedule has invalid days or times: no day, a day twice, a time that is not `HH:MM`, or an end before its start.',
    why: 'Logfire would reject the schedule, or would never notify during this window.',
    remedy: 'Correct the days or times. A window across midnight is `ScheduleWindow.overnight`. For the end of a day, write `23:59`, or use `ScheduleWindow.allDay`.',
    code: 'ScheduleWindow.overnight([Weekday.FRIDAY], \'22:00\', \'06:00\');',
  },
  'slack-channel': {
    meaning: 'The id of a Slack channel is not an id, but for example its name.',
    why: 'Slack identifies channels by ids, because names change. Notifications to a name would not arrive.',
    remedy: 'In Slack, open the details of the channel and copy the id at the bottom. It looks like `C0123456789`.',
  },
  'timezone': {
    meaning: 'A time zone is not in the IANA time zone database.',
    why: 'Logfire knows only these names. An abbreviation such as `CET` or a city alone may mean several zones.',
    remedy: 'Use a name such as `Europe/Berlin`, or a constant of `Timezone`. The error shows the nearest name.',
    code: 'Timezone.of(\'Europe/Berlin\');',
  },
  'webhook-address': {
    meaning: 'The address of a webhook does not begin with `https://`, or with `http://` where that is allowed. The error does not show it, because a webhook address is a secret.',
    why: 'Logfire would reject the channel in the middle of the apply.',
    remedy: 'Copy the address again from the service that it belongs to. Check that a variable or environment variable really contains it.',
  },
  'webhook-encryption': {
    program: (stack) => new LogfireWebhookChannel(stack, 'Hook', { url: SecretValue.unsafePlainText('http://hooks.example.com/alerts') }),
    meaning: 'The address of a webhook begins with `http://`.',
    why: 'Everybody on the network can read the notifications, and the address itself, which is all that is needed to send to it.',
    remedy: 'Use the `https://` address of the service.',
  },
};

const slo = (targetPercent: number, routing?: SloRouting) => (stack: TerraformStack) => new LogfireSlo(stack, 'Slo', {
  project: project(stack),
  sloScope: SloScope.service('shop'),
  sli: Sli.availability(),
  targetPercent,
  routing: routing ?? SloRouting.bySeverity({ page: [Delivery.to(channel(stack))], ticket: [] }),
});

export const SLOS: Entries<SloId> = {
  'slo-silent-tier': {
    program: slo(90),
    meaning: 'An SLO has deliveries for a burn rate tier whose alert can never fire, because the target is too low.',
    why: 'A tier fires when the error budget burns a certain number of times faster than planned. With a low target, even a total failure does not burn it that fast.',
    remedy: 'Raise the target above the number in the warning, or pass `SloTierRouting.nobody()` for this tier and rely on the slower ones.',
  },
  'slo-target': {
    meaning: 'The target of an SLO is not between 0 and 100, or was given as a fraction.',
    why: 'Targets are percentages. A target of 0.999 percent would be met by a service that fails nearly always.',
    remedy: 'Pass a percentage such as 99.9. A target of 100 leaves no error budget, so Logfire does not allow it.',
  },
};
