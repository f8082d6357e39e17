import { describeStandIn, stackOf, useStandIn, type StateResource } from '../harness';
import { blocksOf, dashboard, EXAMPLES, SELF_HOSTED, withValues, type Attributes } from './examples';
import { behaviourOf, COMMITTED_SCHEMA } from './index';

interface Life {
  /** Changes in place; none where the provider has no update. */
  readonly update?: Attributes;
  readonly replace?: Attributes;
  /** Import id from the state, where the provider has an import. */
  readonly importId?: (values: StateResource['values']) => string;
  /** Attributes that the first plan after an import changes: what Logfire masks or never returns, and what lives in the state only. */
  readonly differsAfterImport?: readonly string[];
  /** More resources that the changes refer to. */
  readonly beside?: Readonly<Record<string, Readonly<Record<string, Attributes>>>>;
}

const LIVES: Readonly<Record<string, Life>> = {
  logfire_project: { update: { name: 'shop-two', description: undefined }, importId: ({ organization, name }) => `${organization}/${name}` },
  logfire_organization: {
    update: { name: 'acme-three', location: 'Paris' },
    importId: ({ name }) => name,
    differsAfterImport: ['deletion_protection', 'ai_enabled', 'gateway_enabled', 'has_admin_panel', 'updated_at'],
  },
  logfire_write_token: { replace: { expires_at: '2031-01-01T00:00:00Z' } },
  logfire_read_token: { replace: { expires_at: undefined } },
  logfire_api_key: {
    update: { 'name': 'ci-two', 'gateway.spending_limit_daily': 7 },
    replace: { scopes: ['project:gateway_proxy'] },
    importId: ({ id }) => id,
  },
  logfire_gateway_api_key: {
    update: { description: undefined, spending_limit_total: undefined, cache_enabled: undefined },
    replace: { expires_at: '2031-01-01T00:00:00Z' },
    importId: ({ id }) => id,
  },
  logfire_gateway_provider: {
    update: { api_key: 'not-a-real-second-key', require_pricing: undefined },
    replace: { slug: 'other' },
    importId: ({ slug }) => slug,
    differsAfterImport: ['api_key'],
  },
  logfire_channel: {
    update: { config: { type: 'opsgenie', auth_key: 'not-a-real-opsgenie-key' }, active: false },
    importId: ({ name }) => name,
    differsAfterImport: ['config'],
  },
  logfire_schedule: { update: { 'label': 'nights', 'windows[].end_time': '23:59' }, importId: ({ id }) => id },
  logfire_alert: {
    update: { 'time_window': '1h', 'active': undefined, 'channel_assignments[].schedule_id': undefined },
    replace: { project_id: '${logfire_project.other.id}' },
    importId: ({ project_id, name }) => `${project_id}/${name}`,
  },
  logfire_dashboard: {
    update: { name: 'Shop, new', definition: dashboard({ duration: '2h' }) },
    replace: { slug: 'shop-two' },
    importId: ({ slug }) => `main/${slug}`,
  },
  logfire_slo: {
    update: { target_percent: '99.5', alerts: { slow: { channel_assignments: [] } } },
    replace: { scope_value: 'payments' },
    importId: ({ id }) => `main/${id}`,
  },
  logfire_frontend_application: {
    update: { adopt_existing_service_name: undefined },
    replace: { name: 'web-two' },
    importId: ({ project_id, id }) => `${project_id}/${id}`,
  },
  logfire_frontend_application_token: {
    update: { revoke_on_destroy: false },
    replace: { application_id: '${logfire_frontend_application.other.id}' },
    importId: ({ project_id, application_id, id }) => `${project_id}/${application_id}/${id}`,
    differsAfterImport: ['last_used_at', 'revoke_on_destroy', 'status'],
    beside: { logfire_frontend_application: { other: { project_id: '${logfire_project.main.id}', name: 'other' } } },
  },
};

describeStandIn('life of a resource', () => {
  const suite = useStandIn();

  it('is told for every type', () => {
    expect(Object.keys(LIVES).sort()).toEqual(Object.keys(COMMITTED_SCHEMA.resource_schemas).sort());
  });

  it.each(Object.entries(LIVES))('%s', async (type, life) => {
    const address = `${type}.it`;
    let attributes = EXAMPLES[type];
    const stack = () => stackOf({
      provider: { logfire: SELF_HOSTED },
      resource: blocksOf({
        logfire_project: { main: { name: 'main' }, other: { name: 'other' }, ...(type === 'logfire_project' ? { it: attributes } : {}) },
        ...(type === 'logfire_project' ? {} : { [type]: { it: attributes } }),
        ...life.beside,
      }),
    });
    const workspace = await suite.workspace(stack());
    const settle = async () => {
      await workspace.mustApply();
      expect(await workspace.secondPlanIsEmpty()).toBe(true);
      return (await workspace.state())[address].values;
    };
    const change = async (changes: Attributes) => {
      attributes = withValues(attributes, changes);
      workspace.write(stack());
      const { resource_changes: changed = [] } = await workspace.planJson();
      return changed.find((candidate) => candidate.address === address)!.change;
    };
    const count = suite.standIn.logfire.objects(type).length;

    const created = await settle();
    expect(created.id).toMatch(/^[0-9a-f-]{36}$/);

    if (life.update) {
      expect(await change(life.update)).toMatchObject({ actions: ['update'] });
      expect((await settle()).id).toBe(created.id);
    }

    if (life.replace) {
      const { actions, replace_paths: paths } = await change(life.replace);
      expect(actions).toEqual(['delete', 'create']);
      expect(paths).toEqual(Object.keys(life.replace).map((name) => [name]));
      expect((await settle()).id).not.toBe(created.id);
    }

    const values = (await workspace.state())[address].values;
    if (life.importId) {
      await workspace.expect(0, 'state', 'rm', address);
      const imported = await workspace.import(address, life.importId(values));
      expect(imported.output).toContain('Import successful!');
      await expectPlannedChanges(life.differsAfterImport ?? []);
      const fresh = await settle();
      expect(fresh.id).toBe(values.id);
      for (const name of behaviourOf(type).secret_only_at_create) expect(fresh[name]).toBeNull();
    }

    const gone = await workspace.destroy();
    expect({ exitCode: gone.exitCode, output: gone.exitCode === 0 ? '' : gone.output }).toEqual({ exitCode: 0, output: '' });
    expect(suite.standIn.logfire.objects(type)).toHaveLength(count);
    for (const secret of suite.standIn.logfire.secrets()) expect(workspace.transcript).not.toContain(secret);

    async function expectPlannedChanges(names: readonly string[]): Promise<void> {
      const { resource_changes: changed = [] } = await workspace.planJson();
      const { before, after, after_unknown: unknown } = changed.find((candidate) => candidate.address === address)!.change;
      const differing = Object.keys({ ...after, ...unknown }).filter((name) =>
        (unknown[name] !== undefined && unknown[name] !== false && typeof unknown[name] !== 'object') || !sameJson(before![name], after![name]));
      expect(differing.sort()).toEqual([...names].sort());
    }
  });
});

function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
