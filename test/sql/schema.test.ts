import { columnsOf, hasColumn, isRecords, isTable, isText, TABLES } from '../../src/sql/schema';

/** As Logfire's API returns them (Logfire: SQL reference). */
const SHARED = `
  attributes attributes_json_schema created_at day deployment_environment otel_resource_attributes otel_scope_attributes otel_scope_name
  otel_scope_version process_pid project_id service_instance_id service_name service_namespace service_version start_timestamp telemetry_sdk_language
  telemetry_sdk_name telemetry_sdk_version
`.trim().split(/\s+/);
const RECORDS = `
  duration end_timestamp exception_message exception_stacktrace exception_type http_method http_response_status_code http_route is_exception kind level
  log_body message otel_events otel_links otel_status_code otel_status_message parent_span_id span_id span_name tags trace_id url_full url_path url_query
`.trim().split(/\s+/);
const METRICS = `
  aggregation_temporality histogram_bucket_counts histogram_count histogram_explicit_bounds histogram_max histogram_min histogram_sum is_monotonic
  metric_description metric_name metric_type recorded_timestamp scalar_value unit value
`.trim().split(/\s+/);
const TEXTS = `
  deployment_environment exception_message exception_type http_method http_route kind message otel_scope_name otel_status_code service_name
  service_namespace service_version span_name url_path
`.trim().split(/\s+/);

test('the tables are those of Logfire, with their columns', () => {
  expect(TABLES).toEqual(['records', 'records_all', 'records_full', 'metrics']);
  for (const table of ['records', 'records_all', 'records_full']) {
    expect([...columnsOf([table])].sort()).toEqual([...SHARED, ...RECORDS].sort());
    expect([isTable(table), isRecords(table)]).toEqual([true, true]);
  }
  expect([...columnsOf(['metrics'])].sort()).toEqual([...SHARED, ...METRICS].sort());
  expect([...columnsOf(['records', 'metrics', 'other'])].sort()).toEqual([...SHARED, ...RECORDS, ...METRICS].sort());
  expect([isTable('metrics'), isRecords('metrics'), isTable('Records'), isRecords('other')]).toEqual([true, false, false, false]);
});

test('a column belongs to its tables, and some have texts', () => {
  expect([hasColumn('records', 'level'), hasColumn('metrics', 'level'), hasColumn('other', 'level')]).toEqual([true, false, false]);
  expect([...columnsOf(['records'])].filter((column) => isText('records', column)).sort()).toEqual(TEXTS);
  expect([isText('metrics', 'metric_name'), isText('metrics', 'span_name'), isText('metrics', 'value')]).toEqual([true, false, false]);
});
