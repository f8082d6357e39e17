import { blocksOf, dashboard, EXAMPLES, SELF_HOSTED, withValues, type Attributes } from './examples';
import { KEYS } from './trials';
import { describeStandIn, stackOf, useStandIn, type DiagnosticJson } from '../../../test/terraform/harness';
import { behaviourOf } from '../../src/stand-in/index';

type Cases = Readonly<Record<string, { readonly type: string; readonly changes: Attributes; readonly refused?: string }>>;

const CONFIG: Readonly<Record<string, Attributes>> = {
  'webhook': { type: 'webhook', format: 'raw-data', url: 'https://example.com/hook' },
  'opsgenie': { type: 'opsgenie', auth_key: 'not-a-real-key' },
  'pagerduty': { type: 'pagerduty', routing_key: 'not-a-real-routing-key', region: 'eu' },
  'pagerduty-integration': { type: 'pagerduty-integration', install_id: 'i', service_id: 's' },
  'slack-integration': { type: 'slack-integration', install_id: 'i', channel_id: 'C1', include_agent_prompt: false },
};

const ANY: Attributes = {
  auth_key: 'k', channel_id: 'c', format: 'auto', include_agent_prompt: true, install_id: 'i', region: 'us', routing_key: 'r', service_id: 's', url: 'https://example.com',
};

describeStandIn('what is refused while applying', () => {
  const suite = useStandIn();

  /** Applies all cases side by side; each must be refused as told, or not at all. */
  async function tryAll(cases: Cases): Promise<void> {
    const resources: Record<string, Record<string, Attributes>> = {};
    Object.values(cases).forEach(({ type, changes }, index) => ((resources[type] ??= {})[`case_${index}`] = withValues(EXAMPLES[type], changes)));
    const workspace = await suite.workspace(stackOf({ provider: { logfire: SELF_HOSTED }, resource: blocksOf(resources) }));
    expect(await workspace.findings()).toEqual([]);
    expect(await workspace.findingsOf('plan')).toEqual([]);
    const findings = await workspace.findingsOf('apply');
    const said = (type: string, index: number) => findings.filter(({ address }) => address === `${type}.case_${index}`).map(text).join('\n');
    const verdicts = Object.entries(cases).map(([title, { type, refused }], index) => {
      const words = said(type, index);
      return [title, refused === undefined ? words : words.includes(refused) ? refused : words || 'accepted'];
    });
    expect(verdicts).toEqual(Object.entries(cases).map(([title, { refused }]) => [title, refused ?? '']));
  }

  it('follows each rule of the apply phase', async () => {
    const rules = KEYS.flatMap((key) => behaviourOf(key).rules.filter((rule) => rule.phase === 'apply'));
    expect(rules.map((rule) => rule.id).sort()).toEqual(Object.keys(CONFIG).sort());
    const cases: Record<string, Cases[string]> = {};
    for (const { id, require = [], forbid = [] } of rules) {
      const add = (title: string, change: Attributes, refused?: string) => {
        const name = `c${Object.keys(cases).length}`;
        cases[`${id}: ${title}`] = { type: 'logfire_channel', changes: { ...withValues({ config: CONFIG[id] }, change), name }, refused };
      };
      add('as it should be', {});
      for (const path of require) {
        add(`without ${path}`, { [path]: undefined }, `${path} must be set`);
        if (!/url|format/.test(path)) add(`blank ${path}`, { [path]: ' ' }, `${path} must be set`);
      }
      for (const path of forbid) add(`with ${path}`, { [path]: ANY[path.slice('config.'.length)] }, `${path} must not be set`);
    }
    expect(Object.keys(cases).length).toBeGreaterThan(40);
    await tryAll(cases);
  });

  it('checks durations late where behaviour.json says so', async () => {
    const slo = (rolling_window: string, refused?: string) => ({ type: 'logfire_slo', changes: { rolling_window, name: rolling_window || 'empty' }, refused });
    await tryAll({
      'ISO 8601': slo('P30D', 'not a duration'),
      'empty': slo('', 'not a duration'),
      'too short': slo('59m', 'must be between 1h and 90d'),
      'too long': slo('91d', 'must be between 1h and 90d'),
      'shortest': slo('1h'),
      'longest': slo('90d'),
      'other spelling': slo('720h'),
    });
  });

  it('has the limits of Logfire', async () => {
    await tryAll({
      'project name': { type: 'logfire_project', changes: { name: 'x'.repeat(51) }, refused: 'at most 50 characters' },
      'longest project name': { type: 'logfire_project', changes: { name: 'y'.repeat(50) } },
      'project description': { type: 'logfire_project', changes: { name: 'p3', description: 'x'.repeat(501) }, refused: 'at most 500 characters' },
      'longest project description': { type: 'logfire_project', changes: { name: 'p4', description: '\u00e9'.repeat(500) } },
      'organization name': { type: 'logfire_organization', changes: { name: 'x'.repeat(51) }, refused: 'at most 50 characters' },
      'longest organization name': { type: 'logfire_organization', changes: { name: 'y'.repeat(50) } },
      'time zone': { type: 'logfire_schedule', changes: { timezone: 'Mars/Olympus' }, refused: 'IANA' },
      'offset as time zone': { type: 'logfire_schedule', changes: { timezone: '+01:00' }, refused: 'IANA' },
      'UTC': { type: 'logfire_schedule', changes: { timezone: 'UTC' } },
      'thirty days, hourly': { type: 'logfire_alert', changes: { name: 'a1', time_window: '30d', frequency: '1h' }, refused: '30d needs a frequency of 24h' },
      'thirty days, daily': { type: 'logfire_alert', changes: { name: 'a2', time_window: '30d', frequency: '24h' } },
      'project that is not there': {
        type: 'logfire_write_token',
        changes: { project_id: '00000000-0000-4000-8000-999999999999' },
        refused: 'You do not have permission to access this project',
      },
      'no dashboard at all': { type: 'logfire_dashboard', changes: { slug: 'd1', definition: '{}' }, refused: 'kind must be Dashboard' },
      'no layouts': { type: 'logfire_dashboard', changes: { slug: 'd2', definition: dashboard({ layouts: undefined }) }, refused: 'spec.layouts' },
      'a bad panel': { type: 'logfire_dashboard', changes: { slug: 'd3', definition: dashboard({ panels: { a: { kind: 'Widget' } } }) }, refused: 'spec.panels.a' },
      'a bad duration': { type: 'logfire_dashboard', changes: { slug: 'd4', definition: dashboard({ duration: 'PT1H' }) }, refused: 'spec.duration' },
      'a bad variable': { type: 'logfire_dashboard', changes: { slug: 'd5', definition: dashboard({ variables: [{ kind: 'X' }] }) }, refused: 'spec.variables[0]' },
      'an empty grid': {
        type: 'logfire_dashboard',
        changes: { slug: 'd6', definition: dashboard({ panels: null, layouts: [{ kind: 'Grid', spec: { items: [] } }] }) },
      },
    });
  });

  it.each([
    ['logfire_project', 'name', 'organization'],
    ['logfire_organization', 'name', 'instance'],
    ['logfire_gateway_provider', 'slug', 'organization'],
    ['logfire_alert', 'name', 'project'],
    ['logfire_slo', 'name', 'project'],
    ['logfire_dashboard', 'slug', 'project'],
  ])('wants %s.%s to be unique in the %s', async (type, attribute, scope) => {
    expect(behaviourOf(type).unique[attribute]).toContain(scope);
    const others = scope === 'project' ? { third: { ...EXAMPLES[type], project_id: '${logfire_project.other.id}' } } : {};
    const workspace = await suite.workspace(stackOf({
      provider: { logfire: SELF_HOSTED },
      resource: blocksOf({ ...(scope === 'project' ? { logfire_project: { other: { name: 'other' } } } : {}), [type]: { first: EXAMPLES[type], second: EXAMPLES[type], ...others } }),
    }));
    const findings = await workspace.findingsOf('apply');
    expect(findings.map(text)).toEqual([expect.stringContaining(`already exists in the ${scope}`)]);
    expect([`${type}.first`, `${type}.second`]).toContain(findings[0].address);
  });

  it('finds every rule about uniqueness tried above', () => {
    const unique = KEYS.flatMap((key) => Object.keys(behaviourOf(key).unique).map((attribute) => `${key}.${attribute}`));
    expect(unique.sort()).toEqual([
      'logfire_alert.name', 'logfire_dashboard.slug', 'logfire_gateway_provider.slug', 'logfire_organization.name', 'logfire_project.name', 'logfire_slo.name',
    ]);
  });

  it('accepts names twice where they need not be unique', async () => {
    const type = 'logfire_api_key';
    const workspace = await suite.workspace(stackOf({ resource: blocksOf({ [type]: { first: EXAMPLES[type], second: EXAMPLES[type] } }) }));
    await workspace.mustApply();
    expect(suite.standIn.logfire.objects(type)).toHaveLength(2);
  });
});

describeStandIn('what the real provider gets wrong', () => {
  const suite = useStandIn();
  const INCONSISTENT = 'Provider produced inconsistent result after apply';

  it.each<[string, string, Attributes, string | null]>([
    ['an expires_at with an offset', 'logfire_write_token', { expires_at: '2030-01-01T02:00:00+02:00' }, 'expires_at'],
    ['an expires_at with a fraction of zero', 'logfire_read_token', { expires_at: '2030-01-01T00:00:00.000Z' }, 'expires_at'],
    ['a blank expires_at', 'logfire_gateway_api_key', { expires_at: ' ' }, 'expires_at'],
    ['a canonical expires_at', 'logfire_api_key', { expires_at: '2030-01-01T00:00:00Z' }, null],
    ['an expires_at in the past', 'logfire_api_key', { expires_at: '2001-01-01T00:00:00Z' }, null],
    ['pagerduty without region', 'logfire_channel', { config: { type: 'pagerduty', routing_key: 'not-a-real-key' } }, 'config.region'],
    ['pagerduty with region', 'logfire_channel', { config: { type: 'pagerduty', routing_key: 'not-a-real-key', region: 'us' } }, null],
    ['blanks around a text', 'logfire_channel', { config: { type: 'slack-integration', install_id: ' i', channel_id: 'c' } }, 'config.install_id'],
    ['include_agent_prompt left out', 'logfire_channel', { config: { type: 'slack-integration', install_id: 'i', channel_id: 'c' } }, null],
    ['seconds that are not whole', 'logfire_alert', { frequency: '90.5s' }, 'frequency'],
    ['whole seconds', 'logfire_alert', { frequency: '90s' }, null],
    ['bad_query beside a histogram', 'logfire_slo', { metric_aggregation: 'histogram_threshold', source: 'metrics', threshold: '1', comparison: 'less_than' }, 'bad_query'],
    ['a dashboard with links', 'logfire_dashboard', { definition: dashboard({ links: [], datasources: undefined }) }, 'definition'],
  ])('%s', async (_, type, changes, attribute) => {
    const resource = blocksOf({ [type]: { it: withValues(EXAMPLES[type], changes) } });
    const findings = await (await suite.workspace(stackOf({ resource }))).findingsOf('apply');
    expect(findings.map(({ summary }) => summary)).toEqual(attribute === null ? [] : [INCONSISTENT]);
    if (attribute !== null) expect(findings[0].detail).toContain(`.${attribute}:`);
  });
});

function text({ summary, detail }: DiagnosticJson): string {
  return `${summary}: ${detail}`;
}
