import { groupSql } from './column-sql';
import { MetricAggregate } from './metric-aggregate';
import { MetricColumn } from './metric-column';
import { MetricFilter } from './metric-filter';
import { metricClauses } from './metric-select';
import { checkLimit, checkText } from './query-checks';
import { RecordAggregate } from './record-aggregate';
import { RecordColumn } from './record-column';
import { RecordFilter } from './record-filter';
import { recentRecords } from './record-rows';
import { nested, select, SelectClauses } from './select';
import { sqlNumber } from './sql-text';
import { checkCall } from '../core/calls';

/** Options of a query for one number about records. */
export interface RecordValueOptions {
  /** The records that count. */
  readonly filter: RecordFilter;

  /** What is computed from them. */
  readonly aggregate: RecordAggregate;
}

/** Options of a query for one number about a metric. */
export interface MetricValueOptions {
  /** The points that count. */
  readonly filter: MetricFilter;

  /** What is computed from them. */
  readonly aggregate: MetricAggregate;
}

/** How many groups a query returns, and in which order. */
export interface TopOptions {
  /**
   * The number of groups at most: those with the greatest value. A whole number from 1 to 10,000; others fail at synth.
   *
   * @default 10
   */
  readonly limit?: number;

  /**
   * Whether the greatest value comes last, as a bar panel needs it: it draws from the bottom.
   *
   * @default false
   */
  readonly greatestLast?: boolean;
}

/** Options of a query for the groups of records with the greatest values. */
export interface TopRecordsOptions extends TopOptions {
  /** The records that count. */
  readonly filter: RecordFilter;

  /** The column or attribute whose values are the groups. Records without it are the group `(none)`. */
  readonly groupBy: RecordColumn;

  /**
   * What is computed for each group.
   *
   * @default RecordAggregate.count()
   */
  readonly aggregate?: RecordAggregate;
}

/** Options of a query for the groups of points with the greatest values. */
export interface TopMetricsOptions extends TopOptions {
  /** The points that count. */
  readonly filter: MetricFilter;

  /** The column or attribute whose values are the groups. Points without it are the group `(none)`. */
  readonly groupBy: MetricColumn;

  /** What is computed for each group. */
  readonly aggregate: MetricAggregate;
}

/** Options of a query for the latest records. */
export interface RecentRecordsOptions {
  /** The records that are listed. */
  readonly filter: RecordFilter;

  /**
   * The columns and attributes, each once: two with one name fail at synth, and an empty list.
   *
   * @default - time, service, level, message and trace id
   */
  readonly columns?: RecordColumn[];

  /**
   * The number of records at most. A whole number from 1 to 10,000; others fail at synth.
   *
   * @default 100
   */
  readonly limit?: number;
}

const SHOWN = [RecordColumn.START_TIMESTAMP, RecordColumn.SERVICE_NAME, RecordColumn.LEVEL, RecordColumn.MESSAGE, RecordColumn.TRACE_ID];
/** The column of the groups. No column of the tables has this name. */
const CATEGORY = 'category';

/**
 * A query for tables, bars, pies and big numbers.
 *
 * @example
 * const failed = RecordFilter.service('shop').also(RecordFilter.levelAtLeast(RecordLevel.ERROR));
 * const worstRoutes = RowsQuery.topN({ filter: failed, groupBy: RecordColumn.HTTP_ROUTE, limit: 5 });
 */
export class RowsQuery {
  /** One number about records, in one row, also without records. */
  public static value(options: RecordValueOptions): RowsQuery {
    checkCall('RowsQuery.value', arguments);
    return new RowsQuery(select(recordClauses(options.filter, options.aggregate)));
  }

  /** One number about a metric, in one row, also without points. */
  public static metricValue(options: MetricValueOptions): RowsQuery {
    checkCall('RowsQuery.metricValue', arguments);
    return new RowsQuery(select(metricClauses({ filter: options.filter, aggregates: [options.aggregate] })));
  }

  /** The groups of records with the greatest values: their names as `category`, and a column with the values. */
  public static topN(options: TopRecordsOptions): RowsQuery {
    checkCall('RowsQuery.topN', arguments);
    const { filter, groupBy, aggregate = RecordAggregate.count() } = options;
    const { columns, ...clauses } = recordClauses(filter, aggregate);
    const groups = { ...clauses, columns: [`${groupSql(groupBy._column)} AS ${CATEGORY}`, ...columns], groupBy: [CATEGORY] };
    return new RowsQuery(greatest('RowsQuery.topN', groups, aggregate.alias, options));
  }

  /** The groups of points with the greatest values: their names as `category`, and a column with the values. */
  public static metricTopN(options: TopMetricsOptions): RowsQuery {
    checkCall('RowsQuery.metricTopN', arguments);
    const { filter, groupBy, aggregate } = options;
    const groups = metricClauses({ filter, aggregates: [aggregate], groups: [{ alias: CATEGORY, sql: groupSql(groupBy._column) }] });
    return new RowsQuery(greatest('RowsQuery.metricTopN', groups, aggregate.alias, options));
  }

  /** The latest records, the last one first. */
  public static records(options: RecentRecordsOptions): RowsQuery {
    checkCall('RowsQuery.records', arguments);
    const { filter, columns = SHOWN, limit = 100 } = options;
    checkLimit('RowsQuery.records', 'limit', limit);
    return new RowsQuery(recentRecords('RowsQuery.records', filter, columns, limit));
  }

  /** A query in SQL, which may contain variables of the dashboard. A blank query fails at synth. */
  public static fromSql(query: string): RowsQuery {
    checkCall('RowsQuery.fromSql', arguments);
    checkText('RowsQuery.fromSql', 'query', query, 'pass a SELECT statement');
    return new RowsQuery(query);
  }

  private constructor(
    /** The query in SQL. */
    public readonly sql: string,
  ) {}
}

function recordClauses(filter: RecordFilter, { sql, alias }: RecordAggregate): SelectClauses {
  return { columns: [`${sql} AS ${alias}`], from: 'records', where: filter._conditions };
}

function greatest(entry: string, groups: SelectClauses, alias: string, { limit = 10, greatestLast = false }: TopOptions): string {
  checkLimit(entry, 'limit', limit);
  const top = select({ ...groups, orderBy: [`${alias} DESC NULLS LAST`, CATEGORY], limit: sqlNumber(limit) });
  return greatestLast
    ? select({ columns: [CATEGORY, alias], from: `${nested(top)} AS greatest`, orderBy: [`${alias} NULLS FIRST`, `${CATEGORY} DESC`] })
    : top;
}
