import { TerraformOutput, TerraformVariable } from 'cdktf';
import { describeStandIn } from './harness';
import { created, operations, stackJson, useStacks } from './stacks';
import {
  Delivery, Duration, ILogfireProject, LogfireProject, LogfireSchedule, LogfireSlo, LogfireSloProps, LogfireWebhookChannel, ScheduleWindow,
  SecretValue, Sli, SliGoodValues, SloImportId, SloRouting, SloScope, SloTier, SloTierRouting, Timezone,
} from '../../src';

type Props = Partial<LogfireSloProps>;
type Routing = (page: Delivery, ticket: Delivery) => SloRouting;

const BY_SEVERITY: Routing = (page, ticket) => SloRouting.bySeverity({ page: [page], ticket: [ticket] });
const HOOK = 'https://hooks.example.com/services/not-a-real-secret';

describeStandIn('LogfireSlo in Terraform', () => {
  const stacks = useStacks();

  const json = (props: Props = {}, routing: Routing = BY_SEVERITY, project = 'Shop') => stackJson((stack) => {
    const projects = ['Shop', 'Other'].map((id) => new LogfireProject(stack, id, { deletionProtection: false }));
    const url = new TerraformVariable(stack, 'hook', { type: 'string', sensitive: true });
    const [page, ticket] = ['Page', 'Ticket'].map((id) => new LogfireWebhookChannel(stack, id, { url: SecretValue.fromVariable(url) }));
    const hours = new LogfireSchedule(stack, 'Hours', { timezone: Timezone.UTC, windows: ScheduleWindow.officeHours() });
    const slo = new LogfireSlo(stack, 'Availability', {
      project: projects.find(({ node }) => node.id === project)!,
      sloScope: SloScope.service('checkout'),
      sli: Sli.availability(),
      targetPercent: 99.9,
      routing: routing(Delivery.to(page), Delivery.to(ticket).during(hours)),
      ...props,
    });
    new TerraformOutput(stack, 'fast_alert', { value: slo.alertId(SloTier.FAST) });
  });
  const workspaceWith = (stack: ReturnType<typeof json>) => stacks.workspace(stack, { TF_VAR_hook: HOOK });
  const stored = () => stacks.standIn.logfire.objects('logfire_slo');
  const channels = () => stacks.standIn.logfire.objects('logfire_channel').map(({ id, name }) => [name, id] as const);

  test('is made, notifies by severity, has an empty second plan, and is destroyed with its alerts', async () => {
    const workspace = await workspaceWith(json());
    expect((await workspace.validate()).exitCode).toBe(0);
    await workspace.mustApply();
    const ids = Object.fromEntries(channels());
    const [page, ticket] = [{ channel_id: ids['app-page'], schedule_id: null }, { channel_id: ids['app-ticket'], schedule_id: expect.any(String) }];
    expect(stored()).toMatchObject([{
      name: 'app-availability',
      target_percent: '99.9',
      rolling_window: '30d',
      scope_kind: 'service',
      alerts: {
        fast: { channel_assignments: [page], viable: true },
        medium: { channel_assignments: [page], viable: true },
        slow: { channel_assignments: [ticket], viable: true },
      },
    }]);
    expect(stacks.standIn.logfire.objects('logfire_alert').map(({ id }) => id)).toContain(await workspace.output('fast_alert'));
    expect(await workspace.planExitCode()).toBe(0);

    expect((await workspace.destroy()).exitCode).toBe(0);
    expect([stored(), stacks.standIn.logfire.objects('logfire_alert')]).toEqual([[], []]);
    expect(await workspace.state()).toEqual({});
  });

  test.each<[string, Props, object]>([
    ['the name', { sloName: 'other' }, { name: 'other' }],
    ['the description', { description: 'Promise' }, { description: 'Promise' }],
    ['the target', { targetPercent: 99.95 }, { target_percent: '99.95' }],
    ['the window', { rollingWindow: Duration.days(7) }, { rolling_window: '7d' }],
    ['the environments', { environments: ['production'] }, { environments: ['production'] }],
    ['the queries', { sli: Sli.ratio({ totalQuery: 'true', badQuery: 'is_exception' }) }, { total_query: 'true', bad_query: 'is_exception' }],
    ['the source', { sli: Sli.metricRatio({ totalQuery: 'a', badQuery: 'b' }) }, { source: 'metrics', metric_aggregation: 'additive' }],
    ['the aggregation', { sli: Sli.counterRate({ totalQuery: 'a', badQuery: 'b' }) }, { source: 'metrics', metric_aggregation: 'counter_rate' }],
    ['the indicator', { sli: Sli.histogram({ totalQuery: 'a', good: SliGoodValues.below(0.0000001) }) }, { threshold: '0.0000001', comparison: 'less_than', bad_query: null }],
    ['the routing', { routing: SloRouting.bySeverity({ page: [], ticket: [] }) }, { alerts: { fast: { channel_assignments: [] }, slow: { channel_assignments: [] } } }],
  ])('%s is changed in place, and back', async (_, props, found) => {
    const workspace = await workspaceWith(json());
    await workspace.mustApply();
    for (const [change, after] of [[props, found], [{}, { name: 'app-availability', target_percent: '99.9', source: 'records', threshold: null }]] as const) {
      workspace.write(json(change));
      expect((await workspace.mustApply()).text).toContain('0 added, 1 changed, 0 destroyed');
      expect(stored()).toMatchObject([after]);
      expect(await workspace.planExitCode()).toBe(0);
    }
    expect(created(stacks.standIn, 'logfire_slo')).toHaveLength(1);
  });

  test.each<[string, Props, string | undefined, string]>([
    ['the project', {}, 'Other', 'project_id'],
    ['the kind of scope', { sloScope: SloScope.llmProvider('checkout') }, undefined, 'scope_kind'],
    ['the service', { sloScope: SloScope.service('payment') }, undefined, 'scope_value'],
  ])('%s replaces, unless it is protected', async (_, props, project, attribute) => {
    const workspace = await workspaceWith(json());
    await workspace.mustApply();
    workspace.write(json({ ...props, deletionProtection: true }, BY_SEVERITY, project));
    expect(await workspace.apply()).toMatchObject({ exitCode: 1, text: expect.stringContaining('prevent_destroy') });
    workspace.write(json(props, BY_SEVERITY, project));
    const plan = await workspace.planJson();
    const planned = plan.resource_changes?.find(({ type }) => type === 'logfire_slo');
    expect(planned?.change).toMatchObject({ actions: ['delete', 'create'], replace_paths: [[attribute]] });
    await workspace.mustApply();
    expect([created(stacks.standIn, 'logfire_slo').length, stored().length]).toEqual([2, 1]);
    expect(await workspace.planExitCode()).toBe(0);
  });

  test('a tier that is no longer managed keeps its channels, and one for nobody loses them', async () => {
    const workspace = await workspaceWith(json());
    await workspace.mustApply();
    workspace.write(json({}, (page) => SloRouting.byTier({ fast: SloTierRouting.to([page]), medium: SloTierRouting.nobody() })));
    await workspace.mustApply();
    expect(stored()).toMatchObject([{
      alerts: {
        fast: { channel_assignments: [expect.anything()] },
        medium: { channel_assignments: [] },
        slow: { channel_assignments: [expect.anything()] },
      },
    }]);
    expect(await workspace.planExitCode()).toBe(0);
    workspace.write(json({}, () => SloRouting.unmanaged()));
    expect(await workspace.planExitCode()).toBe(0);
  });

  test('a target that only Terraform knows is written as a decimal', async () => {
    const withVariable = stackJson((stack) => {
      new LogfireSlo(stack, 'Availability', {
        project: new LogfireProject(stack, 'Shop', { deletionProtection: false }),
        sloScope: SloScope.service('checkout'),
        sli: Sli.availability({ route: new TerraformVariable(stack, 'route', { type: 'string' }).stringValue }),
        targetPercent: new TerraformVariable(stack, 'target', { type: 'number' }).numberValue,
        rollingWindow: Duration.days(new TerraformVariable(stack, 'days', { type: 'number' }).numberValue),
        routing: SloRouting.unmanaged(),
      });
    });
    const workspace = await stacks.workspace(withVariable, { TF_VAR_target: '99.95', TF_VAR_days: '28', TF_VAR_route: "/it's" });
    await workspace.mustApply();
    expect(stored()).toMatchObject([{ target_percent: '99.95', total_query: "http_route = '/it''s'" }]);
    expect(await workspace.planExitCode()).toBe(0);
  });

  test.each<[string, (projectId: string, id: string) => SloImportId]>([
    ['name', () => SloImportId.byName('app-shop', 'app-availability')],
    ['id', (projectId, id) => SloImportId.byId(projectId, id)],
  ])('takes over an SLO by %s', async (_, importId) => {
    const props = (project: ILogfireProject) => ({
      project, sloScope: SloScope.service('checkout'), sli: Sli.availability(), targetPercent: 99.9, routing: SloRouting.unmanaged(),
    });
    const first = await stacks.workspace(stackJson((stack) => {
      new LogfireSlo(stack, 'Availability', props(new LogfireProject(stack, 'Shop')));
    }));
    await first.mustApply();
    const [{ id, project_id: projectId }] = stored();
    const workspace = await stacks.workspace(stackJson((stack) => {
      const project = LogfireProject.fromProjectId(stack, 'Shop', projectId as string);
      new LogfireSlo(stack, 'Availability', { ...props(project), importFrom: importId(projectId as string, id) });
    }));
    expect((await workspace.plan()).text).toContain('1 to import, 0 to add, 0 to change, 0 to destroy');
    await workspace.mustApply();
    expect(operations(stacks.standIn).filter((operation) => operation === 'create logfire_slo')).toHaveLength(1);
    expect(await workspace.planExitCode()).toBe(0);
  });
});
