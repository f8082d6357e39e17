import { callsIn, mayAggregate, mentions } from './functions';
import type { QueryRule } from './rule';
import { oldRowsOf } from './silence';
import { hasStar } from './tables';
import type { SqlQuery } from '../query';
import { isRecords, TIMESTAMPS } from '../schema';
import type { Select, SelectItem } from '../select';

/** Q8: a row of an alert can link to its trace. */
export const rowsWithoutTrace: QueryRule = {
  id: 'Q8',
  uses: ['alert'],
  finds: 'rows of `records` without `trace_id`: the notification cannot link to the trace',
  remedy: 'add `trace_id` to the columns, or aggregate the rows',
  check(query, _, report) {
    if (query.isOpen) {
      return;
    }
    for (const select of query.outputs) {
      if (returnsRecords(query, select) && !select.items.some((item) => namesTrace(query, item)) && oldRowsOf(query, select) === undefined) {
        report(query.tokens[select.items[0].from].start, 'rows without trace_id', 'the notification cannot link to the trace', 'add trace_id to the columns, or aggregate the rows');
      }
    }
  },
};

/** Q15: what differs at every run. */
export const rowsThatAlwaysDiffer: QueryRule = {
  id: 'Q15',
  uses: ['alert'],
  finds: 'a count or the current time in the columns, with `NotifyWhen.MATCHES_CHANGED`: the rows differ at every run',
  remedy: 'return only what identifies the problem, such as `CASE WHEN count(*) = 0 THEN \'down\' ELSE \'up\' END`, or use `NotifyWhen.HAS_MATCHES_CHANGED`',
  check(query, { comparesRows }, report) {
    if (!comparesRows) {
      return;
    }
    for (const item of query.outputs.flatMap(({ items }) => items)) {
      const at = changingPart(query, item);
      if (at !== undefined) {
        report(query.tokens[at].start, `${query.tokens[at].value}${query.isSymbol(at + 1, '(') ? '(…)' : ''} in rows that are compared`,
          'the rows differ at every run, so every run notifies', 'return only what identifies the problem, or use NotifyWhen.HAS_MATCHES_CHANGED');
        return;
      }
    }
  },
};

function returnsRecords(query: SqlQuery, { clauses, items, tables, derived }: Select): boolean {
  const from = clauses.get('select')!.from;
  const onlyRecords = !derived && tables.every(({ name, qualified }) => isRecords(name) && (qualified || !query.withNames.has(name)));
  return onlyRecords && items.length > 0 && tables.length > 0
    && !clauses.has('group') && !clauses.has('having') && !query.isKeyword(from, 'distinct')
    && !items.some((item) => callsIn(query, item).some(mayAggregate));
}

function namesTrace(query: SqlQuery, item: SelectItem): boolean {
  return hasStar(query, item) || mentions(query, item, (index) => query.tokens[index].value === 'trace_id');
}

/** The part of an item that differs at every run. What compares it, or makes a case of it, is steady. */
function changingPart(query: SqlQuery, item: SelectItem): number | undefined {
  if (mentions(query, item, (index) => query.tokens[index].kind === 'opaque' || query.isKeyword(index, 'case', 'is', 'between', 'in')
    || query.isSymbol(index, '=', '<>', '!=', '<', '<=', '>', '>='))) {
    return undefined;
  }
  for (const index of query.outsideSubqueries(item)) {
    const call = query.callAt(index);
    const name = call?.name ?? query.tokens[index].value;
    const time = call !== undefined && (name === 'max' || name === 'min') && TIMESTAMPS.has(query.tokens[call.arguments.to - 1].value);
    if (time || (call !== undefined && (name === 'now' || name === 'count')) || query.isKeyword(index, 'current_timestamp')) {
      return index;
    }
  }
  return undefined;
}
