import { CORPUS, MUTATIONS } from './corpus';
import { findings, rulesOf } from './findings';
import { QUERY_RULES } from '../../src/sql/query-rules';

describe('no finding', () => {
  test.each(Object.keys(CORPUS))('%s', (name) => {
    const { sql, context } = CORPUS[name];
    expect(findings(sql, context)).toEqual([]);
  });

  test('the corpus is large', () => {
    expect(Object.keys(CORPUS).length).toBeGreaterThanOrEqual(40);
  });
});

describe('a finding', () => {
  test.each(MUTATIONS.map((mutation, index) => ({ rule: mutation[0], name: mutation[1], index })))('$rule in $name ($index)', ({ index }) => {
    const [rule, name, text, by, more] = MUTATIONS[index];
    const { sql, context } = CORPUS[name];
    expect(sql).toContain(text);
    expect(rulesOf(sql.replaceAll(text, by), { ...context, ...more })).toContain(rule);
  });

  test('each rule has three mutations', () => {
    for (const rule of ['Q1', ...QUERY_RULES.map(({ id }) => id)]) {
      expect([rule, MUTATIONS.filter(([found]) => found === rule).length >= 3]).toEqual([rule, true]);
    }
  });
});
