import { TerraformVariable } from 'cdktf';
import { describeStandIn } from './harness';
import { created, operations, stackJson, useStacks } from './stacks';
import {
  DashboardDefinition, DashboardImportId, DashboardPanel, DashboardUnit, DashboardVariable, Duration, LogfireDashboard, LogfireDashboardProps,
  LogfireProject, RowsQuery, TimeSeriesPanel, ValuesPanel,
} from '../../src';
import { document, panel, query, RATE } from '../dashboards/documents';
import { definitionOf, REQUESTS } from '../dashboards/panels';

type Props = Partial<LogfireDashboardProps>;

/** An export of the UI: with metadata, without what is empty, and with keys that Logfire does not store. */
const exported = {
  kind: 'Dashboard',
  metadata: { name: 'traffic', project: 'elsewhere', version: 7, createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-02T00:00:00Z' },
  spec: {
    display: { name: 'Traffic', description: 'Requests' },
    panels: { rate: panel('Rate', [query(`${RATE} -- $\{x} %{y} $$\{z} "quoted" \\ é`)]) },
    layouts: [{ kind: 'Grid', spec: { items: [{ x: 0, y: 0, width: 24, height: 6, content: { ref: '#/spec/panels/rate' } }] } }],
    annotations: [],
    links: [],
  },
};

describeStandIn('LogfireDashboard in Terraform', () => {
  const stacks = useStacks();

  const json = (props: Props = {}, project = 'Shop') => stackJson((stack) => {
    const projects = ['Shop', 'Other'].map((id) => new LogfireProject(stack, id, { deletionProtection: false }));
    new LogfireDashboard(stack, 'Traffic', {
      project: projects.find(({ node }) => node.id === project)!,
      definition: DashboardDefinition.fromObject(exported),
      ...props,
    });
  });
  const stored = () => stacks.standIn.logfire.objects('logfire_dashboard');
  const definition = () => JSON.parse(stored()[0].definition as string);

  test('is made from an export, says the same in Logfire, has an empty second plan, and is destroyed', async () => {
    const workspace = await stacks.workspace(json());
    expect((await workspace.validate()).exitCode).toBe(0);
    await workspace.mustApply();
    expect(stored()).toMatchObject([{ name: 'Traffic', slug: 'app-traffic' }]);
    expect(definition().spec).toMatchObject({ display: exported.spec.display, panels: exported.spec.panels, variables: [], datasources: {}, refreshInterval: '0s' });
    expect(definition().spec).not.toHaveProperty('annotations');
    expect(await workspace.planExitCode()).toBe(0);

    expect((await workspace.destroy()).exitCode).toBe(0);
    expect(stored()).toEqual([]);
    expect(await workspace.state()).toEqual({});
  });

  test.each<[string, Props, object]>([
    ['name', { dashboardName: 'Shop traffic' }, { name: 'Shop traffic' }],
    ['definition', { definition: DashboardDefinition.fromObject(document({ errors: panel('Errors') })) }, { definition: expect.stringContaining('"Errors"') }],
  ])('%s is changed in place', async (_, props, found) => {
    const workspace = await stacks.workspace(json());
    await workspace.mustApply();
    workspace.write(json(props));
    expect((await workspace.mustApply()).text).toContain('0 added, 1 changed, 0 destroyed');
    expect(stored()).toMatchObject([found]);
    expect(await workspace.planExitCode()).toBe(0);
  });

  test('is built from sections, has an empty second plan, and is updated in place when a panel moves or changes', async () => {
    const service = DashboardVariable.fromQuery('service', RowsQuery.fromSql('SELECT DISTINCT service_name FROM records'), { allowAll: true });
    const rate = new TimeSeriesPanel({
      panelId: 'rate', title: 'Rate', query: REQUESTS, unit: DashboardUnit.REQUESTS_PER_SECOND, legend: {}, yAxis: { label: '${STAGE} %{ if true }' }, stacked: true,
    });
    const count = (title: string) => new ValuesPanel({
      panelId: 'count',
      title,
      thresholds: { warning: 0.5, critical: 2 },
      query: RowsQuery.fromSql(`SELECT count(*) AS requests FROM records WHERE ${service.matches('service_name')}`),
    });
    const built = (panels: DashboardPanel[]) => ({ definition: definitionOf(panels, { displayName: 'Traffic', variables: [service], duration: Duration.days(1) }) });

    const workspace = await stacks.workspace(json(built([rate, count('Count')])));
    expect((await workspace.validate()).exitCode).toBe(0);
    await workspace.mustApply();
    expect(stored()).toMatchObject([{ name: 'Traffic', slug: 'app-traffic' }]);
    expect(definition().spec).toMatchObject({
      duration: '1d',
      panels: { rate: { spec: { plugin: { spec: { yAxis: { label: '${STAGE} %{ if true }', format: { unit: 'requests/sec' } } } } } }, count: { spec: { display: { name: 'Count' } } } },
      variables: [{ spec: { name: 'service', allowAllValue: true, customAllValue: 'all-values' } }],
    });
    expect(await workspace.planExitCode()).toBe(0);

    for (const panels of [[count('Count'), rate], [count('All requests'), rate]]) {
      workspace.write(json(built(panels)));
      expect((await workspace.mustApply()).text).toContain('0 added, 1 changed, 0 destroyed');
      expect(await workspace.planExitCode()).toBe(0);
    }
    expect(definition().spec.panels.count.spec.display.name).toBe('All requests');
    expect(created(stacks.standIn, 'logfire_dashboard')).toHaveLength(1);
  });

  test.each<[string, Props, string | undefined, string]>([
    ['slug', { dashboardSlug: 'other' }, undefined, 'slug'],
    ['project', {}, 'Other', 'project_id'],
  ])('%s replaces', async (_, props, project, attribute) => {
    const workspace = await stacks.workspace(json());
    await workspace.mustApply();
    workspace.write(json(props, project));
    const plan = await workspace.planJson();
    expect(plan.resource_changes?.find(({ type }) => type === 'logfire_dashboard')?.change).toMatchObject({ actions: ['delete', 'create'], replace_paths: [[attribute]] });
    await workspace.mustApply();
    expect(created(stacks.standIn, 'logfire_dashboard')).toHaveLength(2);
    expect(stored()).toHaveLength(1);
    expect(await workspace.planExitCode()).toBe(0);
  });

  test('another spelling of the document changes nothing', async () => {
    const workspace = await stacks.workspace(json());
    await workspace.mustApply();
    const turned = Object.fromEntries(Object.entries(exported).reverse());
    workspace.write(json({ definition: DashboardDefinition.fromJson(JSON.stringify(turned, undefined, 2)) }));
    expect(await workspace.planExitCode()).toBe(0);
  });

  test.each<[string, (projectId: string, id: string) => DashboardImportId]>([
    ['slug', () => DashboardImportId.bySlug('app-shop', 'app-traffic')],
    ['id', (projectId, id) => DashboardImportId.byId(projectId, id)],
  ])('takes over a dashboard by %s', async (_, importId) => {
    const first = await stacks.workspace(json());
    await first.mustApply();
    const [{ id, project_id: projectId }] = stored();
    const workspace = await stacks.workspace(stackJson((stack) => {
      new LogfireDashboard(stack, 'Traffic', {
        project: LogfireProject.fromProjectId(stack, 'Shop', projectId as string),
        definition: DashboardDefinition.fromObject(exported),
        importFrom: importId(projectId as string, id),
      });
    }));
    expect((await workspace.plan()).text).toContain('1 to import, 0 to add, 0 to change, 0 to destroy');
    await workspace.mustApply();
    expect(operations(stacks.standIn).filter((operation) => operation === 'create logfire_dashboard')).toHaveLength(1);
    expect(await workspace.planExitCode()).toBe(0);
  });

  test('values that only Terraform knows stand in the document as they are', async () => {
    const hard = 'a "b" \\ ${c} %{d} é \n $env "';
    const variable = (props: object) => stackJson((stack) => {
      const text = new TerraformVariable(stack, 'text', { type: 'string' });
      const names = new TerraformVariable(stack, 'names', { type: 'list(string)' });
      const size = new TerraformVariable(stack, 'size', { type: 'number' });
      const variables = [{ kind: 'ListVariable', spec: { name: 'env', plugin: { kind: 'StaticListVariable', spec: { values: names.listValue } } } }];
      new LogfireDashboard(stack, 'Traffic', {
        project: new LogfireProject(stack, 'Shop', { deletionProtection: false }),
        definition: DashboardDefinition.fromObject(document({ rate: panel(`Rate "${text.stringValue}"`) }, { variables, size: size.numberValue })),
        ...props,
      });
    });
    const workspace = await stacks.workspace(variable({}), { TF_VAR_text: hard, TF_VAR_names: '["x","y\\"z"]', TF_VAR_size: '12.5' });
    await workspace.mustApply();
    expect(definition().spec).toMatchObject({
      panels: { rate: { spec: { display: { name: `Rate "${hard}"` } } } }, variables: [{ spec: { plugin: { spec: { values: ['x', 'y"z'] } } } }], size: 12.5,
    });
    expect(await workspace.planExitCode()).toBe(0);
  });
});
