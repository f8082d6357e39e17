import { MetricAggregate } from '../queries/metric-aggregate';
import { MetricColumn } from '../queries/metric-column';
import { MetricFilter } from '../queries/metric-filter';

/** What sends the metrics of a host. Their names and states differ, so an alert for one never fires for the other. */
export enum HostMetricsSource {
  /** The Python SDK of Logfire, with `logfire.instrument_system_metrics()`. It knows nothing of file systems. */
  LOGFIRE_SDK = 'logfire-sdk',
  /**
   * The receiver `hostmetrics` of an OpenTelemetry Collector. Enable its optional metrics `system.cpu.utilization`, `system.memory.utilization`,
   * `system.filesystem.utilization` and `system.paging.utilization`: without them, alerts never fire and panels stay empty.
   */
  COLLECTOR = 'collector',
}

/** A metric of a host, and how it becomes a percentage in use. */
export interface HostMetric {
  readonly filter: MetricFilter;
  readonly used: MetricAggregate;
}

/** The metrics of a source. */
export interface HostMetrics {
  readonly cpu: HostMetric;
  readonly memory: HostMetric;
  readonly swap: HostMetric;
  readonly disk?: HostMetric;
}

/** Attribute of the resource that tells hosts apart. */
export const HOST = 'host.name';
export const hostColumn = () => MetricColumn.resourceAttribute(HOST);
/** Attributes of the metrics of file systems. */
export const mountPointColumn = () => MetricColumn.attribute('mountpoint');

const metric = (name: string) => MetricFilter.metricName(name);
const withState = (name: string, state: string) => metric(name).also(MetricFilter.attribute('state', state));

/** OpenTelemetry: semantic conventions for system metrics. All of these are from 0 to 1. */
export function hostMetrics(source: HostMetricsSource): HostMetrics {
  if (source === HostMetricsSource.LOGFIRE_SDK) {
    return {
      cpu: { filter: metric('system.cpu.simple_utilization'), used: MetricAggregate.averagePercent() },
      memory: { filter: withState('system.memory.utilization', 'available'), used: MetricAggregate.complementPercent() },
      swap: { filter: withState('system.swap.utilization', 'used'), used: MetricAggregate.averagePercent() },
    };
  }
  return {
    cpu: { filter: withState('system.cpu.utilization', 'idle'), used: MetricAggregate.complementPercent() },
    memory: { filter: withState('system.memory.utilization', 'used'), used: MetricAggregate.averagePercent() },
    swap: { filter: withState('system.paging.utilization', 'used'), used: MetricAggregate.averagePercent() },
    // A file system that cannot be written to, such as the image of a package, is always full.
    disk: { filter: metric('system.filesystem.utilization').also(MetricFilter.attribute('mode', 'ro').negate()), used: MetricAggregate.averagePercent() },
  };
}

/** Any metric of the system: a host that is up sends some every minute. */
export const anySystemMetric = () => MetricFilter.columnStartsWith(MetricColumn.METRIC_NAME, 'system.');
