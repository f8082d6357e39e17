import { SqlQuery } from '../../src/sql/query';
import { QUERY_RULES } from '../../src/sql/query-rules';
import type { QueryContext } from '../../src/sql/rules/rule';
import { problemsOf } from '../../src/sql/runnable';

export interface Found {
  /** The id of the rule, such as `Q3`, or `sql-from` for what cannot run. */
  readonly rule: string;
  readonly position: string;
  /** What the query must be and was, or what it has and what that means. */
  readonly text: string;
}

/** All findings in a query, those that stop the synth first. */
export function findings(sql: string, context: QueryContext): Found[] {
  const query = new SqlQuery(sql);
  const found: Found[] = problemsOf(query, context.use).map(({ rule, at, must, got, advice }) => (
    { rule, position: query.positionOf(at), text: `must ${must}, got ${got}; ${advice}` }
  ));
  for (const { id, uses, check } of query.isComplete ? QUERY_RULES : []) {
    if (uses.includes(context.use)) {
      check(query, context, (at, what, why, remedy) => found.push({ rule: id, position: query.positionOf(at), text: `has ${what}: ${why}; ${remedy}` }));
    }
  }
  return found;
}

/** The ids of the rules that find something, each once. */
export const rulesOf = (sql: string, context: QueryContext) => [...new Set(findings(sql, context).map(({ rule }) => rule))];
