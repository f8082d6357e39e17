import { App, TerraformStack, TerraformVariable } from 'cdktf';
import {
  Delivery, DeploymentEnvironments, LogfireMonitoring, LogfirePagerDutyChannel, LogfireProject, LogfireProvider, LogfireSchedule,
  LogfireSlackWebhookChannel, NotificationRouting, SecretValue, Timezone,
} from 'cdktf-logfire';

const app = new App();
const stack = new TerraformStack(app, 'monitoring');

// The key comes from LOGFIRE_API_KEY at plan and apply.
new LogfireProvider(stack, 'Logfire');

const shop = new LogfireProject(stack, 'Shop', {
  // For a trial: without this, `terraform destroy` fails.
  deletionProtection: false,
});

// You pass both secrets at apply, as TF_VAR_slack_url and TF_VAR_routing_key, so neither is in the program.
const secret = (name: string) => SecretValue.fromVariable(new TerraformVariable(stack, name, { type: 'string', sensitive: true }));
const slack = new LogfireSlackWebhookChannel(stack, 'Slack', { url: secret('slack_url') });
const pager = new LogfirePagerDutyChannel(stack, 'OnCall', { routingKey: secret('routing_key') });
const officeHours = LogfireSchedule.officeHours(stack, 'OfficeHours', { timezone: Timezone.of('Europe/Berlin') });

const monitoring = new LogfireMonitoring(stack, 'Monitoring', {
  // Production pages. The alerts of the others go to the deliveries for information.
  environments: DeploymentEnvironments.inProject(shop, ['production', 'staging', 'testing']),
  routing: NotificationRouting.bySeverity({
    critical: [Delivery.to(pager)],
    warning: [Delivery.to(slack).during(officeHours)],
    info: [Delivery.to(slack).during(officeHours)],
  }),
  runbookBaseUrl: 'https://runbooks.example.com',
  owner: 'Team Checkout',
});

monitoring.monitorService('Checkout', { serviceName: 'checkout', slo: { targetPercent: 99.9 } });
monitoring.monitorService('Mailer', { serviceName: 'mailer', latency: { warning: { aboveSeconds: 30 } } });
monitoring.monitorAi('Assistant', { serviceName: 'assistant', spend: { warning: { aboveUsd: 50 } } });
monitoring.monitorHost('Web', { hostName: 'web-1' });

app.synth();
