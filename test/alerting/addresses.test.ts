import { TerraformVariable } from 'cdktf';
import {
  AlertImportId, ChannelImportId, Delivery, LogfireAlert, LogfireOpsgenieChannel, LogfirePagerDutyChannel, LogfirePagerDutyService,
  LogfirePagerDutyServiceChannel, LogfireProject, LogfireSchedule, LogfireSlackChannel, LogfireSlackWebhookChannel, LogfireWebhookChannel,
  ScheduleImportId, ScheduleWindow, SecretValue, Timezone,
} from '../../src';
import { cleanUp, newStack, synth, TerraformJson } from '../synth';

const UUID = '00000000-0000-4000-8000-000000000001';

afterEach(cleanUp);

/** As in `test/addresses.test.ts`: a difference here is a breaking change and needs a `moved` block in the release notes. */
test('addresses of channels, schedules and alerts stay as they are', () => {
  const stack = newStack();
  const secret = SecretValue.fromVariable(new TerraformVariable(stack, 'secret', { type: 'string', sensitive: true }));
  const channel = new LogfireSlackChannel(stack, 'Slack', { installId: UUID, slackChannelId: 'C0123456789', importFrom: ChannelImportId.byName('on call') });
  new LogfireWebhookChannel(stack, 'Webhook', { url: secret });
  new LogfireSlackWebhookChannel(stack, 'SlackWebhook', { url: secret });
  new LogfireOpsgenieChannel(stack, 'Opsgenie', { authKey: secret });
  new LogfirePagerDutyChannel(stack, 'PagerDuty', { routingKey: secret });
  const service = new LogfirePagerDutyService(stack, 'Service', { accountSubdomain: 'acme', pagerDutyServiceId: 'PABC123' });
  new LogfirePagerDutyServiceChannel(stack, 'PagerDutyService', { service });
  const schedule = new LogfireSchedule(stack, 'Office', {
    timezone: Timezone.UTC, windows: ScheduleWindow.officeHours(), importFrom: ScheduleImportId.byId(UUID),
  });
  new LogfireAlert(stack, 'Errors', {
    project: LogfireProject.fromProjectId(stack, 'Shop', UUID),
    query: 'SELECT 1',
    notify: [Delivery.to(channel).during(schedule)],
    importFrom: AlertImportId.byName('shop', 'errors'),
  });
  const json = synth(stack);

  expect(stack.node.findAll().map((construct) => construct.node.path).sort()).toEqual([
    'app',
    'app/Errors',
    'app/Errors/Import',
    'app/Errors/Resource',
    'app/Logfire',
    'app/LogfireValidation',
    'app/Office',
    'app/Office/Import',
    'app/Office/Resource',
    'app/Opsgenie',
    'app/Opsgenie/Resource',
    'app/PagerDuty',
    'app/PagerDuty/Resource',
    'app/PagerDutyService',
    'app/PagerDutyService/Resource',
    'app/Service',
    'app/Service/Resource',
    'app/Shop',
    'app/Slack',
    'app/Slack/Import',
    'app/Slack/Resource',
    'app/SlackWebhook',
    'app/SlackWebhook/Resource',
    'app/Webhook',
    'app/Webhook/Resource',
    'app/backend',
    'app/secret',
  ]);
  const addresses = (block: TerraformJson) => Object.entries<TerraformJson>(block).flatMap(([type, named]) => Object.keys(named).map((name) => `${type}.${name}`));
  expect([...addresses(json.resource), ...addresses(json.data).map((address) => `data.${address}`)]).toEqual([
    'logfire_alert.Errors_FA5270DE',
    'logfire_channel.Opsgenie_8B6C39F3',
    'logfire_channel.PagerDutyService_2653F441',
    'logfire_channel.PagerDuty_E745F663',
    'logfire_channel.SlackWebhook_2D9E8715',
    'logfire_channel.Slack_738A1058',
    'logfire_channel.Webhook_B701416B',
    'logfire_schedule.Office_79F9F869',
    'data.logfire_pagerduty_service.Service_DBC79909',
  ]);
});
