import { Token } from 'cdktf';
import { rulesOf } from './findings';
import type { QueryContext } from '../../src/sql/rules/rule';

const ALERT: QueryContext = { use: 'alert', windowSeconds: 600 };
const CONDITION: QueryContext = { use: 'condition' };
const PANEL: QueryContext = { use: 'panel', lists: new Set(['env']) };
const COMPARED: QueryContext = { ...ALERT, comparesRows: true };
const TOKEN = Token.asString({ hidden: true });
const SOME = 'count(*) FILTER (WHERE is_exception)';

/** Forms in which a rule finds something, and forms in which it does not, although they look alike. */
const RULES: readonly (readonly [rule: string, context: QueryContext, query: (part: string) => string, wrong: readonly string[], right: readonly string[]])[] = [
  ['Q7', PANEL, (part) => `SELECT ${part} AS share FROM records`, [
    `${SOME} / count(*)`, `${SOME} / count(1)`, `${SOME} / nullif(count(*), 0)`, `${SOME} / greatest(count(*), 1)`, `${SOME} / coalesce(count(*), 1)`,
    `nullif(${SOME}, 0) / count(*)`, `(${SOME}) / (count(*))`, `((${SOME})) / ((count(*)))`, 'count(CASE WHEN is_exception THEN 1 END) / count(*)',
    `${SOME}::bigint / count(*)::int8`, `${SOME}::int::bigint / count(*)`, `${SOME} OVER (ORDER BY kind) / count(*) OVER ()`, '100 * count(*) / count(*)', 'count(*) * 100 / count(*)',
    '100 / count(*)', `(${SOME} / count(*)) * 100`, `1.0 + ${SOME} / count(*)`, `${SOME} / count(*) + 1`, `max(duration) - ${SOME} / count(*)`, `2 * ${SOME} / count(*)`,
    `coalesce(${SOME} / count(*), 0)`, `count(*) / ${SOME} / count(*)`,
  ], [
    `${SOME} * 1.0 / count(*)`, `1.0 * ${SOME} / count(*)`, `${SOME} / count(*)::double`, `${SOME}::double / count(*)`, `${SOME}::double::int / count(*)`, `${SOME}::numeric(10, 2) / count(*)`,
    'count(*) / count(*)', '100 * count(*) / 5', '100 * sum(duration) / count(*)', '100 * 5 / 2', `${SOME} / 60`, `${SOME} / nullif(count(*), 0.0)`, `${SOME} / nullif(count(*), duration)`,
    `${SOME} / nullif(count(*))`, `${SOME} / nullif()`, `${SOME} / round(count(*), 0)`, `${SOME} / (count(*) + 0.5)`, `${SOME} / (SELECT count(*) FROM records)`, `${SOME} / ()`,
    `${SOME} - count(*)`, `100 - count(*) / count(*)`, `${SOME}, 5 / count(*)`, `${SOME} / a.b`, `${SOME} / attributes->'n'`, `${SOME} / "count"`, `${SOME} / ${TOKEN} / count(*)`, `${SOME} / ${TOKEN}count(*)`,
    `(((((${SOME}))))) / count(*)`, '1000 * count(*) / count(*)', '100.5 * count(*) / count(*)', `${SOME} / f(count(*))`, `${SOME} % count(*)`,
  ]],
  ['Q7', PANEL, (part) => `SELECT ${part} AS share FROM (SELECT ${SOME} AS errors, count(*) AS total, sum(duration) AS total_time, count(*) + 1 AS more, kind AS kind FROM records) AS t`, [
    'errors / total', 't.errors / t.total', '"errors" / "total"', '100 * total / total',
  ], ['total / total', 'errors / total_time', 'errors / more', 'errors / kind', 'errors.total / 5', 'errors / total.']],
  ['Q7', PANEL, (part) => `SELECT max(duration) FROM records ${part}`, [
    `HAVING (${SOME}) / (count(*)) > 0.1`, `HAVING true AND (${SOME}) / (count(*)) > 0.1`, `GROUP BY kind ORDER BY (${SOME}) / (count(*))`,
  ], [`HAVING f(${SOME}) / (count(*)) > 0.1`]],
  ['Q7', PANEL, (part) => `SELECT errors / total FROM (SELECT ${part} FROM records) AS t`, [
    `${SOME} AS errors, count(*) AS total`, `${SOME} errors, count(*) total`, `count(*) AS total, ${SOME} AS total, ${SOME} AS errors`,
  ], [
    `${SOME} AS errors, count(*) AS total, duration AS total`, `${SOME} AS errors, count(*) * 1.0 AS total`, `${SOME} AS errors, count(*) AS total, ${TOKEN} AS x`,
  ]],
  ['Q4', ALERT, (part) => `SELECT kind, count(*) AS n, max(duration) AS m FROM records GROUP BY ${part}`, [
    'kind HAVING count(*) = 0', 'kind HAVING count() = 0', 'kind HAVING count(1) = 0', 'kind HAVING count(*) <= 0', 'kind HAVING count(*) < 1', 'kind HAVING 0 = count(*)', 'kind HAVING n = 0',
    'kind HAVING count(*) = 0 AND max(duration) > 1', 'kind HAVING max(duration) > 1 AND count(*) = 0', 'kind, f(level) HAVING count(*) = 0', '1 HAVING count(*) = 0',
  ], [
    'kind HAVING count(*) > 0', 'kind HAVING count(*) = 1', 'kind HAVING count(*) >= 0', 'kind HAVING count(*) <= 1', 'kind HAVING count(*) < 0', 'kind HAVING count(kind) = 0', `kind HAVING ${SOME} = 0`,
    'kind HAVING count(*) = 0 OR max(duration) > 1', 'kind HAVING m = 0', 'kind HAVING "n" = 0', "kind HAVING count(*) = '0'", "kind HAVING '0' = count(*)", 'kind HAVING 0 < count(*)', 'kind HAVING 1 = count(*)',
    'ROLLUP (kind) HAVING count(*) = 0', 'CUBE (kind) HAVING count(*) = 0', 'GROUPING SETS ((kind), ()) HAVING count(*) = 0', '() HAVING count(*) = 0', 'ALL HAVING count(*) = 0', 'kind', `${TOKEN} HAVING count(*) = 0`,
    `kind HAVING count(*) = 0 ${TOKEN}`, 'kind HAVING count(*) OVER () = 0', 'kind HAVING count(*) + 1 = 0', 'kind HAVING = 0', 'kind HAVING (count(*) = 0)', 'kind HAVING count(1, 2) = 0',
  ]],
  ['Q5', ALERT, (part) => `SELECT ${part}`, [
    "service_name FROM records WHERE start_timestamp < now() - interval '5 minutes'", "service_name FROM records WHERE start_timestamp <= current_timestamp - interval '5 minutes'",
    "service_name FROM records WHERE kind = 'log' AND end_timestamp < now() - interval '1 m'", "metric_name FROM metrics WHERE recorded_timestamp < now() - interval '1 m'",
    "service_name FROM records WHERE created_at < now() - interval '1 m' ORDER BY start_timestamp",
  ], [
    "service_name FROM records WHERE start_timestamp > now() - interval '5 minutes'", "service_name FROM records WHERE start_timestamp < now()", "service_name FROM records WHERE start_timestamp < now() + interval '5 minutes'",
    "service_name FROM records WHERE start_timestamp < '2026-01-01'", "service_name FROM records WHERE start_timestamp < now() - interval '5 minutes' AND end_timestamp > now() - interval '1 m'",
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
  ], [
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
    "start_timestamp > now() - interval '1 hour'", "start_timestamp >= now() - interval '1' hour", "start_timestamp < current_timestamp - interval '11 minutes'", "start_timestamp <= now() - '1 hour'::interval",
    "r.start_timestamp > now() - interval '1 hour'", "start_timestamp BETWEEN now() - interval '1 hour' AND now()", "max(start_timestamp) < now() - interval '1 hour'", "min(r.end_timestamp) < now() - interval '601 s'",
    "now() - start_timestamp > interval '1 hour'", "now() - max(start_timestamp) >= interval '1 hour'", "current_timestamp - r.start_timestamp > interval '1 hour'", "latest < now() - interval '1 hour'",
    "earliest < now() - interval '1 hour'", "begun < now() - interval '1 hour'", '"start_timestamp" > now() - interval \'1 hour\'', "recorded_timestamp > now() - interval '1 hour'", "created_at > now() - interval 2 hours",
  ], [
    "start_timestamp > now() - interval '10 minutes'", "start_timestamp > now() + interval '1 hour'", "start_timestamp = now() - interval '1 hour'", "duration > now() - interval '1 hour'", "start_timestamp > interval '1 hour'",
    "duration > interval '1 hour'", "start_timestamp - now() > interval '1 hour'", "now() - start_timestamp < interval '1 hour'", "now() - duration > interval '1 hour'", "n < now() - interval '1 hour'", "start_timestamp > f() - interval '1 hour'",
    "start_timestamp > now() - interval", `start_timestamp > now() - interval '${TOKEN} hour'`, "start_timestamp > now() - interval 'soon'", "start_timestamp > now() - '1 hour'", "start_timestamp > now() - '1 hour'::text",
    "avg(start_timestamp) < now() - interval '1 hour'", "max(start_timestamp, 1) < now() - interval '1 hour'", "x::start_timestamp > now() - interval '1 hour'", "now() + start_timestamp > interval '1 hour'", "start_timestamp > now(1) - interval '1 hour'",
  ]],
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
