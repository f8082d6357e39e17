import { App, TerraformStack, TerraformVariable } from 'cdktf';
import {
  AlertSeverity, Delivery, Duration, LogfireAlert, LogfirePagerDutyChannel, LogfireProject, LogfireProvider, LogfireSchedule,
  LogfireSlackWebhookChannel, NotifyWhen, ScheduleWindow, SecretValue, Timezone,
} from 'cdktf-logfire';

const app = new App();
const stack = new TerraformStack(app, 'alerts');

// The key comes from LOGFIRE_API_KEY at plan and apply.
new LogfireProvider(stack, 'Logfire');

const shop = new LogfireProject(stack, 'Shop', {
  // For a trial: without this, `terraform destroy` fails.
  deletionProtection: false,
});

// You pass both secrets at apply, as TF_VAR_slack_url and TF_VAR_routing_key, so neither is in the program.
const secret = (name: string) => SecretValue.fromVariable(new TerraformVariable(stack, name, { type: 'string', sensitive: true }));
const slack = new LogfireSlackWebhookChannel(stack, 'Slack', { url: secret('slack_url') });
const onCall = new LogfirePagerDutyChannel(stack, 'OnCall', { routingKey: secret('routing_key') });

const timezone = Timezone.of('Europe/Berlin');
const officeHours = new LogfireSchedule(stack, 'OfficeHours', { timezone, windows: ScheduleWindow.officeHours() });
const outsideOfficeHours = new LogfireSchedule(stack, 'OutsideOfficeHours', { timezone, windows: ScheduleWindow.outsideOfficeHours() });

// The team reads Slack during office hours. At night and on weekends, the on-call person is paged.
new LogfireAlert(stack, 'FailedCheckouts', {
  project: shop,
  query: `
    SELECT trace_id, exception_type, exception_message
    FROM records
    WHERE service_name = 'checkout' AND is_exception
    LIMIT 20`,
  frequency: Duration.minutes(5),
  environments: ['production'],
  notify: [Delivery.to(slack).during(officeHours), Delivery.to(onCall).during(outsideOfficeHours)],
  description: 'Customers cannot pay.',
  severity: AlertSeverity.CRITICAL,
  runbook: 'https://wiki.example.com/checkout',
});

// An alert fires on rows. To alert on silence, use an aggregate: it returns a row even when nothing happened.
new LogfireAlert(stack, 'NoOrders', {
  project: shop,
  query: "SELECT count(*) AS orders FROM records WHERE span_name = 'order placed' HAVING count(*) = 0",
  frequency: Duration.minutes(15),
  timeWindow: Duration.hours(1),
  notifyWhen: NotifyWhen.STARTS_HAVING_MATCHES,
  notify: [Delivery.to(slack)],
  severity: AlertSeverity.WARNING,
});

app.synth();
