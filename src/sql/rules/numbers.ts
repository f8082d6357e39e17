import { countsOf, factorAt } from './counts';
import { allCalls } from './functions';
import type { QueryRule } from './rule';
import type { SqlQuery } from '../query';
import type { Range } from '../select';

/** Q7: whole numbers divide whole. */
export const wholePercentage: QueryRule = {
  id: 'Q7',
  uses: ['alert', 'panel'],
  finds: 'a percentage of whole numbers, such as `100 * count(*) FILTER (…) / count(*)`: the division drops the fraction',
  remedy: 'write `100.0 *` first, or cast with `::double`',
  check(query, _, report) {
    // Most queries divide nothing, and need no look at their factors.
    if (!query.tokens.some(({ kind, value }) => kind === 'operator' && value === '/')) {
      return;
    }
    const counts = countsOf(query);
    for (const range of rangesOf(query)) {
      let whole = false;
      let hundred = false;
      let some = false;
      let index = range.from;
      while (index < range.to) {
        const joins = index > range.from && query.isSymbol(index - 1, '*', '/');
        const divides = query.isSymbol(index - 1, '/');
        const factor = factorAt(query, counts, index);
        if (joins && divides && whole && factor.whole && factor.counts && (hundred || some)) {
          report(query.tokens[index - 1].start, 'a percentage of whole numbers', 'the division drops the fraction', 'write 100.0 * first, or cast with ::double');
          whole = false;
        } else {
          whole = factor.whole && (whole || !joins);
        }
        hundred = factor.hundred || (joins && hundred);
        some = factor.some || (joins && some);
        index = query.isSymbol(factor.after, '*', '/') ? factor.after + 1 : Math.max(factor.after, index + 1);
      }
    }
  },
};

const NUMERIC = /^(?:sum|avg|mean|median|stddev(?:_\w+)?|var(?:_\w+)?|approx_median|approx_percentile_cont|percentile_cont|quantile_cont)$/;

/** Q14: `->>` returns text. */
export const textAsNumber: QueryRule = {
  id: 'Q14',
  uses: ['alert', 'panel'],
  finds: 'a numeric aggregate of an attribute by `->>`, which returns text',
  remedy: 'cast it: `sum((attributes->>\'operation.cost\')::double)`',
  check(query, _, report) {
    for (const { name, arguments: given, after } of allCalls(query)) {
      const ordered = NUMERIC.test(name) && query.isKeyword(given.to + 1, 'within') ? orderOf(query, { from: given.to + 1, to: after }) : given;
      if (NUMERIC.test(name) && isTextOfJson(query, ordered)) {
        report(query.tokens[ordered.from].start, `${name}(…) of an attribute by ->>`, 'that is a text and no number', 'cast it, such as (attributes->>\'operation.cost\')::double');
      }
    }
  },
};

/** The whole query, and what is in each pair of round brackets. */
function* rangesOf(query: SqlQuery): Iterable<Range> {
  yield { from: 0, to: query.tokens.length };
  for (let index = 0; index < query.tokens.length; index += 1) {
    if (query.isSymbol(index, '(')) {
      yield { from: index + 1, to: query.partners[index] };
    }
  }
}

/** What `WITHIN GROUP (ORDER BY …)` orders by. */
function orderOf(query: SqlQuery, { from }: Range): Range {
  let to = query.partners[from + 2];
  while (query.isKeyword(to - 1, 'asc', 'desc')) {
    to -= 1;
  }
  return { from: from + 5, to };
}

/** Whether a range is a path into JSON, such as `attributes->'a'->>'b'`, and nothing more. */
function isTextOfJson(query: SqlQuery, { from, to }: Range): boolean {
  let start = query.isKeyword(from, 'distinct', 'all') ? from + 1 : from;
  let end = to;
  while (query.isSymbol(start, '(') && query.partners[start] === end - 1) {
    start += 1;
    end -= 1;
  }
  const words = query.isSymbol(start + 1, '.') ? 3 : 1;
  if (query.tokens[start]?.kind !== 'word' || start + words + 2 > end) {
    return false;
  }
  for (let index = start + words; index < end; index += 2) {
    if (!query.isSymbol(index, '->', '->>') || index + 2 > end || !['text', 'number'].includes(query.tokens[index + 1].kind)) {
      return false;
    }
  }
  return query.isSymbol(end - 2, '->>');
}
