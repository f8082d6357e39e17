import {
  CountAlertOptions, DurationAlertOptions, ErrorRatioAlertOptions, MetricAlertOptions, MetricStalenessAlertOptions, RowsAlertOptions,
  SilenceAlertOptions, StalenessAlertOptions, TrafficDropAlertOptions,
} from './alert-options';
import { metricClauses, metricSql, pointsSql } from './metric-select';
import { checkFinite, checkLength, checkLimit, checkPercentile, checkSeconds, checkText, checkWhole, reject } from './query-checks';
import { durationPercentileSql, percentileName, percentSql } from './record-aggregate';
import { RecordColumn } from './record-column';
import { recentRecords } from './record-rows';
import { nested, select } from './select';
import { sqlInterval, sqlNumber, sqlText } from './sql-text';
import { checkCall } from '../core/calls';
import { Duration } from '../core/duration';
import { isUnresolved } from '../core/unresolved';

const MOST = Number.MAX_SAFE_INTEGER;
const WHOLE = 'pass a whole number such as 20';

/**
 * A query for an alert: it returns a row when the alert has to fire, and none otherwise.
 *
 * The lookback window of the alert selects the records and points, so a query does not repeat it.
 *
 * @example
 * declare const project: ILogfireProject;
 * const requests = RecordFilter.service('shop').also(RecordFilter.isRootSpan());
 * const failed = RecordFilter.levelAtLeast(RecordLevel.ERROR);
 * new LogfireAlert(this, 'Errors', { project, query: AlertQuery.errorRatio({ filter: requests, bad: failed, abovePercent: 5 }).sql });
 */
export class AlertQuery {
  /** Fires when the share of bad records is too high. It does not fire without records. */
  public static errorRatio(options: ErrorRatioAlertOptions): AlertQuery {
    checkCall('AlertQuery.errorRatio', arguments);
    const { filter, bad, abovePercent, minimumCount = 20 } = options;
    if (!isUnresolved(abovePercent) && !(abovePercent >= 0 && abovePercent < 100)) {
      reject('AlertQuery.errorRatio', `abovePercent must be from 0 to below 100, got ${abovePercent}; pass a percentage such as 5`);
    }
    checkWhole('AlertQuery.errorRatio', 'minimumCount', minimumCount, 1, MOST, WHOLE);
    const percent = percentSql(bad);
    return new AlertQuery(select({
      columns: [`${percent} AS error_percent`, `count(*) FILTER (WHERE ${bad.sql}) AS error_count`, 'count(*) AS record_count'],
      from: 'records',
      where: filter._conditions,
      having: [`count(*) >= ${sqlNumber(minimumCount)}`, `${percent} > ${sqlNumber(abovePercent)}`],
    }));
  }

  /** Fires when there are more records than the threshold. */
  public static countAbove(options: CountAlertOptions): AlertQuery {
    checkCall('AlertQuery.countAbove', arguments);
    checkWhole('AlertQuery.countAbove', 'threshold', options.threshold, 0, MOST, WHOLE);
    return AlertQuery.count(options, '>');
  }

  /** Fires when there are fewer records than the threshold, also when there are none. */
  public static countBelow(options: CountAlertOptions): AlertQuery {
    checkCall('AlertQuery.countBelow', arguments);
    checkWhole('AlertQuery.countBelow', 'threshold', options.threshold, 1, MOST, 'pass a whole number such as 20: no count is below 0');
    return AlertQuery.count(options, '<');
  }

  /** Fires when spans take too long. It does not fire without spans. */
  public static durationPercentileAbove(options: DurationAlertOptions): AlertQuery {
    checkCall('AlertQuery.durationPercentileAbove', arguments);
    const { filter, thresholdSeconds, percentile = 95, minimumCount = 20 } = options;
    checkSeconds('AlertQuery.durationPercentileAbove', 'thresholdSeconds', thresholdSeconds);
    checkPercentile('AlertQuery.durationPercentileAbove', 'percentile', percentile);
    checkWhole('AlertQuery.durationPercentileAbove', 'minimumCount', minimumCount, 1, MOST, WHOLE);
    const duration = durationPercentileSql(percentile);
    return new AlertQuery(select({
      columns: [`${duration} AS ${percentileName(percentile)}_seconds`, 'count(duration) AS span_count'],
      from: 'records',
      where: filter._conditions,
      having: [`count(duration) >= ${sqlNumber(minimumCount)}`, `${duration} > ${sqlNumber(thresholdSeconds)}`],
    }));
  }

  /** Fires when no record matches: exactly one row, also if Logfire has no records at all. */
  public static silence(options: SilenceAlertOptions): AlertQuery {
    checkCall('AlertQuery.silence', arguments);
    const { filter, within, problem = 'no matching records' } = options;
    checkText('AlertQuery.silence', 'problem', problem, 'leave it out, or pass a text such as "no orders"');
    return new AlertQuery(select({
      columns: [`${sqlText(problem)} AS problem`, 'count(*) AS record_count'],
      from: 'records',
      where: [...filter._conditions, ...within === undefined ? [] : [`start_timestamp >= ${ago('AlertQuery.silence', 'within', within)}`]],
      having: ['count(*) = 0'],
    }));
  }

  /** Fires when the last record is too old, or when there is none: exactly one row. */
  public static staleness(options: StalenessAlertOptions): AlertQuery {
    checkCall('AlertQuery.staleness', arguments);
    return new AlertQuery(stale('records', 'start_timestamp', 'last_record', options.filter._conditions, ago('AlertQuery.staleness', 'olderThan', options.olderThan)));
  }

  /** Fires when the last point of a metric is too old, or when there is none: exactly one row. */
  public static metricStaleness(options: MetricStalenessAlertOptions): AlertQuery {
    checkCall('AlertQuery.metricStaleness', arguments);
    const { filter, olderThan } = options;
    return new AlertQuery(stale('metrics', 'recorded_timestamp', 'last_point', filter._conditions, ago('AlertQuery.metricStaleness', 'olderThan', olderThan)));
  }

  /**
   * Fires when there is much less traffic than in the period before, also when there is none. It does not fire if there was none in the period
   * before either: an alert on silence does.
   */
  public static trafficDrop(options: TrafficDropAlertOptions): AlertQuery {
    checkCall('AlertQuery.trafficDrop', arguments);
    const { filter, period, belowPercent = 50, minimumCount = 50 } = options;
    if (!isUnresolved(belowPercent) && !(belowPercent > 0 && belowPercent <= 100)) {
      reject('AlertQuery.trafficDrop', `belowPercent must be above 0 and at most 100, got ${belowPercent}; pass a percentage such as 50`);
    }
    checkWhole('AlertQuery.trafficDrop', 'minimumCount', minimumCount, 1, MOST, WHOLE);
    const recent = ago('AlertQuery.trafficDrop', 'period', period);
    const before = `start_timestamp >= now() - ${sqlInterval(period.plus(period))} AND start_timestamp < ${recent}`;
    const periods = select({
      columns: [
        `count(*) FILTER (WHERE start_timestamp >= ${recent}) AS current_count`,
        `count(*) FILTER (WHERE ${before}) AS previous_count`,
      ],
      from: 'records',
      where: filter._conditions,
    });
    return new AlertQuery(select({
      columns: ['current_count', 'previous_count'],
      from: `${nested(periods)} AS periods`,
      where: [`previous_count >= ${sqlNumber(minimumCount)}`, `100.0 * current_count < ${sqlNumber(belowPercent)} * previous_count`],
    }));
  }

  /** Fires when records match, and lists the latest ones with `trace_id`, which Logfire shows as a link to the trace. */
  public static rows(options: RowsAlertOptions): AlertQuery {
    checkCall('AlertQuery.rows', arguments);
    const { filter, columns = [RecordColumn.SPAN_NAME, RecordColumn.MESSAGE], limit = 20 } = options;
    checkLimit('AlertQuery.rows', 'limit', limit);
    const others = columns.filter(({ sql }) => sql !== RecordColumn.TRACE_ID.sql);
    return new AlertQuery(recentRecords('AlertQuery.rows', filter, [RecordColumn.TRACE_ID, ...others], limit));
  }

  /** Fires when a metric is above the threshold. It does not fire without points. */
  public static metricAbove(options: MetricAlertOptions): AlertQuery {
    checkCall('AlertQuery.metricAbove', arguments);
    return AlertQuery.metric('AlertQuery.metricAbove', options, '>');
  }

  /** Fires when a metric is below the threshold. It does not fire without points: use `metricStaleness` for that. */
  public static metricBelow(options: MetricAlertOptions): AlertQuery {
    checkCall('AlertQuery.metricBelow', arguments);
    return AlertQuery.metric('AlertQuery.metricBelow', options, '<');
  }

  private static count({ filter, threshold }: CountAlertOptions, operator: string): AlertQuery {
    return new AlertQuery(select({
      columns: ['count(*) AS record_count'], from: 'records', where: filter._conditions, having: [`count(*) ${operator} ${sqlNumber(threshold)}`],
    }));
  }

  private static metric(entry: string, { filter, aggregate, threshold, minimumPoints = 1 }: MetricAlertOptions, operator: string): AlertQuery {
    checkFinite(entry, 'threshold', threshold, 'pass a value in the unit of the metric');
    checkWhole(entry, 'minimumPoints', minimumPoints, 1, MOST, WHOLE);
    return new AlertQuery(select({
      ...metricClauses({ filter, aggregates: [aggregate] }),
      having: [`${pointsSql(aggregate)} >= ${sqlNumber(minimumPoints)}`, `${metricSql(aggregate)} ${operator} ${sqlNumber(threshold)}`],
    }));
  }

  private constructor(
    /** The query in SQL, for the prop `query` of an alert. */
    public readonly sql: string,
  ) {}
}

/** A moment in the past. */
function ago(entry: string, name: string, duration: Duration): string {
  checkLength(entry, name, duration);
  return `now() - ${sqlInterval(duration)}`;
}

/** Without its first condition, the query would return no row for an empty table. */
function stale(table: string, timestamp: string, alias: string, where: readonly string[], limit: string): string {
  const last = `max(${timestamp})`;
  return select({ columns: [`${last} AS ${alias}`], from: table, where, having: [`(${last} IS NULL OR ${last} < ${limit})`] });
}
