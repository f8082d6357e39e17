import { MetricAggregate } from './metric-aggregate';
import { MetricFilter } from './metric-filter';
import { RecordColumn } from './record-column';
import { RecordFilter } from './record-filter';
import { Duration } from '../core/duration';

/** Options of an alert on the share of bad records. */
export interface ErrorRatioAlertOptions {
  /** The records that count, such as the requests of a service. */
  readonly filter: RecordFilter;

  /** The bad ones among them. */
  readonly bad: RecordFilter;

  /** The alert fires when more than this share is bad, in percent: from 0 to below 100. Others fail at synth. */
  readonly abovePercent: number;

  /**
   * The alert does not fire with fewer records in the window: a single failed request at night is not 100 % of the traffic. A whole number of 1
   * or more; others fail at synth.
   *
   * @default 20
   */
  readonly minimumCount?: number;
}

/** Options of an alert on the number of records. */
export interface CountAlertOptions {
  /** The records that count. */
  readonly filter: RecordFilter;

  /** The number that is compared with: a whole number of 0 or more. Others fail at synth, and 0 for an alert that fires below it. */
  readonly threshold: number;
}

/** Options of an alert on how long spans take. */
export interface DurationAlertOptions {
  /** The spans that count, such as the requests of a service. */
  readonly filter: RecordFilter;

  /** The alert fires when the percentile is longer than this, in seconds, such as 0.5. A negative number fails at synth. */
  readonly thresholdSeconds: number;

  /**
   * Which percentile of the durations counts: from 1 to 100, known at synth. Others fail at synth.
   *
   * @default 95
   */
  readonly percentile?: number;

  /**
   * The alert does not fire with fewer spans in the window. A whole number of 1 or more; others fail at synth.
   *
   * @default 20
   */
  readonly minimumCount?: number;
}

/** Options of an alert on records that are missing. */
export interface SilenceAlertOptions {
  /** The records that are expected. */
  readonly filter: RecordFilter;

  /**
   * How long there must be none. The lookback window of the alert must be at least as long: records before it are not seen.
   *
   * @default - the whole lookback window of the alert
   */
  readonly within?: Duration;

  /**
   * What the notification says, in the column `problem`. A blank one fails at synth.
   *
   * @default `no matching records`
   */
  readonly problem?: string;
}

/** Options of an alert on the age of the last record. */
export interface StalenessAlertOptions {
  /** The records of which the last one counts, such as those of a job that runs every night. */
  readonly filter: RecordFilter;

  /** The alert fires when the last one is older. The lookback window of the alert must be longer: records before it are not seen. */
  readonly olderThan: Duration;
}

/** Options of an alert on the age of the last point of a metric. */
export interface MetricStalenessAlertOptions {
  /** The points of which the last one counts. */
  readonly filter: MetricFilter;

  /** The alert fires when the last one is older. The lookback window of the alert must be longer: points before it are not seen. */
  readonly olderThan: Duration;
}

/** Options of an alert on traffic that drops. */
export interface TrafficDropAlertOptions {
  /** The records that count, such as the requests of a service. */
  readonly filter: RecordFilter;

  /** The last period is compared with the one before it. The lookback window of the alert must be at least twice as long. */
  readonly period: Duration;

  /**
   * The alert fires when there are fewer records than this share of the ones in the period before, in percent: above 0 and at most 100. Others
   * fail at synth.
   *
   * @default 50
   */
  readonly belowPercent?: number;

  /**
   * The alert does not fire if there were fewer records in the period before. A whole number of 1 or more; others fail at synth.
   *
   * @default 50
   */
  readonly minimumCount?: number;
}

/** Options of an alert that lists records. */
export interface RowsAlertOptions {
  /** The records that are listed. */
  readonly filter: RecordFilter;

  /**
   * The columns and attributes beside `trace_id`, each once: two with one name fail at synth. Few are easier to read in a notification.
   *
   * @default - the name of the span and the message
   */
  readonly columns?: RecordColumn[];

  /**
   * The number of records at most, the latest ones: a whole number from 1 to 10,000. Others fail at synth.
   *
   * @default 20
   */
  readonly limit?: number;
}

/** Options of an alert on the value of a metric. */
export interface MetricAlertOptions {
  /** The points that count. */
  readonly filter: MetricFilter;

  /** What is computed from them. */
  readonly aggregate: MetricAggregate;

  /** The number that is compared with, in the unit of the metric. One that is not finite fails at synth. */
  readonly threshold: number;

  /**
   * The alert does not fire with fewer points in the window. A whole number of 1 or more; others fail at synth.
   *
   * @default 1
   */
  readonly minimumPoints?: number;
}
