import type { SqlQuery } from './query';

/** Computes something of a query when it is asked for the first time: many panels have one query. */
export function oncePerQuery<T>(compute: (query: SqlQuery) => T): (query: SqlQuery) => T {
  const known = new WeakMap<SqlQuery, { readonly value: T }>();
  return (query) => {
    const found = known.get(query) ?? { value: compute(query) };
    known.set(query, found);
    return found.value;
  };
}
