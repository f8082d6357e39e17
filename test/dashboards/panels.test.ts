import { TerraformVariable } from 'cdktf';
import { dashboardIn, Json, rendered, warningsOf } from './documents';
import { COUNT, definitionOf, documentOf, NAMED, REQUESTS, specOf } from './panels';
import {
  BarOrientation, BarPanel, ChartSort, ChartValues, DashboardPanel, DashboardUnit, LegendMode, LegendPosition, MarkdownPanel, PiePanel,
  RawPanel, TablePanel, TimeSeriesDisplay, TimeSeriesPalette, TimeSeriesPanel, TimeSeriesPanelProps, TimeSeriesQuery,
  ValuesPanel, ValuesPanelProps,
} from '../../src';
import { cleanUp, newStack, only, synth, warnings } from '../synth';

afterEach(cleanUp);

const series = (props: Partial<TimeSeriesPanelProps> = {}) => new TimeSeriesPanel({ ...NAMED, query: REQUESTS, ...props });
const values = (props: Partial<ValuesPanelProps> = {}) => new ValuesPanel({ ...NAMED, query: COUNT, ...props });
const rows = [{ kind: 'NonTimeSeriesQuery', spec: { plugin: { kind: 'LogfireNonTimeSeriesQuery', spec: { query: COUNT.sql } } } }];
const timeSeries = (spec: Json) => [{ kind: 'TimeSeriesQuery', spec: { plugin: { kind: 'LogfireTimeSeriesQuery', spec } } }];

describe('the document of a panel', () => {
  test.each<[string, DashboardPanel, Json]>([
    ['time series', series(), {
      display: { name: 'P' }, plugin: { kind: 'TimeSeriesChart', spec: {} }, queries: timeSeries({ query: REQUESTS.sql, metrics: ['requests'], groupBy: '' }),
    }],
    ['time series with everything', series({
      description: 'All',
      query: TimeSeriesQuery.fromSql('SELECT 1', { metrics: ['a', 'b'], groupBy: 'service_name' }),
      legend: { position: LegendPosition.RIGHT, mode: LegendMode.TABLE },
      yAxis: { show: true, label: 'Time', min: -1.5, max: 1.5 },
      unit: DashboardUnit.SECONDS,
      decimalPlaces: 2,
      shortValues: true,
      display: TimeSeriesDisplay.BAR,
      lineWidth: 0.25,
      areaOpacity: 1,
      connectNulls: true,
      stacked: true,
      palette: TimeSeriesPalette.CATEGORICAL,
    }), {
      display: { name: 'P', description: 'All' },
      plugin: {
        kind: 'TimeSeriesChart',
        spec: {
          legend: { position: 'right', mode: 'table' },
          yAxis: { show: true, label: 'Time', min: -1.5, max: 1.5, format: { unit: 'seconds', decimalPlaces: 2, shortValues: true } },
          visual: { display: 'bar', lineWidth: 0.25, areaOpacity: 1, connectNulls: true, stack: 'all', palette: { mode: 'categorical' } },
        },
      },
      queries: timeSeries({ query: 'SELECT 1', metrics: ['a', 'b'], groupBy: 'service_name' }),
    }],
    ['time series that says what is the default', series({ stacked: false, legend: { position: LegendPosition.RIGHT }, shortValues: false, connectNulls: false }), {
      display: { name: 'P' },
      plugin: {
        kind: 'TimeSeriesChart',
        spec: { legend: { position: 'right', mode: 'list' }, yAxis: { format: { unit: 'decimal', shortValues: false } }, visual: { connectNulls: false } },
      },
      queries: timeSeries({ query: REQUESTS.sql, metrics: ['requests'], groupBy: '' }),
    }],
    ['bars', new BarPanel({ ...NAMED, query: COUNT }), { display: { name: 'P' }, plugin: { kind: 'BarChart', spec: { calculation: 'last-number' } }, queries: rows }],
    ['bars with everything', new BarPanel({
      ...NAMED, query: COUNT, unit: DashboardUnit.of('furlongs'), orientation: BarOrientation.VERTICAL, sort: ChartSort.ASCENDING, values: ChartValues.PERCENTAGE, showValues: false,
    }), {
      display: { name: 'P' },
      plugin: { kind: 'BarChart', spec: { calculation: 'last-number', format: { unit: 'furlongs' }, orientation: 'vertical', sort: 'asc', mode: 'percentage', showValues: false } },
      queries: rows,
    }],
    ['a pie', new PiePanel({ ...NAMED, query: COUNT }), { display: { name: 'P' }, plugin: { kind: 'PieChart', spec: {} }, queries: rows }],
    ['a pie with everything', new PiePanel({
      ...NAMED, query: COUNT, legend: {}, showLabels: true, sort: ChartSort.DESCENDING, values: ChartValues.VALUE, decimalPlaces: 0,
    }), {
      display: { name: 'P' },
      plugin: { kind: 'PieChart', spec: { legend: { position: 'bottom', mode: 'list' }, showLabels: true, format: { unit: 'decimal', decimalPlaces: 0 }, sort: 'desc', mode: 'value' } },
      queries: rows,
    }],
    ['a table', new TablePanel({ ...NAMED, query: COUNT }), { display: { name: 'P' }, plugin: { kind: 'Table', spec: {} }, queries: rows }],
    ['values', values(), { display: { name: 'P' }, plugin: { kind: 'Values', spec: {} }, queries: rows }],
    ['values with everything', values({ thresholds: { warning: 0.99, critical: 0.9 }, unit: DashboardUnit.PERCENT_DECIMAL }), {
      display: { name: 'P' },
      plugin: { kind: 'Values', spec: { format: { unit: 'percent-decimal' }, statusThresholds: { warning: 0.99, critical: 0.9 } } },
      queries: rows,
    }],
    ['a text', new MarkdownPanel({ ...NAMED, text: '# Hello' }), { display: { name: 'P' }, plugin: { kind: 'Markdown', spec: { text: '# Hello' } }, queries: [] }],
    ['a raw panel', new RawPanel({ ...NAMED, pluginKind: 'GaugeChart' }), { display: { name: 'P' }, plugin: { kind: 'GaugeChart', spec: {} }, queries: [] }],
    ['a raw panel with everything', new RawPanel({ ...NAMED, pluginKind: 'GaugeChart', pluginSpec: { max: null, list: [1] }, queries: rows }), {
      display: { name: 'P' }, plugin: { kind: 'GaugeChart', spec: { max: null, list: [1] } }, queries: rows,
    }],
  ])('of %s', (_, panel, document) => {
    expect(specOf(panel)).toEqual(document);
  });
});

describe('a panel fails', () => {

  test.each<[string, () => DashboardPanel, string]>([
    ['a blank title', () => series({ title: ' ' }), 'title must not be blank, got " "; pass a title such as Error rate [logfire:not-blank]'],
    ['an id with a space', () => series({ panelId: 'error rate' }), 'panelId must be letters, digits, - and _, got "error rate"; use a literal id such as error-rate [logfire:panel-id]'],
    ['an id with more behind it', () => series({ panelId: 'rate!' }), 'panelId must be letters, digits, - and _, got "rate!"'],
    ['an id with more before it', () => series({ panelId: '!rate' }), 'panelId must be letters, digits, - and _, got "!rate"'],
    ['an empty id', () => series({ panelId: '' }), 'panelId must be letters, digits, - and _, got ""'],
    ['a wide line', () => series({ lineWidth: 3.1 }), 'lineWidth must be a number from 0.25 to 3, got 3.1; pass one in between, or leave it out for the default of Logfire [logfire:number-range]'],
    ['a thin line', () => series({ lineWidth: 0.2 }), 'lineWidth must be a number from 0.25 to 3, got 0.2'],
    ['a line that is no number', () => series({ lineWidth: NaN }), 'lineWidth must be a number from 0.25 to 3, got NaN'],
    ['an area that is too dark', () => series({ areaOpacity: 1.1 }), 'areaOpacity must be a number from 0 to 1, got 1.1'],
    ['an area without color', () => series({ areaOpacity: -0.1 }), 'areaOpacity must be a number from 0 to 1, got -0.1'],
    ['a turned axis', () => series({ yAxis: { min: 2, max: 1 } }), 'yAxis.min must be at most 1, the max, got 2; swap them, or leave one out [logfire:number-range]'],
    ['an endless axis', () => series({ yAxis: { max: Infinity } }), 'yAxis.max must be a finite number up to 2^53, got Infinity; leave it out to end at the highest value [logfire:number-range]'],
    ['an axis without a beginning', () => series({ yAxis: { min: -Infinity } }), 'yAxis.min must be a finite number up to 2^53, got -Infinity; leave it out to begin at 0 [logfire:number-range]'],
    ['an axis beyond 2^53', () => series({ yAxis: { max: 2 ** 53 } }), 'yAxis.max must be a finite number up to 2^53, got 9007199254740992'],
    ['a blank label', () => series({ yAxis: { label: '' } }), 'yAxis.label must not be blank, got ""; leave it out for no label [logfire:not-blank]'],
    ['a blank unit', () => series({ unit: DashboardUnit.of(' ') }), 'unit must not be blank, got " "; use a constant of DashboardUnit'],
    ['half a digit', () => series({ decimalPlaces: 1.5 }), 'decimalPlaces must be a whole number from 0 to 20, got 1.5; leave it out for the default of Logfire [logfire:number-range]'],
    ['too many digits', () => values({ decimalPlaces: 21 }), 'decimalPlaces must be a whole number from 0 to 20, got 21'],
    ['negative digits', () => values({ decimalPlaces: -1 }), 'decimalPlaces must be a whole number from 0 to 20, got -1'],
    ['equal thresholds', () => values({ thresholds: { warning: 1, critical: 1 } }), 'thresholds.critical must be another number than the warning, 1, got 1; their order says whether higher or lower values are worse [logfire:panel-thresholds]'],
    ['an endless threshold', () => values({ thresholds: { warning: -Infinity, critical: 1 } }), 'thresholds.warning must be a finite number up to 2^53, got -Infinity; pass a value in the unit of the panel [logfire:number-range]'],
    ['another endless threshold', () => values({ thresholds: { warning: 1, critical: NaN } }), 'thresholds.critical must be a finite number up to 2^53, got NaN; pass a value in the unit of the panel [logfire:number-range]'],
    ['a blank text', () => new MarkdownPanel({ ...NAMED, text: '' }), 'text must not be blank, got ""; pass a text, or remove the panel [logfire:not-blank]'],
    ['a blank plugin', () => new RawPanel({ ...NAMED, pluginKind: '' }), 'pluginKind must not be blank, got ""; pass the kind of a plugin, such as GaugeChart [logfire:not-blank]'],
  ])('for %s', (_, create, message) => {
    const panel = create();
    expect(() => definitionOf([panel])).toThrow(expect.objectContaining({
      name: 'LogfireError', message: expect.stringContaining(`section "All", panel ${JSON.stringify(panel.panelId)}: ${message}`),
    }));
  });

  test('for a class of the program, which has no content', () => {
    class Own extends DashboardPanel {}
    expect(() => definitionOf([new Own(NAMED)])).toThrow('panels must contain panels of this library, got an object of another class for "p"; create a RawPanel instead');
  });

  test('for a value in a raw panel that JSON cannot represent', () => {
    expect(() => definitionOf([new RawPanel({ ...NAMED, pluginKind: 'X', pluginSpec: { f: () => 1 } })])).toThrow(
      'definition must have only strings, numbers, booleans, lists and maps, got a function at spec.panels.p.spec.plugin.spec.f');
  });
});

test('the edges of all ranges pass', () => {
  const panel = series({ lineWidth: 3, areaOpacity: 0, decimalPlaces: 20, yAxis: { min: 1, max: 1 }, unit: DashboardUnit.of('percent') });
  expect(specOf(panel).plugin.spec).toEqual({
    visual: { lineWidth: 3, areaOpacity: 0 }, yAxis: { min: 1, max: 1, format: { unit: 'percent', decimalPlaces: 20 } },
  });
});

test('an unknown unit causes a warning, and an unknown plugin another', () => {
  const panels = [series({ unit: DashboardUnit.of('furlongs') }), new RawPanel({ panelId: 'raw', title: 'Raw', pluginKind: 'Weather' })];
  expect(warningsOf(definitionOf(panels))).toEqual([
    expect.stringContaining('D4: panel "Raw" (raw) has the plugin "Weather"'),
    expect.stringContaining('D10: panel "P" (p) has the unit "furlongs"'),
  ]);
});

test('values that only Terraform knows pass all checks, and are encoded', () => {
  const stack = newStack();
  const v = new TerraformVariable(stack, 'v', {});
  const [some, number] = [v.stringValue, v.numberValue];
  dashboardIn(stack, definitionOf([
    series({
      title: `Rate of ${some}`,
      description: some,
      lineWidth: number,
      areaOpacity: number,
      decimalPlaces: number,
      unit: DashboardUnit.of(some),
      yAxis: { label: some, min: number, max: number },
      query: TimeSeriesQuery.fromSql(`${REQUESTS.sql} ${some}`, { metrics: [some], groupBy: some }),
    }),
    series({ panelId: 'half', title: 'Half', yAxis: { min: 5, max: number } }),
    series({ panelId: 'other', title: 'Other', yAxis: { min: number, max: 5 } }),
    values({ panelId: 'v', title: some, thresholds: { warning: number, critical: 1 } }),
    new MarkdownPanel({ panelId: 't', title: 'T', text: some }),
  ], { displayName: some, description: some }, { title: some }));
  const { definition } = only(synth(stack), 'logfire_dashboard');
  expect(definition).toContain('"name":"Rate of ${trimsuffix(trimprefix(jsonencode(var.v), "\\""), "\\"")}"');
  expect(definition).toContain('"lineWidth":${jsonencode(var.v)}');
  expect(warnings(stack)).toEqual([]);
});

test('strings that look like Terraform stay as they are', () => {
  const hard = 'Shop ${STAGE} %{ if true } $${b}';
  const found = documentOf([series({ title: hard })], { description: hard }, { title: hard });
  const written = 'Shop $${STAGE} %%{ if true } $$${b}';
  const { panels, display, layouts } = found.spec;
  expect([panels.p.spec.display.name, display.description, layouts[0].spec.display.title]).toEqual([written, written, written]);
});

test('a definition can be used twice', () => {
  const definition = definitionOf([series()]);
  expect(rendered(definition)).toEqual(rendered(definition));
  expect(definition.kind).toBe('sections');
});
