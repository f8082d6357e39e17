import { Linted, Report } from './rule';
import { isUnresolved } from '../../core/unresolved';
import { oncePerQuery } from '../../sql/once';
import type { SqlQuery } from '../../sql/query';
import { isTable, isText } from '../../sql/schema';
import type { Select, SelectItem } from '../../sql/select';
import { labelOf } from '../document';
import type { Json } from '../json';

/** D14: a panel draws the columns in `metrics`, and names its series by the one in `groupBy`. */
export function drawnColumns({ parts: { panels } }: Linted, report: Report): void {
  for (const panel of panels) {
    for (const { sql, plugin } of panel.queries) {
      const returned = sql && columnsOf(sql);
      for (const name of returned === undefined ? [] : namesIn(plugin.spec.metrics, plugin.spec.groupBy)) {
        if (!returned!.has(name.toLowerCase())) {
          report('D14', `${labelOf(panel)} draws the column ${JSON.stringify(name)}, which its query does not return; correct metrics and groupBy, or the query`);
        }
      }
    }
  }
}

/** D16: a chart with the names of series, and no `groupBy` that says so, stays empty. */
export function unnamedSeries({ parts: { panels } }: Linted, report: Report): void {
  for (const panel of panels) {
    for (const { kind, sql, plugin } of panel.queries) {
      const { groupBy = '' } = plugin.spec;
      const series = kind === 'TimeSeriesQuery' && groupBy === '' ? sql && textColumnOf(sql) : undefined;
      if (series !== undefined) {
        report('D16', `${labelOf(panel)} has the text column ${JSON.stringify(series)} and no groupBy, so it stays empty; add "groupBy": ${JSON.stringify(series)}`);
      }
    }
  }
}

/** The first column of a query that certainly has texts. */
const textColumnOf = oncePerQuery((sql): string | undefined => {
  const [first] = sql.outputs;
  if (first === undefined || sql.isOpen || first.derived || !first.tables.every(({ name }) => isTable(name) && !sql.withNames.has(name))) {
    return undefined;
  }
  return first.items.filter((item) => isTextItem(sql, first, item)).map((item) => nameOf(sql, item)).find((name) => name !== undefined);
});

function isTextItem({ tokens }: SqlQuery, { tables }: Select, { from, to }: SelectItem): boolean {
  const [column, arrow, key] = tokens.slice(from, to);
  return to - from === 1 ? column.kind === 'word' && tables.some(({ name }) => isText(name, column.value))
    : to - from === 3 && column.value === 'attributes' && arrow.value === '->>' && key.kind === 'text';
}

/** D17: the values of one column are the choices of a variable. */
export function choiceColumns({ parts: { variables } }: Linted, report: Report): void {
  for (const { name, sql } of variables) {
    const [first] = sql?.outputs ?? [];
    const count = first === undefined || sql!.isOpen || first.items.some(({ to }) => sql!.isSymbol(to - 1, '*')) ? 1 : first.items.length;
    if (count !== 1) {
      report('D17', `variable ${JSON.stringify(name)} has a query with ${count} columns; return exactly one, whose values are the choices`);
    }
  }
}

function namesIn(metrics: Json | undefined, groupBy: Json | undefined): string[] {
  return [...Array.isArray(metrics) && !isUnresolved(metrics) ? metrics : [], groupBy]
    .filter((name): name is string => typeof name === 'string' && name !== '' && !isUnresolved(name));
}

/** The names of the columns of a query, in lower case. Undefined if one of them is not known. */
const columnsOf = oncePerQuery((sql): ReadonlySet<string> | undefined => {
  const [first] = sql.outputs;
  const names = first === undefined || sql.isOpen ? [undefined] : first.items.map((item) => nameOf(sql, item));
  return names.includes(undefined) ? undefined : new Set(names.map((name) => name!.toLowerCase()));
});

function nameOf({ tokens }: SqlQuery, { alias, from, to }: SelectItem): string | undefined {
  const isName = tokens.slice(from, to).every(({ kind, value }, index) => index % 2 === 0 ? kind === 'word' || kind === 'name' : value === '.');
  return alias ?? (isName && (to - from) % 2 === 1 ? tokens[to - 1].value : undefined);
}
