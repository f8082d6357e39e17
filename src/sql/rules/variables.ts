import type { QueryRule } from './rule';

/** A text that is nothing but a variable, perhaps between wildcards. */
const ONLY_A_VARIABLE = /^%?\$(?:[A-Za-z_]\w*|\{[A-Za-z_]\w*\})%?$/;

/** Q2: a variable between quotes is its own name. A panel has D8 for that. */
export const quotedVariable: QueryRule = {
  id: 'Q2',
  uses: ['alert', 'condition'],
  finds: 'a `$variable` in quotes: it is the text itself, and only dashboards have variables',
  remedy: 'write the value',
  check(query, _, report) {
    for (const { kind, value, partial, start } of query.tokens) {
      if (kind === 'text' && !partial && ONLY_A_VARIABLE.test(value)) {
        report(start, `'${value}'`, 'this is a text, and only dashboards have variables', 'write the value');
      }
    }
  },
};

/** Variables that Logfire inserts as the text of a length of time. */
const LENGTHS: ReadonlySet<string> = new Set(['resolution', '__range']);

/** Q16: `EXTRACT` takes no text. */
export const lengthAsText: QueryRule = {
  id: 'Q16',
  uses: ['panel'],
  finds: '`EXTRACT(… FROM $resolution)`: the variable is a text such as `1 minute`, and the query fails',
  remedy: 'write `$resolution::interval`',
  check(query, _, report) {
    query.tokens.forEach(({ kind, value, start }, index) => {
      if (kind === 'variable' && LENGTHS.has(value) && query.isKeyword(index - 1, 'from') && query.isSymbol(index - 3, '(') && query.isKeyword(index - 4, 'extract')
        && query.isSymbol(index + 1, ')')) {
        report(start, `EXTRACT(… FROM $${value})`, 'the variable is a text, and the query fails', `write $${value}::interval`);
      }
    });
  },
};

/** Q12: a variable with several values is a list. */
export const listVariable: QueryRule = {
  id: 'Q12',
  uses: ['panel'],
  finds: 'a variable with `allowMultiple` after `=`, `IN (…)` or `LIKE`: it stands for a list',
  remedy: 'write `= ANY($variable)`',
  check(query, { lists }, report) {
    const { tokens } = query;
    for (let index = 0; index < tokens.length; index += 1) {
      const { kind, value, start } = tokens[index];
      if (kind !== 'variable' || !lists?.has(value)) {
        continue;
      }
      const inside = query.isSymbol(index - 1, '(') && query.isSymbol(index + 1, ')') && query.isKeyword(index - 2, 'in');
      if (inside || query.isSymbol(index - 1, '=', '<>', '!=') || query.isKeyword(index - 1, 'like', 'ilike')) {
        const operator = inside ? 'IN (…)' : tokens[index - 1].value.toUpperCase();
        report(start, `${operator} with $${value}, which has several values`, 'the variable stands for a list', `write = ANY($${value})`);
      }
    }
  },
};
