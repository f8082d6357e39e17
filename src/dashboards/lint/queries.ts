import { Linted, Report } from './rule';
import { labelOf } from '../document';
import type { SqlParts } from '../sql';

const BUCKET = /\btime_bucket\s*\(\s*\$(?:resolution\b|\{resolution\})/i;

/** D5, D6, D13: SQL that runs but shows something unintended. */
export function queryTexts({ parts: { panels } }: Linted, report: Report): void {
  for (const panel of panels) {
    const reportOf: Report = (rule, problem) => report(rule, `${labelOf(panel)} ${problem}`);
    for (const { kind, sql } of panel.queries) {
      if (sql !== undefined) {
        bucket(kind, sql, reportOf);
        timestamps(sql, reportOf);
        pendingSpans(sql, reportOf);
      }
    }
  }
}

/** D5: the points of a time series have the resolution of the dashboard, which depends on the time range. */
function bucket(kind: string, { code }: SqlParts, report: Report): void {
  if (kind === 'TimeSeriesQuery' && !BUCKET.test(code)) {
    report('D5', 'has a time series query without time buckets; group by time_bucket($resolution, start_timestamp), or recorded_timestamp for metrics');
  }
}

/** D6: spans have their time in `start_timestamp`, points of metrics in `recorded_timestamp`. */
function timestamps({ code, tables }: SqlParts, report: Report): void {
  const readsMetrics = tables.includes('metrics');
  const readsRecords = tables.some((table) => table.startsWith('records'));
  if (readsRecords && !readsMetrics && /\brecorded_timestamp\b/i.test(code)) {
    report('D6', 'reads records by recorded_timestamp, a column of metrics only; use start_timestamp');
  }
  if (readsMetrics && !readsRecords && /\btime_bucket\s*\([^()]*\bstart_timestamp\b/i.test(code)) {
    report('D6', 'groups metrics by start_timestamp, the start of their collection; use recorded_timestamp');
  }
}

/** D13: `records_all` also contains pending spans, in addition to the finished ones. */
function pendingSpans({ tables }: SqlParts, report: Report): void {
  if (tables.includes('records_all')) {
    report('D13', 'reads records_all, which also contains pending spans and so counts spans twice; use records, or add D13 to ignoredLintRules to accept that');
  }
}
