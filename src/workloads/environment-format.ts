/** Which variables a program reads. */
export enum EnvironmentFormat {
  /** Logfire's SDKs: `LOGFIRE_TOKEN`, `LOGFIRE_BASE_URL`, `LOGFIRE_SERVICE_NAME`, `LOGFIRE_ENVIRONMENT`. */
  LOGFIRE = 'logfire',
  /** Any SDK of OpenTelemetry: `OTEL_EXPORTER_OTLP_ENDPOINT`, `OTEL_EXPORTER_OTLP_HEADERS`, `OTEL_EXPORTER_OTLP_PROTOCOL`, `OTEL_SERVICE_NAME`, `OTEL_RESOURCE_ATTRIBUTES`. */
  OPEN_TELEMETRY = 'open-telemetry',
}
