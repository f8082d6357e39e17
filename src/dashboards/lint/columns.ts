import { Linted, Report } from './rule';
import { isUnresolved } from '../../core/unresolved';
import type { SqlQuery } from '../../sql/query';
import type { SelectItem } from '../../sql/select';
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

function namesIn(metrics: Json | undefined, groupBy: Json | undefined): string[] {
  return [...Array.isArray(metrics) && !isUnresolved(metrics) ? metrics : [], groupBy]
    .filter((name): name is string => typeof name === 'string' && name !== '' && !isUnresolved(name));
}

/** The names of the columns of a query, in lower case. Undefined if one of them is not known. */
function columnsOf(sql: SqlQuery): ReadonlySet<string> | undefined {
  const [first] = sql.outputs;
  const names = first === undefined || sql.isOpen ? [undefined] : first.items.map((item) => nameOf(sql, item));
  return names.includes(undefined) ? undefined : new Set(names.map((name) => name!.toLowerCase()));
}

function nameOf({ tokens }: SqlQuery, { alias, from, to }: SelectItem): string | undefined {
  const isName = tokens.slice(from, to).every(({ kind, value }, index) => index % 2 === 0 ? kind === 'word' || kind === 'name' : value === '.');
  return alias ?? (isName && (to - from) % 2 === 1 ? tokens[to - 1].value : undefined);
}
