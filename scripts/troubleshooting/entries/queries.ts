import { TerraformStack } from 'cdktf';
import {
  AlertQuery, BarPanel, DashboardDefinition, DashboardSection, DashboardVariable, Delivery, Duration, LogfireAlert, LogfireChannel, LogfireDashboard,
  LogfireProject, MetricAggregate, MetricFilter, NotifyWhen, RowsQuery,
} from '../../../src';
import type { QueryId, SqlRuleId } from '../../../src/core/error-ids';
import type { Entries, Program } from '../entry';

const project = (stack: TerraformStack) => new LogfireProject(stack, 'Shop');

/** An alert with a query. */
const alert = (query: string, notifyWhen?: NotifyWhen): Program => (stack) => new LogfireAlert(stack, 'Alert', {
  project: project(stack),
  query,
  timeWindow: Duration.minutes(10),
  frequency: Duration.minutes(10),
  notify: [Delivery.to(LogfireChannel.fromChannelId(stack, 'Channel', '00000000-0000-4000-8000-000000000001'))],
  notifyWhen,
});

/** A panel with a query. */
const panel = (query: string): Program => (stack) => new LogfireDashboard(stack, 'Traffic', {
  project: project(stack),
  definition: DashboardDefinition.fromSections({
    variables: [DashboardVariable.fromQuery('service', RowsQuery.fromSql('SELECT DISTINCT service_name FROM records'), { allowMultiple: true })],
    sections: [new DashboardSection({ title: 'All', panels: [new BarPanel({ panelId: 'rate', title: 'Rate', query: RowsQuery.fromSql(query) })] })],
  }),
});

export const QUERIES: Entries<QueryId> = {
  'counter-aggregate': {
    program: () => AlertQuery.metricSustainedAbove({ filter: MetricFilter.metricName('requests'), aggregate: MetricAggregate.rate(), threshold: 5 }),
    meaning: 'An alert on a value that lasts for minutes uses an aggregate of a counter, such as a rate or an increase.',
    why: 'A counter only grows, and its growth must be computed for each stream over the whole window. The values of single minutes would be wrong.',
    remedy: 'Use the factory without `Sustained`, such as `AlertQuery.metricAbove`, or an aggregate of a gauge or a histogram.',
  },
  'lint-rule-ids': {
    meaning: '`ignoredLintRules` contains an id that is not a rule for this kind of query.',
    why: 'A misspelled id would accept nothing, and the warning that you wanted to accept would still be there.',
    remedy: 'Copy the id from the end of the warning, between `[logfire:` and `]`.',
  },
  'sql-aggregate': {
    meaning: 'An aggregate such as `count(*)` stands in `WHERE`, or in a condition over one row.',
    why: '`WHERE` looks at one row at a time, before rows are aggregated. The database rejects the query.',
    remedy: 'Compare the aggregate in `HAVING`. In the condition of an SLI, compare columns of the row: the SLO counts the rows itself.',
  },
  'sql-complete': {
    meaning: 'A query has a quote, a comment or a bracket that is not closed, or typographic quotes.',
    why: 'The database rejects the query. An alert with such a query would never fire.',
    remedy: 'Close it at the place in the error. A quote inside of text is written twice, as in `\'it\'\'s late\'`; a backslash does not escape it. Editors for documents replace straight quotes: write `\'` around text and `"` around names.',
  },
  'sql-condition': {
    meaning: 'The condition of an SLI is a whole query, begins with `WHERE`, has a semicolon, or is empty.',
    why: 'The SLO puts the condition into queries of its own, one for all events and one for the good or bad ones.',
    remedy: 'Write only what would follow `WHERE`, such as `is_exception`.',
    code: 'Sli.ratio({ totalQuery: "service_name = \'shop\'", badQuery: \'is_exception\' });',
  },
  'sql-from': {
    meaning: 'The keyword `FROM` is misspelled.',
    why: 'The database rejects the query.',
    remedy: 'Correct the keyword at the place in the error.',
  },
  'sql-select': {
    meaning: 'A query does not begin with `SELECT` or `WITH`, or is empty.',
    why: 'Alerts and panels only read. Logfire rejects other statements.',
    remedy: 'Write one `SELECT` or `WITH` query.',
  },
  'sql-statements': {
    meaning: 'A query consists of several statements, separated by a semicolon.',
    why: 'Logfire runs one statement for each alert and each query of a panel.',
    remedy: 'Remove the semicolon, or create a second alert or panel for the second statement.',
  },
  'sql-variable': {
    meaning: 'The query of an alert or an SLI has a dashboard variable such as `$service`.',
    why: 'Only dashboards have variables, which their readers set. In an alert, nothing replaces them.',
    remedy: 'Write the value, such as `\'production\'`. To take it from Terraform, put the `stringValue` of a `TerraformVariable` into the string.',
  },
};

export const SQL_RULES: Entries<SqlRuleId> = {
  Q1: {
    meaning: 'A query reads a table that does not exist.',
    why: 'The database rejects the query. Logfire has the tables `records`, `records_all`, `records_full` and `metrics`.',
    remedy: 'Correct the name. If Logfire has a newer table, add `Q1` to `ignoredLintRules`.',
  },
  Q2: {
    program: alert("SELECT trace_id FROM records WHERE service_name = '$service'"),
    meaning: 'The query of an alert or an SLI has a `$variable` in quotes.',
    why: 'Only dashboards have variables. Here it is a literal text, which no row has, so the alert never fires.',
    remedy: 'Write the value.',
  },
  Q3: {
    program: alert('SELECT trace_id FROM records_all WHERE is_exception'),
    meaning: 'A query reads `records_all`.',
    why: 'That table also contains spans that are still running, so each span counts twice.',
    remedy: 'Read `records`.',
  },
  Q4: {
    program: panel('SELECT service_name, count(*) AS n FROM records GROUP BY service_name HAVING count(*) = 0'),
    meaning: 'A query groups rows and keeps only groups with `count(*) = 0`.',
    why: 'A group without rows does not exist, so the query never returns anything. An alert on silence with this query never fires.',
    remedy: 'Leave out `GROUP BY`, or use `AlertQuery.silence`. For several services, join the names that you expect, as [Alerting](alerting.md) shows.',
    code: 'AlertQuery.silence({ filter: RecordFilter.service(\'shop\') });',
  },
  Q5: {
    program: alert("SELECT service_name FROM records WHERE start_timestamp < now() - interval '5 minutes'"),
    meaning: 'The query of an alert selects rows that are older than an interval.',
    why: 'Old rows exist even if newer ones exist, too. The alert fires although data still arrives.',
    remedy: 'Compare `max(start_timestamp)` in `HAVING`, or use `AlertQuery.staleness`.',
  },
  Q6: {
    program: alert('SELECT max(duration) FROM records'),
    meaning: 'The query of an alert has an aggregate, and neither `GROUP BY` nor `HAVING`.',
    why: 'Such a query always returns one row, so each run of the alert matches.',
    remedy: 'Add `HAVING` with the threshold. With `NotifyWhen.MATCHES_CHANGED`, such a query is right.',
  },
  Q7: {
    program: panel('SELECT 100 * count(*) FILTER (WHERE is_exception) / count(*) AS error_percent FROM records'),
    meaning: 'A percentage is computed from whole numbers.',
    why: 'SQL drops the fraction of a division of whole numbers: 1 of 300 is 0 percent.',
    remedy: 'Write `100.0 *` first, or cast with `::double`.',
  },
  Q8: {
    program: alert('SELECT message FROM records WHERE is_exception'),
    meaning: 'The query of an alert returns rows of `records` without `trace_id`.',
    why: 'The notification cannot link to the trace, which is what people look for first.',
    remedy: 'Add `trace_id` to the columns, or aggregate the rows.',
  },
  Q9: {
    program: panel('SELECT * FROM records'),
    meaning: 'A query reads all columns of a table.',
    why: 'The tables have many wide columns. Reading all of them is slow, and nobody reads that many.',
    remedy: 'Name the columns that you want to see.',
  },
  Q10: {
    program: alert("SELECT count(*) FROM records HAVING max(start_timestamp) < now() - interval '1 hour'"),
    meaning: 'A query has an `interval` that is longer than the lookback window of its alert.',
    why: 'An alert sees only the rows in its window. Older ones are missing without an error.',
    remedy: 'Pass a `timeWindow` that is at least as long as the interval.',
  },
  Q11: {
    program: alert("SELECT trace_id FROM records WHERE level = 'ERROR'"),
    meaning: 'A query compares `level` with a name that no level has.',
    why: 'Level names are in lower case. The comparison is never true, so the alert never fires.',
    remedy: 'Use `\'trace\'`, `\'debug\'`, `\'info\'`, `\'notice\'`, `\'warn\'`, `\'error\'` or `\'fatal\'`.',
  },
  Q12: {
    program: panel('SELECT count(*) AS n FROM records WHERE service_name = $service'),
    meaning: 'A dashboard variable with several values stands after `=`, `IN (…)` or `LIKE`.',
    why: 'The variable stands for a list, which these operators cannot compare with. The panel shows an error.',
    remedy: 'Write `= ANY($variable)`, or use `matches` of the `DashboardVariable`.',
  },
  Q13: {
    program: panel("SELECT date_trunc('day', start_timestamp) AS start_timestamp, count(*) AS n FROM records GROUP BY start_timestamp"),
    meaning: 'A column of the result has the name of a table column, and `GROUP BY` has this name.',
    why: 'SQL then groups by the table column. You get a row for each timestamp instead of one for each day.',
    remedy: 'Rename the column of the result, or group by the expression or its position.',
  },
  Q14: {
    program: panel("SELECT sum(attributes->>'operation.cost') AS cost FROM records"),
    meaning: 'A numeric aggregate such as `sum` is applied to an attribute that was read by `->>`.',
    why: '`->>` returns text, which the database cannot add up.',
    remedy: 'Cast it: `sum((attributes->>\'operation.cost\')::double)`.',
  },
  Q15: {
    program: alert('SELECT service_name, count(*) AS n FROM records GROUP BY service_name', NotifyWhen.MATCHES_CHANGED),
    meaning: 'An alert notifies when its rows change, and its rows contain a count or the current time.',
    why: 'These values differ at each run, so each run notifies.',
    remedy: 'Return only what identifies the problem, such as the name of the service, or use `NotifyWhen.HAS_MATCHES_CHANGED`.',
  },
  Q16: {
    program: panel('SELECT count(*) / EXTRACT(EPOCH FROM $resolution) AS per_second FROM records'),
    meaning: 'A query extracts seconds from `$resolution`.',
    why: '`$resolution` is a text such as `1 minute`, and the query fails.',
    remedy: 'Write `$resolution::interval`.',
  },
  Q17: {
    program: panel("SELECT count(*) AS n FROM metrics WHERE metric_name IN ('http.server.duration', 'http.server.request.duration')"),
    meaning: 'A query reads the old and the new metric of HTTP durations together.',
    why: 'They measure the same requests, one in milliseconds and one in seconds. Their sum or average means nothing.',
    remedy: 'Use the one that your services send.',
  },
  Q18: {
    program: alert("SELECT trace_id FROM records WHERE service = 'shop' AND is_exception"),
    meaning: 'A query uses a name that is no column of its table, and that the query gives to nothing itself.',
    why: 'Logfire rejects the query at its first run. In SQL, `"shop"` in double quotes is a name too, and not a text.',
    remedy: 'Correct the name. Write text in single quotes. What your programs send is in `attributes`: `attributes->>\'tenant\'`.',
  },
  Q19: {
    program: alert('SELECT trace_id FROM records WHERE is_exception AND exception_type = NULL'),
    meaning: 'A query has a condition that no row meets: it compares with `NULL`, with an HTTP status that does not exist, or one column with two texts at once.',
    why: 'The query runs and returns nothing, so an alert never fires, and a panel stays empty.',
    remedy: 'Write `IS NULL` or `IS NOT NULL`, a status from 100 to 599, or `IN` with all texts that are meant.',
  },
};
