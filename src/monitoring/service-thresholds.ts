import type { AlertTuning } from './subject-alert';
import type { CountThresholds, FailureThresholds, LatencyThresholds, TuningBySeverity } from './subject-thresholds';
import { Duration } from '../core/duration';

/** When traffic drops too much. */
export interface TrafficDropThreshold extends AlertTuning {
  /**
   * The alert fires when the second half of the lookback window has fewer requests than this share of those in the first half, in percent:
   * above 0 and at most 100. Others fail at synth.
   *
   * @default 50
   */
  readonly belowPercent?: number;

  /**
   * The alert does not fire if the first half of the lookback window has fewer requests. A whole number of 1 or more; others fail at synth.
   *
   * @default 50
   */
  readonly minimumCount?: number;
}

/** When traffic drops too much, by severity. An empty struct switches the alerts off. */
export interface TrafficDropThresholds {
  /**
   * The threshold of the critical alert.
   *
   * @default - no critical alert
   */
  readonly critical?: TrafficDropThreshold;

  /**
   * The threshold of the warning.
   *
   * @default - no warning
   */
  readonly warning?: TrafficDropThreshold;
}

/** When too many requests are slow. */
export interface SlowRequestThreshold extends AlertTuning {
  /**
   * A request is slow if it takes this long or longer, in seconds. It must be above 0; others fail at synth.
   *
   * @default 2
   */
  readonly aboveSeconds?: number;

  /**
   * The alert does not fire with fewer slow requests in the lookback window. A whole number of 1 or more; others fail at synth.
   *
   * @default 5
   */
  readonly minimumCount?: number;
}

/** When too many requests are slow, by severity. An empty struct switches the alerts off. */
export interface SlowRequestThresholds {
  /**
   * The threshold of the critical alert.
   *
   * @default - no critical alert
   */
  readonly critical?: SlowRequestThreshold;

  /**
   * The threshold of the warning.
   *
   * @default - no warning
   */
  readonly warning?: SlowRequestThreshold;
}

/** When the alerts of a service fire, by kind. For each kind, an empty struct switches its alerts off. */
export interface ServiceThresholds {
  /**
   * Too many requests fail.
   *
   * @default - critical above 5 % of at least 20 requests with at least 3 failures; 10 minutes, every 5 minutes
   */
  readonly errorRate?: FailureThresholds;

  /**
   * Requests take too long.
   *
   * @default - warning when the 95th percentile of at least 20 requests is above 1 second; 10 minutes, every 5 minutes
   */
  readonly latency?: LatencyThresholds;

  /**
   * There are much fewer requests than before.
   *
   * @default - warning below 50 % of at least 50 requests in the 15 minutes before; 30 minutes, every 5 minutes
   */
  readonly trafficDrop?: TrafficDropThresholds;

  /**
   * The service sends nothing, neither spans nor logs, for the whole lookback window.
   *
   * @default - critical after 15 minutes; every 5 minutes
   */
  readonly silence?: TuningBySeverity;
}

/**
 * The noisy alerts of a service, which are created inactive: switch them on in Logfire or with `active` while you look for a problem. For each
 * kind, an empty struct removes its alerts.
 */
export interface ServiceDiagnostics {
  /**
   * Many requests are slow, even if most are fast.
   *
   * @default - inactive warning about 5 requests of 2 seconds or longer; 10 minutes, every 5 minutes
   */
  readonly slowRequests?: SlowRequestThresholds;

  /**
   * Lists exceptions of types that did not occur in the last 24 hours.
   *
   * @default - inactive warning; 24 hours, every hour
   */
  readonly newExceptions?: TuningBySeverity;

  /**
   * Lists every exception, as the template "Exceptions" of the Logfire UI does.
   *
   * @default - inactive warning; 10 minutes, every 10 minutes
   */
  readonly exceptions?: TuningBySeverity;

  /**
   * Lists every record of level `error` or above, as the template "Unhandled errors" of the Logfire UI does.
   *
   * @default - inactive warning; 10 minutes, every 10 minutes
   */
  readonly unhandledErrors?: TuningBySeverity;

  /**
   * There are many exceptions, as the template "Exception burst" of the Logfire UI says.
   *
   * @default - inactive warning above 50 exceptions; 10 minutes, every 5 minutes
   */
  readonly exceptionBurst?: CountThresholds;

  /**
   * Lists validation errors of Pydantic, as the template "Pydantic validation errors" of the Logfire UI does.
   *
   * @default - inactive warning; 10 minutes, every 10 minutes
   */
  readonly validationErrors?: TuningBySeverity;

  /**
   * Lists every record of level `fatal`, as the template "Critical log lines" of the Logfire UI does.
   *
   * @default - inactive warning; 10 minutes, every 10 minutes
   */
  readonly criticalLogs?: TuningBySeverity;
}

/** The SLO of a service: the percentage of requests that must not fail. */
export interface ServiceSlo {
  /** Target: the percentage of requests that must not fail, from 1 to below 100, such as `99.9`. */
  readonly targetPercent: number;

  /**
   * Rolling window over which the target applies, from one hour to 90 days. Your Logfire plan and retention may allow less.
   *
   * @default Duration.days(30)
   */
  readonly rollingWindow?: Duration;

  /**
   * Description of the objective.
   *
   * @default - no description
   */
  readonly description?: string;
}
