import { Json } from './documents';

/** A panel as the UI exports it: its size, plugin and queries. */
interface Shown {
  readonly title: string;
  readonly size: readonly [width: number, height: number];
  readonly plugin: Json;
  readonly queries: readonly Json[];
}

const series = (title: string, sql: string, metrics: string[], groupBy = '', visual: Json = {}): Shown => ({
  title,
  size: [12, 8],
  plugin: { kind: 'TimeSeriesChart', spec: { legend: { position: 'bottom', mode: 'list', size: 'small' }, yAxis: { show: true, format: { unit: 'decimal' } }, visual } },
  queries: [{ kind: 'TimeSeriesQuery', spec: { plugin: { kind: 'LogfireTimeSeriesQuery', spec: { query: sql, metrics, groupBy } } } }],
});
const rows = (kind: string, title: string, sql: string, spec: Json = {}, size: readonly [number, number] = [12, 8]): Shown => ({
  title, size, plugin: { kind, spec }, queries: [{ kind: 'NonTimeSeriesQuery', spec: { plugin: { kind: 'LogfireNonTimeSeriesQuery', spec: { query: sql } } } }],
});
const value = (title: string, sql: string, unit: string) => rows('Values', title, sql, { format: { unit, shortValues: true }, statusThresholds: { warning: 1, critical: 5 } }, [6, 4]);
const note = (title: string, text: string): Shown => ({ title, size: [24, 3], plugin: { kind: 'Markdown', spec: { text } }, queries: [] });

const text = (name: string, initial: string): Json => ({ kind: 'TextVariable', spec: { name, value: initial, display: { name } } });
const list = (name: string, plugin: Json, more: Json = {}): Json => ({
  kind: 'ListVariable', spec: { name, display: { name }, allowMultiple: false, allowAllValue: false, plugin, ...more },
});
const from = (sql: string): Json => ({ kind: 'LogfireQueryListVariable', spec: { query: sql } });
const choices = (...values: string[]): Json => ({ kind: 'StaticListVariable', spec: { values } });

/** Puts panels one after the other into the 24 columns, a grid for each group. */
function dashboard(name: string, groups: { readonly [title: string]: { readonly [key: string]: Shown } }, variables: Json[] = [], duration = '1h'): Json {
  const panels: Json = {};
  const layouts = Object.entries(groups).map(([title, members]) => {
    let [x, y, tallest] = [0, 0, 0];
    const items = Object.entries(members).map(([key, { title: shown, size: [width, height], plugin, queries }]) => {
      panels[key] = { kind: 'Panel', spec: { display: { name: shown, description: '' }, plugin, queries } };
      [x, y, tallest] = x + width > 24 ? [0, y + tallest, 0] : [x, y, tallest];
      const item = { x, y, width, height, content: { $ref: `#/spec/panels/${key}` } };
      [x, tallest] = [x + width, Math.max(tallest, height)];
      return item;
    });
    return { kind: 'Grid', spec: { display: { title, collapse: { open: true } }, items } };
  });
  return { kind: 'Dashboard', metadata: { name, project: 'shop', version: 3 }, spec: { display: { name }, duration, refreshInterval: '60s', datasources: {}, variables, panels, layouts } };
}

/** Dashboards as people export them. None of them has a finding. */
export const DASHBOARDS: { readonly [name: string]: () => Json } = {
  web: () => dashboard('Web', {
    Traffic: {
      requests: series('Requests', `SELECT time_bucket($resolution, start_timestamp) AS x, count(*) AS requests, count(*) FILTER (WHERE level >= 'error') AS failed
        FROM records WHERE http_route IS NOT NULL AND deployment_environment = ANY($env) GROUP BY x ORDER BY x`, ['requests', 'failed'], '', { display: 'bar', stack: 'all' }),
      by_status: series('Status codes', `SELECT time_bucket($resolution, start_timestamp) AS x, http_response_status_code::text AS status, count(*) AS requests
        FROM records WHERE http_response_status_code IS NOT NULL GROUP BY x, status ORDER BY x`, ['requests'], 'status'),
    },
    Latency: {
      'p95-p99': series('Latency', `SELECT time_bucket($resolution, start_timestamp) AS x, approx_percentile_cont(0.95) WITHIN GROUP (ORDER BY duration) AS p95,
        approx_percentile_cont(0.99) WITHIN GROUP (ORDER BY duration) AS p99 FROM records WHERE parent_span_id IS NULL GROUP BY x`, ['p95', 'p99']),
      'slowest': rows('BarChart', 'Slowest routes', `SELECT route, p95 FROM (SELECT coalesce(http_route, span_name) AS route, approx_percentile_cont(0.95) WITHIN GROUP (ORDER BY duration) AS p95
        FROM records GROUP BY route ORDER BY p95 DESC LIMIT 10) AS s ORDER BY p95`, { calculation: 'last-number', format: { unit: 'seconds' } }),
    },
  }, [list('env', from('SELECT DISTINCT deployment_environment FROM records'), { allowMultiple: true, allowAllValue: true })], '6h'),
  errors: () => dashboard('Errors', {
    Now: {
      rate: value('Error rate', "SELECT 100.0 * count(*) FILTER (WHERE level >= 'error') / nullif(count(*), 0) AS \"Error %\" FROM records", 'percent'),
      total: value('Exceptions', 'SELECT count(*) AS exceptions FROM records WHERE is_exception', 'decimal'),
      types: rows('PieChart', 'Types', 'SELECT exception_type, count(*) AS n FROM records WHERE is_exception GROUP BY exception_type', { radius: 50 }),
    },
    Latest: {
      table: rows('Table', 'Latest', `SELECT start_timestamp AS "When", exception_type AS "Type", exception_message AS "Message", trace_id, span_id
        FROM records WHERE is_exception AND (service_name = $service OR $service = 'all-values') ORDER BY start_timestamp DESC LIMIT 50`, {}, [24, 12]),
    },
  }, [list('service', from('SELECT service_name FROM records GROUP BY 1'), { allowAllValue: true, customAllValue: 'all-values' })]),
  llm: () => dashboard('LLM', {
    Cost: {
      cost_by_model: series('Cost by model', `SELECT time_bucket('1 day', start_timestamp) AS x, attributes->>'gen_ai.request.model' AS model, sum((attributes->'operation.cost')::double) AS usd
        FROM records WHERE attributes ? 'operation.cost' GROUP BY x, model ORDER BY x`, ['usd'], 'model', { display: 'bar', stack: 'all' }),
      unpriced: rows('Table', 'Models without a price', `SELECT attributes->>'gen_ai.request.model' AS model, count(*) AS calls FROM records
        WHERE attributes ? 'gen_ai.usage.input_tokens' AND NOT (attributes ? 'operation.cost') GROUP BY model`),
    },
    Tokens: {
      tokens: series('Tokens', `SELECT time_bucket($resolution, start_timestamp) AS x, sum((attributes->'gen_ai.usage.input_tokens')::double) AS input,
        sum((attributes->'gen_ai.usage.output_tokens')::double) AS output FROM records WHERE attributes->>'gen_ai.operation.name' <> 'invoke_agent' GROUP BY x`, ['input', 'output']),
      budget: value('Spent today', "SELECT sum((attributes->'operation.cost')::double) AS usd FROM records WHERE start_timestamp >= date_trunc('day', now())", 'usd'),
    },
  }, [], '7d'),
  hosts: () => dashboard('Hosts', {
    Load: {
      cpu: series('CPU', `SELECT time_bucket($resolution, recorded_timestamp) AS x, otel_resource_attributes->>'host.name' AS host, avg(metric_avg(value)) AS used
        FROM metrics WHERE metric_name = 'system.cpu.simple_utilization' GROUP BY x, host ORDER BY x`, ['used'], 'host'),
      memory: series('Memory free', `SELECT time_bucket($resolution, recorded_timestamp) AS x, min(metric_min(value)) AS available FROM metrics
        WHERE metric_name = 'system.memory.utilization' AND attributes->>'state' = 'available' GROUP BY x`, ['available']),
      age: rows('Table', 'Last seen', "SELECT otel_resource_attributes->>'host.name' AS host, max(recorded_timestamp) AS last_seen FROM metrics GROUP BY host ORDER BY last_seen"),
    },
  }, [text('limit', '0.9')]),
  jobs: () => dashboard('Jobs', {
    'Last runs': {
      how: note('How to read this', 'A job is late when its last success is older than **a day**. Costs are in $USD.'),
      last_success: value('Hours since the backup', "SELECT extract(epoch FROM now() - max(start_timestamp)) / 3600.0 AS hours FROM records WHERE span_name = 'backup'", 'hours'),
      outcomes: series('Outcomes', `SELECT time_bucket($resolution, start_timestamp) AS x, CASE WHEN level >= 'error' THEN 'failed' ELSE 'ok' END AS outcome, count(*) AS runs
        FROM records WHERE span_name LIKE 'job %' GROUP BY x, outcome`, ['runs'], 'outcome'),
      queue: series('Queue depth', `SELECT time_bucket($resolution, recorded_timestamp) AS x, max(metric_max(value)) AS depth FROM metrics
        WHERE metric_name = 'queue.depth' AND recorded_timestamp >= $__from_iso_string::timestamptz GROUP BY x`, ['depth']),
    },
  }),
  slo: () => dashboard('Objectives', {
    Burn: {
      burn: series('Burn rate', `SELECT time_bucket($resolution, start_timestamp) AS x, (1.0 - count(*) FILTER (WHERE level < 'error')::double / nullif(count(*), 0)) / (1.0 - CAST($goal AS DOUBLE)) AS burn,
        14.4 AS fast_threshold FROM records WHERE parent_span_id IS NULL GROUP BY x`, ['burn', 'fast_threshold']),
      per_second: series('Requests per second', `SELECT time_bucket($resolution, start_timestamp) AS x, count(*) / extract(epoch FROM $resolution::interval) AS rate
        FROM records WHERE service_name = $service GROUP BY x`, ['rate'], '', { stack: 'percent' }),
    },
  }, [text('goal', '0.999'), list('service', choices('api', 'worker'))]),
};

/** What makes a dashboard wrong, by the rule that finds it: the dashboard, and the change. */
export const MUTATIONS: readonly (readonly [rule: string, name: string, change: (spec: Json) => void])[] = [
  ['D2', 'web', (spec) => spec.layouts[0].spec.items.pop()],
  ['D2', 'errors', (spec) => spec.layouts.pop()],
  ['D2', 'jobs', (spec) => { spec.panels.forgotten = { ...spec.panels.queue, spec: { ...spec.panels.queue.spec, display: { name: 'Forgotten' } } }; }],
  ['D3', 'llm', (spec) => { spec.layouts[0].spec.items[1].x = 11; }],
  ['D3', 'hosts', (spec) => { spec.layouts[0].spec.items[0].width = 25; }],
  ['D3', 'jobs', (spec) => { spec.layouts[0].spec.items[2].y = 1.5; }],
  ['D4', 'errors', (spec) => { spec.panels.rate.spec.plugin.kind = 'StatChart'; }],
  ['D4', 'web', (spec) => { spec.panels.slowest.spec.plugin.kind = 'TimeSeriesChart'; }],
  ['D4', 'jobs', (spec) => { spec.panels.how.spec.queries = spec.panels.last_success.spec.queries; }],
  ['D5', 'hosts', (spec) => replaceIn(spec.panels.cpu, 'time_bucket($resolution, recorded_timestamp) AS x, ', "'all' AS x, ")],
  ['D5', 'web', (spec) => replaceIn(spec.panels.requests, 'time_bucket($resolution, start_timestamp) AS x', 'span_name AS x')],
  ['D5', 'slo', (spec) => replaceIn(spec.panels.burn, 'time_bucket($resolution, start_timestamp) AS x', '1 AS x')],
  ['D6', 'hosts', (spec) => replaceIn(spec.panels.memory, 'time_bucket($resolution, recorded_timestamp)', 'time_bucket($resolution, start_timestamp)')],
  ['D6', 'web', (spec) => replaceIn(spec.panels.requests, 'time_bucket($resolution, start_timestamp)', 'time_bucket($resolution, recorded_timestamp)')],
  ['D6', 'llm', (spec) => replaceIn(spec.panels.budget, 'WHERE start_timestamp', 'WHERE recorded_timestamp')],
  ['D7', 'web', (spec) => replaceIn(spec.panels.requests, '$env', '$environment')],
  ['D7', 'slo', (spec) => spec.variables.shift()],
  ['D7', 'errors', (spec) => { spec.panels.table.spec.display.name = 'Latest of ${service}'; }],
  ['D8', 'errors', (spec) => replaceIn(spec.panels.table, 'service_name = $service', "service_name = '$service'")],
  ['D8', 'slo', (spec) => replaceIn(spec.panels.per_second, 'service_name = $service', "service_name LIKE '%$service%'")],
  ['D8', 'jobs', (spec) => replaceIn(spec.panels.queue, '$__from_iso_string', "'${__from_iso_string}'")],
  ['D9', 'hosts', (spec) => spec.variables.push(text('resolution', '1 minute'))],
  ['D9', 'slo', (spec) => { spec.variables[1].spec.name = 'resolution'; }],
  ['D9', 'llm', (spec) => spec.variables.push({ kind: 'ListVariable', spec: { name: 'resolution', plugin: { kind: 'TimeBucketVariable', spec: {} } } })],
  ['D10', 'errors', (spec) => { spec.panels.rate.spec.plugin.spec.format.unit = '%'; }],
  ['D10', 'web', (spec) => { spec.panels.slowest.spec.plugin.spec.format.unit = 'sec'; }],
  ['D10', 'hosts', (spec) => { spec.panels.cpu.spec.plugin.spec.yAxis.format.unit = 'percentunit'; }],
  ['D11', 'web', (spec) => { spec.panels.by_status.spec.display.name = 'Requests'; }],
  ['D11', 'slo', (spec) => { spec.variables[1].spec.name = 'goal'; }],
  ['D11', 'hosts', (spec) => { spec.panels.memory.spec.display.name = 'CPU'; }],
  ['D12', 'jobs', (spec) => { spec.panels.how.spec.plugin.spec.text = 'x'.repeat(300_000); }],
  ['D12', 'llm', (spec) => { spec.panels.tokens.spec.display.description = '€'.repeat(90_000); }],
  ['D12', 'errors', (spec) => replaceIn(spec.panels.table, 'LIMIT 50', `LIMIT 50 /* ${'-'.repeat(270_000)} */`)],
  ['D13', 'errors', (spec) => replaceIn(spec.panels.total, 'FROM records', 'FROM records_all')],
  ['D13', 'web', (spec) => replaceIn(spec.panels.slowest, 'FROM records', 'FROM records_all')],
  ['D13', 'jobs', (spec) => replaceIn(spec.panels.outcomes, 'FROM records', 'FROM records_all AS r')],
  ['D14', 'llm', (spec) => replaceIn(spec.panels.tokens, 'AS output', 'AS sent')],
  ['D14', 'jobs', (spec) => replaceIn(spec.panels.outcomes, '"outcome"', '"result"')],
  ['D14', 'web', (spec) => replaceIn(spec.panels['p95-p99'], '"p99"', '"p90"')],
  ['D15', 'errors', (spec) => { delete spec.variables[0].spec.customAllValue; }],
  ['D15', 'slo', (spec) => { spec.variables[1].spec.allowAllValue = true; }],
  ['D15', 'web', (spec) => { spec.variables[0].spec.allowMultiple = false; }],
  ['D16', 'llm', (spec) => replaceIn(spec.panels.cost_by_model, '"groupBy":"model"', '"groupBy":""')],
  ['D16', 'hosts', (spec) => replaceIn(spec.panels.memory, 'AS x, ', 'AS x, service_name, ')],
  ['D16', 'slo', (spec) => replaceIn(spec.panels.per_second, 'AS x, ', 'AS x, http_route AS route, ')],
  ['D17', 'web', (spec) => { spec.variables[0].spec.plugin = from('SELECT deployment_environment, count(*) FROM records GROUP BY 1'); }],
  ['D17', 'errors', (spec) => { spec.variables[0].spec.plugin = from('SELECT service_name, service_namespace FROM records'); }],
  ['D17', 'jobs', (spec) => spec.variables.push(list('job', from("WITH j AS (SELECT 1) SELECT span_name, 'x' AS label FROM records")))],
  ['D18', 'web', (spec) => { spec.panels.requests.spec.plugin.spec.visual.stack = 'none'; }],
  ['D18', 'slo', (spec) => { spec.panels.per_second.spec.plugin.spec.visual.stack = 'none'; }],
  ['D18', 'hosts', (spec) => { spec.panels.cpu.spec.plugin.spec.visual = { lineWidth: 2, stack: 'none' }; }],
];

/** Replaces a text in the JSON of a panel, where it must be. */
function replaceIn(panel: Json, wanted: string, by: string): void {
  const given = JSON.stringify(panel);
  const changed = given.replaceAll(wanted, by);
  if (changed === given) {
    throw new Error(`there is no ${wanted} in ${given}`);
  }
  Object.assign(panel, JSON.parse(changed));
}
