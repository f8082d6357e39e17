import { Construct } from 'constructs';
import { addAlerts, AlertKind, hasThresholds } from './alert-kinds';
import { anySystemMetric, HOST, hostColumn, HostMetric, HostMetrics, hostMetrics, HostMetricsSource, mountPointColumn } from './host-metrics';
import { LogfireSubjectMonitoring, LogfireSubjectMonitoringProps } from './subject-monitoring';
import { SilenceThreshold, SilenceThresholds, UsageThreshold, UsageThresholds } from './subject-thresholds';
import { checkCall } from '../core/calls';
import { checkNotBlank } from '../core/checks';
import { Duration } from '../core/duration';
import { fail } from '../core/errors';
import { DashboardUnit } from '../dashboards/dashboard-unit';
import { TablePanel } from '../dashboards/panels/table-panel';
import { TimeSeriesPanel } from '../dashboards/panels/time-series-panel';
import { ValuesPanel } from '../dashboards/panels/values-panel';
import { AlertQuery } from '../queries/alert-query';
import { MetricColumn } from '../queries/metric-column';
import { MetricFilter } from '../queries/metric-filter';
import { RowsQuery } from '../queries/rows-query';
import { TimeSeriesQuery } from '../queries/time-series-query';

/** What is watched about hosts. */
export interface HostMonitoringOptions {
  /**
   * What sends the metrics.
   *
   * @default HostMetricsSource.LOGFIRE_SDK
   */
  readonly source?: HostMetricsSource;

  /**
   * Name of the host (`host.name`). It must not be blank.
   *
   * @default - all hosts of the project: each is judged on its own, and only those that sent metrics in the last hour are known
   */
  readonly hostName?: string;

  /**
   * How busy the processors are: all of them together, in every minute of 10 minutes.
   *
   * @default - critical above 97 %, and a warning above 90 %
   */
  readonly cpu?: UsageThresholds;

  /**
   * How much of the memory is in use, in every minute of 10 minutes.
   *
   * @default - critical above 95 %, and a warning above 90 %
   */
  readonly memory?: UsageThresholds;

  /**
   * How full a file system is, in every minute of 15 minutes. Requires `HostMetricsSource.COLLECTOR`: the SDK does not measure it, so that synth
   * fails. Those that are mounted read-only do not count.
   *
   * @default - critical above 90 % and a warning above 80 % with the Collector, otherwise no alerts
   */
  readonly disk?: UsageThresholds;

  /**
   * How long a host has sent no metrics.
   *
   * @default - critical after 5 minutes
   */
  readonly silence?: SilenceThresholds;
}

/** Properties of the monitoring of hosts. */
export interface LogfireHostMonitoringProps extends LogfireSubjectMonitoringProps, HostMonitoringOptions {}

/**
 * Monitors a host, or all hosts of a project: processors, memory, file systems and silence.
 *
 * It reads the metrics `system.*` of the semantic conventions of OpenTelemetry. If both the SDK and a Collector send those of one host, choose one.
 *
 * @example
 * declare const project: ILogfireProject;
 * declare const pager: ILogfireChannel;
 * new LogfireHostMonitoring(this, 'Hosts', {
 *   project,
 *   routing: NotificationRouting.bySeverity({ critical: [Delivery.to(pager)] }),
 *   source: HostMetricsSource.COLLECTOR,
 *   disk: { critical: { abovePercent: 95 } },
 * });
 */
export class LogfireHostMonitoring extends LogfireSubjectMonitoring {
  private readonly host: MetricFilter;
  private readonly groups: MetricColumn[];

  constructor(scope: Construct, id: string, props: LogfireHostMonitoringProps) {
    super(scope, id, props);
    checkCall('new LogfireHostMonitoring', arguments, this);
    const { hostName, source = HostMetricsSource.LOGFIRE_SDK } = props;
    checkNotBlank(this, 'hostName', hostName ?? 'all', 'leave it out for all hosts');
    this.host = hostName === undefined ? MetricFilter.all() : MetricFilter.resourceAttribute(HOST, hostName);
    this.groups = hostName === undefined ? [hostColumn()] : [];
    const metrics = hostMetrics(source);
    this.addUsageAlerts(props, metrics);
    this.addSilenceAlerts(props);
    this.addPanels(metrics);
  }

  private addUsageAlerts(props: HostMonitoringOptions, { cpu, memory, disk }: HostMetrics): void {
    addAlerts(this, this.usage(cpu, {
      id: 'Cpu', prop: 'cpu', title: 'CPU', description: 'The processors of a host are busy. Look at its processes, and at what called them more often.',
    }), props.cpu ?? { critical: { abovePercent: 97 }, warning: { abovePercent: 90 } });
    addAlerts(this, this.usage(memory, {
      id: 'Memory', prop: 'memory', title: 'memory', description: 'The memory of a host is nearly used up. Look at its largest processes: the system will end one of them.',
    }), props.memory ?? { critical: { abovePercent: 95 }, warning: { abovePercent: 90 } });
    if (disk === undefined && hasThresholds(props.disk)) {
      fail(this, 'host-disk', 'disk must be left out for HostMetricsSource.LOGFIRE_SDK, which sends no metrics of file systems, got thresholds; pass source: HostMetricsSource.COLLECTOR');
    }
    if (disk !== undefined) {
      addAlerts(this, {
        ...this.usage(disk, {
          id: 'Disk', prop: 'disk', title: 'disk', description: 'A file system is nearly full. Look for logs and files that nobody deletes, or enlarge it.',
        }, [mountPointColumn()]),
        timeWindow: Duration.minutes(15),
      }, props.disk ?? { critical: { abovePercent: 90 }, warning: { abovePercent: 80 } });
    }
  }

  private usage(
    { filter, used }: HostMetric, about: Pick<AlertKind<UsageThreshold>, 'id' | 'prop' | 'title' | 'description'>, groups: MetricColumn[] = [],
  ): AlertKind<UsageThreshold> {
    return {
      ...about,
      ofCapacity: true,
      timeWindow: Duration.minutes(10),
      frequency: Duration.minutes(5),
      query: ({ abovePercent, minimumMinutes }) => AlertQuery.metricSustainedAbove({
        filter: filter.also(this.host), aggregate: used, threshold: abovePercent, minimumMinutes, groupBy: [...this.groups, ...groups],
      }),
    };
  }

  private addSilenceAlerts(props: HostMonitoringOptions): void {
    addAlerts<SilenceThreshold>(this, {
      id: 'Silence',
      prop: 'silence',
      title: 'silence',
      description: 'A host sends no metrics any more: it is down, cut off, or its agent has stopped. The alert ends when the host was silent for the whole lookback window, because then it is forgotten.',
      timeWindow: Duration.hours(1),
      frequency: Duration.minutes(5),
      query: ({ olderThan }) => AlertQuery.metricStaleness({ filter: anySystemMetric().also(this.host), olderThan, groupBy: this.groups }),
    }, props.silence ?? { critical: { olderThan: Duration.minutes(5) } });
  }

  private addPanels({ cpu, memory, swap, disk }: HostMetrics): void {
    const groupBy = hostColumn();
    for (const [panelId, title, { filter, used }] of [['cpu', 'CPU', cpu], ['memory', 'Memory', memory]] as const) {
      this.addSummaryPanel(new ValuesPanel({
        panelId,
        title,
        description: 'In use, on average.',
        query: RowsQuery.metricValue({ filter: filter.also(this.host), aggregate: used }),
        unit: DashboardUnit.PERCENT,
        thresholds: { warning: 80, critical: 90 },
      }));
    }
    for (const [name, { filter, used }] of [['CPU', cpu], ['Memory', memory], ['Swap', swap]] as const) {
      this.addPanel(new TimeSeriesPanel({
        panelId: `${name.toLowerCase()}-by-host`,
        title: `${name} by host`,
        query: TimeSeriesQuery.metricValue({ filter: filter.also(this.host), aggregate: used, groupBy }),
        unit: DashboardUnit.PERCENT,
        yAxis: { max: 100 },
      }));
    }
    if (disk !== undefined) {
      this.addPanel(new TablePanel({
        panelId: 'disk-by-mount-point',
        title: 'Fullest file systems, in percent',
        query: RowsQuery.metricTopN({ filter: disk.filter.also(this.host), groupBy: mountPointColumn(), aggregate: disk.used }),
        width: 12,
      }));
    }
    this.addPanel(new TablePanel({
      panelId: 'busiest-hosts',
      title: 'Busiest hosts, CPU in percent',
      query: RowsQuery.metricTopN({ filter: cpu.filter.also(this.host), groupBy, aggregate: cpu.used }),
      width: 12,
    }));
  }
}
