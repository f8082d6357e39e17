import type { Call } from '../code';
import type { SqlQuery } from '../query';
import type { Range } from '../select';

/** Functions that certainly make one row of many. */
const AGGREGATE = /^(?:count|sum|avg|mean|min|max|median|stddev(?:_\w+)?|var(?:_\w+)?|approx_\w+|percentile_(?:cont|disc)|quantile_cont|array_agg|string_agg|bool_and|bool_or|metric_(?:quantile|merge|rate|increase))$/;
/** Functions that may. */
const PERHAPS_AGGREGATE = /^(?:bit_\w+|first_value|last_value|nth_value|any_value|corr|covar\w*|regr_\w+|grouping|mode|metric_\w+|\w+_agg)$/;

/** The calls in a range, without those in subqueries. */
export function callsIn(query: SqlQuery, range: Range): Call[] {
  return [...query.outsideSubqueries(range)].map((index) => query.callAt(index)).filter((call) => call !== undefined);
}

/** All calls of a query. */
export function allCalls(query: SqlQuery): Call[] {
  return query.tokens.map((_, index) => query.callAt(index)).filter((call) => call !== undefined);
}

/** Whether a call certainly makes one row of many. */
export const isAggregate = ({ name, windowed }: Call) => AGGREGATE.test(name) && !windowed;

export const mayAggregate = (call: Call) => !call.windowed && (AGGREGATE.test(call.name) || PERHAPS_AGGREGATE.test(call.name));

/** Whether a call is `count` of all rows. */
export function countsAll(query: SqlQuery, { name, arguments: { from, to }, filtered, windowed }: Call): boolean {
  return name === 'count' && !filtered && !windowed
    && (from === to || (to - from === 1 && (query.isSymbol(from, '*') || query.tokens[from].kind === 'number')));
}

/** Whether there is an operator or a word of these in a range, in brackets or not. */
export function mentions(query: SqlQuery, range: Range, test: (index: number) => boolean): boolean {
  for (const index of query.outsideSubqueries(range)) {
    if (test(index)) {
      return true;
    }
  }
  return false;
}

/** Whether an aggregate that SQL allows nowhere in `WHERE` is called at a token. */
export function isAggregateInCondition(query: SqlQuery, index: number): boolean {
  const call = query.callAt(index);
  return call !== undefined && !call.windowed && /^(?:count|sum|avg|min|max)$/.test(call.name);
}
