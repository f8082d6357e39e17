import { AlertGroups } from './alert-groups';
import {
  CountAlertOptions, DurationAlertOptions, ErrorRatioAlertOptions, FirstSeenAlertOptions, MetricAlertOptions, MetricShareAlertOptions,
  MetricStalenessAlertOptions,
  RowsAlertOptions, SilenceAlertOptions, StalenessAlertOptions, StallAlertOptions, SustainedMetricAlertOptions, TrafficDropAlertOptions,
  ValueAlertOptions,
} from './alert-options';
import { MetricFilter } from './metric-filter';
import { metricClauses, metricSql, pointsSql } from './metric-select';
import { MINUTE, sustained } from './minutes';
import { checkFinite, checkLength, checkLimit, checkPercentile, checkSeconds, checkText, checkWhole, reject } from './query-checks';
import { durationPercentileSql, percentileName, percentSql, RecordAggregate } from './record-aggregate';
import { RecordColumn } from './record-column';
import { recentRecords } from './record-rows';
import { nested, select } from './select';
import { sqlInterval, sqlNumber, sqlText } from './sql-text';
import { checkCall } from '../core/calls';
import { Duration } from '../core/duration';
import { isUnresolved } from '../core/unresolved';

const MOST = Number.MAX_SAFE_INTEGER;
const WHOLE = 'pass a whole number such as 20';
/** The worst groups first. */
const ORDER = { '>': 'DESC', '<': 'ASC' } as const;

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
  /** Fires when the share of bad records is too high, of all records or of a group. It does not fire without records. */
  public static errorRatio(options: ErrorRatioAlertOptions): AlertQuery {
    checkCall('AlertQuery.errorRatio', arguments);
    const { filter, bad, abovePercent, minimumCount = 20, minimumBad = 1 } = options;
    if (!isUnresolved(abovePercent) && !(abovePercent >= 0 && abovePercent < 100)) {
      reject('AlertQuery.errorRatio', 'number-range', `abovePercent must be from 0 to below 100, got ${abovePercent}; pass a percentage such as 5`);
    }
    checkWhole('AlertQuery.errorRatio', 'minimumCount', minimumCount, 1, MOST, WHOLE);
    checkWhole('AlertQuery.errorRatio', 'minimumBad', minimumBad, 1, MOST, 'pass a whole number such as 3');
    const percent = percentSql(bad);
    const badCount = `count(*) FILTER (WHERE ${bad.sql})`;
    const groups = AlertGroups.of('AlertQuery.errorRatio', options.groupBy, ['error_percent', 'error_count', 'record_count']);
    return new AlertQuery(select(groups.split({
      columns: [`${percent} AS error_percent`, `${badCount} AS error_count`, 'count(*) AS record_count'],
      from: 'records',
      where: filter._conditions,
      having: [
        `count(*) >= ${sqlNumber(minimumCount)}`,
        // Without any bad one the share is not above 0 either.
        ...minimumBad === 1 ? [] : [`${badCount} >= ${sqlNumber(minimumBad)}`],
        `${percent} > ${sqlNumber(abovePercent)}`,
      ],
    }, 'error_percent DESC')));
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

  /** Fires when spans take too long, all of them or those of a group. It does not fire without spans. */
  public static durationPercentileAbove(options: DurationAlertOptions): AlertQuery {
    checkCall('AlertQuery.durationPercentileAbove', arguments);
    const { filter, thresholdSeconds, percentile = 95, minimumCount = 20 } = options;
    checkSeconds('AlertQuery.durationPercentileAbove', 'thresholdSeconds', thresholdSeconds);
    checkPercentile('AlertQuery.durationPercentileAbove', 'percentile', percentile);
    checkWhole('AlertQuery.durationPercentileAbove', 'minimumCount', minimumCount, 1, MOST, WHOLE);
    const duration = durationPercentileSql(percentile);
    const alias = `${percentileName(percentile)}_seconds`;
    const groups = AlertGroups.of('AlertQuery.durationPercentileAbove', options.groupBy, [alias, 'span_count']);
    return new AlertQuery(select(groups.split({
      columns: [`${duration} AS ${alias}`, 'count(duration) AS span_count'],
      from: 'records',
      where: filter._conditions,
      having: [`count(duration) >= ${sqlNumber(minimumCount)}`, `${duration} > ${sqlNumber(thresholdSeconds)}`],
    }, `${alias} DESC`)));
  }

  /** Fires when one number about records is above the threshold, such as what models cost: of all records or of a group. It does not fire without records. */
  public static valueAbove(options: ValueAlertOptions): AlertQuery {
    checkCall('AlertQuery.valueAbove', arguments);
    return AlertQuery.value('AlertQuery.valueAbove', options, '>');
  }

  /** Fires when one number about records is below the threshold, such as an average score: of all records or of a group. It does not fire without records. */
  public static valueBelow(options: ValueAlertOptions): AlertQuery {
    checkCall('AlertQuery.valueBelow', arguments);
    return AlertQuery.value('AlertQuery.valueBelow', options, '<');
  }

  /**
   * Fires when a group of records appears that was not there before in the lookback window, such as an exception of a new type, and lists
   * the new groups with the trace of one record. After a first deployment, every group is new.
   */
  public static firstSeen(options: FirstSeenAlertOptions): AlertQuery {
    checkCall('AlertQuery.firstSeen', arguments);
    const { filter, groupBy, within } = options;
    const groups = AlertGroups.of('AlertQuery.firstSeen', [groupBy], ['record_count', 'trace_id']);
    return new AlertQuery(select(groups.split({
      columns: ['count(*) AS record_count', 'max(trace_id) AS trace_id'],
      from: 'records',
      where: filter._conditions,
      having: [`min(start_timestamp) >= ${ago('AlertQuery.firstSeen', 'within', within)}`],
    }, 'record_count DESC')));
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

  /** Fires when the last record is too old, or when there is none: exactly one row. With groups, it fires when the last record of one is too old. */
  public static staleness(options: StalenessAlertOptions): AlertQuery {
    checkCall('AlertQuery.staleness', arguments);
    const { filter, olderThan, groupBy } = options;
    const groups = AlertGroups.of('AlertQuery.staleness', groupBy, ['last_record']);
    return new AlertQuery(stale('records', 'start_timestamp', 'last_record', filter._conditions, ago('AlertQuery.staleness', 'olderThan', olderThan), groups));
  }

  /** Fires when the last point of a metric is too old, or when there is none: exactly one row. With groups, it fires when the last point of one is too old. */
  public static metricStaleness(options: MetricStalenessAlertOptions): AlertQuery {
    checkCall('AlertQuery.metricStaleness', arguments);
    const { filter, olderThan, groupBy } = options;
    const groups = AlertGroups.of('AlertQuery.metricStaleness', groupBy, ['last_point']);
    return new AlertQuery(stale('metrics', 'recorded_timestamp', 'last_point', filter._conditions, ago('AlertQuery.metricStaleness', 'olderThan', olderThan), groups));
  }

  /**
   * Fires when there is much less traffic than in the period before, also when there is none. It does not fire if there was none in the period
   * before either: an alert on silence does.
   */
  public static trafficDrop(options: TrafficDropAlertOptions): AlertQuery {
    checkCall('AlertQuery.trafficDrop', arguments);
    const { filter, period, belowPercent = 50, minimumCount = 50 } = options;
    if (!isUnresolved(belowPercent) && !(belowPercent > 0 && belowPercent <= 100)) {
      reject('AlertQuery.trafficDrop', 'number-range', `belowPercent must be above 0 and at most 100, got ${belowPercent}; pass a percentage such as 50`);
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

  /**
   * Fires when work is asked for and nobody does it any more, such as messages of a queue whose consumer is stuck: all work or that of a group. It
   * does not fire if nothing was done in the whole lookback window, so it is no false alarm where the work sends no records.
   */
  public static stall(options: StallAlertOptions): AlertQuery {
    checkCall('AlertQuery.stall', arguments);
    const { requested, done, olderThan, minimumCount = 10, groupBy } = options;
    checkWhole('AlertQuery.stall', 'minimumCount', minimumCount, 1, MOST, WHOLE);
    const limit = ago('AlertQuery.stall', 'olderThan', olderThan);
    const count = `count(*) FILTER (WHERE ${requested.sql} AND start_timestamp >= ${limit})`;
    const last = `max(start_timestamp) FILTER (WHERE ${done.sql})`;
    const groups = AlertGroups.of('AlertQuery.stall', groupBy, ['requested_count', 'last_done']);
    return new AlertQuery(select(groups.split({
      columns: [`${count} AS requested_count`, `${last} AS last_done`],
      from: 'records',
      where: [requested.orElse(done).sql],
      having: [`${count} >= ${sqlNumber(minimumCount)}`, `${last} < ${limit}`],
    }, 'last_done')));
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

  /**
   * Fires when a metric is above the threshold in every minute of the lookback window that has points, so that a short spike does not. It does not
   * fire without points.
   */
  public static metricSustainedAbove(options: SustainedMetricAlertOptions): AlertQuery {
    checkCall('AlertQuery.metricSustainedAbove', arguments);
    return AlertQuery.sustained('AlertQuery.metricSustainedAbove', options, 'above');
  }

  /**
   * Fires when a metric is below the threshold in every minute of the lookback window that has points, so that a short dip does not. It does not
   * fire without points: use `metricStaleness` for that.
   */
  public static metricSustainedBelow(options: SustainedMetricAlertOptions): AlertQuery {
    checkCall('AlertQuery.metricSustainedBelow', arguments);
    return AlertQuery.sustained('AlertQuery.metricSustainedBelow', options, 'below');
  }

  /**
   * Fires when a metric is above a share of another one in every minute of the lookback window that has points of both: the greatest value of the
   * part, as a percentage of the greatest value of the whole. It does not fire without points, or if the whole is 0.
   *
   * Group by what has a whole of its own, such as the pool and the instance of the service.
   */
  public static metricShareSustainedAbove(options: MetricShareAlertOptions): AlertQuery {
    checkCall('AlertQuery.metricShareSustainedAbove', arguments);
    const { part, whole, abovePercent, minimumMinutes = 3, groupBy } = options;
    const entry = 'AlertQuery.metricShareSustainedAbove';
    if (!isUnresolved(abovePercent) && !(Number.isFinite(abovePercent) && abovePercent >= 0)) {
      reject(entry, 'number-range', `abovePercent must be 0 or more, got ${abovePercent}; pass a percentage such as 90`);
    }
    checkWhole(entry, 'minimumMinutes', minimumMinutes, 1, MOST, WHOLE);
    const greatest = ({ sql }: MetricFilter) => `max(metric_max(value)) FILTER (WHERE ${sql})`;
    const groups = AlertGroups.of(entry, groupBy, ['sustained_share_percent', 'minute_count']);
    const inner = [...groups.inner, MINUTE];
    return new AlertQuery(sustained(groups, {
      minutes: {
        columns: [...inner.map(({ sql, alias }) => `${sql} AS ${alias}`), `100.0 * ${greatest(part)} / nullif(${greatest(whole)}, 0) AS share_percent`],
        from: 'metrics',
        where: [part.orElse(whole).sql],
        groupBy: inner.map(({ alias }) => alias),
      },
      value: 'share_percent',
      side: 'above',
      threshold: abovePercent,
      minimumMinutes,
    }));
  }

  private static count({ filter, threshold }: CountAlertOptions, operator: string): AlertQuery {
    return new AlertQuery(select({
      columns: ['count(*) AS record_count'], from: 'records', where: filter._conditions, having: [`count(*) ${operator} ${sqlNumber(threshold)}`],
    }));
  }

  private static value(entry: string, options: ValueAlertOptions, operator: '>' | '<'): AlertQuery {
    const { filter, aggregate: { sql, alias }, threshold, minimumCount = 1, groupBy } = options;
    checkFinite(entry, 'threshold', threshold, 'pass a value in the unit of the column or attribute');
    checkWhole(entry, 'minimumCount', minimumCount, 1, MOST, WHOLE);
    const counts = alias !== RecordAggregate.count().alias;
    const groups = AlertGroups.of(entry, groupBy, [alias, 'record_count']);
    return new AlertQuery(select(groups.split({
      columns: [`${sql} AS ${alias}`, ...counts ? ['count(*) AS record_count'] : []],
      from: 'records',
      where: filter._conditions,
      having: [`count(*) >= ${sqlNumber(minimumCount)}`, `${sql} ${operator} ${sqlNumber(threshold)}`],
    }, `${alias} ${ORDER[operator]}`)));
  }

  private static metric(entry: string, options: MetricAlertOptions, operator: '>' | '<'): AlertQuery {
    const { filter, aggregate, threshold, minimumPoints = 1, groupBy } = options;
    checkFinite(entry, 'threshold', threshold, 'pass a value in the unit of the metric');
    checkWhole(entry, 'minimumPoints', minimumPoints, 1, MOST, WHOLE);
    const groups = AlertGroups.of(entry, groupBy, [aggregate.alias]);
    const having = [`${pointsSql(aggregate)} >= ${sqlNumber(minimumPoints)}`, `${metricSql(aggregate)} ${operator} ${sqlNumber(threshold)}`];
    const order = `${aggregate.alias} ${ORDER[operator]}`;
    if (!aggregate._isPerStream) {
      return new AlertQuery(select(groups.split({ ...metricClauses({ filter, aggregates: [aggregate] }), having }, order)));
    }
    const { columns, ...clauses } = metricClauses({ filter, aggregates: [aggregate], groups: groups.inner });
    return new AlertQuery(select(groups.splitInner({ ...clauses, columns: columns.slice(groups.inner.length), having }, order)));
  }

  private static sustained(entry: string, options: SustainedMetricAlertOptions, side: 'above' | 'below'): AlertQuery {
    const { filter, aggregate, threshold, minimumMinutes = 3, groupBy } = options;
    if (aggregate._isPerStream) {
      reject(entry, 'counter-aggregate', `aggregate must be one of a gauge or a histogram, got that of a counter, ${aggregate.alias}; use ${entry.replace('Sustained', '')}`);
    }
    checkFinite(entry, 'threshold', threshold, 'pass a value in the unit of the metric');
    checkWhole(entry, 'minimumMinutes', minimumMinutes, 1, MOST, WHOLE);
    const groups = AlertGroups.of(entry, groupBy, [`sustained_${aggregate.alias}`, 'minute_count']);
    const minutes = metricClauses({ filter, aggregates: [aggregate], groups: [...groups.inner, MINUTE] });
    return new AlertQuery(sustained(groups, { minutes, value: aggregate.alias, side, threshold, minimumMinutes }));
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

/**
 * The query of an alert on age. Without its first condition, it would return no row for an empty table. A group always has a row, so that the
 * condition is of no use there.
 */
function stale(table: string, timestamp: string, alias: string, where: readonly string[], limit: string, groups: AlertGroups): string {
  const last = `max(${timestamp})`;
  const isOld = `${last} < ${limit}`;
  const having = groups.inner.length === 0 ? `(${last} IS NULL OR ${isOld})` : isOld;
  return select(groups.split({ columns: [`${last} AS ${alias}`], from: table, where, having: [having] }, alias));
}
