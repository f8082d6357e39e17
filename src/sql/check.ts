import { IConstruct } from 'constructs';
import { oncePerQuery } from './once';
import type { SqlProblem } from './problem';
import type { SqlQuery } from './query';
import { QUERY_RULES } from './query-rules';
import type { QueryContext, QueryUse } from './rules/rule';
import { problemsOf, UNKNOWN_TABLE } from './runnable';
import { computedOnce } from '../core/computed-once';
import type { SqlRuleId } from '../core/error-ids';
import { fail, warn } from '../core/errors';
import { acceptFinding, ignoreRules } from '../core/ignored-rules';

/** The ids of the rules about queries of a kind. */
export function queryRuleIds(use: QueryUse): string[] {
  return [UNKNOWN_TABLE, ...QUERY_RULES.filter(({ uses }) => uses.includes(use)).map(({ id }) => id)];
}

/** Fails for unknown rule ids, as a typo would ignore nothing, and remembers the others. */
export function checkRuleIds(scope: IConstruct, prop: string, ids: readonly string[], known: readonly string[]): void {
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    fail(scope, 'lint-rule-ids', `${prop} must contain only ${known.join(', ')}, got ${JSON.stringify(unknown)}; copy the id from the finding`);
  }
  ignoreRules(scope, ids);
}

/**
 * Rejects SQL that cannot run, and warns about SQL that cannot mean what it says.
 *
 * @param subjectOf names the prop, or what else has the query; it reads well before "must" and "has"
 * @param ignored ids of rules whose findings are accepted
 */
export function checkSql(scope: IConstruct, subjectOf: () => string, query: SqlQuery, context: QueryContext, ignored: readonly string[]): void {
  const { problems, findings } = judgementOf(query, context);
  for (const { rule, at, must, got, advice } of problems) {
    const message = `${subjectOf()} must ${must}, got ${got} at ${query.positionOf(at)}`;
    if (!ignored.includes(rule)) {
      fail(scope, rule, `${message}; ${advice}`);
    }
    acceptFinding(scope, rule, message);
  }
  for (const { rule, at, what, why, remedy } of findings) {
    const message = `${subjectOf()} has ${what} at ${query.positionOf(at)}: ${why}`;
    if (ignored.includes(rule)) {
      acceptFinding(scope, rule, message);
    } else {
      warn(scope, rule, `${message}; ${remedy}`);
    }
  }
}

/** What a rule found. */
interface QueryFinding {
  readonly rule: SqlRuleId;
  readonly at: number;
  readonly what: string;
  readonly why: string;
  readonly remedy: string;
}

interface Judgement {
  readonly problems: readonly SqlProblem[];
  readonly findings: readonly QueryFinding[];
}

/** What tells contexts apart: those of one dashboard are one object. */
const keys = new WeakMap<QueryContext, string>();

/** By context: a query that is kept has one judgement for each. */
const judgementsOf = oncePerQuery(() => new Map<string, Judgement>());

function judgementOf(query: SqlQuery, context: QueryContext): Judgement {
  const key = computedOnce(keys, context, () => JSON.stringify([context.use, context.windowSeconds, context.comparesRows, [...context.lists ?? []]]));
  return computedOnce(judgementsOf(query), key, () => judge(query, context));
}

function judge(query: SqlQuery, context: QueryContext): Judgement {
  const findings: QueryFinding[] = [];
  for (const { id, uses, check } of query.isComplete ? QUERY_RULES : []) {
    if (uses.includes(context.use)) {
      check(query, context, (at, what, why, remedy) => findings.push({ rule: id, at, what, why, remedy }));
    }
  }
  return { problems: problemsOf(query, context.use), findings };
}
