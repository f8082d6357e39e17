import { TerraformStack } from 'cdktf';
import {
  Delivery, Duration, LogfireAlert, LogfireAlertProps, LogfireChannel, LogfireOpsgenieChannel, LogfirePagerDutyChannel, LogfirePagerDutyService,
  LogfirePagerDutyServiceProps, LogfireProject, LogfireSchedule, LogfireSlackChannel, LogfireWebhookChannel, NotifyWhen, PagerDutyRegion,
  ScheduleWindow, SecretValue, Timezone, WebhookFormat, Weekday,
} from '../../../src';
import { BY_REFERENCE, Checks } from '../check';

const UUID = '00000000-0000-4000-8000-000000000001';
const plain = (text: string) => SecretValue.unsafePlainText(text);
const ONE_CLASS_PER_KIND = 'each kind has a class of its own that takes what the kind needs and nothing else';
const CANONICAL = 'written by Duration in a form that every version takes';

const alert = (props: Partial<LogfireAlertProps>) => (stack: TerraformStack) =>
  new LogfireAlert(stack, 'Alert', { project: LogfireProject.fromProjectId(stack, 'Shop', UUID), query: 'SELECT 1', ...props });

const alertTo = (deliveries: (stack: TerraformStack) => Delivery[]) => (stack: TerraformStack) => alert({ notify: deliveries(stack) })(stack);

export const ALERT: Checks = {
  'durations frequency': {
    breaks: alert({ frequency: Duration.seconds(59), timeWindow: Duration.hours(1) }),
    error: 'app/Alert: frequency must be from 1m to 1d, got 59s',
    keeps: alert({ frequency: Duration.minutes(1) }),
  },
  'durations time_window': {
    breaks: alert({ timeWindow: Duration.days(31) }),
    error: 'app/Alert: timeWindow must be from 1m to 30d, got 31d',
    keeps: alert({ timeWindow: Duration.days(30), frequency: Duration.hours(24) }),
  },
  'enums notify_when': {
    breaks: alert({ notifyWhen: 'always' as NotifyWhen }),
    error: 'app/Alert: notifyWhen must be one of has_matches',
    keeps: alert({ notifyWhen: NotifyWhen.MATCHES_CHANGED }),
  },
  'min_length channel_assignments[].channel_id': {
    breaks: alertTo((stack) => [Delivery.to(LogfireChannel.fromChannelId(stack, 'Channel', ''))]),
    error: 'app/Channel: channelId must be the UUID of a channel',
    keeps: alertTo((stack) => [Delivery.to(LogfireChannel.fromChannelId(stack, 'Channel', UUID))]),
  },
  'min_length channel_assignments[].schedule_id': {
    breaks: (stack) => LogfireSchedule.fromScheduleId(stack, 'Schedule', ' '),
    error: 'app/Schedule: scheduleId must be the UUID of a schedule',
    keeps: (stack) => LogfireSchedule.fromScheduleId(stack, 'Schedule', UUID),
  },
  'min_length name': {
    breaks: alert({ alertName: '' }),
    error: 'app/Alert: alertName must be',
    keeps: alert({ alertName: 'x' }),
  },
  'min_length project_id': BY_REFERENCE,
  'patterns frequency': CANONICAL,
  'patterns time_window': CANONICAL,
  'server_limits time_window': 'Logfire has a limit for each frequency that it tells at apply; the docs of the prop say so',
  'unique name': {
    breaks: (stack) => {
      const project = LogfireProject.fromProjectId(stack, 'Shop', UUID);
      ['A', 'B'].forEach((id) => new LogfireAlert(stack, id, { project, query: 'SELECT 1', alertName: 'errors' }));
    },
    error: 'app/B: alertName "errors" is taken by app/A; it must be unique in a project',
    keeps: (stack) => {
      const project = LogfireProject.fromProjectId(stack, 'Shop', UUID);
      ['A', 'B'].forEach((id) => new LogfireAlert(stack, id, { project, query: 'SELECT 1' }));
    },
  },
  'unique_by channel_assignments': {
    breaks: alertTo((stack) => {
      const channel = LogfireChannel.fromChannelId(stack, 'Channel', UUID);
      return [Delivery.to(channel), Delivery.to(channel).during(LogfireSchedule.fromScheduleId(stack, 'Schedule', UUID))];
    }),
    error: 'app/Alert: notify must have one delivery for each channel',
    keeps: alertTo((stack) => [UUID, UUID.replace(/1$/, '2')].map((channelId, index) => (
      Delivery.to(LogfireChannel.fromChannelId(stack, `Channel${index}`, channelId))))),
  },
};

const webhook = (url: string, format?: string) => (stack: TerraformStack) =>
  new LogfireWebhookChannel(stack, 'Channel', { url: plain(url), format: format as WebhookFormat });

export const CHANNEL: Checks = {
  'enums config.format': {
    breaks: webhook('https://hooks.example.com/x', 'xml'),
    error: 'app/Channel: format must be one of auto, slack-blockkit',
    keeps: webhook('https://hooks.example.com/x', WebhookFormat.RAW_DATA),
  },
  'enums config.region': {
    breaks: (stack) => new LogfirePagerDutyChannel(stack, 'Channel', { routingKey: plain('not-real'), region: 'asia' as PagerDutyRegion }),
    error: 'app/Channel: region must be one of us, eu',
    keeps: (stack) => new LogfirePagerDutyChannel(stack, 'Channel', { routingKey: plain('not-real'), region: PagerDutyRegion.EU }),
  },
  'enums config.type': ONE_CLASS_PER_KIND,
  'min_length name': {
    breaks: (stack) => new LogfireOpsgenieChannel(stack, 'Channel', { authKey: plain('not-real'), channelName: ' ' }),
    error: 'app/Channel: channelName must be',
    keeps: (stack) => new LogfireOpsgenieChannel(stack, 'Channel', { authKey: plain('not-real'), channelName: 'x' }),
  },
  'patterns config.url': {
    breaks: webhook('ftp://hooks.example.com'),
    error: 'app/Channel: url must be an address that begins with https:// or http://',
    keeps: webhook('https://hooks.example.com/x'),
  },
  'rules config-required': ONE_CLASS_PER_KIND,
  'rules opsgenie': {
    breaks: (stack) => new LogfireOpsgenieChannel(stack, 'Channel', { authKey: plain(' ') }),
    error: 'app/Channel: authKey must not be empty',
    keeps: (stack) => new LogfireOpsgenieChannel(stack, 'Channel', { authKey: plain('not-real') }),
  },
  'rules pagerduty': {
    breaks: (stack) => new LogfirePagerDutyChannel(stack, 'Channel', { routingKey: plain('') }),
    error: 'app/Channel: routingKey must not be empty',
    keeps: (stack) => new LogfirePagerDutyChannel(stack, 'Channel', { routingKey: plain('not-real') }),
  },
  'rules pagerduty-integration': ONE_CLASS_PER_KIND,
  'rules slack-integration': {
    breaks: (stack) => new LogfireSlackChannel(stack, 'Channel', { installId: '', slackChannelId: 'C0123456789' }),
    error: 'app/Channel: installId must be the UUID of a Slack connection',
    keeps: (stack) => new LogfireSlackChannel(stack, 'Channel', { installId: UUID, slackChannelId: 'C0123456789' }),
  },
  'rules webhook': {
    breaks: webhook(''),
    error: 'app/Channel: url must not be empty',
    keeps: webhook('https://hooks.example.com/x'),
  },
};

const schedule = (timezone: Timezone, ...windows: ScheduleWindow[]) => (stack: TerraformStack) =>
  new LogfireSchedule(stack, 'Schedule', { timezone, windows });
const between = (start: string, end: string, ...days: Weekday[]) => ScheduleWindow.between(days.length > 0 ? days : [Weekday.MONDAY], start, end);

export const SCHEDULE: Checks = {
  'integers windows[].days[]': {
    breaks: schedule(Timezone.UTC, between('09:00', '17:00', 1.5 as Weekday)),
    error: 'app/Schedule: windows[0].days must be values of Weekday, got 1.5',
    keeps: schedule(Timezone.UTC, between('09:00', '17:00', Weekday.SUNDAY)),
  },
  'min_items windows': {
    breaks: schedule(Timezone.UTC),
    error: 'app/Schedule: windows must have at least one window',
    keeps: schedule(Timezone.UTC, between('09:00', '17:00')),
  },
  'min_items windows[].days': {
    breaks: schedule(Timezone.UTC, ScheduleWindow.allDay([])),
    error: 'app/Schedule: windows[0].days must have at least one day',
    keeps: schedule(Timezone.UTC, ScheduleWindow.allDay([Weekday.MONDAY])),
  },
  'min_length label': {
    breaks: (stack) => new LogfireSchedule(stack, 'Schedule', { scheduleName: '', timezone: Timezone.UTC, windows: ScheduleWindow.officeHours() }),
    error: 'app/Schedule: scheduleName must be',
    keeps: (stack) => new LogfireSchedule(stack, 'Schedule', { scheduleName: 'x', timezone: Timezone.UTC, windows: ScheduleWindow.officeHours() }),
  },
  'min_length timezone': {
    breaks: schedule(Timezone.unlisted(''), between('09:00', '17:00')),
    error: 'app/Schedule: timezone must not be blank',
    keeps: schedule(Timezone.unlisted('Mars/Olympus'), between('09:00', '17:00')),
  },
  'patterns windows[].end_time': {
    breaks: schedule(Timezone.UTC, between('09:00', '24:00')),
    error: 'must be HH:MM or HH:MM:SS from 00:00 to 23:59, got "24:00"',
    keeps: schedule(Timezone.UTC, between('09:00', '23:59')),
  },
  'patterns windows[].start_time': {
    breaks: schedule(Timezone.UTC, between('9:00', '17:00')),
    error: 'must be HH:MM or HH:MM:SS from 00:00 to 23:59, got "9:00"',
    keeps: schedule(Timezone.UTC, between('09:00:30', '17:00')),
  },
  'ranges windows[].days[]': {
    breaks: schedule(Timezone.UTC, between('09:00', '17:00', 8 as Weekday)),
    error: 'app/Schedule: windows[0].days must be values of Weekday, got 8',
    keeps: schedule(Timezone.UTC, between('09:00', '17:00', Weekday.MONDAY)),
  },
  'server_limits timezone': {
    breaks: schedule(Timezone.of('Berlin'), between('09:00', '17:00')),
    error: 'app/Schedule: timezone must be a name of the IANA time zone database, such as Europe/Berlin, got "Berlin"; use Europe/Berlin',
    keeps: schedule(Timezone.of('Europe/Berlin'), between('09:00', '17:00')),
  },
  'unique_items windows[].days': {
    breaks: schedule(Timezone.UTC, between('09:00', '17:00', Weekday.MONDAY, Weekday.MONDAY)),
    error: 'must have each day once, got MONDAY twice',
    keeps: schedule(Timezone.UTC, between('09:00', '17:00', Weekday.MONDAY, Weekday.TUESDAY)),
  },
};

const service = (props: Partial<LogfirePagerDutyServiceProps>) => (stack: TerraformStack) =>
  new LogfirePagerDutyService(stack, 'Service', { accountSubdomain: 'acme', pagerDutyServiceId: 'PABC123', ...props });

export const PAGERDUTY_SERVICE: Checks = {
  'enums region': {
    breaks: service({ region: 'asia' as PagerDutyRegion }),
    error: 'app/Service: region must be one of us, eu',
    keeps: service({ region: PagerDutyRegion.EU }),
  },
  'max_length account_subdomain': {
    breaks: service({ accountSubdomain: 'x'.repeat(256) }),
    error: 'app/Service: accountSubdomain must be',
    keeps: service({ accountSubdomain: 'x'.repeat(255) }),
  },
  'max_length pagerduty_service_id': {
    breaks: service({ pagerDutyServiceId: 'P'.repeat(256) }),
    error: 'app/Service: pagerDutyServiceId must be',
    keeps: service({ pagerDutyServiceId: 'P'.repeat(255) }),
  },
  'min_length account_subdomain': {
    breaks: service({ accountSubdomain: '' }),
    error: 'app/Service: accountSubdomain must not be blank',
    keeps: service({ accountSubdomain: 'a' }),
  },
  'min_length pagerduty_service_id': {
    breaks: service({ pagerDutyServiceId: '' }),
    error: 'app/Service: pagerDutyServiceId must not be blank',
    keeps: service({ pagerDutyServiceId: 'P' }),
  },
};
