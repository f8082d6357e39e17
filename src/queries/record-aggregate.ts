import { isNumeric, numberSql } from './column-sql';
import { checkPercentile, reject } from './query-checks';
import { RecordColumn } from './record-column';
import { RecordFilter } from './record-filter';
import { sqlNumber } from './sql-text';
import { checkCall } from '../core/calls';

/** The share of records that match, in percent. Null without records; the decimal point keeps the division from being whole. */
export function percentSql(bad: RecordFilter): string {
  return `100.0 * count(*) FILTER (WHERE ${bad.sql}) / nullif(count(*), 0)`;
}

/** A percentile of the duration in seconds, from 0 to 100. */
export function durationPercentileSql(percentile: number): string {
  return percentileSql(percentile, 'duration');
}

/** A percentile of what is a number, from 0 to 100. */
function percentileSql(percentile: number, sql: string): string {
  return `approx_percentile_cont(${fractionSql(percentile)}) WITHIN GROUP (ORDER BY ${sql})`;
}

/** A percentile as the fraction that SQL takes, which may not be a whole number. */
export function fractionSql(percentile: number): string {
  return percentile === 100 ? '1.0' : sqlNumber(percentile / 100);
}

/** The name of a percentile in a result, such as `p95` or `p99_9`. */
export function percentileName(percentile: number): string {
  return `p${String(percentile).replace('.', '_')}`;
}

/**
 * One number about many records.
 *
 * @example
 * const failed = RecordAggregate.percentOf(RecordFilter.levelAtLeast(RecordLevel.ERROR));
 * const query = RowsQuery.value({ filter: RecordFilter.service('shop'), aggregate: failed });
 */
export class RecordAggregate {
  /** The number of records, as `record_count`. */
  public static count(): RecordAggregate {
    checkCall('RecordAggregate.count', arguments);
    return new RecordAggregate('count(*)', 'record_count');
  }

  /** The share of records that match a filter, from 0 to 100, as `matching_percent`. Null if there are no records. */
  public static percentOf(filter: RecordFilter): RecordAggregate {
    checkCall('RecordAggregate.percentOf', arguments);
    return new RecordAggregate(percentSql(filter), 'matching_percent');
  }

  /**
   * A percentile of the duration in seconds, approximated, as `p95_seconds`. Null if there are no spans.
   *
   * @param percentile from 1 to 100, such as 95; others fail at synth
   */
  public static durationPercentile(percentile: number): RecordAggregate {
    checkCall('RecordAggregate.durationPercentile', arguments);
    checkPercentile('RecordAggregate.durationPercentile', 'percentile', percentile);
    return new RecordAggregate(durationPercentileSql(percentile), `${percentileName(percentile)}_seconds`);
  }

  /** The number of different values of a column or attribute, as `distinct_count`. Records without it do not count. */
  public static countDistinct(column: RecordColumn): RecordAggregate {
    checkCall('RecordAggregate.countDistinct', arguments);
    return new RecordAggregate(`count(DISTINCT ${column.sql})`, 'distinct_count');
  }

  /** The sum of a column or attribute, as `total`. A column without numbers fails at synth; an attribute that is no number does not count. */
  public static sumOf(column: RecordColumn): RecordAggregate {
    checkCall('RecordAggregate.sumOf', arguments);
    return new RecordAggregate(`sum(${numberOf('RecordAggregate.sumOf', column)})`, 'total');
  }

  /**
   * The sum of several columns or attributes, as `total`. A record counts with those that it has.
   *
   * @internal
   */
  public static _sumOfAll(columns: readonly RecordColumn[]): RecordAggregate {
    const sums = columns.map((column) => `coalesce(sum(${numberOf('RecordAggregate.sumOf', column)}), 0)`);
    return new RecordAggregate(sums.join(' + '), 'total');
  }

  /** The average of a column or attribute, as `average`. A column without numbers fails at synth; an attribute that is no number does not count. */
  public static averageOf(column: RecordColumn): RecordAggregate {
    checkCall('RecordAggregate.averageOf', arguments);
    return new RecordAggregate(`avg(${numberOf('RecordAggregate.averageOf', column)})`, 'average');
  }

  /** The greatest value of a column or attribute, as `maximum`. A column without numbers fails at synth; an attribute that is no number does not count. */
  public static maximumOf(column: RecordColumn): RecordAggregate {
    checkCall('RecordAggregate.maximumOf', arguments);
    return new RecordAggregate(`max(${numberOf('RecordAggregate.maximumOf', column)})`, 'maximum');
  }

  /**
   * A percentile of a column or attribute, approximated, as `p95`. A column without numbers fails at synth; an attribute that is no number does
   * not count.
   *
   * @param column the column or attribute
   * @param percentile from 1 to 100, such as 95; others fail at synth
   */
  public static percentileOf(column: RecordColumn, percentile: number): RecordAggregate {
    checkCall('RecordAggregate.percentileOf', arguments);
    checkPercentile('RecordAggregate.percentileOf', 'percentile', percentile);
    return new RecordAggregate(percentileSql(percentile, numberOf('RecordAggregate.percentileOf', column)), percentileName(percentile));
  }

  private constructor(
    /** The aggregate in SQL, such as `count(*)`. */
    public readonly sql: string,
    /** What the column is called in a result, such as `record_count`. */
    public readonly alias: string,
  ) {}
}

function numberOf(entry: string, { _column }: RecordColumn): string {
  if (!isNumeric(_column)) {
    reject(entry, 'column-type', `column must contain numbers, got ${_column.name}; use a column such as RecordColumn.DURATION`);
  }
  return numberSql(_column);
}
