import type { AlertTuning } from './subject-alert';
import { Duration } from '../core/duration';

/** When a share of failures is too high. */
export interface FailureThreshold extends AlertTuning {
  /** The alert fires when more than this share fails, in percent: from 0 to below 100. Others fail at synth. */
  readonly abovePercent: number;

  /**
   * The alert does not fire with fewer events in the lookback window. A whole number of 1 or more; others fail at synth.
   *
   * @default 20
   */
  readonly minimumCount?: number;

  /**
   * The alert does not fire with fewer failures in the lookback window, so that one failure at night does not. A whole number of 1 or more; others
   * fail at synth.
   *
   * @default 3
   */
  readonly minimumFailures?: number;
}

/** When a share of failures is too high, by severity. An empty struct switches the alerts off. */
export interface FailureThresholds {
  /**
   * The threshold of the critical alert.
   *
   * @default - no critical alert
   */
  readonly critical?: FailureThreshold;

  /**
   * The threshold of the warning.
   *
   * @default - no warning
   */
  readonly warning?: FailureThreshold;
}

/** When something takes too long. */
export interface LatencyThreshold extends AlertTuning {
  /** The alert fires when the percentile is longer than this, in seconds, such as 0.5. It must be above 0; others fail at synth. */
  readonly aboveSeconds: number;

  /**
   * Which percentile of the durations counts: from 1 to 100, known at synth. Others fail at synth.
   *
   * @default 95
   */
  readonly percentile?: number;

  /**
   * The alert does not fire with fewer events in the lookback window. A whole number of 1 or more; others fail at synth.
   *
   * @default 20
   */
  readonly minimumCount?: number;
}

/** When something takes too long, by severity. An empty struct switches the alerts off. */
export interface LatencyThresholds {
  /**
   * The threshold of the critical alert.
   *
   * @default - no critical alert
   */
  readonly critical?: LatencyThreshold;

  /**
   * The threshold of the warning.
   *
   * @default - no warning
   */
  readonly warning?: LatencyThreshold;
}

/** When something is nearly full or busy: in every minute of the lookback window, so that a short spike does not fire the alert. */
export interface UsageThreshold extends AlertTuning {
  /** The alert fires when more than this share is in use, in percent: above 1 and below 100. Others fail at synth. */
  readonly abovePercent: number;

  /**
   * The alert does not fire if fewer minutes of the lookback window have points. A whole number of 1 or more; others fail at synth.
   *
   * @default 3
   */
  readonly minimumMinutes?: number;
}

/** When something is nearly full or busy, by severity. An empty struct switches the alerts off. */
export interface UsageThresholds {
  /**
   * The threshold of the critical alert.
   *
   * @default - no critical alert
   */
  readonly critical?: UsageThreshold;

  /**
   * The threshold of the warning.
   *
   * @default - no warning
   */
  readonly warning?: UsageThreshold;
}

/** When something sends nothing any more. */
export interface SilenceThreshold extends AlertTuning {
  /** How long it has sent nothing. It must be shorter than the lookback window; otherwise synth fails. */
  readonly olderThan: Duration;
}

/** When something sends nothing any more, by severity. An empty struct switches the alerts off. */
export interface SilenceThresholds {
  /**
   * The threshold of the critical alert.
   *
   * @default - no critical alert
   */
  readonly critical?: SilenceThreshold;

  /**
   * The threshold of the warning.
   *
   * @default - no warning
   */
  readonly warning?: SilenceThreshold;
}

/** When there is too much of something. */
export interface CountThreshold extends AlertTuning {
  /** The alert fires when there are more in the lookback window: a whole number of 0 or more. Others fail at synth. */
  readonly above: number;
}

/** When there is too much of something, by severity. An empty struct switches the alerts off. */
export interface CountThresholds {
  /**
   * The threshold of the critical alert.
   *
   * @default - no critical alert
   */
  readonly critical?: CountThreshold;

  /**
   * The threshold of the warning.
   *
   * @default - no warning
   */
  readonly warning?: CountThreshold;
}

/** Alerts that have no number to choose, by severity. An empty struct switches them off. */
export interface TuningBySeverity {
  /**
   * The critical alert. An empty struct takes its defaults.
   *
   * @default - no critical alert
   */
  readonly critical?: AlertTuning;

  /**
   * The warning. An empty struct takes its defaults.
   *
   * @default - no warning
   */
  readonly warning?: AlertTuning;
}
