import { blocksOf, dashboard, EXAMPLES, SELF_HOSTED } from './examples';
import { describeStandIn, stackOf, useStandIn } from '../../../test/terraform/harness';
import { behaviourOf, COMMITTED_SCHEMA, type LogfireObject } from '../../src/stand-in/index';

const TYPES = Object.keys(COMMITTED_SCHEMA.resource_schemas);

describeStandIn('import', () => {
  const suite = useStandIn();

  /** Everything that can be imported, made past Terraform. */
  function furnish() {
    const { logfire } = suite.standIn;
    const project = logfire.add('logfire_project', { name: 'main' });
    const channel = logfire.add('logfire_channel', { name: 'a/b, c|d', config: { type: 'opsgenie', auth_key: 'not-a-real-opsgenie-key' } });
    const inProject = { project_id: project.id };
    const application = logfire.add('logfire_frontend_application', { ...inProject, name: 'web' });
    return {
      project,
      channel,
      application,
      organization: logfire.add('logfire_organization', { name: 'other-org' }),
      schedule: logfire.add('logfire_schedule', EXAMPLES.logfire_schedule),
      alert: logfire.add('logfire_alert', { ...EXAMPLES.logfire_alert, ...inProject, channel_assignments: [] }),
      dashboard: logfire.add('logfire_dashboard', { ...inProject, name: 'Shop', slug: 'shop', definition: dashboard() }),
      slo: logfire.add('logfire_slo', { ...EXAMPLES.logfire_slo, ...inProject, alerts: null }),
      apiKey: logfire.add('logfire_api_key', { name: 'ci', scopes: ['project:read'] }),
      gatewayKey: logfire.add('logfire_gateway_api_key', { ...inProject, name: 'agent' }),
      gatewayProvider: logfire.add('logfire_gateway_provider', EXAMPLES.logfire_gateway_provider),
      token: logfire.objects('logfire_frontend_application_token')[0],
    };
  }

  type Furniture = ReturnType<typeof furnish>;

  it.each<[string, (all: Furniture) => string[], (all: Furniture) => LogfireObject]>([
    ['logfire_project', ({ project: { id } }) => ['acme/main', 'main', id, ' acme , main ', 'acme|main'], ({ project }) => project],
    ['logfire_organization', ({ organization: { id } }) => ['other-org', id], ({ organization }) => organization],
    ['logfire_channel', ({ channel: { id } }) => ['a/b, c|d', id], ({ channel }) => channel],
    ['logfire_schedule', ({ schedule: { id } }) => [id], ({ schedule }) => schedule],
    ['logfire_alert', ({ project, alert: { id } }) => ['main/errors', `${project.id}/${id}`, `main,${id}`, `${project.id}|errors`], ({ alert }) => alert],
    ['logfire_slo', ({ project, slo: { id } }) => ['main/availability', `${project.id}/${id}`], ({ slo }) => slo],
    ['logfire_dashboard', ({ project, dashboard: { id } }) => ['main/shop', `${project.id}/${id}`, `${project.id}/${id}/shop`], (all) => all.dashboard],
    ['logfire_api_key', ({ apiKey: { id } }) => [id], ({ apiKey }) => apiKey],
    ['logfire_gateway_api_key', ({ gatewayKey: { id } }) => [id], ({ gatewayKey }) => gatewayKey],
    ['logfire_gateway_provider', ({ gatewayProvider: { id } }) => ['models', id], ({ gatewayProvider }) => gatewayProvider],
    ['logfire_frontend_application', ({ project, application: { id } }) => [`${project.id}/${id}`], ({ application }) => application],
    ['logfire_frontend_application_token', ({ project, application, token: { id } }) => [`${project.id}/${application.id}/${id}`], ({ token }) => token],
  ])('of %s takes every form of its id', async (type, idsOf, objectOf) => {
    const all = furnish();
    const ids = idsOf(all);
    const resource = { [type]: Object.fromEntries(ids.map((_, index) => [`it_${index}`, EXAMPLES[type]])) };
    const workspace = await suite.workspace(stackOf({ provider: { logfire: SELF_HOSTED }, resource: blocksOf(resource) }));
    for (const [index, id] of ids.entries()) {
      expect((await workspace.import(`${type}.it_${index}`, id)).output).toContain('Import successful!');
    }
    const state = await workspace.state();
    for (const index of ids.keys()) {
      const { values } = state[`${type}.it_${index}`];
      expect(values.id).toBe(objectOf(all).id);
      for (const name of behaviourOf(type).secret_only_at_create) expect(values[name]).toBeNull();
      for (const name of behaviourOf(type).secret_read_back) expect(values[name]).toMatch(/^pylf_v1_us_standin/);
      for (const name of behaviourOf(type).never_read_back) expect(values[name]).toBeNull();
      for (const name of behaviourOf(type).local_only) expect(values[name]).toEqual(behaviourOf(type).defaults[name] ?? null);
      if (type === 'logfire_channel') expect(values.config.auth_key).toBe('**********-key');
    }
  });

  it('is refused where behaviour.json has no form of an id', async () => {
    const without = TYPES.filter((type) => behaviourOf(type).import_id === null);
    expect(without).toEqual(['logfire_read_token', 'logfire_write_token']);
    const workspace = await suite.workspace(stackOf({
      resource: blocksOf(Object.fromEntries(without.map((type) => [type, { it: { project_id: 'x' } }]))),
    }));
    for (const type of without) {
      const { exitCode, text } = await workspace.import(`${type}.it`, 'any');
      expect({ exitCode, text }).toEqual({ exitCode: 1, text: expect.stringContaining('does not support import') });
    }
  });

  it.each([
    ['logfire_alert', 'main', 'Unexpected Import Identifier'],
    ['logfire_alert', 'main/', 'Unexpected Import Identifier'],
    ['logfire_alert', 'a/b/c', 'Unexpected Import Identifier'],
    ['logfire_alert', 'nowhere/errors', 'There is no project "nowhere"'],
    ['logfire_alert', 'main/nothing', 'There is no alert "nothing"'],
    ['logfire_project', 'elsewhere/main', 'There is no organization "elsewhere"'],
    ['logfire_project', 'nowhere', 'There is no project "nowhere"'],
    ['logfire_api_key', 'ci', 'There is no api key "ci"'],
    ['logfire_schedule', 'office hours', 'There is no schedule "office hours"'],
    ['logfire_frontend_application', 'main/web', 'There is no project "main"'],
  ])('of %s refuses %j', async (type, id, message) => {
    furnish();
    const workspace = await suite.workspace(stackOf({ resource: blocksOf({ [type]: { it: EXAMPLES[type] } }) }));
    const { exitCode, text } = await workspace.import(`${type}.it`, id);
    expect({ exitCode, text }).toEqual({ exitCode: 1, text: expect.stringContaining(message) });
  });

  it('prefers an id to a name, and the first of several with a name', async () => {
    const { logfire } = suite.standIn;
    const first = logfire.add('logfire_channel', { name: 'twice', config: { type: 'opsgenie', auth_key: 'not-a-real-key' } });
    logfire.add('logfire_channel', { name: 'twice', config: { type: 'opsgenie', auth_key: 'not-a-real-key' } });
    logfire.add('logfire_channel', { name: first.id, config: { type: 'opsgenie', auth_key: 'not-a-real-key' } });
    const workspace = await suite.workspace(stackOf({
      resource: { logfire_channel: { by_name: EXAMPLES.logfire_channel, by_id: EXAMPLES.logfire_channel } },
    }));
    await workspace.import('logfire_channel.by_name', 'twice');
    await workspace.import('logfire_channel.by_id', first.id);
    expect(Object.values(await workspace.state()).map(({ values }) => values.id)).toEqual([first.id, first.id]);
  });

  it('works by a block in the stack, which plans and applies it', async () => {
    const { id } = suite.standIn.logfire.add('logfire_project', { name: 'main' });
    const workspace = await suite.workspace(stackOf({
      import: [{ to: 'logfire_project.it', id: 'acme/main' }],
      resource: { logfire_project: { it: { name: 'main', description: 'now told' } } },
    }));
    const { resource_changes: [{ change }] = [] as never } = await workspace.planJson();
    expect(change).toMatchObject({ actions: ['update'], importing: { id: 'acme/main' } });
    await workspace.mustApply();
    expect(suite.standIn.logfire.objects('logfire_project')).toEqual([expect.objectContaining({ id, description: 'now told' })]);
    expect(suite.standIn.logfire.operations.map(({ op }) => op)).toEqual(['update']);
  });

  it('of a gateway key refuses a key without the scope of the gateway', async () => {
    const { apiKey } = furnish();
    const type = 'logfire_gateway_api_key';
    const workspace = await suite.workspace(stackOf({ resource: blocksOf({ [type]: { it: EXAMPLES[type] } }) }));
    expect((await workspace.import(`${type}.it`, apiKey.id)).text).toContain('does not have the scope project:gateway_proxy');
  });
});
