import { LISTS, SERIES, VALUES } from './cases';
import { document, Json, panel, query, warningsOf } from '../../dashboards/documents';
import { cleanUp } from '../../synth';

afterEach(cleanUp);

interface Drawn {
  readonly sql: string;
  readonly metrics?: string[];
  readonly groupBy?: string;
}

function panelsOf(queries: readonly Drawn[], kind: string, plugin: string): Json {
  return document(Object.fromEntries(queries.map((drawn, index) => [`p${index}`, panel(`Panel ${index}`, [queryOf(drawn, kind)], { kind: plugin, spec: {} })])));
}

function queryOf({ sql, metrics, groupBy }: Drawn, kind: string): Json {
  const given = query(sql, kind);
  Object.assign(given.spec.plugin.spec, metrics && { metrics, groupBy });
  return given;
}

/** Of the size of a document: it has many more panels than one that people look at. */
const isOfSize = (warning: string) => warning.includes('D12');

test.each([
  ['time series', SERIES, 'TimeSeriesQuery', 'TimeSeriesChart'],
  ['numbers', VALUES, 'NonTimeSeriesQuery', 'Values'],
  ['lists', LISTS, 'NonTimeSeriesQuery', 'Table'],
] as const)('the dashboard rules find no fault with queries for %s', (_, queries, kind, plugin) => {
  expect(warningsOf(panelsOf(queries, kind, plugin)).filter((warning) => !isOfSize(warning))).toEqual([]);
});

test('the rules look at such queries', () => {
  const broken = SERIES.map(({ sql, ...columns }) => ({ ...columns, sql: sql.replaceAll('$resolution', '$unknown') }));
  expect(warningsOf(panelsOf(broken, 'TimeSeriesQuery', 'TimeSeriesChart')).filter((warning) => warning.includes('D7')).length).toBeGreaterThan(0);
});
