import { App, TerraformOutput, TerraformVariable } from 'cdktf';
import { dashboardIn, document } from './documents';
import { DashboardDefinition, DashboardImportId, LogfireDashboard, LogfireProject, LogfireProvider } from '../../src';
import { cleanUp, newApp, newStack, only, synth, TerraformJson, warnings } from '../synth';

afterEach(cleanUp);

const UUID = '11111111-1111-4111-8111-111111111111';
const definition = DashboardDefinition.fromObject(document());

function synthesized(...[given, props]: [Parameters<typeof dashboardIn>[1], Parameters<typeof dashboardIn>[2]?]): TerraformJson {
  const stack = newStack();
  dashboardIn(stack, given, props);
  return only(synth(stack), 'logfire_dashboard');
}

describe('the name of a dashboard', () => {
  test('is the one that is given, and also stands in the definition', () => {
    const json = synthesized(document(), { dashboardName: 'Shop traffic' });
    expect(json.name).toBe('Shop traffic');
    expect(JSON.parse(json.definition).spec.display).toEqual({ name: 'Shop traffic' });
  });

  test.each([
    ['the display name of the document', document(), 'Traffic'],
    ['the name in its metadata', { metadata: { name: 'Exported' }, spec: {} }, 'Exported'],
    ['not that of metadata in another form', { metadata: 'Exported', spec: { display: { name: 5 } } }, 'app-traffic'],
    ['the name in the metadata, if the display name is no text', { metadata: { name: 'Exported' }, spec: { display: { name: 5 } } }, 'Exported'],
    ['derived from the path', { spec: { display: { name: ' ' } } }, 'app-traffic'],
  ])('is %s otherwise', (_, given, name) => {
    const json = synthesized(given);
    expect(json.name).toBe(name);
    expect(JSON.parse(json.definition).spec.display.name).toBe(name);
  });

  test.each(['', ' ', ' Shop'])('fails for %j', (dashboardName) => {
    expect(() => synthesized(document(), { dashboardName })).toThrow(
      `app/Traffic: dashboardName must be a string that is not blank and has no whitespace around it, got ${JSON.stringify(dashboardName)}; leave it out to use a name from the construct's path [`);
  });

  test('takes a variable, which Terraform encodes in the definition', () => {
    const stack = newStack();
    dashboardIn(stack, document(), { dashboardName: new TerraformVariable(stack, 'title', { type: 'string' }).stringValue });
    const json = only(synth(stack), 'logfire_dashboard');
    expect(json.name).toBe('${var.title}');
    expect(json.definition).toContain('"display":{"name":"${trimsuffix(trimprefix(jsonencode(var.title), "\\""), "\\"")}"}');
  });
});

describe('the slug', () => {
  test('comes from the path and not from the name', () => {
    expect(synthesized(document()).slug).toBe('app-traffic');
    expect(synthesized(document(), { dashboardName: 'Other' }).slug).toBe('app-traffic');
    expect(synthesized(document(), { dashboardSlug: 'Traffic_2.0' }).slug).toBe('Traffic_2.0');
    expect(synthesized(document(), { dashboardSlug: 'x'.repeat(255) }).slug).toHaveLength(255);
    expect(synthesized(document(), { dashboardSlug: 'x' }).slug).toBe('x');
  });

  test.each(['', '-traffic', 'traffic!', 'a/b', 'a,b', 'a|b', 'a b', 'größe', 'x'.repeat(256)])('fails for %j', (slug) => {
    expect(() => synthesized(document(), { dashboardSlug: slug })).toThrow(`app/Traffic: dashboardSlug must be 1 to 255 letters, digits and any of . _ ~ -, beginning with a letter or digit, got ${JSON.stringify(slug)}; leave it out to use a name from the construct's path [`);
  });

  test('takes a variable', () => {
    const stack = newStack();
    dashboardIn(stack, document(), { dashboardSlug: new TerraformVariable(stack, 'slug', { type: 'string' }).stringValue });
    expect(only(synth(stack), 'logfire_dashboard').slug).toBe('${var.slug}');
    const deep = newStack(newApp(), 'a'.repeat(60));
    dashboardIn(deep, document());
    expect(only(synth(deep), 'logfire_dashboard').slug).toMatch(/^a{41}-[0-9a-f]{8}$/);
  });

  test('fails when two dashboards of a project have it', () => {
    const stack = newStack();
    const project = new LogfireProject(stack, 'Shop');
    new LogfireDashboard(stack, 'A', { project, definition, dashboardSlug: 'traffic' });
    new LogfireDashboard(stack, 'B', { project, definition, dashboardSlug: 'traffic' });
    expect(() => (stack.node.root as App).synth()).toThrow('app/B: dashboardSlug "traffic" is taken by app/A; it must be unique in a project: give one of them another dashboardSlug');
  });

  test('passes in two projects, and with variables', () => {
    const stack = newStack();
    const slug = new TerraformVariable(stack, 'slug', { type: 'string' }).stringValue;
    for (const id of ['One', 'Two']) {
      const project = new LogfireProject(stack, id);
      new LogfireDashboard(stack, `${id}A`, { project, definition, dashboardSlug: 'traffic' });
      new LogfireDashboard(stack, `${id}B`, { project, definition, dashboardSlug: slug });
    }
    expect(Object.keys(synth(stack).resource.logfire_dashboard)).toHaveLength(4);
  });
});

describe('what it belongs to', () => {
  test('is its project, and its provider in the same stack', () => {
    const stack = newStack();
    const provider = new LogfireProvider(stack, 'Other', { alias: 'other' });
    const project = new LogfireProject(stack, 'Project', { provider });
    const dashboard = new LogfireDashboard(stack, 'Traffic', { project, definition, dependsOn: [project] });
    new TerraformOutput(stack, 'id', { value: dashboard.dashboardId });
    new TerraformOutput(stack, 'slug', { value: dashboard.dashboardSlug });
    const json = synth(stack);
    const [address] = Object.keys(json.resource.logfire_dashboard);
    expect(json.output).toEqual({ id: { value: `\${logfire_dashboard.${address}.id}` }, slug: { value: `\${logfire_dashboard.${address}.slug}` } });
    expect(only(json, 'logfire_dashboard')).toMatchObject({
      project_id: expect.stringMatching(/^\$\{logfire_project\.Project_[0-9A-F]{8}\.id\}$/),
      provider: 'logfire.other',
      depends_on: [expect.stringMatching(/^logfire_project\./)],
    });
  });

  test('is a project of another stack', () => {
    const app = newApp();
    const project = new LogfireProject(newStack(app, 'one'), 'Shop');
    const two = newStack(app, 'two');
    new LogfireDashboard(two, 'Traffic', { project, definition });
    const json = only(synth(two), 'logfire_dashboard');
    expect(json.project_id).toMatch(/^\$\{data\.terraform_remote_state\./);
    expect(json.provider).toBeUndefined();
  });
});

describe('importFrom', () => {
  test.each<[string, DashboardImportId, string]>([
    ['slug', DashboardImportId.bySlug('shop', 'traffic'), 'shop/traffic'],
    ['id', DashboardImportId.byId(UUID, UUID), `${UUID}/${UUID}`],
  ])('by %s', (kind, importFrom, id) => {
    const stack = newStack();
    dashboardIn(stack, document(), { importFrom });
    expect(importFrom.kind).toBe(kind);
    expect(synth(stack).import).toEqual([{ to: expect.stringMatching(/^logfire_dashboard\.Traffic_/), id }]);
  });

  test.each([['', 'traffic'], ['shop', ' '], ['a/b', 'traffic'], ['shop', 'a,b'], ['shop', 'a|b']])('fails for %j and %j', (project, slug) => {
    expect(() => synthesized(document(), { importFrom: DashboardImportId.bySlug(project, slug) })).toThrow(
      'app/Traffic: importFrom must be made of names or ids that are not blank and have none of / , |, got');
    expect(() => synthesized(document(), { importFrom: DashboardImportId.bySlug(project, slug) })).toThrow('; use DashboardImportId.byId for names with such characters [');
  });

  test('takes variables', () => {
    const stack = newStack();
    const id = new TerraformVariable(stack, 'id', { type: 'string' }).stringValue;
    dashboardIn(stack, document(), { importFrom: DashboardImportId.byId(id, id) });
    expect(synth(stack).import).toMatchObject([{ id: '${var.id}/${var.id}' }]);
  });
});

describe('fromDashboardId', () => {
  test('creates nothing', () => {
    const stack = newStack();
    const dashboard = LogfireDashboard.fromDashboardId(stack, 'Traffic', UUID, 'traffic');
    expect([dashboard.dashboardId, dashboard.dashboardSlug]).toEqual([UUID, 'traffic']);
    expect(synth(stack).resource).toBeUndefined();
    expect(warnings(stack)).toEqual([]);
  });

  test('fails for what is blank, and warns about an id that is no UUID', () => {
    const stack = newStack();
    expect(() => LogfireDashboard.fromDashboardId(stack, 'A', ' ', 'traffic')).toThrow('app/A: dashboardId must be the UUID of a dashboard, got " "');
    expect(() => LogfireDashboard.fromDashboardId(stack, 'B', UUID, '')).toThrow('app/B: dashboardSlug must not be blank, got ""; copy it from the address of the dashboard [');
    LogfireDashboard.fromDashboardId(stack, 'C', 'traffic', 'traffic');
    expect(warnings(stack)).toEqual([expect.stringContaining('dashboardId "traffic" is not a UUID')]);
  });
});
