/** Raw Terraform JSON that the tests of the stand-in start from: one valid resource of every type, and what it needs around it. */

/** Attributes of one resource, as Terraform JSON. */
export type Attributes = Record<string, any>;

const DASHBOARD = {
  kind: 'Dashboard',
  metadata: {},
  spec: {
    display: { name: 'Shop' },
    panels: {
      rate: {
        kind: 'Panel',
        spec: { display: { name: 'Rate' }, plugin: { kind: 'Values', spec: {} }, queries: [] },
      },
    },
    layouts: [{ kind: 'Grid', spec: { items: [{ x: 0, y: 0, width: 12, height: 4, content: { $ref: '#/spec/panels/rate' } }] } }],
    variables: [],
    datasources: {},
    duration: '1h',
    refreshInterval: '0s',
  },
};

/** A dashboard document, with changes to its spec. */
export function dashboard(spec: object = {}, more: object = {}): string {
  return JSON.stringify({ ...DASHBOARD, ...more, spec: { ...DASHBOARD.spec, ...spec } });
}

const PROJECT_ID = '${logfire_project.main.id}';

/** One valid resource of every type. Everything that can be set without a contradiction is set. */
export const EXAMPLES: Readonly<Record<string, Attributes>> = {
  logfire_project: { name: 'shop', description: 'The shop', visibility: 'private' },
  logfire_organization: {
    name: 'acme-two',
    display_name: 'Acme Two',
    billing_email: 'billing@example.com',
    github_handle: 'acme',
    location: 'Berlin',
    avatar: 'https://example.com/a.png',
    description: 'Second',
    deletion_protection: false,
  },
  logfire_write_token: { project_id: PROJECT_ID, expires_at: '2030-01-01T00:00:00Z' },
  logfire_read_token: { project_id: PROJECT_ID, expires_at: '2030-01-01T00:00:00Z' },
  logfire_api_key: {
    name: 'ci',
    project_id: PROJECT_ID,
    scopes: ['project:write_otlp', 'project:gateway_proxy'],
    description: 'For CI',
    expires_at: '2030-01-01T00:00:00Z',
    gateway: { spending_limit_daily: 5, spending_limit_weekly: 20, spending_limit_monthly: 50, spending_limit_total: 500, cache_enabled: true },
  },
  logfire_gateway_api_key: {
    name: 'agent',
    project_id: PROJECT_ID,
    description: 'For the agent',
    expires_at: '2030-01-01T00:00:00Z',
    spending_limit_daily: 5,
    spending_limit_weekly: 20,
    spending_limit_monthly: 50,
    spending_limit_total: 500,
    cache_enabled: true,
  },
  logfire_gateway_provider: {
    slug: 'models',
    vendor: 'bedrock',
    api_key: 'not-a-real-upstream-key',
    require_pricing: false,
    bedrock_api: 'runtime',
    bedrock_region: 'eu-west-1',
  },
  logfire_channel: {
    name: 'on-call',
    active: true,
    config: { type: 'webhook', format: 'auto', url: 'https://hooks.example.com/services/not-a-real-secret' },
  },
  logfire_schedule: {
    label: 'office hours',
    timezone: 'Europe/Berlin',
    windows: [{ days: [1, 2, 3, 4, 5], start_time: '09:00', end_time: '17:00' }],
  },
  logfire_alert: {
    project_id: PROJECT_ID,
    name: 'errors',
    description: 'Errors in the shop',
    query: 'SELECT trace_id FROM records WHERE is_exception',
    time_window: '10m',
    frequency: '5m',
    notify_when: 'has_matches',
    environments: ['production'],
    active: true,
    channel_assignments: [{ channel_id: '${logfire_channel.main.id}', schedule_id: '${logfire_schedule.main.id}' }],
  },
  logfire_dashboard: { project_id: PROJECT_ID, name: 'Shop', slug: 'shop', definition: dashboard() },
  logfire_slo: {
    project_id: PROJECT_ID,
    scope_kind: 'service',
    scope_value: 'checkout',
    name: 'availability',
    description: 'Requests that do not fail',
    source: 'records',
    metric_aggregation: 'additive',
    total_query: "kind = 'span'",
    bad_query: 'is_exception',
    target_percent: '99.9',
    rolling_window: '30d',
    environments: ['production'],
    alerts: { fast: { channel_assignments: [{ channel_id: '${logfire_channel.main.id}', schedule_id: '${logfire_schedule.main.id}' }] } },
  },
  logfire_frontend_application: {
    project_id: PROJECT_ID,
    name: 'web',
    service_namespace: 'shop',
    environment: 'production',
    adopt_existing_service_name: true,
  },
  logfire_frontend_application_token: {
    project_id: PROJECT_ID,
    application_id: '${logfire_frontend_application.main.id}',
    revoke_on_destroy: true,
  },
};

/** What makes a histogram SLO out of the example. */
export const HISTOGRAM: Attributes = {
  metric_aggregation: 'histogram_threshold',
  source: 'metrics',
  bad_query: undefined,
  threshold: '0.5',
  comparison: 'less_than',
};

/** Address that is not one of the hosted Logfire: organizations are there on a self-hosted one only. */
export const SELF_HOSTED = { base_url: 'https://logfire.example.com' };

/** A stack with resources `type.name`, and the examples `type.main` that they refer to. */
export function blocksOf(resources: Readonly<Record<string, Readonly<Record<string, Attributes>>>>): Record<string, Record<string, Attributes>> {
  const blocks: Record<string, Record<string, Attributes>> = Object.fromEntries(
    Object.entries(resources).map(([type, named]) => [type, { ...named }]),
  );
  for (;;) {
    const missing = [...JSON.stringify(blocks).matchAll(/\$\{(logfire_\w+)\.main\./g)].map(([, type]) => type).find((type) => !blocks[type]?.main);
    if (!missing) return blocks;
    blocks[missing] = { ...blocks[missing], main: { ...EXAMPLES[missing], ...(missing === 'logfire_project' ? { name: 'main' } : {}) } };
  }
}

/** A copy with values put at paths such as `gateway.cache_enabled`, `windows[].days` (every element) or `scopes`. Undefined takes out. */
export function withValues(attributes: Attributes, changes: Attributes): Attributes {
  const changed = structuredClone(attributes);
  for (const [path, value] of Object.entries(changes)) put(changed, path.split('.'), value);
  return changed;
}

function put(holder: Attributes, names: readonly string[], value: unknown): void {
  const [name, ...rest] = names;
  const list = name.endsWith('[]') ? name.slice(0, -2) : undefined;
  if (list !== undefined) {
    holder[list] = (holder[list] as unknown[]).map((element) => {
      if (rest.length === 0) return value;
      const inner = { ...(element as Attributes) };
      put(inner, rest, value);
      return inner;
    });
  } else if (rest.length > 0) {
    holder[name] = { ...(holder[name] as Attributes) };
    put(holder[name] as Attributes, rest, value);
  } else if (value === undefined) {
    delete holder[name];
  } else {
    holder[name] = value;
  }
}
