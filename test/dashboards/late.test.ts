import { App, Testing, TerraformVariable } from 'cdktf';
import { DashboardPanel, DashboardSection, LogfireDashboard, LogfireProject, MarkdownPanel, RawPanel, RowsQuery, TablePanel } from '../../src';
import { DashboardDefinition } from '../../src/dashboards/dashboard-definition';
import { cleanUp, newApp, newStack, only, synth, TerraformJson, warnings } from '../synth';

afterEach(cleanUp);

const note = (panelId: string, text = 'a ${note}') => new MarkdownPanel({ panelId, title: panelId, text });

/** A dashboard whose panels are in a list to which the test adds some later. */
function lateIn(app: App = newApp()) {
  const stack = newStack(app);
  const panels: DashboardPanel[] = [];
  const dashboard = new LogfireDashboard(stack, 'Late', {
    project: new LogfireProject(stack, 'Shop'),
    dashboardName: 'Late',
    definition: DashboardDefinition._late(() => panels.length, () => ({ sections: [new DashboardSection({ title: 'All', panels })] })),
  });
  return { app, stack, panels, dashboard };
}

const definitionOf = (json: TerraformJson): TerraformJson => JSON.parse(only(json, 'logfire_dashboard').definition.replaceAll('$${', '${'));

test('a late definition has the panels that are added after the construct, also between two synths', () => {
  const { stack, panels } = lateIn();
  panels.push(note('first'));
  expect(Object.keys(definitionOf(synth(stack)).spec.panels)).toEqual(['first']);
  expect(definitionOf(synth(stack)).spec.panels.first.spec.plugin.spec).toEqual({ text: 'a ${note}' });
  panels.push(note('second'));
  const json = synth(stack);
  expect(Object.keys(definitionOf(json).spec.panels)).toEqual(['first', 'second']);
  expect(synth(stack)).toEqual(json);
  expect(only(JSON.parse(Testing.synth(stack)), 'logfire_dashboard').definition).toBe(only(json, 'logfire_dashboard').definition);
});

test('a late definition is the same as one that is complete at once', () => {
  const { stack, panels, dashboard } = lateIn();
  panels.push(note('first'));
  new LogfireDashboard(stack, 'Early', {
    project: LogfireProject.fromProjectId(stack, 'Other', '11111111-1111-4111-8111-111111111111'),
    dashboardName: 'Late',
    definition: DashboardDefinition.fromSections({ sections: [new DashboardSection({ title: 'All', panels })] }),
  });
  expect(dashboard.resource.nameInput).toBe('Late');
  const [late, early] = Object.values<TerraformJson>(synth(stack).resource.logfire_dashboard);
  expect(late.definition).toBe(early.definition);
});

test('a late definition may contain what only Terraform knows', () => {
  const { stack, panels } = lateIn();
  panels.push(note('first', `see ${new TerraformVariable(stack, 'v', {}).stringValue}`));
  expect(only(synth(stack), 'logfire_dashboard').definition).toContain('jsonencode(var.v)');
});

test('what is wrong with late panels is in the report, with the path', () => {
  const { app, stack, panels } = lateIn();
  panels.push(note('first'), note('first'), new TablePanel({ panelId: 'b c', title: 'Table', query: RowsQuery.fromSql('SELECT 1') }));
  const other = newStack(app, 'second');
  new LogfireDashboard(other, 'Raw', {
    project: new LogfireProject(other, 'Shop'),
    dashboardName: 'Raw',
    definition: DashboardDefinition._late(() => 1, () => ({
      sections: [new DashboardSection({
        title: 'All',
        panels: [
          new RawPanel({ panelId: 'sql', title: 'SQL', pluginKind: 'Table', queries: [{ kind: 'NonTimeSeriesQuery', spec: { plugin: { kind: 'LogfireNonTimeSeriesQuery', spec: { query: 'SELECT (' } } } }] }),
        ],
      })],
    })),
  });
  const report = () => {
    try {
      app.synth();
      return 'no error';
    } catch (error) {
      return (error as Error).message;
    }
  };
  expect(report()).toContain('app/Late: section "All", panel "b c": panelId must be letters, digits, - and _, got "b c"');
  expect(report()).toMatch(/second\/Raw: the query of panel "SQL".* must /);
  expect(() => Testing.synth(stack)).toThrow('panel "b c": panelId must be letters, digits, - and _');
});

test('lint warnings of late panels appear once, however often the app is synthesized', () => {
  const { stack, panels } = lateIn();
  panels.push(new TablePanel({ panelId: 'table', title: 'Table', query: RowsQuery.fromSql("SELECT message FROM records WHERE level = 'ERROR'") }));
  synth(stack);
  synth(stack);
  expect(warnings(stack)).toEqual([expect.stringContaining("the query of panel \"Table\" (table) has the level 'ERROR'")]);
});
