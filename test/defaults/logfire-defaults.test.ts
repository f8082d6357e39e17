import { App, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import {
  AlertQuery, AlertSeverity, ApiScope, DashboardDefinition, Duration, GatewayVendor, ILogfireProject, KeyImportId, LogfireAlert, LogfireApiKey,
  LogfireDashboard, LogfireDefaults, LogfireDefaultValues, LogfireEnvironmentProjects, LogfireFrontendApplication, LogfireGatewayApiKey,
  LogfireGatewayProvider, LogfireIngestKey, LogfireOfficeHoursSplit, LogfireOpsgenieChannel, LogfireOrganization, LogfirePagerDutyService,
  LogfirePagerDutyServiceChannel, LogfirePolicies, LogfireProject, LogfireProvider, LogfireReadToken, LogfireRotatingApiKey,
  LogfireRotatingGatewayApiKey, LogfireRotatingReadToken, LogfireRotatingWriteToken, LogfireSlo, LogfireSubjectMonitoring, LogfireWriteToken,
  NotificationRouting, ProtectProjects, RecordFilter, RequireRunbook, RequireTokenExpiry, SecretValue, Sli, SloScope, LogfireSubjectMonitoringProps,
  Timezone, TokenExpiry, TokenRotation,
} from '../../src';
import { StoreProvider } from '../sinks/store-provider';
import { deliveryTo } from '../slo/slos';
import { cleanUp, newApp, newStack, only, synth, TerraformJson, warnings } from '../synth';

const UUID = '00000000-0000-4000-8000-000000000001';
const [A, B] = ['a', 'b'].map((id) => `${id.repeat(8)}-1111-4111-8111-111111111111`);
const AT = TokenExpiry.at('2027-03-31T00:00:00Z');

afterEach(cleanUp);

const existing = (scope: Construct) => LogfireProject.fromProjectId(scope, 'Existing', UUID);

function alert(scope: Construct, props: Partial<ConstructorParameters<typeof LogfireAlert>[2]> = {}, id = 'NoOrders'): LogfireAlert {
  return new LogfireAlert(scope, id, { project: new LogfireProject(scope, `P${id}`), query: 'SELECT trace_id FROM records WHERE is_exception', ...props });
}

function slo(scope: Construct): LogfireSlo {
  return new LogfireSlo(scope, 'Slo', { project: existing(scope), sloScope: SloScope.service('shop'), sli: Sli.availability(), targetPercent: 99.9 });
}

/** All resources and data sources of Logfire, with their types. */
function resourcesOf(json: TerraformJson): [string, TerraformJson][] {
  return [json.resource, json.data ?? {}].flatMap((blocks) => Object.entries<TerraformJson>(blocks)
    .filter(([type]) => type.startsWith('logfire_'))
    .flatMap(([type, byName]) => Object.values<TerraformJson>(byName).map((block): [string, TerraformJson] => [type, block])));
}

/** What a stack with defaults creates. */
function withDefaults(
  values: LogfireDefaultValues | ((stack: TerraformStack) => LogfireDefaultValues), create: (stack: TerraformStack) => void,
): TerraformJson {
  const stack = newStack();
  LogfireDefaults.of(stack).set(typeof values === 'function' ? values(stack) : values);
  create(stack);
  return synth(stack);
}

const CREDENTIALS: readonly [string, (scope: Construct, project: ILogfireProject, rotation: TokenRotation) => void][] = [
  ['LogfireWriteToken', (scope, project) => new LogfireWriteToken(scope, 'C', { project })],
  ['LogfireReadToken', (scope, project) => new LogfireReadToken(scope, 'C', { project })],
  ['addWriteToken', (_, project) => project.addWriteToken('C')],
  ['LogfireIngestKey', (scope, project) => new LogfireIngestKey(scope, 'C', { project })],
  ['LogfireApiKey', (scope) => new LogfireApiKey(scope, 'C', { scopes: [ApiScope.ORGANIZATION_READ] })],
  ['LogfireGatewayApiKey', (scope, project) => new LogfireGatewayApiKey(scope, 'C', { project, dailyLimitUsd: 1 })],
  ['LogfireRotatingWriteToken', (scope, project, rotation) => new LogfireRotatingWriteToken(scope, 'C', { project, rotation })],
  ['LogfireRotatingReadToken', (scope, project, rotation) => new LogfireRotatingReadToken(scope, 'C', { project, rotation })],
  ['LogfireRotatingApiKey', (scope, _, rotation) => new LogfireRotatingApiKey(scope, 'C', { scopes: [ApiScope.ORGANIZATION_READ], rotation })],
  ['LogfireRotatingGatewayApiKey', (scope, project, rotation) => new LogfireRotatingGatewayApiKey(scope, 'C', { project, dailyLimitUsd: 1, rotation })],
];

describe('the default of expiry', () => {
  test.each(CREDENTIALS)('applies to %s', (_, create) => {
    const rotation = TokenRotation.every(Duration.days(7));
    const json = withDefaults({ expiry: TokenExpiry.after(Duration.days(20)) }, (stack) => create(stack, existing(stack), rotation));
    const resources = resourcesOf(json);
    expect(resources.length).toBeGreaterThan(0);
    resources.forEach(([, block]) => expect(block['//'].logfire).toEqual({ defaults: { expiry: 'app' } }));
    Object.values<TerraformJson>(json.resource.terraform_data).forEach(({ input }) => expect(input).toBe('${timeadd(plantimestamp(), "480h")}'));
  });

  test.each(CREDENTIALS.filter(([name]) => name.startsWith('LogfireRotating')))('fails for %s with a fixed instant, and says where it is from', (_, create) => {
    expect(() => withDefaults({ expiry: AT }, (stack) => create(stack, existing(stack), TokenRotation.manual(1)))).toThrow(
      /app\/C: expiry must be TokenExpiry\.after for rotating (tokens|keys), got TokenExpiry\.at \(the default of app\): both would expire/);
  });

  test('fails with a rotation that it does not cover, and says where it is from', () => {
    const rotation = TokenRotation.every(Duration.days(30));
    expect(() => withDefaults({ expiry: TokenExpiry.after(Duration.days(20)) }, (stack) => existing(stack).addWriteToken('C', { rotation }))).toThrow(
      'expiry must cover the rotation period of 30d and a day, so at least 31d, got 20d (the default of app): the token would expire');
    expect(() => withDefaults({ expiry: AT }, (stack) => existing(stack).addWriteToken('C', { rotation }))).toThrow('got TokenExpiry.at (the default of app): all tokens');
  });

  test('keeps the reason of a token that never expires beside its source', () => {
    const json = withDefaults({ expiry: TokenExpiry.never('machine without a clock') }, (stack) => existing(stack).addWriteToken('C'));
    expect(only(json, 'logfire_write_token')['//'].logfire).toEqual({ defaults: { expiry: 'app' }, expiry: 'never', reason: 'machine without a clock' });
  });

  test('is that of an imported key', () => {
    const key = (expiry: TokenExpiry) => withDefaults({ expiry }, (stack) => new LogfireIngestKey(stack, 'C', { project: existing(stack), importFrom: KeyImportId.byId(UUID) }));
    expect(only(key(AT), 'logfire_api_key').expires_at).toBe('2027-03-31T00:00:00Z');
    expect(() => key(TokenExpiry.after(Duration.days(20)))).toThrow('with importFrom, got TokenExpiry.after (the default of app): the import would replace the key');
  });
});

describe('the default of provider', () => {
  function withProvider(create: (scope: Construct, provider: LogfireProvider) => void): TerraformJson {
    return withDefaults((stack) => ({ provider: new LogfireProvider(stack, 'Other', { alias: 'other' }) }), (stack) => create(stack, stack.node.findChild('Other') as LogfireProvider));
  }

  test('applies to every resource', () => {
    const json = withProvider((scope) => {
      const project = new LogfireProject(scope, 'Project');
      alert(scope, { project });
      slo(scope);
      new LogfireDashboard(scope, 'Dashboard', { project, definition: DashboardDefinition.fromSections({ sections: [] }) });
      new LogfireOrganization(scope, 'Organization');
      new LogfireFrontendApplication(scope, 'Frontend', { project }).addToken('Token');
      new LogfireGatewayProvider(scope, 'Gateway', { vendor: GatewayVendor.OPENAI, apiKey: SecretValue.unsafePlainText('x') });
      new LogfireOpsgenieChannel(scope, 'Opsgenie', { authKey: SecretValue.unsafePlainText('x') });
      const service = new LogfirePagerDutyService(scope, 'Service', { accountSubdomain: 'acme', pagerDutyServiceId: 'P1' });
      new LogfirePagerDutyServiceChannel(scope, 'Pager', { service });
      new LogfireOfficeHoursSplit(scope, 'Week', { timezone: Timezone.UTC });
      CREDENTIALS.forEach(([, create], index) => create(new Construct(scope, `Scope${index}`), LogfireProject.fromProjectId(scope, `E${index}`, UUID), TokenRotation.manual(1)));
    });
    const resources = resourcesOf(json);
    expect(new Set(resources.map(([type]) => type)).size).toBe(15);
    resources.forEach(([type, { provider }]) => expect([type, provider]).toEqual([type, 'logfire.other']));
    expect(Object.values<TerraformJson>(json.resource.logfire_schedule)[0]['//'].logfire.defaults).toEqual({ provider: 'app' });
  });

  test('does not apply to what belongs to a resource of the stack, whose provider decides', () => {
    const stack = newStack();
    const plain = new LogfireProject(stack, 'Plain');
    const third = new LogfireProvider(stack, 'Third', { alias: 'third' });
    const other = new LogfireProject(stack, 'Third1', { provider: third });
    const scope = new Construct(stack, 'Scope');
    LogfireDefaults.of(scope).set({ provider: new LogfireProvider(stack, 'Other', { alias: 'other' }) });
    [plain, other].forEach((project, index) => new LogfireWriteToken(scope, `T${index}`, { project }));
    const tokens = Object.values<TerraformJson>(synth(stack).resource.logfire_write_token);
    expect(tokens.map(({ provider }) => provider)).toEqual([undefined, 'logfire.third']);
    tokens.forEach((token) => expect(token['//'].logfire).toBeUndefined());
  });

  test('does not reach a stack inside the scope', () => {
    const outer = newStack();
    LogfireDefaults.of(outer).set({ provider: new LogfireProvider(outer, 'Other', { alias: 'other' }) });
    const inner = new TerraformStack(outer, 'inner');
    new LogfireProvider(inner, 'Logfire');
    expect(new LogfireProject(inner, 'Shop').resource.provider).toBeUndefined();
    expect(new LogfireProject(outer, 'Shop').resource.provider).toBeDefined();
  });

  test('fails for a provider of another kind, and for one of another stack', () => {
    const stack = newStack();
    const other = newStack(stack.node.root as App, 'other');
    const provider = other.node.findChild('Logfire') as LogfireProvider;
    expect(() => LogfireDefaults.of(stack).set({ provider })).toThrow(
      'app: provider must be in the stack that the defaults are for, got other/Logfire; set it on other [logfire:wrong-provider]');
    expect(() => LogfireDefaults.of(stack.node.root).set({ provider })).toThrow('the app: provider must be in the stack that the defaults are for');
    expect(() => LogfireDefaults.of(stack).set({ provider: new StoreProvider(stack, 'aws') })).toThrow('app: provider must be a Logfire provider, got one of aws; pass a LogfireProvider [logfire:wrong-provider]');
  });
});

describe('the defaults of alerts and SLOs', () => {
  const all = (stack: TerraformStack) => ({
    environments: ['production'],
    routing: NotificationRouting.bySeverity({ critical: [deliveryTo(stack, 'a')], warning: [deliveryTo(stack, 'b')] }),
    runbookBaseUrl: 'https://runbooks.example.com/',
    owner: 'Team Checkout',
  });

  test('apply to alerts, by their severity', () => {
    const json = withDefaults(all, (stack) => {
      alert(stack, { severity: AlertSeverity.CRITICAL });
      alert(stack, {}, 'Slow');
      alert(stack, { severity: AlertSeverity.INFO }, 'Zero');
      expect(warnings(stack)).toEqual([]);
    });
    const [critical, unset, info] = Object.values<TerraformJson>(json.resource.logfire_alert);
    expect(critical).toMatchObject({
      environments: ['production'],
      channel_assignments: [{ channel_id: A }],
      description: 'Severity: critical\nOwner: Team Checkout\nRunbook: https://runbooks.example.com/no-orders',
    });
    expect(unset.channel_assignments).toEqual([{ channel_id: B }]);
    expect(info.channel_assignments).toEqual([]);
    expect(critical['//'].logfire.defaults).toEqual({ environments: 'app', routing: 'app', runbookBaseUrl: 'app', owner: 'app' });
  });

  test('apply to SLOs', () => {
    const json = withDefaults(all, slo);
    expect(only(json, 'logfire_slo')).toMatchObject({ environments: ['production'], alerts: { fast: { channel_assignments: [{ channel_id: A }] }, slow: { channel_assignments: [{ channel_id: B }] } } });
    expect(only(json, 'logfire_slo')['//'].logfire.defaults).toEqual({ environments: 'app', routing: 'app' });
  });

  test('lose to the props of an alert', () => {
    const json = withDefaults(all, (stack) => alert(stack, {
      environments: [], notify: [deliveryTo(stack, 'b')], runbook: 'https://example.com/own', owner: 'Team Search', description: 'No order.',
    }));
    expect(only(json, 'logfire_alert')).toMatchObject({ channel_assignments: [{ channel_id: B }], description: 'No order.\n\nOwner: Team Search\nRunbook: https://example.com/own' });
    expect(only(json, 'logfire_alert').environments).toBeUndefined();
    expect(only(json, 'logfire_alert')['//'].logfire).toBeUndefined();
  });

  test('warn once when critical alerts notify nobody, however many alerts there are', () => {
    const stack = newStack();
    LogfireDefaults.of(stack.node.root).set({ routing: NotificationRouting.bySeverity({ critical: [], warning: [deliveryTo(stack, 'a')] }) });
    ['X', 'Y', 'Z'].forEach((id) => alert(stack, { severity: AlertSeverity.CRITICAL }, id));
    slo(stack);
    expect(warnings(stack)).toEqual([expect.stringMatching(/^routing has no delivery for critical alerts: nobody is notified when one fires; pass/)]);
  });

  test('notify nobody without a warning when that is the routing', () => {
    const stack = newStack();
    LogfireDefaults.of(stack).set({ routing: NotificationRouting.nobody() });
    alert(stack);
    slo(stack);
    expect(warnings(stack)).toEqual([]);
  });

  test('fail for an owner of an alert that is blank', () => {
    expect(() => alert(newStack(), { owner: ' ' })).toThrow('app/NoOrders: owner must not be blank, got " "; leave it out, or pass the name of a team');
  });
});

describe('the default of deletionProtection', () => {
  test.each([true, false])('%s applies to projects, organizations and SLOs', (deletionProtection) => {
    const json = withDefaults({ deletionProtection }, (stack) => {
      new LogfireProject(stack, 'Shop');
      new LogfireOrganization(stack, 'Acme');
      slo(stack);
    });
    const lifecycle = deletionProtection ? { prevent_destroy: true } : undefined;
    expect([only(json, 'logfire_project').lifecycle, only(json, 'logfire_slo').lifecycle, only(json, 'logfire_organization').deletion_protection])
      .toEqual([lifecycle, lifecycle, deletionProtection]);
  });

  test('loses to the prop of a project', () => {
    const json = withDefaults({ deletionProtection: false }, (stack) => new LogfireProject(stack, 'Shop', { deletionProtection: true }));
    expect(only(json, 'logfire_project').lifecycle).toEqual({ prevent_destroy: true });
  });
});

describe('scopes', () => {
  test('the nearest one wins, prop by prop', () => {
    const stack = newStack();
    const inner = new Construct(stack, 'Inner');
    LogfireDefaults.of(stack.node.root).set({ owner: 'App', runbookBaseUrl: 'https://example.com' });
    LogfireDefaults.of(stack).set({ owner: 'Stack' });
    LogfireDefaults.of(inner).set({ environments: ['staging'] });
    LogfireDefaults.of(inner).set({ owner: 'Inner' });
    alert(inner);
    alert(stack, {}, 'Other');
    const alerts = Object.values<TerraformJson>(synth(stack).resource.logfire_alert);
    expect(alerts.map(({ description }) => description)).toEqual(['Owner: Inner\nRunbook: https://example.com/no-orders', 'Owner: Stack\nRunbook: https://example.com/other']);
    expect(alerts.map((each) => each['//'].logfire.defaults)).toEqual([
      { environments: 'app/Inner', owner: 'app/Inner', runbookBaseUrl: 'the app' }, { owner: 'app', runbookBaseUrl: 'the app' },
    ]);
  });

  test('of an app hold in all its stacks, and of a project for its tokens', () => {
    const app = newApp();
    LogfireDefaults.of(app).set({ expiry: AT, deletionProtection: false });
    const projects = ['one', 'two'].map((id) => new LogfireProject(newStack(app, id), 'Shop'));
    LogfireDefaults.of(projects[1]).set({ expiry: TokenExpiry.at('2028-01-01T00:00:00Z') });
    projects.forEach((project) => project.addWriteToken('Token'));
    const stacks = projects.map((project) => synth(TerraformStack.of(project)));
    expect(stacks.map((json) => only(json, 'logfire_write_token').expires_at)).toEqual(['2027-03-31T00:00:00Z', '2028-01-01T00:00:00Z']);
    stacks.forEach((json) => expect(only(json, 'logfire_project').lifecycle).toBeUndefined());
  });

  test('fail for a default that comes too late for a construct in them', () => {
    const stack = newStack();
    const inner = new Construct(stack, 'Inner');
    LogfireDefaults.of(inner).set({ expiry: AT });
    existing(inner).addWriteToken('Token');
    LogfireDefaults.of(stack).set({ expiry: TokenExpiry.after(Duration.days(20)) });
    const project = new LogfireProject(stack, 'Shop');
    project.addWriteToken('Token');
    expect(() => LogfireDefaults.of(stack.node.root).set({ deletionProtection: false })).toThrow(
      'the app: deletionProtection must be set before the constructs that use it, got a default after app/Shop was created; set the defaults of a scope before you create');
    expect(() => LogfireDefaults.of(project).set({ expiry: AT })).toThrow('app/Shop: expiry must be set before the constructs that use it, got a default after app/Shop/Token was created');
    LogfireDefaults.of(stack.node.root).set({ expiry: AT, owner: 'Team Checkout' });
  });

  test('keep what was set before where a value is left out', () => {
    const json = withDefaults({ deletionProtection: false }, (stack) => {
      LogfireDefaults.of(stack).set({ deletionProtection: undefined, owner: 'Team Checkout' });
      new LogfireProject(stack, 'Shop');
    });
    expect(only(json, 'logfire_project').lifecycle).toBeUndefined();
  });

  test('change nothing for a construct with its own value', () => {
    const stack = newStack();
    existing(stack).addWriteToken('Token', { expiry: AT });
    LogfireDefaults.of(stack).set({ expiry: TokenExpiry.never('not used') });
    expect(only(synth(stack), 'logfire_write_token')['//'].logfire).toBeUndefined();
  });

  test('keep their lists when those change later', () => {
    const environments = ['production'];
    const json = withDefaults({ environments }, (stack) => {
      environments.push('staging');
      alert(stack);
    });
    expect(only(json, 'logfire_alert').environments).toEqual(['production']);
  });

  test.each<[string, LogfireDefaultValues]>([
    ['environments[0] must not be blank, got " "; leave environments out for all of them [logfire:not-blank]', { environments: [' '] }],
    ['owner must not be blank, got ""; leave it out', { owner: '' }],
    ['runbookBaseUrl must be an address that begins with https:// or http:// and has no whitespace, got "wiki"; pass for example', { runbookBaseUrl: 'wiki' }],
    ['expiry must be longer than zero, got 0s; pass', { expiry: TokenExpiry.after(Duration.seconds(0)) }],
  ])('fail where they are set: %s', (message, values) => {
    expect(() => LogfireDefaults.of(newStack()).set(values)).toThrow(`app: ${message}`);
  });
});

describe('monitored subjects', () => {
  const query = AlertQuery.silence({ filter: RecordFilter.service('shop') });

  function subject(scope: Construct, id: string, props: LogfireSubjectMonitoringProps): void {
    new LogfireSubjectMonitoring(scope, id, { dashboard: false, ...props })
      .addAlert('DownCritical', { title: 'down', query, severity: AlertSeverity.CRITICAL, description: 'Down.' });
  }

  test('use the defaults, with the runbook of the kind of alert and the filter of their environment', () => {
    const json = withDefaults((stack) => ({
      routing: NotificationRouting.bySeverity({ critical: [deliveryTo(stack, 'a')], info: [deliveryTo(stack, 'b')] }),
      runbookBaseUrl: 'https://example.com',
      owner: 'Payments',
      environments: ['production'],
    }), (stack) => {
      const { environments } = new LogfireEnvironmentProjects(stack, 'Shop', { names: ['production', 'staging'] });
      subject(stack, 'All', { project: existing(stack) });
      subject(stack, 'Each', { environments });
    });
    const alerts = Object.values<TerraformJson>(json.resource.logfire_alert);
    expect(alerts.map(({ environments, channel_assignments: [{ channel_id: channel }] }) => [environments, channel]))
      .toEqual([[['production'], A], [undefined, A], [undefined, B]]);
    alerts.forEach(({ description }) => expect(description).toBe('Down.\n\nSeverity: critical\nOwner: Payments\nRunbook: https://example.com/down'));
  });

  test('warn once in an app without a routing', () => {
    const stack = newStack();
    const project = existing(stack);
    ['X', 'Y'].forEach((id) => subject(stack, id, { project }));
    expect(warnings(stack)).toEqual([expect.stringMatching(/^routing is not set: nobody is notified when an alert fires; pass/)]);
  });
});

test('policies see what the defaults result in', () => {
  const stack = newStack();
  LogfireDefaults.of(stack).set({ expiry: TokenExpiry.after(Duration.days(400)), deletionProtection: false, runbookBaseUrl: 'https://example.com' });
  LogfirePolicies.of([new RequireTokenExpiry(), new ProtectProjects(), new RequireRunbook()]).applyTo(stack);
  const project = new LogfireProject(stack, 'Shop');
  project.addWriteToken('Token');
  alert(stack, { project });
  let message = '';
  try {
    synth(stack);
  } catch (error) {
    ({ message } = error as Error);
  }
  expect(message).toContain('its lifetime of 400d is longer than the maximum of 365d');
  expect(message).toContain('the project is not protected from destruction');
  expect(message).not.toContain('runbook');
});
