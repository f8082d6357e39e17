import type { SqlCode } from './code';
import type { Range, TableReference } from './select';

const NO_ALIAS: ReadonlySet<string> = new Set([
  'on', 'using', 'join', 'inner', 'left', 'right', 'full', 'cross', 'outer', 'natural', 'semi', 'anti', 'lateral', 'asof', 'global', 'tablesample', 'with', 'as', 'for',
]);

export interface FromClause {
  readonly tables: readonly TableReference[];
  readonly derived: boolean;
}

/** Reads what stands in `FROM`, also in brackets around joins. */
export function readFrom(query: SqlCode, clause: Range): FromClause {
  const { tokens } = query;
  const tables: TableReference[] = [];
  let derived = false;
  const ranges: Range[] = [clause];
  for (const range of ranges) {
    let expected = true;
    for (let index = range.from; index < range.to; index = query.after(index)) {
      const { kind, value } = tokens[index];
      if (!expected) {
        expected = (kind === 'operator' && value === ',') || query.isKeyword(index, 'join');
      } else if (query.isKeyword(index, 'lateral') || query.isKeyword(index, 'only')) {
        continue;
      } else if (value === '(' && kind === 'bracket' && !query.isSubquery(index)) {
        ranges.push({ from: index + 1, to: query.partners[index] });
        expected = false;
      } else if (kind === 'word' || kind === 'name') {
        const last = endOfPath(query, index, range.to);
        const next = tokens[last + 1];
        expected = false;
        if (last + 1 < range.to && (next.kind === 'opaque' || next.value === '(')) {
          derived = true;
        } else {
          tables.push({ name: tokens[last].value, at: last, qualified: last > index, alias: aliasAfter(query, last, range.to) });
        }
        index = last;
      } else {
        derived = true;
        expected = false;
      }
    }
  }
  return { tables, derived };
}

function endOfPath({ tokens }: SqlCode, start: number, end: number): number {
  let last = start;
  while (last + 2 < end && tokens[last + 1].value === '.' && ['word', 'name', 'opaque'].includes(tokens[last + 2].kind)) {
    last += 2;
  }
  return last;
}

function aliasAfter(query: SqlCode, last: number, end: number): string | undefined {
  const at = query.isKeyword(last + 1, 'as') ? last + 2 : last + 1;
  const token = query.tokens[at];
  return at < end && (token.kind === 'name' || (token.kind === 'word' && !NO_ALIAS.has(token.value))) ? token.value : undefined;
}
