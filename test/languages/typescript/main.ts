import { App, Fn, TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import {
  AlertQuery, AlertSeverity, ApiScope, BedrockApi, DashboardDefinition, Delivery, Duration, EnvironmentFormat, GatewayVendor,
  HostMetricsSource, ISecretSink, LogfireAiMonitoring, LogfireAlert, LogfireApiKey, LogfireDashboard, LogfireDatabaseMonitoring,
  LogfireEnvironment, LogfireEnvironmentProjects, LogfireFrontendApplication, LogfireFrontendMonitoring, LogfireFrontendToken,
  LogfireGatewayApiKey, LogfireGatewayProvider, LogfireHostMonitoring, LogfireIngestKey, LogfireJobMonitoring, LogfireMonitoring,
  LogfireOfficeHoursSplit, LogfireOpsgenieChannel, LogfireOrganization, LogfirePagerDutyChannel, LogfirePagerDutyService,
  LogfirePagerDutyServiceChannel, LogfirePolicies, LogfirePolicy, LogfireProject, LogfireProjectMigration, LogfireProjectWithToken,
  LogfireProvider, LogfireQueueMonitoring, LogfireReadToken, LogfireRegion, LogfireRotatingApiKey, LogfireRotatingGatewayApiKey,
  LogfireRotatingReadToken, LogfireRotatingWriteToken, LogfireSchedule, LogfireServiceMonitoring, LogfireSinkProvider, LogfireSlackChannel,
  LogfireSlackWebhookChannel, LogfireSlo, LogfireSubjectMonitoring, LogfireWebhookChannel, LogfireWriteToken, MigrationPhase,
  NotificationRouting, NotifyWhen, PolicySubject, ProjectImportId, ProjectVisibility, RecordFilter, ScheduleWindow, SecretToStore,
  SecretValue, Sli, SliGoodValues, SloRouting, SloScope, Timezone, TokenExpiry, TokenRotation, Weekday,
} from 'cdktf-logfire';

class OutputSink implements ISecretSink {
  public readonly kind = 'output';

  public store(scope: Construct, secret: SecretToStore): void {
    new TerraformOutput(scope, 'Output', { value: secret.value, sensitive: true });
  }
}

class ProjectsAreDescribed extends LogfirePolicy {
  constructor() {
    super('ProjectsAreDescribed');
  }

  public check(subject: PolicySubject): void {
    if (subject.resourceType === 'logfire_project' && subject.attributes.description === undefined) {
      subject.report('the project has no description', 'say what it is for');
    }
  }
}

const app = new App();
const stack = new TerraformStack(app, 'everything');
const secret = SecretValue.fromVariable(new TerraformVariable(stack, 'secret', { type: 'string', sensitive: true }));

new LogfireProvider(stack, 'Logfire', { region: LogfireRegion.EU, customHeaders: { 'CF-Access-Client-Id': secret } });

// Projects
const shop = new LogfireProject(stack, 'Shop', { description: 'Sells things', visibility: ProjectVisibility.PRIVATE, deletionProtection: false });
new LogfireProject(stack, 'Old', { importFrom: ProjectImportId.byName('acme', 'old') });
const billing = LogfireProject.fromProjectId(stack, 'Billing', '00000000-0000-4000-8000-000000000001');
const quick = new LogfireProjectWithToken(stack, 'Quick', {
  expiry: TokenExpiry.after(Duration.days(90)),
  serviceName: 'quick',
  deploymentEnvironment: 'production',
});
new TerraformOutput(stack, 'headers', { value: Fn.upper(quick.otlpEnvironment.OTEL_EXPORTER_OTLP_HEADERS), sensitive: true });

// Tokens
const monthly = TokenRotation.every(Duration.days(30));
billing.addWriteToken('Token', { rotation: monthly, warnBefore: Duration.days(14) });
new LogfireWriteToken(stack, 'Write', { project: shop, expiry: TokenExpiry.never('burned into devices') });
new LogfireReadToken(stack, 'Read', { project: shop, expiry: TokenExpiry.at('2027-03-31T00:00:00Z'), rotation: TokenRotation.manual(1) });
const deploy = new LogfireRotatingWriteToken(stack, 'Deploy', { project: shop, rotation: monthly });
new LogfireRotatingReadToken(stack, 'Report', { project: shop, rotation: monthly });
new TerraformOutput(stack, 'deploy_token', { value: deploy.tokenValue, sensitive: true });

// Keys
new LogfireApiKey(stack, 'Inventory', { scopes: [ApiScope.ORGANIZATION_READ, ApiScope.of('organization:read_member')] });
const collector = new LogfireIngestKey(stack, 'Collector', { project: shop, description: 'The collector in the cluster' });
new LogfireRotatingApiKey(stack, 'Query', { project: shop, scopes: ApiScope.query(), rotation: monthly });
new LogfireGatewayApiKey(stack, 'Chat', { project: shop, dailyLimitUsd: 20, monthlyLimitUsd: 200 });
new LogfireRotatingGatewayApiKey(stack, 'Agents', { project: shop, dailyLimitUsd: 5, rotation: monthly });
new LogfireGatewayProvider(stack, 'OpenAI', { gatewayProviderSlug: 'openai', vendor: GatewayVendor.OPENAI, apiKey: secret });
new LogfireGatewayProvider(stack, 'Bedrock', {
  gatewayProviderSlug: 'bedrock',
  vendor: GatewayVendor.bedrock({ api: BedrockApi.RUNTIME, region: 'eu-west-1' }),
  apiKey: secret,
});

// Notification
const pagerDutyService = new LogfirePagerDutyService(stack, 'Service', { accountSubdomain: 'acme', pagerDutyServiceId: 'PABC123' });
const slack = new LogfireSlackChannel(stack, 'Slack', { installId: '00000000-0000-4000-8000-000000000002', slackChannelId: 'C0123456789' });
const pager = new LogfirePagerDutyChannel(stack, 'Pager', { routingKey: secret });
new LogfireWebhookChannel(stack, 'Webhook', { url: secret });
new LogfireSlackWebhookChannel(stack, 'SlackWebhook', { url: secret });
new LogfireOpsgenieChannel(stack, 'Opsgenie', { authKey: secret });
new LogfirePagerDutyServiceChannel(stack, 'ServiceChannel', { service: pagerDutyService });
const hours = new LogfireSchedule(stack, 'Hours', {
  timezone: Timezone.of('Europe/Berlin'),
  windows: [ScheduleWindow.between([Weekday.MONDAY, Weekday.FRIDAY], '08:00', '18:00')],
});
new LogfireAlert(stack, 'Errors', {
  project: shop,
  query: 'SELECT trace_id FROM records WHERE is_exception',
  frequency: Duration.minutes(5),
  timeWindow: Duration.hours(1),
  notifyWhen: NotifyWhen.HAS_MATCHES,
  notify: [Delivery.to(slack).during(hours), Delivery.to(pager)],
  severity: AlertSeverity.CRITICAL,
  runbook: 'https://wiki.example.com/errors',
  environments: ['production'],
});
new LogfireSlo(stack, 'Latency', {
  project: shop,
  sloScope: SloScope.service('checkout'),
  sli: Sli.histogram({ totalQuery: "metric_name = 'http.server.request.duration'", good: SliGoodValues.below(0.3) }),
  targetPercent: 99.9,
  rollingWindow: Duration.days(7),
  routing: SloRouting.bySeverity({ page: [Delivery.to(pager)], ticket: [Delivery.to(slack).during(hours)] }),
});

// What people look at
new LogfireDashboard(stack, 'Traffic', {
  project: shop,
  definition: DashboardDefinition.fromObject({ kind: 'Dashboard', spec: { display: { name: 'Traffic' }, duration: '6h' } }),
});
const web = new LogfireFrontendApplication(stack, 'Web', { project: shop, environment: 'production' });
new LogfireFrontendToken(stack, 'WebToken', { application: web });

// What runs
const systems = new LogfireEnvironmentProjects(stack, 'Systems', { names: ['production', 'staging'], projectNamePrefix: 'till' });
const week = new LogfireOfficeHoursSplit(stack, 'Week', { timezone: Timezone.of('Europe/Berlin') });
const routing = NotificationRouting.bySeverity({ critical: [Delivery.to(pager)], warning: week.deliverTo({ during: [slack], outside: [] }) });
const monitoring = new LogfireMonitoring(stack, 'Monitoring', { environments: systems.environments, routing, owner: 'Team Till' });
monitoring.add(new LogfireServiceMonitoring(stack, 'Till', { environments: systems.environments, routing, serviceName: 'till', latency: {} }));
new LogfireAiMonitoring(stack, 'Assistant', { project: shop, routing, serviceName: 'assistant' });
new LogfireHostMonitoring(stack, 'Hosts', { project: shop, routing, source: HostMetricsSource.COLLECTOR });
new LogfireDatabaseMonitoring(stack, 'Database', { project: shop, routing });
new LogfireQueueMonitoring(stack, 'Mails', { project: shop, routing });
new LogfireJobMonitoring(stack, 'Backup', { project: shop, routing, spanName: 'backup', every: Duration.hours(6) });
new LogfireFrontendMonitoring(stack, 'Pages', { project: shop, routing, serviceName: 'web' });
const orders = new LogfireSubjectMonitoring(stack, 'Orders', { project: shop, routing });
orders.addAlert('NoOrdersCritical', {
  title: 'no orders',
  query: AlertQuery.silence({ filter: RecordFilter.spanName('order') }),
  severity: AlertSeverity.CRITICAL,
  description: 'Nobody orders.',
  timeWindow: Duration.hours(1),
});

// Secrets where they are used, and rules
new LogfireSinkProvider(stack, 'Vault', { source: 'hashicorp/vault', version: '~> 5.6', configuration: { address: 'https://vault.example.com' } });
deploy.storeIn(new OutputSink());
const move = new LogfireProjectMigration(stack, 'Move', { fromToken: deploy, toToken: collector, phase: MigrationPhase.DUAL_WRITE });
new TerraformOutput(stack, 'environment', {
  value: LogfireEnvironment.forToken(move, { serviceName: 'shop' }).toLambdaVariables(),
  sensitive: true,
});
new TerraformOutput(stack, 'deploy_environment', {
  value: LogfireEnvironment.forToken(deploy, { deploymentEnvironment: 'production' }).toVariables(),
  sensitive: true,
});
new TerraformOutput(stack, 'collector_environment', {
  value: LogfireEnvironment.forToken(collector, { format: EnvironmentFormat.OPEN_TELEMETRY }).toVariables(),
  sensitive: true,
});
LogfirePolicies.of([new ProjectsAreDescribed()]).applyTo(stack);
LogfirePolicies.suppress(stack, 'ProjectsAreDescribed', 'the names say it all');

// A Logfire of one's own
const selfHosted = new TerraformStack(app, 'self-hosted');
new LogfireProvider(selfHosted, 'Logfire', { baseUrl: 'https://logfire.example.com' });
new LogfireOrganization(selfHosted, 'Acme', { organizationName: 'acme', displayName: 'Acme', deletionProtection: false });

app.synth();
