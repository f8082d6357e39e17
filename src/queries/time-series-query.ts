import { groupSql } from './column-sql';
import { MetricAggregate } from './metric-aggregate';
import { Group, metricClauses } from './metric-select';
import { checkDistinct, checkLimit, checkPercentile, checkSome, checkText, reject } from './query-checks';
import { durationPercentileSql, percentileName, percentSql } from './record-aggregate';
import { nested, select } from './select';
import { sqlNumber } from './sql-text';
import {
  DurationSeriesOptions, ErrorRatioSeriesOptions, MetricQuantileSeriesOptions, MetricSeriesOptions, MetricValueSeriesOptions, RecordSeriesOptions,
  RecordValueSeriesOptions, TimeSeriesColumns,
} from './time-series-options';
import { checkCall } from '../core/calls';
import { isUnresolved } from '../core/unresolved';

/** The column of the time. No column of the tables has this name, or the following one: `GROUP BY` would take that one instead. */
const TIME = 'x';
const SERIES = 'series';
const TOP = `(SELECT ${SERIES} FROM top_series)`;

/**
 * A query for a time series panel, with the columns that the panel draws.
 *
 * Logfire passes the time range and the resolution of the dashboard. A period without records has no point: it is not zero.
 *
 * @example
 * const requests = RecordFilter.service('shop').also(RecordFilter.isRootSpan());
 * const byRoute = TimeSeriesQuery.rate({ filter: requests, groupBy: RecordColumn.HTTP_ROUTE, topN: 5 });
 */
export class TimeSeriesQuery {
  /** The number of records in each period, as `record_count`. */
  public static count(options: RecordSeriesOptions): TimeSeriesQuery {
    checkCall('TimeSeriesQuery.count', arguments);
    return ofRecords('TimeSeriesQuery.count', options, [['record_count', 'count(*)']]);
  }

  /** The number of records per second, as `records_per_second`. */
  public static rate(options: RecordSeriesOptions): TimeSeriesQuery {
    checkCall('TimeSeriesQuery.rate', arguments);
    return ofRecords('TimeSeriesQuery.rate', options, [['records_per_second', 'count(*) / extract(epoch FROM $resolution::interval)']]);
  }

  /** The share of bad records in each period, from 0 to 100, as `error_percent`. */
  public static errorRatio(options: ErrorRatioSeriesOptions): TimeSeriesQuery {
    checkCall('TimeSeriesQuery.errorRatio', arguments);
    return ofRecords('TimeSeriesQuery.errorRatio', options, [['error_percent', percentSql(options.bad)]]);
  }

  /** Percentiles of the duration in seconds, approximated, as `p50`, `p95`, and so on. Logs do not count. */
  public static durationPercentiles(options: DurationSeriesOptions): TimeSeriesQuery {
    checkCall('TimeSeriesQuery.durationPercentiles', arguments);
    const percentiles = checkedPercentiles('TimeSeriesQuery.durationPercentiles', options.percentiles ?? [50, 95, 99]);
    const columns = percentiles.map((percentile) => [percentileName(percentile), durationPercentileSql(percentile)] as const);
    return ofRecords('TimeSeriesQuery.durationPercentiles', options, columns, ['duration IS NOT NULL']);
  }

  /** One number about the records of each period, such as a sum, with the name of the aggregate. */
  public static value(options: RecordValueSeriesOptions): TimeSeriesQuery {
    checkCall('TimeSeriesQuery.value', arguments);
    const { alias, sql } = options.aggregate;
    return ofRecords('TimeSeriesQuery.value', options, [[alias, sql]]);
  }

  /** One number about the points of each period, such as their maximum, with the name of the aggregate. */
  public static metricValue(options: MetricValueSeriesOptions): TimeSeriesQuery {
    checkCall('TimeSeriesQuery.metricValue', arguments);
    return ofMetrics('TimeSeriesQuery.metricValue', options, [options.aggregate]);
  }

  /** Percentiles of a histogram or a gauge, in the unit of the metric, as `p95` and so on. */
  public static metricQuantile(options: MetricQuantileSeriesOptions): TimeSeriesQuery {
    checkCall('TimeSeriesQuery.metricQuantile', arguments);
    const percentiles = checkedPercentiles('TimeSeriesQuery.metricQuantile', options.percentiles ?? [95]);
    return ofMetrics('TimeSeriesQuery.metricQuantile', options, percentiles.map((percentile) => MetricAggregate.percentile(percentile)));
  }

  /** The increase of a counter in each period, as `increase`: of each process on its own, summed up. */
  public static metricIncrease(options: MetricSeriesOptions): TimeSeriesQuery {
    checkCall('TimeSeriesQuery.metricIncrease', arguments);
    return ofMetrics('TimeSeriesQuery.metricIncrease', options, [MetricAggregate.increase()]);
  }

  /** The increase of a counter per second, as `rate_per_second`: of each process on its own, summed up. */
  public static metricRate(options: MetricSeriesOptions): TimeSeriesQuery {
    checkCall('TimeSeriesQuery.metricRate', arguments);
    return ofMetrics('TimeSeriesQuery.metricRate', options, [MetricAggregate.rate()]);
  }

  /** The average of a gauge in each period, or of the values in histograms that report increases (delta), as `average`. */
  public static metricAverage(options: MetricSeriesOptions): TimeSeriesQuery {
    checkCall('TimeSeriesQuery.metricAverage', arguments);
    return ofMetrics('TimeSeriesQuery.metricAverage', options, [MetricAggregate.average()]);
  }

  /**
   * A query in SQL, with one column of timestamps. A blank query fails at synth.
   *
   * @param query may contain variables of the dashboard, such as `$resolution`
   * @param columns what the panel draws
   */
  public static fromSql(query: string, columns: TimeSeriesColumns): TimeSeriesQuery {
    checkCall('TimeSeriesQuery.fromSql', arguments);
    const { metrics, groupBy } = columns;
    checkText('TimeSeriesQuery.fromSql', 'query', query, 'pass a SELECT statement');
    checkSome('TimeSeriesQuery.fromSql', 'metrics', metrics, 'pass the names of the columns with numbers');
    metrics.forEach((name, index) => checkText('TimeSeriesQuery.fromSql', `metrics[${index}]`, name, 'pass the name of a column'));
    checkText('TimeSeriesQuery.fromSql', 'groupBy', groupBy ?? 'none', 'leave it out for a series for each column');
    checkDistinct('TimeSeriesQuery.fromSql', 'metrics', metrics);
    if (groupBy !== undefined && !isUnresolved(groupBy) && metrics.includes(groupBy)) {
      reject('TimeSeriesQuery.fromSql', 'distinct-values', `groupBy must be another column than the metrics, got ${JSON.stringify(groupBy)}; pass the text column of the series, or leave it out`);
    }
    return TimeSeriesQuery._of(query, metrics, groupBy);
  }

  /** @internal */
  public static _of(sql: string, metrics: readonly string[], groupBy = ''): TimeSeriesQuery {
    return new TimeSeriesQuery(sql, [...metrics], groupBy);
  }

  private constructor(
    /** The query in SQL. */
    public readonly sql: string,
    /** The columns with numbers, which the panel draws. */
    public readonly metrics: string[],
    /** The column with the names of the series. Empty if there is none. */
    public readonly groupBy: string,
  ) {}
}

function checkedPercentiles(entry: string, percentiles: readonly number[]): readonly number[] {
  checkSome(entry, 'percentiles', percentiles, 'pass percentiles such as 95');
  percentiles.forEach((percentile, index) => checkPercentile(entry, `percentiles[${index}]`, percentile));
  checkDistinct(entry, 'percentiles', percentiles);
  return percentiles;
}

type Column = readonly [alias: string, sql: string];

function ofRecords(
  entry: string, { filter, groupBy, topN = 10 }: RecordSeriesOptions, columns: readonly Column[], where: readonly string[] = [],
): TimeSeriesQuery {
  checkLimit(entry, 'topN', topN);
  const conditions = [...filter._conditions, ...where];
  const time = `time_bucket($resolution, start_timestamp) AS ${TIME}`;
  const numbers = columns.map(([alias, sql]) => `${sql} AS ${alias}`);
  const metrics = columns.map(([alias]) => alias);
  if (groupBy === undefined) {
    return TimeSeriesQuery._of(select({ columns: [time, ...numbers], from: 'records', where: conditions, groupBy: [TIME], orderBy: [TIME] }), metrics);
  }
  const series = groupSql(groupBy._column);
  const top = select({
    columns: [`${series} AS ${SERIES}`], from: 'records', where: conditions, groupBy: [SERIES], orderBy: ['count(*) DESC', SERIES], limit: sqlNumber(topN),
  });
  return TimeSeriesQuery._of(select({
    with: ['top_series', top],
    columns: [time, `${series} AS ${SERIES}`, ...numbers],
    from: 'records',
    where: [...conditions, `${series} IN ${TOP}`],
    groupBy: [TIME, SERIES],
    orderBy: [TIME, SERIES],
  }), metrics, SERIES);
}

function ofMetrics(entry: string, { filter, groupBy, topN = 10 }: MetricSeriesOptions, aggregates: readonly MetricAggregate[]): TimeSeriesQuery {
  checkLimit(entry, 'topN', topN);
  const time: Group = { alias: TIME, sql: 'time_bucket($resolution, recorded_timestamp)' };
  const metrics = aggregates.map(({ alias }) => alias);
  if (groupBy === undefined) {
    return TimeSeriesQuery._of(select({ ...metricClauses({ filter, aggregates, groups: [time] }), orderBy: [TIME] }), metrics);
  }
  const series: Group = { alias: SERIES, sql: groupSql(groupBy._column) };
  const [first] = aggregates;
  const totals = metricClauses({ filter, aggregates: [first], groups: [series] });
  const top = select({ columns: [SERIES], from: `${nested(select(totals))} AS totals`, orderBy: [`${first.alias} DESC NULLS LAST`, SERIES], limit: sqlNumber(topN) });
  return TimeSeriesQuery._of(select({
    with: ['top_series', top],
    ...metricClauses({ filter, aggregates, groups: [time, series], where: [`${series.sql} IN ${TOP}`] }),
    orderBy: [TIME, SERIES],
  }), metrics, SERIES);
}
