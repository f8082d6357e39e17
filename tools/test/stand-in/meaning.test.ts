import { blocksOf, dashboard, EXAMPLES, HISTOGRAM, SELF_HOSTED, withValues, type Attributes } from './examples';
import { describeStandIn, stackOf, useStandIn } from '../../../test/terraform/harness';
import { behaviourOf, COMMITTED_SCHEMA } from '../../src/stand-in/index';
import { durationSeconds, instantOf, printDecimal, printDuration, printInstant } from '../../src/stand-in/meaning';

const TYPES = Object.keys(COMMITTED_SCHEMA.resource_schemas);

/** Resources side by side, one per row, under names of their own. */
function sideBySide(rows: ReadonlyArray<{ readonly type: string; readonly attributes: Attributes }>) {
  const resources: Record<string, Record<string, Attributes>> = {};
  for (const [index, { type, attributes }] of rows.entries()) {
    const apart = Object.fromEntries(['name', 'slug'].filter((key) => key in attributes).map((key) => [key, `${attributes[key]}-${index}`]));
    (resources[type] ??= {})[`row_${index}`] = { ...attributes, ...apart };
  }
  return stackOf({ provider: { logfire: SELF_HOSTED }, resource: blocksOf(resources) });
}

describeStandIn('spellings that mean the same', () => {
  const suite = useStandIn();
  const layouts = [{ kind: 'Grid', spec: { items: [{ x: 0, y: 0, width: 12, height: 4, content: { ref: '#/spec/panels/rate' } }] } }];

  const ROWS: ReadonlyArray<readonly [string, string, Attributes, Attributes, 'no-op' | 'update']> = [
    ['logfire_alert', 'frequency', { frequency: '90m' }, { frequency: '1h30m' }, 'no-op'],
    ['logfire_alert', 'time_window', { time_window: '7d' }, { time_window: '168h' }, 'no-op'],
    ['logfire_alert', 'another time_window', { time_window: '7d' }, { time_window: '167h' }, 'update'],
    ['logfire_schedule', 'windows', {}, { 'windows[].start_time': '09:00:00' }, 'no-op'],
    ['logfire_schedule', 'another second', {}, { 'windows[].start_time': '09:00:01' }, 'update'],
    ['logfire_dashboard', 'formatting', {}, { definition: JSON.stringify(JSON.parse(dashboard()), null, 4) }, 'no-op'],
    ['logfire_dashboard', 'metadata', {}, { definition: dashboard({}, { metadata: { name: 'x', version: 7 } }) }, 'no-op'],
    ['logfire_dashboard', 'defaults', {}, { definition: dashboard({ variables: undefined, refreshInterval: undefined }) }, 'no-op'],
    ['logfire_dashboard', 'ref', {}, { definition: dashboard({ layouts }) }, 'no-op'],
    ['logfire_dashboard', 'decimals', { definition: dashboard({ x: 0.5 }) }, { definition: dashboard().replace('"spec":{', '"spec":{"x":5e-1,') }, 'no-op'],
    ['logfire_dashboard', 'another number', { definition: dashboard({ x: 1 }) }, { definition: dashboard({ x: 2 }) }, 'update'],
    ['logfire_slo', 'target_percent', {}, { target_percent: '99.90' }, 'update'],
    ['logfire_slo', 'rolling_window', {}, { rolling_window: '720h' }, 'update'],
    ['logfire_slo', 'threshold', HISTOGRAM, { ...HISTOGRAM, threshold: '0.500' }, 'update'],
  ];

  it('plan what behaviour.json says, and send nothing', async () => {
    const before = ROWS.map(([type, , first]) => ({ type, attributes: withValues(EXAMPLES[type], first) }));
    const after = ROWS.map(([type, , , second], index) => ({ type, attributes: withValues(before[index].attributes, second) }));
    const workspace = await suite.workspace(sideBySide(before));
    await workspace.mustApply();
    expect(await workspace.secondPlanIsEmpty()).toBe(true);

    workspace.write(sideBySide(after));
    const { resource_changes: changes = [] } = await workspace.planJson();
    const planned = ROWS.map(([type, title], index) => [type, title, ...changes.find(({ address }) => address === `${type}.row_${index}`)!.change.actions]);
    expect(planned).toEqual(ROWS.map(([type, title, , , action]) => [type, title, action]));

    await workspace.mustApply();
    expect(await workspace.secondPlanIsEmpty()).toBe(true);
    const sent = suite.standIn.logfire.operations.filter(({ op }) => op === 'update').map(({ type }) => type).sort();
    expect(sent).toEqual(['logfire_alert', 'logfire_dashboard', 'logfire_schedule']);
  });

  it('covers all that behaviour.json tells of', () => {
    const told = TYPES.flatMap((type) => Object.keys(behaviourOf(type).equal_by_meaning).map((path) => `${type}.${path}`));
    expect(told.filter((path) => !/description|environments/.test(path)).sort()).toEqual([
      'logfire_alert.frequency', 'logfire_alert.time_window', 'logfire_dashboard.definition', 'logfire_schedule.windows[].end_time',
      'logfire_schedule.windows[].start_time', 'logfire_slo.rolling_window', 'logfire_slo.target_percent', 'logfire_slo.threshold',
    ]);
  });

  it('take empty for absent', async () => {
    const rows = [
      { type: 'logfire_alert', empty: { description: '', environments: [] } },
      { type: 'logfire_slo', empty: { description: '', environments: [] } },
      { type: 'logfire_organization', empty: { display_name: ' ', location: '' } },
    ];
    const workspace = await suite.workspace(sideBySide(rows.map(({ type, empty }) => ({ type, attributes: { ...EXAMPLES[type], ...empty } }))));
    await workspace.mustApply();
    expect(await workspace.secondPlanIsEmpty()).toBe(true);
    for (const { type, empty } of rows) {
      for (const name of Object.keys(empty)) expect(suite.standIn.logfire.objects(type)[0][name]).toBeNull();
    }
  });
});

describeStandIn('taking an attribute out', () => {
  const suite = useStandIn();
  const slack = { config: { type: 'slack-integration', install_id: 'i', channel_id: 'c', include_agent_prompt: false } };
  const pagerduty = { config: { type: 'pagerduty', routing_key: 'not-a-real-key', region: 'eu' } };
  const kept = { channel_assignments: [{}] };

  /** Type, path, what is set before, and what Logfire has in the end. */
  const ROWS: ReadonlyArray<readonly [string, string, Attributes, unknown]> = [
    ['logfire_alert', 'active', { active: false }, false],
    ['logfire_alert', 'description', {}, null],
    ['logfire_alert', 'environments', {}, null],
    ['logfire_api_key', 'description', {}, null],
    ['logfire_api_key', 'gateway', {}, null],
    ['logfire_api_key', 'gateway.*', {}, null],
    ['logfire_channel', 'config.include_agent_prompt', slack, false],
    ['logfire_channel', 'config.region', pagerduty, null],
    ['logfire_gateway_api_key', 'cache_enabled', {}, null],
    ['logfire_gateway_api_key', 'description', {}, null],
    ['logfire_gateway_api_key', 'spending_limit_daily', {}, null],
    ['logfire_gateway_api_key', 'spending_limit_monthly', {}, null],
    ['logfire_gateway_api_key', 'spending_limit_total', {}, null],
    ['logfire_gateway_api_key', 'spending_limit_weekly', {}, null],
    ...['avatar', 'billing_email', 'description', 'display_name', 'github_handle', 'location'].map((name) =>
      ['logfire_organization', name, {}, EXAMPLES.logfire_organization[name]] as const),
    ['logfire_project', 'description', {}, null],
    ['logfire_project', 'visibility', {}, 'public'],
    ['logfire_slo', 'alerts', {}, { fast: kept }],
    ['logfire_slo', 'alerts.fast', {}, kept],
    ['logfire_slo', 'alerts.fast.channel_assignments', {}, kept.channel_assignments],
    ['logfire_slo', 'comparison', HISTOGRAM, null],
    ['logfire_slo', 'threshold', HISTOGRAM, null],
    ['logfire_slo', 'description', {}, null],
    ['logfire_slo', 'environments', {}, null],
  ];

  it('does what behaviour.json says', async () => {
    const concrete = (path: string) => path.replace('*', 'spending_limit_daily');
    const before = ROWS.map(([type, , first]) => ({ type, attributes: withValues(EXAMPLES[type], first) }));
    const after = ROWS.map(([type, path, first], index) => ({
      type,
      // A histogram without one of its two parts is refused: both go, with the aggregation.
      attributes: first === HISTOGRAM ? EXAMPLES[type] : withValues(before[index].attributes, { [concrete(path)]: undefined }),
    }));
    const workspace = await suite.workspace(sideBySide(before));
    await workspace.mustApply();
    const ids = await workspace.state();
    workspace.write(sideBySide(after));
    await workspace.mustApply();
    expect(await workspace.secondPlanIsEmpty()).toBe(true);

    for (const [index, [type, path, , expected]] of ROWS.entries()) {
      const object = suite.standIn.logfire.objects(type).find(({ id }) => id === ids[`${type}.row_${index}`].values.id);
      const got = concrete(path).split('.').reduce((value: any, name) => value[name], object);
      expect({ type, path, got }).toEqual({ type, path, got: typeof expected === 'object' && expected ? withShape(expected) : expected });
    }
  });

  it('is tried for all that behaviour.json tells of', () => {
    const told = TYPES.flatMap((type) => Object.keys(behaviourOf(type).removal).map((path) => `${type}.${path}`));
    expect(told.filter((path) => !/\.(medium|slow)\b/.test(path)).sort()).toEqual(ROWS.map(([type, path]) => `${type}.${path}`).sort());
  });
});

describe('durations, times and numbers', () => {
  it.each<[string, number | undefined]>([
    ['90m', 5400], ['1h30m', 5400], ['1.5h', 5400], ['7d', 604800], [' 5m ', 300], ['.5s', 0.5], ['1\u00b5s', 1e-6], ['-1m', -60],
    ['PT5M', undefined], ['1d12h', undefined], ['', undefined], ['5', undefined], ['1.5d', undefined],
  ])('reads the duration %j', (text, seconds) => {
    expect(durationSeconds(text)).toBe(seconds);
  });

  it.each<[number, string]>([[5400, '1h30m'], [300, '5m'], [10, '10s'], [86400, '24h'], [604800, '7d'], [90.4, '1m30s']])('prints %d seconds as %s', (seconds, text) => {
    expect(printDuration(seconds, (days) => days === 7)).toBe(text);
  });

  it.each<[string, string | undefined]>([
    ['2030-01-01T00:00:00Z', '2030-01-01T00:00:00Z'],
    ['2030-01-01T02:00:00+02:00', '2030-01-01T00:00:00Z'],
    ['2030-01-01T00:00:00,5Z', '2030-01-01T00:00:00.500000Z'],
    ['2029-02-29T00:00:00Z', undefined],
    ['2030-01-01T24:00:00Z', undefined],
    ['2030-01-01', undefined],
  ])('reads and prints the instant %s', (text, printed) => {
    const instant = instantOf(text);
    expect(instant === undefined ? undefined : printInstant(instant)).toBe(printed);
  });

  it.each([['99.90', '99.9'], ['100.0', '100'], ['007.5', '7.5'], ['-0.0', '0'], ['0.5', '0.5']])('prints the number %s as %s', (text, printed) => {
    expect(printDecimal(text)).toBe(printed);
  });
});

/** The expectation, with room for more attributes in its objects. */
function withShape(expected: object): unknown {
  if (Array.isArray(expected)) return expected.map((element: object) => withShape(element));
  return expect.objectContaining(Object.fromEntries(Object.entries(expected).map(([name, inner]) => [name, withShape(inner as object)])));
}
