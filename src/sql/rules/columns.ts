import type { QueryRule } from './rule';
import { nearest } from '../../core/given';
import { oncePerQuery } from '../once';
import type { SqlQuery } from '../query';
import { columnsOf, isTable, TIMESTAMPS } from '../schema';
import type { ClauseName, Range, Select } from '../select';

/** Clauses with conditions. */
const COMPARING: ReadonlySet<ClauseName> = new Set<ClauseName>(['select', 'where', 'having', 'qualify']);
const COMPARISONS = ['=', '<>', '!=', '<', '<=', '>', '>='];
/** What only comes after a column. */
const AFTER_COLUMN = [...COMPARISONS, '->', '->>', '@>', '?'];
const WORDS_AFTER_COLUMN = ['like', 'ilike', 'in', 'is', 'between'];
/** Words that SQL has for itself. */
const NO_NAMES = new Set([
  'all', 'and', 'any', 'array', 'between', 'case', 'cast', 'current_date', 'current_time', 'current_timestamp', 'date', 'distinct', 'else', 'end', 'exists',
  'extract', 'false', 'from', 'ilike', 'in', 'interval', 'is', 'like', 'not', 'now', 'null', 'or', 'over', 'row', 'rows', 'similar', 'some', 'then', 'time',
  'timestamp', 'true', 'when', 'where',
]);

/** Q18: a name that nothing in the query gives, and no table has. */
export const unknownColumn: QueryRule = {
  id: 'Q18',
  uses: ['alert', 'condition', 'panel'],
  finds: 'a name that is no column, such as `servce_name`, or `"shop"`, which is a name and no text',
  remedy: 'correct the name, read an attribute by `attributes->>\'name\'`, or write text in single quotes',
  check(query, { use }, report) {
    if (query.isOpen) {
      return;
    }
    for (const { columns, ranges, plain } of scopesOf(query, use)) {
      const given = namesGivenIn(query);
      const isUnknown = (index: number) => {
        const { kind, value, partial } = query.tokens[index];
        // A panel has D6 for a timestamp of the other table.
        const isKnown = columns.has(value) || given.has(value) || (use === 'panel' && TIMESTAMPS.has(value));
        return (kind === 'name' || (kind === 'word' && !NO_NAMES.has(value))) && !partial && !isKnown;
      };
      const operands = ranges.flatMap((range) => [...query.outsideSubqueries(range)].filter((index) => isOperand(query, range, index)));
      for (const index of new Set([...plain, ...operands].filter(isUnknown))) {
        const { kind, value, start } = query.tokens[index];
        const meant = nearest(value, [...columns]);
        const isText = kind === 'name' && query.isSymbol(index - 1, ...COMPARISONS);
        report(start, `the name ${kind === 'name' ? `"${value}"` : value}`, 'no column is called so, and the query fails',
          isText ? 'write text in single quotes' : meant === undefined ? 'use a column, or an attribute, such as attributes->>\'name\'' : `did you mean ${meant}?`);
      }
    }
  },
};

/** Where the names of certain tables are used. */
interface Scope {
  readonly columns: ReadonlySet<string>;
  readonly ranges: readonly Range[];
  /** Names that are a whole item of a list. */
  readonly plain: readonly number[];
}

function scopesOf(query: SqlQuery, use: string): Scope[] {
  if (use === 'condition') {
    // That of a histogram is about metrics.
    return [{ columns: columnsOf(['records', 'metrics']), ranges: [{ from: 0, to: query.tokens.length }], plain: [] }];
  }
  const isOfLogfire = ({ derived, tables }: Select) => (
    !derived && tables.length > 0 && tables.every(({ name, qualified }) => isTable(name) && !qualified && !query.withNames.has(name))
  );
  // A subquery can use the columns of the query around it.
  const columns = columnsOf(query.selects.flatMap(({ tables }) => tables.map(({ name }) => name)));
  return query.selects.filter(isOfLogfire).map((select) => ({
    columns,
    ranges: [...select.clauses].filter(([name]) => COMPARING.has(name)).map(([, range]) => range),
    plain: plainItems(select),
  }));
}

const plainItems = ({ items }: Select) => items.filter(({ from, to }) => to - from === 1).map(({ from }) => from);

/** Whether a token is one whole side of a comparison, or what a path begins with. */
function isOperand(query: SqlQuery, { from, to }: Range, index: number): boolean {
  const begins = index === from || query.isSymbol(index - 1, '(', ',') || query.isKeyword(index - 1, 'and', 'or', 'not', 'when', 'where');
  const next = query.isKeyword(index + 1, 'not') ? index + 2 : index + 1;
  if (begins && (query.isSymbol(index + 1, ...AFTER_COLUMN) || query.isKeyword(next, ...WORDS_AFTER_COLUMN))) {
    return true;
  }
  const ends = index + 1 === to || query.isSymbol(index + 1, ')', ',') || query.isKeyword(index + 1, 'and', 'or', 'then');
  return ends && query.isSymbol(index - 1, ...COMPARISONS);
}

/** All names that the query itself gives to something. */
const namesGivenIn = oncePerQuery((query): ReadonlySet<string> => {
  const given = new Set(query.withNames);
  for (const { items, tables } of query.selects) {
    // A column alone in a list has its own name.
    const named = items.filter(({ from, to, alias }) => !(to - from === 1 && query.tokens[from].value === alias));
    [...named, ...tables].forEach(({ alias }) => alias !== undefined && given.add(alias));
  }
  query.tokens.forEach(({ value }, index) => {
    if (query.isKeyword(index - 1, 'as')) {
      given.add(value);
    }
  });
  return given;
});
