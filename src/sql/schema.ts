/** What all tables have (Logfire: SQL reference, and the schema that its API returns). */
const SHARED = [
  'attributes', 'attributes_json_schema', 'created_at', 'day', 'deployment_environment', 'otel_resource_attributes', 'otel_scope_attributes',
  'otel_scope_name', 'otel_scope_version', 'process_pid', 'project_id', 'service_instance_id', 'service_name', 'service_namespace',
  'service_version', 'start_timestamp', 'telemetry_sdk_language', 'telemetry_sdk_name', 'telemetry_sdk_version',
];

const RECORDS: ReadonlySet<string> = new Set([
  ...SHARED, 'duration', 'end_timestamp', 'exception_message', 'exception_stacktrace', 'exception_type', 'http_method',
  'http_response_status_code', 'http_route', 'is_exception', 'kind', 'level', 'log_body', 'message', 'otel_events', 'otel_links',
  'otel_status_code', 'otel_status_message', 'parent_span_id', 'span_id', 'span_name', 'tags', 'trace_id', 'url_full', 'url_path', 'url_query',
]);

const METRICS: ReadonlySet<string> = new Set([
  ...SHARED, 'aggregation_temporality', 'histogram_bucket_counts', 'histogram_count', 'histogram_explicit_bounds', 'histogram_max',
  'histogram_min', 'histogram_sum', 'is_monotonic', 'metric_description', 'metric_name', 'metric_type', 'recorded_timestamp', 'scalar_value',
  'unit', 'value',
]);

/** The columns of each table that Logfire has. */
const COLUMNS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['records', RECORDS], ['records_all', RECORDS], ['records_full', RECORDS], ['metrics', METRICS],
]);

export const TABLES: readonly string[] = [...COLUMNS.keys()];

export const isTable = (name: string) => COLUMNS.has(name);

export const isRecords = (table: string) => COLUMNS.get(table) === RECORDS;

/** Whether a table has a column. */
export function hasColumn(table: string, column: string): boolean {
  return COLUMNS.get(table)?.has(column) ?? false;
}

/** The columns of all of some tables. */
export const columnsOf = (tables: readonly string[]): ReadonlySet<string> => new Set(tables.flatMap((table) => [...COLUMNS.get(table) ?? []]));

/** Columns with texts, which name the series of a chart. */
const TEXTS: ReadonlySet<string> = new Set([
  'deployment_environment', 'exception_message', 'exception_type', 'http_method', 'http_route', 'kind', 'message', 'metric_name', 'otel_scope_name',
  'otel_status_code', 'service_name', 'service_namespace', 'service_version', 'span_name', 'url_path',
]);

/** Whether a table has a column, and its values are texts. */
export const isText = (table: string, column: string) => TEXTS.has(column) && hasColumn(table, column);

/** Columns with a time. */
export const TIMESTAMPS: ReadonlySet<string> = new Set(['start_timestamp', 'end_timestamp', 'recorded_timestamp', 'created_at']);
