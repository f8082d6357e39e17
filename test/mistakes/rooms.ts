import { TerraformStack } from 'cdktf';
import { SynthMistake } from './mistake';
import {
  ApiScope, BedrockApi, DashboardDefinition, DashboardSection, DashboardVariable, Delivery, Duration, FrontendReplacement, GatewayVendor,
  LogfireAlert, LogfireAlertProps, LogfireApiKey, LogfireChannel, LogfireDashboard, LogfireFrontendApplication, LogfireGatewayApiKey,
  LogfireGatewayProvider, LogfireOpsgenieChannel, LogfireOrganization, LogfirePagerDutyChannel, LogfireProject, LogfireProvider,
  LogfireRegion, LogfireSchedule, LogfireSlackChannel, LogfireSlackWebhookChannel, LogfireSlo, LogfireSloProps, LogfireWebhookChannel,
  MarkdownPanel, NotifyWhen, ScheduleWindow, SecretValue, Sli, SliGoodValues, SloRouting, SloScope, SloTierRouting, Timezone, Weekday,
} from '../../src';

const UUID = '00000000-0000-4000-8000-000000000001';
const plain = (text: string) => SecretValue.unsafePlainText(text);
const projectOf = (stack: TerraformStack) => LogfireProject.fromProjectId(stack, 'Project', UUID);

const alert = (props: Partial<LogfireAlertProps>) => (stack: TerraformStack) =>
  new LogfireAlert(stack, 'Alert', { project: projectOf(stack), query: 'SELECT 1', ...props });
const schedule = (...windows: ScheduleWindow[]) => (stack: TerraformStack) => new LogfireSchedule(stack, 'Schedule', { timezone: Timezone.UTC, windows });
const slo = (props: Partial<LogfireSloProps>) => (stack: TerraformStack) => new LogfireSlo(stack, 'Slo', {
  project: projectOf(stack), sli: Sli.availability(), sloScope: SloScope.service('shop'), targetPercent: 99.9, ...props,
});
const sectionOf = (panels: MarkdownPanel[]) => (
  DashboardDefinition.fromSections({ sections: [new DashboardSection({ title: 'All', panels })] }));
const dashboard = (document: unknown) => (stack: TerraformStack) => new LogfireDashboard(stack, 'Dashboard', {
  project: projectOf(stack), definition: DashboardDefinition.fromObject(document),
});
const upstream = (vendor: GatewayVendor, slug = 'up') => (stack: TerraformStack) =>
  new LogfireGatewayProvider(stack, 'Upstream', { vendor, gatewayProviderSlug: slug, apiKey: plain('not-a-real-key') });

export const ALERTING: readonly SynthMistake[] = [
  { name: 'an alert that runs every second', error: 'frequency must be from 1m to 1d', build: alert({ frequency: Duration.seconds(1) }) },
  { name: 'an alert that runs once a week', error: 'frequency must be from 1m to 1d', build: alert({ frequency: Duration.days(7) }) },
  { name: 'an alert that looks back a year', error: 'timeWindow must be from 1m to 30d', build: alert({ timeWindow: Duration.days(365) }) },
  { name: 'an alert without a query', error: 'query must not be blank', build: alert({ query: ' ' }) },
  { name: 'a misspelled SELECT', error: 'did you mean SELECT?', build: alert({ query: 'SELEC trace_id FROM records' }) },
  { name: 'a misspelled FROM', error: 'did you mean FROM?', build: alert({ query: 'SELECT trace_id FORM records' }) },
  { name: 'a misspelled table', error: 'did you mean records?', build: alert({ query: 'SELECT trace_id FROM recordz' }) },
  { name: 'a string in SQL without an end', error: 'must close each quote, got', build: alert({ query: "SELECT trace_id FROM records WHERE service_name = 'api" }) },
  { name: 'an apostrophe in a string in SQL', error: 'must close each quote', build: alert({ query: "SELECT 1 WHERE 'it's late' = 'a'" }) },
  { name: 'quotes from a word processor', error: 'must have straight quotes', build: alert({ query: 'SELECT trace_id FROM records WHERE service_name = \u2018api\u2019' }) },
  { name: 'a bracket in SQL without its counterpart', error: 'must have balanced brackets, got "(" without its closing bracket at line 1, column 13', build: alert({ query: 'SELECT count(* FROM records' }) },
  { name: 'two statements in a query', error: 'must be one statement', build: alert({ query: 'SELECT 1; SELECT 2' }) },
  { name: 'a dashboard variable in an alert', error: 'must have no dashboard variables', build: alert({ query: 'SELECT trace_id FROM records WHERE service_name = $service' }) },
  { name: 'a Terraform variable by its name in SQL', error: 'pass the value of a TerraformVariable', build: alert({ query: 'SELECT trace_id FROM records WHERE level > ${var.level}' }) },
  { name: 'an aggregate in WHERE', error: 'must have no aggregate in WHERE, got count(…)', build: alert({ query: 'SELECT trace_id FROM records WHERE count(*) = 0' }) },
  { name: 'an unknown rule to ignore in an alert', error: 'ignoredLintRules must contain only Q1, Q2', build: alert({ ignoredLintRules: ['Q99'] }) },
  { name: 'an invented way to notify', error: 'notifyWhen must be one of', build: alert({ notifyWhen: 'always' as NotifyWhen }) },
  { name: 'a blank environment', error: 'environments[1] must not be blank', build: alert({ environments: ['production', ''] }) },
  { name: 'a runbook that is no address', error: 'runbook must be an address', build: alert({ runbook: 'ask Eve' }) },
  {
    name: 'a channel at all times and at some',
    error: 'must have one delivery for each channel',
    build: (stack) => {
      const channel = LogfireChannel.fromChannelId(stack, 'Channel', UUID);
      const hours = LogfireSchedule.fromScheduleId(stack, 'Hours', UUID);
      alert({ notify: [Delivery.to(channel), Delivery.to(channel).during(hours)] })(stack);
    },
  },
  {
    name: 'two schedules for one delivery',
    error: 'schedule must be the only one of a delivery',
    build: (stack) => {
      const hours = LogfireSchedule.fromScheduleId(stack, 'Hours', UUID);
      Delivery.to(LogfireChannel.fromChannelId(stack, 'Channel', UUID)).during(hours).during(hours);
    },
  },
  {
    name: 'two alerts of one name',
    error: 'alertName "up" is taken by',
    build: (stack) => {
      const project = projectOf(stack);
      ['A', 'B'].forEach((id) => new LogfireAlert(stack, id, { project, query: 'SELECT 1', alertName: 'up' }));
    },
  },
  { name: 'a webhook that is no address', error: 'url must be an address', build: (stack) => new LogfireWebhookChannel(stack, 'C', { url: plain('hooks') }) },
  { name: 'a Slack webhook without encryption', error: 'url must be an address that begins with https://', build: (stack) => new LogfireSlackWebhookChannel(stack, 'C', { url: plain('http://hooks.example.com/x') }) },
  { name: 'a Slack channel by its name', error: 'slackChannelId must be the id', build: (stack) => new LogfireSlackChannel(stack, 'C', { installId: UUID, slackChannelId: '#alerts' }) },
  { name: 'a Slack installation by its name', error: 'installId must be the UUID', build: (stack) => new LogfireSlackChannel(stack, 'C', { installId: 'acme', slackChannelId: 'C0123456789' }) },
  { name: 'an empty Opsgenie key', error: 'authKey must not be empty', build: (stack) => new LogfireOpsgenieChannel(stack, 'C', { authKey: plain(' ') }) },
  { name: 'an empty routing key', error: 'routingKey must not be empty', build: (stack) => new LogfirePagerDutyChannel(stack, 'C', { routingKey: plain('') }) },
  { name: 'a schedule of nothing', error: 'windows must have at least one window', build: schedule() },
  { name: 'a window that ends before it starts', error: 'windows[0].end must be later than the start "18:00"', build: schedule(ScheduleWindow.between([Weekday.MONDAY], '18:00', '08:00')) },
  { name: 'a window until 24:00', error: 'must be HH:MM', build: schedule(ScheduleWindow.between([Weekday.MONDAY], '18:00', '24:00')) },
  { name: 'a window without days', error: 'windows[0].days must have at least one day', build: schedule(ScheduleWindow.allDay([])) },
  { name: 'a window with a day twice', error: 'got MONDAY twice', build: schedule(ScheduleWindow.allDay([Weekday.MONDAY, Weekday.MONDAY])) },
  { name: 'an eighth day', error: 'windows[0].days must be values of Weekday', build: schedule(ScheduleWindow.allDay([8 as Weekday])) },
  {
    name: 'a city as a time zone',
    error: 'use Europe/Berlin',
    build: (stack) => new LogfireSchedule(stack, 'S', { timezone: Timezone.of('Berlin'), windows: ScheduleWindow.officeHours() }),
  },
];

export const SLOS: readonly SynthMistake[] = [
  { name: 'a target of 100 percent', error: 'targetPercent must be above 0 and below 100', build: slo({ targetPercent: 100 }) },
  { name: 'a window of a year', error: 'rollingWindow must be from 1h to 90d', build: slo({ rollingWindow: Duration.days(365) }) },
  { name: 'a service without a name', error: 'app/Slo: ', build: slo({ sloScope: SloScope.service('') }) },
  { name: 'a whole query as a condition', error: 'sli.totalQuery must be a condition over one row, got "SELECT"', build: slo({ sli: Sli.ratio({ totalQuery: 'SELECT 1 FROM records', badQuery: 'is_exception' }) }) },
  { name: 'WHERE before a condition', error: 'sli.badQuery must be a condition over one row, got "WHERE"', build: slo({ sli: Sli.ratio({ totalQuery: 'true', badQuery: 'WHERE is_exception' }) }) },
  { name: 'an aggregate in a condition', error: 'sli.badQuery must have no aggregate', build: slo({ sli: Sli.ratio({ totalQuery: 'true', badQuery: 'count(*) > 5' }) }) },
  { name: 'an endless threshold', error: 'sli.good.threshold must be a finite number', build: slo({ sli: Sli.histogram({ totalQuery: 'true', good: SliGoodValues.below(NaN) }) }) },
  { name: 'a tier that notifies an empty list', error: 'routing.fast must have at least one delivery', build: slo({ routing: SloRouting.byTier({ fast: SloTierRouting.to([]) }) }) },
];

export const DASHBOARDS: readonly SynthMistake[] = [
  { name: 'a document that is a list', error: 'must be a JSON object', build: () => DashboardDefinition.fromJson('[]') },
  { name: 'a document cut off', error: 'definition must be valid JSON', build: () => DashboardDefinition.fromJson('{ "kind": ') },
  { name: 'a number that does not survive', error: '2^53', build: () => DashboardDefinition.fromJson('{ "a": 9007199254740993 }') },
  { name: 'a file that is not there', error: 'which does not exist', build: () => DashboardDefinition.fromFile('not-there.json') },
  {
    name: 'a panel that is wider than the grid',
    error: 'width must be a whole number from 1 to 24',
    build: () => sectionOf([new MarkdownPanel({ panelId: 'a', title: 'A', text: 'A', width: 25 })]),
  },
  {
    name: 'panels that overlap',
    error: 'it overlaps panel "a"',
    build: () => sectionOf(['a', 'b'].map((id) => new MarkdownPanel({ panelId: id, title: id, text: id, x: 0, y: 0 }))),
  },
  {
    name: 'a panel with the id of another one',
    error: 'panelId must be unique in the dashboard',
    build: () => sectionOf(['A', 'B'].map((title) => new MarkdownPanel({ panelId: 'a', title, text: title }))),
  },
  {
    name: 'a dashboard variable with the name of a built-in one',
    error: 'name must be another one than those of the built-in variables',
    build: () => DashboardDefinition.fromSections({ sections: [], variables: [DashboardVariable.text('resolution')] }),
  },
  { name: 'a document that contains itself', error: 'contains itself', build: () => DashboardDefinition.fromObject(endless()) },
  { name: 'a function in a document', error: 'JSON cannot represent it', build: dashboard({ kind: 'Dashboard', spec: { panels: () => 1 } }) },
  { name: 'panels as a list', error: 'definition must have an object at spec.panels', build: dashboard({ kind: 'Dashboard', spec: { panels: [], layouts: [] } }) },
  {
    name: 'a panel with SQL without an end',
    error: 'the query of panel "p" must close each quote',
    build: dashboard({
      kind: 'Dashboard',
      spec: {
        panels: {
          p: {
            kind: 'Panel',
            spec: {
              display: { name: 'p' },
              plugin: { kind: 'Table', spec: {} },
              queries: [{ kind: 'NonTimeSeriesQuery', spec: { plugin: { kind: 'LogfireNonTimeSeriesQuery', spec: { query: "SELECT 'a" } } } }],
            },
          },
        },
        layouts: [],
      },
    }),
  },
  {
    name: 'a place for a panel that is not there',
    error: 'app/Dashboard: ',
    build: dashboard({
      kind: 'Dashboard',
      spec: { panels: {}, layouts: [{ kind: 'Grid', spec: { items: [{ x: 0, y: 0, width: 1, height: 1, content: { $ref: '#/spec/panels/no' } }] } }] },
    }),
  },
];

export const KEYS: readonly SynthMistake[] = [
  { name: 'a key without scopes', error: 'app/Key: scopes', build: (stack) => new LogfireApiKey(stack, 'Key', { scopes: [] }) },
  { name: 'an ingest key without a project', error: 'project:write_otlp', build: (stack) => new LogfireApiKey(stack, 'Key', { scopes: ApiScope.ingest() }) },
  {
    name: 'caps on a key that cannot use the gateway',
    error: 'app/Key: gateway',
    build: (stack) => new LogfireApiKey(stack, 'Key', { scopes: [ApiScope.PROJECT_READ], gateway: { dailyLimitUsd: 1 } }),
  },
  { name: 'a cap in cents', error: 'must be whole US dollars', build: (stack) => new LogfireGatewayApiKey(stack, 'Key', { project: projectOf(stack), dailyLimitUsd: 0.5 }) },
  { name: 'a negative cap', error: 'must be whole US dollars', build: (stack) => new LogfireGatewayApiKey(stack, 'Key', { project: projectOf(stack), totalLimitUsd: -1 }) },
  { name: 'Bedrock without a region', error: 'vendor must have an API and a region for Bedrock', build: upstream(GatewayVendor.of('bedrock')) },
  { name: 'Bedrock in no region', error: 'vendor.region must be an AWS region', build: upstream(GatewayVendor.bedrock({ api: BedrockApi.RUNTIME, region: 'Frankfurt' })) },
  { name: 'a slug with a blank', error: 'gatewayProviderSlug must be', build: upstream(GatewayVendor.OPENAI, 'open ai') },
  {
    name: 'an organization in the cloud',
    error: 'can be created on a self-hosted Logfire only',
    build: (stack) => new LogfireOrganization(stack, 'O', { provider: new LogfireProvider(stack, 'Eu', { alias: 'eu', region: LogfireRegion.EU }) }),
  },
  {
    name: 'a frontend that may not take over its own name',
    error: 'adoptExistingServiceName must not be false',
    build: (stack) => new LogfireFrontendApplication(stack, 'F', {
      project: projectOf(stack), replacement: FrontendReplacement.DESTROY_FIRST, adoptExistingServiceName: false,
    }),
  },
];

function endless(): object {
  const document: { [key: string]: unknown } = { kind: 'Dashboard' };
  document.spec = document;
  return document;
}
