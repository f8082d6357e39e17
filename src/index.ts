// Files with nothing but types are not loaded at run time: each would add to the start of every program.
export * from './alerting/alert';
export * from './alerting/channel';
export { Delivery } from './alerting/delivery';
export * from './alerting/office-hours-split';
export * from './alerting/opsgenie-channel';
export * from './alerting/pager-duty-channel';
export * from './alerting/pager-duty-service';
export * from './alerting/pager-duty-service-channel';
export { LogfireSchedule, ScheduleImportId } from './alerting/schedule';
export type { ILogfireSchedule, LogfireOfficeHoursProps, LogfireScheduleOptions, LogfireScheduleProps } from './alerting/schedule';
export * from './alerting/schedule-window';
export * from './alerting/slack-channel';
export * from './alerting/slack-webhook-channel';
export * from './alerting/timezone';
export { LogfireWebhookChannel, WebhookFormat } from './alerting/webhook-channel';
export type { LogfireWebhookChannelProps } from './alerting/webhook-channel';
export * from './core/duration';
export { ImportIdKind } from './core/terraform-blocks';
export type { ILogfireProjectRef } from './core/references';
export * from './core/secret-value';
export * from './core/terraform-expression';
export type { DashboardDefinitionProps } from './dashboards/built-document';
export * from './dashboards/built-in-variable';
export * from './dashboards/dashboard';
export { DashboardDefinition, DashboardDefinitionKind } from './dashboards/dashboard-definition';
export * from './dashboards/dashboard-section';
export * from './dashboards/dashboard-unit';
export * from './dashboards/dashboard-variable';
export * from './dashboards/panels/bar-panel';
export * from './dashboards/panels/chart-order';
export { LegendMode, LegendPosition } from './dashboards/panels/legend';
export type { ChartLegend } from './dashboards/panels/legend';
export * from './dashboards/panels/markdown-panel';
export type { NumberFormat } from './dashboards/panels/number-format';
export { DashboardPanel } from './dashboards/panels/panel';
export type { DashboardPanelProps } from './dashboards/panels/panel';
export * from './dashboards/panels/pie-panel';
export * from './dashboards/panels/raw-panel';
export * from './dashboards/panels/table-panel';
export * from './dashboards/panels/time-series-panel';
export * from './dashboards/panels/values-panel';
export * from './defaults/logfire-defaults';
export * from './frontend/frontend-application';
export * from './frontend/frontend-token';
export * from './gateway/gateway-api-key';
export * from './gateway/gateway-provider';
export * from './gateway/gateway-vendor';
export * from './gateway/rotating-gateway-api-key';
export * from './monitoring/ai-monitoring';
export type { AiSloOptions, ScoreThreshold, ScoreThresholds, SpendThreshold, SpendThresholds, TokenUsageThreshold, TokenUsageThresholds } from './monitoring/ai-thresholds';
export * from './monitoring/database-monitoring';
export { DeploymentEnvironments, DeploymentEnvironmentsKind } from './monitoring/deployment-environments';
export type { DeploymentEnvironmentsOptions, EnvironmentProject } from './monitoring/deployment-environments';
export * from './monitoring/environment-projects';
export * from './monitoring/frontend-monitoring';
export { HostMetricsSource } from './monitoring/host-metrics';
export * from './monitoring/host-monitoring';
export * from './monitoring/job-monitoring';
export * from './monitoring/monitoring';
export * from './monitoring/notification-routing';
export * from './monitoring/queue-monitoring';
export type { BacklogThreshold, BacklogThresholds, StallThreshold, StallThresholds } from './monitoring/queue-thresholds';
export * from './monitoring/service-monitoring';
export type {
  ServiceDiagnostics, ServiceSlo, ServiceThresholds, SlowRequestThreshold, SlowRequestThresholds, TrafficDropThreshold, TrafficDropThresholds,
} from './monitoring/service-thresholds';
export type { AlertTuning, SubjectAlertOptions, SubjectSloOptions } from './monitoring/subject-alert';
export * from './monitoring/subject-monitoring';
export type {
  CountThreshold, CountThresholds, FailureThreshold, FailureThresholds, LatencyThreshold, LatencyThresholds, SilenceThreshold, SilenceThresholds,
  TuningBySeverity, UsageThreshold, UsageThresholds,
} from './monitoring/subject-thresholds';
export * from './patterns/project-with-token';
export * from './policies/inventory';
export * from './policies/least-privilege-scopes';
export * from './policies/limit-gateway-spend';
export * from './policies/no-plaintext-secrets';
export * from './policies/policies';
export * from './policies/policy';
export * from './policies/policy-subject';
export * from './policies/protect-projects';
export * from './policies/require-alert-delivery';
export * from './policies/require-runbook';
export * from './policies/require-token-expiry';
export * from './projects/organization';
export * from './projects/project';
export { LogfireRegion } from './provider/base-url';
export * from './provider/provider';
export type {
  CountAlertOptions, DurationAlertOptions, ErrorRatioAlertOptions, FirstSeenAlertOptions, GroupedPointsAlertOptions, GroupedRecordsAlertOptions,
  MetricAlertOptions,
  MetricShareAlertOptions, MetricStalenessAlertOptions, RowsAlertOptions, SilenceAlertOptions, StalenessAlertOptions, StallAlertOptions,
  SustainedMetricAlertOptions, TrafficDropAlertOptions, ValueAlertOptions,
} from './queries/alert-options';
export * from './queries/alert-query';
export { QueryComparison } from './queries/comparison';
export * from './queries/metric-aggregate';
export * from './queries/metric-column';
export * from './queries/metric-filter';
export { RecordAggregate } from './queries/record-aggregate';
export * from './queries/record-column';
export * from './queries/record-filter';
export { RecordLevel } from './queries/record-level';
export * from './queries/rows-query';
export type {
  DurationSeriesOptions, ErrorRatioSeriesOptions, MetricQuantileSeriesOptions, MetricSeriesOptions, MetricValueSeriesOptions, RecordSeriesOptions,
  RecordValueSeriesOptions, TimeSeriesColumns,
} from './queries/time-series-options';
export * from './queries/time-series-query';
export * from './review/review';
export * from './sinks/aws-secrets-manager-sink';
export * from './sinks/aws-ssm-parameter-sink';
export * from './sinks/github-actions-secret-sink';
export * from './sinks/kubernetes-secret-sink';
export * from './sinks/sink-provider';
export type { SecretToStore, ISecretSink, SinkOptions, WriteOnlySinkOptions } from './sinks/secret-sink';
export * from './sinks/vault-kv-sink';
export * from './slo/sli';
export * from './slo/slo';
export { SloRouting, SloRoutingKind, SloTier, SloTierRouting, SloTierRoutingKind } from './slo/slo-routing';
export type { SloSeverityDeliveries, SloTierRoutings } from './slo/slo-routing';
export * from './tokens/api-key';
export * from './tokens/api-scope';
export type { ILogfireCredential, ILogfireQueryCredential, ILogfireApiCredential, ILogfireGatewayCredential } from './tokens/credential';
export type { GatewayLimits } from './tokens/gateway-limits';
export type { ILogfireIngestCredential } from './tokens/ingest-credential';
export * from './tokens/ingest-key';
export { KeyImportId } from './tokens/key-options';
export type { KeyNaming, KeyOptions } from './tokens/key-options';
export * from './tokens/read-token';
export * from './tokens/rotating-api-key';
export * from './tokens/rotating-read-token';
export * from './tokens/rotating-write-token';
export * from './tokens/token-expiry';
export * from './tokens/token-rotation';
export * from './tokens/write-token';
export type { EcsVariable, EcsSecret, EcsEnvironment } from './workloads/ecs-environment';
export { EnvironmentFormat, LogfireEnvironment } from './workloads/environment';
export type { LogfireEnvironmentOptions } from './workloads/environment';
export type {
  KubernetesSecretKeyRef, KubernetesEnvVarSource, KubernetesEnvVar, KubernetesSecretRef, KubernetesEnvFrom,
} from './workloads/kubernetes-environment';
export * from './workloads/project-migration';
export * as l1 from './l1';
