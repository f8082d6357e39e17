import type { QueryRule } from './rule';
import type { SqlQuery } from '../query';
import type { Range } from '../select';

const COMPARISONS = ['=', '<>', '!=', '<', '<=', '>', '>='];
/** Lowest and highest status of an HTTP response (RFC 9110). */
const STATUSES = { lowest: 100, highest: 599 };

/** Q19: a condition that no row meets. */
export const neverTrue: QueryRule = {
  id: 'Q19',
  uses: ['alert', 'condition', 'panel'],
  finds: 'a condition that no row meets: `= NULL`, a status such as `http_response_status_code = 5`, or one column that equals two texts at once',
  remedy: 'write `IS NULL`, a status from 100 to 599 or a range of them, or `IN` with both texts',
  check(query, { use }, report) {
    query.tokens.forEach(({ value, start }, index) => {
      if (isComparedWithNull(query, index)) {
        report(start, `${value} NULL`, 'nothing is equal to NULL, nor different from it, so no row matches',
          value === '=' ? 'write IS NULL' : 'write IS NOT NULL');
      }
      for (const at of statusesAt(query, index)) {
        report(query.tokens[at].start, `the HTTP status ${query.tokens[at].value}`, 'no response has this status',
          `use one from ${STATUSES.lowest} to ${STATUSES.highest}, or a range such as http_response_status_code >= 500`);
      }
    });
    const conditions = use === 'condition' ? [{ from: 0, to: query.tokens.length }] : query.selects.flatMap(({ clauses }) => clauses.get('where') ?? []);
    for (const { column, first, second } of conditions.flatMap((range) => contradictions(query, range))) {
      report(query.tokens[second].start, `both '${query.tokens[first].value}' and '${query.tokens[second].value}' for ${column}`,
        'no row has both, so no row matches', `write ${column} IN ('${query.tokens[first].value}', '${query.tokens[second].value}')`);
    }
  },
};

function isComparedWithNull(query: SqlQuery, index: number): boolean {
  // `name => NULL` is an argument by its name.
  return query.isSymbol(index, ...COMPARISONS) && query.isKeyword(index + 1, 'null') && !query.isSymbol(index - 1, '=');
}

/** The numbers in `http_response_status_code = …` or `IN (…)` that are no status of HTTP. */
function statusesAt(query: SqlQuery, index: number): number[] {
  if (query.tokens[index].kind !== 'word' || query.tokens[index].value !== 'http_response_status_code') {
    return [];
  }
  const isNone = (at: number) => {
    const { kind, value } = query.tokens[at];
    return kind === 'number' && /^\d+$/.test(value) && (Number(value) < STATUSES.lowest || Number(value) > STATUSES.highest);
  };
  if (query.isSymbol(index + 1, '=') && index + 2 < query.tokens.length) {
    return isWholeOperand(query, index + 2) && isNone(index + 2) ? [index + 2] : [];
  }
  if (!query.isKeyword(index + 1, 'in') || !query.isSymbol(index + 2, '(')) {
    return [];
  }
  const listed = query.tokens.map((_, at) => at).slice(index + 3, query.partners[index + 2]);
  return listed.filter((at) => isNone(at) && query.isSymbol(at - 1, '(', ',') && query.isSymbol(at + 1, ')', ','));
}

/** Whether an operand ends at a token: no operator follows that would go on with it. */
function isWholeOperand({ tokens }: SqlQuery, index: number): boolean {
  const next = tokens[index + 1];
  return next === undefined || next.kind === 'word' || next.value === ')' || next.value === ',';
}

/** Two texts for one column, in conditions that all must hold. */
function contradictions(query: SqlQuery, { from, to }: Range): { readonly column: string; readonly first: number; readonly second: number }[] {
  const found: { column: string; first: number; second: number }[] = [];
  const texts = new Map<string, number>();
  let start = from;
  for (let index = from; index <= to; index = index < to ? query.after(index) : index + 1) {
    if (index < to && (query.isKeyword(index, 'or', 'case', 'between', 'not') || query.tokens[index].kind === 'opaque')) {
      return [];
    }
    if (index === to || query.isKeyword(index, 'and')) {
      const column = equalColumn(query, { from: start, to: index });
      const first = column === undefined ? undefined : texts.get(column);
      if (column !== undefined && first === undefined) {
        texts.set(column, index - 1);
      } else if (column !== undefined && query.tokens[first!].value !== query.tokens[index - 1].value) {
        found.push({ column, first: first!, second: index - 1 });
      }
      start = index + 1;
    }
  }
  return found;
}

/** The column in a condition `column = 'text'`, and in no other. */
function equalColumn(query: SqlQuery, { from, to }: Range): string | undefined {
  const [column, , text] = query.tokens.slice(from, to);
  const isEqual = to - from === 3 && column.kind === 'word' && query.isSymbol(from + 1, '=') && text.kind === 'text' && !text.partial;
  // A dashboard variable in a text has a value of its own.
  return isEqual && !text.value.includes('$') ? column.value : undefined;
}
