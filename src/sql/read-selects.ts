import type { SqlCode } from './code';
import { readFrom } from './from-clause';
import type { ClauseName, Range, Select, SelectItem } from './select';

export interface Selects {
  readonly selects: readonly Select[];
  readonly withNames: ReadonlySet<string>;
}

/** A `SELECT` that is being read. */
interface Draft {
  readonly output: boolean;
  readonly clauses: Map<ClauseName, Range>;
  current: ClauseName;
  from: number;
}

/** Reads the `SELECT`s of a query, those in brackets included: each pair of brackets once, and without recursion. */
export function readSelects(query: SqlCode): Selects {
  const reader = new Reader(query);
  reader.read({ from: 0, to: query.tokens.length }, true);
  for (let index = 0; index < query.tokens.length; index += 1) {
    if (query.isSymbol(index, '(') && (query.isSubquery(index) || query.isSymbol(index + 1, '('))) {
      reader.read({ from: index + 1, to: query.partners[index] }, reader.outputs.has(index));
    }
  }
  return { selects: reader.selects, withNames: reader.withNames };
}

class Reader implements Selects {
  public readonly selects: Select[] = [];
  public readonly withNames = new Set<string>();
  /** Brackets around a `SELECT` whose rows are those of the whole query. */
  public readonly outputs = new Set<number>();
  private draft?: Draft;

  constructor(private readonly query: SqlCode) {}

  public read({ from, to }: Range, output: boolean): void {
    const { query } = this;
    let starts = true;
    for (let index = this.skipWith(from, to); index < to; index = query.after(index)) {
      if (starts && query.isSymbol(index, '(')) {
        if (output) {
          this.outputs.add(index);
        }
      } else if (query.isKeyword(index, 'select')) {
        this.finish(index);
        this.draft = { output, clauses: new Map(), current: 'select', from: index + 1 };
      } else if (this.isSetOperator(index)) {
        this.finish(index);
        starts = true;
        continue;
      } else if (starts && query.isKeyword(index, 'all', 'distinct')) {
        continue;
      } else if (this.draft !== undefined) {
        this.clause(index);
      }
      starts = false;
    }
    this.finish(to);
  }

  /** Collects the names of common table expressions. Returns what comes after them. */
  private skipWith(from: number, to: number): number {
    const { query } = this;
    if (!query.isKeyword(from, 'with')) {
      return from;
    }
    let named = false;
    for (let index = query.isKeyword(from + 1, 'recursive') ? from + 2 : from + 1; index < to; index = query.after(index)) {
      const { kind, value } = query.tokens[index];
      if (query.isSymbol(index, ',')) {
        named = false;
      } else if (query.isKeyword(index, 'select') || (query.isSymbol(index, '(') && query.isSymbol(index - 1, ')'))) {
        return index;
      } else if (!named && (kind === 'word' || kind === 'name')) {
        this.withNames.add(value);
        named = true;
      }
    }
    return to;
  }

  /** `UNION` and so on. `SELECT * EXCEPT (a, b)` leaves out columns. */
  private isSetOperator(index: number): boolean {
    const { query } = this;
    return query.isKeyword(index, 'union', 'intersect', 'except')
      && !(query.isSymbol(index - 1, '*') && query.isSymbol(index + 1, '(') && !query.isSubquery(index + 1));
  }

  private clause(index: number): void {
    const { query, draft } = this;
    const { value } = query.tokens[index];
    switch (value) {
      case 'from':
        if (query.isKeyword(index, value) && !query.isKeyword(index - 1, 'distinct')) {
          this.begin(draft!, 'from', index, index + 1);
        }
        break;
      case 'where': case 'having': case 'qualify': case 'limit': case 'offset': case 'fetch':
        if (query.isKeyword(index, value)) {
          this.begin(draft!, value, index, index + 1);
        }
        break;
      case 'group': case 'order':
        if (query.isKeyword(index, value) && query.isKeyword(index + 1, 'by')) {
          this.begin(draft!, value, index, index + 2);
        }
        break;
      case 'window':
        if (query.isKeyword(index, value) && query.tokens[index + 2]?.value === 'as') {
          this.begin(draft!, value, index, index + 1);
        }
        break;
      default:
    }
  }

  private begin(draft: Draft, clause: ClauseName, end: number, from: number): void {
    this.close(draft, end);
    draft.current = clause;
    draft.from = from;
  }

  private close({ clauses, current, from }: Draft, to: number): void {
    if (!clauses.has(current)) {
      clauses.set(current, { from, to: Math.max(from, to) });
    }
  }

  private finish(to: number): void {
    const { draft, query } = this;
    if (draft === undefined) {
      return;
    }
    // The semicolon at the end belongs to no clause.
    let end = to;
    while (end > draft.from && query.isSymbol(end - 1, ';')) {
      end -= 1;
    }
    this.close(draft, end);
    const from = draft.clauses.get('from');
    this.selects.push({
      output: draft.output,
      clauses: draft.clauses,
      items: readItems(query, draft.clauses.get('select')!),
      ...from === undefined ? { tables: [], derived: false } : readFrom(query, from),
    });
    this.draft = undefined;
  }
}

/** Words that end an expression, and words after which a name is no alias. */
const ENDS = ['null', 'true', 'false', 'unknown', 'end', 'nulls', 'rows'];
const BEFORE_OPERAND = ['is', 'not', 'and', 'or', 'when', 'then', 'else', 'like', 'ilike', 'in', 'between', 'from', 'case', 'interval', 'over', 'similar', 'to', 'at', 'zone', 'by'];

function readItems(query: SqlCode, { from, to }: Range): readonly SelectItem[] {
  const items: SelectItem[] = [];
  let start = from;
  if (query.isKeyword(start, 'distinct', 'all')) {
    start = query.isKeyword(start + 1, 'on') && query.isSymbol(start + 2, '(') ? query.partners[start + 2] + 1 : start + 1;
  }
  for (let index = start; index < to; index = query.after(index)) {
    if (query.isSymbol(index, ',')) {
      items.push(readItem(query, start, index));
      start = index + 1;
    }
  }
  return start < to ? [...items, readItem(query, start, to)] : items;
}

function readItem(query: SqlCode, from: number, to: number): SelectItem {
  const last = query.tokens[to - 1];
  if (to - from < 2 || (last.kind !== 'word' && last.kind !== 'name')) {
    return { from, to };
  }
  if (query.tokens[to - 2].kind === 'word' && query.tokens[to - 2].value === 'as') {
    return { from, to: to - 2, alias: last.value };
  }
  const before = query.tokens[to - 2];
  const implied = query.isSymbol(to - 2, ')', ']') || ['number', 'text', 'name', 'variable'].includes(before.kind)
    || (before.kind === 'word' && !BEFORE_OPERAND.includes(before.value));
  return implied && !(last.kind === 'word' && ENDS.includes(last.value)) ? { from, to: to - 1, alias: last.value } : { from, to };
}
