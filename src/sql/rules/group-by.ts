import { mentions } from './functions';
import type { QueryRule } from './rule';
import type { SqlQuery } from '../query';
import { hasColumn, isTable } from '../schema';
import type { Range, Select, SelectItem } from '../select';

/** Q13: `GROUP BY` takes a column before an alias. */
export const hiddenAlias: QueryRule = {
  id: 'Q13',
  uses: ['alert', 'panel'],
  finds: 'an alias with the name of a column in `GROUP BY`, which then groups by the column',
  remedy: 'rename the alias, or group by the expression',
  check(query, _, report) {
    for (const select of query.selects) {
      const group = select.clauses.get('group');
      if (group === undefined || select.derived || !select.tables.every(({ name }) => isTable(name) && !query.withNames.has(name))) {
        continue;
      }
      const aliases = new Map(select.items.map((item) => [item.alias, item]));
      for (const at of plainNames(query, group)) {
        const { value, start } = query.tokens[at];
        const item = aliases.get(value);
        if (item !== undefined && isOtherThan(query, select, item, value)) {
          report(start, `GROUP BY ${value}, an alias with the name of a column`, 'it groups by the column', 'rename the alias, or group by the expression');
        }
      }
    }
  },
};

/** The items of `GROUP BY` that are names and nothing more. */
function plainNames(query: SqlQuery, { from, to }: Range): number[] {
  const names: number[] = [];
  for (let index = from; index < to; index = query.after(index)) {
    const alone = (index === from || query.isSymbol(index - 1, ',')) && (index + 1 === to || query.isSymbol(index + 1, ','));
    if (alone && query.tokens[index].kind === 'word') {
      names.push(index);
    }
  }
  return names;
}

/** Whether an expression depends on more than the column of its alias, or makes buckets of it. */
function isOtherThan(query: SqlQuery, { tables }: Select, item: SelectItem, alias: string): boolean {
  const isColumn = (name: string) => tables.some((table) => hasColumn(table.name, name));
  return isColumn(alias) && mentions(query, item, (index) => {
    const call = query.callAt(index);
    const { kind, value } = query.tokens[index];
    return call !== undefined ? /^(?:time_bucket|date_trunc|date_bin)$/.test(call.name) : kind === 'word' && value !== alias && isColumn(value) && !query.isSymbol(index + 1, '.');
  });
}
