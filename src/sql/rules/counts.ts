import type { Call } from '../code';
import type { SqlQuery } from '../query';

/** A factor of a product. */
export interface Factor {
  /** Whether it is certainly a whole number. */
  readonly whole: boolean;
  /** Whether it counts rows: a division by it is a share. */
  readonly counts: boolean;
  /** Whether it counts some of the rows. */
  readonly some: boolean;
  /** Whether it is 100. */
  readonly hundred: boolean;
  /** The token after it. */
  readonly after: number;
}

/** Names that stand for a count, and whether for that of some rows only. */
export type Counts = ReadonlyMap<string, boolean>;

const WHOLE_TYPES = /^(?:int\w*|bigint|smallint|tinyint)$/;
/** Words before brackets that are no functions. */
const NO_FUNCTIONS = ['select', 'distinct', 'all', 'where', 'having', 'by', 'and', 'or', 'not', 'when', 'then', 'else', 'on', 'between'];
const UNKNOWN = { whole: false, counts: false, some: false, hundred: false };
/** Brackets in brackets that are looked into. */
const DEPTH = 4;

/** The names of counts in a query, such as `errors` for `count(*) FILTER (WHERE is_exception) AS errors`. */
export function countsOf(query: SqlQuery): Counts {
  const counts = new Map<string, boolean>();
  if (query.isOpen) {
    return counts;
  }
  const others = new Set<string>();
  for (const { from, to, alias } of query.selects.flatMap(({ items }) => items)) {
    const call = query.callAt(from);
    if (alias !== undefined && call?.name === 'count' && call.after === to) {
      counts.set(alias, (counts.get(alias) ?? false) || isCountOfSome(query, call));
    } else if (alias !== undefined && !(to - from === 1 && query.tokens[from].value === alias)) {
      others.add(alias);
    }
  }
  others.forEach((name) => counts.delete(name));
  return counts;
}

/** The factor at a token. What touches something unknown is unknown itself. */
export function factorAt(query: SqlQuery, counts: Counts, index: number, depth = DEPTH): Factor {
  const { tokens } = query;
  let { after, ...factor } = plainFactor(query, counts, index, depth);
  while (query.isSymbol(after, '::') && tokens[after + 1]?.kind === 'word') {
    factor = { ...factor, whole: factor.whole && WHOLE_TYPES.test(tokens[after + 1].value) };
    after = query.isSymbol(after + 2, '(') ? query.after(after + 2) : after + 2;
  }
  const unknown = tokens[index - 1]?.kind === 'opaque' || tokens[after]?.kind === 'opaque' || query.isSymbol(after, '->', '->>', '[', '.');
  return unknown ? { ...UNKNOWN, after } : { ...factor, after };
}

function plainFactor(query: SqlQuery, counts: Counts, index: number, depth: number): Factor {
  const { kind, value } = query.tokens[index];
  if (kind === 'number') {
    return { ...UNKNOWN, whole: /^\d+$/.test(value), hundred: value === '100', after: index + 1 };
  }
  const call = query.isKeyword(index, ...NO_FUNCTIONS) ? undefined : query.callAt(index);
  if (call !== undefined) {
    const after = call.windowed ? query.after(call.after + 1) : call.after;
    if (call.name === 'count') {
      return { whole: true, counts: true, some: isCountOfSome(query, call), hundred: false, after };
    }
    const passesOn = depth > 0 && ['nullif', 'greatest', 'coalesce'].includes(call.name);
    const first = passesOn ? argumentsOf(query, counts, call, depth - 1) : undefined;
    return { ...(first ?? UNKNOWN), after };
  }
  if (query.isSymbol(index, '(')) {
    const isRead = depth > 0 && !query.isSubquery(index) && index + 1 < query.partners[index];
    const inner = isRead ? factorAt(query, counts, index + 1, depth - 1) : undefined;
    return { ...(inner?.after === query.partners[index] ? inner : UNKNOWN), after: query.after(index) };
  }
  if (kind === 'word' || kind === 'name') {
    let last = index;
    while (query.isSymbol(last + 1, '.') && last + 2 < query.tokens.length) {
      last += 2;
    }
    const some = counts.get(query.tokens[last].value);
    return some === undefined ? { ...UNKNOWN, after: last + 1 } : { whole: true, counts: true, some, hundred: false, after: last + 1 };
  }
  return { ...UNKNOWN, after: query.after(index) };
}

/** `nullif(count(*), 0)` counts as its first argument does, if both are whole. */
function argumentsOf(query: SqlQuery, counts: Counts, { arguments: { from, to } }: Call, depth: number): Factor | undefined {
  if (from >= to) {
    return undefined;
  }
  const first = factorAt(query, counts, from, depth);
  const rest = query.isSymbol(first.after, ',') && first.after + 2 === to ? query.tokens[first.after + 1] : undefined;
  return rest?.kind === 'number' && /^\d+$/.test(rest.value) ? first : undefined;
}

function isCountOfSome(query: SqlQuery, { arguments: { from }, filtered }: Call): boolean {
  return filtered || query.isKeyword(from, 'case');
}
