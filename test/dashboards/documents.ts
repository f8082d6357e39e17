import { TerraformStack } from 'cdktf';
import { DashboardDefinition, LogfireDashboard, LogfireDashboardProps, LogfireProject } from '../../src';
import { newStack, only, ruleFirst, synth, warnings } from '../synth';

export type Json = { [key: string]: any };

export type DashboardProps = Partial<LogfireDashboardProps>;

/** A query that no rule finds fault with. */
export const RATE = 'SELECT time_bucket($resolution, start_timestamp) AS x, count(*) AS requests FROM records GROUP BY x';

/** A query of one kind, with the plugin of that kind. It draws `requests` if there is such a column. */
export function query(sql: string, kind = 'TimeSeriesQuery'): Json {
  return { kind, spec: { plugin: { kind: `Logfire${kind}`, spec: { query: sql, groupBy: '', metrics: / requests\b/.test(sql) ? ['requests'] : [] } } } };
}

/** A panel; without more a time series chart. */
export function panel(title: string, queries: Json[] = [query(RATE)], plugin: Json = { kind: 'TimeSeriesChart', spec: {} }): Json {
  return { kind: 'Panel', spec: { display: { name: title }, plugin, queries } };
}

/** A complete document of these panels, each over the whole width; `spec` is put over what it gives. */
export function document(panels: Json = { rate: panel('Rate') }, spec: Json = {}): Json {
  const items = Object.keys(panels).map((key, index) => ({ x: 0, y: index * 6, width: 24, height: 6, content: { $ref: `#/spec/panels/${key}` } }));
  return {
    kind: 'Dashboard',
    metadata: {},
    spec: {
      display: { name: 'Traffic' },
      panels,
      layouts: [{ kind: 'Grid', spec: { display: { title: 'All' }, items } }],
      variables: [],
      datasources: {},
      duration: '1h',
      refreshInterval: '0s',
      ...spec,
    },
  };
}

/** A dashboard `app/Traffic` in a stack. */
export function dashboardIn(stack: TerraformStack, definition: Json | DashboardDefinition, props: DashboardProps = {}): LogfireDashboard {
  return new LogfireDashboard(stack, 'Traffic', {
    project: props.project ?? new LogfireProject(stack, 'Shop'),
    definition: definition instanceof DashboardDefinition ? definition : DashboardDefinition.fromObject(definition),
    ...props,
  });
}

/** The text that Terraform gets as definition. */
export function definitionText(definition: Json | DashboardDefinition, props?: DashboardProps): string {
  const stack = newStack();
  dashboardIn(stack, definition, props);
  return only(synth(stack), 'logfire_dashboard').definition;
}

/** The document that Terraform gets. */
export function rendered(definition: Json | DashboardDefinition, props?: DashboardProps): Json {
  return JSON.parse(definitionText(definition, props));
}

/** What is warned about. */
export function warningsOf(definition: Json | DashboardDefinition, props?: DashboardProps): string[] {
  const stack = newStack();
  dashboardIn(stack, definition, props);
  return warnings(stack).map(ruleFirst);
}
