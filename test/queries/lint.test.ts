import { LISTS, SERIES, VALUES } from './engine/cases';
import { document, Json, panel, query, warningsOf } from '../dashboards/documents';
import { cleanUp } from '../synth';

afterEach(cleanUp);

const panelsOf = (sqls: readonly string[], kind: string, plugin: string) => document(Object.fromEntries(sqls.map((sql, index): [string, Json] => (
  [`p${index}`, panel(`Panel ${index}`, [query(sql, kind)], { kind: plugin, spec: {} })]))));

/** Of the size of a document: it has many more panels than one that people look at. */
const isOfSize = (warning: string) => warning.includes('D12');

test.each([
  ['time series', SERIES, 'TimeSeriesQuery', 'TimeSeriesChart'],
  ['numbers', VALUES, 'NonTimeSeriesQuery', 'Values'],
  ['lists', LISTS, 'NonTimeSeriesQuery', 'Table'],
] as const)('the dashboard rules find no fault with queries for %s', (_, queries, kind, plugin) => {
  expect(warningsOf(panelsOf(queries.map(({ sql }) => sql), kind, plugin)).filter((warning) => !isOfSize(warning))).toEqual([]);
});

test('the rules look at such queries', () => {
  const broken = SERIES.map(({ sql }) => sql.replaceAll('$resolution', '$unknown'));
  expect(warningsOf(panelsOf(broken, 'TimeSeriesQuery', 'TimeSeriesChart')).filter((warning) => warning.includes('D7')).length).toBeGreaterThan(0);
});
