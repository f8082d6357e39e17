import type { SqlQuery } from './query';

let places = 0;

/** Computes something of a query when it is asked for the first time, and has the query keep it: many panels have one query. */
export function oncePerQuery<T>(compute: (query: SqlQuery) => T): (query: SqlQuery) => T {
  const place = places;
  places += 1;
  return (query) => (query.computed[place] ??= { value: compute(query) }).value as T;
}
