import { TerraformOutput, TerraformStack } from 'cdktf';
import {
  ApiScope, DashboardDefinition, Delivery, GatewayVendor, ILogfireProject, LogfireAlert, LogfireApiKey, LogfireDashboard, LogfireFrontendApplication,
  LogfireGatewayApiKey, LogfireGatewayProvider, LogfireOpsgenieChannel, LogfireOrganization, LogfirePagerDutyService, LogfirePagerDutyServiceChannel,
  LogfireProject, LogfireProjectWithToken, LogfireProvider, LogfireRotatingApiKey, LogfireRotatingGatewayApiKey, LogfireRotatingReadToken,
  LogfireRotatingWriteToken, LogfireSchedule, LogfireSlo, SecretValue, Sli, SloRouting, SloScope, Timezone, TokenRotation,
} from '../src';
import { cleanUp, newApp, newStack, synth, TerraformJson } from './synth';

const DASHBOARD = { kind: 'Dashboard', spec: { panels: {}, layouts: [] } };
const SLO = { sli: Sli.availability(), sloScope: SloScope.service('shop'), targetPercent: 99.9 };
const secret = SecretValue.unsafePlainText('not-a-real-key');
const rotation = TokenRotation.manual(1);

afterEach(cleanUp);

/** All Logfire resources and data sources of a stack, by their address. */
function logfireOf(json: TerraformJson): { [address: string]: TerraformJson } {
  return Object.fromEntries([...Object.entries<TerraformJson>(json.resource), ...Object.entries<TerraformJson>(json.data ?? {})]
    .filter(([type]) => type.startsWith('logfire_'))
    .flatMap(([type, named]) => Object.entries<TerraformJson>(named).map(([name, block]) => [`${type}.${name}`, block])));
}

/** What belongs to a project, without a provider of its own. */
function addToProject(stack: TerraformStack, project: ILogfireProject): void {
  project.addWriteToken('Write');
  project.addReadToken('Read');
  project.addIngestKey('Ingest');
  new LogfireRotatingWriteToken(stack, 'RotatingWrite', { project, rotation });
  new LogfireRotatingReadToken(stack, 'RotatingRead', { project, rotation });
  new LogfireRotatingGatewayApiKey(stack, 'RotatingGateway', { project, rotation });
  new LogfireGatewayApiKey(stack, 'Gateway', { project });
  new LogfireAlert(stack, 'Alert', { project, query: 'SELECT 1' });
  new LogfireSlo(stack, 'Slo', { ...SLO, project });
  new LogfireDashboard(stack, 'Dashboard', { project, definition: DashboardDefinition.fromObject(DASHBOARD) });
  new LogfireFrontendApplication(stack, 'Frontend', { project }).addToken('Token');
}

describe('provider', () => {
  test('of a project is that of all that belongs to it', () => {
    const stack = newStack();
    const provider = new LogfireProvider(stack, 'Other', { alias: 'other' });
    addToProject(stack, new LogfireProject(stack, 'Project', { provider }));
    const logfire = logfireOf(synth(stack));
    expect(Object.keys(logfire).length).toBeGreaterThan(15);
    expect(Object.keys(logfire).filter((address) => logfire[address].provider !== 'logfire.other')).toEqual([]);
  });

  test('reaches every child of what takes it', () => {
    const stack = newStack();
    const provider = new LogfireProvider(stack, 'Other', { alias: 'other', baseUrl: 'https://logfire.example.com' });
    const service = new LogfirePagerDutyService(stack, 'Service', { provider, accountSubdomain: 'acme', pagerDutyServiceId: 'PABC123' });
    new LogfireProjectWithToken(stack, 'Pattern', { provider });
    new LogfirePagerDutyServiceChannel(stack, 'ServiceChannel', { provider, service });
    new LogfireOpsgenieChannel(stack, 'Channel', { provider, authKey: secret });
    LogfireSchedule.officeHours(stack, 'Hours', { timezone: Timezone.UTC });
    new LogfireApiKey(stack, 'Key', { provider, scopes: [ApiScope.ORGANIZATION_READ] });
    new LogfireRotatingApiKey(stack, 'RotatingKey', { provider, scopes: [ApiScope.ORGANIZATION_READ], rotation });
    new LogfireGatewayProvider(stack, 'Upstream', { provider, vendor: GatewayVendor.OPENAI, apiKey: secret });
    new LogfireOrganization(stack, 'Organization', { provider });
    const logfire = logfireOf(synth(stack));
    expect(Object.keys(logfire).length).toBeGreaterThan(9);
    expect(Object.keys(logfire).filter((address) => logfire[address].provider !== 'logfire.other'))
      .toEqual([expect.stringContaining('logfire_schedule.Hours')]);
  });
});

describe('another stack', () => {
  test('refers to everything by the state of the stack that made it', () => {
    const app = newApp();
    const one = newStack(app, 'one');
    const two = newStack(app, 'two');
    const project = new LogfireProject(one, 'Project');
    const service = new LogfirePagerDutyService(one, 'Service', { accountSubdomain: 'acme', pagerDutyServiceId: 'PABC123' });
    const channel = new LogfireOpsgenieChannel(one, 'Channel', { authKey: secret });
    const schedule = LogfireSchedule.officeHours(one, 'Hours', { timezone: Timezone.UTC });
    const application = new LogfireFrontendApplication(one, 'Frontend', { project });
    const dashboard = new LogfireDashboard(one, 'Dashboard', { project, definition: DashboardDefinition.fromObject(DASHBOARD) });
    const key = new LogfireApiKey(one, 'Key', { scopes: [ApiScope.ORGANIZATION_READ] });
    const notify = [Delivery.to(channel).during(schedule)];

    new LogfireAlert(two, 'Alert', { project, query: 'SELECT 1', notify });
    new LogfireSlo(two, 'Slo', { ...SLO, project, routing: SloRouting.bySeverity({ page: notify, ticket: notify }) });
    new LogfirePagerDutyServiceChannel(two, 'ServiceChannel', { service });
    application.addToken('InOne');
    new LogfireGatewayApiKey(two, 'Gateway', { project });
    new TerraformOutput(two, 'out', { value: [dashboard.dashboardId, dashboard.dashboardSlug, key.tokenValue, application.applicationId], sensitive: true });

    const json = synth(two);
    const text = JSON.stringify({ resource: json.resource, output: json.output });
    expect(text).not.toMatch(/\$\{(sensitive\()?(data\.)?logfire_/);
    expect(text.match(/data\.terraform_remote_state\./g)!.length).toBeGreaterThanOrEqual(12);
    expect(json.output.out.value[2]).toMatch(/^\$\{sensitive\(data\.terraform_remote_state\./);
    expect(Object.values(logfireOf(json)).map((block) => block.provider)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
