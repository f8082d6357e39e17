import { mentions } from './functions';
import type { QueryRule } from './rule';
import type { SqlQuery } from '../query';
import { isTable } from '../schema';
import type { Select, SelectItem } from '../select';

/** Q3: `records_all` also contains pending spans, in addition to the finished ones. A panel has D13 for that. */
export const pendingSpans: QueryRule = {
  id: 'Q3',
  uses: ['alert', 'condition'],
  finds: '`records_all`, which also contains pending spans, so that spans count twice',
  remedy: 'use `records`',
  check(query, _, report) {
    for (const { tables } of query.selects) {
      for (const { at } of tables.filter(({ name }) => name === 'records_all' && !query.withNames.has(name))) {
        report(query.tokens[at].start, 'records_all', 'it also contains pending spans, so spans count twice', 'use records');
      }
    }
  },
};

/** Q9: all columns of a table with more than forty, some of which are large. */
export const allColumns: QueryRule = {
  id: 'Q9',
  uses: ['alert', 'panel'],
  finds: '`SELECT *` from a table: reading all columns is slow, and nobody reads that many',
  remedy: 'name the columns that you want to see',
  check(query, _, report) {
    for (const select of query.outputs) {
      const star = select.items.find((item) => isStar(query, select, item));
      if (star !== undefined) {
        report(query.tokens[star.from].start, 'all columns of a table', 'reading all columns is slow, and nobody reads that many', 'name the columns that you want to see');
      }
    }
  },
};

/** Whether an item is `*` or `r.*`, and reads a table of Logfire. */
function isStar(query: SqlQuery, { tables }: Select, { from, to }: SelectItem): boolean {
  const real = tables.filter(({ name, qualified }) => isTable(name) && !(query.withNames.has(name) && !qualified));
  if (query.isSymbol(from, '*')) {
    return real.length > 0;
  }
  const { value } = query.tokens[from];
  return to - from >= 3 && query.isSymbol(from + 1, '.') && query.isSymbol(from + 2, '*') && real.some(({ name, alias }) => (alias ?? name) === value);
}

/** Whether a query has a `*` in its list, in any form. */
export const hasStar = (query: SqlQuery, item: SelectItem) => mentions(query, item, (index) => (
  query.isSymbol(index, '*') && (index === item.from || query.isSymbol(index - 1, '.'))
));
