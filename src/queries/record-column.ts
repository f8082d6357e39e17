import { attributeSql, columnSql, ColumnSql } from './column-sql';
import { checkCall } from '../core/calls';

/**
 * A column of Logfire's table `records`, or an attribute in it: what a query groups by, shows or compares.
 *
 * @example
 * const slow = RecordFilter.hasColumn(RecordColumn.HTTP_ROUTE).also(RecordFilter.durationAtLeast(0.5));
 */
export class RecordColumn {
  /** Name of the service that sent the record. */
  public static readonly SERVICE_NAME = new RecordColumn(columnSql('service_name', 'string', false));
  /** Namespace of the service. */
  public static readonly SERVICE_NAMESPACE = new RecordColumn(columnSql('service_namespace', 'string', true));
  /** Version of the service. */
  public static readonly SERVICE_VERSION = new RecordColumn(columnSql('service_version', 'string', true));
  /** Id of the running instance of the service. */
  public static readonly SERVICE_INSTANCE_ID = new RecordColumn(columnSql('service_instance_id', 'string', true));
  /** Deployment environment, such as `production`. */
  public static readonly DEPLOYMENT_ENVIRONMENT = new RecordColumn(columnSql('deployment_environment', 'string', true));
  /** Name of the span, or the template of the log message: few different ones. */
  public static readonly SPAN_NAME = new RecordColumn(columnSql('span_name', 'string', false));
  /** The message, with its arguments: many different ones. */
  public static readonly MESSAGE = new RecordColumn(columnSql('message', 'string', true));
  /** Level of the record: a number, which results show as a name such as `error`. */
  public static readonly LEVEL = new RecordColumn(columnSql('level', 'level', false));
  /** What the record is: `span`, `log` or `span_event`. */
  public static readonly KIND = new RecordColumn(columnSql('kind', 'string', false));
  /** When the span began, or the log was written. */
  public static readonly START_TIMESTAMP = new RecordColumn(columnSql('start_timestamp', 'timestamp', false));
  /** When the span ended. */
  public static readonly END_TIMESTAMP = new RecordColumn(columnSql('end_timestamp', 'timestamp', true));
  /** Length of the span in seconds. Logs have none. */
  public static readonly DURATION = new RecordColumn(columnSql('duration', 'number', true));
  /** Id of the trace. Logfire shows it as a link to the trace. */
  public static readonly TRACE_ID = new RecordColumn(columnSql('trace_id', 'string', false));
  /** Id of the span. Logfire shows it as a link if the trace id is there too. */
  public static readonly SPAN_ID = new RecordColumn(columnSql('span_id', 'string', true));
  /** Id of the span that the record belongs to. The first one of a trace has none. */
  public static readonly PARENT_SPAN_ID = new RecordColumn(columnSql('parent_span_id', 'string', true));
  /** Whether the span recorded an exception. */
  public static readonly IS_EXCEPTION = new RecordColumn(columnSql('is_exception', 'boolean', false));
  /** Type of the exception, such as `ValueError`. */
  public static readonly EXCEPTION_TYPE = new RecordColumn(columnSql('exception_type', 'string', true));
  /** Message of the exception. */
  public static readonly EXCEPTION_MESSAGE = new RecordColumn(columnSql('exception_message', 'string', true));
  /** Stack trace of the exception. */
  public static readonly EXCEPTION_STACKTRACE = new RecordColumn(columnSql('exception_stacktrace', 'string', true));
  /** Status of the span: `OK`, `ERROR`, or nothing. */
  public static readonly OTEL_STATUS_CODE = new RecordColumn(columnSql('otel_status_code', 'string', true));
  /** Why the span has the status `ERROR`. */
  public static readonly OTEL_STATUS_MESSAGE = new RecordColumn(columnSql('otel_status_message', 'string', true));
  /** Name of the instrumentation that created the record, such as `opentelemetry.instrumentation.fastapi`. */
  public static readonly OTEL_SCOPE_NAME = new RecordColumn(columnSql('otel_scope_name', 'string', true));
  /** Version of the instrumentation. */
  public static readonly OTEL_SCOPE_VERSION = new RecordColumn(columnSql('otel_scope_version', 'string', true));
  /** Status of an HTTP response, such as 500. Spans of clients and of servers have one. */
  public static readonly HTTP_RESPONSE_STATUS_CODE = new RecordColumn(columnSql('http_response_status_code', 'number', true));
  /** Method of an HTTP request, from the older attribute `http.method` alone. */
  public static readonly HTTP_METHOD = new RecordColumn(columnSql('http_method', 'string', true));
  /** Route of an HTTP request, such as `/cart/{id}`. */
  public static readonly HTTP_ROUTE = new RecordColumn(columnSql('http_route', 'string', true));
  /** Address of an HTTP request: many different ones. */
  public static readonly URL_FULL = new RecordColumn(columnSql('url_full', 'string', true));
  /** Path of an HTTP request: many different ones. */
  public static readonly URL_PATH = new RecordColumn(columnSql('url_path', 'string', true));
  /** Query string of an HTTP request: many different ones. */
  public static readonly URL_QUERY = new RecordColumn(columnSql('url_query', 'string', true));
  /** Id of the process. */
  public static readonly PROCESS_PID = new RecordColumn(columnSql('process_pid', 'number', true));
  /** Name of the SDK that sent the record. */
  public static readonly TELEMETRY_SDK_NAME = new RecordColumn(columnSql('telemetry_sdk_name', 'string', true));
  /** Language of the SDK, such as `python`. */
  public static readonly TELEMETRY_SDK_LANGUAGE = new RecordColumn(columnSql('telemetry_sdk_language', 'string', true));
  /** Version of the SDK. */
  public static readonly TELEMETRY_SDK_VERSION = new RecordColumn(columnSql('telemetry_sdk_version', 'string', true));

  /** An attribute of the record, such as `tenant`. A blank name fails at synth. */
  public static attribute(attributeName: string): RecordColumn {
    checkCall('RecordColumn.attribute', arguments);
    return new RecordColumn(attributeSql('RecordColumn.attribute', 'attributes', attributeName));
  }

  /** An attribute of what sent the record, such as `host.name` or `k8s.pod.name`. A blank name fails at synth. */
  public static resourceAttribute(attributeName: string): RecordColumn {
    checkCall('RecordColumn.resourceAttribute', arguments);
    return new RecordColumn(attributeSql('RecordColumn.resourceAttribute', 'otel_resource_attributes', attributeName));
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
