import { Linted, Report } from './rule';
import type { DashboardRuleId } from '../../core/error-ids';
import { oncePerQuery } from '../../sql/once';
import type { SqlQuery } from '../../sql/query';
import { isRecords } from '../../sql/schema';
import { labelOf } from '../document';

/** D5, D6, D13: SQL that runs but shows something unintended. */
export function queryTexts({ parts: { panels } }: Linted, report: Report): void {
  for (const panel of panels) {
    for (const { kind, sql } of panel.queries) {
      for (const { rule, problem } of sql === undefined ? [] : problemsOf(kind === 'TimeSeriesQuery')(sql)) {
        report(rule, `${labelOf(panel)} ${problem}`);
      }
    }
  }
}

interface Problem {
  readonly rule: DashboardRuleId;
  readonly problem: string;
}

const problemsInTime = oncePerQuery((sql) => problems(sql, true));
const problemsElsewhere = oncePerQuery((sql) => problems(sql, false));

function problemsOf(isTimeSeries: boolean): (sql: SqlQuery) => readonly Problem[] {
  return isTimeSeries ? problemsInTime : problemsElsewhere;
}

function problems(sql: SqlQuery, isTimeSeries: boolean): Problem[] {
  const found: Problem[] = [];
  const report: Report = (rule, problem) => found.push({ rule, problem });
  if (sql.isComplete) {
    if (isTimeSeries) {
      bucket(sql, report);
    }
    timestamps(sql, report);
    pendingSpans(sql, report);
  }
  return found;
}

/** What has a time: a bucket of any length, a column, a series of times, or a cast. */
const TIME = /^(?:time_bucket|generate_series|now|date|date_\w+|\w*timestamp\w*|to_date)$/;

/** D5: Logfire finds the points of a time series by a column with a time. */
function bucket({ tokens, isOpen }: SqlQuery, report: Report): void {
  if (!isOpen && !tokens.some((token) => (token.kind === 'word' || token.kind === 'name') && TIME.test(token.value))) {
    report('D5', 'has a time series query without time buckets; group by time_bucket($resolution, start_timestamp), or recorded_timestamp for metrics');
  }
}

/** D6: spans have their time in `start_timestamp`, points of metrics in `recorded_timestamp`. */
function timestamps(query: SqlQuery, report: Report): void {
  const tables = query.selects.flatMap((select) => select.tables);
  const readsMetrics = tables.some(({ name }) => name === 'metrics');
  const readsRecords = tables.some(({ name }) => isRecords(name));
  if (query.isOpen || readsMetrics === readsRecords) {
    return;
  }
  const uses = (column: string) => (index: number) => query.tokens[index].kind === 'word' && query.tokens[index].value === column;
  if (readsRecords && query.tokens.some((_, index) => uses('recorded_timestamp')(index))) {
    report('D6', 'reads records by recorded_timestamp, a column of metrics only; use start_timestamp');
  }
  if (readsMetrics && query.tokens.some((_, index) => {
    const call = query.callAt(index);
    return call?.name === 'time_bucket' && uses('start_timestamp')(call.arguments.to - 1);
  })) {
    report('D6', 'groups metrics by start_timestamp, the start of their collection; use recorded_timestamp');
  }
}

/** D13: `records_all` also contains pending spans, in addition to the finished ones. */
function pendingSpans({ selects, withNames }: SqlQuery, report: Report): void {
  if (selects.some(({ tables }) => tables.some(({ name }) => name === 'records_all' && !withNames.has(name)))) {
    report('D13', 'reads records_all, which also contains pending spans and so counts spans twice; use records, or add D13 to ignoredLintRules to accept that');
  }
}
