import { findings } from './findings';
import type { QueryContext } from '../../src/sql/rules/rule';

const ALERT: QueryContext = { use: 'alert', windowSeconds: 600 };
const CONDITION: QueryContext = { use: 'condition' };
const PANEL: QueryContext = { use: 'panel', lists: new Set(['env']) };
const COMPARED: QueryContext = { ...ALERT, comparesRows: true };

/** A rule, a query that it finds something in, where and what; and one like it that passes. */
const RULES: readonly (readonly [rule: string, context: QueryContext, wrong: string, position: string, text: string, right: string])[] = [
  ['sql-complete', ALERT, "SELECT 1\n  , 'a", 'line 2, column 5', 'must close each quote, got "\'a"; add \', and write \'\' for a quote inside the text; a backslash does not escape it', "SELECT 1\n  , 'a'"],
  ['sql-complete', ALERT, 'SELECT 1 AS "a', 'line 1, column 13', 'must close each quote, got "\\"a"; add ", and write text in single quotes', 'SELECT 1 AS "a"'],
  ['sql-complete', ALERT, 'SELECT 1 /* a', 'line 1, column 10', 'must end each comment, got "/* a"; add */', 'SELECT 1 /* a */'],
  ['sql-complete', ALERT, "SELECT E'\\'", 'line 1, column 8', 'must close each quote, got "E\'\\\\\'"; add \', and write \'\' for a quote inside the text; a backslash does not escape it', "SELECT E'\\''"],
  ['sql-complete', ALERT, "SELECT 'a\\'b'", 'line 1, column 13', 'must close each quote, got "\'"; add \', and write \'\' for a quote inside the text; a backslash does not escape it', "SELECT 'a\\', 'b'"],
  ['sql-complete', ALERT, 'SELECT \u201ca\u201d', 'line 1, column 8', 'must have straight quotes, got "\u201c"; write \' around text, and " around names', "SELECT '\u201ca\u201d'"],
  ['sql-complete', ALERT, 'SELECT (1', 'line 1, column 8', 'must have balanced brackets, got "(" without its closing bracket; add the closing one', 'SELECT (1)'],
  ['sql-complete', ALERT, 'SELECT 1)', 'line 1, column 9', 'must have balanced brackets, got ")" without its opening bracket; remove it, or add the opening one', 'SELECT (1)'],
  ['sql-complete', ALERT, 'SELECT a[1)', 'line 1, column 9', 'must have balanced brackets, got "[" without its closing bracket; add the closing one', 'SELECT a[1]'],
  ['sql-select', ALERT, 'SELCT 1', 'line 1, column 1', 'must be one SELECT or WITH query, got "SELCT"; did you mean SELECT?', 'select 1'],
  ['sql-select', ALERT, '-- nothing', 'line 1, column 1', 'must be one SELECT or WITH query, got no SQL; begin it with SELECT', '-- something\nSELECT 1'],
  ['sql-complete', ALERT, "SELECT 'abcdefghijklmnopqrstuvwxyz", 'line 1, column 8',
    'must close each quote, got "\'abcdefghijklmnopqrstuvw…"; add \', and write \'\' for a quote inside the text; a backslash does not escape it', "SELECT 'abcdefghijklmnopqrstuvwxyz'"],
  ['sql-complete', ALERT, "SELECT 'abcdefghijklmnopqrstuvw", 'line 1, column 8',
    'must close each quote, got "\'abcdefghijklmnopqrstuvw"; add \', and write \'\' for a quote inside the text; a backslash does not escape it', "SELECT 'abcdefghijklmnopqrstuvw'"],
  ['sql-select', ALERT, 'WTH a AS (SELECT 1) SELECT 2', 'line 1, column 1', 'must be one SELECT or WITH query, got "WTH"; did you mean WITH?', 'WITH a AS (SELECT 1) SELECT 2'],
  ['sql-select', ALERT, '((5))', 'line 1, column 3', 'must be one SELECT or WITH query, got "5"; begin it with SELECT', '((SELECT 5))'],
  ['sql-select', ALERT, 'x'.repeat(50), 'line 1, column 1', `must be one SELECT or WITH query, got "${'x'.repeat(40)}"; begin it with SELECT`, 'SELECT x'],
  ['sql-variable', ALERT, 'SELECT ${var.a}', 'line 1, column 8',
    'must have no dashboard variables, which exist only in panels, got "${var.a}"; pass the value of a TerraformVariable instead', 'SELECT 1'],
  ['sql-condition', CONDITION, ' SELECT 1', 'line 1, column 2', 'must be a condition over one row, got "SELECT"; write only what would follow WHERE, such as "is_exception"', 'true'],
  ['sql-aggregate', CONDITION, 'count(*) > 5', 'line 1, column 1', 'must have no aggregate in a condition over one row, got count(…); compare columns of the row', 'duration > 5'],
  ['sql-statements', ALERT, 'SELECT 1;; SELECT 2', 'line 1, column 12', 'must be one statement, got another one that begins with "SELECT"; remove the semicolon before it, or create a second alert or panel', 'SELECT 1;;'],
  ['sql-variable', ALERT, 'SELECT $resolution', 'line 1, column 8', 'must have no dashboard variables, which exist only in panels, got "$resolution"; write the value, such as \'5 minutes\' or \'production\'', "SELECT '5m'"],
  ['sql-variable', CONDITION, 'with_name = ${name}', 'line 1, column 13', 'must have no dashboard variables, which exist only in panels, got "${name}"; write the value, such as \'5 minutes\' or \'production\'', 'with_name = 1'],
  ['sql-condition', CONDITION, '-- none', 'line 1, column 1', 'must be a condition over one row, got no SQL; write only what would follow WHERE, such as "is_exception"', 'true -- all'],
  ['sql-condition', CONDITION, 'true;', 'line 1, column 5', 'must be a condition without a semicolon, got ";"; remove it', "true OR message = ';'"],
  ['sql-from', ALERT, 'SELECT trace_id FORM records', 'line 1, column 17', 'must name its tables after FROM, got "FORM"; did you mean FROM?', 'SELECT trace_id form FROM records'],
  ['sql-aggregate', ALERT, 'SELECT trace_id FROM records WHERE sum(duration) > 1', 'line 1, column 36', 'must have no aggregate in WHERE, got sum(…); compare it in HAVING',
    'SELECT trace_id FROM records WHERE duration > (SELECT avg(duration) FROM records)'],
  ['Q1', PANEL, 'SELECT 1 FROM metric', 'line 1, column 15', 'must read records, records_all, records_full or metrics, got "metric"; did you mean metrics? If Logfire has this table, add Q1 to ignoredLintRules', 'SELECT 1 FROM metrics'],
  ['Q1', PANEL, 'SELECT 1 FROM spam', 'line 1, column 15', 'must read records, records_all, records_full or metrics, got "spam"; correct the name. If Logfire has this table, add Q1 to ignoredLintRules', 'SELECT 1 FROM schema.spam'],
  ['Q2', ALERT, "SELECT trace_id FROM records WHERE service_name = '$service'", 'line 1, column 51', "has '$service': this is a text, and only dashboards have variables; write the value", "SELECT trace_id FROM records WHERE span_name = '$service down'"],
  ['Q3', CONDITION, 'trace_id IN (SELECT trace_id FROM records_all)', 'line 1, column 35', 'has records_all: it also contains pending spans, so spans count twice; use records', 'trace_id IN (WITH records_all AS (SELECT 1) SELECT 1 FROM records_all)'],
  ['Q4', PANEL, 'SELECT kind, count(*) AS n FROM records GROUP BY kind HAVING n = 0', 'line 1, column 62', 'has GROUP BY with HAVING count(*) = 0: a group without rows does not exist, so the query never returns a row; leave out GROUP BY, or join the names that you expect and count a column of records', 'SELECT kind, count(*) AS n FROM records GROUP BY ROLLUP (kind) HAVING n = 0'],
  ['Q4', PANEL, 'SELECT kind FROM records GROUP BY kind HAVING count(*) = 0', 'line 1, column 47', 'has GROUP BY with HAVING count(*) = 0: a group without rows does not exist, so the query never returns a row; leave out GROUP BY, or join the names that you expect and count a column of records', 'SELECT kind FROM records GROUP BY kind HAVING count(*) = 0 OR max(duration) > 1'],
  ['Q5', ALERT, "SELECT service_name FROM records WHERE start_timestamp < now() - interval '5 minutes'", 'line 1, column 40', 'has a condition on old rows without an aggregate: it returns old rows even when newer ones exist; compare max(start_timestamp) in HAVING, or count the rows of the window with HAVING count(*) = 0',
    "SELECT service_name, trace_id FROM records WHERE start_timestamp < now() - interval '5 minutes'"],
  ['Q6', ALERT, 'SELECT max(duration) FROM records', 'line 1, column 8', 'has max(…) without GROUP BY and HAVING: it always returns one row, so every run of the alert matches; add HAVING with the threshold', 'SELECT trace_id, max(duration) OVER () FROM records'],
  ['Q7', PANEL, 'SELECT 100 * count(*) FILTER (WHERE is_exception) / count(*) FROM records', 'line 1, column 51', 'has a percentage of whole numbers: the division drops the fraction; write 100.0 * first, or cast with ::double', 'SELECT 100 * count(*) FILTER (WHERE is_exception) / count(*)::double FROM records'],
  ['Q7', PANEL, 'SELECT count(*) FILTER (WHERE is_exception) / count(*) * 100.0 FROM records', 'line 1, column 45', 'has a percentage of whole numbers: the division drops the fraction; write 100.0 * first, or cast with ::double', 'SELECT count(*) FILTER (WHERE is_exception) * 100.0 / count(*) FROM records'],
  ['Q8', ALERT, 'SELECT message FROM records', 'line 1, column 8', 'has rows without trace_id: the notification cannot link to the trace; add trace_id to the columns, or aggregate the rows', 'SELECT DISTINCT message FROM records'],
  ['Q9', PANEL, 'SELECT r.* FROM records r', 'line 1, column 8', 'has all columns of a table: reading all columns is slow, and nobody reads that many; name the columns that you want to see', 'SELECT r.* FROM (SELECT 1) r'],
  ['Q10', ALERT, "SELECT count(*) FROM records HAVING max(start_timestamp) < now() - interval '1 hour'", 'line 1, column 68', "has an interval of '1 hour', longer than the lookback window: older rows are silently missing; pass a timeWindow of at least the interval",
    "SELECT count(*) FROM records HAVING max(start_timestamp) < now() - interval '600 s'"],
  ['Q11', CONDITION, "level = 'ERROR'", 'line 1, column 9', "has the level 'ERROR': no level has this name; use 'error'", "level = 'error'"],
  ['Q11', PANEL, "SELECT 1 FROM records WHERE level IN ('panic')", 'line 1, column 39', "has the level 'panic': no level has this name; use one of trace, debug, info, notice, warn, warning, error, fatal", "SELECT 1 FROM (SELECT attributes->>'level' AS level FROM records) x WHERE level IN ('panic')"],
  ['Q12', PANEL, 'SELECT 1 FROM records WHERE kind = $env', 'line 1, column 36', 'has = with $env, which has several values: the variable stands for a list; write = ANY($env)', 'SELECT 1 FROM records WHERE kind = $kind'],
  ['Q13', PANEL, "SELECT time_bucket('1 day', start_timestamp) AS start_timestamp FROM records GROUP BY start_timestamp", 'line 1, column 87', 'has GROUP BY start_timestamp, an alias with the name of a column: it groups by the column; rename the alias, or group by the expression',
    "SELECT time_bucket('1 day', start_timestamp) AS start_timestamp FROM records GROUP BY 1"],
  ['Q14', PANEL, "SELECT sum(attributes->>'n') FROM records", 'line 1, column 12', "has sum(…) of an attribute by ->>: that is a text and no number; cast it, such as (attributes->>'operation.cost')::double", "SELECT max(attributes->>'n') FROM records"],
  ['Q15', COMPARED, 'SELECT kind, count(*) FROM records GROUP BY kind', 'line 1, column 14', 'has count(…) in rows that are compared: the rows differ at every run, so every run notifies; return only what identifies the problem, or use NotifyWhen.HAS_MATCHES_CHANGED', 'SELECT kind, count(*) > 5 AS many FROM records GROUP BY kind'],
  ['Q16', PANEL, 'SELECT count(*) / EXTRACT(EPOCH FROM $resolution) FROM records', 'line 1, column 38', 'has EXTRACT(… FROM $resolution): the variable is a text, and the query fails; write $resolution::interval',
    'SELECT count(*) / EXTRACT(EPOCH FROM $resolution::interval) FROM records'],
  ['Q17', PANEL, "SELECT 1 FROM metrics WHERE metric_name IN ('http.server.duration', 'http.server.request.duration')", 'line 1, column 69', "has 'http.server.request.duration' and 'http.server.duration': they measure the same requests, in seconds and in milliseconds; use the one that your services send",
    "SELECT 1 FROM metrics WHERE metric_name IN ('http.server.duration', 'http.client.request.duration')"],
  ['Q18', ALERT, "SELECT trace_id FROM records WHERE service = 'shop'", 'line 1, column 36', 'has the name service: no column is called so, and the query fails; did you mean service_name?',
    "SELECT trace_id FROM records WHERE attributes->>'service' = 'shop'"],
  ['Q18', ALERT, 'SELECT trace_id FROM records WHERE service_name = "shop"', 'line 1, column 51', 'has the name "shop": no column is called so, and the query fails; write text in single quotes',
    'SELECT trace_id FROM records WHERE "service_name" = \'shop\''],
  ['Q18', PANEL, 'SELECT xyzzy, count(*) AS n FROM records GROUP BY 1', 'line 1, column 8', "has the name xyzzy: no column is called so, and the query fails; use a column, or an attribute, such as attributes->>'name'",
    'WITH r AS (SELECT kind AS xyzzy FROM records) SELECT xyzzy, count(*) AS n FROM r GROUP BY 1'],
  ['Q18', CONDITION, "NOT (staus_code = 'x' OR is_exception)", 'line 1, column 6', "has the name staus_code: no column is called so, and the query fails; use a column, or an attribute, such as attributes->>'name'", "NOT (otel_status_code = 'x' OR is_exception)"],
  ['Q18', PANEL, "SELECT 1 FROM metrics WHERE trace_id = 'a'", 'line 1, column 29', "has the name trace_id: no column is called so, and the query fails; use a column, or an attribute, such as attributes->>'name'",
    'SELECT span_name FROM records WHERE EXISTS (SELECT 1 FROM metrics WHERE metric_name = span_name)'],
  ['Q18', CONDITION, "metrc_name = 'http.server.request.duration'", 'line 1, column 1', 'has the name metrc_name: no column is called so, and the query fails; did you mean metric_name?', "metric_name = 'http.server.request.duration'"],
  ['Q18', ALERT, 'SELECT kind, count(*) AS n FROM records GROUP BY kind HAVING m > 5', 'line 1, column 62', "has the name m: no column is called so, and the query fails; use a column, or an attribute, such as attributes->>'name'", 'SELECT kind, count(*) AS n FROM records GROUP BY kind HAVING n > 5'],
  ['Q15', COMPARED, 'SELECT trace_id, current_timestamp FROM records', 'line 1, column 18', 'has current_timestamp in rows that are compared: the rows differ at every run, so every run notifies; return only what identifies the problem, or use NotifyWhen.HAS_MATCHES_CHANGED', 'SELECT trace_id FROM records WHERE end_timestamp < current_timestamp'],
  ['Q19', ALERT, 'SELECT trace_id FROM records WHERE exception_type = NULL', 'line 1, column 51', 'has = NULL: nothing is equal to NULL, nor different from it, so no row matches; write IS NULL',
    'SELECT trace_id FROM records WHERE exception_type IS NULL AND "null" IS NOT DISTINCT FROM NULL'],
];

describe('a rule', () => {
  test.each(RULES.map(([rule, , wrong], index) => ({ rule, wrong, index })))('$rule finds $wrong', ({ index }) => {
    const [rule, context, wrong, position, text] = RULES[index];
    expect(findings(wrong, context)).toContainEqual({ rule, position, text });
  });

  test.each(RULES.map(([rule, , , , , right], index) => ({ rule, right, index })))('$rule passes $right', ({ index }) => {
    const [rule, context, , , , right] = RULES[index];
    expect(findings(right, context).filter((found) => found.rule === rule)).toEqual([]);
  });
});

test.each([
  ['critical', 'fatal'], ['Emergency', 'fatal'], ['SEVERE', 'error'], ['err', 'error'], ['information', 'info'], ['verbose', 'debug'], ['ERROR', 'error'],
])('for the level %s, Q11 proposes %s', (level, meant) => {
  expect(findings(`SELECT trace_id FROM records WHERE level = '${level}'`, ALERT).map(({ text }) => text)).toEqual([
    `has the level '${level}': no level has this name; use '${meant}'`,
  ]);
});

test('Q18 proposes quotes only after a comparison', () => {
  expect(findings('SELECT trace_id FROM records WHERE "servicename" = 1', ALERT).map(({ text }) => text)).toEqual([
    'has the name "servicename": no column is called so, and the query fails; did you mean service_name?',
  ]);
  expect(findings('SELECT trace_id FROM records WHERE kind = servicename', ALERT).map(({ text }) => text)).toEqual([
    'has the name servicename: no column is called so, and the query fails; did you mean service_name?',
  ]);
});

test('an alert whose window is known only at apply has no finding about it', () => {
  const sql = "SELECT count(*) FROM records HAVING max(start_timestamp) < now() - interval '1 hour'";
  expect(findings(sql, { use: 'alert' })).toEqual([]);
});
