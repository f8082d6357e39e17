import * as fs from 'node:fs';
import * as path from 'node:path';
import { TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import { ROOT } from '../../scripts/run';
import { AssemblyType, typeText, Types } from '../../scripts/signatures';
import * as library from '../../src';
import { valuesIn } from '../../src/core/stack-values';
import { StoreProvider } from '../sinks/store-provider';
import { newStack } from '../synth';

const DASHBOARD = path.join(ROOT, 'examples', 'typescript', 'dashboard-from-file', 'traffic.json');
const UUID = '00000000-0000-4000-8000-00000000000';

/** A stack in which one call is made. */
export class World {
  public readonly stack: TerraformStack = newStack();
  public readonly project = new library.LogfireProject(this.stack, 'Project');
  private count = 0;

  constructor() {
    ['aws', 'vault', 'kubernetes', 'github'].forEach((name) => new StoreProvider(this.stack, name));
  }

  public id(): string {
    this.count += 1;
    return `Made${this.count}`;
  }

  public secret(): library.SecretValue {
    return library.SecretValue.fromVariable(new TerraformVariable(this.stack, this.id(), { sensitive: true }));
  }
}

/** A legal value of each type that the table does not describe, or whose members alone would not be legal. */
export const SAMPLES: { readonly [type: string]: (world: World) => unknown } = {
  any: () => JSON.parse(fs.readFileSync(DASHBOARD, 'utf8')),
  number: () => 7,
  boolean: () => false,
  Construct: ({ stack }) => stack,
  IConstruct: ({ stack }) => stack,
  TerraformProvider: ({ stack }) => stack.node.findChild('Logfire'),
  TerraformVariable: (world) => new TerraformVariable(world.stack, world.id(), { sensitive: true }),
  ITerraformDependable: ({ project }) => project,
  AlertImportId: () => library.AlertImportId.byName('shop', 'errors'),
  AlertQuery: () => library.AlertQuery.silence({ filter: library.RecordFilter.service('shop') }),
  ApiScope: () => library.ApiScope.ORGANIZATION_READ,
  ChannelImportId: () => library.ChannelImportId.byId(`${UUID}1`),
  DashboardDefinition: () => library.DashboardDefinition.fromFile(DASHBOARD),
  DashboardImportId: () => library.DashboardImportId.bySlug('shop', 'overview'),
  DashboardPanel: () => new library.MarkdownPanel({ panelId: 'text', title: 'Text', text: 'Text' }),
  DashboardSection: () => new library.DashboardSection({ title: 'Texts', panels: [SAMPLES.DashboardPanel(undefined as never) as library.DashboardPanel] }),
  DashboardUnit: () => library.DashboardUnit.SECONDS,
  DashboardVariable: () => library.DashboardVariable.text('tenant'),
  Delivery: (world) => library.Delivery.to(SAMPLES.ILogfireChannel(world) as library.ILogfireChannel),
  DeploymentEnvironments: ({ project }) => library.DeploymentEnvironments.inProject(project, ['shop']),
  Duration: () => library.Duration.days(1),
  FrontendApplicationImportId: () => library.FrontendApplicationImportId.byId(`${UUID}1`),
  FrontendTokenImportId: () => library.FrontendTokenImportId.byId(`${UUID}1`),
  GatewayProviderImportId: () => library.GatewayProviderImportId.byId(`${UUID}1`),
  GatewayVendor: () => library.GatewayVendor.OPENAI,
  ILogfireChannel: (world) => library.LogfireChannel.fromChannelId(world.stack, world.id(), `${UUID}2`),
  ILogfireCredential: (world) => world.project.addWriteToken(world.id()),
  ILogfireFrontendApplication: (world) => new library.LogfireFrontendApplication(world.stack, world.id(), { project: world.project }),
  ILogfireFrontendApplicationRef: (world) => new library.LogfireFrontendApplication(world.stack, world.id(), { project: world.project }),
  ILogfireIngestCredential: (world) => world.project.addWriteToken(world.id()),
  ILogfirePagerDutyService: (world) => new library.LogfirePagerDutyService(world.stack, world.id(), { accountSubdomain: 'acme', pagerDutyServiceId: 'P1' }),
  ILogfireProject: ({ project }) => project,
  ILogfireProjectRef: ({ project }) => project,
  ILogfireSchedule: (world) => library.LogfireSchedule.fromScheduleId(world.stack, world.id(), `${UUID}3`),
  ISecretSink: () => new library.AwsSsmParameterSink({ parameterName: '/shop/logfire' }),
  KeyImportId: () => library.KeyImportId.byId(`${UUID}1`),
  LogfireDefaults: (world) => library.LogfireDefaults.of(new Construct(world.stack, world.id())),
  LogfireEnvironmentProjects: (world) => new library.LogfireEnvironmentProjects(world.stack, world.id(), { names: ['shop'] }),
  LogfireEnvironment: (world) => library.LogfireEnvironment.forToken(world.project.addWriteToken(world.id())),
  LogfireMonitoring: (world) => new library.LogfireMonitoring(world.stack, world.id(), { project: world.project }),
  LogfireSubjectMonitoring: (world) => new library.LogfireSubjectMonitoring(world.stack, world.id(), { project: world.project }),
  LogfirePolicies: () => library.LogfirePolicies.of([new library.RequireRunbook()]),
  LogfirePolicy: () => new library.RequireRunbook(),
  LogfireProject: ({ project }) => project,
  LogfireProvider: (world) => new library.LogfireProvider(world.stack, world.id(), { alias: 'other' }),
  LogfireSlo: (world) => new library.LogfireSlo(world.stack, world.id(), {
    project: world.project,
    sli: library.Sli.availability(),
    sloScope: library.SloScope.service('shop'),
    targetPercent: 99,
    routing: library.SloRouting.bySeverity({ page: [SAMPLES.Delivery(world) as library.Delivery], ticket: [] }),
  }),
  MetricAggregate: () => library.MetricAggregate.average(),
  MetricColumn: () => library.MetricColumn.SERVICE_NAME,
  MetricFilter: () => library.MetricFilter.service('shop'),
  NotificationRouting: (world) => library.NotificationRouting.bySeverity({ critical: [SAMPLES.Delivery(world) as library.Delivery] }),
  OrganizationImportId: () => library.OrganizationImportId.byId(`${UUID}1`),
  PolicySubject: (world) => subjectIn(world),
  ProjectImportId: () => library.ProjectImportId.byId(`${UUID}1`),
  RecordAggregate: () => library.RecordAggregate.count(),
  RecordColumn: () => library.RecordColumn.SERVICE_NAME,
  RecordFilter: () => library.RecordFilter.service('shop'),
  RowsQuery: () => library.RowsQuery.fromSql('SELECT 1'),
  ScheduleImportId: () => library.ScheduleImportId.byId(`${UUID}1`),
  ScheduleWindow: () => library.ScheduleWindow.allDay([library.Weekday.MONDAY]),
  SecretValue: (world) => world.secret(),
  Sli: () => library.Sli.availability(),
  SliGoodValues: () => library.SliGoodValues.below(300),
  SloImportId: () => library.SloImportId.byName('shop', 'availability'),
  SloRouting: () => library.SloRouting.unmanaged(),
  SloScope: () => library.SloScope.service('shop'),
  SloTierRouting: () => library.SloTierRouting.nobody(),
  TimeSeriesQuery: () => library.TimeSeriesQuery.count({ filter: library.RecordFilter.service('shop') }),
  Timezone: () => library.Timezone.of('Europe/Berlin'),
  TokenExpiry: () => library.TokenExpiry.after(library.Duration.days(90)),
  TokenRotation: () => library.TokenRotation.every(library.Duration.days(30)),
};

/** What a policy is given. */
function subjectIn(world: World): library.PolicySubject {
  return library.PolicySubject._of({
    construct: world.stack,
    element: world.stack,
    kind: 'resource',
    resourceType: 'logfire_project',
    attributes: {},
    block: {},
    values: valuesIn(world.stack),
  }, () => undefined);
}

/** Strings that must have a form, and other values that depend on where they stand, by `Struct.prop` or `entry(parameter)`, or by name alone. */
const VALUES: { readonly [place: string]: (world: World) => unknown } = {
  'id': (world) => world.id(),
  'LogfireProviderProps.alias': () => 'another',
  'kmsKeyId': () => 'alias/shop',
  'LogfireSinkProviderProps.source': () => 'acme/safe',
  'LogfireDefaultValues.runbookBaseUrl': () => 'https://example.com/runbooks',
  'LogfireSinkProviderProps.version': () => '~> 1.0',
  'LogfireSinkProviderProps.configuration': () => ({ region: 'eu-west-1' }),
  'LogfireProviderProps.customHeaders': (world) => ({ 'X-Proxy': world.secret() }),
  'RowsQuery.fromSql(query)': () => 'SELECT 1',
  'TimeSeriesQuery.fromSql(query)': () => 'SELECT 1',
  'SecretValue.fromAttribute(attribute)': (world) => new TerraformVariable(world.stack, world.id(), { sensitive: true }).stringValue,
  'SloSeverityDeliveries.page': (world) => [SAMPLES.Delivery(world)],
  'LogfireSloProps.targetPercent': () => 99,
  'LogfireSloProps.rollingWindow': () => library.Duration.days(30),
  'TokenRotation.every(period)': () => library.Duration.days(30),
  'LogfireFrontendApplicationProps.replacement': () => library.FrontendReplacement.CREATE_FIRST,
  'LogfireAlertProps.frequency': () => library.Duration.minutes(5),
  'runbook': () => 'https://example.com/runbook',
  'runbookBaseUrl': () => 'https://example.com/runbooks',
  'SubjectAlertOptions.ignoredLintRules': () => ['Q3'],
  'LogfireAlertProps.runbook': () => 'https://example.com/runbook',
  ...Object.fromEntries([
    ['AwsSecretsManagerSinkProps', 'aws'], ['AwsSsmParameterSinkProps', 'aws'], ['VaultKvSinkProps', 'vault'], ['KubernetesSecretSinkProps', 'kubernetes'],
    ['GithubActionsSecretSinkProps', 'github'],
  ].map(([props, name]) => [`${props}.provider`, ({ stack }: World) => stack.node.findChild(name)])),
  'DashboardDefinition.fromFile(path)': () => DASHBOARD,
  'DashboardDefinition.fromJson(text)': () => JSON.stringify(SAMPLES.any(undefined as never)),
  'TimeSeriesPanelProps.lineWidth': () => 2,
  'TimeSeriesPanelProps.areaOpacity': () => 1,
  'MarkdownPanelProps.x': () => 0,
  'TablePanelProps.x': () => 0,
  'TimeSeriesColumns.groupBy': () => 'service_name',
  'ValueThresholds.warning': () => 8,
  'ChoiceVariableOptions.defaultValues': () => ['shop'],
  'RawPanelProps.pluginSpec': () => ({ max: 1 }),
  'RawPanelProps.queries': () => [{ kind: 'TimeSeriesQuery' }],
  'ListVariableOptions.labels': () => ({ shop: 'The shop' }),
  'TokenExpiry.at(instant)': () => '2099-03-31T00:00:00Z',
  'RequireTokenExpiryOptions.latest': () => '2099-03-31T00:00:00Z',
  'LogfireEnvironment#toEcs(valueFrom)': () => ({ LOGFIRE_TOKEN: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:shop' }),
  'ScheduleWindow.overnight(start)': () => '22:00',
  'ScheduleWindow.overnight(end)': () => '06:00',
  'LogfireInventoryOptions.fileName': () => 'inventory.json',
  'LogfireReviewOptions.fileName': () => 'review.html',
  'MetricFilter.numberColumn(column)': () => library.MetricColumn.SCALAR_VALUE,
  'RecordAggregate.averageOf(column)': () => library.RecordColumn.DURATION,
  'RecordAggregate.maximumOf(column)': () => library.RecordColumn.DURATION,
  'RecordAggregate.percentileOf(column)': () => library.RecordColumn.DURATION,
  'RecordAggregate.sumOf(column)': () => library.RecordColumn.DURATION,
  'RecordFilter.httpStatusAtLeast(status)': () => 500,
  'RecordFilter.numberColumn(column)': () => library.RecordColumn.DURATION,
  'LogfirePolicies.suppress(rule)': () => 'RequireRunbook',
  'AwsSsmParameterSinkProps.parameterName': () => '/shop/logfire',
  'AwsSecretsManagerSinkProps.recoveryWindowInDays': () => 7,
  'ISecretSink#store(secret)': () => ({ value: 'not-a-real-token', version: 1 }),
  'LogfireSlackChannelProps.installId': () => `${UUID}4`,
  'LogfireSlackChannelProps.slackChannelId': () => 'C0123456789',
  'ScheduleImportId.byId(scheduleId)': () => `${UUID}3`,
  'baseUrl': () => 'https://logfire.example.com',
  'endpoint': () => 'https://logfire.example.com',
  'otlpEndpoint': () => 'https://logfire.example.com',
  'billingEmail': () => 'billing@example.com',
  'avatar': () => 'https://example.com/avatar.png',
  'Timezone.of(name)': () => 'Europe/Berlin',
  'Timezone.unlisted(name)': () => 'Mars/Phobos',
  'SilenceThreshold.olderThan': () => library.Duration.minutes(5),
  'StallThreshold.olderThan': () => library.Duration.minutes(5),
  'LogfireAlertProps.ignoredLintRules': () => ['Q3'],
  'LogfireAlertProps.query': () => 'SELECT 1',
  'LogfireDashboardProps.ignoredLintRules': () => ['D2'],
  'LogfireSloProps.ignoredLintRules': () => ['Q3'],
  'start': () => '09:00',
  'end': () => '17:00',
  'region': () => 'us-east-1',
  'route': () => '/cart',
  'location': () => 'Berlin',
};

const enumOf = (type: string) => Object.values((library as unknown as { [name: string]: { [member: string]: unknown } })[type]).at(-1);

/** A type of the assembly, whose name begins with that of the package. */
export function typeNamed(types: Types, name: string): AssemblyType | undefined {
  return Object.values(types).find((type) => type.name === name);
}

/** A legal value of a type at a place. */
export function sampleOf(world: World, types: Types, type: string, place: string, name: string): unknown {
  const given = VALUES[place] ?? (type === 'string' ? VALUES[name] : undefined);
  if (given !== undefined) {
    return given(world);
  }
  if (type.endsWith('[]')) {
    return [sampleOf(world, types, type.slice(0, -2), '', name)];
  }
  if (type.endsWith('{}')) {
    return { name: sampleOf(world, types, type.slice(0, -2), '', name) };
  }
  if (type === 'string') {
    return 'shop';
  }
  const described = typeNamed(types, type);
  if (described?.kind === 'enum') {
    return enumOf(type);
  }
  if (described?.datatype) {
    return structOf(world, types, type);
  }
  if (SAMPLES[type] === undefined) {
    throw new Error(`${type} has no sample in test/callers/samples.ts`);
  }
  return SAMPLES[type](world);
}

/** Props with either a project or environments. */
const WATCHING = [
  'LogfireSubjectMonitoringProps', 'LogfireServiceMonitoringProps', 'LogfireMonitoringProps', 'LogfireAiMonitoringProps', 'LogfireHostMonitoringProps', 'LogfireDatabaseMonitoringProps',
  'LogfireQueueMonitoringProps', 'LogfireJobMonitoringProps', 'LogfireFrontendMonitoringProps',
];

/** What must be given together with a prop, or left out. */
const TOGETHER: { readonly [place: string]: (world: World) => { readonly [name: string]: unknown } } = {
  ...Object.fromEntries(['TimeSeriesPanel', 'BarPanel', 'PiePanel', 'TablePanel', 'ValuesPanel', 'MarkdownPanel', 'RawPanel'].flatMap((panel) => [
    [`${panel}Props.x`, () => ({ y: 0 })], [`${panel}Props.y`, () => ({ x: 0 })],
  ])),
  'ListVariableOptions.values': () => ({ labels: {} }),
  'LogfireHostMonitoringProps.disk': () => ({ source: library.HostMetricsSource.COLLECTOR }),
  'LogfireQueueMonitoringProps.backlog': () => ({ backlogMetric: library.MetricFilter.metricName('queue.depth') }),
  'LogfireQueueMonitoringProps.backlogSilence': () => ({ backlogMetric: library.MetricFilter.metricName('queue.depth') }),
  ...Object.fromEntries(WATCHING.map((props) => [
    `${props}.environments`, () => ({ project: undefined }),
  ])),
  'AwsSecretsManagerSinkProps.existingSecretId': () => ({ secretName: undefined }),
  'LogfireApiKeyProps.project': () => ({ scopes: [library.ApiScope.PROJECT_READ] }),
  'LogfireApiKeyProps.gateway': ({ project }) => ({ scopes: [library.ApiScope.PROJECT_GATEWAY_PROXY], project }),
  'LogfireRotatingApiKeyProps.project': () => ({ scopes: [library.ApiScope.PROJECT_READ] }),
  'LogfireRotatingApiKeyProps.gateway': ({ project }) => ({ scopes: [library.ApiScope.PROJECT_GATEWAY_PROXY], project }),
  'LogfireApiKeyProps.importFrom': () => ({ expiry: library.TokenExpiry.at('2099-01-01T00:00:00Z') }),
  'LogfireGatewayApiKeyProps.importFrom': () => ({ expiry: library.TokenExpiry.at('2099-01-01T00:00:00Z') }),
  'LogfireIngestKeyProps.importFrom': () => ({ expiry: library.TokenExpiry.at('2099-01-01T00:00:00Z') }),
  'KeyOptions.importFrom': () => ({ expiry: library.TokenExpiry.at('2099-01-01T00:00:00Z') }),
};

/** The props of a struct with one of them, and what it needs beside it. */
export function structWith(world: World, types: Types, struct: string, name: string, value: unknown): { [name: string]: unknown } {
  return { ...structOf(world, types, struct), ...TOGETHER[`${struct}.${name}`]?.(world), [name]: value };
}

/** What a struct cannot be without, although no prop of it is required. */
const NEEDED: { readonly [struct: string]: readonly string[] } = {
  AwsSecretsManagerSinkProps: ['secretName'],
  GatewayLimits: ['dailyLimitUsd'],
  LogfireProviderProps: ['alias'],
  ...Object.fromEntries(WATCHING.map((props) => [props, ['project']])),
};

/** The props of a struct that must be there. */
function structOf(world: World, types: Types, struct: string): { [name: string]: unknown } {
  const required = propsOf(types, struct).filter(({ name, optional }) => !optional || NEEDED[struct]?.includes(name));
  return Object.fromEntries(required.map(({ name, type }) => [name, sampleOf(world, types, type, `${struct}.${name}`, name)]));
}

export interface Prop {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
}

/** All props of a struct, with those of its bases. */
export function propsOf(types: Types, struct: string): Prop[] {
  const { interfaces = [], properties = [] } = typeNamed(types, struct)!;
  return [
    ...interfaces.flatMap((base) => propsOf(types, base.slice(base.lastIndexOf('.') + 1))),
    ...properties.map(({ name, type, optional = false }) => ({ name, type: typeText(type), optional })),
  ];
}

/** Where values that a factory returns are checked at the latest: the construct that takes them. */
const USES: { readonly [type: string]: (world: World, value: never) => unknown } = {
  AlertImportId: (world, importFrom: library.AlertImportId) => alert(world, { importFrom }),
  ApiScope: (world, scope: library.ApiScope) => new library.LogfireApiKey(world.stack, world.id(), { project: world.project, scopes: [scope] }),
  ChannelImportId: (world, importFrom: library.ChannelImportId) => (
    new library.LogfireOpsgenieChannel(world.stack, world.id(), { authKey: world.secret(), importFrom })),
  DashboardDefinition: (world, definition: library.DashboardDefinition) => dashboard(world, { definition }),
  DashboardImportId: (world, importFrom: library.DashboardImportId) => dashboard(world, { importFrom }),
  DashboardPanel: (world, panel: library.DashboardPanel) => builtDashboard(world, { sections: [new library.DashboardSection({ title: 'All', panels: [panel] })] }),
  DashboardSection: (world, section: library.DashboardSection) => builtDashboard(world, { sections: [section] }),
  DashboardUnit: (world, unit: library.DashboardUnit) => USES.DashboardPanel(world, new library.ValuesPanel({
    panelId: 'value', title: 'Value', query: SAMPLES.RowsQuery(world) as library.RowsQuery, unit,
  }) as never),
  DashboardVariable: (world, variable: library.DashboardVariable) => builtDashboard(world, { variables: [variable] }),
  Delivery: (world, delivery: library.Delivery) => alert(world, { notify: [delivery] }),
  DeploymentEnvironments: (world, environments: library.DeploymentEnvironments) => (
    new library.LogfireMonitoring(world.stack, world.id(), { environments })),
  Duration: (world, expiry: library.Duration) => world.project.addWriteToken(world.id(), { expiry: library.TokenExpiry.after(expiry) }),
  FrontendApplicationImportId: (world, importFrom: library.FrontendApplicationImportId) => (
    new library.LogfireFrontendApplication(world.stack, world.id(), { project: world.project, importFrom })),
  FrontendTokenImportId: (world, importFrom: library.FrontendTokenImportId) => (
    (SAMPLES.ILogfireFrontendApplication(world) as library.LogfireFrontendApplication).addToken(world.id(), { importFrom })),
  GatewayProviderImportId: (world, importFrom: library.GatewayProviderImportId) => gatewayProvider(world, { importFrom }),
  GatewayVendor: (world, vendor: library.GatewayVendor) => gatewayProvider(world, { vendor }),
  KeyImportId: (world, importFrom: library.KeyImportId) => world.project.addIngestKey(world.id(), { importFrom, expiry: library.TokenExpiry.at('2099-01-01T00:00:00Z') }),
  LogfireDefaults: (_, defaults: library.LogfireDefaults) => defaults.set({ owner: 'Shop' }),
  LogfirePolicies: (world, policies: library.LogfirePolicies) => policies.applyTo(world.stack),
  LogfirePolicy: (world, policy: library.LogfirePolicy) => policy.applyTo(world.stack),
  NotificationRouting: (world, routing: library.NotificationRouting) => slo(world, { routing: routing.toSloRouting() }),
  OrganizationImportId: (world, importFrom: library.OrganizationImportId) => new library.LogfireOrganization(world.stack, world.id(), { importFrom }),
  ProjectImportId: (world, importFrom: library.ProjectImportId) => new library.LogfireProject(world.stack, world.id(), { importFrom }),
  RowsQuery: (world, query: library.RowsQuery) => USES.DashboardPanel(world, new library.TablePanel({ panelId: 'table', title: 'Table', query }) as never),
  ScheduleImportId: (world, importFrom: library.ScheduleImportId) => schedule(world, { importFrom }),
  ScheduleWindow: (world, window: library.ScheduleWindow) => schedule(world, { windows: [window].flat() }),
  SecretValue: (world, authKey: library.SecretValue) => new library.LogfireOpsgenieChannel(world.stack, world.id(), { authKey }),
  Sli: (world, sli: library.Sli) => slo(world, { sli }),
  SliGoodValues: (world, good: library.SliGoodValues) => slo(world, { sli: library.Sli.histogram({ totalQuery: 'true', good }) }),
  SloImportId: (world, importFrom: library.SloImportId) => slo(world, { importFrom }),
  SloRouting: (world, routing: library.SloRouting) => slo(world, { routing }),
  SloScope: (world, sloScope: library.SloScope) => slo(world, { sloScope }),
  SloTierRouting: (world, fast: library.SloTierRouting) => slo(world, { routing: library.SloRouting.byTier({ fast }) }),
  TimeSeriesQuery: (world, query: library.TimeSeriesQuery) => USES.DashboardPanel(world, new library.TimeSeriesPanel({ panelId: 'rate', title: 'Rate', query }) as never),
  Timezone: (world, timezone: library.Timezone) => schedule(world, { timezone }),
  TokenExpiry: (world, expiry: library.TokenExpiry) => world.project.addWriteToken(world.id(), { expiry }),
  TokenRotation: (world, rotation: library.TokenRotation) => world.project.addWriteToken(world.id(), { rotation }),
  LogfireEnvironment: (world, environment: library.LogfireEnvironment) => (
    new TerraformOutput(world.stack, world.id(), { value: environment.toVariables(), sensitive: true })),
  ISecretSink: (world, sink: library.ISecretSink) => world.project.addWriteToken(world.id()).storeIn(sink),
};

function alert(world: World, props: Partial<library.LogfireAlertProps>) {
  return new library.LogfireAlert(world.stack, world.id(), { project: world.project, query: 'SELECT 1', ...props });
}

function dashboard(world: World, props: Partial<library.LogfireDashboardProps>) {
  const definition = SAMPLES.DashboardDefinition(world) as library.DashboardDefinition;
  return new library.LogfireDashboard(world.stack, world.id(), { project: world.project, definition, ...props });
}

function builtDashboard(world: World, props: Partial<library.DashboardDefinitionProps>) {
  return dashboard(world, { definition: library.DashboardDefinition.fromSections({ sections: [], ...props }) });
}

function slo(world: World, props: Partial<library.LogfireSloProps>) {
  const { project } = world;
  return new library.LogfireSlo(world.stack, world.id(), { project, sli: library.Sli.availability(), sloScope: library.SloScope.service('shop'), targetPercent: 99, ...props });
}

function schedule(world: World, props: Partial<library.LogfireScheduleProps>) {
  return new library.LogfireSchedule(world.stack, world.id(), {
    timezone: library.Timezone.UTC, windows: [library.ScheduleWindow.allDay([library.Weekday.MONDAY])], ...props,
  });
}

function gatewayProvider(world: World, props: Partial<library.LogfireGatewayProviderProps>) {
  return new library.LogfireGatewayProvider(world.stack, world.id(), { vendor: library.GatewayVendor.OPENAI, apiKey: world.secret(), ...props });
}

/** Uses what a call returned as a program would. */
export function use(world: World, result: unknown): void {
  const values = (Array.isArray(result) ? result : [result]).filter((value) => typeof value === 'object' && value !== null);
  for (const value of values) {
    const name = Object.keys(USES).find((type) => (type === 'ISecretSink'
      ? typeof value.store === 'function'
      : value instanceof ((library as unknown as { [name: string]: new () => unknown })[type])));
    if (name !== undefined) {
      USES[name](world, value as never);
    } else if (!Construct.isConstruct(value)) {
      new TerraformOutput(world.stack, world.id(), { value: JSON.parse(JSON.stringify(value)), sensitive: true });
    }
  }
}
