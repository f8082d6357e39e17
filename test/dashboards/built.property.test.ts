import * as fc from 'fast-check';
import { definitionText, rendered, warningsOf } from './documents';
import {
  BarOrientation, BarPanel, ChartSort, ChartValues, DashboardDefinition, DashboardDefinitionProps, DashboardPanel, DashboardPanelProps,
  DashboardSection, DashboardUnit, DashboardVariable, Duration, LegendMode, LegendPosition, MarkdownPanel, PiePanel, RowsQuery, TablePanel,
  TimeSeriesDisplay, TimeSeriesPalette, TimeSeriesPanel, TimeSeriesQuery, ValuesPanel,
} from '../../src';
import { renderJson } from '../../src/dashboards/json-rendering';
import { normalForm } from '../../src/dashboards/normal-form';
import { plainJson } from '../../src/dashboards/plain-json';
import { cleanUp } from '../synth';

jest.setTimeout(120_000);
afterEach(cleanUp);

/** Any of the props, or none. */
const some = <T extends object>(props: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(props, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;
const oneOf = (values: object) => fc.constantFrom(...Object.values(values)) as fc.Arbitrary<any>;

/** With what could be taken for a variable, for a template or for JSON. */
const odd = fc.constantFrom('$env', '${env}', '$resolution', '${x}', '%{if}', '"', '\\', '\n', 'é', '$');
const words = fc.array(fc.oneof(fc.string(), odd), { maxLength: 4 }).map((parts) => parts.join(' '));
const title = fc.oneof(words.filter((text) => text.trim() !== ''), fc.constantFrom('Requests', 'Errors', 'Rate of $env'));
const number = fc.oneof(fc.integer(), fc.double({ min: -1e6, max: 1e6, noNaN: true }));
const format = some({ unit: oneOf(DashboardUnit), decimalPlaces: fc.nat(20), shortValues: fc.boolean() });
const legend = some({ position: oneOf(LegendPosition), mode: oneOf(LegendMode) });

const series = TimeSeriesQuery.fromSql(
  'SELECT time_bucket($resolution, start_timestamp) AS x, service_name, count(*) AS n FROM records GROUP BY x, service_name',
  { metrics: ['n'], groupBy: 'service_name' },
);
const rows = RowsQuery.fromSql('SELECT service_name, count(*) AS n FROM records GROUP BY service_name');

const yAxis = fc.record({ show: fc.boolean(), label: title, bounds: fc.tuple(number, number) }, { requiredKeys: [] }).map(({ bounds, ...rest }) => (
  bounds === undefined ? rest : { ...rest, min: Math.min(...bounds), max: Math.max(...bounds) }));
const thresholds = fc.tuple(number, number).filter(([a, b]) => a !== b).map(([warning, critical]) => ({ warning, critical }));
const chart = { sort: oneOf(ChartSort), values: oneOf(ChartValues) };

type Create = (props: DashboardPanelProps) => DashboardPanel;
const kinds: fc.Arbitrary<Create>[] = [
  fc.tuple(format, some({
    legend,
    yAxis,
    display: oneOf(TimeSeriesDisplay),
    stacked: fc.boolean(),
    connectNulls: fc.boolean(),
    palette: oneOf(TimeSeriesPalette),
    lineWidth: fc.double({ min: 0.25, max: 3, noNaN: true }),
    areaOpacity: fc.double({ min: 0, max: 1, noNaN: true }),
  })).map(([numbers, options]) => (props) => new TimeSeriesPanel({ ...props, ...numbers, ...options, query: series })),
  fc.tuple(format, some({ ...chart, orientation: oneOf(BarOrientation), showValues: fc.boolean() })).map(([numbers, options]) => (props) => (
    new BarPanel({ ...props, ...numbers, ...options, query: rows }))),
  fc.tuple(format, some({ ...chart, legend, showLabels: fc.boolean() })).map(([numbers, options]) => (props) => (
    new PiePanel({ ...props, ...numbers, ...options, query: rows }))),
  fc.constant((props) => new TablePanel({ ...props, query: rows })),
  fc.tuple(format, some({ thresholds })).map(([numbers, options]) => (props) => new ValuesPanel({ ...props, ...numbers, ...options, query: rows })),
  title.map((text) => (props) => new MarkdownPanel({ ...props, text })),
];

const place = fc.oneof(fc.constant({}), fc.record({ x: fc.nat(12), y: fc.nat(60) }));
const size = some({ width: fc.integer({ min: 1, max: 12 }), height: fc.integer({ min: 1, max: 12 }) });
const named = fc.record({ panelId: fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/), title, description: fc.option(words, { nil: undefined }) });
const panel = fc.tuple(named, size, place, fc.oneof(...kinds)).map(([names, dimensions, at, create]) => create({ ...names, ...dimensions, ...at }));
const section = fc.record({ title, panels: fc.array(panel, { maxLength: 6 }), collapsed: fc.boolean() }).map((props) => new DashboardSection(props));

const variableName = fc.oneof(fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/), fc.constant('env'));
const choice = some({ allowMultiple: fc.boolean(), allowAll: fc.boolean(), displayName: title, description: words, hidden: fc.boolean() });
const variable = fc.oneof(
  fc.tuple(variableName, some({ defaultValue: words, readOnly: fc.boolean(), displayName: title })).map(([name, options]) => (
    DashboardVariable.text(name, options))),
  fc.tuple(variableName, choice, fc.uniqueArray(title, { minLength: 1, maxLength: 4 }), words).map(([name, options, values, label]) => (
    DashboardVariable.list(name, { ...options, values, defaultValues: values.slice(0, 1), labels: label.trim() === '' ? {} : { [values[0]]: label } }))),
  fc.tuple(variableName, choice).map(([name, options]) => DashboardVariable.fromQuery(name, RowsQuery.fromSql('SELECT DISTINCT service_name FROM records'), options)),
);

const definitions = fc.record({
  sections: fc.array(section, { maxLength: 4 }),
  variables: fc.array(variable, { maxLength: 3 }),
  description: words,
  displayName: title.map((text) => text.trim()),
  duration: fc.integer({ min: 1, max: 10 ** 7 }).map((seconds) => Duration.seconds(seconds)),
  refreshInterval: fc.nat(100).map((seconds) => Duration.seconds(seconds)),
}, { requiredKeys: ['sections'] });

/** What the builder accepts: random panels may overlap, and random names may be equal. */
function built(props: DashboardDefinitionProps): DashboardDefinition | undefined {
  try {
    return DashboardDefinition.fromSections(props);
  } catch (error) {
    expect(error).toMatchObject({ name: 'LogfireError' });
    return undefined;
  }
}

const normalText = (document: unknown) => renderJson(normalForm(plainJson(document, 'document').value as never, 'Traffic'), true);

test('whatever the builder accepts has no finding, is in normal form, and survives a round trip through JSON', () => {
  let accepted = 0;
  fc.assert(fc.property(definitions, (props) => {
    const definition = built(props);
    if (definition !== undefined) {
      accepted += 1;
      expect(warningsOf(definition, { dashboardName: 'Traffic' })).toEqual([]);
      const text = normalText(definition._content.document);
      expect(normalText(JSON.parse(text))).toBe(text);
      const exported = unescaped(definitionText(definition, { dashboardName: 'Traffic' }));
      expect(exported).toBe(text);
      expect(definitionText(DashboardDefinition.fromJson(exported))).toBe(definitionText(DashboardDefinition.fromObject(JSON.parse(exported))));
      expect(rendered(DashboardDefinition.fromJson(exported))).toEqual(rendered(definition, { dashboardName: 'Traffic' }));
    }
  }), { numRuns: 150 });
  expect(accepted).toBeGreaterThan(30);
});

/** What Terraform makes of the template. */
function unescaped(template: string): string {
  return template.replace(/(\$\$|%%)\{/g, (opening) => opening.slice(1));
}
