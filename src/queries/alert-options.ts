import { MetricAggregate } from './metric-aggregate';
import { MetricColumn } from './metric-column';
import { MetricFilter } from './metric-filter';
import { RecordAggregate } from './record-aggregate';
import { RecordColumn } from './record-column';
import { RecordFilter } from './record-filter';
import { Duration } from '../core/duration';

/** Options of an alert that judges groups of records. */
export interface GroupedRecordsAlertOptions {
  /**
   * The columns and attributes whose values are the groups, such as the model or the route. Each group is judged on its own, and has a row in the
   * notification: the 20 worst ones. Records without it are the group `(none)`. Two columns with one name fail at synth, and one with the name of a
   * column of the result.
   *
   * @default - one group of all records
   */
  readonly groupBy?: RecordColumn[];
}

/** Options of an alert that judges groups of points. */
export interface GroupedPointsAlertOptions {
  /**
   * The columns and attributes whose values are the groups, such as the model or the route. Each group is judged on its own, and has a row in the
   * notification: the 20 worst ones. Points without it are the group `(none)`. Two columns with one name fail at synth, and one with the name of a
   * column of the result.
   *
   * @default - one group of all points
   */
  readonly groupBy?: MetricColumn[];
}

/** Options of an alert on the share of bad records. */
export interface ErrorRatioAlertOptions extends GroupedRecordsAlertOptions {
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

  /**
   * The alert does not fire with fewer bad records in the window. With few records, one of them alone is a large share: 1 of 10 is 10 %. A whole
   * number of 1 or more; others fail at synth.
   *
   * @default 1
   */
  readonly minimumBad?: number;
}

/** Options of an alert on the number of records. */
export interface CountAlertOptions {
  /** The records that count. */
  readonly filter: RecordFilter;

  /** The number that is compared with: a whole number of 0 or more. Others fail at synth, and 0 for an alert that fires below it. */
  readonly threshold: number;
}

/** Options of an alert on how long spans take. */
export interface DurationAlertOptions extends GroupedRecordsAlertOptions {
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

/** Options of an alert on one number about records, such as a sum or an average. */
export interface ValueAlertOptions extends GroupedRecordsAlertOptions {
  /** The records that count. */
  readonly filter: RecordFilter;

  /** What is computed from them. */
  readonly aggregate: RecordAggregate;

  /** The number that is compared with, in the unit of the column or attribute. One that is not finite fails at synth. */
  readonly threshold: number;

  /**
   * The alert does not fire with fewer records in the window. A whole number of 1 or more; others fail at synth.
   *
   * @default 1
   */
  readonly minimumCount?: number;
}

/** Options of an alert on groups of records that are new. */
export interface FirstSeenAlertOptions {
  /** The records that count, such as the exceptions of a service. */
  readonly filter: RecordFilter;

  /** The column or attribute whose values are the groups, such as `RecordColumn.EXCEPTION_TYPE`. Records without it are the group `(none)`. */
  readonly groupBy: RecordColumn;

  /** How long a group counts as new. The lookback window of the alert must be much longer: a group is new if its first record in it is. */
  readonly within: Duration;
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

  /**
   * The columns and attributes whose values are the groups, such as the host. The alert then fires for each group whose last record is too old, and
   * lists the 20 oldest ones. It knows only groups that have a record in the lookback window, so it forgets one when the window has passed, and
   * does not fire without any. Two columns with one name fail at synth, and one with the name of a column of the result.
   *
   * @default - one group, which also is too old if it has no record at all
   */
  readonly groupBy?: RecordColumn[];
}

/** Options of an alert on the age of the last point of a metric. */
export interface MetricStalenessAlertOptions {
  /** The points of which the last one counts. */
  readonly filter: MetricFilter;

  /** The alert fires when the last one is older. The lookback window of the alert must be longer: points before it are not seen. */
  readonly olderThan: Duration;

  /**
   * The columns and attributes whose values are the groups, such as the host. The alert then fires for each group whose last point is too old, and
   * lists the 20 oldest ones. It knows only groups that have a point in the lookback window, so it forgets one when the window has passed, and
   * does not fire without any. Two columns with one name fail at synth, and one with the name of a column of the result.
   *
   * @default - one group, which also is too old if it has no point at all
   */
  readonly groupBy?: MetricColumn[];
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

/** Options of an alert on work that nobody does. */
export interface StallAlertOptions extends GroupedRecordsAlertOptions {
  /** The records that ask for the work, such as messages that are sent. */
  readonly requested: RecordFilter;

  /** The records of the work, such as messages that are processed. */
  readonly done: RecordFilter;

  /**
   * How long nothing was done. The lookback window of the alert must be longer: the alert fires only if something was done before, in the window.
   */
  readonly olderThan: Duration;

  /**
   * The alert does not fire if less work was asked for meanwhile. A whole number of 1 or more; others fail at synth.
   *
   * @default 10
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
export interface MetricAlertOptions extends GroupedPointsAlertOptions {
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

/** Options of an alert on a metric that stays beyond a threshold. */
export interface SustainedMetricAlertOptions extends GroupedPointsAlertOptions {
  /** The points that count. */
  readonly filter: MetricFilter;

  /** What is computed from the points of each minute. An increase or a rate fails at synth: a minute may have one point of a counter only. */
  readonly aggregate: MetricAggregate;

  /** The number that is compared with, in the unit of the metric. One that is not finite fails at synth. */
  readonly threshold: number;

  /**
   * The alert does not fire if fewer minutes of the window have points. A whole number of 1 or more; others fail at synth.
   *
   * @default 3
   */
  readonly minimumMinutes?: number;
}

/** Options of an alert on a metric as a share of another one, such as the connections of a pool that are in use. */
export interface MetricShareAlertOptions extends GroupedPointsAlertOptions {
  /** The points of the part, such as the connections that are in use. */
  readonly part: MetricFilter;

  /** The points of the whole, such as the limit of the pool. */
  readonly whole: MetricFilter;

  /** The alert fires when the part stays above this share of the whole, in percent: 0 or more. Others fail at synth. */
  readonly abovePercent: number;

  /**
   * The alert does not fire if fewer minutes of the window have points of both. A whole number of 1 or more; others fail at synth.
   *
   * @default 3
   */
  readonly minimumMinutes?: number;
}
