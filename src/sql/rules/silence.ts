import { callsIn, countsAll, isAggregate, mayAggregate, mentions } from './functions';
import type { QueryRule } from './rule';
import type { SqlQuery } from '../query';
import { TIMESTAMPS } from '../schema';
import type { ClauseName, Range, Select } from '../select';

const AGGREGATING: readonly ClauseName[] = ['group', 'having', 'qualify'];

/** Q4: groups exist only where there are rows. */
export const emptyGroups: QueryRule = {
  id: 'Q4',
  uses: ['alert', 'panel'],
  finds: '`GROUP BY` with `HAVING count(*) = 0`: a group without rows does not exist, so the query never returns a row',
  remedy: 'leave out `GROUP BY`, or join the names that you expect: `(VALUES (\'api\')) AS e(name) LEFT JOIN records`, and count a column of `records`',
  check(query, _, report) {
    for (const { clauses, items } of query.selects) {
      const group = clauses.get('group');
      const having = clauses.get('having');
      if (group === undefined || having === undefined || !makesGroups(query, group)) {
        continue;
      }
      const counts = new Set(items.filter(({ from, to }) => isCountOfAll(query, { from, to })).map(({ alias }) => alias));
      const at = emptyCount(query, having, (range) => {
        const { kind, value } = query.tokens[range.from];
        return isCountOfAll(query, range) || (range.to - range.from === 1 && kind === 'word' && counts.has(value));
      });
      if (at !== undefined) {
        report(query.tokens[at].start, 'GROUP BY with HAVING count(*) = 0', 'a group without rows does not exist, so the query never returns a row',
          'leave out GROUP BY, or join the names that you expect and count a column of records');
      }
    }
  },
};

/** Q5: rows that are old say nothing about rows that are missing. */
export const oldRows: QueryRule = {
  id: 'Q5',
  uses: ['alert'],
  finds: 'rows older than an interval, without an aggregate: the query returns old rows even when newer ones exist',
  remedy: 'compare `max(start_timestamp)` in `HAVING`, or count the rows of the window with `HAVING count(*) = 0`',
  check(query, _, report) {
    for (const select of query.outputs) {
      const at = oldRowsOf(query, select);
      if (at !== undefined) {
        report(query.tokens[at].start, 'a condition on old rows without an aggregate', 'it returns old rows even when newer ones exist',
          'compare max(start_timestamp) in HAVING, or count the rows of the window with HAVING count(*) = 0');
      }
    }
  },
};

/** Q6: an aggregate over no rows is a row, too. */
export const alwaysOneRow: QueryRule = {
  id: 'Q6',
  uses: ['alert'],
  finds: 'an aggregate without `GROUP BY` and `HAVING`: the query always returns one row, so every run of the alert matches',
  remedy: 'add `HAVING` with the threshold; `NotifyWhen.MATCHES_CHANGED` accepts such a query',
  check(query, { comparesRows }, report) {
    if (comparesRows || query.isOpen) {
      return;
    }
    for (const { clauses, items } of query.outputs) {
      const collapses = clauses.has('from') && !clauses.has('offset') && !AGGREGATING.some((clause) => clauses.has(clause));
      const calls = collapses ? items.flatMap((item) => callsIn(query, item)) : [];
      const aggregate = calls.find(isAggregate);
      if (aggregate !== undefined && !calls.some(({ name }) => name === 'unnest')) {
        report(query.tokens[aggregate.arguments.from - 2].start, `${aggregate.name}(…) without GROUP BY and HAVING`,
          'it always returns one row, so every run of the alert matches', 'add HAVING with the threshold');
      }
    }
  },
};

/** The condition on old rows, in a query for silence that forgets the aggregate. */
export function oldRowsOf(query: SqlQuery, { clauses, items, tables, derived }: Select): number | undefined {
  const where = clauses.get('where');
  if (where === undefined || query.isOpen || derived || tables.length !== 1 || !['records', 'metrics'].includes(tables[0].name)
    || AGGREGATING.some((clause) => clauses.has(clause))
    || items.some((item) => callsIn(query, item).some((call) => mayAggregate(call) || call.windowed))
    || items.some((item) => mentions(query, item, (index) => query.isSymbol(index, '*') || ['trace_id', 'span_id'].includes(query.tokens[index].value)))) {
    return undefined;
  }
  const times = [...query.outsideSubqueries(where)].filter((index) => query.tokens[index].kind === 'word' && TIMESTAMPS.has(query.tokens[index].value));
  const [at] = times;
  const isOld = times.length === 1 && query.isSymbol(at + 1, '<', '<=') && nowAt(query, at + 2) !== undefined && query.isSymbol(nowAt(query, at + 2)!, '-');
  return isOld ? at : undefined;
}

/** The token after `now()` or `current_timestamp`, if that is at a token. */
export function nowAt(query: SqlQuery, index: number): number | undefined {
  const call = query.callAt(index);
  return call?.name === 'now' ? call.after : query.isKeyword(index, 'current_timestamp') ? index + 1 : undefined;
}

function makesGroups(query: SqlQuery, { from, to }: Range): boolean {
  for (let index = from; index < to; index += 1) {
    const empty = query.isSymbol(index, '(') && query.isSymbol(index + 1, ')') && (index === from || query.tokens[index - 1].kind !== 'word');
    if (query.tokens[index].kind === 'opaque' || empty || query.isKeyword(index, 'rollup', 'cube', 'grouping', 'all')) {
      return false;
    }
  }
  return to > from;
}

function isCountOfAll(query: SqlQuery, { from, to }: Range): boolean {
  const call = query.callAt(from);
  return call !== undefined && call.after === to && countsAll(query, call);
}

/** A condition that no group meets, among conditions that all must hold. */
function emptyCount(query: SqlQuery, { from, to }: Range, isCount: (range: Range) => boolean): number | undefined {
  let found: number | undefined;
  let start = from;
  for (let index = from; index <= to; index = index < to ? query.after(index) : index + 1) {
    if (index < to && (query.isKeyword(index, 'or') || query.tokens[index].kind === 'opaque')) {
      return undefined;
    }
    if (index === to || query.isKeyword(index, 'and')) {
      found ??= isEmptyCount(query, { from: start, to: index }, isCount) ? start : undefined;
      start = index + 1;
    }
  }
  return found;
}

function isEmptyCount({ tokens }: SqlQuery, { from, to }: Range, isCount: (range: Range) => boolean): boolean {
  if (to - from < 3) {
    return false;
  }
  const [first, second] = tokens.slice(from, from + 2);
  const [operator, last] = tokens.slice(to - 2, to);
  const zero = (operator.value === '=' || operator.value === '<=') && last.value === '0';
  if ((zero || (operator.value === '<' && last.value === '1')) && last.kind === 'number') {
    return isCount({ from, to: to - 2 });
  }
  return first.kind === 'number' && first.value === '0' && second.value === '=' && isCount({ from: from + 2, to });
}
