import * as fs from 'node:fs';
import * as path from 'node:path';
import * as fc from 'fast-check';
import { ALERTS, LISTS, PANEL_DATA, SERIES, VALUES } from './cases';
import { Dataset, Result, Run, runQueries } from './engine';
import { FILTERS, ROWS } from './random-filters';
import { ROOT } from '../../../scripts/run';

jest.setTimeout(600_000);

const SEED = 20260;
const ROW_LIST = fc.sample(ROWS, { numRuns: 150, seed: SEED }).map((row, index) => ({ ...row, span_id: String(index) }));
const FILTER_LIST = fc.sample(FILTERS, { numRuns: 300, seed: SEED });

const datasets: { [name: string]: Dataset } = { empty: {}, random: { records: ROW_LIST }, ...PANEL_DATA };
const runs: Run[] = [];
let results: Result[];

/** Adds a query to those that the engine runs at once, and returns how to get at its result. */
function later(dataset: string, sql: string): () => Result {
  const index = runs.push({ dataset, sql }) - 1;
  return () => results[index];
}

function of(dataset: Dataset, sql: string): () => Result {
  const name = `dataset ${Object.keys(datasets).length}`;
  datasets[name] = dataset;
  return later(name, sql);
}

const alerts = Object.entries(ALERTS).map(([name, { query: { sql }, fires, quiet, firesOnEmpty }]) => ({
  name,
  sql,
  fires: fires.map((dataset) => of(dataset, sql)),
  quiet: quiet.map((dataset) => of(dataset, sql)),
  empty: later('empty', sql),
  firesOnEmpty,
}));
const series = SERIES.map((query, index) => ({ index, query, busy: later('busy', query.sql), empty: later('empty', query.sql) }));
const values = VALUES.map(({ sql }, index) => ({ index, busy: later('busy', sql), empty: later('empty', sql) }));
const lists = LISTS.map(({ sql }, index) => ({ index, sql, busy: later('busy', sql), empty: later('empty', sql) }));
const filters = FILTER_LIST.map(({ filter: { sql }, matches }, index) => ({
  index,
  expected: ROW_LIST.filter(matches).map(({ span_id }) => span_id),
  found: later('random', `SELECT span_id FROM records WHERE ${sql}`),
  // As part of another condition, and where it is an indicator's.
  among: later('random', `SELECT span_id FROM records WHERE level > 0 AND ${sql} AND level < 99`),
  others: later('random', `SELECT span_id FROM records WHERE (${sql}) IS NOT TRUE`),
}));

/** The queries in the guides and examples, between quotes. */
function shownQueries(): string[] {
  const files = ['docs', 'examples/typescript'].flatMap((folder) => (
    (fs.readdirSync(path.join(ROOT, folder), { recursive: folder !== 'docs', encoding: 'utf8' })).map((file) => path.join(ROOT, folder, file))));
  const texts = files.filter((file) => /\.(md|ts|json)$/.test(file) && !file.includes('node_modules')).map((file) => fs.readFileSync(file, 'utf8'));
  return texts.flatMap((text) => [...text.matchAll(/"(SELECT [^"]*)"|'(SELECT [^']*)'/g)].map(([, double, single]) => (double ?? single).replaceAll('\\n', '\n')));
}
const shown = shownQueries().map((sql) => ({ sql, busy: later('busy', sql), empty: later('empty', sql) }));

beforeAll(async () => {
  results = await runQueries(datasets, runs);
});

const rowsOf = (result: Result) => {
  expect(result.error).toBeUndefined();
  return result.rows;
};

describe.each(alerts)('the alert $name', ({ sql, fires, quiet, empty, firesOnEmpty }) => {
  test('fires when it must', () => {
    fires.forEach((result) => expect(rowsOf(result()).length).toBeGreaterThan(0));
  });

  test('does not fire when it must not', () => {
    quiet.forEach((result) => expect(rowsOf(result())).toEqual([]));
  });

  test('does on empty tables what it documents', () => {
    expect(rowsOf(empty()).length).toBe(firesOnEmpty ? 1 : 0);
  });

  test('has no variable of a dashboard', () => {
    expect(sql).not.toContain('$');
  });
});

test('an alert lists the latest rows with trace ids and all columns', () => {
  const { fires: [found] } = alerts.find(({ name }) => name === 'rows with columns')!;
  const rows = rowsOf(found());
  expect(rows).toHaveLength(2);
  expect(rows[0]).toEqual({ 'trace_id': expect.stringMatching(/^trace/), 'span_id': expect.stringMatching(/^span/), 'level': 'info', 'duration': 0.1, 'a "b"': null, "it's": null });
});

test.each(series)('time series $index has the columns that it names, in the order of time', ({ query, busy, empty }) => {
  const rows = rowsOf(busy());
  expect(rows.length).toBeGreaterThan(0);
  expect(Object.keys(rows[0])).toEqual(['x', ...query.groupBy === '' ? [] : [query.groupBy], ...query.metrics]);
  expect(rows.map(({ x }) => x)).toEqual(rows.map(({ x }) => x).sort((left, right) => left - right));
  expect(rows.every((row) => query.metrics.every((metric) => row[metric] === null || typeof row[metric] === 'number'))).toBe(true);
  expect(rows.every(({ series: name }) => query.groupBy === '' || typeof name === 'string')).toBe(true);
  expect(rowsOf(empty())).toEqual([]);
});

/** The results of a kind of time series, by what it is grouped by. */
function totals(kind: string, groupColumn: string, limit: string): { [name: string]: number } {
  const { query, busy } = series.find(({ query: { sql } }) => sql.includes(kind) && sql.includes(groupColumn) && sql.includes(limit))!;
  const found: { [name: string]: number } = {};
  rowsOf(busy()).forEach((row) => {
    found[row.series] = (found[row.series] ?? 0) + row[query.metrics[0]];
  });
  return found;
}

describe('a time series by group', () => {
  test('counts the records of each, and those without one', () => {
    expect(totals('AS record_count', 'http_route, ', 'LIMIT 10')).toEqual({ '/cart': 9, '/pay': 2, '(none)': 2 });
    expect(totals('AS record_count', 'level_name', 'LIMIT 10')).toEqual({ info: 8, error: 4, warn: 1 });
    expect(totals('AS record_count', "'tenant'", 'LIMIT 10')).toEqual({ 'acme': 2, 'zeta': 1, '(none)': 10 });
  });

  test('keeps the greatest', () => {
    expect(totals('AS record_count', 'http_route, ', 'LIMIT 1\n')).toEqual({ '/cart': 9 });
    expect(Object.keys(totals('AS average', "'queue'", 'LIMIT 1\n'))).toEqual(['mail']);
    expect(Object.keys(totals('AS increase', "'queue'", 'LIMIT 1\n'))).toEqual(['mail']);
  });

  test('has rates per second', () => {
    expect(Object.values(totals('records_per_second', 'http_route, ', 'LIMIT 1\n'))[0]).toBeCloseTo(9 / 60);
  });
});

test.each(values)('value $index is one row with one number, also on empty tables', ({ busy, empty }) => {
  [busy, empty].forEach((result) => {
    const rows = rowsOf(result());
    expect(rows).toHaveLength(1);
    expect(Object.keys(rows[0])).toHaveLength(1);
  });
  expect(Object.values(rowsOf(busy())[0])).toEqual([expect.any(Number)]);
  expect([0, null]).toContain(Object.values(rowsOf(empty())[0])[0]);
});

test('values are right', () => {
  const numbers = values.map(({ busy }) => Object.entries(rowsOf(busy())[0])[0]);
  expect(numbers.slice(0, 7)).toEqual([
    ['record_count', 13], ['matching_percent', expect.closeTo(400 / 13)], ['p95_seconds', expect.closeTo(2)], ['distinct_count', 2], ['total', 3],
    ['average', expect.closeTo(5 / 12)], ['maximum', 17],
  ]);
  // Two processes: 30 and 1.
  expect(numbers.find(([name]) => name === 'increase')).toEqual(['increase', 31]);
});

test.each(lists)('list $index runs, with the greatest first or last', ({ sql, busy, empty }) => {
  const rows = rowsOf(busy());
  expect(rows.length).toBeGreaterThan(0);
  expect(rowsOf(empty())).toEqual([]);
  if (!sql.includes('AS category')) {
    return;
  }
  expect(rows.length).toBeLessThanOrEqual(2);
  expect(rows.every(({ category }) => typeof category === 'string')).toBe(true);
  const ordered = rows.map((row) => Object.values(row)[1]).map((value) => value === null ? -Infinity : value as number);
  expect(ordered).toEqual([...ordered].sort((left, right) => sql.includes('AS greatest') ? left - right : right - left));
});

test.each(filters)('random filter $index matches what it means', ({ expected, found, among, others }) => {
  const ids = (result: Result) => rowsOf(result).map(({ span_id }) => span_id);
  expect(ids(found())).toEqual(expected);
  expect(ids(among())).toEqual(expected);
  expect(ids(others())).toEqual(ROW_LIST.map(({ span_id }) => span_id).filter((id) => !expected.includes(id)));
});

test('the guides and examples show queries', () => {
  expect(shown.length).toBeGreaterThanOrEqual(7);
});

test.each(shown)('what a guide or an example shows runs: $sql', ({ busy, empty }) => {
  rowsOf(busy());
  rowsOf(empty());
});

test('the random filters are worth something', () => {
  const sizes = filters.map(({ expected }) => expected.length);
  expect(sizes.filter((size) => size > 0 && size < ROW_LIST.length).length).toBeGreaterThan(150);
});

/** What the proof does not cover: these functions are Logfire's own, and the engine has an imitation of each. */
test('queries need no other imitations than these', () => {
  const needed = (list: readonly (() => Result)[]) => [...new Set(list.flatMap((result) => result().standIns))].sort();
  expect(needed(alerts.map(({ empty }) => empty))).toEqual([
    'json_as_text', 'level_name', 'metric_count', 'metric_increase', 'metric_max', 'metric_min', 'metric_quantile', 'metric_rate', 'metric_sum',
  ]);
  expect(needed(series.map(({ busy }) => busy))).toEqual([
    'json_as_text', 'level_name', 'metric_count', 'metric_increase', 'metric_max', 'metric_quantile', 'metric_rate', 'metric_sum', 'time_bucket',
  ]);
  expect(needed(filters.map(({ found }) => found))).toEqual(['json_as_text', 'json_contains']);
  const plain = alerts.filter(({ empty }) => empty().standIns.length === 0).map(({ name }) => name);
  expect(plain).toEqual([
    'error ratio', 'error ratio with a minimum of one', 'error ratio with a minimum of bad ones', 'count above', 'count below', 'duration', 'duration, another percentile', 'duration of a group',
    'first seen', 'silence', 'silence within a time',
    'staleness', 'metric staleness of a group', 'metric staleness', 'traffic drop', 'traffic drop with options', 'rows',
  ]);
});
