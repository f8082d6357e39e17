import { Construct } from 'constructs';
import { addAlerts } from './alert-kinds';
import { failureQuery, halfOf, latencyQuery } from './record-alerts';
import { TrafficDropThreshold, TrafficDropThresholds } from './service-thresholds';
import { LogfireSubjectMonitoring, LogfireSubjectMonitoringProps } from './subject-monitoring';
import { FailureThreshold, FailureThresholds, LatencyThreshold, LatencyThresholds, SilenceThreshold, SilenceThresholds } from './subject-thresholds';
import { checkCall } from '../core/calls';
import { checkNotBlank } from '../core/checks';
import { Duration } from '../core/duration';
import { DashboardUnit } from '../dashboards/dashboard-unit';
import { BarPanel } from '../dashboards/panels/bar-panel';
import { TablePanel } from '../dashboards/panels/table-panel';
import { TimeSeriesPanel } from '../dashboards/panels/time-series-panel';
import { ValuesPanel } from '../dashboards/panels/values-panel';
import { AlertQuery } from '../queries/alert-query';
import { RecordAggregate } from '../queries/record-aggregate';
import { RecordColumn } from '../queries/record-column';
import { RecordFilter } from '../queries/record-filter';
import { RecordLevel } from '../queries/record-level';
import { RowsQuery } from '../queries/rows-query';
import { TimeSeriesQuery } from '../queries/time-series-query';

/** What is watched about a web application in the browser. */
export interface FrontendMonitoringOptions {
  /** Name of the service that the application reports, such as the name of its `LogfireFrontendApplication`. It must not be blank. */
  readonly serviceName: string;

  /**
   * Errors in the browser, in percent of page loads and errors together, in 15 minutes: 50 % is one error for each page load.
   *
   * @default - critical above 50 % and a warning above 20 %, of at least 50 page loads and errors, with at least 10 errors
   */
  readonly errorRate?: FailureThresholds;

  /**
   * Failed requests of the application to its servers, as a share of its requests, in 15 minutes: those with a status of 500 or above.
   *
   * @default - critical above 25 % and a warning above 5 %, of at least 20 requests, with at least 5 and 3 failures
   */
  readonly requestErrorRate?: FailureThresholds;

  /**
   * How long pages take to load, in 30 minutes. The default is for the slowest quarter of the page loads.
   *
   * @default - a warning above 4 seconds for the percentile 75, of at least 20 page loads
   */
  readonly loadTime?: LatencyThresholds;

  /**
   * Page loads that become fewer, or none: the second half of 30 minutes against the first one.
   *
   * @default - critical below 10 % and a warning below 50 %, of at least 50 page loads before
   */
  readonly pageLoadDrop?: TrafficDropThresholds;

  /**
   * How long no page was loaded, for applications that people use at all times.
   *
   * @default - no alerts: `pageLoadDrop` sees when traffic stops
   */
  readonly silence?: SilenceThresholds;
}

/** Properties of the monitoring of a web application in the browser. */
export interface LogfireFrontendMonitoringProps extends LogfireSubjectMonitoringProps, FrontendMonitoringOptions {}

/** The span of the instrumentation of OpenTelemetry for the load of a page: from the navigation until all of the page is there. */
const PAGE_LOAD = 'documentLoad';

/**
 * Monitors a web application in the browser: errors, failed requests, slow page loads, and traffic that stops.
 *
 * It reads spans of the instrumentations of OpenTelemetry for browsers, which `@pydantic/logfire-browser` sends: `documentLoad` for page loads, and
 * requests with a status. A record with an exception or of the level `error` is an error.
 *
 * @example
 * declare const project: ILogfireProject;
 * declare const pager: ILogfireChannel;
 * new LogfireFrontendMonitoring(this, 'Web', {
 *   project,
 *   routing: NotificationRouting.bySeverity({ critical: [Delivery.to(pager)] }),
 *   serviceName: 'shop-web',
 *   loadTime: { warning: { aboveSeconds: 3, percentile: 75 } },
 * });
 */
export class LogfireFrontendMonitoring extends LogfireSubjectMonitoring {
  private readonly loads: RecordFilter;
  private readonly requests: RecordFilter;
  private readonly errors: RecordFilter;

  constructor(scope: Construct, id: string, props: LogfireFrontendMonitoringProps) {
    super(scope, id, props);
    checkCall('new LogfireFrontendMonitoring', arguments, this);
    checkNotBlank(this, 'serviceName', props.serviceName, 'pass the name of the service that the application reports');
    const service = RecordFilter.service(props.serviceName);
    const hasStatus = RecordFilter.hasColumn(RecordColumn.HTTP_RESPONSE_STATUS_CODE);
    this.loads = service.also(RecordFilter.spanName(PAGE_LOAD));
    this.requests = service.also(hasStatus);
    // A failed request has its own alert.
    this.errors = service.also(RecordFilter.isException().orElse(RecordFilter.levelAtLeast(RecordLevel.ERROR))).also(hasStatus.negate());
    this.addErrorAlerts(props);
    this.addLoadAlerts(props);
    this.addPanels();
  }

  private addErrorAlerts(props: FrontendMonitoringOptions): void {
    addAlerts<FailureThreshold>(this, {
      id: 'ErrorRate',
      prop: 'errorRate',
      title: 'errors',
      description: 'The application has too many errors in the browser. Look at the latest ones, and at the latest release.',
      timeWindow: Duration.minutes(15),
      frequency: Duration.minutes(5),
      query: ({ minimumCount = 50, minimumFailures = 10, ...others }) => (
        failureQuery(this.loads.orElse(this.errors), this.errors)({ ...others, minimumCount, minimumFailures })),
    }, props.errorRate ?? { critical: { abovePercent: 50 }, warning: { abovePercent: 20 } });
    addAlerts<FailureThreshold>(this, {
      id: 'RequestErrorRate',
      prop: 'requestErrorRate',
      title: 'failed requests',
      description: 'Too many requests of the application fail on the server. Look at the traces of the failed ones.',
      timeWindow: Duration.minutes(15),
      frequency: Duration.minutes(5),
      query: failureQuery(this.requests, RecordFilter.httpStatusAtLeast(500)),
    }, props.requestErrorRate ?? { critical: { abovePercent: 25, minimumFailures: 5 }, warning: { abovePercent: 5 } });
  }

  private addLoadAlerts(props: FrontendMonitoringOptions): void {
    addAlerts<LatencyThreshold>(this, {
      id: 'LoadTime',
      prop: 'loadTime',
      title: 'slow page loads',
      description: 'Pages take too long to load. Look at the slowest page loads: the server, large files, or scripts of others.',
      timeWindow: Duration.minutes(30),
      frequency: Duration.minutes(5),
      query: latencyQuery(this.loads),
    }, props.loadTime ?? { warning: { aboveSeconds: 4, percentile: 75 } });
    addAlerts<TrafficDropThreshold>(this, {
      id: 'PageLoadDrop',
      prop: 'pageLoadDrop',
      title: 'fewer page loads',
      description: 'Far fewer pages are loaded than before. Look whether the application opens, and at the latest release.',
      timeWindow: Duration.minutes(30),
      frequency: Duration.minutes(5),
      query: ({ belowPercent, minimumCount, timeWindow = Duration.minutes(30) }) => (
        AlertQuery.trafficDrop({ filter: this.loads, period: halfOf(timeWindow), belowPercent, minimumCount })),
    }, props.pageLoadDrop ?? { critical: { belowPercent: 10 }, warning: { belowPercent: 50 } });
    addAlerts<SilenceThreshold>(this, {
      id: 'Silence',
      prop: 'silence',
      title: 'no page loads',
      description: 'Nobody loads a page any more. Look whether the application opens, and whether it still sends telemetry.',
      timeWindow: Duration.hours(1),
      frequency: Duration.minutes(5),
      query: ({ olderThan }) => AlertQuery.staleness({ filter: this.loads, olderThan }),
    }, props.silence ?? {});
  }

  private addPanels(): void {
    this.addSummaryPanel(new ValuesPanel({ panelId: 'loads', title: 'Page loads', query: RowsQuery.value({ filter: this.loads, aggregate: RecordAggregate.count() }) }));
    this.addSummaryPanel(new ValuesPanel({ panelId: 'errors', title: 'Errors', query: RowsQuery.value({ filter: this.errors, aggregate: RecordAggregate.count() }) }));
    this.addSummaryPanel(new ValuesPanel({
      panelId: 'p75',
      title: 'Load time, p75',
      query: RowsQuery.value({ filter: this.loads, aggregate: RecordAggregate.durationPercentile(75) }),
      unit: DashboardUnit.SECONDS,
      thresholds: { warning: 2.5, critical: 4 },
    }));
    this.addPanel(new TimeSeriesPanel({ panelId: 'loads-over-time', title: 'Page loads', query: TimeSeriesQuery.count({ filter: this.loads }) }));
    this.addPanel(new TimeSeriesPanel({
      panelId: 'load-time', title: 'Load time', query: TimeSeriesQuery.durationPercentiles({ filter: this.loads, percentiles: [50, 75, 95] }), unit: DashboardUnit.SECONDS,
    }));
    this.addPanel(new TimeSeriesPanel({
      panelId: 'errors-by-type', title: 'Errors by type', query: TimeSeriesQuery.count({ filter: this.errors, groupBy: RecordColumn.EXCEPTION_TYPE }),
    }));
    this.addPanel(new TimeSeriesPanel({
      panelId: 'request-errors',
      title: 'Failed requests',
      query: TimeSeriesQuery.errorRatio({ filter: this.requests, bad: RecordFilter.httpStatusAtLeast(500) }),
      unit: DashboardUnit.PERCENT,
    }));
    this.addPanel(new BarPanel({
      panelId: 'slowest-pages',
      title: 'Slowest pages, p75',
      query: RowsQuery.topN({
        filter: this.loads, groupBy: RecordColumn.URL_PATH, aggregate: RecordAggregate.durationPercentile(75), greatestLast: true,
      }),
      unit: DashboardUnit.SECONDS,
    }));
    this.addPanel(new TablePanel({
      panelId: 'latest-errors',
      title: 'Latest errors',
      query: RowsQuery.records({
        filter: this.errors,
        columns: [
          RecordColumn.START_TIMESTAMP, RecordColumn.EXCEPTION_TYPE, RecordColumn.EXCEPTION_MESSAGE, RecordColumn.MESSAGE, RecordColumn.TRACE_ID,
        ],
        limit: 20,
      }),
    }));
  }
}
