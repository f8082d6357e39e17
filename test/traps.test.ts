import { TerraformStack, TerraformVariable } from 'cdktf';
import {
  ApiScope, DashboardDefinition, Delivery, Duration, FrontendReplacement, GatewayVendor, LogfireAlert, LogfireApiKey, LogfireChannel,
  LogfireDashboard, LogfireFrontendApplication, LogfireGatewayApiKey, LogfireGatewayProvider, LogfireOpsgenieChannel, LogfireOrganization,
  LogfirePagerDutyChannel, LogfireProject, LogfireProvider, LogfireRegion, LogfireSchedule, LogfireSlackChannel, LogfireSlo,
  LogfireWebhookChannel, ScheduleWindow, SecretValue, Sli, SliGoodValues, SloRouting, SloScope, SloTierRouting, Timezone, TokenExpiry,
} from '../src';
import { cleanUp, newStack, only, synth, TerraformJson, warnings } from './synth';

const UUID = '00000000-0000-4000-8000-000000000001';
const plain = (text: string) => SecretValue.unsafePlainText(text);

afterEach(cleanUp);

function jsonOf(build: (stack: TerraformStack, project: ReturnType<typeof LogfireProject.fromProjectId>) => unknown): TerraformJson {
  const stack = newStack();
  build(stack, LogfireProject.fromProjectId(stack, 'Project', UUID));
  return synth(stack);
}

const SLO = { sli: Sli.availability(), sloScope: SloScope.service('shop'), targetPercent: 99.9 };

/** What goes wrong with plain Terraform and the provider, and cannot go wrong here. */
describe('traps of the provider', () => {
  test('a secret exists only in the answer to the creation: it is sensitive in every output, and no token can be imported', () => {
    const json = jsonOf((_, project) => project.addWriteToken('Token'));
    expect(json.import).toBeUndefined();
    expect(JSON.stringify(json.output ?? {})).not.toContain('.token');
  });

  test('expires_at is compared as text: the same instant is always written the same', () => {
    const ends = ['2027-03-31T02:00:00+02:00', '2027-03-31T00:00:00.000Z', '2027-03-31T00:00:00Z'].map((instant) =>
      only(jsonOf((_, project) => project.addReadToken('Token', { expiry: TokenExpiry.at(instant) })), 'logfire_read_token').expires_at);
    expect(new Set(ends)).toEqual(new Set(['2027-03-31T00:00:00Z']));
  });

  test('an end that is computed at synth would replace the token at each deploy: two synths are the same', () => {
    const [first, second] = [1, 2].map(() => JSON.stringify(jsonOf((_, project) => project.addWriteToken('Token')).resource));
    expect(first).toBe(second);
  });

  test('a replacement destroys the old key first: here the new one is made first', () => {
    const json = jsonOf((stack, project) => {
      project.addWriteToken('Write');
      project.addReadToken('Read');
      new LogfireApiKey(stack, 'Key', { scopes: [ApiScope.ORGANIZATION_READ] });
      new LogfireGatewayApiKey(stack, 'Gateway', { project });
    });
    for (const type of ['logfire_write_token', 'logfire_read_token', 'logfire_api_key', 'logfire_gateway_api_key']) {
      expect(only(json, type).lifecycle.create_before_destroy).toBe(true);
    }
  });

  test('the URL of a webhook is a secret that the provider does not mark', () => {
    const json = jsonOf((stack) => new LogfireWebhookChannel(stack, 'Hook', {
      url: SecretValue.fromVariable(new TerraformVariable(stack, 'url', { type: 'string', sensitive: true })),
    }));
    expect(only(json, 'logfire_channel').config.url).toContain('sensitive(var.url)');
  });

  test('fields of another kind of channel are refused at apply: each kind writes its own and no other', () => {
    const kinds = [
      (stack: TerraformStack) => new LogfireWebhookChannel(stack, 'C', { url: plain('https://hooks.example.com/x') }),
      (stack: TerraformStack) => new LogfireOpsgenieChannel(stack, 'C', { authKey: plain('not-real') }),
      (stack: TerraformStack) => new LogfirePagerDutyChannel(stack, 'C', { routingKey: plain('not-real') }),
      (stack: TerraformStack) => new LogfireSlackChannel(stack, 'C', { installId: UUID, slackChannelId: 'C0123456789' }),
    ].map((build) => Object.keys(only(jsonOf(build), 'logfire_channel').config).sort());
    expect(kinds).toEqual([
      ['format', 'type', 'url'],
      ['auth_key', 'type'],
      ['region', 'routing_key', 'type'],
      ['channel_id', 'include_agent_prompt', 'install_id', 'type'],
    ]);
  });

  test('what Logfire answers must be what was planned: Slack\'s include_agent_prompt and PagerDuty\'s region are always written', () => {
    expect(only(jsonOf((stack) => new LogfireSlackChannel(stack, 'C', { installId: UUID, slackChannelId: 'C0123456789' })), 'logfire_channel').config)
      .toMatchObject({ include_agent_prompt: true });
    expect(only(jsonOf((stack) => new LogfirePagerDutyChannel(stack, 'C', { routingKey: plain('not-real') })), 'logfire_channel').config)
      .toMatchObject({ region: 'us' });
  });

  test('durations of an old release are presets, and ISO 8601 is none at all: canonical texts are written', () => {
    const alert = only(jsonOf((stack, project) => new LogfireAlert(stack, 'A', {
      project, query: 'SELECT 1', frequency: Duration.seconds(3600), timeWindow: Duration.hours(168),
    })), 'logfire_alert');
    expect([alert.frequency, alert.time_window]).toEqual(['1h', '7d']);
  });

  test('the assignments of an old release are refused by a new one: only the new form is written', () => {
    const alert = only(jsonOf((stack, project) => new LogfireAlert(stack, 'A', {
      project, query: 'SELECT 1', notify: [Delivery.to(LogfireChannel.fromChannelId(stack, 'C', UUID))],
    })), 'logfire_alert');
    expect(alert.channel_assignments).toEqual([{ channel_id: UUID }]);
    expect(alert.channel_ids).toBeUndefined();
  });

  test('one channel twice passes the plan while its id is unknown, and fails the apply: it fails at synth', () => {
    expect(() => jsonOf((stack, project) => {
      const channel = new LogfireOpsgenieChannel(stack, 'C', { authKey: plain('not-real') });
      new LogfireAlert(stack, 'A', { project, query: 'SELECT 1', notify: [Delivery.to(channel), Delivery.to(channel)] });
    })).toThrow('notify must have one delivery for each channel');
  });

  test('a tier of an SLO that is left out is unmanaged, and an empty list is nobody: each state is said', () => {
    const alerts = only(jsonOf((stack, project) => new LogfireSlo(stack, 'S', {
      ...SLO,
      project,
      routing: SloRouting.byTier({
        fast: SloTierRouting.to([Delivery.to(LogfireChannel.fromChannelId(stack, 'C', UUID))]),
        medium: SloTierRouting.nobody(),
        slow: SloTierRouting.unmanaged(),
      }),
    })), 'logfire_slo').alerts;
    expect(alerts).toEqual({ fast: { channel_assignments: [{ channel_id: UUID }] }, medium: { channel_assignments: [] } });
  });

  test('a low target makes tiers that can never fire: that is warned about', () => {
    const stack = newStack();
    const project = LogfireProject.fromProjectId(stack, 'Project', UUID);
    const page = [Delivery.to(LogfireChannel.fromChannelId(stack, 'C', UUID))];
    new LogfireSlo(stack, 'S', { ...SLO, project, targetPercent: 90, routing: SloRouting.bySeverity({ page, ticket: page }) });
    expect(warnings(stack).join()).toMatch(/fast/);
  });

  test('a histogram takes no bad query and others take no threshold: each indicator writes its own', () => {
    const written = (sli: Sli) => Object.keys(only(jsonOf((stack, project) => new LogfireSlo(stack, 'S', { ...SLO, project, sli })), 'logfire_slo'))
      .filter((name) => ['bad_query', 'threshold', 'comparison'].includes(name)).sort();
    expect(written(Sli.histogram({ totalQuery: 'true', good: SliGoodValues.below(0.5) }))).toEqual(['comparison', 'threshold']);
    expect(written(Sli.ratio({ totalQuery: 'true', badQuery: 'false' }))).toEqual(['bad_query']);
  });

  test('a floating-point target prints badly: it is a decimal without an exponent or noise', () => {
    const target = (targetPercent: number) =>
      only(jsonOf((stack, project) => new LogfireSlo(stack, 'S', { ...SLO, project, targetPercent })), 'logfire_slo').target_percent;
    expect([target(99.9), target(99.8 + 0.1), target(100 - 1e-7)]).toEqual(['99.9', '99.9', '99.9999999']);
  });

  test('a dashboard without metadata or defaults shows a change in each plan: they are always written', () => {
    const { definition } = only(jsonOf((stack, project) => new LogfireDashboard(stack, 'D', {
      project, definition: DashboardDefinition.fromObject({ kind: 'Dashboard', spec: { panels: {}, layouts: [] } }),
    })), 'logfire_dashboard');
    expect(JSON.parse(definition)).toEqual({
      kind: 'Dashboard',
      metadata: {},
      spec: { datasources: {}, display: { name: expect.any(String) }, duration: '1h', layouts: [], panels: {}, refreshInterval: '0s', variables: [] },
    });
  });

  test('a dashboard has two names: they are in step, and the slug does not follow them', () => {
    const dashboards = ['Sales', 'Revenue'].map((dashboardName) => only(jsonOf((stack, project) => new LogfireDashboard(stack, 'D', {
      project, dashboardName, definition: DashboardDefinition.fromObject({ kind: 'Dashboard', spec: { panels: {}, layouts: [], display: { name: 'Old' } } }),
    })), 'logfire_dashboard'));
    expect(dashboards.map(({ name, definition }) => [name, JSON.parse(definition).spec.display.name])).toEqual([['Sales', 'Sales'], ['Revenue', 'Revenue']]);
    expect(dashboards[0].slug).toBe(dashboards[1].slug);
  });

  test('destroying a project destroys what it holds: it is protected', () => {
    expect(only(jsonOf((stack) => new LogfireProject(stack, 'Shop')), 'logfire_project').lifecycle).toEqual({ prevent_destroy: true });
  });

  test('a name that is used as a reference breaks with a rename: children refer to the id', () => {
    const json = jsonOf((stack) => new LogfireProject(stack, 'Shop').addWriteToken('Token'));
    expect(only(json, 'logfire_write_token').project_id).toMatch(/^\$\{logfire_project\.Shop_\w+\.id\}$/);
  });

  test('an empty argument of the provider hides the environment variable: what is not given is not written', () => {
    expect(jsonOf((_, project) => project.addWriteToken('T')).provider.logfire).toEqual([{}]);
    expect(() => new LogfireProvider(newStack(), 'P', { alias: 'p', apiKey: plain('') })).toThrow('apiKey must not be empty');
    expect(() => new LogfireProvider(newStack(), 'P', { alias: 'p', baseUrl: '' })).toThrow('baseUrl must be');
  });

  test('a path in the address of the provider is dropped: it is refused', () => {
    expect(() => new LogfireProvider(newStack(), 'P', { alias: 'p', baseUrl: 'https://logfire.example.com/eu' })).toThrow('remove everything after the host');
  });

  test('a project-bound scope needs a project', () => {
    expect(() => new LogfireApiKey(newStack(), 'Key', { scopes: [ApiScope.PROJECT_READ_OTLP] })).toThrow('project:read_otlp');
  });

  test('an empty set of caps is refused by the provider: without caps none is written', () => {
    const json = jsonOf((stack, project) => new LogfireApiKey(stack, 'Key', { project, scopes: [ApiScope.PROJECT_GATEWAY_PROXY] }));
    expect(only(json, 'logfire_api_key').gateway).toBeUndefined();
  });

  test('a key for the gateway and an upstream of the gateway are told apart by their names', () => {
    const json = jsonOf((stack, project) => {
      new LogfireGatewayApiKey(stack, 'Key', { project });
      new LogfireGatewayProvider(stack, 'Upstream', { vendor: GatewayVendor.OPENAI, apiKey: plain('not-a-real-key') });
    });
    expect(Object.keys(json.resource)).toEqual(expect.arrayContaining(['logfire_gateway_api_key', 'logfire_gateway_provider']));
  });

  test('a channel is deleted before what uses it only where nothing refers to it: references are always written', () => {
    const alert = only(jsonOf((stack, project) => {
      const channel = new LogfireOpsgenieChannel(stack, 'C', { authKey: plain('not-real') });
      const schedule = new LogfireSchedule(stack, 'S', { timezone: Timezone.UTC, windows: ScheduleWindow.officeHours() });
      new LogfireAlert(stack, 'A', { project, query: 'SELECT 1', notify: [Delivery.to(channel).during(schedule)] });
    }), 'logfire_alert');
    expect(alert.channel_assignments).toEqual([{
      channel_id: expect.stringMatching(/^\$\{logfire_channel\.C_\w+\.id\}$/),
      schedule_id: expect.stringMatching(/^\$\{logfire_schedule\.S_\w+\.id\}$/),
    }]);
  });

  test('the last token of a frontend application cannot be revoked: a token may be left to the application', () => {
    const json = jsonOf((stack, project) => new LogfireFrontendApplication(stack, 'F', { project }).addToken('T', { revokeOnDestroy: false }));
    const token = only(json, 'logfire_frontend_application_token');
    expect(token.revoke_on_destroy).toBe(false);
    expect(token.lifecycle?.create_before_destroy).toBeUndefined();
  });

  test('a frontend application that is replaced under its name has to adopt it, in the right order', () => {
    const replaced = (replacement: FrontendReplacement) => only(
      jsonOf((stack, project) => new LogfireFrontendApplication(stack, 'F', { project, replacement })), 'logfire_frontend_application');
    expect(replaced(FrontendReplacement.CREATE_FIRST))
      .toMatchObject({ adopt_existing_service_name: true, lifecycle: { create_before_destroy: true } });
    expect(replaced(FrontendReplacement.DESTROY_FIRST)).toMatchObject({ adopt_existing_service_name: true });
    expect(replaced(FrontendReplacement.DESTROY_FIRST).lifecycle?.create_before_destroy).not.toBe(true);
  });

  test('a value that is left out is "known after apply" at each update: active is always written', () => {
    const json = jsonOf((stack, project) => {
      new LogfireAlert(stack, 'A', { project, query: 'SELECT 1' });
      new LogfireOpsgenieChannel(stack, 'C', { authKey: plain('not-real') });
    });
    expect([only(json, 'logfire_alert').active, only(json, 'logfire_channel').active]).toEqual([true, true]);
  });

  test('an organization is made on a self-hosted Logfire only', () => {
    expect(() => jsonOf((stack) => new LogfireOrganization(stack, 'O', {
      provider: new LogfireProvider(stack, 'Us', { alias: 'us', region: LogfireRegion.US }),
    }))).toThrow('can be created on a self-hosted Logfire only');
  });

  test('no environments and an empty list mean the same, and an empty description is refused in places', () => {
    const json = jsonOf((stack, project) => {
      new LogfireAlert(stack, 'A', { project, query: 'SELECT 1', environments: [] });
      new LogfireProject(stack, 'Shop', { description: '' });
      new LogfireApiKey(stack, 'Key', { scopes: [ApiScope.ORGANIZATION_READ], description: '' });
    });
    expect(only(json, 'logfire_alert').environments).toBeUndefined();
    expect(only(json, 'logfire_project').description).toBeUndefined();
    expect(only(json, 'logfire_api_key').description).toBeUndefined();
  });
});
