import { IConstruct } from 'constructs';
import { SqlQuery } from './query';
import { QUERY_RULES } from './query-rules';
import type { QueryContext, QueryUse } from './rules/rule';
import { problemsOf, UNKNOWN_TABLE } from './runnable';
import { fail, warn } from '../core/errors';

/** The ids of the rules about queries of a kind. */
export function queryRuleIds(use: QueryUse): string[] {
  return [UNKNOWN_TABLE, ...QUERY_RULES.filter(({ uses }) => uses.includes(use)).map(({ id }) => id)];
}

/** Fails for unknown rule ids: a typo would ignore nothing. */
export function checkRuleIds(scope: IConstruct, prop: string, ids: readonly string[], known: readonly string[]): void {
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    fail(scope, `${prop} must contain only ${known.join(', ')}, got ${JSON.stringify(unknown)}; copy the id from the finding`);
  }
}

/**
 * Rejects SQL that cannot run, and warns about SQL that cannot mean what it says.
 *
 * @param subject the prop, or what else has the query; it reads well before "must" and "has"
 * @param ignored ids of rules whose findings are accepted
 */
export function checkSql(scope: IConstruct, subject: string, query: SqlQuery, context: QueryContext, ignored: readonly string[]): void {
  for (const { rule, at, must, got, advice } of problemsOf(query, context.use)) {
    if (rule === undefined || !ignored.includes(rule)) {
      fail(scope, `${subject} must ${must}, got ${got} at ${query.positionOf(at)}; ${advice}`);
    }
  }
  if (!query.isComplete) {
    return;
  }
  for (const { id, uses, check } of QUERY_RULES) {
    if (uses.includes(context.use) && !ignored.includes(id)) {
      check(query, context, (at, what, why, remedy) => {
        warn(scope, `${id}: ${subject} has ${what} at ${query.positionOf(at)}: ${why}; ${remedy}`);
      });
    }
  }
}
