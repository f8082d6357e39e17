import { blocksOf, dashboard, EXAMPLES, SELF_HOSTED, type Attributes } from './examples';
import { baseOf } from './trials';
import { describeStandIn, stackOf, useStandIn } from '../../../test/terraform/harness';
import { behaviourOf, COMMITTED_SCHEMA } from '../../src/stand-in/index';

const TYPES = Object.keys(COMMITTED_SCHEMA.resource_schemas);

/** Changes that cannot be made up from the kind of a value. */
const VARIATIONS: Readonly<Record<string, unknown>> = {
  project_id: '${logfire_project.other.id}',
  application_id: '${logfire_frontend_application.other.id}',
  adopt_token_id: '${logfire_frontend_application.main.token_id}',
  scopes: ['project:gateway_proxy'],
  gateway: { spending_limit_daily: 6 },
  config: { type: 'webhook', format: 'auto', url: 'https://hooks.example.com/other' },
  windows: [{ days: [6], start_time: '10:00', end_time: '11:00' }],
  channel_assignments: [],
  environments: ['staging'],
  alerts: { fast: { channel_assignments: [] } },
  target_percent: '99.5',
  rolling_window: '7d',
  time_window: '20m',
  frequency: '10m',
  expires_at: '2031-01-01T00:00:00Z',
  definition: dashboard({ duration: '3h' }),
};

/** Another value for an attribute. */
function variationOf(type: string, name: string, value: unknown): unknown {
  const choices = behaviourOf(type).enums[name];
  if (choices) return choices.find((choice) => choice !== value);
  if (name in VARIATIONS) return VARIATIONS[name];
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string') return `${value}-x`;
  throw new Error(`no variation for ${type}.${name}`);
}

describeStandIn('what a change plans', () => {
  const suite = useStandIn();

  it.each(TYPES)('each attribute of %s alone', async (type) => {
    const behaviour = behaviourOf(type);
    const names = [...new Set([...Object.keys(EXAMPLES[type]), ...behaviour.requires_replace])];
    const copies = (varied: boolean) => names.map((name, index): [string, Attributes] => {
      const apart = Object.fromEntries(['name', 'slug'].filter((key) => key in EXAMPLES[type]).map((key) => [key, `${EXAMPLES[type][key]}-${index}`]));
      const before = { ...EXAMPLES[type], ...apart };
      const variation = variationOf(type, name, before[name]);
      const companions = name === 'vendor' ? { ...baseOf(type, name, variation), ...apart } : before;
      return [name, varied ? { ...companions, [name]: variation } : before];
    });
    const stack = (varied: boolean) => stackOf({
      provider: { logfire: SELF_HOSTED },
      resource: blocksOf({
        logfire_project: { main: { name: 'main' }, other: { name: 'other' }, ...(type === 'logfire_project' ? Object.fromEntries(copies(varied)) : {}) },
        logfire_frontend_application: { other: { project_id: '${logfire_project.main.id}', name: 'other' } },
        ...(type === 'logfire_project' ? {} : {
          [type]: {
            ...(type === 'logfire_frontend_application' ? { other: { project_id: '${logfire_project.main.id}', name: 'other' } } : {}),
            ...Object.fromEntries(copies(varied)),
          },
        }),
      }),
    });

    const workspace = await suite.workspace(stack(false));
    await workspace.mustApply();
    workspace.write(stack(true));
    const { resource_changes: changes = [] } = await workspace.planJson();
    const seen = names.map((name) => {
      const { actions, replace_paths: paths, after_unknown: unknown } = changes.find(({ address }) => address === `${type}.${name}`)!.change;
      const updated = actions[0] === 'update' ? Object.keys(unknown).filter((attribute) => unknown[attribute] === true).sort() : undefined;
      return { name, actions, paths, updated };
    });
    expect(seen).toEqual(names.map((name) => behaviour.requires_replace.includes(name)
      ? { name, actions: ['delete', 'create'], paths: [[name]], updated: undefined }
      : { name, actions: ['update'], paths: undefined, updated: [...behaviour.unknown_on_update].sort() }));
  });

  it('shows as unknown what is left out and has no default', async () => {
    const alert = { ...EXAMPLES.logfire_alert, active: undefined };
    const channel = { name: 'slack', config: { type: 'slack-integration', install_id: 'i', channel_id: 'c' } };
    const stack = (suffix: string) => stackOf({
      resource: blocksOf({
        logfire_alert: { it: { ...alert, name: `errors${suffix}` } },
        logfire_channel: { it: { ...channel, name: `slack${suffix}` } },
      }),
    });
    const workspace = await suite.workspace(stack(''));
    await workspace.mustApply();
    expect((await workspace.state())['logfire_channel.it'].values.config.include_agent_prompt).toBe(true);
    workspace.write(stack('-two'));
    const { resource_changes: changes = [] } = await workspace.planJson();
    expect(changes.find(({ address }) => address === 'logfire_alert.it')!.change.after_unknown).toMatchObject({ active: true });
    expect(changes.find(({ address }) => address === 'logfire_channel.it')!.change.after_unknown).toMatchObject({ config: { include_agent_prompt: true } });
    await workspace.mustApply();
    expect(await workspace.secondPlanIsEmpty()).toBe(true);
  });

  it('keeps what an SLO knows of its alerts, and makes an alert again that is gone', async () => {
    const stack = (target: string) => stackOf({ resource: blocksOf({ logfire_slo: { it: { ...EXAMPLES.logfire_slo, target_percent: target } } }) });
    const workspace = await suite.workspace(stack('99.9'));
    await workspace.mustApply();
    const before = (await workspace.state())['logfire_slo.it'].values;
    expect(before.alerts).toMatchObject({
      fast: { severity: 'page', viable: true, channel_assignments: [{}] },
      medium: { severity: 'page', viable: true, channel_assignments: [] },
      slow: { severity: 'ticket', viable: true, channel_assignments: [] },
    });
    expect(suite.standIn.logfire.objects('logfire_alert').map(({ id }) => id)).toEqual(['fast', 'medium', 'slow'].map((tier) => before.alerts[tier].alert_id));

    workspace.write(stack('90'));
    const { resource_changes: changes = [] } = await workspace.planJson();
    const { after_unknown: unknown } = changes.find(({ address }) => address === 'logfire_slo.it')!.change;
    expect(Object.values(unknown.alerts)).toEqual([1, 2, 3].map(() => expect.objectContaining({ viable: true })));
    expect(JSON.stringify(unknown)).not.toMatch(/"(alert_id|severity)":true/);
    await workspace.mustApply();
    const lower = (await workspace.state())['logfire_slo.it'].values;
    expect(lower.alerts).toMatchObject({ fast: { viable: false }, medium: { viable: true }, slow: { viable: true } });

    suite.standIn.logfire.change('logfire_slo', before.id, { alerts: { slow: { alert_id: null } } });
    expect(await workspace.planExitCode()).toBe(2);
    await workspace.mustApply();
    expect((await workspace.state())['logfire_slo.it'].values.alerts.slow.alert_id).toMatch(/^[0-9a-f-]{36}$/);
    expect(await workspace.secondPlanIsEmpty()).toBe(true);
  });
});

