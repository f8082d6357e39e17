import { MetricAggregate } from './metric-aggregate';
import { MetricColumn } from './metric-column';
import { MetricFilter } from './metric-filter';
import { RecordAggregate } from './record-aggregate';
import { RecordColumn } from './record-column';
import { RecordFilter } from './record-filter';

/** Options of a time series of records. */
export interface RecordSeriesOptions {
  /** The records that count. */
  readonly filter: RecordFilter;

  /**
   * The column or attribute whose values are the series.
   *
   * Records without it are the series `(none)`.
   *
   * @default - one series
   */
  readonly groupBy?: RecordColumn;

  /**
   * The number of series at most: those with the most records in the time range of the dashboard. A whole number from 1 to 10,000; others fail at
   * synth. It has no effect without `groupBy`.
   *
   * @default 10
   */
  readonly topN?: number;
}

/** Options of a time series of the share of bad records. */
export interface ErrorRatioSeriesOptions extends RecordSeriesOptions {
  /** The bad ones among the records that count. */
  readonly bad: RecordFilter;
}

/** Options of a time series of how long spans take. */
export interface DurationSeriesOptions extends RecordSeriesOptions {
  /**
   * The percentiles, each from 1 to 100, and known at synth. Others fail at synth, and an empty list or one that appears twice.
   *
   * @default [50, 95, 99]
   */
  readonly percentiles?: number[];
}

/** Options of a time series of one number about records. */
export interface RecordValueSeriesOptions extends RecordSeriesOptions {
  /** What is computed from the records of each period. */
  readonly aggregate: RecordAggregate;
}

/** Options of a time series of a metric. */
export interface MetricSeriesOptions {
  /** The points that count. */
  readonly filter: MetricFilter;

  /**
   * The column or attribute whose values are the series.
   *
   * Points without it are the series `(none)`.
   *
   * @default - one series
   */
  readonly groupBy?: MetricColumn;

  /**
   * The number of series at most: those with the greatest value over the time range of the dashboard. A whole number from 1 to 10,000; others
   * fail at synth. It has no effect without `groupBy`.
   *
   * @default 10
   */
  readonly topN?: number;
}

/** Options of a time series of one number about a metric. */
export interface MetricValueSeriesOptions extends MetricSeriesOptions {
  /** What is computed from the points of each period. */
  readonly aggregate: MetricAggregate;
}

/** Options of a time series of percentiles of a metric. */
export interface MetricQuantileSeriesOptions extends MetricSeriesOptions {
  /**
   * The percentiles, each from 1 to 100, and known at synth. Others fail at synth, and an empty list or one that appears twice.
   *
   * @default [95]
   */
  readonly percentiles?: number[];
}

/** What a panel needs to know about the columns of a time series that is written in SQL. */
export interface TimeSeriesColumns {
  /** The columns with numbers that the panel draws. A blank name fails at synth, and an empty list. */
  readonly metrics: string[];

  /**
   * The column with strings whose values are the series. A blank name fails at synth.
   *
   * @default - one series for each column in `metrics`
   */
  readonly groupBy?: string;
}
