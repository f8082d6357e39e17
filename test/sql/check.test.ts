import { App } from 'cdktf';
import { ignoredRulesOf } from '../../src/core/ignored-rules';
import { checkRuleIds, checkSql, queryRuleIds } from '../../src/sql/check';
import { oncePerQuery } from '../../src/sql/once';
import { readSql } from '../../src/sql/query';
import type { QueryContext } from '../../src/sql/rules/rule';
import { cleanUp, newApp, warnings } from '../synth';

afterEach(cleanUp);

const ALERT: QueryContext = { use: 'alert', windowSeconds: 600 };

/** Checks a query of an app that accepts some rules. */
function checked(sql: string, context: QueryContext, ignored: string[] = []): App {
  const app = newApp();
  checkRuleIds(app, 'ignoredLintRules', ignored, queryRuleIds(context.use));
  checkSql(app, () => 'query', readSql(sql), context, ignored);
  return app;
}

describe('the ids of rules', () => {
  test.each([
    ['alert', 'Q1 Q2 Q3 Q4 Q5 Q6 Q7 Q8 Q9 Q10 Q11 Q13 Q14 Q15 Q17 Q18 Q19'],
    ['condition', 'Q1 Q2 Q3 Q11 Q17 Q18 Q19'],
    ['panel', 'Q1 Q4 Q7 Q9 Q11 Q12 Q13 Q14 Q16 Q17 Q18 Q19'],
  ] as const)('are those of an %s', (use, ids) => {
    expect(queryRuleIds(use)).toEqual(ids.split(' '));
  });

  test('are checked, and remembered', () => {
    const app = newApp();
    expect(() => checkRuleIds(app, 'ignoredLintRules', ['Q1', 'Q19'], ['Q1', 'Q2'])).toThrow(
      'the app: ignoredLintRules must contain only Q1, Q2, got "Q19"; copy the id from the finding [logfire:lint-rule-ids]');
    expect(ignoredRulesOf(app)).toEqual([]);
    checkRuleIds(app, 'ignoredLintRules', ['Q2'], ['Q1', 'Q2']);
    expect(ignoredRulesOf(app)).toEqual([['Q2', []]]);
  });
});

describe('a query', () => {
  test('that cannot run fails with the first problem', () => {
    expect(() => checked('SELECT 1\nFROM recordz; SELECT 2', ALERT)).toThrow(
      'the app: query must be one statement, got another one that begins with "SELECT" at line 2, column 15; remove the semicolon before it, or create a second alert or panel [logfire:sql-statements]');
  });

  test('that reads an unknown table fails, unless that is accepted', () => {
    expect(() => checked('SELECT 1 FROM spam', ALERT)).toThrow(
      'query must read records, records_all, records_full or metrics, got "spam" at line 1, column 15; correct the name. If Logfire has this table, add Q1 to ignoredLintRules [logfire:Q1]');
    const app = checked('SELECT 1 FROM spam', ALERT, ['Q1']);
    expect(warnings(app)).toEqual([]);
    expect(ignoredRulesOf(app)).toEqual([['Q1', ['query must read records, records_all, records_full or metrics, got "spam" at line 1, column 15']]]);
  });

  test('that cannot mean what it says causes a warning, unless that is accepted', () => {
    const sql = 'SELECT message, trace_id FROM records_all';
    expect(warnings(checked(sql, ALERT))).toEqual([
      'query has records_all at line 1, column 31: it also contains pending spans, so spans count twice; use records [logfire:Q3]',
    ]);
    const app = checked(sql, ALERT, ['Q3']);
    expect(warnings(app)).toEqual([]);
    expect(ignoredRulesOf(app)).toEqual([['Q3', ['query has records_all at line 1, column 31: it also contains pending spans, so spans count twice']]]);
  });

  test.each<[string, string, QueryContext, QueryContext]>([
    ['window', "SELECT trace_id FROM records WHERE start_timestamp > now() - interval '1 hour'", { use: 'alert', windowSeconds: 60 }, { use: 'alert', windowSeconds: 3600 }],
    ['rows', 'SELECT trace_id, now() AS at FROM records', { use: 'alert', comparesRows: true }, { use: 'alert', comparesRows: false }],
    ['use', 'SELECT message FROM records', { use: 'alert' }, { use: 'panel' }],
    ['lists', 'SELECT 1 AS one FROM records WHERE kind = $env', { use: 'panel', lists: new Set(['env']) }, { use: 'panel', lists: new Set(['other']) }],
    ['no lists', 'SELECT 2 AS one FROM records WHERE kind = $env', { use: 'panel', lists: new Set(['env']) }, { use: 'panel' }],
  ])('is judged again for another context: %s', (_, sql, wrong, right) => {
    for (const [context, count] of [[wrong, 1], [right, 0], [wrong, 1], [{ ...wrong }, 1], [{ ...right }, 0]] as const) {
      expect(warnings(checked(sql, context))).toHaveLength(count);
    }
  });
});

describe('a query that is read', () => {
  test('is kept, and judged once', () => {
    const sql = 'SELECT 1 AS kept';
    const computed: string[] = [];
    const textOf = oncePerQuery(({ text }) => {
      computed.push(text);
      return undefined;
    });
    expect(readSql(sql)).toBe(readSql(sql));
    expect([textOf(readSql(sql)), textOf(readSql(sql))]).toEqual([undefined, undefined]);
    textOf(readSql(`${sql} `));
    expect(computed).toEqual([sql, `${sql} `]);
  });

  test('is not kept if it is long, or if there are many others', () => {
    const long = 'x'.repeat(20_001);
    expect(readSql(long)).not.toBe(readSql(long));
    const longest = 'x'.repeat(20_000);
    expect(readSql(longest)).toBe(readSql(longest));
    const first = readSql('SELECT 1 AS first');
    for (let number = 0; number < 500; number += 1) {
      readSql(`${number}`);
    }
    expect(readSql('SELECT 1 AS first')).not.toBe(first);
  });
});
