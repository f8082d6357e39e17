import { App, TerraformStack, TerraformVariable } from 'cdktf';
import {
  AlertQuery, AlertSeverity, ApiScope, BarPanel, DashboardDefinition, DashboardSection, DashboardUnit, Delivery, Duration, LogfireAlert,
  LogfireApiKey, LogfireDashboard, LogfirePagerDutyChannel, LogfirePolicies, LogfireProject, LogfireProvider, LogfireReview,
  LogfireRotatingWriteToken, LogfireSchedule, LogfireSlackWebhookChannel, LogfireSlo, MarkdownPanel, NotifyWhen, ProjectVisibility,
  RecordAggregate, RecordColumn, RecordFilter, RowsQuery, SecretValue, Sli, SloRouting, SloScope, TablePanel, TimeSeriesPanel, TimeSeriesQuery,
  Timezone, TokenExpiry, TokenRotation, ValuesPanel,
} from 'cdktf-logfire';

const app = new App();
const stack = new TerraformStack(app, 'review');

// The key comes from LOGFIRE_API_KEY at plan and apply.
new LogfireProvider(stack, 'Logfire');

// For a trial: without this, `terraform destroy` fails.
const shop = new LogfireProject(stack, 'Shop', {
  description: 'The shop: storefront, checkout and stock',
  visibility: ProjectVisibility.PRIVATE,
  deletionProtection: false,
});
LogfirePolicies.suppress(shop, 'ProtectProjects', 'a trial that is destroyed again');

// Slack during office hours, the on-call person at all other times.
const secret = (id: string) => SecretValue.fromVariable(new TerraformVariable(stack, id, { type: 'string', sensitive: true }));
const slack = new LogfireSlackWebhookChannel(stack, 'Slack', { url: secret('slack_url') });
const onCall = new LogfirePagerDutyChannel(stack, 'OnCall', { routingKey: secret('routing_key') });
const timezone = Timezone.of('Europe/Berlin');
const officeHours = LogfireSchedule.officeHours(stack, 'OfficeHours', { timezone });
const outside = LogfireSchedule.outsideOfficeHours(stack, 'Outside', { timezone });
const roundTheClock = [Delivery.to(slack).during(officeHours), Delivery.to(onCall).during(outside)];

const checkout = RecordFilter.service('checkout');
new LogfireAlert(stack, 'FailedCheckouts', {
  project: shop,
  query: `
    SELECT trace_id, exception_type, exception_message
    FROM records
    WHERE service_name = 'checkout' AND is_exception
    LIMIT 20`,
  description: 'Customers cannot pay.',
  severity: AlertSeverity.CRITICAL,
  runbook: 'https://wiki.example.com/checkout',
  environments: ['production'],
  notify: roundTheClock,
});
new LogfireAlert(stack, 'NoOrders', {
  project: shop,
  query: AlertQuery.silence({ filter: RecordFilter.spanName('order placed') }).sql,
  frequency: Duration.minutes(15),
  timeWindow: Duration.hours(1),
  notifyWhen: NotifyWhen.STARTS_HAVING_MATCHES,
  severity: AlertSeverity.WARNING,
  notify: [Delivery.to(slack).during(officeHours)],
});

new LogfireSlo(stack, 'Availability', {
  project: shop,
  sloScope: SloScope.service('checkout'),
  sli: Sli.availability(),
  targetPercent: 99.9,
  description: 'Requests to the checkout succeed.',
  routing: SloRouting.bySeverity({ page: roundTheClock, ticket: [Delivery.to(slack)] }),
});

const failed = RecordFilter.isException();
new LogfireDashboard(stack, 'Checkout', {
  project: shop,
  definition: DashboardDefinition.fromSections({
    displayName: 'Checkout',
    duration: Duration.hours(6),
    sections: [
      new DashboardSection({
        title: 'Health',
        panels: [
          new ValuesPanel({
            panelId: 'error-rate',
            title: 'Error rate',
            query: RowsQuery.value({ filter: checkout, aggregate: RecordAggregate.percentOf(failed) }),
            unit: DashboardUnit.PERCENT,
          }),
          new MarkdownPanel({ panelId: 'help', title: 'What to do', text: 'If it is red, see the [runbook](https://wiki.example.com/checkout).', width: 18 }),
          new TimeSeriesPanel({ panelId: 'requests', title: 'Requests', query: TimeSeriesQuery.count({ filter: checkout }) }),
          new BarPanel({
            panelId: 'slowest',
            title: 'Slowest spans',
            query: RowsQuery.topN({
              filter: checkout,
              groupBy: RecordColumn.SPAN_NAME,
              aggregate: RecordAggregate.durationPercentile(95),
              greatestLast: true,
            }),
            unit: DashboardUnit.SECONDS,
          }),
        ],
      }),
      new DashboardSection({
        title: 'Details',
        collapsed: true,
        panels: [
          new TablePanel({
            panelId: 'exceptions',
            title: 'Latest exceptions',
            query: RowsQuery.records({
              filter: checkout.also(failed),
              columns: [RecordColumn.START_TIMESTAMP, RecordColumn.EXCEPTION_MESSAGE, RecordColumn.TRACE_ID],
              limit: 20,
            }),
          }),
        ],
      }),
    ],
  }),
});

new LogfireRotatingWriteToken(stack, 'Deploy', {
  project: shop,
  rotation: TokenRotation.every(Duration.days(30)),
  expiry: TokenExpiry.after(Duration.days(90)),
});
new LogfireApiKey(stack, 'Reports', { project: shop, scopes: ApiScope.query(), expiry: TokenExpiry.at('2027-03-31T00:00:00Z') });

// At the end, when the app has all its stacks.
LogfirePolicies.recommended().applyTo(app);
LogfireReview.writeFor(app);

app.synth();
