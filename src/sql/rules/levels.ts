import type { QueryContext, QueryRule } from './rule';
import { nearest } from '../../core/given';
import type { SqlQuery } from '../query';

const LEVELS = ['trace', 'debug', 'info', 'notice', 'warn', 'warning', 'error', 'fatal'];
/** Names that other systems use. */
const OTHERS: { readonly [name: string]: string } = { critical: 'fatal', emergency: 'fatal', severe: 'error', err: 'error', information: 'info', verbose: 'debug' };

/** Q11: levels have a few names, in lower case. */
export const levels: QueryRule = {
  id: 'Q11',
  uses: ['alert', 'condition', 'panel'],
  finds: '`level` compared with a name that no level has, such as `\'ERROR\'`',
  remedy: `use one of ${LEVELS.filter((name) => name !== 'warning').map((name) => `\`'${name}'\``).join(', ')}`,
  check(query, context, report) {
    if (query.selects.some(({ items }) => items.some(({ alias }) => alias === 'level'))) {
      return;
    }
    for (let index = 0; index < query.tokens.length; index += 1) {
      for (const at of namesComparedAt(query, index)) {
        const { kind, value, partial, start } = query.tokens[at];
        if (kind === 'text' && !partial && !LEVELS.includes(value) && !/^\s*\d*\s*$|^\$/.test(value) && isLevel(query, context, index)) {
          const meant = OTHERS[value.toLowerCase()] ?? nearest(value, LEVELS);
          report(start, `the level '${value}'`, 'no level has this name', meant === undefined ? `use one of ${LEVELS.join(', ')}` : `use '${meant}'`);
        }
      }
    }
  },
};

/** The tokens that `level` is compared with. */
function namesComparedAt(query: SqlQuery, index: number): number[] {
  const { kind, value } = query.tokens[index];
  if (kind !== 'word') {
    return [];
  }
  const call = query.callAt(index);
  if (call !== undefined) {
    return value === 'level_num' && call.arguments.to - call.arguments.from === 1 ? [call.arguments.from] : [];
  }
  if (value !== 'level') {
    return [];
  }
  if (query.isSymbol(index + 1, '=', '<>', '!=', '<', '<=', '>', '>=')) {
    return index + 2 < query.tokens.length ? [index + 2] : [];
  }
  const next = query.isKeyword(index + 1, 'not') ? index + 2 : index + 1;
  if (!query.isKeyword(next, 'in') || !query.isSymbol(next + 1, '(') || query.isSubquery(next + 1)) {
    return [];
  }
  const names: number[] = [];
  for (let at = next + 2; at < query.partners[next + 1]; at = query.after(at)) {
    names.push(at);
  }
  return names;
}

/** Whether the name is certainly the column: an open query may give it to something else. */
function isLevel(query: SqlQuery, { use }: QueryContext, index: number): boolean {
  if (!query.isOpen || use === 'condition' || query.tokens[index].value === 'level_num') {
    return true;
  }
  const where = query.selects.length === 1 && !query.selects[0].derived ? query.selects[0].clauses.get('where') : undefined;
  return where !== undefined && index >= where.from && index < where.to;
}
