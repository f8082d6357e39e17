import { TerraformOutput } from 'cdktf';
import { Construct } from 'constructs';
import { QUERIES } from './query-inputs';
import { entryPointsOf, TypeReference, Types, typesOf } from '../../scripts/signatures';
import {
  AlertImportId, AlertQuery, AlertSeverity, ApiScope, AwsSecretsManagerSink, AwsSsmParameterSink, BedrockApi, ChannelImportId, DashboardDefinition,
  DashboardDefinitionProps, DashboardImportId, DashboardPanel, DashboardPanelProps, DashboardSection, DashboardUnit, DashboardVariable,
  DeploymentEnvironments, Duration, FrontendApplicationImportId, FrontendTokenImportId, GatewayProviderImportId, GatewayVendor,
  GithubActionsSecretSink, ILogfireProjectRef, ISecretSink, KeyImportId, KubernetesSecretSink, ListVariableOptions, LogfireAiMonitoring,
  LogfireAlert, LogfireAlertProps, LogfireApiKey, LogfireChannel, LogfireDashboard, LogfireDatabaseMonitoring, LogfireDatabaseMonitoringProps,
  LogfireDefaultValues, LogfireDefaults, LogfireEnvironment, LogfireEnvironmentOptions, LogfireEnvironmentProjects,
  LogfireEnvironmentProjectsProps, LogfireFrontendApplication, LogfireFrontendMonitoring, LogfireFrontendToken, LogfireGatewayProvider,
  LogfireHostMonitoring, LogfireIngestKey, LogfireInventory, LogfireJobMonitoring, LogfireJobMonitoringProps, LogfireMonitoring,
  LogfireMonitoringProps, LogfireOpsgenieChannel, LogfireOrganization, LogfireOrganizationProps, LogfirePagerDutyService, LogfirePolicies,
  LogfireProject, LogfireProjectWithToken, LogfireProjectWithTokenProps, LogfireProvider, LogfireQueueMonitoring, LogfireReview, LogfireSchedule,
  LogfireServiceMonitoring, LogfireServiceMonitoringProps, LogfireSinkProvider, LogfireSlackChannel, LogfireSlackChannelProps, LogfireSlo,
  LogfireSloProps, LogfireSubjectMonitoring, LogfireSubjectMonitoringProps, LogfireWriteToken, MarkdownPanel, NotificationRouting,
  OrganizationImportId, PagerDutyRegion, ProjectImportId, RawPanel, RawPanelProps, RecordFilter, RequireTokenExpiry, RowsQuery, ScheduleImportId,
  ScheduleWindow, SecretValue, Sli, SliGoodValues, SloImportId, SloScope, SubjectAlertOptions, SubjectSloOptions, TimeSeriesPanel, TimeSeriesQuery,
  Timezone, TokenExpiry, ValuesPanel, VaultKvSink, Weekday,
} from '../../src';
import { document, panel } from '../dashboards/documents';

/** Where a string is put: below a construct, whose id is such a string too, with what others need. */
export interface Place {
  readonly scope: Construct;
  readonly project: ILogfireProjectRef;
  readonly selfHosted: LogfireProvider;
  /** Makes names unique that do not take such a string. */
  readonly index: number;
}

/** Builds something with the string. Returns the string that has to arrive, when it is another one. */
export type Build = (place: Place, text: string) => string | void;

const UUID = '00000000-0000-4000-8000-00000000aaaa';
const QUERY = 'SELECT trace_id FROM records WHERE is_exception';
const { UTC } = Timezone;

const secret = (text: string) => SecretValue.unsafePlainText(text);
const alert = (props: (text: string) => Partial<LogfireAlertProps>): Build => ({ scope, project }, text) => {
  new LogfireAlert(scope, 'Alert', { project, query: QUERY, ...props(text) });
};
const defaults = (values: (text: string) => LogfireDefaultValues): Build => (place, text) => {
  LogfireDefaults.of(place.scope).set(values(text));
  alert(() => ({}))(place, text);
};
const environments = (use: (made: DeploymentEnvironments, text: string) => unknown): Build => ({ project }, text) => {
  use(DeploymentEnvironments.inProject(project, ['production']), text);
};
const projects = (props: (text: string) => Partial<LogfireEnvironmentProjectsProps>): Build => ({ scope }, text) => {
  new LogfireEnvironmentProjects(scope, 'Projects', { names: ['production'], ...props(text) });
};
const organization = (props: (text: string) => LogfireOrganizationProps): Build => ({ scope, selfHosted }, text) => {
  new LogfireOrganization(scope, 'Organization', { provider: selfHosted, deletionProtection: false, ...props(text) });
};
const subject = (
  props: (text: string) => Partial<LogfireSubjectMonitoringProps>, use: (made: LogfireSubjectMonitoring, text: string) => void = () => {},
): Build => ({ scope, project }, text) => {
  const made = new LogfireSubjectMonitoring(scope, 'Subject', { project, routing: NotificationRouting.nobody(), ...props(text) });
  made.addAlert('Silence', subjectAlert({}));
  use(made, text);
};
const subjectAlert = (options: Partial<SubjectAlertOptions>): SubjectAlertOptions => ({
  title: 'silence', query: AlertQuery.silence({ filter: RecordFilter.all() }), severity: AlertSeverity.WARNING, description: 'Nothing.', ...options,
});
const subjectSlo = (options: (text: string) => Partial<SubjectSloOptions>): Build => subject(() => ({}), (made, text) => made.addSlo('Slo', {
  title: 'objective', sloScope: SloScope.service('checkout'), sli: Sli.availability(), targetPercent: 99, ...options(text),
}));
const service = (props: (text: string) => Partial<LogfireServiceMonitoringProps>): Build => ({ scope, project }, text) => {
  new LogfireServiceMonitoring(scope, 'Service', { project, routing: NotificationRouting.nobody(), serviceName: 'checkout', ...props(text) });
};
const watched = (make: (scope: Construct, common: LogfireSubjectMonitoringProps, text: string) => void): Build => ({ scope, project }, text) => {
  make(scope, { project, routing: NotificationRouting.nobody() }, text);
};
const job = (props: (text: string) => Partial<LogfireJobMonitoringProps>): Build => watched((scope, common, text) => {
  new LogfireJobMonitoring(scope, 'Job', { ...common, spanName: 'import', every: Duration.days(1), ...props(text) });
});
const database = (props: (text: string) => Partial<LogfireDatabaseMonitoringProps>): Build => watched((scope, common, text) => {
  new LogfireDatabaseMonitoring(scope, 'Database', { ...common, ...props(text) });
});
const monitoring = (props: (text: string) => Partial<LogfireMonitoringProps>): Build => ({ scope, project }, text) => {
  new LogfireMonitoring(scope, 'Monitoring', { project, routing: NotificationRouting.nobody(), ...props(text) }).monitorService('Checkout', { serviceName: 'checkout' });
};
const slo = (props: (text: string) => Partial<LogfireSloProps>): Build => ({ scope, project }, text) => {
  new LogfireSlo(scope, 'Slo', {
    project, sloScope: SloScope.service('checkout'), sli: Sli.availability(), targetPercent: 99, ...props(text),
  });
};
const condition = (props: (text: string) => Partial<LogfireSloProps>): Build => (place, text) => {
  const sql = `span_name = '${text}'`;
  slo(() => props(sql))(place, text);
  return sql;
};
const histogram = (text: string) => ({ sli: Sli.histogram({ totalQuery: text, good: SliGoodValues.below(1) }) });
const slack = (props: (text: string) => Partial<LogfireSlackChannelProps>): Build => ({ scope }, text) => {
  new LogfireSlackChannel(scope, 'Slack', { installId: UUID, slackChannelId: 'C1', ...props(text) });
};
const sink = (make: (text: string) => ISecretSink): Build => ({ scope, project }, text) => {
  new LogfireWriteToken(scope, 'Token', { project }).storeIn(make(text));
};
const schedule = (make: (text: string) => ScheduleWindow[]): Build => ({ scope }, text) => {
  new LogfireSchedule(scope, 'Schedule', { timezone: UTC, windows: make(text) });
};
const environment = (options: (text: string) => LogfireEnvironmentOptions, use: (made: LogfireEnvironment, text: string) => unknown): Build => (
  ({ scope, project }, text) => {
    const made = LogfireEnvironment.forToken(new LogfireWriteToken(scope, 'Token', { project }), options(text));
    new TerraformOutput(scope, 'Environment', { value: use(made, text) });
  }
);
const withToken = (props: (text: string) => LogfireProjectWithTokenProps): Build => ({ scope, index }, text) => {
  const made = new LogfireProjectWithToken(scope, 'Shop', { projectName: `shop${index}`, deletionProtection: false, ...props(text) });
  new TerraformOutput(scope, 'Environment', { value: made.otlpEnvironment, sensitive: true });
};
const dashboard = (make: (text: string) => DashboardDefinition, name?: (text: string) => string): Build => ({ scope, project, index }, text) => {
  new LogfireDashboard(scope, 'Dashboard', { project, definition: make(text), dashboardName: name?.(text), dashboardSlug: `d${index}` });
};
const titled = (text: string) => DashboardDefinition.fromObject(document({ [text]: panel(text) }));

const built = (props: (text: string) => Partial<DashboardDefinitionProps>): Build => (
  dashboard((text) => DashboardDefinition.fromSections({ sections: [], ...props(text) })));
const inSection = (make: (text: string) => DashboardPanel): Build => built((text) => (
  { sections: [new DashboardSection({ title: 'All', panels: [make(text)] })] }));
const markdown = (props: (text: string) => Partial<DashboardPanelProps>): Build => inSection((text) => (
  new MarkdownPanel({ panelId: 'text', title: 'Text', text: 'Text', ...props(text) })));
const raw = (props: (text: string) => Partial<RawPanelProps>): Build => inSection((text) => (
  new RawPanel({ panelId: 'raw', title: 'Raw', pluginKind: 'GaugeChart', ...props(text) })));
const series = (query: (text: string) => TimeSeriesQuery): Build => inSection((text) => (
  new TimeSeriesPanel({ panelId: 'rate', title: 'Rate', query: query(text) })));
const values = (sql: string, unit?: DashboardUnit) => new ValuesPanel({ panelId: 'value', title: 'Value', query: RowsQuery.fromSql(sql), unit });
const variable = (make: (text: string) => DashboardVariable): Build => built((text) => ({ variables: [make(text)] }));
const choices = (options: (text: string) => Partial<ListVariableOptions>): Build => variable((text) => (
  DashboardVariable.list('tenant', { values: ['a', text], ...options(text) })));

/** Inputs whose string reaches Logfire, a secret store or an output, as it is. */
export const RENDERED: { readonly [input: string]: Build } = {
  ...QUERIES,
  'ApiScope.of(value)': ({ scope }, text) => {
    new LogfireApiKey(scope, 'Key', { scopes: [ApiScope.of(text)] });
  },
  'AwsSecretsManagerSinkProps.jsonKey': sink((text) => new AwsSecretsManagerSink({ existingSecretId: 'shop', jsonKey: text })),
  'ChartAxis.label': inSection((text) => new TimeSeriesPanel({
    panelId: 'rate', title: 'Rate', query: TimeSeriesQuery.fromSql(QUERY, { metrics: ['n'] }), yAxis: { label: text },
  })),
  'ChoiceVariableOptions.defaultValues': choices((text) => ({ values: ['a', text], defaultValues: [text] })),
  'ChannelOptions.channelName': slack((text) => ({ channelName: text })),
  'DashboardDefinition.fromJson(text)': dashboard((text) => DashboardDefinition.fromJson(JSON.stringify(document({ [text]: panel(text) })))),
  'DashboardDefinition.fromObject(document)': dashboard(titled),
  'DashboardDefinitionProps.description': built((text) => ({ description: text })),
  'DashboardDefinitionProps.displayName': built((text) => ({ displayName: text })),
  'DashboardPanelProps.description': markdown((text) => ({ description: text })),
  'DashboardPanelProps.title': markdown((text) => ({ title: text })),
  'DashboardSectionProps.title': built((text) => ({ sections: [new DashboardSection({ title: text, panels: [] })] })),
  'DashboardUnit.of(value)': inSection((text) => values(QUERY, DashboardUnit.of(text))),
  'DashboardVariable#matches(column)': (place, text) => {
    const query = `SELECT 1 FROM records WHERE ${DashboardVariable.text('tenant').matches(`"${text}"`)}`;
    inSection(() => values(query))(place, text);
    return query;
  },
  'DashboardVariableOptions.description': choices((text) => ({ description: text })),
  'DashboardVariableOptions.displayName': choices((text) => ({ displayName: text })),
  'ListVariableOptions.labels': choices((text) => ({ labels: { a: text } })),
  'ListVariableOptions.values': choices(() => ({})),
  'KeyNaming.description': ({ scope }, text) => {
    new LogfireApiKey(scope, 'Key', { scopes: ApiScope.readOnly().slice(0, 1), description: text });
  },
  'KeyNaming.keyName': ({ scope, project }, text) => {
    new LogfireIngestKey(scope, 'Key', { project, keyName: text });
  },
  'LogfireAlertProps.alertName': alert((text) => ({ alertName: text })),
  'LogfireAlertProps.description': alert((text) => ({ description: text })),
  'LogfireDefaultValues.environments': defaults((text) => ({ environments: [text] })),
  'LogfireDefaultValues.owner': defaults((text) => ({ owner: text })),
  'LogfireAlertProps.owner': alert((text) => ({ owner: text })),
  'LogfireAlertProps.environments': alert((text) => ({ environments: [text] })),
  'LogfireAlertProps.query': (place, text) => {
    const query = `SELECT '${text}'`;
    alert(() => ({ query }))(place, text);
    return query;
  },
  'LogfireDashboardProps.dashboardName': dashboard(titled, (text) => text),
  'LogfireSinkProviderProps.configuration': ({ scope, index }, text) => {
    const provider = new LogfireSinkProvider(scope, 'Sink', { source: 'pydantic/logfire', alias: 'sink', configuration: { custom_headers: { 'X-Text': text } } });
    new LogfireProject(scope, 'OfSink', { provider, projectName: `sink-${index}`, deletionProtection: false });
  },
  'LogfireEnvironmentOptions.deploymentEnvironment': environment((text) => ({ deploymentEnvironment: text }), (made) => made.plainVariables),
  'LogfireEnvironmentOptions.serviceName': environment((text) => ({ serviceName: text }), (made) => made.plainVariables),
  'LogfireFrontendApplicationProps.applicationName': ({ scope, project }, text) => {
    new LogfireFrontendApplication(scope, 'Web', { project, applicationName: text });
  },
  'LogfireFrontendApplicationProps.environment': ({ scope, project }, text) => {
    new LogfireFrontendApplication(scope, 'Web', { project, environment: text });
  },
  'LogfireFrontendApplicationProps.serviceNamespace': ({ scope, project }, text) => {
    new LogfireFrontendApplication(scope, 'Web', { project, serviceNamespace: text });
  },
  'LogfireOrganizationProps.avatar': organization((text) => ({ avatar: text })),
  'LogfireOrganizationProps.billingEmail': organization((text) => ({ billingEmail: text })),
  'LogfireOrganizationProps.description': organization((text) => ({ description: text })),
  'LogfireOrganizationProps.displayName': organization((text) => ({ displayName: text })),
  'LogfireOrganizationProps.githubHandle': organization((text) => ({ githubHandle: text })),
  'LogfireOrganizationProps.location': organization((text) => ({ location: text })),
  'LogfireProjectProps.description': ({ scope, index }, text) => {
    new LogfireProject(scope, 'Shop', { projectName: `shop${index}`, description: text, deletionProtection: false });
  },
  'LogfireProjectWithTokenProps.deploymentEnvironment': (place, text) => {
    withToken(() => ({ deploymentEnvironment: text }))(place, text);
    return `deployment.environment.name=${text.replace(/[% ]/g, encodeURIComponent)}`;
  },
  'LogfireProjectWithTokenProps.serviceName': withToken((text) => ({ serviceName: text })),
  'LogfireScheduleOptions.scheduleName': ({ scope }, text) => {
    new LogfireSchedule(scope, 'Schedule', { scheduleName: text, timezone: UTC, windows: ScheduleWindow.officeHours() });
  },
  'AiMonitoringOptions.serviceName': watched((scope, common, serviceName) => new LogfireAiMonitoring(scope, 'Ai', { ...common, serviceName })),
  'AiSloOptions.llmProvider': watched((scope, common, llmProvider) => new LogfireAiMonitoring(scope, 'Ai', { ...common, slo: { llmProvider } })),
  'DatabaseMonitoringOptions.databaseSystem': database((databaseSystem) => ({ databaseSystem })),
  'DatabaseMonitoringOptions.serviceName': database((serviceName) => ({ serviceName })),
  'FrontendMonitoringOptions.serviceName': watched((scope, common, serviceName) => (
    new LogfireFrontendMonitoring(scope, 'Frontend', { ...common, serviceName }))),
  'HostMonitoringOptions.hostName': watched((scope, common, hostName) => new LogfireHostMonitoring(scope, 'Host', { ...common, hostName })),
  'JobMonitoringOptions.serviceName': job((serviceName) => ({ serviceName })),
  'JobMonitoringOptions.spanName': job((spanName) => ({ spanName })),
  'QueueMonitoringOptions.queueName': watched((scope, common, queueName) => new LogfireQueueMonitoring(scope, 'Queue', { ...common, queueName })),
  'LogfireMonitoringProps.owner': monitoring((text) => ({ owner: text })),
  'LogfireMonitoringProps.title': monitoring((text) => ({ title: text })),
  'LogfireSubjectMonitoring#addPanel(section)': subject(() => ({}), (made, text) => (
    made.addPanel(new MarkdownPanel({ panelId: 'text', title: 'Text', text: 'text' }), text))),
  'ServiceMonitoringOptions.serviceName': service((text) => ({ serviceName: text })),
  'ServiceSlo.description': service((text) => ({ slo: { targetPercent: 99, description: text } })),
  'SubjectAlertOptions.description': subject(() => ({}), (made, text) => made.addAlert('Other', subjectAlert({ title: 'other', description: text }))),
  'SubjectAlertOptions.title': subject(() => ({}), (made, text) => made.addAlert('Other', subjectAlert({ title: text }))),
  'LogfireSubjectMonitoringProps.owner': subject((text) => ({ owner: text })),
  'LogfireSubjectMonitoringProps.title': subject((text) => ({ title: text })),
  'SubjectSloOptions.description': subjectSlo((text) => ({ description: text })),
  'SubjectSloOptions.title': subjectSlo((text) => ({ title: text })),
  'LogfireSloProps.description': slo((text) => ({ description: text })),
  'LogfireSloProps.environments': slo((text) => ({ environments: [text] })),
  'LogfireSloProps.sloName': slo((text) => ({ sloName: text })),
  'MarkdownPanelProps.text': inSection((text) => new MarkdownPanel({ panelId: 'text', title: 'Text', text })),
  'RawPanelProps.pluginKind': raw((text) => ({ pluginKind: text })),
  'RawPanelProps.pluginSpec': raw((text) => ({ pluginSpec: { [text]: text } })),
  'RawPanelProps.queries': raw((text) => ({ queries: [{ kind: text }] })),
  'SecretValue.unsafePlainText(text)': ({ scope }, text) => {
    new LogfireOpsgenieChannel(scope, 'Opsgenie', { authKey: secret(text) });
  },
  'SliAvailabilityOptions.route': (place, text) => {
    slo(() => ({ sli: Sli.availability({ route: text }) }))(place, text);
    return `http_route = '${text}'`;
  },
  'SliHistogramOptions.totalQuery': condition(histogram),
  'SliQueries.badQuery': condition((text) => ({ sli: Sli.ratio({ totalQuery: 'is_exception', badQuery: text }) })),
  'SliQueries.totalQuery': condition((text) => ({ sli: Sli.ratio({ totalQuery: text, badQuery: 'is_exception' }) })),
  'SloScope.llmProvider(slug)': slo((text) => ({ sloScope: SloScope.llmProvider(text) })),
  'SloScope.service(serviceName)': slo((text) => ({ sloScope: SloScope.service(text) })),
  'TextVariableOptions.defaultValue': variable((text) => DashboardVariable.text('tenant', { defaultValue: text })),
  'TimeSeriesColumns.groupBy': series((text) => TimeSeriesQuery.fromSql(QUERY, { metrics: ['n'], groupBy: text })),
  'TimeSeriesColumns.metrics': series((text) => TimeSeriesQuery.fromSql(QUERY, { metrics: [text] })),
  'VaultKvSinkProps.key': sink((text) => new VaultKvSink({ mount: 'secret', secretName: 'shop', key: text })),
  'VaultKvSinkProps.mount': sink((text) => new VaultKvSink({ mount: text, secretName: 'shop', key: 'token' })),
  'VaultKvSinkProps.secretName': sink((text) => new VaultKvSink({ mount: 'secret', secretName: text, key: 'token' })),
};

const existing = (make: (scope: Construct, text: string) => string): Build => ({ scope }, text) => {
  new TerraformOutput(scope, 'Existing', { value: make(scope, text) });
};

/** Ids of what exists: they arrive wherever they are used, which an output shows as well as any. */
export const EXISTING: { readonly [input: string]: Build } = {
  'LogfireAlert.fromAlertId(alertId)': existing((scope, text) => LogfireAlert.fromAlertId(scope, 'E', text).alertId),
  'LogfireChannel.fromChannelId(channelId)': existing((scope, text) => LogfireChannel.fromChannelId(scope, 'E', text).channelId),
  'LogfireDashboard.fromDashboardId(dashboardId)': existing((scope, text) => LogfireDashboard.fromDashboardId(scope, 'E', text, 'slug').dashboardId),
  'LogfireDashboard.fromDashboardId(dashboardSlug)': existing((scope, text) => LogfireDashboard.fromDashboardId(scope, 'E', UUID, text).dashboardSlug),
  'LogfireFrontendApplication.fromApplicationId(applicationId)': ({ scope, project }, text) => {
    new TerraformOutput(scope, 'Existing', { value: LogfireFrontendApplication.fromApplicationId(scope, 'E', project, text).applicationId });
  },
  'LogfireGatewayProvider.fromGatewayProviderId(gatewayProviderId)':
    existing((scope, text) => LogfireGatewayProvider.fromGatewayProviderId(scope, 'E', text).gatewayProviderId),
  'LogfireOrganization.fromOrganizationId(organizationId)':
    existing((scope, text) => LogfireOrganization.fromOrganizationId(scope, 'E', text).organizationId),
  'LogfireProject.fromProjectId(projectId)': existing((scope, text) => LogfireProject.fromProjectId(scope, 'E', text).projectId),
  'LogfireSchedule.fromScheduleId(scheduleId)': existing((scope, text) => LogfireSchedule.fromScheduleId(scope, 'E', text).scheduleId),
  'LogfireSlo.fromSloId(sloId)': existing((scope, text) => LogfireSlo.fromSloId(scope, 'E', text).sloId),
};

const alertFrom = (importFrom: (text: string) => AlertImportId) => alert((text) => ({ importFrom: importFrom(text) }));
const dashboardFrom = (importFrom: (text: string) => DashboardImportId): Build => ({ scope, project }, text) => {
  new LogfireDashboard(scope, 'Dashboard', { project, definition: titled('Rate'), importFrom: importFrom(text) });
};
const projectFrom = (importFrom: (text: string) => ProjectImportId): Build => ({ scope, index }, text) => {
  new LogfireProject(scope, 'Shop', { projectName: `shop${index}`, importFrom: importFrom(text) });
};
const gatewayProvider = (vendor: GatewayVendor, importFrom?: GatewayProviderImportId): Build => ({ scope }) => {
  new LogfireGatewayProvider(scope, 'Provider', { vendor, apiKey: secret('not-a-real-secret'), importFrom });
};
const pagerDuty = (accountSubdomain: string, pagerDutyServiceId: string): Build => ({ scope }) => {
  new LogfirePagerDutyService(scope, 'Service', { accountSubdomain, pagerDutyServiceId, region: PagerDutyRegion.EU });
};
const sloFrom = (importFrom: (text: string) => SloImportId) => slo((text) => ({ importFrom: importFrom(text) }));

/** Inputs whose string names something that Logfire does not have: the provider's error shows what has arrived. */
export const LOOKED_UP: { readonly [input: string]: Build } = {
  'AlertImportId.byId(alertId)': alertFrom((text) => AlertImportId.byId(UUID, text)),
  'AlertImportId.byId(projectId)': alertFrom((text) => AlertImportId.byId(text, UUID)),
  'AlertImportId.byName(alert)': alertFrom((text) => AlertImportId.byName('shop', text)),
  'AlertImportId.byName(project)': alertFrom((text) => AlertImportId.byName(text, 'errors')),
  'ChannelImportId.byId(channelId)': slack((text) => ({ importFrom: ChannelImportId.byId(text) })),
  'ChannelImportId.byName(name)': slack((text) => ({ importFrom: ChannelImportId.byName(text) })),
  'DashboardImportId.byId(dashboardId)': dashboardFrom((text) => DashboardImportId.byId(UUID, text)),
  'DashboardImportId.byId(projectId)': dashboardFrom((text) => DashboardImportId.byId(text, UUID)),
  'DashboardImportId.bySlug(projectName)': dashboardFrom((text) => DashboardImportId.bySlug(text, 'traffic')),
  'DashboardImportId.bySlug(slug)': dashboardFrom((text) => DashboardImportId.bySlug('shop', text)),
  'FrontendApplicationImportId.byId(applicationId)': ({ scope }, text) => {
    const project = LogfireProject.fromProjectId(scope, 'P', UUID);
    new LogfireFrontendApplication(scope, 'Web', { project, importFrom: FrontendApplicationImportId.byId(text) });
  },
  'FrontendTokenImportId.byId(tokenId)': ({ scope }, text) => {
    const application = LogfireFrontendApplication.fromApplicationId(scope, 'A', LogfireProject.fromProjectId(scope, 'P', UUID), UUID);
    new LogfireFrontendToken(scope, 'Token', { application, importFrom: FrontendTokenImportId.byId(text) });
  },
  'GatewayProviderImportId.byId(gatewayProviderId)': (place, text) => gatewayProvider(GatewayVendor.OPENAI, GatewayProviderImportId.byId(text))(place, text),
  'GatewayProviderImportId.bySlug(slug)': (place, text) => gatewayProvider(GatewayVendor.OPENAI, GatewayProviderImportId.bySlug(text))(place, text),
  'KeyImportId.byId(keyId)': ({ scope, project }, text) => {
    new LogfireIngestKey(scope, 'Key', { project, expiry: TokenExpiry.never('a test'), importFrom: KeyImportId.byId(text) });
  },
  'LogfirePagerDutyServiceProps.accountSubdomain': (place, text) => pagerDuty(text, 'PABC123')(place, text),
  'LogfirePagerDutyServiceProps.pagerDutyServiceId': (place, text) => pagerDuty('acme', text)(place, text),
  'OrganizationImportId.byId(organizationId)': organization((text) => ({ importFrom: OrganizationImportId.byId(text) })),
  'OrganizationImportId.byName(organizationName)': organization((text) => ({ importFrom: OrganizationImportId.byName(text) })),
  'ProjectImportId.byId(projectId)': projectFrom((text) => ProjectImportId.byId(text)),
  'ProjectImportId.byName(organization)': projectFrom((text) => ProjectImportId.byName(text, 'shop')),
  'ProjectImportId.byName(project)': projectFrom((text) => ProjectImportId.byName('acme', text)),
  'SloImportId.byId(projectId)': sloFrom((text) => SloImportId.byId(text, UUID)),
  'SloImportId.byId(sloId)': sloFrom((text) => SloImportId.byId(UUID, text)),
  'SloImportId.byName(project)': sloFrom((text) => SloImportId.byName(text, 'checkout')),
  'SloImportId.byName(slo)': sloFrom((text) => SloImportId.byName('shop', text)),
};

/** Inputs that the provider checks without showing the string: Terraform would evaluate `text` to one that is legal. */
export const VALIDATED: { readonly [input: string]: { readonly text: string; readonly build: Build; readonly error: string } } = {
  'GatewayVendor.of(value)': {
    text: '${"openai"}',
    build: (place, text) => gatewayProvider(GatewayVendor.of(text))(place, text),
    error: 'vendor must be one of openai',
  },
};

/** Inputs whose string Logfire rejects at apply: the error shows what has arrived. */
export const REJECTED: { readonly [input: string]: Build } = {
  'FrontendTokenOptions.adoptTokenId': ({ scope, project }, text) => {
    const application = new LogfireFrontendApplication(scope, 'Web', { project });
    new LogfireFrontendToken(scope, 'Token', { application, adoptTokenId: text });
  },
  'Timezone.unlisted(name)': ({ scope }, text) => {
    new LogfireSchedule(scope, 'Schedule', { timezone: Timezone.unlisted(text), windows: ScheduleWindow.officeHours() });
  },
};

/** Inputs whose string is checked so strictly that none with a template passes. */
export const STRICT: { readonly [input: string]: Build } = {
  'DeploymentEnvironments.inProject(names)': ({ project }, text) => void DeploymentEnvironments.inProject(project, [text]),
  'DeploymentEnvironments#filterOf(name)': environments((made, text) => made.filterOf(text)),
  'DeploymentEnvironments#pages(name)': environments((made, text) => made.pages(text)),
  'DeploymentEnvironments#projectOf(name)': environments((made, text) => made.projectOf(text)),
  'DeploymentEnvironments#routingOf(name)': environments((made, text) => made.routingOf(text, NotificationRouting.nobody())),
  'DeploymentEnvironmentsOptions.paging': ({ project }, text) => void DeploymentEnvironments.inProject(project, ['production'], { paging: [text] }),
  'EnvironmentProject.environmentName': ({ project }, text) => void DeploymentEnvironments.ofProjects([{ environmentName: text, project }]),
  'AlertTuning.runbook': subject(() => ({}), (made, text) => made.addAlert('Other', subjectAlert({ title: 'other', runbook: text }))),
  'LogfireMonitoringProps.runbookBaseUrl': monitoring((text) => ({ runbookBaseUrl: text })),
  'LogfireSubjectMonitoringProps.runbookBaseUrl': subject((text) => ({ runbookBaseUrl: text })),
  'LogfireDefaultValues.runbookBaseUrl': defaults((text) => ({ runbookBaseUrl: text })),
  'LogfireEnvironmentProjects#projectOf(name)': ({ scope }, text) => (
    void new LogfireEnvironmentProjects(scope, 'Projects', { names: ['production'] }).projectOf(text)),
  'LogfireEnvironmentProjectsProps.names': projects((text) => ({ names: [text] })),
  'LogfireEnvironmentProjectsProps.projectNamePrefix': projects((text) => ({ projectNamePrefix: text })),
  'LogfireEnvironment#toKubernetesEnv(key)': environment(() => ({}), (made, text) => made.toKubernetesEnv('shop', text)),
  'LogfireEnvironment#toKubernetesEnv(secretName)': environment(() => ({}), (made, text) => made.toKubernetesEnv(text)),
  'LogfireEnvironment#toKubernetesEnvFrom(secretName)': environment(() => ({}), (made, text) => made.toKubernetesEnvFrom(text)),
  'LogfireEnvironment#toEcs(valueFrom)': environment(() => ({}), (made, text) => made.toEcs({ LOGFIRE_TOKEN: text }).secrets),
  'AwsSecretsManagerSinkProps.existingSecretId': sink((text) => new AwsSecretsManagerSink({ existingSecretId: text })),
  'AwsSecretsManagerSinkProps.kmsKeyId': sink((text) => new AwsSecretsManagerSink({ secretName: 'shop', kmsKeyId: text })),
  'AwsSsmParameterSinkProps.kmsKeyId': sink((text) => new AwsSsmParameterSink({ parameterName: 'shop', kmsKeyId: text })),
  'AwsSecretsManagerSinkProps.secretName': sink((text) => new AwsSecretsManagerSink({ secretName: text })),
  'AwsSsmParameterSinkProps.parameterName': sink((text) => new AwsSsmParameterSink({ parameterName: text })),
  'BedrockOptions.region': (place, text) => gatewayProvider(GatewayVendor.bedrock({ api: BedrockApi.RUNTIME, region: text }))(place, text),
  'DashboardDefinition.fromFile(path)': (_, text) => void DashboardDefinition.fromFile(text),
  'DashboardPanelProps.panelId': markdown((text) => ({ panelId: text })),
  'DashboardVariable.fromQuery(name)': variable((text) => DashboardVariable.fromQuery(text, RowsQuery.fromSql(QUERY))),
  'DashboardVariable.list(name)': variable((text) => DashboardVariable.list(text, { values: ['a'] })),
  'DashboardVariable.text(name)': variable((text) => DashboardVariable.text(text)),
  'GithubActionsSecretSinkProps.repository': sink((text) => new GithubActionsSecretSink({ repository: text, secretName: 'LOGFIRE_TOKEN' })),
  'GithubActionsSecretSinkProps.secretName': sink((text) => new GithubActionsSecretSink({ repository: 'shop', secretName: text })),
  'KubernetesSecretSinkProps.key': sink((text) => new KubernetesSecretSink({ secretName: 'shop', key: text })),
  'KubernetesSecretSinkProps.secretName': sink((text) => new KubernetesSecretSink({ secretName: text, key: 'TOKEN' })),
  'KubernetesSecretSinkProps.secretNamespace': sink((text) => new KubernetesSecretSink({ secretName: 'shop', secretNamespace: text, key: 'TOKEN' })),
  'LogfireDashboardProps.dashboardSlug': ({ scope, project }, text) => {
    new LogfireDashboard(scope, 'Dashboard', { project, definition: titled('Rate'), dashboardSlug: text });
  },
  'LogfireAlertProps.ignoredLintRules': alert((text) => ({ ignoredLintRules: [text] })),
  'SubjectAlertOptions.ignoredLintRules': subject(() => ({}), (made, text) => made.addAlert('Other', { ...subjectAlert({ title: 'other' }), ignoredLintRules: [text] })),
  'LogfireSloProps.ignoredLintRules': slo((text) => ({ ignoredLintRules: [text] })),
  'LogfireDashboardProps.ignoredLintRules': ({ scope, project }, text) => {
    new LogfireDashboard(scope, 'Dashboard', { project, definition: titled('Rate'), ignoredLintRules: [text] });
  },
  'LogfireEnvironment#toCollectorExporters(variable)': environment(() => ({}), (made, text) => made.toCollectorExporters(text)),
  'LogfireEnvironmentOptions.endpoint': environment((text) => ({ endpoint: text }), (made) => made.plainVariables),
  'LogfireGatewayProviderProps.gatewayProviderSlug': ({ scope }, text) => {
    new LogfireGatewayProvider(scope, 'P', { vendor: GatewayVendor.OPENAI, apiKey: secret('not-a-real-secret'), gatewayProviderSlug: text });
  },
  'LogfireInventoryOptions.fileName': ({ project }, text) => void LogfireInventory.writeFor(project.node.root, { fileName: text }),
  'LogfireReviewOptions.fileName': ({ project }, text) => void LogfireReview.writeFor(project.node.root, { fileName: text }),
  'LogfireOrganizationProps.organizationName': organization((text) => ({ organizationName: text })),
  'LogfireProjectProps.projectName': ({ scope }, text) => void new LogfireProject(scope, 'Shop', { projectName: text }),
  'LogfireProjectWithTokenProps.otlpEndpoint': withToken((text) => ({ otlpEndpoint: text })),
  'LogfireProjectWithTokenProps.outputName': withToken((text) => ({ outputName: text })),
  'LogfireProvider#alias(alias)': ({ scope }, text) => {
    new LogfireProvider(scope, 'Other', { alias: 'other' }).alias = text;
  },
  'LogfireProviderProps.alias': ({ scope }, text) => void new LogfireProvider(scope, 'Other', { alias: text }),
  'LogfireProviderProps.baseUrl': ({ scope }, text) => void new LogfireProvider(scope, 'Other', { alias: 'other', baseUrl: text }),
  'LogfireSinkProvider#alias(alias)': ({ scope }, text) => {
    new LogfireSinkProvider(scope, 'Safe', { source: 'acme/safe', alias: 'other' }).alias = text;
  },
  'LogfireSinkProviderProps.alias': ({ scope }, text) => void new LogfireSinkProvider(scope, 'Safe', { source: 'acme/safe', alias: text }),
  'LogfireSinkProviderProps.source': ({ scope }, text) => void new LogfireSinkProvider(scope, 'Safe', { source: text }),
  'LogfireSinkProviderProps.version': ({ scope }, text) => void new LogfireSinkProvider(scope, 'Safe', { source: 'acme/safe', version: text }),
  'LogfireSlackChannelProps.installId': slack((text) => ({ installId: text })),
  'LogfireSlackChannelProps.slackChannelId': slack((text) => ({ slackChannelId: text })),
  'OfficeHours.end': schedule((text) => ScheduleWindow.officeHours({ end: text })),
  'OfficeHours.start': schedule((text) => ScheduleWindow.officeHours({ start: text })),
  'RequireTokenExpiryOptions.latest': (_, text) => void new RequireTokenExpiry({ latest: text }),
  'ScheduleImportId.byId(scheduleId)': ({ scope }, text) => {
    new LogfireSchedule(scope, 'S', { timezone: UTC, windows: ScheduleWindow.officeHours(), importFrom: ScheduleImportId.byId(text) });
  },
  'ScheduleWindow.between(end)': schedule((text) => [ScheduleWindow.between([Weekday.MONDAY], '09:00', text)]),
  'ScheduleWindow.between(start)': schedule((text) => [ScheduleWindow.between([Weekday.MONDAY], text, '17:00')]),
  'ScheduleWindow.overnight(end)': schedule((text) => [ScheduleWindow.overnight([Weekday.MONDAY], '22:00', text)]),
  'ScheduleWindow.overnight(start)': schedule((text) => [ScheduleWindow.overnight([Weekday.MONDAY], text, '06:00')]),
  'SecretValue.fromAttribute(attribute)': ({ scope }, text) => {
    new LogfireOpsgenieChannel(scope, 'Opsgenie', { authKey: SecretValue.fromAttribute(text) });
  },
  'LogfireAlertProps.runbook': alert((text) => ({ runbook: text })),
  'Timezone.of(name)': ({ scope }, text) => {
    new LogfireSchedule(scope, 'Schedule', { timezone: Timezone.of(text), windows: ScheduleWindow.officeHours() });
  },
  'TokenExpiry.at(instant)': ({ scope, project }, text) => void new LogfireWriteToken(scope, 'T', { project, expiry: TokenExpiry.at(text) }),
};

/** Inputs whose string becomes a comment (`//`) in the synthesized file. */
export const METADATA: { readonly [input: string]: Build } = {
  'LogfirePolicies.suppress(reason)': ({ scope }, text) => LogfirePolicies.suppress(scope, 'RequireRunbook', text),
  'LogfirePolicies.suppress(rule)': ({ scope }, text) => LogfirePolicies.suppress(scope, text, 'a test'),
  'TokenExpiry.never(reason)': ({ scope, project }, text) => void new LogfireWriteToken(scope, 'T', { project, expiry: TokenExpiry.never(text) }),
};

/** Inputs that are not rendered, and why. The ids of constructs are not here: each string is built below such an id. */
export const NOT_RENDERED: { readonly [input: string]: string } = {
  'EcsSecret.name': 'returned by LogfireEnvironment.toEcs',
  'EcsSecret.valueFrom': 'returned by LogfireEnvironment.toEcs',
  'EcsVariable.name': 'returned by LogfireEnvironment.toEcs',
  'EcsVariable.value': 'returned by LogfireEnvironment.toEcs',
  'KubernetesEnvVar.name': 'returned by LogfireEnvironment.toKubernetesEnv',
  'KubernetesEnvVar.value': 'returned by LogfireEnvironment.toKubernetesEnv',
  'KubernetesSecretKeyRef.key': 'returned by LogfireEnvironment.toKubernetesEnv',
  'KubernetesSecretKeyRef.name': 'returned by LogfireEnvironment.toKubernetesEnv',
  'KubernetesSecretRef.name': 'returned by LogfireEnvironment.toKubernetesEnvFrom',
  'new LogfirePolicy(rule)': 'stands in findings only',
  'PolicySubject#report(message)': 'stands in findings only',
  'PolicySubject#report(remedy)': 'stands in findings only',
  'SecretToStore.value': 'given to a sink by the library',
  'TerraformExpression.raw(text)': 'is an expression',
};

/** Every string that the public API takes: `Struct.prop` or `Class.method(parameter)`, from jsii's assembly. Ids of constructs are left out. */
export function stringInputs(types: Types = typesOf()): string[] {
  const props = Object.values(types).filter(({ datatype }) => datatype).flatMap(({ name, properties = [] }) => (
    properties.filter(({ type }) => takesStrings(type)).map((property) => `${name}.${property.name}`)));
  const parameters = Object.values(types).flatMap(entryPointsOf).flatMap(({ entry, parameters: taken }) => (
    taken.filter(({ name, type }) => takesStrings(type) && name !== 'id').map(({ name }) => `${entry}(${name})`)));
  return [...props, ...parameters].sort();
}

function takesStrings({ primitive, collection }: TypeReference): boolean {
  return ['string', 'any', 'json'].includes(primitive ?? '') || (collection !== undefined && takesStrings(collection.elementtype));
}
