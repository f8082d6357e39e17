import type { QueryContext } from '../../src/sql/rules/rule';

export interface Sample {
  readonly sql: string;
  readonly context: QueryContext;
}

const alert = (minutes: number, sql: string, more: Partial<QueryContext> = {}): Sample => ({ sql, context: { use: 'alert', windowSeconds: minutes * 60, ...more } });
const condition = (sql: string): Sample => ({ sql, context: { use: 'condition' } });
const panel = (sql: string, ...lists: string[]): Sample => ({ sql, context: { use: 'panel', lists: new Set(lists) } });

/** Queries as people write them. None of them has a finding. */
export const CORPUS: { readonly [name: string]: Sample } = {
  // Alerts on single rows.
  exceptions: alert(10, 'SELECT trace_id, span_name, exception_message FROM records WHERE is_exception'),
  failedPayments: alert(5, `
    SELECT trace_id, exception_type, exception_message -- what people read first
    FROM records
    WHERE service_name = 'payments' AND is_exception AND exception_type <> 'CardDeclined'
    ORDER BY start_timestamp DESC
    LIMIT 20;`),
  severe: alert(10, "SELECT r.trace_id, r.span_id, r.message FROM records AS r WHERE r.level >= 'error' AND r.deployment_environment IS DISTINCT FROM 'local'"),
  fatalOrError: alert(10, "select trace_id, message from records where level in ('error', 'fatal') and service_name = 'api'"),
  traceAddress: alert(10, `SELECT 'https://logfire-eu.pydantic.dev/acme/shop?q=trace_id%3D%27' || trace_id || '%27' AS "Open trace", message
    FROM records WHERE span_name = 'it''s late' AND duration > 2.5 LIMIT 5`),
  stuck: alert(60, "SELECT trace_id, span_name FROM records WHERE kind = 'span' AND start_timestamp < now() - interval '10 minutes' AND end_timestamp > now() - interval '1 minute'"),
  lateWorkers: alert(60, "SELECT trace_id, attributes->>'job.name' AS job FROM records WHERE tags @> ARRAY['nightly'] AND NOT (attributes ? 'job.finished') AND duration IS NOT NULL"),
  ranked: alert(15, `SELECT trace_id, span_name, duration FROM records WHERE service_name = 'api'
    QUALIFY row_number() OVER (PARTITION BY span_name ORDER BY duration DESC) = 1 AND duration > 5`),
  escapes: alert(10, "SELECT trace_id FROM records WHERE message LIKE E'%can\\'t\\n%' OR message LIKE '%\\%' OR log_body ->> 'text' ILIKE '%-- not a comment%'"),
  comments: alert(10, "/* Owner: shop /* since 2026 */ */ SELECT trace_id -- it's \"fine\" (really\nFROM records /* ; */ WHERE is_exception -- ' ;"),
  dollars: alert(10, "SELECT trace_id FROM records WHERE message = $$it's $5 (net$$ OR message = 'costs $5 or $other'"),
  newestOnly: alert(10, 'SELECT DISTINCT ON (service_name) service_name, trace_id FROM records WHERE level >= 17 ORDER BY service_name, start_timestamp DESC'),

  // Alerts on aggregates.
  errorRate: alert(10, `
    SELECT 100.0 * count(*) FILTER (WHERE level >= 'error') / nullif(count(*), 0) AS error_percent, count(*) AS requests
    FROM records
    WHERE service_name = 'api' AND parent_span_id IS NULL AND duration IS NOT NULL
    HAVING count(*) >= 20 AND 100.0 * count(*) FILTER (WHERE level >= 'error') / nullif(count(*), 0) > 5`),
  errorShare: alert(10, 'SELECT count(*) FILTER (WHERE is_exception)::double / count(*) AS share FROM records HAVING count(*) > 50 AND (count(*) FILTER (WHERE is_exception))::double / count(*) > 0.1'),
  latency: alert(10, 'SELECT approx_percentile_cont(0.95) WITHIN GROUP (ORDER BY duration) AS p95 FROM records HAVING count(*) >= 20 AND approx_percentile_cont(0.95) WITHIN GROUP (ORDER BY duration) > 1'),
  burst: alert(10, 'SELECT count(*) AS slow, max(duration) AS worst FROM records WHERE duration > 2 HAVING count(*) >= 5'),
  newExceptions: alert(1440, `SELECT exception_type, count(*) AS occurrences, max(trace_id) AS trace_id FROM records
    WHERE service_name = 'api' AND is_exception GROUP BY exception_type HAVING min(start_timestamp) >= now() - interval '1 hour'`),
  drop: alert(30, `
    WITH halves AS (
      SELECT count(*) FILTER (WHERE start_timestamp >= now() - interval '15 minutes') AS current,
             count(*) FILTER (WHERE start_timestamp < now() - interval '15 minutes') AS previous
      FROM records WHERE service_name = 'api' AND parent_span_id IS NULL
    )
    SELECT current, previous FROM halves WHERE previous >= 50 AND current < 0.5 * previous`),
  twoWindows: alert(60, `
    WITH long AS (SELECT service_name, avg(CASE WHEN is_exception THEN 1.0 ELSE 0 END) AS bad FROM records GROUP BY service_name),
    short AS (SELECT service_name, avg(CASE WHEN is_exception THEN 1.0 ELSE 0 END) AS bad FROM records
      WHERE start_timestamp >= now() - interval '5' minute GROUP BY service_name)
    SELECT l.service_name, l.bad FROM long l JOIN short s USING (service_name) WHERE l.bad > 0.0144 AND s.bad > 0.0144`),
  queueDepth: alert(10, `
    SELECT queue, min(depth) AS depth FROM (
      SELECT attributes->>'queue.name' AS queue, time_bucket('1 minute', recorded_timestamp) AS minute, max(metric_avg(value)) AS depth
      FROM metrics WHERE metric_name = 'queue.depth' GROUP BY queue, minute
    ) AS minutes GROUP BY queue HAVING count(*) >= 3 AND min(depth) > 100`),
  histogram: alert(10, "SELECT attributes->>'http.route' AS route, metric_quantile(0.95, value) AS p95 FROM metrics WHERE metric_name = 'http.server.request.duration' GROUP BY route HAVING metric_quantile(0.95, value) > 1"),
  counterByStream: alert(15, `WITH streams AS MATERIALIZED (SELECT service_instance_id, metric_increase(value, recorded_timestamp) AS n FROM metrics
    WHERE metric_name = 'jobs.failed' GROUP BY service_instance_id, attributes) SELECT sum(n) AS failed FROM streams HAVING sum(n) > 5`),
  spend: alert(1440, "SELECT sum(json_get_float(attributes, 'operation.cost')) AS usd FROM records WHERE attributes->>'gen_ai.operation.name' <> 'invoke_agent' HAVING sum((attributes->>'operation.cost')::double) > 50"),
  toolFailures: alert(15, `SELECT attributes->>'gen_ai.tool.name' AS tool, count(*) AS failures FROM records
    WHERE span_name LIKE 'execute_tool %' AND (otel_status_code = 'ERROR' OR is_exception) GROUP BY 1 HAVING count(*) >= 3`),
  allGroups: alert(15, 'SELECT service_name, http_route, count(*) AS n FROM records GROUP BY ALL HAVING count(*) > 1000 UNION ALL SELECT service_name, span_name, count() FROM records GROUP BY ALL HAVING count() > 5000'),

  // Alerts on silence.
  silence: alert(15, "SELECT 'no spans from api' AS problem, count(*) AS spans FROM records WHERE service_name = 'api' HAVING count(*) = 0"),
  expectedNames: alert(15, `SELECT e.name AS service FROM (VALUES ('api'), ('worker')) AS e(name)
    LEFT JOIN records AS r ON r.service_name = e.name GROUP BY e.name HAVING count(r.start_timestamp) = 0`),
  zeroOfSome: alert(15, "SELECT service_name FROM records GROUP BY service_name HAVING count(*) FILTER (WHERE span_name = 'heartbeat') = 0"),
  oddSpan: alert(60, "SELECT count(*) AS orders FROM records WHERE span_name = 'order placed' AND start_timestamp >= now() - interval '45 minutes' HAVING count(*) = 0"),
  goneQuiet: alert(60, "SELECT service_name, max(start_timestamp) AS last_seen FROM records GROUP BY service_name HAVING max(start_timestamp) < now() - interval '10 minutes' ORDER BY service_name"),
  staleMetric: alert(7 * 1440, "SELECT max(recorded_timestamp) AS last_point FROM metrics WHERE metric_name = 'backup.size' HAVING max(recorded_timestamp) IS NULL OR max(recorded_timestamp) < now() - interval '26 hours'"),
  upOrDown: alert(5, "SELECT CASE WHEN count(*) = 0 THEN 'down' ELSE 'up' END AS state FROM records WHERE service_name = 'api'", { comparesRows: true }),
  missingServices: alert(30, 'SELECT service_name FROM records WHERE is_exception GROUP BY service_name ORDER BY service_name', { comparesRows: true }),
  certificates: alert(5, "SELECT trace_id, attributes->>'host' AS host FROM records WHERE (attributes->>'not_after')::timestamp < now() + interval '14 days' AND (attributes->>'renewed')::timestamp < now() - interval '60 days'"),
  gaps: alert(60, `
    WITH minutes AS (SELECT unnest(generate_series(now() - interval '1 hour', now(), interval '1 minute')) AS minute),
    seen AS (SELECT date_trunc('minute', start_timestamp) AS minute, count(*) AS n FROM records GROUP BY 1)
    SELECT count(*) AS empty FROM minutes m LEFT JOIN seen s ON s.minute = m.minute WHERE s.n IS NULL HAVING count(*) > 10`),
  constant: alert(5, 'SELECT 1'),

  // Conditions of service level indicators.
  everything: condition('true'),
  roots: condition('parent_span_id IS NULL'),
  statusCode: condition("otel_status_code = 'ERROR'"),
  slowCheckout: condition("span_name = 'POST /checkout' AND coalesce(duration, 0) >= 0.3 AND attributes->>'http.user_agent' NOT LIKE '%bot%'"),
  notCanceled: condition("is_exception AND (exception_type NOT IN ('CancelledError', 'KeyboardInterrupt') OR exception_type IS NULL) -- canceled is fine"),
  severeRecord: condition("level >= 'error' OR level_num('fatal') = level"),
  modelFailure: condition("coalesce((attributes->>'http.response.status_code')::int, 0) IN (408, 429, 500, 502, 503) AND extract(hour FROM start_timestamp) BETWEEN 8 AND 20"),

  // Panels.
  requestRate: panel('SELECT time_bucket($resolution, start_timestamp) AS x, count(*) / extract(epoch FROM $resolution::interval) AS per_second FROM records WHERE deployment_environment = ANY($env) GROUP BY x ORDER BY x', 'env'),
  topRoutes: panel(`SELECT * FROM (
    SELECT coalesce(http_route, span_name) AS endpoint, count(*) FILTER (WHERE level >= 'error') AS errors FROM records
    GROUP BY endpoint HAVING count(*) FILTER (WHERE level >= 'error') > 0 ORDER BY errors DESC LIMIT 10
  ) AS top ORDER BY errors ASC`),
  otherSeries: panel(`WITH top AS (SELECT span_name AS top_name FROM records GROUP BY span_name ORDER BY count(*) DESC LIMIT 5)
    SELECT time_bucket($resolution, r.start_timestamp) AS x, coalesce(t.top_name, 'other') AS name, count(*) AS n
    FROM records r LEFT JOIN top t ON t.top_name = r.span_name GROUP BY x, name ORDER BY x`),
  severities: panel("SELECT level_name(level) AS level, count(*) AS n FROM records WHERE kind = 'log' GROUP BY level"),
  namedServices: panel("SELECT coalesce(service_name, 'unknown') AS service_name, count(*) AS \"Requests / h\" FROM records GROUP BY service_name"),
  modelCost: panel("SELECT date_trunc('day', start_timestamp) AS day_of_use, attributes->>'gen_ai.request.model' AS model, sum((attributes->>'operation.cost')::double) AS usd FROM records GROUP BY day_of_use, model"),
  latest: panel("SELECT trace_id, span_id, (attributes->'gen_ai.usage'->>'input_tokens')::int AS \"Tokens\", otel_resource_attributes->>'host.name' AS host FROM records WHERE ($env = 'all-values' OR deployment_environment = $env) LIMIT 50"),
  apdex: panel(`SELECT (count(*) FILTER (WHERE level < 'error' AND duration <= 0.5) + 0.5 * count(*) FILTER (WHERE level < 'error' AND duration > 0.5 AND duration <= 4 * 0.5))
    / nullif(count(*), 0) AS apdex FROM records`),
  perHost: panel('SELECT count(*) / count(DISTINCT service_instance_id) AS per_instance, 100 * avg(duration) AS hundredths, 100 * 5 / 2 AS plain FROM records'),
  moving: panel('SELECT x, avg(n) OVER (ORDER BY x ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) AS smooth FROM (SELECT time_bucket(INTERVAL \'1 day\', recorded_timestamp) AS x, sum(metric_sum(value)) AS n FROM metrics GROUP BY x) AS days WINDOW w AS (ORDER BY x)'),
  excluded: panel('WITH calls AS (SELECT * EXCLUDE (attributes) FROM records WHERE service_name = ${service:raw}) SELECT c.* FROM calls c EXCEPT SELECT * FROM calls WHERE is_exception'),
  exists: panel('SELECT count(*) AS traces FROM (SELECT DISTINCT trace_id FROM records o WHERE EXISTS (SELECT * FROM records i WHERE i.trace_id = o.trace_id AND i.is_exception)) AS t'),
  bothTables: panel('SELECT r.service_name, count(*) AS n FROM records r INNER JOIN (metrics m CROSS JOIN unnest(ARRAY[1, 2]) AS u(n)) ON m.service_name = r.service_name GROUP BY r.service_name'),
  freshness: panel('(SELECT service_name AS name, extract(epoch FROM now() - max(start_timestamp)) AS age FROM records GROUP BY name) UNION ALL (SELECT metric_name, extract(epoch FROM now() - max(recorded_timestamp)) FROM metrics GROUP BY metric_name)'),
  texts: panel("SELECT substring(message FROM 1 FOR 20) AS start, trim(BOTH ' ' FROM span_name) AS name, position('@' IN message) AS at FROM records WHERE $service IS NULL OR array_has($services, service_name)", 'services'),
  schema: panel('SELECT table_name, column_name FROM information_schema.columns ORDER BY ordinal_position'),
};

/** A query of the corpus with one change, and the rule that finds it. */
export type Mutation = readonly [rule: string, name: keyof typeof CORPUS, text: string, by: string, more?: Partial<QueryContext>];

export const MUTATIONS: readonly Mutation[] = [
  ['sql-complete', 'failedPayments', "'payments'", "'payments"],
  ['sql-complete', 'traceAddress', "'it''s late'", "'it's late'"],
  ['sql-complete', 'slowCheckout', "'POST /checkout'", "'POST /checkout"],
  ['sql-complete', 'namedServices', '"Requests / h"', '"Requests / h'],
  ['sql-complete', 'comments', '*/ */', '*/'],
  ['sql-complete', 'comments', '/* ; */', '/* ;'],
  ['sql-complete', 'statusCode', "'ERROR'", '\u2018ERROR\u2019'],
  ['sql-complete', 'errorRate', 'nullif(count(*), 0)', 'nullif(count(*), 0'],
  ['sql-complete', 'topRoutes', ') AS top', 'AS top'],
  ['sql-complete', 'notCanceled', 'IS NULL)', 'IS NULL))'],
  ['sql-complete', 'lateWorkers', "['nightly']", "['nightly')"],
  ['sql-select', 'exceptions', 'SELECT', 'SELEC'],
  ['sql-select', 'drop', 'WITH', 'WIHT'],
  ['sql-select', 'silence', 'SELECT', 'DELETE'],
  ['sql-statements', 'exceptions', 'is_exception', 'is_exception; DROP TABLE records'],
  ['sql-statements', 'failedPayments', 'LIMIT 20;', 'LIMIT 20; SELECT 1;'],
  ['sql-statements', 'modelCost', 'GROUP BY', '; GROUP BY'],
  ['sql-variable', 'queueDepth', "'1 minute'", '$resolution'],
  ['sql-variable', 'failedPayments', "'payments'", '${service}'],
  ['sql-variable', 'severe', "'local'", '${var.environment}'],
  ['sql-variable', 'roots', 'parent_span_id', '$env AND parent_span_id'],
  ['sql-condition', 'roots', 'parent_span_id', 'SELECT parent_span_id'],
  ['sql-condition', 'statusCode', 'otel', 'WHERE otel'],
  ['sql-condition', 'everything', 'true', 'true;'],
  ['sql-from', 'exceptions', 'FROM', 'FORM'],
  ['sql-from', 'failedPayments', 'FROM', 'FRM'],
  ['sql-from', 'namedServices', 'FROM', 'FROMM'],
  ['sql-aggregate', 'exceptions', 'is_exception', 'count(*) = 0'],
  ['sql-aggregate', 'burst', 'duration > 2', 'max(duration) > 2'],
  ['sql-aggregate', 'severeRecord', 'level >=', 'count(*) > 3 AND level >='],
  ['Q1', 'exceptions', 'records', 'recordz'],
  ['Q1', 'twoWindows', 'JOIN short', 'JOIN shorts'],
  ['Q1', 'bothTables', '(metrics m', '(metric m'],
  ['Q1', 'goneQuiet', 'records', '"Records"'],
  ['Q2', 'failedPayments', "'payments'", "'$service'"],
  ['Q2', 'slowCheckout', "'POST /checkout'", "'${route}'"],
  ['Q2', 'escapes', "'%\\%'", "'%$text%'"],
  ['Q3', 'exceptions', 'records', 'records_all'],
  ['Q3', 'drop', 'records', 'records_all'],
  ['Q3', 'expectedNames', 'records', 'records_all'],
  ['Q4', 'goneQuiet', "max(start_timestamp) < now() - interval '10 minutes'", 'count(*) = 0'],
  ['Q4', 'toolFailures', 'count(*) >= 3', 'count(*) < 1'],
  ['Q4', 'toolFailures', 'count(*) >= 3', 'min(duration) > 1 AND failures = 0'],
  ['Q4', 'zeroOfSome', "count(*) FILTER (WHERE span_name = 'heartbeat') = 0", '0 = count(1)'],
  ['Q5', 'missingServices', 'is_exception GROUP BY service_name', "start_timestamp < now() - interval '10 minutes'"],
  ['Q5', 'goneQuiet', 'max(start_timestamp) AS last_seen FROM records GROUP BY service_name HAVING max(start_timestamp)', 'start_timestamp AS last_seen FROM records WHERE start_timestamp'],
  ['Q5', 'staleMetric', "max(recorded_timestamp) AS last_point FROM metrics WHERE metric_name = 'backup.size' HAVING max(recorded_timestamp) IS NULL OR max(recorded_timestamp)",
    "metric_name FROM metrics WHERE metric_name = 'backup.size' AND recorded_timestamp"],
  ['Q6', 'silence', 'HAVING count(*) = 0', ''],
  ['Q6', 'burst', 'HAVING count(*) >= 5', ''],
  ['Q6', 'upOrDown', 'CASE', 'CASE', { comparesRows: false }],
  ['Q6', 'counterByStream', 'HAVING sum(n) > 5', ''],
  ['Q7', 'errorRate', '100.0 * count(*) FILTER', '100 * count(*) FILTER'],
  ['Q7', 'errorShare', '::double / count(*) AS share', ' / count(*) AS share'],
  ['Q7', 'topRoutes', 'AS errors FROM', 'AS errors, count(*) AS total, 100 * errors / total AS percent FROM'],
  ['Q7', 'perHost', '100 * avg(duration)', '100 * (count(*) FILTER (WHERE is_exception)) / nullif(count(*), 0)'],
  ['Q8', 'exceptions', 'trace_id, ', ''],
  ['Q8', 'severe', 'r.trace_id, r.span_id, ', ''],
  ['Q8', 'ranked', 'trace_id, ', ''],
  ['Q9', 'exceptions', 'trace_id, span_name, exception_message', '*'],
  ['Q9', 'severe', 'r.trace_id, r.span_id, r.message', 'r.*'],
  ['Q9', 'latest', 'trace_id, span_id,', '*,'],
  ['Q10', 'drop', "'15 minutes'", "'45 minutes'"],
  ['Q10', 'goneQuiet', "'10 minutes'", "'2 hours'"],
  ['Q10', 'staleMetric', 'SELECT', 'SELECT', { windowSeconds: 3600 }],
  ['Q10', 'goneQuiet', "max(start_timestamp) < now() - interval '10 minutes'", "now() - max(start_timestamp) > '90 min'::interval"],
  ['Q11', 'severe', "'error'", "'ERROR'"],
  ['Q11', 'fatalOrError', "'fatal'", "'critical'"],
  ['Q11', 'severeRecord', "'fatal'", "'Fatal'"],
  ['Q12', 'requestRate', '= ANY($env)', '= $env'],
  ['Q12', 'requestRate', '= ANY($env)', 'IN ($env)'],
  ['Q12', 'requestRate', '= ANY($env)', 'NOT LIKE $env'],
  ['Q13', 'modelCost', 'day_of_use', 'day'],
  ['Q13', 'modelCost', ' model', ' service_name'],
  ['Q13', 'namedServices', "'unknown'", "attributes->>'service'"],
  ['Q14', 'modelCost', "(attributes->>'operation.cost')::double", "attributes->>'operation.cost'"],
  ['Q14', 'modelCost', "(attributes->>'operation.cost')::double", "(attributes->'operation'->>'cost')"],
  ['Q14', 'latency', 'ORDER BY duration', "ORDER BY attributes->>'took' DESC"],
  ['Q16', 'requestRate', '$resolution::interval', '$resolution'],
  ['Q16', 'requestRate', '$resolution::interval', '${resolution}'],
  ['Q16', 'requestRate', 'epoch FROM $resolution::interval', 'MINUTE from $__range'],
  ['Q17', 'histogram', "= 'http.server.request.duration'", "IN ('http.server.duration', 'http.server.request.duration')"],
  ['Q17', 'histogram', "= 'http.server.request.duration'", "= 'http.server.request.duration' OR metric_name = 'http.server.duration'"],
  ['Q17', 'histogram', "= 'http.server.request.duration'", "IN ('http.client.request.duration', 'http.client.duration')"],
  ['Q18', 'exceptions', 'is_exception', 'is_exeption = true'],
  ['Q18', 'errorRate', "service_name = 'api'", 'service_name = "api"'],
  ['Q18', 'fatalOrError', 'service_name =', 'servicename ='],
  ['Q18', 'modelCost', "attributes->>'operation.cost'", "attribute->>'operation.cost'"],
  ['Q18', 'newestOnly', 'DISTINCT ON (service_name) service_name, trace_id', 'service, trace_id'],
  ['Q19', 'exceptions', 'is_exception', 'is_exception AND exception_type != NULL'],
  ['Q19', 'failedPayments', 'is_exception', "service_name = 'shop'"],
  ['Q19', 'fatalOrError', "service_name = 'api'", 'http_response_status_code IN (404, 5)'],
  ['Q15', 'toolFailures', 'SELECT', 'SELECT', { comparesRows: true }],
  ['Q15', 'goneQuiet', 'SELECT', 'SELECT', { comparesRows: true }],
  ['Q15', 'missingServices', 'service_name FROM', 'service_name, now() AS seen FROM'],
];
