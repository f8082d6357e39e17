import { LintFinding, Linted } from './rule';
import { labelOf, Query } from '../document';

const BUCKET = /\btime_bucket\s*\(\s*\$(?:resolution\b|\{resolution\})/i;

/** D5, D6, D13: SQL that runs and shows something else than was meant. */
export function queryTexts({ parts: { panels } }: Linted): LintFinding[] {
  return panels.flatMap((panel) => panel.queries.flatMap((query) => {
    const found = [...bucket(query), ...timestamps(query), ...pendingSpans(query)];
    return found.map(([rule, problem]) => ({ rule, message: `${labelOf(panel)} ${problem}` }));
  }));
}

type Problem = readonly [rule: string, problem: string];

/** D5: points of a time series are as far apart as the dashboard's resolution, which follows the time range. */
function bucket({ kind, sql }: Query): Problem[] {
  if (kind !== 'TimeSeriesQuery' || sql === undefined || BUCKET.test(sql.code)) {
    return [];
  }
  return [['D5', 'has a time series query without time buckets; group by time_bucket($resolution, start_timestamp), or recorded_timestamp for metrics']];
}

/** D6: spans have their time in `start_timestamp`, points of metrics in `recorded_timestamp`. */
function timestamps({ sql }: Query): Problem[] {
  if (sql === undefined) {
    return [];
  }
  const readsMetrics = sql.tables.includes('metrics');
  const readsRecords = sql.tables.some((table) => table.startsWith('records'));
  if (readsRecords && !readsMetrics && /\brecorded_timestamp\b/i.test(sql.code)) {
    return [['D6', 'reads records by recorded_timestamp, which only metrics have; use start_timestamp']];
  }
  if (readsMetrics && !readsRecords && /\btime_bucket\s*\([^()]*\bstart_timestamp\b/i.test(sql.code)) {
    return [['D6', 'puts metrics into buckets by start_timestamp, the begin of their collection; use recorded_timestamp']];
  }
  return [];
}

/** D13: `records_all` also has spans that have not ended, a second time. */
function pendingSpans({ sql }: Query): Problem[] {
  if (sql === undefined || !sql.tables.includes('records_all')) {
    return [];
  }
  return [['D13', 'reads records_all, which has pending spans beside finished ones and counts them twice; use records, or add D13 to ignoredLintRules where that is meant']];
}
