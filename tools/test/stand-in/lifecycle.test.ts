import { isDeepStrictEqual } from 'node:util';
import { blocksOf, dashboard, EXAMPLES, SELF_HOSTED, withValues, type Attributes } from './examples';
import { describeStandIn, stackOf, Workspace, type ResourceChange, type StateResource } from '../../../test/terraform/harness';
import { behaviourOf, COMMITTED_SCHEMA, StandIn } from '../../src/stand-in/index';

interface Life {
  /** Changes in place; none where the provider has no update. */
  readonly update?: Attributes;
  readonly replace?: Attributes;
  /** Import id from the state, where the provider has an import. */
  readonly importId?: (values: StateResource['values']) => string;
  /** Attributes that the first plan after an import changes: what Logfire masks or never returns, and what lives in the state only. */
  readonly differsAfterImport?: readonly string[];
  /** What keeps it apart from another resource of the stack. */
  readonly apart?: Attributes;
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
    apart: { name: 'on-call-it' },
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
    apart: { name: 'web-one' },
    replace: { name: 'web-two' },
    importId: ({ project_id, id }) => `${project_id}/${id}`,
  },
  logfire_frontend_application_token: {
    update: { revoke_on_destroy: false },
    replace: { application_id: '${logfire_frontend_application.other.id}' },
    importId: ({ project_id, application_id, id }) => `${project_id}/${application_id}/${id}`,
    differsAfterImport: ['last_used_at', 'revoke_on_destroy', 'status'],
  },
};

/** What Terraform planned and what was there in the end, stage by stage. */
interface Stage {
  readonly changes: Readonly<Record<string, ResourceChange['change']>>;
  readonly state: Readonly<Record<string, StateResource['values']>>;
  readonly secondPlanIsEmpty: boolean;
}

describeStandIn('life of a resource', () => {
  const types = Object.keys(LIVES);
  const importable = types.filter((type) => LIVES[type].importId);
  let [created, updated, replaced, imported] = [] as unknown as [Stage, Stage, Stage, Stage];
  let [destroyed, transcript] = ['', ''];
  let left: Record<string, number>;
  let secrets: string[];

  // All resources live in one stack: that takes a tenth of the commands.
  beforeAll(async () => {
    const standIn = await StandIn.start();
    const attributes = Object.fromEntries(types.map((type) => [type, withValues(EXAMPLES[type], LIVES[type].apart ?? {})]));
    const stack = (more: object = {}) => stackOf({
      provider: { logfire: SELF_HOSTED },
      resource: blocksOf({
        ...Object.fromEntries(types.map((type) => [type, { it: attributes[type] }])),
        logfire_project: { it: attributes.logfire_project, main: { name: 'main' }, other: { name: 'other' } },
        logfire_frontend_application: {
          it: attributes.logfire_frontend_application,
          other: { project_id: '${logfire_project.main.id}', name: 'other' },
        },
      }),
      ...more,
    });
    const workspace = await Workspace.create(stack(), { environment: standIn.environment });
    const stage = async (): Promise<Stage> => {
      const { resource_changes: changes = [] } = await workspace.planJson();
      await workspace.expect(0, 'apply', '-no-color', '-input=false', 'plan.bin');
      const secondPlanIsEmpty = await workspace.secondPlanIsEmpty();
      const state = await workspace.state();
      return {
        changes: Object.fromEntries(changes.filter(({ address }) => address.endsWith('.it')).map(({ type, change }) => [type, change])),
        state: Object.fromEntries(types.map((type) => [type, state[`${type}.it`].values])),
        secondPlanIsEmpty,
      };
    };
    const change = async (how: 'update' | 'replace') => {
      for (const type of types) attributes[type] = withValues(attributes[type], LIVES[type][how] ?? {});
      workspace.write(stack());
      return stage();
    };

    try {
      created = await stage();
      updated = await change('update');
      replaced = await change('replace');
      await workspace.expect(0, 'state', 'rm', ...importable.map((type) => `${type}.it`));
      workspace.write(stack({ import: importable.map((type) => ({ to: `${type}.it`, id: LIVES[type].importId!(replaced.state[type]) })) }));
      imported = await stage();
      workspace.write(stack());
      const { exitCode, output } = await workspace.destroy();
      destroyed = exitCode === 0 ? 'everything' : output;
      left = Object.fromEntries(types.map((type) => [type, standIn.logfire.objects(type).length]));
      secrets = standIn.logfire.secrets();
      transcript = workspace.transcript;
    } finally {
      await workspace.dispose();
      await standIn.stop();
    }
  });

  it('is told for every type', () => {
    expect([...types].sort()).toEqual(Object.keys(COMMITTED_SCHEMA.resource_schemas).sort());
  });

  it('has nothing to do after each apply', () => {
    expect([created, updated, replaced, imported].map(({ secondPlanIsEmpty }) => secondPlanIsEmpty)).toEqual([true, true, true, true]);
  });

  it.each(types)('%s is created', (type) => {
    expect(created.changes[type].actions).toEqual(['create']);
    expect(created.state[type].id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each(types.filter((type) => LIVES[type].update))('%s is updated in place', (type) => {
    expect(updated.changes[type].actions).toEqual(['update']);
    expect(updated.state[type].id).toBe(created.state[type].id);
  });

  it.each(types.filter((type) => LIVES[type].replace))('%s is replaced', (type) => {
    const { actions, replace_paths: paths } = replaced.changes[type];
    expect(actions).toEqual(['delete', 'create']);
    expect(paths).toEqual(Object.keys(LIVES[type].replace!).map((name) => [name]));
    expect(replaced.state[type].id).not.toBe(updated.state[type].id);
  });

  it.each(importable)('%s is imported', (type) => {
    const { actions, importing, before, after, after_unknown: unknown } = imported.changes[type];
    const different = Object.keys({ ...after, ...unknown })
      .filter((name) => unknown[name] === true || !isDeepStrictEqual(before![name], after![name]));
    expect(importing).toEqual({ id: LIVES[type].importId!(replaced.state[type]) });
    expect(different.sort()).toEqual([...LIVES[type].differsAfterImport ?? []].sort());
    expect(actions).toEqual([different.length > 0 ? 'update' : 'no-op']);
    expect(imported.state[type].id).toBe(replaced.state[type].id);
    for (const name of behaviourOf(type).secret_only_at_create) expect(imported.state[type][name]).toBeNull();
  });

  it('ends with nothing left', () => {
    expect(destroyed).toBe('everything');
    expect(left).toEqual(Object.fromEntries(types.map((type) => [type, 0])));
  });

  it('never shows a secret', () => {
    expect(secrets.length).toBeGreaterThan(8);
    expect(secrets.filter((secret) => transcript.includes(secret))).toEqual([]);
  });
});
