import { blocksOf, EXAMPLES, SELF_HOSTED, withValues } from './examples';
import { describeStandIn, stackOf, useStandIn } from '../../../test/terraform/harness';
import { COMMITTED_SCHEMA } from '../../src/stand-in/index';

describeStandIn('what happens past Terraform', () => {
  const suite = useStandIn();

  it('shows as an update, or as a creation when the object is gone', async () => {
    const { logfire } = suite.standIn;
    const workspace = await suite.workspace(stackOf({ resource: blocksOf({ logfire_alert: { it: EXAMPLES.logfire_alert } }) }));
    await workspace.mustApply();
    const { id } = logfire.objects('logfire_alert')[0];

    logfire.change('logfire_alert', id, { query: 'SELECT 1', frequency: '10m' });
    const { resource_changes: changed = [], resource_drift: drift = [] } = await workspace.planJson();
    expect(drift.map(({ address }) => address)).toEqual(['logfire_alert.it']);
    expect(changed.find(({ address }) => address === 'logfire_alert.it')!.change).toMatchObject({ actions: ['update'], before: { frequency: '10m', query: 'SELECT 1' } });
    await workspace.mustApply();
    expect(logfire.objects('logfire_alert')[0]).toMatchObject({ id, query: EXAMPLES.logfire_alert.query, frequency: '5m' });

    logfire.remove('logfire_alert', id);
    await workspace.mustApply();
    expect(logfire.objects('logfire_alert')[0].id).not.toBe(id);
  });

  it('cannot be seen behind a mask', async () => {
    const { logfire } = suite.standIn;
    const workspace = await suite.workspace(stackOf({ resource: { logfire_channel: { it: EXAMPLES.logfire_channel } } }));
    await workspace.mustApply();
    const { id } = logfire.objects('logfire_channel')[0];
    logfire.change('logfire_channel', id, { config: { url: 'https://elsewhere.example.com/' } });
    expect(await workspace.secondPlanIsEmpty()).toBe(true);
    logfire.change('logfire_channel', id, { config: { type: 'opsgenie', auth_key: 'not-a-real-other-key', format: null, url: null } });
    const { resource_changes: [{ change }] = [] as never } = await workspace.planJson();
    expect(change.before!.config).toMatchObject({ type: 'opsgenie', auth_key: '**********-key' });
  });

  it('is seen in the name of a dashboard, but not in its slug', async () => {
    const { logfire } = suite.standIn;
    const workspace = await suite.workspace(stackOf({ resource: blocksOf({ logfire_dashboard: { it: EXAMPLES.logfire_dashboard } }) }));
    await workspace.mustApply();
    const { id } = logfire.objects('logfire_dashboard')[0];
    logfire.change('logfire_dashboard', id, { slug: 'moved' });
    expect(await workspace.secondPlanIsEmpty()).toBe(true);
    logfire.change('logfire_dashboard', id, { name: 'Renamed' });
    expect(await workspace.planExitCode()).toBe(2);
  });

  it('takes everything along when a project goes', async () => {
    const { logfire } = suite.standIn;
    const inProject = Object.keys(COMMITTED_SCHEMA.resource_schemas).filter((type) => 'project_id' in EXAMPLES[type]);
    const stack = stackOf({ resource: blocksOf(Object.fromEntries(inProject.map((type) => [type, { main: EXAMPLES[type] }]))) });
    const workspace = await suite.workspace(stack);
    await workspace.mustApply();

    logfire.remove('logfire_project', logfire.objects('logfire_project')[0].id);
    for (const type of inProject) expect(logfire.objects(type)).toEqual([]);
    const { resource_changes: changes = [] } = await workspace.planJson();
    expect(changes.filter(({ change }) => change.actions[0] === 'create').map(({ type }) => type).sort()).toEqual([...inProject, 'logfire_project'].sort());
    await workspace.mustApply();

    // A destroy without a refresh meets children that went with the project.
    logfire.remove('logfire_project', logfire.objects('logfire_project')[0].id);
    expect((await workspace.destroy('-refresh=false')).exitCode).toBe(0);
  });

  it('is told in the log of operations only when the provider did it', async () => {
    const { logfire } = suite.standIn;
    const workspace = await suite.workspace(stackOf({ resource: blocksOf({ logfire_write_token: { it: EXAMPLES.logfire_write_token } }) }));
    await workspace.mustApply();
    const [project] = logfire.objects('logfire_project');
    const [token] = logfire.objects('logfire_write_token');
    logfire.remove('logfire_write_token', token.id);
    const added = logfire.add('logfire_write_token', { project_id: project.id });
    await workspace.destroy();
    expect(logfire.operations).toEqual([
      { op: 'create', type: 'logfire_project', id: project.id },
      { op: 'create', type: 'logfire_write_token', id: token.id },
      { op: 'delete', type: 'logfire_project', id: project.id },
      { op: 'cascade', type: 'logfire_write_token', id: added.id },
    ]);
  });

  it('makes an assignment notify at any time when its schedule goes', async () => {
    const { logfire } = suite.standIn;
    const workspace = await suite.workspace(stackOf({
      resource: blocksOf({ logfire_alert: { it: EXAMPLES.logfire_alert }, logfire_slo: { it: EXAMPLES.logfire_slo } }),
    }));
    await workspace.mustApply();
    logfire.remove('logfire_schedule', logfire.objects('logfire_schedule')[0].id);
    expect(logfire.objects('logfire_alert')[0].channel_assignments).toEqual([{ channel_id: expect.any(String), schedule_id: null }]);
    expect(logfire.objects('logfire_slo')[0].alerts).toMatchObject({ fast: { channel_assignments: [{ schedule_id: null }] } });
    await workspace.mustApply();
    expect(await workspace.secondPlanIsEmpty()).toBe(true);
  });
});

describeStandIn('what cannot be destroyed', () => {
  const suite = useStandIn();

  it('is an organization, until its protection was taken off by an apply', async () => {
    const stack = (protection?: boolean) => stackOf({
      provider: { logfire: SELF_HOSTED },
      resource: { logfire_organization: { it: withValues(EXAMPLES.logfire_organization, { deletion_protection: protection }) } },
    });
    const workspace = await suite.workspace(stack());
    await workspace.mustApply();
    expect((await workspace.destroy()).text).toContain('deletion_protection must be false, got true');
    workspace.write(stack(false));
    expect((await workspace.destroy()).exitCode).toBe(1);
    await workspace.mustApply();
    expect(suite.standIn.logfire.operations.map(({ op }) => op)).toEqual(['create']);
    expect((await workspace.destroy()).exitCode).toBe(0);
  });

  it('is a gateway provider that is not there any more', async () => {
    const { logfire } = suite.standIn;
    const workspace = await suite.workspace(stackOf({
      resource: { logfire_gateway_provider: { it: EXAMPLES.logfire_gateway_provider }, logfire_channel: { it: EXAMPLES.logfire_channel } },
    }));
    await workspace.mustApply();
    for (const type of ['logfire_gateway_provider', 'logfire_channel']) logfire.remove(type, logfire.objects(type)[0].id);
    const { exitCode, text } = await workspace.destroy('-refresh=false');
    expect({ exitCode, text }).toEqual({ exitCode: 1, text: expect.stringContaining('there is no gateway provider') });
    expect(Object.keys(await workspace.state())).toEqual(['logfire_gateway_provider.it']);
  });
});

describeStandIn('data source', () => {
  const suite = useStandIn();
  const stack = (more: object) => stackOf({
    data: { logfire_pagerduty_service: { it: { account_subdomain: 'acme', pagerduty_service_id: 'PXYZ789', ...more } } },
    resource: {
      logfire_channel: {
        it: {
          name: 'pager',
          config: { type: 'pagerduty-integration', install_id: '${data.logfire_pagerduty_service.it.install_id}', service_id: '${data.logfire_pagerduty_service.it.service_id}' },
        },
      },
    },
  });

  it('finds a service in its region, us by default', async () => {
    const service = { account_subdomain: 'acme', pagerduty_service_id: 'PXYZ789' };
    suite.standIn.logfire.addPagerdutyService({ ...service, region: 'eu' });
    const added = suite.standIn.logfire.addPagerdutyService({ ...service, service_name: 'Checkout' });
    const workspace = await suite.workspace(stack({}));
    await workspace.mustApply();
    expect(await workspace.secondPlanIsEmpty()).toBe(true);
    expect((await workspace.state())['data.logfire_pagerduty_service.it'].values).toEqual({ ...service, ...added, region: 'us', service_name: 'Checkout' });
    expect(suite.standIn.logfire.objects('logfire_channel')[0].config).toMatchObject({ install_id: added.install_id, service_id: added.service_id });
  });

  it('fails when the service was not approved', async () => {
    suite.standIn.logfire.addPagerdutyService({ account_subdomain: 'acme', pagerduty_service_id: 'PXYZ789' });
    const workspace = await suite.workspace(stack({ region: 'eu' }));
    expect((await workspace.plan()).text).toContain('no approved PagerDuty service PXYZ789 in acme (eu)');
  });
});
