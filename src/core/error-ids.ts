/**
 * The ids of all rules of the library: each error and warning ends with one, as in `[logfire:token-lifetime]`, and `docs/troubleshooting.md` has an
 * entry for each. They are types only, so they cost nothing when the library is loaded.
 *
 * An id names the rule that a user looks up, not the place that reports it. Ids are part of the API: do not rename one.
 */
export type ErrorId =
  | ValueId | AppId | SecretId | ProviderId | CredentialId | SinkId | AlertingId | SloId | QueryId | DashboardId | MonitoringId | PolicyId | FileId
  | SqlRuleId | DashboardRuleId | PolicyRule;

/** Values and calls. */
export type ValueId =
  | 'column-type' | 'construct-id' | 'construct-scope' | 'distinct-values' | 'duration-range' | 'instant' | 'known-at-synth' | 'max-length'
  | 'method-object' | 'method-promise' | 'not-blank' | 'not-empty' | 'number-range' | 'positive-duration' | 'resource-name' | 'terraform-expression'
  | 'text-characters' | 'too-many-arguments' | 'unknown-prop' | 'uuid' | 'value-type' | 'whole-duration';

/** The tree, and what Terraform does with it. */
export type AppId =
  | 'existing-dependency' | 'framework' | 'hcl-output' | 'import-id' | 'late-default' | 'late-stack' | 'lost-protection' | 'moved-resource'
  | 'one-library' | 'output-name' | 'same-organization' | 'unique-address' | 'unique-alias' | 'unique-import' | 'unique-move' | 'unique-name'
  | 'unique-output';

export type SecretId = 'empty-secret' | 'exposed-secret' | 'literal-secret' | 'secret-output' | 'secret-variable';

/** The provider and organizations. */
export type ProviderId =
  | 'api-key-region' | 'base-url' | 'base-url-encryption' | 'custom-header' | 'default-provider' | 'missing-provider' | 'organization-text'
  | 'provider-alias' | 'provider-cycle' | 'region-or-base-url' | 'self-hosted-only' | 'wrong-provider';

/** Tokens and keys, and the gateways and frontend applications that they are for. */
export type CredentialId =
  | 'adopt-application' | 'adopt-token' | 'api-scope' | 'bedrock-region' | 'broad-scope' | 'expiry-reason' | 'gateway-limits' | 'gateway-vendor'
  | 'import-expiry' | 'rotation-expiry' | 'rotation-value' | 'scope-project' | 'spending-limit' | 'token-expires-soon' | 'token-import'
  | 'token-lifetime' | 'token-region' | 'warn-before';

/** Secret stores, and the environment variables of programs. */
export type SinkId =
  | 'aws-secret' | 'container-secrets' | 'environment-variable' | 'kms-key' | 'migration-format' | 'migration-tokens' | 'new-or-existing-secret'
  | 'recovery-window' | 'shared-store' | 'sink-kind' | 'sink-provider' | 'store-id' | 'store-name';

export type AlertingId =
  | 'alert-window' | 'delivery-schedule' | 'nobody-notified' | 'one-delivery' | 'runbook-address' | 'schedule-window' | 'slack-channel' | 'timezone'
  | 'webhook-address' | 'webhook-encryption';

export type SloId = 'slo-silent-tier' | 'slo-target';

/** Queries, and SQL that cannot run. */
export type QueryId =
  | 'counter-aggregate' | 'lint-rule-ids' | 'sql-aggregate' | 'sql-complete' | 'sql-condition' | 'sql-from' | 'sql-select' | 'sql-statements'
  | 'sql-variable';

export type DashboardId =
  | 'dashboard-variable' | 'definition-file' | 'definition-json' | 'definition-shape' | 'panel-id' | 'panel-position' | 'panel-thresholds'
  | 'unique-panel' | 'variable-values';

export type MonitoringId =
  | 'alert-threshold' | 'environment-name' | 'host-disk' | 'job-interval' | 'monitoring-subject' | 'project-or-environments' | 'queue-backlog';

export type PolicyId = 'suppression-scope' | 'unused-suppression';

/** Files that are written beside the stacks. */
export type FileId = 'file-name' | 'file-scope';

/** The rules about SQL. Users list them in `ignoredLintRules`. */
export type SqlRuleId =
  | 'Q1' | 'Q2' | 'Q3' | 'Q4' | 'Q5' | 'Q6' | 'Q7' | 'Q8' | 'Q9' | 'Q10' | 'Q11' | 'Q12' | 'Q13' | 'Q14' | 'Q15' | 'Q16' | 'Q17' | 'Q18' | 'Q19';

/** The rules about dashboards. Users list them in `ignoredLintRules`, except D1, which is always an error. */
export type DashboardRuleId =
  | 'D1' | 'D2' | 'D3' | 'D4' | 'D5' | 'D6' | 'D7' | 'D8' | 'D9' | 'D10' | 'D11' | 'D12' | 'D13' | 'D14' | 'D15' | 'D16' | 'D17' | 'D18';

/** The policies of the library. Users suppress them by these names. */
export type PolicyRule =
  | 'LeastPrivilegeScopes' | 'LimitGatewaySpend' | 'NoPlaintextSecrets' | 'ProtectProjects' | 'RequireAlertDelivery' | 'RequireRunbook'
  | 'RequireTokenExpiry';
