import { TerraformVariable } from 'cdktf';
import {
  AlertQuery, Duration, LogfireAlert, LogfireProject, MetricAggregate, MetricColumn, MetricFilter, RecordAggregate, RecordColumn, RecordFilter,
  TimeSeriesQuery,
} from '../../src';
import { cleanUp, newStack, only, synth } from '../synth';

afterEach(cleanUp);

const filter = RecordFilter.isException();
const metric = MetricFilter.metricName('orders');
const hour = Duration.hours(1);
const STREAM = 'service_name, service_version, service_instance_id, process_pid, attributes';
const P95 = 'approx_percentile_cont(0.95) WITHIN GROUP (ORDER BY duration)';
const AVERAGE = 'sum(metric_sum(value)) / nullif(sum(metric_count(value)), 0)';
const QUEUE = "coalesce((attributes->>'queue'), '(none)')";

describe('an alert of groups', () => {
  test.each<[string, () => AlertQuery, string]>([
    ['duration', () => AlertQuery.durationPercentileAbove({ filter, thresholdSeconds: 1, groupBy: [RecordColumn.KIND] }), `SELECT
  kind,
  ${P95} AS p95_seconds,
  count(duration) AS span_count
FROM records
WHERE is_exception
GROUP BY kind
HAVING count(duration) >= 20
  AND ${P95} > 1
ORDER BY p95_seconds DESC, 1
LIMIT 20`],
    ['value below', () => AlertQuery.valueBelow({
      filter, aggregate: RecordAggregate.averageOf(RecordColumn.attribute('score')), threshold: 0.7, minimumCount: 10, groupBy: [RecordColumn.LEVEL],
    }), `SELECT
  level_name(level) AS level,
  avg(try_cast((attributes->>'score') AS double)) AS average,
  count(*) AS record_count
FROM records
WHERE is_exception
GROUP BY level_name(level)
HAVING count(*) >= 10
  AND avg(try_cast((attributes->>'score') AS double)) < 0.7
ORDER BY average ASC, 1
LIMIT 20`],
    ['count above, which is there once', () => AlertQuery.valueAbove({ filter, aggregate: RecordAggregate.count(), threshold: 5, groupBy: [RecordColumn.KIND] }), `SELECT
  kind,
  count(*) AS record_count
FROM records
WHERE is_exception
GROUP BY kind
HAVING count(*) >= 1
  AND count(*) > 5
ORDER BY record_count DESC, 1
LIMIT 20`],
    ['first seen', () => AlertQuery.firstSeen({ filter, groupBy: RecordColumn.EXCEPTION_TYPE, within: hour }), `SELECT
  coalesce(exception_type, '(none)') AS exception_type,
  count(*) AS record_count,
  max(trace_id) AS trace_id
FROM records
WHERE is_exception
GROUP BY coalesce(exception_type, '(none)')
HAVING min(start_timestamp) >= now() - interval '1 hour'
ORDER BY record_count DESC, 1
LIMIT 20`],
    ['metric staleness', () => AlertQuery.metricStaleness({ filter: metric, olderThan: hour, groupBy: [MetricColumn.SERVICE_NAME] }), `SELECT
  service_name,
  max(recorded_timestamp) AS last_point
FROM metrics
WHERE metric_name = 'orders'
GROUP BY service_name
HAVING max(recorded_timestamp) < now() - interval '1 hour'
ORDER BY last_point, 1
LIMIT 20`],
    ['stall', () => AlertQuery.stall({ requested: filter, done: RecordFilter.spanName('b'), olderThan: hour, groupBy: [RecordColumn.attribute('queue')] }), `SELECT
  ${QUEUE} AS "queue",
  count(*) FILTER (WHERE is_exception AND start_timestamp >= now() - interval '1 hour') AS requested_count,
  max(start_timestamp) FILTER (WHERE span_name = 'b') AS last_done
FROM records
WHERE (is_exception OR span_name = 'b')
GROUP BY ${QUEUE}
HAVING count(*) FILTER (WHERE is_exception AND start_timestamp >= now() - interval '1 hour') >= 10
  AND max(start_timestamp) FILTER (WHERE span_name = 'b') < now() - interval '1 hour'
ORDER BY last_done, 1
LIMIT 20`],
    ['metric below', () => AlertQuery.metricBelow({ filter: metric, aggregate: MetricAggregate.average(), threshold: 2, groupBy: [MetricColumn.PROCESS_PID] }), `SELECT
  coalesce(CAST(process_pid AS text), '(none)') AS process_pid,
  ${AVERAGE} AS average
FROM metrics
WHERE metric_name = 'orders'
GROUP BY coalesce(CAST(process_pid AS text), '(none)')
HAVING count(*) >= 1
  AND ${AVERAGE} < 2
ORDER BY average ASC, 1
LIMIT 20`],
    ['sustained below', () => AlertQuery.metricSustainedBelow({
      filter: metric, aggregate: MetricAggregate.minimum(), threshold: 2, minimumMinutes: 5, groupBy: [MetricColumn.attribute('queue')],
    }), `SELECT
  group_1 AS "queue",
  max(minimum) AS sustained_minimum,
  count(minimum) AS minute_count
FROM (
SELECT
  ${QUEUE} AS group_1,
  date_trunc('minute', recorded_timestamp) AS minute_start,
  min(metric_min(value)) AS minimum
FROM metrics
WHERE metric_name = 'orders'
GROUP BY group_1, minute_start
) AS minutes
GROUP BY group_1
HAVING count(minimum) >= 5
  AND max(minimum) < 2
ORDER BY sustained_minimum ASC, 1
LIMIT 20`],
    ['sustained share', () => AlertQuery.metricShareSustainedAbove({
      part: metric, whole: MetricFilter.metricName('limit'), abovePercent: 0, groupBy: [MetricColumn.SERVICE_NAME, MetricColumn.attribute('queue')],
    }), `SELECT
  group_1 AS service_name,
  group_2 AS "queue",
  min(share_percent) AS sustained_share_percent,
  count(share_percent) AS minute_count
FROM (
SELECT
  service_name AS group_1,
  ${QUEUE} AS group_2,
  date_trunc('minute', recorded_timestamp) AS minute_start,
  100.0 * max(metric_max(value)) FILTER (WHERE metric_name = 'orders') / nullif(max(metric_max(value)) FILTER (WHERE metric_name = 'limit'), 0) AS share_percent
FROM metrics
WHERE (metric_name = 'orders' OR metric_name = 'limit')
GROUP BY group_1, group_2, minute_start
) AS minutes
GROUP BY group_1, group_2
HAVING count(share_percent) >= 3
  AND min(share_percent) > 0
ORDER BY sustained_share_percent DESC, 1, 2
LIMIT 20`],
  ])('%s', (_, make, expected) => {
    expect(make().sql).toBe(expected);
  });

  const records = (name: string) => [RecordColumn.attribute(name)];
  const points = (name: string) => [MetricColumn.attribute(name)];
  const average = MetricAggregate.average();

  test.each<[string, string[], (name: string) => AlertQuery]>([
    ['errorRatio', ['error_percent', 'error_count', 'record_count'], (name) => AlertQuery.errorRatio({ filter, bad: filter, abovePercent: 5, groupBy: records(name) })],
    ['durationPercentileAbove', ['p95_seconds', 'span_count'], (name) => AlertQuery.durationPercentileAbove({ filter, thresholdSeconds: 1, groupBy: records(name) })],
    ['valueAbove', ['total', 'record_count'], (name) => AlertQuery.valueAbove({
      filter, aggregate: RecordAggregate.sumOf(RecordColumn.DURATION), threshold: 1, groupBy: records(name),
    })],
    ['valueBelow', ['record_count'], (name) => AlertQuery.valueBelow({ filter, aggregate: RecordAggregate.count(), threshold: 1, groupBy: records(name) })],
    ['firstSeen', ['record_count', 'trace_id'], (name) => AlertQuery.firstSeen({ filter, within: hour, groupBy: records(name)[0] })],
    ['staleness', ['last_record'], (name) => AlertQuery.staleness({ filter, olderThan: hour, groupBy: records(name) })],
    ['metricStaleness', ['last_point'], (name) => AlertQuery.metricStaleness({ filter: metric, olderThan: hour, groupBy: points(name) })],
    ['stall', ['requested_count', 'last_done'], (name) => AlertQuery.stall({ requested: filter, done: filter, olderThan: hour, groupBy: records(name) })],
    ['metricAbove', ['average'], (name) => AlertQuery.metricAbove({ filter: metric, aggregate: average, threshold: 1, groupBy: points(name) })],
    ['metricBelow', ['average'], (name) => AlertQuery.metricBelow({ filter: metric, aggregate: average, threshold: 1, groupBy: points(name) })],
    ['metricSustainedAbove', ['sustained_average', 'minute_count'], (name) => (
      AlertQuery.metricSustainedAbove({ filter: metric, aggregate: average, threshold: 1, groupBy: points(name) }))],
    ['metricSustainedBelow', ['sustained_average', 'minute_count'], (name) => (
      AlertQuery.metricSustainedBelow({ filter: metric, aggregate: average, threshold: 1, groupBy: points(name) }))],
    ['metricShareSustainedAbove', ['sustained_share_percent', 'minute_count'], (name) => (
      AlertQuery.metricShareSustainedAbove({ part: metric, whole: metric, abovePercent: 1, groupBy: points(name) }))],
  ])('of %s has no group with the name of a column that is there: %j', (factory, names, make) => {
    for (const name of names) {
      expect(() => make(name)).toThrow(`AlertQuery.${factory}: groupBy must have names that the result does not have yet, got "${name}"; `
        + 'remove one, or write the query in SQL [logfire:distinct-values]');
    }
    expect(make('other').sql).toContain('other');
  });

  test('has each group once', () => {
    expect(() => AlertQuery.staleness({ filter, olderThan: hour, groupBy: [RecordColumn.KIND, RecordColumn.SPAN_NAME, RecordColumn.KIND] })).toThrow(
      'AlertQuery.staleness: groupBy must have names that the result does not have yet, got "kind"');
  });

  test('may have a group with the name of a variable, which Terraform quotes', () => {
    const stack = newStack();
    const name = new TerraformVariable(stack, 'name', { type: 'string' }).stringValue;
    const { sql: query } = AlertQuery.staleness({ filter, olderThan: hour, groupBy: [RecordColumn.attribute(name)] });
    new LogfireAlert(stack, 'Alert', { project: new LogfireProject(stack, 'Shop'), query, notify: [] });
    expect(only(synth(stack), 'logfire_alert').query).toContain(' AS "${replace(var.name, "\\"", "\\"\\"")}",\n');
  });
});

describe('a series of groups', () => {
  test('has a value of records', () => {
    const aggregate = RecordAggregate.maximumOf(RecordColumn.DURATION);
    const { sql, metrics, groupBy } = TimeSeriesQuery.value({ filter, aggregate, groupBy: RecordColumn.KIND, topN: 2 });
    expect([metrics, groupBy]).toEqual([['maximum'], 'series']);
    expect(sql).toBe(`WITH top_series AS (
SELECT kind AS series
FROM records
WHERE is_exception
GROUP BY series
ORDER BY count(*) DESC, series
LIMIT 2
)
SELECT
  time_bucket($resolution, start_timestamp) AS x,
  kind AS series,
  max(duration) AS maximum
FROM records
WHERE is_exception
  AND kind IN (SELECT series FROM top_series)
GROUP BY x, series
ORDER BY x, series`);
  });

  test('has a value of a gauge', () => {
    const aggregate = MetricAggregate.maximum();
    const { sql, metrics, groupBy } = TimeSeriesQuery.metricValue({ filter: metric, aggregate, groupBy: MetricColumn.METRIC_TYPE });
    expect([metrics, groupBy]).toEqual([['maximum'], 'series']);
    expect(sql).toBe(`WITH top_series AS (
SELECT series
FROM (
SELECT
  metric_type AS series,
  max(metric_max(value)) AS maximum
FROM metrics
WHERE metric_name = 'orders'
GROUP BY series
) AS totals
ORDER BY maximum DESC NULLS LAST, series
LIMIT 10
)
SELECT
  time_bucket($resolution, recorded_timestamp) AS x,
  metric_type AS series,
  max(metric_max(value)) AS maximum
FROM metrics
WHERE metric_name = 'orders'
  AND metric_type IN (SELECT series FROM top_series)
GROUP BY x, series
ORDER BY x, series`);
  });

  test('has an increase of each stream', () => {
    expect(TimeSeriesQuery.metricIncrease({ filter: metric }).sql).toContain(`GROUP BY x, ${STREAM}\n`);
  });
});
