import { AlertSeverity, NotifyWhen } from '../alerting/alert';
import { Duration } from '../core/duration';
import { AlertQuery } from '../queries/alert-query';
import { Sli } from '../slo/sli';
import { SloScope } from '../slo/slo';

/** What every threshold of a monitored subject can change about its alert. */
export interface AlertTuning {
  /**
   * Lookback window of each run, from one minute to 30 days.
   *
   * @default - as the kind of alert needs it; the catalog of alerts lists it
   */
  readonly timeWindow?: Duration;

  /**
   * Evaluation frequency: how often the query runs, from one minute to 24 hours.
   *
   * @default - as the kind of alert needs it; the catalog of alerts lists it
   */
  readonly frequency?: Duration;

  /**
   * Which runs send a notification.
   *
   * @default - as the kind of alert needs it: usually one message when the problem starts, and one when it ends
   */
  readonly notifyWhen?: NotifyWhen;

  /**
   * Whether the query runs.
   *
   * @default - true, except for alerts of the diagnostic tier, which are noisy
   */
  readonly active?: boolean;

  /**
   * Address of a page that says what to do when the alert fires. It must begin with `https://` or `http://`, and have no password or key in
   * it. Others fail at synth.
   *
   * @default - `runbookBaseUrl` of the subject, followed by the kind of alert, such as `error-rate`
   */
  readonly runbook?: string;
}

/** Options of an alert of a monitored subject. */
export interface SubjectAlertOptions extends AlertTuning {
  /** What is wrong when the alert fires, such as `error rate`. The name of the alert is the title of the subject, a colon and this. */
  readonly title: string;

  /** The query. */
  readonly query: AlertQuery;

  /** Severity of the alert. It decides which deliveries are notified. */
  readonly severity: AlertSeverity;

  /** What it means when the alert fires and what to look at first. Severity, owner and runbook are added to it. */
  readonly description: string;

  /**
   * Ids of lint rules whose findings in `query` you accept, such as `Q3`. An unknown id fails at synth.
   *
   * @default - all rules apply
   */
  readonly ignoredLintRules?: string[];
}

/** Options of an SLO of a monitored subject. */
export interface SubjectSloOptions {
  /** What is promised, such as `availability`. The name of the SLO is the title of the subject, a colon and this. */
  readonly title: string;

  /** The service or model provider that the SLO measures. A change replaces the SLO. */
  readonly sloScope: SloScope;

  /** The service level indicator that the SLO measures. */
  readonly sli: Sli;

  /** Target: the percentage of events that must be good, from 1 to below 100, such as `99.9`. */
  readonly targetPercent: number;

  /**
   * Rolling window over which the target applies, from one hour to 90 days.
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
