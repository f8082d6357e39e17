import { Fn, Token } from 'cdktf';
import {
  AlertQuery, Duration, MetricAggregate, MetricColumn, MetricFilter, QueryComparison, RecordAggregate, RecordColumn, RecordFilter, RowsQuery,
  TimeSeriesQuery,
} from '../../src';

const filter = RecordFilter.isException();
const metric = MetricFilter.metricName('orders');
const average = MetricAggregate.average();
const minutes = (amount: number) => Duration.minutes(amount);
const unknown = () => Token.asNumber(Fn.abs(1));

/** A number that a factory takes: those that it accepts and those that it rejects, with the text after the name. */
type Limits = readonly [
  entry: string, name: string, make: (value: number) => unknown, accepted: number[], rejected: number[], text: string, advice: string,
];

const WHOLE = 'must be a whole number of 1 or more';
const TWENTY = 'pass a whole number such as 20';
const LIMIT = ['must be a whole number from 1 to 10000', 'pass a number such as 10'] as const;
const FINITE = 'must be a finite number';
const IN_UNIT = 'pass a value in the unit of the metric';

const LIMITS: readonly Limits[] = [
  ['AlertQuery.errorRatio', 'abovePercent', (abovePercent) => AlertQuery.errorRatio({ filter, bad: filter, abovePercent }),
    [0, 99.9], [-0.1, 100, NaN], 'must be from 0 to below 100', 'pass a percentage such as 5'],
  ['AlertQuery.errorRatio', 'minimumCount', (minimumCount) => AlertQuery.errorRatio({ filter, bad: filter, abovePercent: 5, minimumCount }), [1], [0, 1.5, NaN], WHOLE, TWENTY],
  ['AlertQuery.errorRatio', 'minimumBad', (minimumBad) => AlertQuery.errorRatio({ filter, bad: filter, abovePercent: 5, minimumBad }),
    [1, 2], [0, 1.5, NaN], WHOLE, 'pass a whole number such as 3'],
  ['AlertQuery.countAbove', 'threshold', (threshold) => AlertQuery.countAbove({ filter, threshold }),
    [0, Number.MAX_SAFE_INTEGER], [-1, 0.5, 2 ** 53], 'must be a whole number of 0 or more', TWENTY],
  ['AlertQuery.countBelow', 'threshold', (threshold) => AlertQuery.countBelow({ filter, threshold }), [1], [0, 1.5], WHOLE, `${TWENTY}: no count is below 0`],
  ['AlertQuery.durationPercentileAbove', 'thresholdSeconds', (thresholdSeconds) => AlertQuery.durationPercentileAbove({ filter, thresholdSeconds }),
    [0, 0.5], [-0.1, Infinity, NaN], 'must be a number of seconds that is 0 or more', 'pass a number such as 0.5'],
  ['AlertQuery.durationPercentileAbove', 'minimumCount', (minimumCount) => AlertQuery.durationPercentileAbove({ filter, thresholdSeconds: 1, minimumCount }),
    [1], [0, 1.5], WHOLE, TWENTY],
  ['AlertQuery.valueAbove', 'threshold', (threshold) => AlertQuery.valueAbove({ filter, aggregate: RecordAggregate.count(), threshold }),
    [-1, 0.5], [NaN, Infinity], FINITE, 'pass a value in the unit of the column or attribute'],
  ['AlertQuery.valueBelow', 'minimumCount', (minimumCount) => AlertQuery.valueBelow({ filter, aggregate: RecordAggregate.count(), threshold: 1, minimumCount }),
    [1], [0, 1.5], WHOLE, TWENTY],
  ['AlertQuery.trafficDrop', 'belowPercent', (belowPercent) => AlertQuery.trafficDrop({ filter, period: minutes(5), belowPercent }),
    [0.1, 100], [0, -1, 100.1, NaN], 'must be above 0 and at most 100', 'pass a percentage such as 50'],
  ['AlertQuery.trafficDrop', 'minimumCount', (minimumCount) => AlertQuery.trafficDrop({ filter, period: minutes(5), minimumCount }), [1], [0, 1.5], WHOLE, TWENTY],
  ['AlertQuery.stall', 'minimumCount', (minimumCount) => AlertQuery.stall({ requested: filter, done: filter, olderThan: minutes(5), minimumCount }),
    [1], [0, 1.5], WHOLE, TWENTY],
  ['AlertQuery.rows', 'limit', (limit) => AlertQuery.rows({ filter, limit }), [1, 10_000], [0, 1.5, 10_001], ...LIMIT],
  ['AlertQuery.metricAbove', 'threshold', (threshold) => AlertQuery.metricAbove({ filter: metric, aggregate: average, threshold }), [-1, 0], [NaN, Infinity], FINITE, IN_UNIT],
  ['AlertQuery.metricBelow', 'minimumPoints', (minimumPoints) => AlertQuery.metricBelow({ filter: metric, aggregate: average, threshold: 1, minimumPoints }),
    [1], [0, 1.5], WHOLE, TWENTY],
  ['AlertQuery.metricSustainedAbove', 'threshold', (threshold) => AlertQuery.metricSustainedAbove({ filter: metric, aggregate: average, threshold }),
    [-1, 0], [NaN, Infinity], FINITE, IN_UNIT],
  ['AlertQuery.metricSustainedBelow', 'minimumMinutes', (minimumMinutes) => (
    AlertQuery.metricSustainedBelow({ filter: metric, aggregate: average, threshold: 1, minimumMinutes })), [1], [0, 1.5], WHOLE, TWENTY],
  ['AlertQuery.metricShareSustainedAbove', 'abovePercent', (abovePercent) => AlertQuery.metricShareSustainedAbove({ part: metric, whole: metric, abovePercent }),
    [0, 200], [-0.1, Infinity, NaN], 'must be 0 or more', 'pass a percentage such as 90'],
  ['AlertQuery.metricShareSustainedAbove', 'minimumMinutes', (minimumMinutes) => (
    AlertQuery.metricShareSustainedAbove({ part: metric, whole: metric, abovePercent: 1, minimumMinutes })), [1], [0, 1.5], WHOLE, TWENTY],
  ['RowsQuery.topN', 'limit', (limit) => RowsQuery.topN({ filter, groupBy: RecordColumn.KIND, limit }), [1, 10_000], [0, 1.5, 10_001], ...LIMIT],
  ['RowsQuery.metricTopN', 'limit', (limit) => RowsQuery.metricTopN({ filter: metric, groupBy: MetricColumn.UNIT, aggregate: average, limit }), [1], [0], ...LIMIT],
  ['RowsQuery.records', 'limit', (limit) => RowsQuery.records({ filter, limit }), [1], [0], ...LIMIT],
  ...['count', 'rate', 'errorRatio', 'durationPercentiles', 'value'].map((factory): Limits => [`TimeSeriesQuery.${factory}`, 'topN', (topN) => (
    TimeSeriesQuery[factory as 'value']({ filter, topN, ...factory === 'errorRatio' && { bad: filter }, ...factory === 'value' && { aggregate: RecordAggregate.count() } } as never)
  ), [1], [0], ...LIMIT]),
  ...['metricValue', 'metricQuantile', 'metricIncrease', 'metricRate', 'metricAverage'].map((factory): Limits => [`TimeSeriesQuery.${factory}`, 'topN', (topN) => (
    TimeSeriesQuery[factory as 'metricValue']({ filter: metric, topN, ...factory === 'metricValue' && { aggregate: average } } as never)), [1], [0], ...LIMIT]),
  ['RecordFilter.httpStatusAtLeast', 'status', (status) => RecordFilter.httpStatusAtLeast(status), [100, 599], [99, 600, 404.5], 'must be a whole number from 100 to 599',
    'pass a status such as 500'],
  ['RecordFilter.durationAtLeast', 'seconds', (seconds) => RecordFilter.durationAtLeast(seconds), [0], [-0.1, Infinity], 'must be a number of seconds that is 0 or more',
    'pass a number such as 0.5'],
  ['RecordFilter.numberColumn', 'value', (value) => RecordFilter.numberColumn(RecordColumn.LEVEL, QueryComparison.EQUALS, value), [-1], [NaN], FINITE, 'pass a number such as 500'],
  ['RecordFilter.numberAttribute', 'value', (value) => RecordFilter.numberAttribute('a', QueryComparison.EQUALS, value), [0], [NaN], FINITE, 'pass a number such as 500'],
  ['MetricFilter.numberAttribute', 'value', (value) => MetricFilter.numberAttribute('a', QueryComparison.EQUALS, value), [0], [Infinity], FINITE, 'pass a number such as 500'],
  ['MetricFilter.numberColumn', 'value', (value) => MetricFilter.numberColumn(MetricColumn.SCALAR_VALUE, QueryComparison.EQUALS, value), [0], [NaN], FINITE,
    'pass a number such as 500'],
];

describe('a number', () => {
  test.each(LIMITS)('%s, %s', (entry, name, make, accepted, rejected, text, advice) => {
    for (const value of [...accepted, unknown()]) {
      expect(() => make(value)).not.toThrow();
    }
    for (const value of rejected) {
      expect(() => make(value)).toThrow(`${entry}: ${name} ${text}, got ${value}; ${advice} [logfire:number-range]`);
    }
  });

  test.each<[string, string, (percentile: number) => unknown]>([
    ['AlertQuery.durationPercentileAbove', 'percentile', (percentile) => AlertQuery.durationPercentileAbove({ filter, thresholdSeconds: 1, percentile })],
    ['RecordAggregate.durationPercentile', 'percentile', (percentile) => RecordAggregate.durationPercentile(percentile)],
    ['RecordAggregate.percentileOf', 'percentile', (percentile) => RecordAggregate.percentileOf(RecordColumn.DURATION, percentile)],
    ['MetricAggregate.percentile', 'percentile', (percentile) => MetricAggregate.percentile(percentile)],
    ['TimeSeriesQuery.durationPercentiles', 'percentiles[1]', (percentile) => TimeSeriesQuery.durationPercentiles({ filter, percentiles: [50, percentile] })],
    ['TimeSeriesQuery.metricQuantile', 'percentiles[0]', (percentile) => TimeSeriesQuery.metricQuantile({ filter: metric, percentiles: [percentile] })],
  ])('%s, %s', (entry, name, make) => {
    for (const value of [1, 99.9, 100]) {
      expect(() => make(value)).not.toThrow();
    }
    for (const [value, advice] of [[0.99, 'did you mean 99?'], [0, 'pass a percentile such as 95'], [-0.5, 'pass a percentile such as 95'], [100.1, 'pass a percentile such as 95']]) {
      expect(() => make(value as number)).toThrow(`${entry}: ${name} must be from 1 to 100, got ${value}; ${advice} [logfire:number-range]`);
    }
    expect(() => make(unknown())).toThrow(`${entry}: ${name} must be known at synth, got a Terraform expression; pass a percentile such as 95 [logfire:known-at-synth]`);
  });
});

test.each<[string, string, (duration: Duration) => unknown]>([
  ['AlertQuery.firstSeen', 'within', (within) => AlertQuery.firstSeen({ filter, groupBy: RecordColumn.KIND, within })],
  ['AlertQuery.silence', 'within', (within) => AlertQuery.silence({ filter, within })],
  ['AlertQuery.staleness', 'olderThan', (olderThan) => AlertQuery.staleness({ filter, olderThan })],
  ['AlertQuery.metricStaleness', 'olderThan', (olderThan) => AlertQuery.metricStaleness({ filter: metric, olderThan })],
  ['AlertQuery.trafficDrop', 'period', (period) => AlertQuery.trafficDrop({ filter, period })],
  ['AlertQuery.stall', 'olderThan', (olderThan) => AlertQuery.stall({ requested: filter, done: filter, olderThan })],
  ['RecordFilter.endedWithin', 'duration', (duration) => RecordFilter.endedWithin(duration)],
])('a duration is longer than zero: %s, %s', (entry, name, make) => {
  for (const duration of [Duration.seconds(1), minutes(unknown())]) {
    expect(() => make(duration)).not.toThrow();
  }
  expect(() => make(minutes(0))).toThrow(`${entry}: ${name} must be longer than zero, got 0s; pass a duration such as Duration.minutes(15) [logfire:positive-duration]`);
});

test.each<[string, string, (text: string) => unknown, string]>([
  ['AlertQuery.silence', 'problem', (problem) => AlertQuery.silence({ filter, problem }), 'leave it out, or pass a text such as "no orders"'],
  ['RowsQuery.fromSql', 'query', (query) => RowsQuery.fromSql(query), 'pass a SELECT statement'],
  ['TimeSeriesQuery.fromSql', 'query', (query) => TimeSeriesQuery.fromSql(query, { metrics: ['n'] }), 'pass a SELECT statement'],
  ['TimeSeriesQuery.fromSql', 'metrics[1]', (name) => TimeSeriesQuery.fromSql('SELECT 1', { metrics: ['n', name] }), 'pass the name of a column'],
  ['TimeSeriesQuery.fromSql', 'groupBy', (groupBy) => TimeSeriesQuery.fromSql('SELECT 1', { metrics: ['n'], groupBy }), 'leave it out for a series for each column'],
  ['RecordFilter.service', 'serviceName', (name) => RecordFilter.service(name), 'pass the name of a service, such as "shop"'],
  ['RecordFilter.environment', 'environmentName', (name) => RecordFilter.environment(name), 'pass the name of an environment, such as "production"'],
  ['RecordFilter.spanName', 'spanName', (name) => RecordFilter.spanName(name), 'pass the name of a span, such as "GET /cart"'],
  ['RecordFilter.httpRoute', 'route', (route) => RecordFilter.httpRoute(route), 'pass a route, such as "/cart"'],
  ['RecordFilter.columnContains', 'text', (text) => RecordFilter.columnContains(RecordColumn.MESSAGE, text), 'pass the characters to look for'],
  ['RecordFilter.columnStartsWith', 'text', (text) => RecordFilter.columnStartsWith(RecordColumn.MESSAGE, text), 'pass the characters to look for'],
  ['RecordFilter.fromSql', 'condition', (condition) => RecordFilter.fromSql(condition), 'pass a condition on one row'],
  ['MetricFilter.metricName', 'metricName', (name) => MetricFilter.metricName(name), 'pass the name of a metric, such as "http.server.request.duration"'],
  ['MetricFilter.service', 'serviceName', (name) => MetricFilter.service(name), 'pass the name of a service, such as "shop"'],
  ['MetricFilter.environment', 'environmentName', (name) => MetricFilter.environment(name), 'pass the name of an environment, such as "production"'],
  ['MetricFilter.columnContains', 'text', (text) => MetricFilter.columnContains(MetricColumn.UNIT, text), 'pass the characters to look for'],
  ['MetricFilter.columnStartsWith', 'text', (text) => MetricFilter.columnStartsWith(MetricColumn.UNIT, text), 'pass the characters to look for'],
  ['MetricFilter.fromSql', 'condition', (condition) => MetricFilter.fromSql(condition), 'pass a condition on one row'],
  ...([
    ['RecordFilter.attribute', (name) => RecordFilter.attribute(name, 'a')],
    ['RecordFilter.numberAttribute', (name) => RecordFilter.numberAttribute(name, QueryComparison.EQUALS, 1)],
    ['RecordFilter.hasAttribute', (name) => RecordFilter.hasAttribute(name)],
    ['RecordFilter.resourceAttribute', (name) => RecordFilter.resourceAttribute(name, 'a')],
    ['RecordColumn.attribute', (name) => RecordColumn.attribute(name)],
    ['RecordColumn.resourceAttribute', (name) => RecordColumn.resourceAttribute(name)],
    ['MetricFilter.attribute', (name) => MetricFilter.attribute(name, 'a')],
    ['MetricFilter.numberAttribute', (name) => MetricFilter.numberAttribute(name, QueryComparison.EQUALS, 1)],
    ['MetricFilter.hasAttribute', (name) => MetricFilter.hasAttribute(name)],
    ['MetricFilter.resourceAttribute', (name) => MetricFilter.resourceAttribute(name, 'a')],
    ['MetricColumn.attribute', (name) => MetricColumn.attribute(name)],
    ['MetricColumn.resourceAttribute', (name) => MetricColumn.resourceAttribute(name)],
  ] as [string, (name: string) => unknown][]).map(([entry, make]): [string, string, (name: string) => unknown, string] => (
    [entry, 'attributeName', make, 'pass the name of an attribute, such as "tenant"'])),
])('a text is not blank: %s, %s', (entry, name, make, advice) => {
  expect(() => make(Token.asString(Fn.upper('a')))).not.toThrow();
  expect(() => make(' ')).toThrow(`${entry}: ${name} must not be blank, got " "; ${advice} [logfire:not-blank]`);
});

const numbers = 'use a column such as RecordColumn.DURATION';

test.each<[() => unknown, string]>([
  [() => RecordFilter.allOf([]), 'RecordFilter.allOf: filters must not be empty, got []; pass at least one filter'],
  [() => RecordFilter.anyOf([]), 'RecordFilter.anyOf: filters must not be empty, got []; pass at least one filter'],
  [() => MetricFilter.allOf([]), 'MetricFilter.allOf: filters must not be empty, got []; pass at least one filter'],
  [() => MetricFilter.anyOf([]), 'MetricFilter.anyOf: filters must not be empty, got []; pass at least one filter'],
  [() => RowsQuery.records({ filter, columns: [] }), 'RowsQuery.records: columns must not be empty, got []; pass at least one column'],
  [() => RowsQuery.records({ filter, columns: [RecordColumn.KIND, RecordColumn.attribute('kind')] }),
    'RowsQuery.records: columns must have different names, got "kind" twice; remove one'],
  [() => AlertQuery.rows({ filter, columns: [RecordColumn.KIND, RecordColumn.KIND] }), 'AlertQuery.rows: columns must have different names, got "kind" twice; remove one'],
  [() => AlertQuery.rows({ filter, columns: [RecordColumn.attribute('trace_id')] }), 'AlertQuery.rows: columns must have different names, got "trace_id" twice; remove one'],
  [() => TimeSeriesQuery.durationPercentiles({ filter, percentiles: [] }), 'TimeSeriesQuery.durationPercentiles: percentiles must not be empty, got []; pass percentiles such as 95'],
  [() => TimeSeriesQuery.durationPercentiles({ filter, percentiles: [5, 5] }), 'TimeSeriesQuery.durationPercentiles: percentiles must be different, got 5 twice; remove one'],
  [() => TimeSeriesQuery.metricQuantile({ filter: metric, percentiles: [] }), 'TimeSeriesQuery.metricQuantile: percentiles must not be empty, got []; pass percentiles such as 95'],
  [() => TimeSeriesQuery.fromSql('a', { metrics: [] }), 'TimeSeriesQuery.fromSql: metrics must not be empty, got []; pass the names of the columns with numbers'],
  [() => TimeSeriesQuery.fromSql('a', { metrics: ['n', 'n'] }), 'TimeSeriesQuery.fromSql: metrics must be different, got "n" twice; remove one'],
  [() => TimeSeriesQuery.fromSql('a', { metrics: ['n'], groupBy: 'n' }),
    'TimeSeriesQuery.fromSql: groupBy must be another column than the metrics, got "n"; pass the text column of the series, or leave it out'],
  [() => RecordAggregate.sumOf(RecordColumn.KIND), `RecordAggregate.sumOf: column must contain numbers, got kind; ${numbers}`],
  [() => RecordAggregate.averageOf(RecordColumn.KIND), `RecordAggregate.averageOf: column must contain numbers, got kind; ${numbers}`],
  [() => RecordAggregate.maximumOf(RecordColumn.KIND), `RecordAggregate.maximumOf: column must contain numbers, got kind; ${numbers}`],
  [() => RecordAggregate.percentileOf(RecordColumn.KIND, 95), `RecordAggregate.percentileOf: column must contain numbers, got kind; ${numbers}`],
  [() => RecordFilter.column(RecordColumn.LEVEL, QueryComparison.EQUALS, 'a'), 'RecordFilter.column: column must contain strings, got level; use RecordFilter.numberColumn'],
  [() => RecordFilter.columnContains(RecordColumn.START_TIMESTAMP, 'a'),
    'RecordFilter.columnContains: column must contain strings, got start_timestamp; write the condition in RecordFilter.fromSql'],
  [() => RecordFilter.columnStartsWith(RecordColumn.IS_EXCEPTION, 'a'),
    'RecordFilter.columnStartsWith: column must contain strings, got is_exception; write the condition in RecordFilter.fromSql'],
  [() => RecordFilter.column(RecordColumn.KIND, QueryComparison.AT_MOST, 'a'),
    'RecordFilter.column: comparison must be EQUALS or NOT_EQUALS for a string, got "at_most"; use RecordFilter.numberColumn for numbers'],
  [() => RecordFilter.numberColumn(RecordColumn.KIND, QueryComparison.EQUALS, 1), 'RecordFilter.numberColumn: column must contain numbers, got kind; use RecordFilter.column'],
  [() => MetricFilter.column(MetricColumn.SCALAR_VALUE, QueryComparison.EQUALS, '1'), 'MetricFilter.column: column must contain strings, got scalar_value; use MetricFilter.numberColumn'],
  [() => MetricFilter.columnContains(MetricColumn.SCALAR_VALUE, 'a'), 'MetricFilter.columnContains: column must contain strings, got scalar_value; use MetricFilter.numberColumn'],
  [() => MetricFilter.columnStartsWith(MetricColumn.IS_MONOTONIC, 'a'),
    'MetricFilter.columnStartsWith: column must contain strings, got is_monotonic; write the condition in MetricFilter.fromSql'],
  [() => MetricFilter.numberColumn(MetricColumn.UNIT, QueryComparison.EQUALS, 1), 'MetricFilter.numberColumn: column must contain numbers, got unit; use MetricFilter.column'],
  [() => AlertQuery.metricSustainedAbove({ filter: metric, aggregate: MetricAggregate.rate(), threshold: 1 }),
    'AlertQuery.metricSustainedAbove: aggregate must be one of a gauge or a histogram, got that of a counter, rate_per_second; use AlertQuery.metricAbove'],
  [() => AlertQuery.metricSustainedBelow({ filter: metric, aggregate: MetricAggregate.increase(), threshold: 1 }),
    'AlertQuery.metricSustainedBelow: aggregate must be one of a gauge or a histogram, got that of a counter, increase; use AlertQuery.metricBelow'],
])('fails with the whole text (%#)', (make, message) => {
  expect(make).toThrow(expect.objectContaining({ message: expect.stringMatching(/ \[logfire:[\w-]+\]$/) }));
  expect(make).toThrow(`${message} [`);
});

test.each<[string, (member: never) => unknown]>([
  ['RecordFilter.levelAtLeast: level', (level) => RecordFilter.levelAtLeast(level)],
  ['RecordFilter.numberAttribute: comparison', (comparison) => RecordFilter.numberAttribute('a', comparison, 1)],
  ['RecordFilter.numberColumn: comparison', (comparison) => RecordFilter.numberColumn(RecordColumn.LEVEL, comparison, 1)],
])('%s is known at synth', (place, make) => {
  expect(() => make(Token.asString(Fn.upper('a')) as never)).toThrow(new RegExp(`^${place} must be known at synth, got "\\$\\{TfToken\\[[^"]+"; use a member of the enum \\[logfire:known-at-synth\\]$`));
});

test('columns of a series that Terraform knows are not compared', () => {
  const name = Token.asString(Fn.upper('a'));
  expect(TimeSeriesQuery.fromSql('SELECT 1', { metrics: [name, name], groupBy: name })).toMatchObject({ metrics: [name, name], groupBy: name });
});

test.each([[1, '1 second'], [59, '59 seconds'], [60, '1 minute'], [90, '90 seconds'], [3600, '1 hour'], [5400, '90 minutes'], [86_400, '24 hours']])('%d seconds are an interval', (seconds, text) => {
  expect(RecordFilter.endedWithin(Duration.seconds(seconds)).sql).toContain(`interval '${text}'`);
});

test.each([[0, '> 0'], [-1, '> (-1)'], [0.5, '> 0.5']])('the number %d is %j in SQL', (threshold, text) => {
  expect(AlertQuery.metricAbove({ filter: metric, aggregate: average, threshold }).sql.endsWith(text)).toBe(true);
});
