import type { AlertTuning } from './subject-alert';
import { Duration } from '../core/duration';

/** When too many messages wait. */
export interface BacklogThreshold extends AlertTuning {
  /** The alert fires when more messages wait in every minute of the lookback window. A negative number fails at synth. */
  readonly above: number;

  /**
   * The alert does not fire if fewer minutes of the lookback window have points. A whole number of 1 or more; others fail at synth.
   *
   * @default 3
   */
  readonly minimumMinutes?: number;
}

/** When too many messages wait, by severity. An empty struct switches the alerts off. */
export interface BacklogThresholds {
  /**
   * The threshold of the critical alert.
   *
   * @default - no critical alert
   */
  readonly critical?: BacklogThreshold;

  /**
   * The threshold of the warning.
   *
   * @default - no warning
   */
  readonly warning?: BacklogThreshold;
}

/** When consumers are stuck. */
export interface StallThreshold extends AlertTuning {
  /** How long they have processed nothing. It must be shorter than the lookback window; otherwise synth fails. */
  readonly olderThan: Duration;

  /**
   * The alert does not fire if fewer messages were sent meanwhile. A whole number of 1 or more; others fail at synth.
   *
   * @default 10
   */
  readonly minimumCount?: number;
}

/** When consumers are stuck, by severity. An empty struct switches the alerts off. */
export interface StallThresholds {
  /**
   * The threshold of the critical alert.
   *
   * @default - no critical alert
   */
  readonly critical?: StallThreshold;

  /**
   * The threshold of the warning.
   *
   * @default - no warning
   */
  readonly warning?: StallThreshold;
}
