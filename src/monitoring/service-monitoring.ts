import { Construct } from 'constructs';
import { addServiceAlerts, addServiceDiagnostics, ServiceRecords } from './service-alerts';
import { addServicePanels } from './service-panels';
import { ServiceDiagnostics, ServiceSlo, ServiceThresholds } from './service-thresholds';
import { LogfireSubjectMonitoring, LogfireSubjectMonitoringProps } from './subject-monitoring';
import { checkCall } from '../core/calls';
import { checkNotBlank } from '../core/checks';
import { RecordColumn } from '../queries/record-column';
import { RecordFilter } from '../queries/record-filter';
import { RecordLevel } from '../queries/record-level';
import { Sli } from '../slo/sli';
import { SloScope } from '../slo/slo';

/** What is monitored of a service. */
export interface ServiceMonitoringOptions extends ServiceThresholds {
  /** The name that the service reports as `service.name`. A blank name fails at synth. */
  readonly serviceName: string;

  /**
   * The requests among the records of the service, which alerts, SLO and panels look at. It need not contain the name of the service.
   *
   * @default - spans of HTTP requests with a route and a status, and the first span of each trace, such as a job of a worker
   */
  readonly requests?: RecordFilter;

  /**
   * The requests that failed.
   *
   * @default - those of level `error` or above, and those with an HTTP status of 500 or above
   */
  readonly failures?: RecordFilter;

  /**
   * The noisy alerts, which are created inactive.
   *
   * @default - all of them, inactive
   */
  readonly diagnostics?: ServiceDiagnostics;

  /**
   * An SLO on the requests that do not fail. It requires a Logfire plan with SLOs.
   *
   * @default - no SLO
   */
  readonly slo?: ServiceSlo;
}

/** Properties of the monitoring of a service. */
export interface LogfireServiceMonitoringProps extends LogfireSubjectMonitoringProps, ServiceMonitoringOptions {}

/** Where a framework reports a route and a status, the span is that of the server: clients know no route, and inner spans no status. */
const HTTP_REQUEST = RecordFilter.hasColumn(RecordColumn.HTTP_ROUTE).also(RecordFilter.hasColumn(RecordColumn.HTTP_RESPONSE_STATUS_CODE));

/**
 * Monitors an HTTP service or a worker: error rate, latency, traffic and silence, with a dashboard and, if you want, an SLO.
 *
 * The noisy alerts are created too, but do not run until you switch them on.
 *
 * @example
 * declare const project: ILogfireProject;
 * declare const pager: ILogfireChannel;
 * declare const slack: ILogfireChannel;
 * new LogfireServiceMonitoring(this, 'Checkout', {
 *   project,
 *   serviceName: 'checkout',
 *   routing: NotificationRouting.bySeverity({ critical: [Delivery.to(pager)], warning: [Delivery.to(slack)] }),
 *   errorRate: { critical: { abovePercent: 10 }, warning: { abovePercent: 2, minimumCount: 100 } },
 *   slo: { targetPercent: 99.9 },
 * });
 */
export class LogfireServiceMonitoring extends LogfireSubjectMonitoring {
  /** The requests of the service: what its alerts, SLO and panels look at. */
  public readonly requests: RecordFilter;

  /** The requests that failed. */
  public readonly failures: RecordFilter;

  constructor(scope: Construct, id: string, props: LogfireServiceMonitoringProps) {
    super(scope, id, props);
    checkCall('new LogfireServiceMonitoring', arguments, this);
    checkNotBlank(this, 'serviceName', props.serviceName, 'pass the name of the service as it reports itself');
    const all = RecordFilter.service(props.serviceName);
    this.requests = all.also(props.requests ?? HTTP_REQUEST.orElse(RecordFilter.isRootSpan()));
    this.failures = props.failures ?? RecordFilter.levelAtLeast(RecordLevel.ERROR).orElse(RecordFilter.httpStatusAtLeast(500));
    const records: ServiceRecords = { all, requests: this.requests, failures: this.failures };
    addServiceAlerts(this, records, props);
    addServiceDiagnostics(this, records, props.diagnostics ?? {});
    addServicePanels(this, records);
    this.addObjective(props);
  }

  private addObjective({ serviceName, slo }: LogfireServiceMonitoringProps): void {
    if (slo !== undefined) {
      this.addSlo('Availability', {
        ...slo,
        title: 'availability',
        sloScope: SloScope.service(serviceName),
        sli: Sli.ratio({ totalQuery: this.requests.sql, badQuery: this.failures.sql }),
      });
    }
  }
}
