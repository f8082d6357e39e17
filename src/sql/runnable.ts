import { incompletePart } from './complete';
import type { SqlProblem } from './problem';
import type { SqlQuery } from './query';
import { isAggregateInCondition } from './rules/functions';
import type { QueryUse } from './rules/rule';
import { isTable, TABLES } from './schema';
import type { Range } from './select';
import type { SqlToken } from './token';
import type { SqlRuleId } from '../core/error-ids';
import { nearest } from '../core/given';
import { shown } from '../core/redaction';

/** The id of the rule for unknown tables: Logfire may have more tables than this library knows. */
export const UNKNOWN_TABLE: SqlRuleId = 'Q1';

type Check = (query: SqlQuery, use: QueryUse) => SqlProblem | undefined;

/** The problems of a query that Logfire cannot run, the first of each kind. A query that cannot be read to its end has only one. */
export function problemsOf(query: SqlQuery, use: QueryUse): SqlProblem[] {
  const incomplete = incompletePart(query);
  const checks: readonly Check[] = [use === 'condition' ? conditionStart : queryStart, statements, dashboardVariable, misspelledFrom, aggregateInCondition, unknownTable];
  return incomplete !== undefined ? [incomplete] : checks.map((check) => check(query, use)).filter((problem) => problem !== undefined);
}

function queryStart(query: SqlQuery): SqlProblem | undefined {
  let index = 0;
  while (query.isSymbol(index, '(')) {
    index += 1;
  }
  const token = query.tokens[index];
  if (token?.kind === 'opaque' || query.isKeyword(index, 'select', 'with')) {
    return undefined;
  }
  const meant = token?.kind === 'word' ? nearest(token.value, ['select', 'with'])?.toUpperCase() : undefined;
  return {
    rule: 'sql-select',
    at: token?.start ?? 0,
    must: 'be one SELECT or WITH query',
    got: token === undefined ? 'no SQL' : written(query, token),
    advice: meant === undefined ? 'begin it with SELECT' : `did you mean ${meant}?`,
  };
}

function conditionStart(query: SqlQuery): SqlProblem | undefined {
  const [token] = query.tokens;
  if (token === undefined || query.isKeyword(0, 'select', 'with', 'where')) {
    return {
      rule: 'sql-condition',
      at: token?.start ?? 0,
      must: 'be a condition over one row',
      got: token === undefined ? 'no SQL' : written(query, token),
      advice: 'write only what would follow WHERE, such as "is_exception"',
    };
  }
  return undefined;
}

/** One statement, with a semicolon at most at its end. A condition is no statement. */
function statements(query: SqlQuery, use: QueryUse): SqlProblem | undefined {
  for (let index = 0; index < query.tokens.length; index += 1) {
    const next = query.tokens[index + 1];
    const ends = query.isSymbol(index, ';');
    if (ends && use === 'condition') {
      return { rule: 'sql-condition', at: query.tokens[index].start, must: 'be a condition without a semicolon', got: '";"', advice: 'remove it' };
    }
    if (ends && next !== undefined && next.kind !== 'opaque' && !query.isSymbol(index + 1, ';')) {
      return {
        rule: 'sql-statements',
        at: next.start,
        must: 'be one statement',
        got: `another one that begins with ${written(query, next)}`,
        advice: 'remove the semicolon before it, or create a second alert or panel',
      };
    }
  }
  return undefined;
}

/** Only dashboards have variables. */
function dashboardVariable(query: SqlQuery, use: QueryUse): SqlProblem | undefined {
  const token = use === 'panel' ? undefined : query.tokens.find(({ kind }) => kind === 'variable');
  return token && {
    rule: 'sql-variable',
    at: token.start,
    must: 'have no dashboard variables, which exist only in panels',
    got: written(query, token),
    advice: token.value.includes('.') ? 'pass the value of a TerraformVariable instead' : 'write the value, such as \'5 minutes\' or \'production\'',
  };
}

/** `SELECT trace_id FORM records`: three names in a row are no SQL. */
function misspelledFrom(query: SqlQuery): SqlProblem | undefined {
  for (const { clauses } of query.selects) {
    const { from, to } = clauses.get('select')!;
    for (let index = from + 1; index + 1 < to && !clauses.has('from'); index = query.after(index)) {
      const token = query.tokens[index];
      const next = query.tokens[index + 1];
      const isMisspelled = token.kind === 'word' && next.kind === 'word' && isTable(next.value) && !query.isSymbol(index - 1, ',', '.')
        && /^(?:form|fro|frm|fom|rom|ftom|fromm|frim|frmo)$/.test(token.value);
      if (isMisspelled) {
        return { rule: 'sql-from', at: token.start, must: 'name its tables after FROM', got: written(query, token), advice: 'did you mean FROM?' };
      }
    }
  }
  return undefined;
}

/** A condition is about one row, and an aggregate about many. */
function aggregateInCondition(query: SqlQuery, use: QueryUse): SqlProblem | undefined {
  if (query.isOpen) {
    return undefined;
  }
  const ranges = use === 'condition' ? [{ from: 0, to: query.tokens.length }] : query.selects.map(({ clauses }) => clauses.get('where'));
  for (const range of ranges.filter((given): given is Range => given !== undefined)) {
    for (const index of query.outsideSubqueries(range)) {
      if (isAggregateInCondition(query, index)) {
        return {
          rule: 'sql-aggregate',
          at: query.tokens[index].start,
          must: `have no aggregate in ${use === 'condition' ? 'a condition over one row' : 'WHERE'}`,
          got: `${query.tokens[index].value}(…)`,
          advice: use === 'condition' ? 'compare columns of the row' : 'compare it in HAVING',
        };
      }
    }
  }
  return undefined;
}

function unknownTable(query: SqlQuery): SqlProblem | undefined {
  for (const { name, at, qualified } of query.selects.flatMap(({ tables }) => tables)) {
    const { kind } = query.tokens[at];
    if (kind !== 'opaque' && !qualified && !isTable(name) && !query.withNames.has(name) && at < query.firstOpaque) {
      const meant = nearest(name, [...TABLES, ...query.withNames]);
      return {
        rule: UNKNOWN_TABLE,
        at: query.tokens[at].start,
        must: `read ${TABLES.slice(0, -1).join(', ')} or ${TABLES.at(-1)}`,
        got: written(query, query.tokens[at]),
        advice: `${meant === undefined ? 'correct the name.' : `did you mean ${meant}?`} If Logfire has this table, add ${UNKNOWN_TABLE} to ignoredLintRules`,
      };
    }
  }
  return undefined;
}

function written({ text }: SqlQuery, { start, end }: SqlToken): string {
  return shown(text.slice(start, Math.min(end, start + 40)));
}
