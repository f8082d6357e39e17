import { describeStandIn, stackOf, useStandIn, Workspace, type StackJson } from '../../../test/terraform/harness';
import { PROVIDER_BEHAVIOUR, StandIn, type ProviderEnvironment } from '../../src/stand-in/index';

const KEY = 'pylf_v1_us_standinprovider';
const REGIONS = PROVIDER_BEHAVIOUR.base_url_from_key.regions;

describeStandIn('configuration of the provider', () => {
  let standIn: StandIn | undefined;
  let workspace: Workspace | undefined;

  afterEach(async () => {
    await workspace?.dispose();
    await standIn?.stop();
    [workspace, standIn] = [undefined, undefined];
  });

  async function planWith(provider: StackJson, environment: ProviderEnvironment) {
    standIn = await StandIn.start({ environment });
    workspace = await Workspace.create(
      stackOf({ provider: { logfire: provider }, resource: { logfire_project: { it: { name: 'shop' } }, terraform_data: { unknown: { input: KEY } } } }),
      { environment: standIn.environment },
    );
    return workspace.plan();
  }

  it.each<[string, StackJson, ProviderEnvironment, string]>([
    ['a key from the variable', {}, { LOGFIRE_API_KEY: KEY }, REGIONS.us],
    ['a key from the configuration', { api_key: 'pylf_v1_eu_standinprovider' }, {}, REGIONS.eu],
    ['a configured key before the variable', { api_key: 'pylf_v1_eu_standinprovider' }, { LOGFIRE_API_KEY: KEY }, REGIONS.eu],
    ['a key of the second form', { api_key: 'pylf_v2_eu_00000000-0000-4000-8000-000000000000_standin' }, {}, REGIONS.eu],
    ['an address, and any key', { base_url: 'https://logfire.example.com', api_key: 'anything' }, {}, 'https://logfire.example.com'],
    ['an address from the variable', {}, { LOGFIRE_API_KEY: 'anything', LOGFIRE_BASE_URL: 'https://logfire.example.com' }, 'https://logfire.example.com'],
    ['an empty address that hides the variable', { base_url: '' }, { LOGFIRE_API_KEY: KEY, LOGFIRE_BASE_URL: 'https://logfire.example.com' }, REGIONS.us],
    ['an empty variable for the address', {}, { LOGFIRE_API_KEY: KEY, LOGFIRE_BASE_URL: '' }, REGIONS.us],
  ])('takes %s', async (_, provider, environment, baseUrl) => {
    const { exitCode, output } = await planWith(provider, environment);
    expect({ exitCode, output }).toEqual({ exitCode: 0, output: expect.stringContaining('2 to add') });
    expect(standIn!.configurations.at(-1)!.baseUrl).toBe(baseUrl);
  });

  it.each<[string, StackJson, ProviderEnvironment, string]>([
    ['no key', {}, {}, 'Missing Logfire API Api Key'],
    ['an empty key that hides the variable', { api_key: '' }, { LOGFIRE_API_KEY: KEY }, 'Missing Logfire API Api Key'],
    ['a key that is none', { api_key: 'secret' }, {}, 'invalid api_key format'],
    ['a key with too few parts', { api_key: 'pylf_v1_us' }, {}, 'invalid api_key format'],
    ['a key of a later version', { api_key: 'pylf_v3_us_standin' }, {}, 'unsupported api_key format "v3"'],
    ['a short key of the second form', { api_key: 'pylf_v2_us_standin' }, {}, 'Unable to infer Logfire API Base URL'],
    ['a key of another region', { api_key: 'pylf_v1_ap_standin' }, {}, 'unsupported api_key region "ap"'],
    ['an unknown key', { api_key: '${terraform_data.unknown.output}' }, {}, 'Unknown Logfire API token'],
    ['an unknown address', { base_url: '${terraform_data.unknown.output}' }, { LOGFIRE_API_KEY: KEY }, 'Unknown Logfire API Host'],
    ['unknown headers', { custom_headers: { 'X-Any': '${terraform_data.unknown.output}' } }, { LOGFIRE_API_KEY: KEY }, 'Unknown custom headers'],
    ...PROVIDER_BEHAVIOUR.reserved_header_names.map((name): [string, StackJson, ProviderEnvironment, string] =>
      [`the header ${name}`, { custom_headers: { [name.toUpperCase()]: 'x' } }, { LOGFIRE_API_KEY: KEY }, `custom_headers["${name.toUpperCase()}"]: the name is reserved`]),
    ['a header without a name', { custom_headers: { '': 'x' } }, { LOGFIRE_API_KEY: KEY }, 'not a valid HTTP field name'],
    ['a header name with a blank', { custom_headers: { 'X Any': 'x' } }, { LOGFIRE_API_KEY: KEY }, 'not a valid HTTP field name'],
    ['a header without a value', { custom_headers: { 'X-Any': '' } }, { LOGFIRE_API_KEY: KEY }, 'the value must not be empty'],
    ['a header of two lines', { custom_headers: { 'X-Any': 'a\nb' } }, { LOGFIRE_API_KEY: KEY }, 'not a valid HTTP field value'],
  ])('refuses %s', async (_, provider, environment, message) => {
    const { exitCode, text } = await planWith(provider, environment);
    expect({ exitCode, text }).toEqual({ exitCode: 1, text: expect.stringContaining(message) });
    expect((await workspace!.validate()).exitCode).toBe(0);
  });

  it('passes valid headers on as they are spelled', async () => {
    await planWith({ custom_headers: { 'CF-Access-Client-Id': 'id\twith tab' } }, { LOGFIRE_API_KEY: KEY });
    expect(standIn!.configurations.at(-1)!.headers).toEqual({ 'CF-Access-Client-Id': 'id\twith tab' });
  });
});

describeStandIn('what a key stands for', () => {
  const suite = useStandIn({
    keys: {
      pylf_v1_us_standinother: { organization: 'other' },
      pylf_v1_us_standinreader: { scopes: ['organization:create_project', 'project:read', 'project:write', 'organization:create_api_key'] },
    },
    release: 'v2026-06-09.01',
  });

  it('is an organization: aliases see their own objects only', async () => {
    const stack = (otherProvider: string) => stackOf({
      provider: { logfire: [{}, { alias: 'other', api_key: 'pylf_v1_us_standinother' }] },
      resource: {
        logfire_project: { here: { name: 'shop' }, there: { name: 'shop', provider: 'logfire.other' } },
        logfire_write_token: { there: { project_id: '${logfire_project.there.id}', provider: otherProvider } },
      },
    });
    const workspace = await suite.workspace(stack('logfire.other'));
    await workspace.mustApply();
    const { 'logfire_project.here': here, 'logfire_project.there': there } = await workspace.state();
    expect([here.values.organization, there.values.organization]).toEqual(['acme', 'other']);
    expect(await workspace.secondPlanIsEmpty()).toBe(true);

    workspace.write(stack('logfire'));
    expect((await workspace.apply()).text).toContain('You do not have permission to access this project');
  });

  it('is a set of scopes', async () => {
    const workspace = await suite.workspace(stackOf({
      provider: { logfire: { api_key: 'pylf_v1_us_standinreader' } },
      resource: {
        logfire_project: { it: { name: 'shop' } },
        logfire_write_token: { it: { project_id: '${logfire_project.it.id}' } },
        logfire_api_key: { it: { name: 'ci', scopes: ['project:read', 'organization:admin'] } },
      },
    }));
    const findings = await workspace.findingsOf('apply');
    expect(findings.map(({ address, detail }) => [address, detail]).sort()).toEqual([
      ['logfire_api_key.it', expect.stringContaining('The organization:admin scope is not granted to the calling credential')],
      ['logfire_write_token.it', expect.stringContaining('missing the required scope: project:write_token')],
    ]);
  });

  it('is a release of Logfire', async () => {
    const workspace = await suite.workspace(stackOf({
      resource: {
        logfire_schedule: { it: { label: 'l', timezone: 'UTC', windows: [{ days: [1], start_time: '00:00', end_time: '01:00' }] } },
        logfire_api_key: { it: { name: 'ci', scopes: ['project:read'] } },
      },
    }));
    const findings = await workspace.findingsOf('apply');
    expect(findings.map(({ address, detail }) => [address, detail])).toEqual([['logfire_schedule.it', expect.stringContaining('needs Logfire v2026-09-23.01')]]);
  });

  it('is not an instance of ones own: organizations need a self-hosted Logfire', async () => {
    const workspace = await suite.workspace(stackOf({ resource: { logfire_organization: { it: { name: 'acme' } } } }));
    expect((await workspace.apply()).text).toContain('self-hosted');
  });
});
