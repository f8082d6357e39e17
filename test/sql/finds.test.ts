import { Token } from 'cdktf';
import { rulesOf } from './findings';
import type { QueryContext } from '../../src/sql/rules/rule';

const ALERT: QueryContext = { use: 'alert', windowSeconds: 600 };
const CONDITION: QueryContext = { use: 'condition' };
const PANEL: QueryContext = { use: 'panel', lists: new Set(['env']) };
const COMPARED: QueryContext = { ...ALERT, comparesRows: true };
const TOKEN = Token.asString({ hidden: true });
const SOME = 'count(*) FILTER (WHERE is_exception)';

/** Words that SQL has for itself, where a column may stand. */
const WORDS = ('all and any array between case cast current_date current_time current_timestamp date distinct else end exists extract false from ilike in interval is like not now null or '
  + 'over row rows similar some then time timestamp true when where').split(' ');
/** Functions of which some engines make one row of many. */
const PERHAPS_AGGREGATES = ['bit_and', 'first_value', 'last_value', 'nth_value', 'corr', 'covar', 'covar_pop', 'regr_slope', 'grouping', 'mode', 'metric_sum', 'json_agg'];

/** Forms in which a rule finds something, and forms in which it does not, although they look alike. */
type Forms = readonly [rule: string, context: QueryContext, query: (part: string) => string, wrong: readonly string[], right: readonly string[]];

const RULES: readonly Forms[] = [
  ['Q7', PANEL, (part) => `SELECT ${part} AS share FROM records`, [
    `${SOME} / count(*)`, `${SOME} / count(1)`, `${SOME} / nullif(count(*), 0)`, `${SOME} / greatest(count(*), 1)`, `${SOME} / coalesce(count(*), 1)`,
    `nullif(${SOME}, 0) / count(*)`, `(${SOME}) / (count(*))`, `((${SOME})) / ((count(*)))`, 'count(CASE WHEN is_exception THEN 1 END) / count(*)',
    `${SOME}::bigint / count(*)::int8`, `${SOME}::int::bigint / count(*)`, `${SOME} OVER (ORDER BY kind) / count(*) OVER ()`, '100 * count(*) / count(*)', 'count(*) * 100 / count(*)',
    '100 / count(*)', `(${SOME} / count(*)) * 100`, `1.0 + ${SOME} / count(*)`, `${SOME} / count(*) + 1`, `max(duration) - ${SOME} / count(*)`, `2 * ${SOME} / count(*)`,
    `coalesce(${SOME} / count(*), 0)`, `count(*) / ${SOME} / count(*)`, `DISTINCT (${SOME}) / (count(*))`, `ALL (${SOME}) / (count(*))`, `${SOME}::int(4) / count(*)`, `${SOME} / nullif(count(*), 10)`,
    `CASE WHEN (${SOME}) / (count(*)) > 0 THEN 1 END`, `CASE WHEN true THEN (${SOME}) / (count(*)) END`, `CASE WHEN true THEN 1 ELSE (${SOME}) / (count(*)) END`,
  ], [
    `${SOME}::xint / count(*)`, `${SOME}::bigintx / count(*)`, `${TOKEN}${SOME} / count(*)`, `${SOME}${TOKEN} / count(*)`, `${SOME} / count(*)${TOKEN}`, `${SOME} / count(*)->'a'`, `${SOME} / count(*)->>'a'`,
    `${SOME} / count(*)[1]`, `${SOME} / count(*).a`, `${SOME} / nullif(count(*), 0, 1)`, `${SOME} / nullif(count(*) + 0)`,
    `${SOME} * 1.0 / count(*)`, `1.0 * ${SOME} / count(*)`, `${SOME} / count(*)::double`, `${SOME}::double / count(*)`, `${SOME}::double::int / count(*)`, `${SOME}::numeric(10, 2) / count(*)`,
    'count(*) / count(*)', '100 * count(*) / 5', '100 * sum(duration) / count(*)', '100 * 5 / 2', `${SOME} / 60`, `${SOME} / nullif(count(*), 0.0)`, `${SOME} / nullif(count(*), duration)`,
    `${SOME} / nullif(count(*))`, `${SOME} / nullif()`, `${SOME} / round(count(*), 0)`, `${SOME} / (count(*) + 0.5)`, `${SOME} / (SELECT count(*) FROM records)`, `${SOME} / ()`,
    `${SOME} - count(*)`, '100 - count(*) / count(*)', `${SOME}, 5 / count(*)`, `${SOME} / a.b`, `${SOME} / attributes->'n'`, `${SOME} / "count"`, `${SOME} / ${TOKEN} / count(*)`, `${SOME} / ${TOKEN}count(*)`,
    `(((((${SOME}))))) / count(*)`, '1000 * count(*) / count(*)', '100.5 * count(*) / count(*)', `${SOME} / f(count(*))`, `${SOME} % count(*)`,
  ]],
  ['Q7', PANEL, (part) => `SELECT ${part} AS share FROM (SELECT ${SOME} AS errors, count(*) AS total, sum(duration) AS total_time, count(*) + 1 AS more, kind AS kind FROM records) AS t`, [
    'errors / total', 't.errors / t.total', '"errors" / "total"', '100 * total / total',
  ], ['total / total', 'errors / total_time', 'errors / more', 'errors / kind', 'errors.total / 5', 'errors / total.']],
  ['Q7', PANEL, (part) => `SELECT ${part} FROM (SELECT ${SOME} AS errors, count(*) AS total FROM records) AS t`, ['total, errors / total', 'total total, errors / total'], [
    'kind AS total, errors / total', 'kind total, errors / total', "kind->>'n' AS total, errors / total",
  ]],
  ['Q7', PANEL, (part) => `SELECT max(duration) FROM records ${part}`, [
    `HAVING (${SOME}) / (count(*)) > 0.1`, `HAVING true AND (${SOME}) / (count(*)) > 0.1`, `GROUP BY kind ORDER BY (${SOME}) / (count(*))`,
    `WHERE (${SOME}) / (count(*)) > 0.1`, `HAVING false OR (${SOME}) / (count(*)) > 0.1`, `HAVING NOT (${SOME}) / (count(*)) > 0.1`, `HAVING 0 BETWEEN (${SOME}) / (count(*)) AND 1`,
    `JOIN metrics ON (${SOME}) / (count(*)) > 0.1`,
  ], [`HAVING f(${SOME}) / (count(*)) > 0.1`]],
  ['Q7', PANEL, (part) => `SELECT errors / total FROM (SELECT ${part} FROM records) AS t`, [
    `${SOME} AS errors, count(*) AS total`, `${SOME} errors, count(*) total`, `count(*) AS total, ${SOME} AS total, ${SOME} AS errors`,
  ], [
    `${SOME} AS errors, count(*) AS total, duration AS total`, `${SOME} AS errors, count(*) * 1.0 AS total`, `${SOME} AS errors, count(*) AS total, ${TOKEN} AS x`,
  ]],
  ['Q4', ALERT, (part) => `SELECT kind, count(*) AS n, max(duration) AS m FROM records GROUP BY ${part}`, [
    'kind HAVING count(*) = 0', 'kind HAVING count() = 0', 'kind HAVING count(1) = 0', 'kind HAVING count(*) <= 0', 'kind HAVING count(*) < 1', 'kind HAVING 0 = count(*)', 'kind HAVING n = 0',
    'kind HAVING count(*) = 0 AND max(duration) > 1', 'kind HAVING max(duration) > 1 AND count(*) = 0', 'kind, f(level) HAVING count(*) = 0', 'f() HAVING count(*) = 0', '1 HAVING count(*) = 0',
  ], [
    'kind HAVING count(*) > 0', 'kind HAVING count(*) = 1', 'kind HAVING count(*) >= 0', 'kind HAVING count(*) <= 1', 'kind HAVING count(*) < 0', 'kind HAVING count(kind) = 0', `kind HAVING ${SOME} = 0`,
    'kind HAVING count(*) = 0 OR max(duration) > 1', 'kind HAVING m = 0', "kind HAVING true OR kind = 'a' AND count(*) = 0", "kind HAVING count(*) = 0 AND true OR kind = 'a'", `kind HAVING ${TOKEN} AND count(*) = 0`,
    'kind, () HAVING count(*) = 0', 'GROUPING SETS ((kind), (level)) HAVING count(*) = 0', 'kind HAVING "n" = 0', "kind HAVING count(*) = '0'", "kind HAVING '0' = count(*)", 'kind HAVING 0 < count(*)', 'kind HAVING 1 = count(*)',
    'ROLLUP (kind) HAVING count(*) = 0', 'CUBE (kind) HAVING count(*) = 0', 'GROUPING SETS ((kind), ()) HAVING count(*) = 0', '() HAVING count(*) = 0', 'ALL HAVING count(*) = 0', 'kind', `${TOKEN} HAVING count(*) = 0`,
    `kind HAVING count(*) = 0 ${TOKEN}`, 'kind HAVING count(*) OVER () = 0', 'kind HAVING count(*) + 1 = 0', 'kind HAVING = 0', 'kind HAVING (count(*) = 0)', 'kind HAVING count(1, 2) = 0',
  ]],
  ['Q5', ALERT, (part) => `SELECT ${part}`, [
    "service_name FROM records WHERE start_timestamp < now() - interval '5 minutes'", "service_name FROM records WHERE start_timestamp <= current_timestamp - interval '5 minutes'",
    "service_name FROM records WHERE kind = 'log' AND end_timestamp < now() - interval '1 m'", "metric_name FROM metrics WHERE recorded_timestamp < now() - interval '1 m'",
    "service_name FROM records WHERE created_at < now() - interval '1 m' ORDER BY start_timestamp",
  ], [
    "service_name FROM records WHERE start_timestamp > now() - interval '5 minutes'", 'service_name FROM records WHERE start_timestamp < now()', "service_name FROM records WHERE start_timestamp < now() + interval '5 minutes'",
    "service_name FROM records WHERE start_timestamp < '2026-01-01'", "service_name FROM records WHERE start_timestamp < now() - interval '5 minutes' AND end_timestamp > now() - interval '1 m'",
    "kind, max(duration) FROM records WHERE start_timestamp < now() - interval '5 minutes'", "lower(kind) IS NULL, row_number() OVER () FROM records WHERE start_timestamp < now() - interval '5 minutes'",
    "max(duration) FROM records WHERE start_timestamp < now() - interval '5 minutes'", "first_value(duration) FROM records WHERE start_timestamp < now() - interval '5 minutes'",
    "row_number() OVER () FROM records WHERE start_timestamp < now() - interval '5 minutes'", "* FROM records WHERE start_timestamp < now() - interval '5 minutes'", "trace_id FROM records WHERE start_timestamp < now() - interval '5 minutes'",
    "span_id FROM records WHERE start_timestamp < now() - interval '5 minutes'", "kind FROM records WHERE start_timestamp < now() - interval '5 minutes' GROUP BY kind",
    "kind FROM records WHERE start_timestamp < now() - interval '5 minutes' HAVING count(*) > 1", "kind FROM records WHERE start_timestamp < now() - interval '5 minutes' QUALIFY row_number() OVER () = 1",
    "kind FROM records, metrics WHERE start_timestamp < now() - interval '5 minutes'", "kind FROM records_all WHERE start_timestamp < now() - interval '5 minutes'",
    "kind FROM records, (SELECT 1) WHERE start_timestamp < now() - interval '5 minutes'", `kind FROM records WHERE start_timestamp < now() - interval '5 minutes' ${TOKEN}`, 'kind FROM records',
    "kind FROM records WHERE trace_id IN (SELECT trace_id FROM records WHERE start_timestamp < now() - interval '5 minutes')", "kind FROM records WHERE 'start_timestamp' < now() - interval '5 minutes'",
  ]],
  ['Q6', ALERT, (part) => `SELECT ${part}`, [
    'count(*) FROM records', '5 + max(duration) FROM records', 'kind, avg(duration) FROM records', 'count(*) FILTER (WHERE is_exception) FROM records LIMIT 5',
    ...['sum', 'avg', 'mean', 'min', 'median', 'stddev', 'stddev_pop', 'var', 'var_samp', 'approx_distinct', 'percentile_cont', 'percentile_disc', 'quantile_cont', 'array_agg', 'string_agg', 'bool_and', 'bool_or',
      'metric_quantile', 'metric_merge', 'metric_rate', 'metric_increase'].map((name) => `${name}(duration) FROM records`),
  ], [
    'count(*) FROM records GROUP BY kind', 'count(*) FROM records HAVING count(*) > 1', 'count(*) FROM records QUALIFY true', 'count(*) FROM records OFFSET 1', 'count(*)', `count(*) FROM records ${TOKEN}`,
    'count(*) OVER () FROM records', 'kind FROM records', 'unnest(array_agg(kind)) FROM records', 'my_count(*) FROM records', 'counts(kind) FROM records', 'kind FROM records WHERE 1 = (SELECT count(*) FROM records)',
    'approx(kind) FROM records', 'metric_sum(value) FROM metrics', 'percentile(duration) FROM records',
  ]],
  ['Q6', COMPARED, (part) => `SELECT ${part} FROM records`, [], ['count(*)']],
  ['Q8', ALERT, (part) => `SELECT ${part}`, [
    'message FROM records', 'message FROM records_all', 'message FROM records_full, records', 'message FROM x.records', 'r.message FROM records r', 'count(*) OVER () FROM records', "'trace' FROM records",
    'my_mode(kind) FROM records', 'modes(kind) FROM records',
  ], [
    ...PERHAPS_AGGREGATES.map((name) => `${name}(kind) FROM records`),
    'trace_id FROM records', 'r.trace_id FROM records r', "'x' || trace_id FROM records", '* FROM records', 'r.* FROM records r', 'message FROM metrics', 'message FROM records, metrics', 'message FROM records, (SELECT 1)',
    'DISTINCT message FROM records', 'kind FROM records GROUP BY kind', 'kind FROM records HAVING true', 'max(kind) FROM records', 'any_value(kind) FROM records', '1', `message FROM records ${TOKEN}`, 'FROM records',
    "kind FROM records WHERE start_timestamp < now() - interval '1 m'", 'kind FROM t, records', 'message FROM (SELECT 1) AS records',
  ]],
  ['Q8', ALERT, (part) => `WITH records AS (SELECT 1 AS a) SELECT a FROM ${part}`, ['x.records'], ['records']],
  ['Q9', PANEL, (part) => `SELECT ${part}`, [
    '* FROM records', '* FROM metrics', 'kind, * FROM records', '* EXCLUDE (kind) FROM records', 'r.* FROM records r', 'records.* FROM records', '* FROM x.records', '1 FROM records UNION ALL SELECT * FROM records',
  ], [
    '* FROM t', 's.* FROM records r, (SELECT 1) s', 'records.* FROM records r', 'count(*) FROM records', '2 * 3 FROM records', 'kind FROM records', '* FROM (SELECT 1) AS t', 'r.kind FROM records r', '1 FROM (SELECT * FROM records)',
  ]],
  ['Q9', PANEL, (part) => `WITH records AS (SELECT 1 AS a) SELECT * FROM ${part}`, ['x.records'], ['records']],
  ['Q10', ALERT, (part) => `SELECT count(*) AS n, max(start_timestamp) AS latest, min(end_timestamp) AS earliest, start_timestamp AS begun FROM records HAVING ${part}`, [
    "start_timestamp > now() - interval '90' minute", "start_timestamp > now() - interval ' 90 ' minute", "start_timestamp > now() - interval '1 hour'", "start_timestamp >= now() - interval '1' hour", "start_timestamp < current_timestamp - interval '11 minutes'", "start_timestamp <= now() - '1 hour'::interval",
    "r.start_timestamp > now() - interval '1 hour'", "start_timestamp BETWEEN now() - interval '1 hour' AND now()", "max(start_timestamp) < now() - interval '1 hour'", "min(r.end_timestamp) < now() - interval '601 s'",
    "now() - start_timestamp > interval '1 hour'", "now() - max(start_timestamp) >= interval '1 hour'", "current_timestamp - r.start_timestamp > interval '1 hour'", "latest < now() - interval '1 hour'",
    "earliest < now() - interval '1 hour'", "begun < now() - interval '1 hour'", '"start_timestamp" > now() - interval \'1 hour\'', "recorded_timestamp > now() - interval '1 hour'", 'created_at > now() - interval 2 hours',
  ], [
    "start_timestamp > now() - interval '10 minutes'", "start_timestamp > now() + interval '1 hour'", "start_timestamp = now() - interval '1 hour'", "duration > now() - interval '1 hour'", "start_timestamp > interval '1 hour'",
    "duration > interval '1 hour'", "start_timestamp - now() > interval '1 hour'", "now() - start_timestamp < interval '1 hour'", "now() - duration > interval '1 hour'", "n < now() - interval '1 hour'", "start_timestamp > f() - interval '1 hour'",
    'start_timestamp > now() - interval', `start_timestamp > now() - interval '${TOKEN} hour'`, "start_timestamp > now() - interval 'soon'", "start_timestamp > now() - '1 hour'", "start_timestamp > now() - '1 hour'::text",
    "avg(start_timestamp) < now() - interval '1 hour'", "max(start_timestamp, 1) < now() - interval '1 hour'", "x::start_timestamp > now() - interval '1 hour'", "now() + start_timestamp > interval '1 hour'", "start_timestamp > now(1) - interval '1 hour'",
  ]],
  ['Q10', ALERT, (part) => `SELECT count(*) AS n, ${part} AS given FROM records HAVING given < now() - interval '1 hour'`, [
    'start_timestamp', 'r.start_timestamp', 'max(start_timestamp)', 'min(r.end_timestamp)',
  ], ['duration', '1 + 2 + start_timestamp', 'avg(start_timestamp)', 'max(start_timestamp) - 1', 'max(duration)', "date_trunc('day', start_timestamp)"]],
  ['Q11', CONDITION, (part) => part, [
    "level = 'ERROR'", "level <> 'x'", "level != 'x'", "level < 'x'", "level <= 'x'", "level > 'x'", "level >= 'Error'", "level IN ('error', 'x')", "level NOT IN ('x')", "r.level = 'x'", "level_num('x') > 5", "level_num('Warn')",
    `level = 'x' AND ${TOKEN}`,
  ], [
    ...['trace', 'debug', 'info', 'notice', 'warn', 'warning', 'error', 'fatal'].map((level) => `level = '${level}'`), "level = '17'", "level = ' '", "level = '$level'", 'level = 17', 'level = x', "level LIKE 'x'", "level = f('x')", 'level =', "level IN (SELECT level FROM records WHERE kind = 'x')",
    `level = '${TOKEN}'`, "levels = 'x'", "'level' = 'x'", "\"level\" = 'x'", "level_num('x', 1)", "level_name('x')", "level('x') = 'x'", "level IN 'x'", "level NOT LIKE 'x'",
  ]],
  ['Q11', PANEL, (part) => `SELECT ${part}`, [
    `kind FROM records WHERE level = 'x' AND ${TOKEN}`, `kind FROM records WHERE level_num('x') = ${TOKEN}`, `${TOKEN} FROM records GROUP BY level_num('x')`,
  ], [
    `${TOKEN} FROM records GROUP BY level = 'x'`, `${TOKEN} FROM records`, `kind FROM (SELECT 1), records WHERE level = 'x' AND ${TOKEN}`, `kind FROM (SELECT ${TOKEN}) UNION SELECT 1 FROM records WHERE level = 'x'`,
    `level = 'x', ${TOKEN} FROM records WHERE kind = 'a'`, `kind FROM records WHERE ${TOKEN} ORDER BY level = 'x'`,
  ]],
  ['Q2', ALERT, (part) => `SELECT trace_id FROM records WHERE kind = ${part}`, ["'$a'", "'${a_1}'", "'%$a%'", "'%${a}'", "'$A1%'", '$$$a$$'], [
    "'a$b'", "'$a b'", "'%%$a'", "'$1'", "'$'", "'${a'", "'${a:raw}'", '"$a"', `'$a${TOKEN}'`, "'$a$b'",
  ]],
  ['Q3', ALERT, (part) => `SELECT trace_id FROM ${part}`, ['records_all', 'records, records_all r', 'records WHERE kind IN (SELECT kind FROM records_all)'], ['records_full', 'records', "records WHERE kind = 'records_all'"]],
  ['Q3', ALERT, (part) => `WITH records_all AS (SELECT 1 AS trace_id) SELECT trace_id FROM ${part}`, [], ['records_all']],
  ['Q12', PANEL, (part) => `SELECT kind FROM records WHERE ${part}`, [
    'kind = $env', 'kind <> $env', 'kind != $env', 'kind LIKE $env', 'kind ILIKE $env', 'kind IN ($env)', 'kind NOT IN ($env)', 'kind = ${env}', 'kind = $other OR kind = $env',
  ], ['kind = ANY($env)', 'kind = $other', 'kind IN ($env, 1)', 'kind IN (1, $env)', '$env = kind', 'kind > $env', 'f($env) = kind', "kind = '$env'", 'kind IN ($other)', 'kind IN $env', 'any ($env)']],
  ['Q12', { use: 'panel' }, (part) => `SELECT kind FROM records WHERE ${part}`, [], ['kind = $env']],
  ['Q13', PANEL, (part) => `SELECT ${part}`, [
    "time_bucket('1 day', start_timestamp) AS start_timestamp FROM records GROUP BY start_timestamp", "date_trunc('day', start_timestamp) AS day FROM records GROUP BY day",
    "date_bin('1 day', start_timestamp) AS day FROM records GROUP BY kind, day", 'coalesce(http_route, span_name) AS span_name FROM records GROUP BY span_name, kind', 'kind AS level FROM records GROUP BY level',
    'lower(kind) AS span_name FROM records r, metrics GROUP BY 1, span_name',
  ], [
    'lower(kind) AS kind FROM records GROUP BY kind', 'kind AS k FROM records GROUP BY k', 'kind AS level FROM records GROUP BY 1', 'kind AS level FROM records GROUP BY r.level', 'kind AS level FROM records GROUP BY f(level)',
    'kind AS level FROM records GROUP BY level + 1', 'kind AS level FROM records GROUP BY "level"', 'kind AS level FROM records', 'kind AS level FROM (SELECT 1) AS t GROUP BY level', 'kind AS level FROM t GROUP BY level',
    "'kind' AS level FROM records GROUP BY level", 'kind.x AS level FROM records GROUP BY level', 'f(1) AS level FROM records GROUP BY level', 'lower(kind) AS day_of FROM records GROUP BY day_of',
    'value AS level FROM records GROUP BY level', 'kind AS value FROM records GROUP BY value', "my_time_bucket('1 day', day) AS day FROM records GROUP BY day", 'kind AS level FROM records, t GROUP BY level',
    '(SELECT kind FROM records) AS level FROM records GROUP BY level',
  ]],
  ['Q13', PANEL, (part) => `WITH records AS (SELECT 1 AS kind) SELECT kind AS level FROM ${part} GROUP BY level`, [], ['records']],
  ['Q14', PANEL, (part) => `SELECT ${part} FROM records`, [
    ...['sum', 'avg', 'mean', 'median', 'stddev', 'stddev_pop', 'var', 'var_pop', 'approx_median', 'approx_percentile_cont', 'percentile_cont', 'quantile_cont'].map((name) => `${name}(attributes->>'n')`),
    "sum(attributes->'a'->>'n')", "sum(r.attributes->>'n')", "sum((attributes->>'n'))", "sum(((attributes->>'n')))", "sum(DISTINCT attributes->>'n')", "sum(ALL attributes->>'n')", 'sum(attributes->>0)', "1 + sum(attributes->>'n')",
    "percentile_cont(0.5) WITHIN GROUP (ORDER BY attributes->>'n')", "percentile_cont(0.5) WITHIN GROUP (ORDER BY attributes->>'n' DESC)", "percentile_cont(0.5) WITHIN GROUP (ORDER BY attributes->>'n' ASC)",
    "sum(attributes->>'n') OVER ()", "f(sum(attributes->>'n'))",
  ], [
    "sum((attributes->>'n')::double)", "sum(attributes->>'n'::double)", "sum(attributes->'n')", "sum(attributes->>'n'->'m')", "max(attributes->>'n')", "count(attributes->>'n')", "sum(attributes->>'n', 1)", 'sum(duration)', 'sum()', "sum('a'->>'n')",
    'sum(attributes->>n)', "sum(attributes->>'n' || 'a')", 'percentile_cont(0.5) WITHIN GROUP (ORDER BY duration)', "summe(attributes->>'n')", "my_sum(attributes->>'n')", "string_agg(0.5) WITHIN GROUP (ORDER BY attributes->>'n')",
    'sum(attributes->>)', "sum(a.b.c->>'n')", "sum(1 + (attributes->>'n'))", "sum((attributes)->>'n')",
  ]],
  ['Q15', COMPARED, (part) => `SELECT ${part} FROM records`, [
    'count(*)', 'kind, count(*) AS n', 'now()', 'now() AS at', 'current_timestamp', 'max(start_timestamp)', 'min(end_timestamp)', 'round(count(*), -1)', "date_trunc('hour', now())", "'n: ' || count(*)",
  ], [
    'count(*) > 5', 'count(*) >= 5', 'count(*) < 5', 'count(*) <= 5', 'count(*) = 5', 'count(*) <> 5', 'count(*) != 5', "CASE WHEN count(*) = 0 THEN 'down' END", 'count(*) IS NULL', 'count(*) BETWEEN 1 AND 5', 'count(*) IN (1)',
    'max(duration)', 'avg(start_timestamp)', 'start_timestamp', 'kind', '(SELECT count(*) FROM records)', 'counts(*)', 'count', `${TOKEN} + count(*)`, 'sum(duration)', 'max(kind)',
  ]],
  ['Q15', ALERT, (part) => `SELECT ${part} FROM records`, [], ['count(*)']],
  ['Q16', PANEL, (part) => `SELECT ${part} FROM records`, [
    'EXTRACT(EPOCH FROM $resolution)', 'extract(hour from ${resolution})', 'EXTRACT(EPOCH FROM $__range)', '1 + EXTRACT(EPOCH FROM $resolution)',
  ], [
    'EXTRACT(EPOCH FROM $resolution::interval)', 'EXTRACT(EPOCH FROM $__from)', 'EXTRACT(EPOCH FROM $env)', 'f(EPOCH FROM $resolution)', 'EXTRACT($resolution)', 'EXTRACT(EPOCH, $resolution)', 'extract(EPOCH FROM start_timestamp)',
    'EXTRACT[EPOCH FROM $resolution]', "EXTRACT(EPOCH FROM '$resolution')", 'substring(a FROM $resolution)',
  ]],
  ['Q17', CONDITION, (part) => part, [
    "metric_name = 'http.server.duration' OR metric_name = 'http.server.request.duration'", "metric_name IN ('http.client.request.duration', 'http.client.duration')",
  ], [
    "metric_name = 'http.server.duration'", "metric_name = 'http.server.request.duration'", "metric_name IN ('http.server.duration', 'http.client.request.duration')", 'metric_name IN (\'http.client.duration\', "http.client.request.duration")',
    `metric_name IN ('http.client.duration', 'http.client.request.duration${TOKEN}')`,
  ]],
  ['Q18', ALERT, (part) => `SELECT trace_id FROM records WHERE ${part}`, [
    "servic = 'a'", "servic <> 'a'", "servic != 'a'", 'servic < 1', 'servic <= 1', 'servic > 1', 'servic >= 1', "servic->'a' = 1", "servic->>'a' = 'b'", "servic @> 'a'", "servic ? 'a'", "servic LIKE 'a'", "servic NOT LIKE 'a'", "servic ILIKE 'a'",
    'servic IN (1)', 'servic NOT IN (1)', 'servic IS NULL', 'servic IS NOT NULL', 'servic BETWEEN 1 AND 2', 'kind = servic', 'kind = servic AND true', 'kind = servic OR true', '(kind = servic)', 'f(kind = servic, 1)', 'NOT servic = 1',
    'true AND servic = 1', 'true OR servic = 1', '(servic = 1)', 'f(1, servic = 1)', 'CASE WHEN servic = 1 THEN true END', 'CASE WHEN kind = servic THEN true END', '"Servic" = 1', 'kind = "a"',
  ], [
    ...WORDS.map((word) => `${word} = 1`),
    "service_name = 'a'", "r.servic = 'a'", 'servic', 'f(servic)', 'servic + 1 = 2', '1 + servic = 2', 'level = 1', 'true = false', 'null IS NULL', 'current_date > 1', `servic = '${TOKEN}' AND ${TOKEN}`, `"servic${TOKEN}" = 1`, "'servic' = 'a'",
    'kind = (SELECT servic FROM t)', 'trace_id = ANY(tags)', '$servic = 1', 'kind = servic.x', 'kind = servic(1)', 'kind = servic::text', "interval = '1 day'",
  ]],
  ['Q18', ALERT, (part) => `SELECT ${part}`, [
    'servic, trace_id FROM records', 'trace_id FROM records HAVING servic = 1', 'trace_id FROM records QUALIFY servic = 1', 'value = 1, trace_id FROM records', 'trace_id, recorded_timestamp FROM records', 'trace_id, servic servic FROM records',
    '1 FROM records UNION ALL SELECT servic FROM metrics',
  ], [
    'servic', 'servic FROM t', 'servic FROM records, t', 'servic FROM records, (SELECT 1)', 'servic FROM x.records', 'trace_id, kind AS servic FROM records HAVING servic = 1', 'trace_id FROM records ORDER BY servic = 1', 'trace_id FROM records AS servic WHERE servic = 1',
    'trace_id FROM records GROUP BY servic', 'value, trace_id FROM records, metrics', 'trace_id, servic + 1 FROM records', 'trace_id, cast(kind AS servic) FROM records WHERE servic = 1', 'trace_id FROM records WHERE EXISTS (SELECT 1 FROM metrics WHERE metric_name = kind)',
  ]],
  ['Q18', PANEL, (part) => `SELECT ${part} FROM records`, ['servic'], ['recorded_timestamp', 'kind']],
  ['Q18', PANEL, (part) => `WITH servic AS (SELECT 1 AS a) SELECT kind FROM ${part}`, ['records WHERE other = 1'], ['records WHERE servic = 1']],
  ['Q1', ALERT, (part) => `SELECT trace_id FROM ${part}`, ['t', 'records, t', 'records JOIN t ON true', '"Records"', `t WHERE ${TOKEN}`], ['records', 'x.t', TOKEN, `records ${TOKEN}, t`, '(SELECT 1) AS t', 'f(1)']],
  ['Q1', ALERT, (part) => `WITH t AS (SELECT 1 AS a) SELECT a FROM ${part}`, ['u'], ['t']],
  ['sql-select', ALERT, (part) => part, ['DELETE FROM records', 'trace_id', '', '-- none', '"select" 1', '5'], ['SELECT 1', 'with a as (select 1) select 2', '((SELECT 1))', TOKEN, `(${TOKEN})`]],
  ['sql-statements', ALERT, (part) => `SELECT 1${part}`, ['; SELECT 2', ';; x', '; (1)'], [';', ';;', "|| ';'", `; ${TOKEN}`]],
  ['sql-variable', ALERT, (part) => `SELECT ${part}`, ['$a', '${a}', '${var.a}'], ["'$a'", '5']],
  ['sql-variable', PANEL, (part) => `SELECT ${part}`, [], ['$a']],
  ['sql-condition', CONDITION, (part) => part, ['', 'SELECT 1', 'WITH a', 'WHERE true', 'true;', 'true; false'], ['true', '"select" = 1', "kind = ';'", 'kind IN (SELECT 1)']],
  ['sql-from', ALERT, (part) => `SELECT ${part}`, ['trace_id form records', 'trace_id fro records', 'a, trace_id frm records', 'trace_id fom metrics', 'trace_id rom records', 'a ftom records', 'a fromm records', 'a frim records', 'a frmo records'], [
    'trace_id form FROM records', 'form records', 'a, form records', 'a.form records', 'trace_id form other', 'trace_id forms records', 'trace_id aform records', 'a "form" records', 'a form "records"',
  ]],
  ['sql-aggregate', ALERT, (part) => `SELECT trace_id FROM records ${part}`, [
    'WHERE count(*) > 1', 'WHERE f(max(duration)) > 1', 'WHERE sum(duration) > 1 AND kind = 1', 'WHERE avg(duration) > 1', 'WHERE min(duration) > 1', 'WHERE trace_id IN (SELECT trace_id FROM records WHERE count(*) > 1)',
  ], [
    'HAVING count(*) > 1', 'WHERE duration > (SELECT avg(duration) FROM records)', 'WHERE count > 1', 'WHERE counts(*) > 1', 'WHERE xcount(*) > 1', `WHERE count(*) > 1 ${TOKEN}`, 'WHERE median(duration) > 1', 'QUALIFY count(*) OVER () > 1',
    'WHERE count(*) OVER () > 1', 'GROUP BY kind ORDER BY count(*)',
  ]],
  ['sql-aggregate', CONDITION, (part) => part, ['count(*) > 1', 'duration > max(duration)'], ['duration > (SELECT max(duration) FROM records)', 'duration > 1']],
];

describe.each(RULES.map(([rule, , query], index) => ({ rule, form: query('…').replace(TOKEN, 'TOKEN'), index })))('$rule in $form', ({ index }) => {
  const [rule, context, query, wrong, right] = RULES[index];

  test('finds what it should', () => {
    expect(wrong.filter((part) => !rulesOf(query(part), context).includes(rule))).toEqual([]);
  });

  test('finds nothing else', () => {
    expect(right.filter((part) => rulesOf(query(part), context).includes(rule))).toEqual([]);
  });
});
