import { addAlerts } from './alert-kinds';
import { halfOf } from './record-alerts';
import { ServiceDiagnostics, ServiceThresholds, SlowRequestThreshold, TrafficDropThreshold } from './service-thresholds';
import type { AlertTuning } from './subject-alert';
import type { LogfireSubjectMonitoring } from './subject-monitoring';
import { CountThreshold, FailureThreshold, LatencyThreshold } from './subject-thresholds';
import { NotifyWhen } from '../alerting/alert';
import { Duration } from '../core/duration';
import { AlertQuery } from '../queries/alert-query';
import { RecordColumn } from '../queries/record-column';
import { RecordFilter } from '../queries/record-filter';
import { RecordLevel } from '../queries/record-level';

/** The records of a service that its alerts and panels look at. */
export interface ServiceRecords {
  /** Everything that the service sends. */
  readonly all: RecordFilter;
  readonly requests: RecordFilter;
  readonly failures: RecordFilter;
}

const [FIVE_MINUTES, TEN_MINUTES, HALF_AN_HOUR] = [5, 10, 30].map((minutes) => Duration.minutes(minutes));
const HOUR = Duration.hours(1);
const TYPE_AND_MESSAGE = [RecordColumn.EXCEPTION_TYPE, RecordColumn.EXCEPTION_MESSAGE];

/** Pydantic's own exceptions of both of its major versions. */
const PYDANTIC_ERROR = RecordFilter.fromSql("exception_type LIKE 'pydantic%ValidationError'");

/** Adds the alerts that page or warn. */
export function addServiceAlerts(
  subject: LogfireSubjectMonitoring, { all, requests, failures }: ServiceRecords, thresholds: ServiceThresholds,
): void {
  addAlerts<FailureThreshold>(subject, {
    id: 'ErrorRate',
    prop: 'errorRate',
    title: 'error rate',
    description: 'Too many requests fail. Look at the latest errors on the dashboard, and at what was deployed before they began.',
    timeWindow: TEN_MINUTES,
    frequency: FIVE_MINUTES,
    query: ({ abovePercent, minimumCount, minimumFailures = 3 }) => (
      AlertQuery.errorRatio({ filter: requests, bad: failures, abovePercent, minimumCount, minimumBad: minimumFailures })),
  }, thresholds.errorRate ?? { critical: { abovePercent: 5 } });
  addAlerts<LatencyThreshold>(subject, {
    id: 'Latency',
    prop: 'latency',
    title: 'latency',
    description: 'Requests take too long. Look at the slowest operations on the dashboard, and in their traces at what they wait for.',
    timeWindow: TEN_MINUTES,
    frequency: FIVE_MINUTES,
    query: ({ aboveSeconds, percentile, minimumCount }) => (
      AlertQuery.durationPercentileAbove({ filter: requests, thresholdSeconds: aboveSeconds, percentile, minimumCount })),
  }, thresholds.latency ?? { warning: { aboveSeconds: 1 } });
  addAlerts<TrafficDropThreshold>(subject, {
    id: 'TrafficDrop',
    prop: 'trafficDrop',
    title: 'traffic drop',
    description: 'There are much fewer requests than before. Look at what calls the service: load balancer, DNS, certificates, clients.',
    timeWindow: HALF_AN_HOUR,
    // A run every 15 minutes can miss a drop: it has both halves in one period.
    frequency: FIVE_MINUTES,
    query: ({ belowPercent, minimumCount, timeWindow = HALF_AN_HOUR }) => (
      AlertQuery.trafficDrop({ filter: requests, period: halfOf(timeWindow), belowPercent, minimumCount })),
  }, thresholds.trafficDrop ?? { warning: {} });
  addAlerts<AlertTuning>(subject, {
    id: 'Silence',
    prop: 'silence',
    title: 'silence',
    description: 'The service sends neither spans nor logs. Look at whether it runs, and at whether its token and network let it send.',
    timeWindow: Duration.minutes(15),
    frequency: FIVE_MINUTES,
    query: () => AlertQuery.silence({ filter: all, problem: 'no telemetry' }),
  }, thresholds.silence ?? { critical: {} });
}

/** Adds the noisy alerts, which do not run by default. */
export function addServiceDiagnostics(subject: LogfireSubjectMonitoring, { all, requests }: ServiceRecords, diagnostics: ServiceDiagnostics): void {
  addAlerts<SlowRequestThreshold>(subject, {
    id: 'SlowRequests',
    prop: 'diagnostics.slowRequests',
    title: 'slow requests',
    description: 'Many requests are slow, although most may be fast. Look at the slowest operations on the dashboard.',
    timeWindow: TEN_MINUTES,
    frequency: FIVE_MINUTES,
    diagnostic: true,
    query: ({ aboveSeconds = 2, minimumCount = 5 }) => (
      AlertQuery.countAbove({ filter: requests.also(RecordFilter.durationAtLeast(aboveSeconds)), threshold: minimumCount - 1 })),
  }, diagnostics.slowRequests ?? { warning: {} });
  addAlerts<AlertTuning>(subject, {
    id: 'NewExceptions',
    prop: 'diagnostics.newExceptions',
    title: 'new exceptions',
    description: 'Exceptions of types that did not occur in the hours before. Look at the trace, and at what was deployed.',
    timeWindow: Duration.hours(24),
    frequency: HOUR,
    notifyWhen: NotifyWhen.HAS_MATCHES,
    diagnostic: true,
    query: ({ frequency = HOUR }) => (
      AlertQuery.firstSeen({ filter: all.also(RecordFilter.isException()), groupBy: RecordColumn.EXCEPTION_TYPE, within: frequency })),
  }, diagnostics.newExceptions ?? { warning: {} });
  addAlerts<CountThreshold>(subject, {
    id: 'ExceptionBurst',
    prop: 'diagnostics.exceptionBurst',
    title: 'exception burst',
    description: 'There are many exceptions. Look at which types they have on the dashboard.',
    timeWindow: TEN_MINUTES,
    frequency: FIVE_MINUTES,
    diagnostic: true,
    query: ({ above }) => AlertQuery.countAbove({ filter: all.also(RecordFilter.isException()), threshold: above }),
  }, diagnostics.exceptionBurst ?? { warning: { above: 50 } });
  for (const { id, prop, title, description, filter, columns } of LISTS) {
    addAlerts<AlertTuning>(subject, {
      id,
      prop: `diagnostics.${prop}`,
      title,
      description,
      timeWindow: TEN_MINUTES,
      frequency: TEN_MINUTES,
      notifyWhen: NotifyWhen.HAS_MATCHES,
      diagnostic: true,
      query: () => AlertQuery.rows({ filter: all.also(filter), columns }),
    }, diagnostics[prop] ?? { warning: {} });
  }
}

/** An alert that lists records. */
interface ListKind {
  readonly id: string;
  readonly prop: 'exceptions' | 'unhandledErrors' | 'validationErrors' | 'criticalLogs';
  readonly title: string;
  readonly description: string;
  readonly filter: RecordFilter;
  readonly columns?: RecordColumn[];
}

const LISTS: readonly ListKind[] = [
  {
    id: 'Exceptions',
    prop: 'exceptions',
    title: 'exceptions',
    description: 'Exceptions occurred. The Issues page of Logfire groups them.',
    filter: RecordFilter.isException(),
    columns: TYPE_AND_MESSAGE,
  },
  {
    id: 'UnhandledErrors',
    prop: 'unhandledErrors',
    title: 'unhandled errors',
    description: 'Spans or logs have the level error or above. Look at their traces.',
    filter: RecordFilter.levelAtLeast(RecordLevel.ERROR),
  },
  {
    id: 'ValidationErrors',
    prop: 'validationErrors',
    title: 'Pydantic validation errors',
    description: 'Pydantic rejected data. Look at who sent it, and at whether a model or a client changed.',
    filter: PYDANTIC_ERROR,
    columns: TYPE_AND_MESSAGE,
  },
  {
    id: 'CriticalLogs',
    prop: 'criticalLogs',
    title: 'critical log lines',
    description: 'Spans or logs have the level fatal. Look at whether the program still runs.',
    filter: RecordFilter.levelAtLeast(RecordLevel.FATAL),
  },
];
