import { Token } from 'cdktf';
import { dashboardIn, document, Json, panel, query, RATE, rendered, warningsOf } from './documents';
import { DashboardDefinition, DashboardUnit } from '../../src';
import { cleanUp, newStack, synth, warnings } from '../synth';

afterEach(cleanUp);

const BARS = { kind: 'BarChart', spec: {} };
const TOTAL = 'SELECT count(*) AS requests FROM records';
const SUM = 'SELECT service_name, count(*) AS requests FROM records GROUP BY service_name';

/** A document with one query in a time series chart. */
function withSql(sql: string, ...variables: string[]): Json {
  return document({ rate: panel('Rate', [query(sql)]) }, { variables: variables.map((name) => ({ kind: 'TextVariable', spec: { name } })) });
}

/** A document with one query in a bar chart. */
function bars(sql: string, ...variables: string[]): Json {
  return { ...withSql(sql, ...variables), spec: { ...withSql(sql, ...variables).spec, panels: { rate: panel('Rate', [query(sql, 'NonTimeSeriesQuery')], BARS) } } };
}

/** A document with two panels, and their places. */
function placed(...places: [number, number, number, number][]): Json {
  const given = document({ a: panel('A'), b: panel('B') });
  places.forEach(([x, y, width, height], index) => Object.assign(given.spec.layouts[0].spec.items[index], { x, y, width, height }));
  return given;
}

function unplaced(): Json {
  const given = document({ a: panel('A'), b: panel('B') });
  given.spec.layouts[0].spec.items.pop();
  return given;
}

function inTwoGrids(title = 'B'): Json {
  const given = placed([0, 0, 12, 4], [0, 0, 12, 4]);
  given.spec.panels.b.spec.display.name = title;
  const [grid] = given.spec.layouts;
  const [a, b] = grid.spec.items;
  given.spec.layouts = [a, b].map((item) => ({ kind: 'Grid', spec: { items: [item] } }));
  return given;
}

function untitled(): Json {
  const given = placed([12, 0, 13, 4]);
  given.spec.layouts[0].spec.display = {};
  return given;
}

/** A document with an item over the first panel, or below it, whose panel is known only at apply. */
function withUnknownPanel(y = 0): Json {
  const given = document({ a: panel('A'), b: panel('B') });
  Object.assign(given.spec.layouts[0].spec.items[1], { y, content: { $ref: Token.asString({ a: 1 }) } });
  return given;
}

/** A document with two items for one panel. */
function twice(): Json {
  const given = document({ a: panel('A') });
  const [{ spec: { items } }] = given.spec.layouts;
  items.push({ ...items[0], y: 50 });
  return given;
}

/** A document whose text has a number of bytes. */
function sized(bytes: number, character = 'x'): Json {
  const empty = Buffer.byteLength(JSON.stringify(document(undefined, { more: '' })));
  const room = bytes - empty;
  const width = Buffer.byteLength(character);
  return document(undefined, { more: character.repeat(Math.floor(room / width)) + 'x'.repeat(room % width) });
}

const withUnit = (unit: string) => document({ rate: panel('Rate', [query(RATE)], { kind: 'TimeSeriesChart', spec: { yAxis: { format: { unit } } } }) });
const drawn = (sql: string, columns: Json) => document({
  rate: panel('Rate', [{ kind: 'TimeSeriesQuery', spec: { plugin: { kind: 'LogfireTimeSeriesQuery', spec: { query: sql, ...columns } } } }]),
});
const withAll = (spec: Json) => document(undefined, {
  variables: [{ kind: 'ListVariable', spec: { name: 'env', allowAllValue: true, ...spec, plugin: { kind: 'StaticListVariable', spec: { values: ['dev'] } } } }],
});
const withChoices = (sql: string) => document(undefined, {
  variables: [{ kind: 'ListVariable', spec: { name: 'env', plugin: { kind: 'LogfireQueryListVariable', spec: { query: sql } } } }],
});
const withPlugin = (kind: string, queryKind?: string) => document({ p: panel('P', queryKind === undefined ? [] : [query(RATE, queryKind)], { kind, spec: {} }) });

describe('a finding', () => {
  test.each<[string, Json, string]>([
    ['D2 not placed', unplaced(), 'D2: panel "B" (b) is not in any grid, so Logfire does not show it; add an item with "#/spec/panels/b" to a layout, or remove the panel'],
    ['D3 too far right', placed([12, 0, 13, 4]), 'D3: panel "a" in grid "All" has x 12, y 0, width 13 and height 4; use whole numbers, with x + width at most 24 and a size above 0'],
    ['D3 too far left', placed([-1, 0, 4, 4]), 'D3: panel "a" in grid "All" has x -1'],
    ['D3 no height', placed([0, 0, 4, 0]), 'D3: panel "a" in grid "All" has x 0, y 0, width 4 and height 0'],
    ['D3 half a cell', placed([0.5, 0, 4, 4]), 'D3: panel "a" in grid "All" has x 0.5'],
    ['D3 no width', placed([0, 0, 0, 4]), 'D3: panel "a" in grid "All" has x 0, y 0, width 0 and height 4'],
    ['D3 too high', placed([0, -1, 4, 4]), 'D3: panel "a" in grid "All" has x 0, y -1'],
    ['D3 half a row', placed([0, 0.5, 4, 4]), 'D3: panel "a" in grid "All" has x 0, y 0.5'],
    ['D3 half a width', placed([0, 0, 4.5, 4]), 'D3: panel "a" in grid "All" has x 0, y 0, width 4.5'],
    ['D3 half a height', placed([0, 0, 4, 4.5]), 'D3: panel "a" in grid "All" has x 0, y 0, width 4 and height 4.5'],
    ['D3 in a grid without a title', untitled(), 'D3: panel "a" in grid 1 has x 12, y 0, width 13 and height 4'],
    ['D3 of a panel that nobody knows', withUnknownPanel(), 'D3: panel "unknown" and panel "a" overlap in grid "All"; move or shrink one of them'],
    ['D3 overlapping', placed([0, 0, 13, 4], [12, 3, 12, 4]), 'D3: panel "b" and panel "a" overlap in grid "All"; move or shrink one of them'],
    ['D4 unknown plugin', withPlugin('StatChart', 'NonTimeSeriesQuery'), 'D4: panel "P" (p) has the plugin "StatChart", which Logfire does not support; use one of TimeSeriesChart, BarChart, PieChart, Table, Values, GaugeChart, Markdown'],
    ['D4 time series in a table', withPlugin('Table', 'TimeSeriesQuery'), 'D4: panel "P" (p) is a Table, which cannot draw a query of kind "TimeSeriesQuery"; use a NonTimeSeriesQuery'],
    ['D4 table query in a time series', withPlugin('TimeSeriesChart', 'NonTimeSeriesQuery'), 'D4: panel "P" (p) is a TimeSeriesChart, which cannot draw a query of kind "NonTimeSeriesQuery"'],
    ['D4 unknown query', withPlugin('Values', 'SqlQuery'), 'D4: panel "P" (p) is a Values, which cannot draw a query of kind "SqlQuery"'],
    ['D4 no query', withPlugin('PieChart'), 'D4: panel "P" (p) is a PieChart without a query, so it stays empty; add a NonTimeSeriesQuery'],
    ['D4 query in a text', withPlugin('Markdown', 'NonTimeSeriesQuery'), 'D4: panel "P" (p) is a Markdown, which does not show query results; remove its queries'],
    ['D4 plugin of another kind', document({ p: panel('P', [{ ...query(RATE, 'NonTimeSeriesQuery'), kind: 'TimeSeriesQuery' }]) }),
      'D4: panel "P" (p) has a TimeSeriesQuery with the plugin "LogfireNonTimeSeriesQuery"; use LogfireTimeSeriesQuery'],
    ['D4 in a panel whose title is its key', document({ P: panel('P', [], { kind: 'PieChart', spec: {} }) }), 'D4: panel "P" is a PieChart without a query'],
    ['D4 in a panel whose title only Terraform knows', document({ p: panel(Token.asString({ a: 1 }), [], { kind: 'PieChart', spec: {} }) }), 'D4: panel "p" is a PieChart without a query'],
    ['D4 plugin of a time series', document({ p: panel('P', [{ ...query(TOTAL), kind: 'NonTimeSeriesQuery' }], BARS) }),
      'D4: panel "P" (p) has a NonTimeSeriesQuery with the plugin "LogfireTimeSeriesQuery"; use LogfireNonTimeSeriesQuery'],
    ['D5 no bucket', withSql(TOTAL), 'D5: panel "Rate" (rate) has a time series query without time buckets; group by time_bucket($resolution, start_timestamp)'],
    ['D5 bucket in a comment', withSql(`${TOTAL} -- time_bucket($resolution, x)`), 'D5: panel "Rate" (rate)'],
    ['D5 bucket in a text', withSql("SELECT 'time_bucket' AS x, count(*) AS requests FROM records"), 'D5: panel "Rate" (rate)'],
    ['D5 a name that only contains one', withSql('SELECT my_time_bucket AS x, now_ AS y, mydate, to_dates FROM (SELECT 1)'), 'D5: panel "Rate" (rate)'],
    ['D6 records', bars("SELECT count(*) FROM records WHERE recorded_timestamp > now() - interval '1 day'"), 'D6: panel "Rate" (rate) reads records by recorded_timestamp, a column of metrics only; use start_timestamp'],
    ['D6 metrics', withSql(RATE.replace('records', 'metrics')), 'D6: panel "Rate" (rate) groups metrics by start_timestamp'],
    ['D7 not declared', bars(`${SUM} HAVING service_name = $service`, 'env'), 'D7: panel "Rate" (rate) uses $service, which is not declared; add it to spec.variables'],
    ['D7 not declared, with braces', bars(`${SUM} HAVING service_name = \${service:raw}`), 'D7: panel "Rate" (rate) uses $service'],
    ['D7 not declared, once for each panel', bars(`${SUM} HAVING service_name = $service OR service_name <> $service`), 'D7: panel "Rate" (rate) uses $service, which is not declared; add it to spec.variables, or correct the name'],
    ['D7 in a title, with braces', document({ rate: panel('Rate of ${env:raw}') }, { variables: [{ kind: 'TextVariable', spec: { name: 'env' } }] }), 'has $env in its title, but Logfire does not replace variables in titles; remove it'],
    ['D7 in a title', document({ rate: panel('Rate of $env') }, { variables: [{ kind: 'TextVariable', spec: { name: 'env' } }] }), 'D7: panel "Rate of $env" (rate) has $env in its title'],
    ['D8', bars("SELECT 1 FROM records WHERE deployment_environment = '$env'", 'env'), 'D8: panel "Rate" (rate) has $env in quotes, but Logfire adds quotes itself; write $env without quotes'],
    ['D8 built in', bars("SELECT 1 FROM records WHERE service_name = '$__project'"), 'D8: panel "Rate" (rate) has $__project in quotes'],
    ['D9', bars(SUM, 'resolution'), 'D9: variable "resolution" hides the built-in one; rename or remove it'],
    ['D10 a percent sign', withUnit('%'), 'D10: panel "Rate" (rate) has the unit "%"'],
    ['D10', withUnit('furlongs'), 'D10: panel "Rate" (rate) has the unit "furlongs", which Logfire does not support'],
    ['D10 in a list', document({ rate: panel('Rate', [query(RATE)], { kind: 'TimeSeriesChart', spec: { axes: [{ format: { unit: 'x' } }] } }) }),
      'D10: panel "Rate" (rate) has the unit "x", which Logfire does not support; use for example "decimal", "percent-decimal", "seconds" or "bytes"'],
    ['D11 title', document({ a: panel('A'), b: panel('A') }), 'D11: panel "A" (b) has the same title as panel "a"; rename one of them'],
    ['D11 variable', bars(SUM, 'env', 'env'), 'D11: variable "env" is declared twice'],
    ['D12', bars(`${SUM} -- ${'x'.repeat(256 * 1024)}`), 'D12: the document has 257 KiB, more than 256 KiB; split it into several dashboards'],
    ['D12 a little too large', sized(256 * 1024 + 1), 'D12: the document has 257 KiB, more than 256 KiB; split it into several dashboards'],
    ['D14 a metric', drawn(RATE, { metrics: ['errors'] }), 'D14: panel "Rate" (rate) draws the column "errors", which its query does not return; correct metrics and groupBy, or the query'],
    ['D14 a series', drawn(RATE, { metrics: ['requests'], groupBy: 'service_name' }), 'D14: panel "Rate" (rate) draws the column "service_name"'],
    ['D14 a column with its table', drawn('SELECT start_timestamp AS x, r.duration FROM records r', { metrics: ['errors'] }), 'D14: panel "Rate" (rate) draws the column "errors"'],
    ['D14 a quoted column with its table', drawn('SELECT start_timestamp AS x, r."Kind" FROM (SELECT 1) AS r', { metrics: ['errors'] }), 'D14: panel "Rate" (rate) draws the column "errors"'],
    ['D15 with an empty value', withAll({ customAllValue: '' }), 'D15: variable "env" can be All'],
    ['D15', withAll({}), 'D15: variable "env" can be All, and its queries fail then; add "customAllValue": "all-values", and write (column = $env OR $env = \'all-values\')'],
    ['D16 a column', drawn(`${RATE}, service_name`.replace('AS x,', 'AS x, service_name,'), { metrics: ['requests'], groupBy: '' }), 'D16: panel "Rate" (rate) has the text column "service_name" and no groupBy, so it stays empty; add "groupBy": "service_name"'],
    ['D16 an attribute', drawn(`${RATE}, 2`.replace('AS x,', "AS x, attributes->>'model' AS model,"), { metrics: ['requests'] }), 'D16: panel "Rate" (rate) has the text column "model"'],
    ['D16 a column after one without a name', drawn("SELECT time_bucket($resolution, start_timestamp) AS x, attributes->>'model', kind FROM records", {}), 'has the text column "kind"'],
    ['D16 a column of one of two tables', drawn('SELECT time_bucket($resolution, r.start_timestamp) AS x, kind FROM records r CROSS JOIN metrics m', {}), 'has the text column "kind"'],
    ['D16 another name', drawn(`${RATE}, name`.replace('AS x,', 'AS x, http_route AS name,'), {}), 'D16: panel "Rate" (rate) has the text column "name"'],
    ['D17', withChoices('SELECT service_name, count(*) AS n FROM records GROUP BY service_name'), 'D17: variable "env" has a query with 2 columns; return exactly one, whose values are the choices'],
    ['D17 three', withChoices('SELECT 1, 2, 3'), 'D17: variable "env" has a query with 3 columns'],
    ['a query of a variable with all columns', withChoices('SELECT service_name, * FROM records'), 'Q9: the query of variable "env" has all columns'],
    ['D18', document({ rate: panel('Rate', [query(RATE)], { kind: 'TimeSeriesChart', spec: { visual: { stack: 'none' } } }) }), 'D18: panel "Rate" (rate) has the stacking "none", which Logfire does not know; leave out visual.stack'],
    ['D13', bars(SUM.replace('records', 'records_all')), 'D13: panel "Rate" (rate) reads records_all, which also contains pending spans and so counts spans twice'],
  ])('%s', (_, given, message) => {
    expect(warningsOf(given)).toEqual([expect.stringContaining(message)]);
  });

  test('names a key that stands twice, and where', () => {
    const text = JSON.stringify(document()).replace('"panels":{', '"panels":{\n  "rate": {},');
    expect(warningsOf(DashboardDefinition.fromJson(text))).toEqual([
      expect.stringMatching(/^D11: the key "rate" occurs twice in one object, again at line 2, column 14, and only the second one counts; rename/),
    ]);
  });
});

describe('no finding', () => {
  test.each<[string, Json]>([
    ['a clean document', document()],
    ['D2 a panel that only Terraform knows', withUnknownPanel(100)],
    ['D3 side by side, the right one first', placed([12, 0, 12, 4], [0, 0, 12, 4])],
    ['D3 one below the other, the lower one first', placed([0, 4, 24, 4], [0, 0, 24, 4])],
    ['D2 an empty grid', { ...document(), spec: { ...document().spec, panels: {}, layouts: [{ kind: 'Grid', spec: { items: [] } }] } }],
    ['D3 side by side', placed([0, 0, 12, 4], [12, 0, 12, 4])],
    ['D3 one below the other', placed([0, 0, 24, 4], [0, 4, 24, 4])],
    ['D3 in two grids', inTwoGrids()],
    ['D4 a gauge, where sources differ', withPlugin('GaugeChart', 'TimeSeriesQuery')],
    ['D4 a text', withPlugin('Markdown')],
    ['D5 a fixed bucket', withSql(RATE.replace('$resolution', "'1 day'"))],
    ['D5 a truncated date', withSql("SELECT date_trunc('hour', start_timestamp) AS x, count(*) AS requests FROM records GROUP BY 1")],
    ['D5 a column with a time', withSql('SELECT start_timestamp AS x, duration AS requests FROM records')],
    ['D5 a series of times', withSql('SELECT generate_series(1, 2) AS requests FROM records')],
    ['D5 now', withSql('SELECT now() AS x FROM records')],
    ['D5 a date', withSql("SELECT date '2026-01-01' AS x FROM records")],
    ['D5 a date of a text', withSql("SELECT to_date('2026-01-01') AS x FROM records")],
    ['D5 a quoted column', withSql('SELECT "my_timestamp" AS x FROM (SELECT 1) AS t')],
    ['D5 a query that only Terraform knows', withSql(`SELECT ${Token.asString({ a: 1 })} FROM records`)],
    ['D5 a query that does not end for sure', withSql(`SELECT '${Token.asString({ a: 1 })}`)],
    ['D6 metrics by the start in a condition', withSql('SELECT time_bucket($resolution, recorded_timestamp) AS x FROM metrics WHERE start_timestamp > now() GROUP BY x')],
    ['D6 metrics by another function of the start', withSql("SELECT date_trunc('hour', start_timestamp) AS x FROM metrics GROUP BY x")],
    ['D6 in a string', bars("SELECT 1 FROM records WHERE span_name = 'recorded_timestamp'")],
    ['D6 neither', bars('SELECT recorded_timestamp FROM (SELECT 1 AS recorded_timestamp) AS t')],
    ['D5 other spellings', withSql('SELECT TIME_BUCKET( $resolution , start_timestamp) AS x FROM records GROUP BY x')],
    ['D6 metrics', withSql('SELECT time_bucket($resolution, recorded_timestamp) AS x FROM metrics GROUP BY x')],
    ['D6 both', bars('SELECT 1 FROM records JOIN metrics ON recorded_timestamp = records.start_timestamp')],
    ['D6 in a comment', bars(`${SUM} /* recorded_timestamp */`)],
    ['D7 built in', bars(`${SUM} HAVING $__range_s > 60 AND $__envs <> '' AND max(start_timestamp) < $__to_iso_string`)],
    ['D7 variables that only Terraform knows', bars(`${SUM} HAVING service_name = $service`, Token.asString({ a: 1 }))],
    ['D7 declared', bars(`${SUM} HAVING service_name = $service`, 'service')],
    ['D7 a price in a title', document({ rate: panel('Cost in $USD') })],
    ['D8 a quoted name', bars('SELECT 1 AS "$env" FROM records', 'env')],
    ['D8 another text', bars("SELECT 1 FROM records WHERE span_name = 'costs $5 or $other'", 'env')],
    ['D10 no unit', document({ rate: panel('Rate', [query(RATE)], { kind: 'TimeSeriesChart', spec: { format: 'x', unit: 'y', yAxis: { format: { unit: 5 } } } }) })],
    ['D11 panels without a title', document({ a: panel(''), b: panel('') })],
    ['D11 titles that only Terraform knows', document({ a: panel(Token.asString({ a: 1 })), b: panel(Token.asString({ a: 1 })) })],
    ['D11 one panel twice in a grid', twice()],
    ['D12 as large as it may be', sized(256 * 1024)],
    ['D12 characters of three bytes', sized(256 * 1024, '\u20ac')],
    ['D11 one title in two grids', inTwoGrids('A')],
    ['D14 all columns', drawn('SELECT start_timestamp AS x, r.* EXCLUDE (x) FROM (SELECT 1) AS r', { metrics: ['errors'] })],
    ['D14 in another case', drawn(RATE.replaceAll('requests', 'Requests'), { metrics: ['requests'], groupBy: 'X' })],
    ['D14 a sum', drawn('SELECT start_timestamp AS x, duration + level FROM records', { metrics: ['errors'] })],
    ['D14 a number', drawn('SELECT start_timestamp AS x, 5 FROM records', { metrics: ['errors'] })],
    ['D14 names that are none', drawn(RATE, { metrics: ['', 5, null], groupBy: Token.asString({ a: 1 }) })],
    ['D14 metrics that only Terraform knows', drawn(RATE, { metrics: Token.asList({ a: 1 }) })],
    ['D14 columns that only Terraform knows', drawn(RATE.replace('count(*)', Token.asString({ a: 1 })), { metrics: ['errors'] })],
    ['D14 a column by its name', drawn('SELECT start_timestamp, r.duration, "Kind" FROM (SELECT 1) AS r', { metrics: ['duration'], groupBy: 'Kind' })],
    ['D14 a column that has no name of its own', drawn('SELECT time_bucket($resolution, start_timestamp), count(*) FROM records GROUP BY 1', { metrics: ['n'] })],
    ['D16 with its group', drawn(`${RATE}, service_name`.replace('AS x,', 'AS x, service_name,'), { metrics: ['requests'], groupBy: 'service_name' })],
    ['D16 a number', drawn(`${RATE}, level`.replace('AS x,', 'AS x, level,'), {})],
    ['D16 a column of a subquery', drawn(`${RATE}, kind`.replace('AS x,', 'AS x, kind,').replace('FROM records', 'FROM (SELECT 1) AS t, records'), {})],
    ['D16 a column of another table', drawn(`WITH records AS (SELECT 1 AS kind) ${RATE}, kind`.replace('AS x,', 'AS x, kind,'), {})],
    ['D16 a column of another table beside records', drawn('WITH t AS (SELECT 1 AS kind) SELECT time_bucket($resolution, start_timestamp) AS x, kind FROM t, records', {})],
    ['D16 a text with the name of a column', drawn("SELECT time_bucket($resolution, start_timestamp) AS x, 'kind' AS a FROM records", {})],
    ['D16 a comparison of an attribute', drawn("SELECT time_bucket($resolution, start_timestamp) AS x, attributes->>'n' = 'x' AS a FROM records", {})],
    ['D16 an attribute by its position', drawn('SELECT time_bucket($resolution, start_timestamp) AS x, attributes->>0 AS a FROM records', {})],
    ['D16 an object in an attribute', drawn(RATE.replace('AS x,', "AS x, attributes->'model' AS model,"), {})],
    ['D16 text of another column', drawn(RATE.replace('AS x,', "AS x, otel_resource_attributes->>'model' AS model,"), {})],
    ['D16 in bars', document({ p: panel('P', [query('SELECT kind, count(*) FROM records GROUP BY kind', 'NonTimeSeriesQuery')], BARS) })],
    ['D16 a number in an attribute', drawn(RATE.replace('AS x,', "AS x, max((attributes->>'n')::double) AS most,"), { metrics: ['requests'] })],
    ['D17 one column', withChoices('SELECT DISTINCT service_name FROM records')],
    ['D17 all columns', withChoices('SELECT t.*, 1 FROM (SELECT 1, 2) AS t')],
    ['D17 no query', document(undefined, { variables: [{ kind: 'ListVariable', spec: { name: 'env', plugin: { kind: 'StaticListVariable', spec: {} } } }] })],
    ['D18 bars', document({ p: panel('P', [query(SUM, 'NonTimeSeriesQuery')], { kind: 'BarChart', spec: { visual: { stack: 'none' } } }) })],
    ['D18 nothing visual', document({ rate: panel('Rate', [query(RATE)], { kind: 'TimeSeriesChart', spec: { visual: null } }) })],
    ['D15 without all', withAll({ allowAllValue: false })],
    ['D13 a name of the query itself', bars('WITH records_all AS (SELECT 1 AS a) SELECT a FROM records_all')],
    ['D18 stacked', document({ rate: panel('Rate', [query(RATE)], { kind: 'TimeSeriesChart', spec: { visual: { stack: 'all' } } }) })],
    ['D15 with a value', withAll({ customAllValue: 'all-values' })],
    ['D15 with several values', withAll({ allowMultiple: true })],
    ['D13 a name that begins alike', bars("SELECT 1 FROM records WHERE span_name = 'from records_all'")],
  ])('%s', (_, given) => {
    expect(warningsOf(given)).toEqual([]);
  });
});

/** As the schema of Perses lists them (Perses: format options). */
const UNITS = `
  nanoseconds microseconds milliseconds seconds minutes hours days weeks months years percent percent-decimal decimal bits decbits bytes decbytes
  bits/sec decbits/sec bytes/sec decbytes/sec counts/sec events/sec messages/sec ops/sec packets/sec reads/sec records/sec requests/sec rows/sec writes/sec
  aud cad chf cny eur gbp hkd inr jpy krw nok nzd sek sgd usd celsius fahrenheit
  datetime-iso datetime-us datetime-local date-iso date-us date-local time-local time-iso time-us relative-time unix-timestamp unix-timestamp-ms
`.trim().split(/\s+/);

test('D10 knows the units of the schema, which are the constants of DashboardUnit', () => {
  expect(UNITS).toHaveLength(60);
  expect(UNITS.filter((unit) => warningsOf(withUnit(unit)).length > 0)).toEqual([]);
  expect(Object.values(DashboardUnit).map(({ value }) => value).sort()).toEqual([...UNITS].sort());
});

describe('the SQL of a panel', () => {
  test.each<[string, string]>([
    ["SELECT 'a FROM records", 'app/Traffic: the query of panel "Rate" (rate) must close each quote, got "\'a FROM records" at line 1, column 8; add'],
    ['SELECT count(* FROM records', 'the query of panel "Rate" (rate) must have balanced brackets, got "(" without its closing bracket at line 1, column 13'],
    ['SELECT 1\nFROM recordz', 'must read records, records_all, records_full or metrics, got "recordz" at line 2, column 6; did you mean records?'],
    ['SELECT 1; SELECT 2', 'must be one statement, got another one that begins with "SELECT" at line 1, column 11'],
  ])('fails for %j', (sql, message) => {
    expect(() => rendered(bars(sql))).toThrow(message);
  });

  test('causes warnings, which name the panel', () => {
    expect(warningsOf(bars('SELECT * FROM records'))).toEqual([
      'Q9: the query of panel "Rate" (rate) has all columns of a table at line 1, column 8: reading all columns is slow, and nobody reads that many; name the columns that you want to see',
    ]);
    expect(warningsOf(bars('SELECT * FROM records'), { ignoredLintRules: ['Q9'] })).toEqual([]);
  });

  test('knows which variables have several values', () => {
    const several = (allowMultiple: boolean) => ({
      ...bars(`${SUM} HAVING service_name IN ($service)`),
      spec: {
        ...bars(`${SUM} HAVING service_name IN ($service)`).spec,
        variables: [{ kind: 'ListVariable', spec: { name: 'service', allowMultiple, plugin: { kind: 'StaticListVariable', spec: { values: ['api'] } } } }],
      },
    });
    expect(warningsOf(several(true))).toEqual([expect.stringContaining('Q12: the query of panel "Rate" (rate) has IN (…) with $service, which has several values at line 1')]);
    expect(warningsOf(several(false))).toEqual([]);
  });

  test('may be left out, and may be known only at apply', () => {
    expect(warningsOf(bars(''))).toEqual([]);
    expect(warningsOf(bars(' \n'))).toEqual([]);
    expect(warningsOf(bars(`${SUM.replace('records', Token.asString({ a: 1 }))} HAVING count(*) > 5`))).toEqual([]);
  });
});

describe('ignoredLintRules', () => {
  const both = () => bars(SUM.replace('records', 'records_all'), 'resolution');

  test('leaves out what is meant', () => {
    expect(warningsOf(both(), { ignoredLintRules: ['D13'] })).toEqual([expect.stringContaining('D9:')]);
    expect(warningsOf(both(), { ignoredLintRules: ['D13', 'D9'] })).toEqual([]);
  });

  test.each(['D1', 'D19', 'd13', ''])('fails for %j', (id) => {
    expect(() => rendered(both(), { ignoredLintRules: [id] })).toThrow(`app/Traffic: ignoredLintRules must contain only D2, D3, D4, D5, D6, D7, D8, D9, D10, D11, D12, D13, D14, D15, D16, D17, D18, Q1, Q4, Q7, Q9, Q11, Q12, Q13, Q14, Q16, Q17, Q18, Q19, got ${JSON.stringify(id)}; copy the id from the finding`);
  });
});

test('warnings stop nothing', () => {
  const stack = newStack();
  dashboardIn(stack, unplaced());
  expect(Object.keys(synth(stack).resource.logfire_dashboard)).toHaveLength(1);
  expect(warnings(stack)).toHaveLength(1);
});
