import { App, TerraformStack, TerraformVariable } from 'cdktf';
import {
  Delivery, Duration, LogfirePagerDutyChannel, LogfireProject, LogfireProvider, LogfireSchedule, LogfireSlackWebhookChannel, LogfireSlo,
  ScheduleWindow, SecretValue, Sli, SliGoodValues, SloRouting, SloScope, Timezone,
} from 'cdktf-logfire';

const app = new App();
const stack = new TerraformStack(app, 'slos');

// The key comes from LOGFIRE_API_KEY at plan and apply.
new LogfireProvider(stack, 'Logfire');

// For a trial: without this, `terraform destroy` fails.
const shop = new LogfireProject(stack, 'Shop', { deletionProtection: false });

// Pages go to PagerDuty at any time, tickets to the team's Slack channel during office hours.
const secret = (id: string) => SecretValue.fromVariable(new TerraformVariable(stack, id, { type: 'string', sensitive: true }));
const pager = new LogfirePagerDutyChannel(stack, 'Pager', { routingKey: secret('pagerduty_routing_key') });
const slack = new LogfireSlackWebhookChannel(stack, 'Slack', { url: secret('slack_webhook_url') });
const officeHours = new LogfireSchedule(stack, 'OfficeHours', { timezone: Timezone.of('Europe/Berlin'), windows: ScheduleWindow.officeHours() });
const routing = SloRouting.bySeverity({ page: [Delivery.to(pager)], ticket: [Delivery.to(slack).during(officeHours)] });

// 99.9 % of the requests to the checkout succeed, over 30 days.
new LogfireSlo(stack, 'Availability', {
  project: shop,
  sloScope: SloScope.service('checkout'),
  sli: Sli.availability(),
  targetPercent: 99.9,
  environments: ['production'],
  routing,
});

// 95 % of them within 300 ms, over a week.
new LogfireSlo(stack, 'Latency', {
  project: shop,
  sloScope: SloScope.service('checkout'),
  sli: Sli.histogram({ totalQuery: "metric_name = 'http.server.request.duration'", good: SliGoodValues.below(0.3) }),
  targetPercent: 95,
  rollingWindow: Duration.days(7),
  environments: ['production'],
  routing,
});

// 98 % of the calls to a model provider succeed; otherwise there is a ticket, and no page.
new LogfireSlo(stack, 'Models', {
  project: shop,
  sloScope: SloScope.llmProvider('openai'),
  sli: Sli.ratio({ totalQuery: "kind = 'span'", badQuery: 'is_exception' }),
  targetPercent: 98,
  routing: SloRouting.bySeverity({ page: [], ticket: [Delivery.to(slack)] }),
});

app.synth();
