import type { SqlQuery } from './query';
import { computedOnce } from '../core/computed-once';

/** Computes something of a query when it is asked for the first time: many panels have one query. */
export function oncePerQuery<T>(compute: (query: SqlQuery) => T): (query: SqlQuery) => T {
  const known = new WeakMap<SqlQuery, { readonly value: T }>();
  return (query) => computedOnce(known, query, () => ({ value: compute(query) })).value;
}
