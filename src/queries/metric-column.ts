import { attributeSql, columnSql, ColumnSql } from './column-sql';
import { checkCall } from '../core/calls';

/**
 * A column of Logfire's table `metrics`, or an attribute in it: what a query groups by, shows or compares.
 *
 * @example
 * const ofHost = MetricColumn.resourceAttribute('host.name');
 */
export class MetricColumn {
  /** Name of the metric, such as `http.server.request.duration`. */
  public static readonly METRIC_NAME = new MetricColumn(columnSql('metric_name', 'string', false));
  /** Type of the metric, such as `sum`, `gauge` or `histogram`. */
  public static readonly METRIC_TYPE = new MetricColumn(columnSql('metric_type', 'string', false));
  /** Unit of the metric, such as `s`. */
  public static readonly UNIT = new MetricColumn(columnSql('unit', 'string', true));
  /** When the point was recorded. */
  public static readonly RECORDED_TIMESTAMP = new MetricColumn(columnSql('recorded_timestamp', 'timestamp', false));
  /** When the period of the point began. */
  public static readonly START_TIMESTAMP = new MetricColumn(columnSql('start_timestamp', 'timestamp', true));
  /** Whether points are increases or running totals. */
  public static readonly AGGREGATION_TEMPORALITY = new MetricColumn(columnSql('aggregation_temporality', 'string', true));
  /** Whether a sum can only increase. */
  public static readonly IS_MONOTONIC = new MetricColumn(columnSql('is_monotonic', 'boolean', true));
  /** Value of a gauge or a counter. Histograms have none. */
  public static readonly SCALAR_VALUE = new MetricColumn(columnSql('scalar_value', 'number', true));
  /** Least value in a histogram. */
  public static readonly HISTOGRAM_MIN = new MetricColumn(columnSql('histogram_min', 'number', true));
  /** Greatest value in a histogram. */
  public static readonly HISTOGRAM_MAX = new MetricColumn(columnSql('histogram_max', 'number', true));
  /** Number of values in a histogram. */
  public static readonly HISTOGRAM_COUNT = new MetricColumn(columnSql('histogram_count', 'number', true));
  /** Sum of the values in a histogram. */
  public static readonly HISTOGRAM_SUM = new MetricColumn(columnSql('histogram_sum', 'number', true));
  /** Name of the service that sent the point. */
  public static readonly SERVICE_NAME = new MetricColumn(columnSql('service_name', 'string', false));
  /** Namespace of the service. */
  public static readonly SERVICE_NAMESPACE = new MetricColumn(columnSql('service_namespace', 'string', true));
  /** Version of the service. */
  public static readonly SERVICE_VERSION = new MetricColumn(columnSql('service_version', 'string', true));
  /** Id of the running instance of the service. */
  public static readonly SERVICE_INSTANCE_ID = new MetricColumn(columnSql('service_instance_id', 'string', true));
  /** Deployment environment, such as `production`. */
  public static readonly DEPLOYMENT_ENVIRONMENT = new MetricColumn(columnSql('deployment_environment', 'string', true));
  /** Id of the process. */
  public static readonly PROCESS_PID = new MetricColumn(columnSql('process_pid', 'number', true));
  /** Name of the instrumentation that created the metric. */
  public static readonly OTEL_SCOPE_NAME = new MetricColumn(columnSql('otel_scope_name', 'string', true));
  /** Version of the instrumentation. */
  public static readonly OTEL_SCOPE_VERSION = new MetricColumn(columnSql('otel_scope_version', 'string', true));

  /** An attribute of the point, such as `tenant`. A blank name fails at synth. */
  public static attribute(attributeName: string): MetricColumn {
    checkCall('MetricColumn.attribute', arguments);
    return new MetricColumn(attributeSql('MetricColumn.attribute', 'attributes', attributeName));
  }

  /** An attribute of what sent the point, such as `host.name` or `k8s.pod.name`. A blank name fails at synth. */
  public static resourceAttribute(attributeName: string): MetricColumn {
    checkCall('MetricColumn.resourceAttribute', arguments);
    return new MetricColumn(attributeSql('MetricColumn.resourceAttribute', 'otel_resource_attributes', attributeName));
  }

  /** The column or attribute in SQL, such as `service_name`. */
  public readonly sql: string;

  private constructor(
    /** @internal */
    public readonly _column: ColumnSql,
  ) {
    this.sql = _column.sql;
  }
}
