import { Fn, Token } from 'cdktf';
import {
  AlertQuery, Duration, MetricAggregate, MetricColumn, MetricFilter, RecordAggregate, RecordColumn, RecordFilter, RecordLevel,
  RowsQuery, TimeSeriesQuery,
} from '../../src';

const SHOP = RecordFilter.service('shop').also(RecordFilter.isRootSpan());
const FAILED = RecordFilter.levelAtLeast(RecordLevel.ERROR);
const METRIC = MetricFilter.metricName('orders');
const WHERE = "WHERE service_name = 'shop'\n  AND parent_span_id IS NULL\n  AND duration IS NOT NULL";
const PERCENT = '100.0 * count(*) FILTER (WHERE level >= 17) / nullif(count(*), 0)';
const P95 = 'approx_percentile_cont(0.95) WITHIN GROUP (ORDER BY duration)';
const STREAM = 'service_name, service_version, service_instance_id, process_pid, attributes';
const unknown = Token.asNumber(Fn.abs(1));

describe('an alert query', () => {
  test.each<[string, () => AlertQuery, string]>([
    ['error ratio', () => AlertQuery.errorRatio({ filter: SHOP, bad: FAILED, abovePercent: 2.5 }), `SELECT
  ${PERCENT} AS error_percent,
  count(*) FILTER (WHERE level >= 17) AS error_count,
  count(*) AS record_count
FROM records
${WHERE}
HAVING count(*) >= 20
  AND ${PERCENT} > 2.5`],
    ['count above', () => AlertQuery.countAbove({ filter: FAILED, threshold: 0 }), 'SELECT count(*) AS record_count\nFROM records\nWHERE level >= 17\nHAVING count(*) > 0'],
    ['count below', () => AlertQuery.countBelow({ filter: FAILED, threshold: 10 }), 'SELECT count(*) AS record_count\nFROM records\nWHERE level >= 17\nHAVING count(*) < 10'],
    ['duration', () => AlertQuery.durationPercentileAbove({ filter: SHOP, thresholdSeconds: 0.3 }), `SELECT
  ${P95} AS p95_seconds,
  count(duration) AS span_count
FROM records
${WHERE}
HAVING count(duration) >= 20
  AND ${P95} > 0.3`],
    ['silence', () => AlertQuery.silence({ filter: SHOP }), `SELECT
  'no matching records' AS problem,
  count(*) AS record_count
FROM records
${WHERE}
HAVING count(*) = 0`],
    ['silence within', () => AlertQuery.silence({ filter: FAILED, within: Duration.minutes(45), problem: "it's quiet" }), `SELECT
  'it''s quiet' AS problem,
  count(*) AS record_count
FROM records
WHERE level >= 17
  AND start_timestamp >= now() - interval '45 minutes'
HAVING count(*) = 0`],
    ['staleness', () => AlertQuery.staleness({ filter: FAILED, olderThan: Duration.hours(26) }), `SELECT max(start_timestamp) AS last_record
FROM records
WHERE level >= 17
HAVING (max(start_timestamp) IS NULL OR max(start_timestamp) < now() - interval '26 hours')`],
    ['metric staleness', () => AlertQuery.metricStaleness({ filter: METRIC, olderThan: Duration.hours(1) }), `SELECT max(recorded_timestamp) AS last_point
FROM metrics
WHERE metric_name = 'orders'
HAVING (max(recorded_timestamp) IS NULL OR max(recorded_timestamp) < now() - interval '1 hour')`],
    ['traffic drop', () => AlertQuery.trafficDrop({ filter: FAILED, period: Duration.seconds(90), belowPercent: 30, minimumCount: 5 }), `SELECT
  current_count,
  previous_count
FROM (
SELECT
  count(*) FILTER (WHERE start_timestamp >= now() - interval '90 seconds') AS current_count,
  count(*) FILTER (WHERE start_timestamp >= now() - interval '3 minutes' AND start_timestamp < now() - interval '90 seconds') AS previous_count
FROM records
WHERE level >= 17
) AS periods
WHERE previous_count >= 5
  AND 100.0 * current_count < 30 * previous_count`],
    ['rows', () => AlertQuery.rows({ filter: FAILED }), 'SELECT\n  trace_id,\n  span_name,\n  message\nFROM records\nWHERE level >= 17\nORDER BY start_timestamp DESC\nLIMIT 20'],
    ['rows with columns', () => AlertQuery.rows({ filter: FAILED, columns: [RecordColumn.LEVEL, RecordColumn.TRACE_ID, RecordColumn.attribute('a "b"')], limit: 5 }), `SELECT
  trace_id,
  level_name(level) AS level,
  (attributes->>'a "b"') AS "a ""b"""
FROM records
WHERE level >= 17
ORDER BY start_timestamp DESC
LIMIT 5`],
    ['metric above', () => AlertQuery.metricAbove({ filter: METRIC, aggregate: MetricAggregate.average(), threshold: 5 }), `SELECT sum(metric_sum(value)) / nullif(sum(metric_count(value)), 0) AS average
FROM metrics
WHERE metric_name = 'orders'
HAVING count(*) >= 1
  AND sum(metric_sum(value)) / nullif(sum(metric_count(value)), 0) > 5`],
    ['metric below, by process', () => AlertQuery.metricBelow({ filter: METRIC, aggregate: MetricAggregate.increase(), threshold: -1, minimumPoints: 3 }), `SELECT sum(stream_value) AS increase
FROM (
SELECT
  metric_increase(value, recorded_timestamp) AS stream_value,
  count(*) AS stream_points
FROM metrics
WHERE metric_name = 'orders'
GROUP BY ${STREAM}
) AS streams
HAVING sum(stream_points) >= 3
  AND sum(stream_value) < (-1)`],
    ['error ratio of groups', () => AlertQuery.errorRatio({
      filter: FAILED, bad: FAILED, abovePercent: 5, minimumBad: 3, groupBy: [RecordColumn.SERVICE_NAME, RecordColumn.attribute('tool')],
    }), `SELECT
  service_name,
  coalesce((attributes->>'tool'), '(none)') AS "tool",
  ${PERCENT} AS error_percent,
  count(*) FILTER (WHERE level >= 17) AS error_count,
  count(*) AS record_count
FROM records
WHERE level >= 17
GROUP BY service_name, coalesce((attributes->>'tool'), '(none)')
HAVING count(*) >= 20
  AND count(*) FILTER (WHERE level >= 17) >= 3
  AND ${PERCENT} > 5
ORDER BY error_percent DESC, 1, 2
LIMIT 20`],
    ['value above', () => AlertQuery.valueAbove({ filter: FAILED, aggregate: RecordAggregate.sumOf(RecordColumn.attribute('cost')), threshold: 50 }), `SELECT
  sum(try_cast((attributes->>'cost') AS double)) AS total,
  count(*) AS record_count
FROM records
WHERE level >= 17
HAVING count(*) >= 1
  AND sum(try_cast((attributes->>'cost') AS double)) > 50`],
    ['staleness of groups', () => AlertQuery.staleness({ filter: FAILED, olderThan: Duration.minutes(5), groupBy: [RecordColumn.SERVICE_VERSION] }), `SELECT
  coalesce(service_version, '(none)') AS service_version,
  max(start_timestamp) AS last_record
FROM records
WHERE level >= 17
GROUP BY coalesce(service_version, '(none)')
HAVING max(start_timestamp) < now() - interval '5 minutes'
ORDER BY last_record, 1
LIMIT 20`],
    ['metric above, by process in groups', () => AlertQuery.metricAbove({
      filter: METRIC, aggregate: MetricAggregate.increase(), threshold: 4, groupBy: [MetricColumn.attribute('queue')],
    }), `SELECT
  group_1 AS "queue",
  sum(stream_value) AS increase
FROM (
SELECT
  coalesce((attributes->>'queue'), '(none)') AS group_1,
  metric_increase(value, recorded_timestamp) AS stream_value,
  count(*) AS stream_points
FROM metrics
WHERE metric_name = 'orders'
GROUP BY group_1, ${STREAM}
) AS streams
GROUP BY group_1
HAVING sum(stream_points) >= 1
  AND sum(stream_value) > 4
ORDER BY increase DESC, 1
LIMIT 20`],
    ['sustained', () => AlertQuery.metricSustainedAbove({
      filter: METRIC, aggregate: MetricAggregate.averagePercent(), threshold: 90, groupBy: [MetricColumn.resourceAttribute('host.name')],
    }), `SELECT
  group_1 AS "host.name",
  min(average_percent) AS sustained_average_percent,
  count(average_percent) AS minute_count
FROM (
SELECT
  coalesce((otel_resource_attributes->>'host.name'), '(none)') AS group_1,
  date_trunc('minute', recorded_timestamp) AS minute_start,
  100.0 * sum(metric_sum(value)) / nullif(sum(metric_count(value)), 0) AS average_percent
FROM metrics
WHERE metric_name = 'orders'
GROUP BY group_1, minute_start
) AS minutes
GROUP BY group_1
HAVING count(average_percent) >= 3
  AND min(average_percent) > 90
ORDER BY sustained_average_percent DESC, 1
LIMIT 20`],
    ['sustained share', () => AlertQuery.metricShareSustainedAbove({ part: METRIC, whole: MetricFilter.metricName('limit'), abovePercent: 90 }), `SELECT
  min(share_percent) AS sustained_share_percent,
  count(share_percent) AS minute_count
FROM (
SELECT
  date_trunc('minute', recorded_timestamp) AS minute_start,
  100.0 * max(metric_max(value)) FILTER (WHERE metric_name = 'orders') / nullif(max(metric_max(value)) FILTER (WHERE metric_name = 'limit'), 0) AS share_percent
FROM metrics
WHERE (metric_name = 'orders' OR metric_name = 'limit')
GROUP BY minute_start
) AS minutes
HAVING count(share_percent) >= 3
  AND min(share_percent) > 90`],
  ])('%s', (_, make, expected) => {
    expect(make().sql).toBe(expected);
  });

  test('takes options', () => {
    expect(AlertQuery.errorRatio({ filter: SHOP, bad: FAILED, abovePercent: 0, minimumCount: 1 }).sql).toContain('count(*) >= 1\n');
    const slow = AlertQuery.durationPercentileAbove({ filter: SHOP, thresholdSeconds: 0, percentile: 99.9, minimumCount: 3 }).sql;
    expect(slow).toContain('approx_percentile_cont(0.999) WITHIN GROUP (ORDER BY duration) AS p99_9_seconds');
    expect(slow).toContain('count(duration) >= 3\n');
    expect(AlertQuery.durationPercentileAbove({ filter: SHOP, thresholdSeconds: 1, percentile: 100 }).sql).toContain('approx_percentile_cont(1.0)');
    expect(AlertQuery.rows({ filter: SHOP, columns: [] }).sql).toMatch(/^SELECT trace_id\n/);
  });

  test('takes variables', () => {
    const text = (query: AlertQuery) => query.sql.replace(/\$\{TfToken\[[^\]]*\]\}/g, 'N');
    expect(text(AlertQuery.errorRatio({ filter: FAILED, bad: FAILED, abovePercent: unknown, minimumCount: unknown }))).toMatch(/count\(\*\) >= \(N\)[^]*> \(N\)$/);
    expect(text(AlertQuery.countAbove({ filter: FAILED, threshold: unknown }))).toContain('count(*) > (N)');
    expect(text(AlertQuery.countBelow({ filter: FAILED, threshold: unknown }))).toContain('count(*) < (N)');
    expect(text(AlertQuery.durationPercentileAbove({ filter: FAILED, thresholdSeconds: unknown }))).toMatch(/> \(N\)$/);
    expect(text(AlertQuery.silence({ filter: FAILED, within: Duration.minutes(unknown) }))).toContain("interval 'N seconds'");
    expect(text(AlertQuery.trafficDrop({ filter: FAILED, period: Duration.minutes(unknown), belowPercent: unknown }))).toContain('< (N) * previous_count');
    expect(text(AlertQuery.rows({ filter: FAILED, limit: unknown }))).toMatch(/LIMIT \(N\)$/);
    expect(text(AlertQuery.metricAbove({ filter: METRIC, aggregate: MetricAggregate.average(), threshold: unknown }))).toMatch(/> \(N\)$/);
  });
});

const TIME = 'time_bucket($resolution, start_timestamp) AS x';

describe('a time series query', () => {
  test.each<[string, () => TimeSeriesQuery, string[], string]>([
    ['count', () => TimeSeriesQuery.count({ filter: FAILED }), ['record_count'],
      `SELECT\n  ${TIME},\n  count(*) AS record_count\nFROM records\nWHERE level >= 17\nGROUP BY x\nORDER BY x`],
    ['rate', () => TimeSeriesQuery.rate({ filter: FAILED, topN: 5 }), ['records_per_second'],
      `SELECT\n  ${TIME},\n  count(*) / extract(epoch FROM $resolution::interval) AS records_per_second\nFROM records\nWHERE level >= 17\nGROUP BY x\nORDER BY x`],
    ['error ratio', () => TimeSeriesQuery.errorRatio({ filter: SHOP, bad: FAILED }), ['error_percent'],
      `SELECT\n  ${TIME},\n  ${PERCENT} AS error_percent\nFROM records\n${WHERE}\nGROUP BY x\nORDER BY x`],
    ['percentiles', () => TimeSeriesQuery.durationPercentiles({ filter: FAILED, percentiles: [95] }), ['p95'],
      `SELECT\n  ${TIME},\n  ${P95} AS p95\nFROM records\nWHERE level >= 17\n  AND duration IS NOT NULL\nGROUP BY x\nORDER BY x`],
    ['metric average', () => TimeSeriesQuery.metricAverage({ filter: METRIC }), ['average'], `SELECT
  time_bucket($resolution, recorded_timestamp) AS x,
  sum(metric_sum(value)) / nullif(sum(metric_count(value)), 0) AS average
FROM metrics
WHERE metric_name = 'orders'
GROUP BY x
ORDER BY x`],
    ['metric rate', () => TimeSeriesQuery.metricRate({ filter: METRIC }), ['rate_per_second'], `SELECT
  x,
  sum(stream_value) AS rate_per_second
FROM (
SELECT
  time_bucket($resolution, recorded_timestamp) AS x,
  metric_rate(value, recorded_timestamp) AS stream_value,
  count(*) AS stream_points
FROM metrics
WHERE metric_name = 'orders'
GROUP BY x, ${STREAM}
) AS streams
GROUP BY x
ORDER BY x`],
  ])('%s', (_, make, columns, expected) => {
    const { sql, metrics, groupBy } = make();
    expect(sql).toBe(expected);
    expect([metrics, groupBy]).toEqual([columns, '']);
  });

  test('has the columns of all percentiles', () => {
    expect(TimeSeriesQuery.durationPercentiles({ filter: SHOP }).metrics).toEqual(['p50', 'p95', 'p99']);
    expect(TimeSeriesQuery.metricQuantile({ filter: METRIC }).metrics).toEqual(['p95']);
    expect(TimeSeriesQuery.metricQuantile({ filter: METRIC, percentiles: [50, 99.9] })).toMatchObject({
      metrics: ['p50', 'p99_9'], sql: expect.stringContaining('  metric_quantile(0.5, value) AS p50,\n  metric_quantile(0.999, value) AS p99_9\n'),
    });
  });

  test('keeps the groups with the most records', () => {
    const { sql, groupBy, metrics } = TimeSeriesQuery.count({ filter: SHOP, groupBy: RecordColumn.HTTP_ROUTE, topN: 3 });
    expect([groupBy, metrics]).toEqual(['series', ['record_count']]);
    expect(sql).toBe(`WITH top_series AS (
SELECT coalesce(http_route, '(none)') AS series
FROM records
${WHERE}
GROUP BY series
ORDER BY count(*) DESC, series
LIMIT 3
)
SELECT
  ${TIME},
  coalesce(http_route, '(none)') AS series,
  count(*) AS record_count
FROM records
${WHERE}
  AND coalesce(http_route, '(none)') IN (SELECT series FROM top_series)
GROUP BY x, series
ORDER BY x, series`);
  });

  test('keeps the groups of a metric with the greatest values', () => {
    const { sql, groupBy } = TimeSeriesQuery.metricIncrease({ filter: METRIC, groupBy: MetricColumn.attribute('queue') });
    expect(groupBy).toBe('series');
    const series = "coalesce((attributes->>'queue'), '(none)')";
    expect(sql).toBe(`WITH top_series AS (
SELECT series
FROM (
SELECT
  series,
  sum(stream_value) AS increase
FROM (
SELECT
  ${series} AS series,
  metric_increase(value, recorded_timestamp) AS stream_value,
  count(*) AS stream_points
FROM metrics
WHERE metric_name = 'orders'
GROUP BY series, ${STREAM}
) AS streams
GROUP BY series
) AS totals
ORDER BY increase DESC NULLS LAST, series
LIMIT 10
)
SELECT
  x,
  series,
  sum(stream_value) AS increase
FROM (
SELECT
  time_bucket($resolution, recorded_timestamp) AS x,
  ${series} AS series,
  metric_increase(value, recorded_timestamp) AS stream_value,
  count(*) AS stream_points
FROM metrics
WHERE metric_name = 'orders'
  AND ${series} IN (SELECT series FROM top_series)
GROUP BY x, series, ${STREAM}
) AS streams
GROUP BY x, series
ORDER BY x, series`);
  });

  test('can be SQL', () => {
    const sql = 'SELECT time_bucket($resolution, start_timestamp) AS x, level, count(*) AS n FROM records GROUP BY 1, 2';
    expect({ ...TimeSeriesQuery.fromSql(sql, { metrics: ['n'], groupBy: 'level' }) }).toEqual({ sql, metrics: ['n'], groupBy: 'level' });
    expect(TimeSeriesQuery.fromSql(sql, { metrics: ['n'] }).groupBy).toBe('');
  });
});

describe('a query for rows', () => {
  test.each<[string, () => RowsQuery, string]>([
    ['value', () => RowsQuery.value({ filter: FAILED, aggregate: RecordAggregate.count() }), 'SELECT count(*) AS record_count\nFROM records\nWHERE level >= 17'],
    ['value of all', () => RowsQuery.value({ filter: RecordFilter.all(), aggregate: RecordAggregate.count() }), 'SELECT count(*) AS record_count\nFROM records'],
    ['metric value', () => RowsQuery.metricValue({ filter: METRIC, aggregate: MetricAggregate.maximum() }),
      "SELECT max(metric_max(value)) AS maximum\nFROM metrics\nWHERE metric_name = 'orders'"],
    ['top', () => RowsQuery.topN({ filter: FAILED, groupBy: RecordColumn.SPAN_NAME }), `SELECT
  span_name AS category,
  count(*) AS record_count
FROM records
WHERE level >= 17
GROUP BY category
ORDER BY record_count DESC NULLS LAST, category
LIMIT 10`],
    ['top, greatest last', () => RowsQuery.topN({
      filter: FAILED, groupBy: RecordColumn.SPAN_NAME, aggregate: RecordAggregate.durationPercentile(95), limit: 3, greatestLast: true,
    }), `SELECT
  category,
  p95_seconds
FROM (
SELECT
  span_name AS category,
  ${P95} AS p95_seconds
FROM records
WHERE level >= 17
GROUP BY category
ORDER BY p95_seconds DESC NULLS LAST, category
LIMIT 3
) AS greatest
ORDER BY p95_seconds NULLS FIRST, category DESC`],
    ['top of a metric', () => RowsQuery.metricTopN({ filter: METRIC, groupBy: MetricColumn.SERVICE_NAME, aggregate: MetricAggregate.rate(), limit: 2 }), `SELECT
  category,
  sum(stream_value) AS rate_per_second
FROM (
SELECT
  service_name AS category,
  metric_rate(value, recorded_timestamp) AS stream_value,
  count(*) AS stream_points
FROM metrics
WHERE metric_name = 'orders'
GROUP BY category, ${STREAM}
) AS streams
GROUP BY category
ORDER BY rate_per_second DESC NULLS LAST, category
LIMIT 2`],
    ['records', () => RowsQuery.records({ filter: FAILED }), `SELECT
  start_timestamp,
  service_name,
  level_name(level) AS level,
  message,
  trace_id
FROM records
WHERE level >= 17
ORDER BY start_timestamp DESC
LIMIT 100`],
    ['records with columns', () => RowsQuery.records({ filter: FAILED, columns: [RecordColumn.URL_FULL], limit: 7 }),
      'SELECT url_full\nFROM records\nWHERE level >= 17\nORDER BY start_timestamp DESC\nLIMIT 7'],
    ['SQL', () => RowsQuery.fromSql('SELECT $env'), 'SELECT $env'],
  ])('%s', (_, make, expected) => {
    expect(make().sql).toBe(expected);
  });

  test.each<[() => RecordAggregate, string, string]>([
    [() => RecordAggregate.count(), 'count(*)', 'record_count'],
    [() => RecordAggregate.percentOf(FAILED), PERCENT, 'matching_percent'],
    [() => RecordAggregate.durationPercentile(95), P95, 'p95_seconds'],
    [() => RecordAggregate.countDistinct(RecordColumn.attribute('user')), "count(DISTINCT (attributes->>'user'))", 'distinct_count'],
    [() => RecordAggregate.sumOf(RecordColumn.attribute('cost')), "sum(try_cast((attributes->>'cost') AS double))", 'total'],
    [() => RecordAggregate.averageOf(RecordColumn.DURATION), 'avg(duration)', 'average'],
    [() => RecordAggregate.maximumOf(RecordColumn.LEVEL), 'max(level)', 'maximum'],
  ])('has aggregates (%#)', (make, sql, alias) => {
    expect({ ...make() }).toEqual({ sql, alias });
  });
});
