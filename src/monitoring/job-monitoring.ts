import { Construct } from 'constructs';
import { addAlerts } from './alert-kinds';
import { failedSpans } from './record-alerts';
import { AlertTuning } from './subject-alert';
import { LogfireSubjectMonitoring, LogfireSubjectMonitoringProps } from './subject-monitoring';
import { TuningBySeverity } from './subject-thresholds';
import { NotifyWhen } from '../alerting/alert';
import { checkCall } from '../core/calls';
import { checkNotBlank, checkPositive } from '../core/checks';
import { Duration } from '../core/duration';
import { fail } from '../core/errors';
import { DashboardUnit } from '../dashboards/dashboard-unit';
import { TablePanel } from '../dashboards/panels/table-panel';
import { TimeSeriesDisplay, TimeSeriesPanel } from '../dashboards/panels/time-series-panel';
import { ValuesPanel } from '../dashboards/panels/values-panel';
import { AlertQuery } from '../queries/alert-query';
import { RecordAggregate } from '../queries/record-aggregate';
import { RecordColumn } from '../queries/record-column';
import { RecordFilter } from '../queries/record-filter';
import { RowsQuery } from '../queries/rows-query';
import { TimeSeriesQuery } from '../queries/time-series-query';

/** When a successful run is missing. */
export interface MissedRunThreshold extends AlertTuning {
  /**
   * How late a successful run may end, counted from when it should have begun. It must be longer than a run takes, because Logfire sees a run when
   * it ends. It must be known at synth.
   *
   * @default - a quarter of `every`, from 10 minutes to 2 hours
   */
  readonly grace?: Duration;
}

/** When a successful run is missing, by severity. An empty struct switches the alerts off. */
export interface MissedRunThresholds {
  /**
   * The threshold of the critical alert.
   *
   * @default - no critical alert
   */
  readonly critical?: MissedRunThreshold;

  /**
   * The threshold of the warning.
   *
   * @default - no warning
   */
  readonly warning?: MissedRunThreshold;
}

/** When a run takes too long. */
export interface SlowRunThreshold extends AlertTuning {
  /** The alert fires for a run that took longer. */
  readonly longerThan: Duration;
}

/** When a run takes too long, by severity. An empty struct switches the alerts off. */
export interface SlowRunThresholds {
  /**
   * The threshold of the critical alert.
   *
   * @default - no critical alert
   */
  readonly critical?: SlowRunThreshold;

  /**
   * The threshold of the warning.
   *
   * @default - no warning
   */
  readonly warning?: SlowRunThreshold;
}

/** What is watched about a scheduled job. */
export interface JobMonitoringOptions {
  /** Name of the span that each run has, such as `nightly import`. It must not be blank. */
  readonly spanName: string;

  /** How often the job runs, such as `Duration.days(1)`: less than 29 days. It must be known at synth. */
  readonly every: Duration;

  /**
   * Name of the service that runs the job, as it reports it (`service.name`). It must not be blank.
   *
   * @default - all services of the project
   */
  readonly serviceName?: string;

  /**
   * A job without a successful run for longer than `every` and some grace: it did not run, still runs, or failed. Fires also if there was no run yet.
   * A job that runs less often than every six days is checked once a day, because Logfire requires that for a lookback window of 30 days.
   *
   * @default - critical
   */
  readonly missedRun?: MissedRunThresholds;

  /**
   * Failed runs, with links to their traces. Notifies once for each series of failures. A run of a day or longer is not seen, unless `timeWindow` is
   * longer.
   *
   * @default - a warning
   */
  readonly failedRun?: TuningBySeverity;

  /**
   * Runs that took too long, with links to their traces, when they end. A run of a day or longer is not seen, unless `timeWindow` is longer.
   *
   * @default - no alerts: how long a run may take depends on the job
   */
  readonly slowRun?: SlowRunThresholds;
}

/** Properties of the monitoring of a scheduled job. */
export interface LogfireJobMonitoringProps extends LogfireSubjectMonitoringProps, JobMonitoringOptions {}

const SHORTEST_GRACE = Duration.minutes(10).toSeconds();
const LONGEST_GRACE = Duration.hours(2).toSeconds();
/** Lookback windows that every version of the provider accepts, and how often an alert with each may run. */
const WINDOWS: readonly (readonly [window: Duration, frequency: Duration])[] = [
  [Duration.hours(1), Duration.minutes(5)],
  [Duration.hours(6), Duration.minutes(5)],
  [Duration.hours(12), Duration.minutes(15)],
  [Duration.hours(24), Duration.minutes(15)],
  [Duration.days(7), Duration.hours(1)],
  [Duration.days(30), Duration.hours(24)],
];

/**
 * Monitors a scheduled job by the span of each run: runs that are missing, failed or slow.
 *
 * @example
 * declare const project: ILogfireProject;
 * declare const pager: ILogfireChannel;
 * new LogfireJobMonitoring(this, 'Import', {
 *   project,
 *   routing: NotificationRouting.bySeverity({ critical: [Delivery.to(pager)] }),
 *   spanName: 'nightly import',
 *   every: Duration.days(1),
 *   slowRun: { warning: { longerThan: Duration.hours(1) } },
 * });
 */
export class LogfireJobMonitoring extends LogfireSubjectMonitoring {
  private readonly runs: RecordFilter;

  constructor(scope: Construct, id: string, props: LogfireJobMonitoringProps) {
    super(scope, id, props);
    checkCall('new LogfireJobMonitoring', arguments, this);
    const { spanName, serviceName, every } = props;
    checkNotBlank(this, 'spanName', spanName, 'pass the name of the span that each run has');
    checkNotBlank(this, 'serviceName', serviceName ?? 'all', 'leave it out for all services');
    checkPositive(this, 'every', every);
    if (every.isUnresolved()) {
      fail(this, 'known-at-synth', 'every must be known at synth, got a Terraform expression; pass a duration such as Duration.days(1)');
    }
    this.runs = RecordFilter.allOf([
      ...serviceName === undefined ? [] : [RecordFilter.service(serviceName)],
      RecordFilter.spanName(spanName),
      RecordFilter.hasColumn(RecordColumn.DURATION),
    ]);
    this.addMissedRunAlerts(every, props.missedRun ?? { critical: {} });
    this.addRunAlerts(props);
    this.addPanels();
  }

  private addMissedRunAlerts(every: Duration, thresholds: MissedRunThresholds): void {
    const usual = Duration.seconds(Math.min(Math.max(every.toSeconds() / 4, SHORTEST_GRACE), LONGEST_GRACE));
    const graces = (['critical', 'warning'] as const)
      .filter((severity) => thresholds[severity] !== undefined)
      .map((severity) => this.checkedGrace(severity, thresholds[severity]!.grace ?? usual));
    if (graces.length === 0) {
      return;
    }
    const longest = every.toSeconds() + Math.max(...graces);
    const fitting = WINDOWS.find(([window]) => longest < window.toSeconds());
    if (fitting === undefined) {
      fail(this, 'job-interval', `every must be less than 30 days together with the grace, got ${every.toString()}; an alert does not look back further`);
    }
    const [timeWindow, frequency] = fitting;
    addAlerts<MissedRunThreshold>(this, {
      id: 'MissedRun',
      prop: 'missedRun',
      title: 'no successful run',
      description: `No run of the job succeeded in time; it runs every ${every.toString()}. Look whether it was started, whether it still runs, and at its latest failure.`,
      timeWindow,
      frequency,
      query: ({ grace = usual }) => AlertQuery.staleness({ filter: this.runs.also(failedSpans().negate()), olderThan: every.plus(grace) }),
    }, thresholds);
  }

  /** The lookback window depends on it. */
  private checkedGrace(severity: string, grace: Duration): number {
    if (grace.isUnresolved()) {
      fail(this, 'known-at-synth', `missedRun.${severity}.grace must be known at synth, got a Terraform expression; pass a duration such as Duration.hours(1)`);
    }
    return grace.toSeconds();
  }

  private addRunAlerts(props: JobMonitoringOptions): void {
    // A run is in the window by when it began, and known when it ended: a window shorter than a run would never see it.
    const common = { timeWindow: Duration.hours(24), frequency: Duration.minutes(15), notifyWhen: NotifyWhen.STARTS_HAVING_MATCHES };
    addAlerts<AlertTuning>(this, {
      ...common,
      id: 'FailedRun',
      prop: 'failedRun',
      title: 'failed run',
      description: 'A run of the job failed. Look at its exception.',
      query: ({ frequency = common.frequency }) => AlertQuery.rows({
        filter: this.runs.also(failedSpans()).also(endedLately(frequency)), columns: [RecordColumn.EXCEPTION_TYPE, RecordColumn.EXCEPTION_MESSAGE],
      }),
    }, props.failedRun ?? { warning: {} });
    addAlerts<SlowRunThreshold>(this, {
      ...common,
      id: 'SlowRun',
      prop: 'slowRun',
      title: 'slow run',
      description: 'A run of the job took too long. Look at its slowest steps, and at how much it had to do.',
      query: ({ longerThan, frequency = common.frequency }) => AlertQuery.rows({
        filter: this.runs.also(RecordFilter.durationAtLeast(longerThan.toSeconds())).also(endedLately(frequency)), columns: [RecordColumn.DURATION],
      }),
    }, props.slowRun ?? {});
  }

  private addPanels(): void {
    const filter = this.runs;
    this.addSummaryPanel(new ValuesPanel({ panelId: 'runs', title: 'Runs', query: RowsQuery.value({ filter, aggregate: RecordAggregate.count() }) }));
    this.addSummaryPanel(new ValuesPanel({
      panelId: 'failed', title: 'Failed runs', query: RowsQuery.value({ filter: filter.also(failedSpans()), aggregate: RecordAggregate.count() }),
    }));
    this.addSummaryPanel(new ValuesPanel({
      panelId: 'longest',
      title: 'Longest run',
      query: RowsQuery.value({ filter, aggregate: RecordAggregate.maximumOf(RecordColumn.DURATION) }),
      unit: DashboardUnit.SECONDS,
    }));
    this.addPanel(new TimeSeriesPanel({
      panelId: 'duration',
      title: 'Duration',
      query: TimeSeriesQuery.value({ filter, aggregate: RecordAggregate.maximumOf(RecordColumn.DURATION) }),
      unit: DashboardUnit.SECONDS,
      display: TimeSeriesDisplay.BAR,
    }));
    this.addPanel(new TimeSeriesPanel({
      panelId: 'failures', title: 'Failed runs', query: TimeSeriesQuery.count({ filter: filter.also(failedSpans()) }), display: TimeSeriesDisplay.BAR,
    }));
    this.addPanel(new TablePanel({
      panelId: 'latest-runs',
      title: 'Latest runs',
      query: RowsQuery.records({
        filter,
        columns: [RecordColumn.START_TIMESTAMP, RecordColumn.DURATION, RecordColumn.LEVEL, RecordColumn.EXCEPTION_MESSAGE, RecordColumn.TRACE_ID],
        limit: 20,
      }),
    }));
  }
}

/** Two runs of the alert see a span that ends, so that none is missed between them. */
function endedLately(frequency: Duration): RecordFilter {
  return RecordFilter.endedWithin(frequency.plus(frequency));
}
