import {
  DashboardDefinition, DashboardSection, DashboardVariable, LogfireDashboard, LogfireProject, MarkdownPanel, RowsQuery, ValuesPanel,
} from '../../../src';
import type { DashboardId, DashboardRuleId } from '../../../src/core/error-ids';
import { DASHBOARDS as DOCUMENTS, MUTATIONS } from '../../../test/dashboards/corpus';
import { dashboardIn } from '../../../test/dashboards/documents';
import type { Entries, Program } from '../entry';

/** A dashboard with a section and variables. */
const dashboard = (section: () => DashboardSection, variables: () => DashboardVariable[] = () => []): Program => (stack) => new LogfireDashboard(stack, 'Traffic', {
  project: new LogfireProject(stack, 'Shop'),
  definition: DashboardDefinition.fromSections({ sections: [section()], variables: variables() }),
});

const note = (panelId: string) => new MarkdownPanel({ panelId, title: 'Note', text: 'Hello' });
const section = () => new DashboardSection({ title: 'All', panels: [note('note')] });

/** The first document of the tests in which a rule finds something. */
const mutated = (rule: DashboardRuleId): Program => (stack) => {
  const [, name, change] = MUTATIONS.find(([found]) => found === rule)!;
  const document = DOCUMENTS[name]();
  change(document.spec);
  return dashboardIn(stack, document);
};

export const DASHBOARDS: Entries<DashboardId> = {
  'dashboard-variable': {
    meaning: 'A dashboard variable has an invalid name, a name that is there twice or that Logfire uses itself, or a title contains a variable.',
    why: 'Queries refer to a variable by its name. Logfire replaces variables only in queries, so in a title the reader would see `$service`.',
    remedy: 'Use letters, digits and `_`, not beginning with a digit. For Logfire\'s own variables, use `BuiltInVariable` in queries. Remove variables from titles.',
  },
  'definition-file': {
    meaning: 'The file with a dashboard document does not exist or cannot be read.',
    why: 'The document is read while the program runs, from the directory in which it runs. The error shows that directory.',
    remedy: 'Correct the path. A path that does not depend on the directory is built from the location of the program: `path.join(__dirname, \'traffic.json\')` in TypeScript, `Path(__file__).parent / \'traffic.json\'` in Python.',
  },
  'definition-json': {
    meaning: 'A dashboard document is not valid JSON, is not an object, or has a value that JSON cannot represent, such as a date, a class or a number beyond 2^53.',
    why: 'Logfire stores JSON. Such values would be lost or changed on the way.',
    remedy: 'Correct the document at the place in the error, or export the dashboard from Logfire again. Write large numbers as strings.',
  },
  'definition-shape': {
    meaning: 'A dashboard document lacks a part, or has one of the wrong type.',
    why: 'Logfire rejects the document in the middle of the apply.',
    remedy: 'Correct the part at the path in the error, or export the dashboard from Logfire again. Dashboards that you build from sections cannot have this error.',
  },
  'panel-id': {
    program: dashboard(() => new DashboardSection({ title: 'All', panels: [note('my note')] })),
    meaning: 'The id of a panel has a character other than letters, digits, `-` and `_`, or comes from a Terraform expression.',
    why: 'The layout refers to the panel by a path in the document that contains the id.',
    remedy: 'Use a literal such as `error-rate`. The title is what readers see.',
  },
  'panel-position': {
    meaning: 'A panel has only one of `x` and `y`, or lies on another panel or outside of the 24 columns.',
    why: 'Logfire would draw panels on top of each other.',
    remedy: 'Pass both or neither. Without them, panels are placed one after another.',
  },
  'panel-thresholds': {
    program: dashboard(() => new DashboardSection({
      title: 'All',
      panels: [new ValuesPanel({ panelId: 'errors', title: 'Errors', query: RowsQuery.fromSql('SELECT count(*) AS n FROM records'), thresholds: { warning: 5, critical: 5 } })],
    })),
    meaning: 'The thresholds of a panel for warning and critical are the same number.',
    why: 'Their order says whether high or low values are bad. With one number, Logfire cannot tell.',
    remedy: 'Pass two different numbers: a higher `critical` if high values are bad, a lower one otherwise.',
  },
  'unique-panel': {
    meaning: 'Two panels of a dashboard have the same id, or two panels of a section have the same title.',
    why: 'The second panel would replace the first one, or readers could not tell them apart.',
    remedy: 'Rename one of them.',
  },
  'variable-values': {
    program: dashboard(section, () => [DashboardVariable.list('stage', { values: ['production'], defaultValues: ['staging'] })]),
    meaning: 'The defaults or labels of a variable do not fit its values, or a value has a reserved name.',
    why: 'The dashboard would open with a choice that does not exist, and its panels would be empty.',
    remedy: 'Correct the value, or add it to `values`. Several defaults need `allowMultiple: true`.',
    code: 'DashboardVariable.list(\'stage\', { values: [\'production\', \'staging\'], defaultValues: [\'production\'] });',
  },
};

export const DASHBOARD_RULES: Entries<DashboardRuleId> = {
  D1: {
    meaning: 'The layout refers to a panel that the document does not have.',
    why: 'Logfire rejects the document. This rule is an error and cannot be ignored.',
    remedy: 'Correct the `$ref`, or remove the item from the layout.',
  },
  D2: {
    program: mutated('D2'),
    meaning: 'A panel is in no layout.',
    why: 'Logfire does not show it.',
    remedy: 'Add an item for it to a layout, or remove the panel.',
  },
  D3: {
    program: mutated('D3'),
    meaning: 'Items of a layout overlap, exceed the 24 columns, or have no size.',
    why: 'The grid has 24 columns, and two panels cannot have the same cells. The dashboard does not look as the document says.',
    remedy: 'Correct `x`, `y`, `width` and `height`. Panels of a `DashboardSection` are placed for you.',
  },
  D4: {
    program: mutated('D4'),
    meaning: 'A panel has a plugin that Logfire does not support, no query, or a kind of query that it cannot draw.',
    why: 'The panel stays empty or shows an error.',
    remedy: 'Use the plugin or the kind of query in the warning.',
  },
  D5: {
    program: mutated('D5'),
    meaning: 'The query of a time series has no time buckets.',
    why: 'Logfire finds the points of the series by a column with a time. Without one, the panel stays empty.',
    remedy: 'Group by `time_bucket($resolution, start_timestamp)`, or by `recorded_timestamp` for metrics.',
  },
  D6: {
    program: mutated('D6'),
    meaning: 'A query reads `records` by `recorded_timestamp`, or `metrics` by `start_timestamp`.',
    why: 'Spans have their time in `start_timestamp`, and points of metrics in `recorded_timestamp`. The other column is missing or has another meaning.',
    remedy: 'Use the column of the table that you read.',
  },
  D7: {
    program: mutated('D7'),
    meaning: 'A query uses a variable that is not declared, or a title contains a variable.',
    why: 'The query fails. In titles, Logfire does not replace variables.',
    remedy: 'Declare the variable in `spec.variables`, correct its name, or remove it from the title.',
  },
  D8: {
    program: mutated('D8'),
    meaning: 'A variable stands in quotes.',
    why: 'Logfire adds quotes itself. The query would compare with a text that contains quotes.',
    remedy: 'Write `$service` without quotes.',
  },
  D9: {
    program: mutated('D9'),
    meaning: 'A variable is named `resolution`.',
    why: 'Logfire supplies a variable of this name, which yours would hide.',
    remedy: 'Rename or remove it.',
  },
  D10: {
    program: mutated('D10'),
    meaning: 'A panel has a unit that Logfire does not know.',
    why: 'Logfire does not support it, so it does not format the numbers as intended.',
    remedy: 'Use a unit of `DashboardUnit`, such as `percent-decimal`, `seconds` or `bytes`.',
  },
  D11: {
    program: mutated('D11'),
    meaning: 'A key or a variable is there twice, or two panels of a section have the same title.',
    why: 'Of two equal keys, only the second counts. Readers cannot tell two panels with one title apart.',
    remedy: 'Rename or remove one of them.',
  },
  D12: {
    program: mutated('D12'),
    meaning: 'A dashboard document is very large.',
    why: 'It loads slowly, and plans that show it are hard to read.',
    remedy: 'Split it into several dashboards.',
  },
  D13: {
    program: mutated('D13'),
    meaning: 'A panel reads `records_all`.',
    why: 'That table also contains spans that are still running, so each span counts twice.',
    remedy: 'Read `records`. To show running spans on purpose, add `D13` to `ignoredLintRules`.',
  },
  D14: {
    program: mutated('D14'),
    meaning: 'A panel draws a column that its query does not return.',
    why: 'The panel stays empty.',
    remedy: 'Correct `metrics` and `groupBy`, or the names of the columns in the query.',
  },
  D15: {
    program: mutated('D15'),
    meaning: 'A reader can choose All for a variable with one value, and the document does not say what All means.',
    why: 'The queries fail when somebody chooses All.',
    remedy: 'Add `"customAllValue": "all-values"`, and write `(column = $env OR $env = \'all-values\')` in queries. A `DashboardVariable` does both, with `matches`.',
  },
  D16: {
    program: mutated('D16'),
    meaning: 'A time series returns a text column and has no `groupBy`.',
    why: 'Logfire does not know that the text names the series. The panel stays empty.',
    remedy: 'Add `groupBy` with the name of the column.',
  },
  D17: {
    program: mutated('D17'),
    meaning: 'The query of a variable returns several columns.',
    why: 'The values of one column are the choices.',
    remedy: 'Return exactly one column.',
  },
  D18: {
    program: mutated('D18'),
    meaning: 'A panel has the stacking `none`.',
    why: 'Logfire knows no such value.',
    remedy: 'Leave out `visual.stack`.',
  },
};
