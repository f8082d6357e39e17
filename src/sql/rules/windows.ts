import type { QueryRule } from './rule';
import { nowAt } from './silence';
import { intervalSeconds } from '../interval';
import type { SqlQuery } from '../query';
import { TIMESTAMPS } from '../schema';

/** Q10: an alert sees only the rows of its window. */
export const shortWindow: QueryRule = {
  id: 'Q10',
  uses: ['alert'],
  finds: 'an `interval` that reaches back further than the lookback window of the alert: older rows are silently missing',
  remedy: 'pass a `timeWindow` of at least the interval',
  check(query, { windowSeconds }, report) {
    if (windowSeconds === undefined) {
      return;
    }
    const times = timesOf(query);
    for (let index = 0; index < query.tokens.length; index += 1) {
      const interval = intervalAt(query, index);
      if (interval !== undefined && interval.seconds > windowSeconds && reachesBack(query, times, index)) {
        report(query.tokens[index].start, `an interval of '${interval.text}', longer than the lookback window`, 'older rows are silently missing', 'pass a timeWindow of at least the interval');
        return;
      }
    }
  },
};

interface Interval {
  readonly text: string;
  readonly seconds: number;
}

/** `interval '5 minutes'`, `interval '5' minute`, or `'5 minutes'::interval`. */
function intervalAt(query: SqlQuery, index: number): Interval | undefined {
  const { tokens } = query;
  const cast = tokens[index].kind === 'text' && query.isSymbol(index + 1, '::') && query.isKeyword(index + 2, 'interval');
  const at = cast ? index : index + 1;
  if (!cast && !query.isKeyword(index, 'interval')) {
    return undefined;
  }
  const token = tokens[at];
  if (token === undefined || token.partial || !(token.kind === 'text' || token.kind === 'number')) {
    return undefined;
  }
  const unit = /^\s*\d+\s*$/.test(token.value) && tokens[at + 1]?.kind === 'word' ? ` ${tokens[at + 1].value}` : '';
  const seconds = intervalSeconds(token.value + unit);
  return seconds === undefined ? undefined : { text: token.value + unit, seconds };
}

/** Names in the query that stand for the time of rows: the columns, and what is computed from one. */
function timesOf(query: SqlQuery): ReadonlySet<string> {
  const times = new Set(TIMESTAMPS);
  for (const { from, to, alias } of query.selects.flatMap(({ items }) => items)) {
    const call = query.callAt(from);
    const column = call?.after === to && ['max', 'min'].includes(call.name) ? call.arguments.to - 1 : to - 1;
    if (alias !== undefined && TIMESTAMPS.has(query.tokens[column].value) && (column < to - 1 || to - from <= 3)) {
      times.add(alias);
    }
  }
  return times;
}

/** Whether the time of rows is compared with now minus the interval, or their age with the interval. */
function reachesBack(query: SqlQuery, times: ReadonlySet<string>, interval: number): boolean {
  const before = interval - 1;
  if (query.isSymbol(before, '-')) {
    const now = startOfNow(query, before - 1);
    return now !== undefined && (query.isSymbol(now - 1, '<', '<=', '>', '>=') || query.isKeyword(now - 1, 'between')) && isTime(query, times, now - 2);
  }
  if (!query.isSymbol(before, '>', '>=') || !isTime(query, times, before - 1)) {
    return false;
  }
  const start = startOfTime(query, before - 1);
  return query.isSymbol(start - 1, '-') && startOfNow(query, start - 2) !== undefined;
}

/** The first token of `now()` or `current_timestamp`, if its last one is at a token. */
function startOfNow(query: SqlQuery, last: number): number | undefined {
  const start = query.isSymbol(last, ')') ? last - 2 : last;
  return nowAt(query, start) === last + 1 ? start : undefined;
}

/** Whether a column of the time of rows, or its extreme, ends at a token. */
function isTime(query: SqlQuery, times: ReadonlySet<string>, last: number): boolean {
  if (query.isSymbol(last, ')')) {
    const open = query.partners[last];
    return ['max', 'min'].includes(query.tokens[open - 1]?.value) && isTime(query, times, last - 1) && startOfTime(query, last - 1) === open + 1;
  }
  const token = query.tokens[last];
  return (token?.kind === 'word' || token?.kind === 'name') && times.has(token.value) && !query.isSymbol(last - 1, '::');
}

function startOfTime(query: SqlQuery, last: number): number {
  return query.isSymbol(last, ')') ? query.partners[last] - 1 : query.isSymbol(last - 1, '.') ? last - 2 : last;
}
