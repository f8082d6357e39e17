import {
  AlertQuery, MetricAggregate, MetricColumn, MetricFilter, QueryComparison, RecordAggregate, RecordColumn, RecordFilter, RowsQuery, TimeSeriesQuery,
} from '../../src';

const RECORDS = RecordFilter.all();
const POINTS = MetricFilter.all();

/** What a column contains, by what it can be compared with. */
function kindOf(asText: () => unknown, asNumber: () => unknown): string {
  const problem = (make: () => unknown) => {
    try {
      make();
      return undefined;
    } catch (error) {
      return (error as Error).message;
    }
  };
  const text = problem(asText);
  if (text === undefined) {
    return 'strings';
  }
  return problem(asNumber) === undefined ? 'numbers' : `neither: ${/; (.*) \[/.exec(text)![1]}`;
}

/** The columns of a class by what they contain; `?` marks those that may be null. */
function byKind(columns: readonly (readonly [sql: string, kind: string, series: string])[]): { [kind: string]: string[] } {
  const found: { [kind: string]: string[] } = {};
  for (const [sql, kind, series] of columns) {
    (found[kind] ??= []).push(series.includes('coalesce(') ? `${sql}?` : sql);
  }
  return found;
}

const seriesOf = (sql: string) => /^ {2}(.*) AS series,$/m.exec(sql)![1];

test('a column of records has the name, the type and the nulls of its table', () => {
  const columns = Object.entries(RecordColumn).filter((entry): entry is [string, RecordColumn] => entry[1] instanceof RecordColumn);
  expect(columns.map(([name]) => name)).toEqual(columns.map(([, { sql }]) => sql.toUpperCase()));
  expect(byKind(columns.map(([, column]) => [
    column.sql,
    kindOf(() => RecordFilter.column(column, QueryComparison.EQUALS, 'a'), () => RecordFilter.numberColumn(column, QueryComparison.EQUALS, 1)),
    seriesOf(TimeSeriesQuery.count({ filter: RECORDS, groupBy: column }).sql),
  ]))).toEqual({
    'strings': [
      'service_name', 'service_namespace?', 'service_version?', 'service_instance_id?', 'deployment_environment?', 'span_name', 'message?', 'kind', 'trace_id',
      'span_id?', 'parent_span_id?', 'exception_type?', 'exception_message?', 'exception_stacktrace?', 'otel_status_code?', 'otel_status_message?',
      'otel_scope_name?', 'otel_scope_version?', 'http_method?', 'http_route?', 'url_full?', 'url_path?', 'url_query?', 'telemetry_sdk_name?',
      'telemetry_sdk_language?', 'telemetry_sdk_version?',
    ],
    'numbers': ['level', 'duration?', 'http_response_status_code?', 'process_pid?'],
    'neither: write the condition in RecordFilter.fromSql': ['start_timestamp', 'end_timestamp?', 'is_exception'],
  });
});

test('a column of metrics has the name, the type and the nulls of its table', () => {
  const columns = Object.entries(MetricColumn).filter((entry): entry is [string, MetricColumn] => entry[1] instanceof MetricColumn);
  expect(columns.map(([name]) => name)).toEqual(columns.map(([, { sql }]) => sql.toUpperCase()));
  expect(byKind(columns.map(([, column]) => [
    column.sql,
    kindOf(() => MetricFilter.column(column, QueryComparison.EQUALS, 'a'), () => MetricFilter.numberColumn(column, QueryComparison.EQUALS, 1)),
    seriesOf(TimeSeriesQuery.metricAverage({ filter: POINTS, groupBy: column }).sql),
  ]))).toEqual({
    'strings': [
      'metric_name', 'metric_type', 'unit?', 'aggregation_temporality?', 'service_name', 'service_namespace?', 'service_version?', 'service_instance_id?',
      'deployment_environment?', 'otel_scope_name?', 'otel_scope_version?',
    ],
    'numbers': ['scalar_value?', 'histogram_min?', 'histogram_max?', 'histogram_count?', 'histogram_sum?', 'process_pid?'],
    'neither: write the condition in MetricFilter.fromSql': ['recorded_timestamp', 'start_timestamp?', 'is_monotonic?'],
  });
});

test.each([
  [RecordColumn.SERVICE_NAME, 'service_name AS series'],
  [RecordColumn.LEVEL, 'level_name(level) AS series'],
  [RecordColumn.IS_EXCEPTION, 'CAST(is_exception AS text) AS series'],
  [RecordColumn.HTTP_RESPONSE_STATUS_CODE, "coalesce(CAST(http_response_status_code AS text), '(none)') AS series"],
  [RecordColumn.resourceAttribute("it's"), "coalesce((otel_resource_attributes->>'it''s'), '(none)') AS series"],
])('a series has strings as its names (%#)', (groupBy, column) => {
  expect(TimeSeriesQuery.rate({ filter: RECORDS, groupBy }).sql).toContain(column);
});

test('a column is shown under its name, and a level by its name', () => {
  const columns = [RecordColumn.LEVEL, RecordColumn.IS_EXCEPTION, RecordColumn.DURATION, RecordColumn.attribute('a'), RecordColumn.resourceAttribute('b')];
  expect(RowsQuery.records({ filter: RECORDS, columns }).sql).toBe(`SELECT
  level_name(level) AS level,
  is_exception,
  duration,
  (attributes->>'a') AS "a",
  (otel_resource_attributes->>'b') AS "b"
FROM records
ORDER BY start_timestamp DESC
LIMIT 100`);
});

const AVERAGE = 'sum(metric_sum(value)) / nullif(sum(metric_count(value)), 0)';

test.each<[string, () => MetricAggregate, string, string]>([
  ['average', () => MetricAggregate.average(), AVERAGE, 'average'],
  ['averagePercent', () => MetricAggregate.averagePercent(), `100.0 * ${AVERAGE}`, 'average_percent'],
  ['complementPercent', () => MetricAggregate.complementPercent(), `100.0 - 100.0 * ${AVERAGE}`, 'complement_percent'],
  ['percentile', () => MetricAggregate.percentile(99.9), 'metric_quantile(0.999, value)', 'p99_9'],
  ['the highest percentile', () => MetricAggregate.percentile(100), 'metric_quantile(1.0, value)', 'p100'],
  ['increase', () => MetricAggregate.increase(), 'metric_increase(value, recorded_timestamp)', 'increase'],
  ['rate', () => MetricAggregate.rate(), 'metric_rate(value, recorded_timestamp)', 'rate_per_second'],
  ['maximum', () => MetricAggregate.maximum(), 'max(metric_max(value))', 'maximum'],
  ['minimum', () => MetricAggregate.minimum(), 'min(metric_min(value))', 'minimum'],
])('an aggregate of a metric: %s', (_, make, sql, alias) => {
  expect(make()).toMatchObject({ sql, alias });
});

test('the aggregates of a gauge can be sustained', () => {
  const gauges = [
    MetricAggregate.average(), MetricAggregate.averagePercent(), MetricAggregate.complementPercent(), MetricAggregate.percentile(95),
    MetricAggregate.maximum(), MetricAggregate.minimum(),
  ];
  for (const aggregate of gauges) {
    expect(AlertQuery.metricSustainedAbove({ filter: POINTS, aggregate, threshold: 1 }).sql).toContain(`min(${aggregate.alias}) > 1`);
  }
});

test('a sum of several columns counts a column without values as 0', () => {
  expect(RecordAggregate._sumOfAll([RecordColumn.DURATION, RecordColumn.attribute('tokens')])).toMatchObject({
    sql: "coalesce(sum(duration), 0) + coalesce(sum(try_cast((attributes->>'tokens') AS double)), 0)", alias: 'total',
  });
  expect(() => RecordAggregate._sumOfAll([RecordColumn.KIND])).toThrow('RecordAggregate.sumOf: column must contain numbers, got kind; ');
});

test('a percentile of a column or an attribute', () => {
  expect(RecordAggregate.percentileOf(RecordColumn.attribute('tokens'), 99.5)).toMatchObject({
    sql: "approx_percentile_cont(0.995) WITHIN GROUP (ORDER BY try_cast((attributes->>'tokens') AS double))", alias: 'p99_5',
  });
});
