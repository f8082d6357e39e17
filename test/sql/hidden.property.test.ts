import { TerraformVariable, Token } from 'cdktf';
import * as fc from 'fast-check';
import { CORPUS, MUTATIONS } from './corpus';
import { findings, rulesOf } from './findings';
import { LogfireAlert, LogfireProject } from '../../src';
import { SqlQuery } from '../../src/sql/query';
import type { QueryContext } from '../../src/sql/rules/rule';
import { cleanUp, newStack } from '../synth';

afterEach(cleanUp);

const CONTEXTS: readonly QueryContext[] = [
  { use: 'alert', windowSeconds: 60 }, { use: 'alert', windowSeconds: 3600, comparesRows: true }, { use: 'condition' }, { use: 'panel', lists: new Set(['a', 'env']) },
];
const WORDS = [
  'SELECT', 'FROM', 'records', 'records_all', 'metrics', 'WITH', 'a', 'AS', '(', ')', '[', ']', '{', '}', ',', ';', '.', '*', '/', '+', '-', '->>', '->', '::', '=', '<', '>=', '0', '1', '100',
  '1.5', 'count(*)', 'count(', 'max(', 'nullif(', 'now()', 'level', 'level IN (', "'ERROR'", "'", "''", '"', '`', '--', '/*', '*/', '\n', '$a', '${a}', '$$', '$', 'E\'', '\\', 'GROUP BY', 'HAVING',
  'FILTER (WHERE', 'OVER', 'WITHIN GROUP (ORDER BY', 'UNION', 'EXCEPT', 'interval', "'1 hour'", 'start_timestamp', 'BETWEEN', 'CASE', 'END', 'DISTINCT ON (', 'QUALIFY', 'WINDOW', 'LATERAL', 'JOIN', '\u00a0',
  '\u2019', '${TfToken[TOKEN.0]}', '%{', '${var.x}', 'é', '\ud83d\ude00', 'constructor', '__proto__', 'VALUES', 'unnest(',
];
const sql = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).chain((words) => fc.constantFrom(' ', '').map((space) => words.join(space))));

test('any text either passes or has findings with a position', () => {
  fc.assert(fc.property(sql, fc.constantFrom(...CONTEXTS), (text, context) => {
    for (const { position } of findings(text, context)) {
      expect(position).toMatch(/^line \d+, column \d+$/);
    }
  }), { numRuns: 3000 });
});

test('any query either passes or fails with an error of the library', () => {
  const stack = newStack();
  const project = new LogfireProject(stack, 'Shop');
  let index = 0;
  fc.assert(fc.property(sql, (query) => {
    try {
      new LogfireAlert(stack, `A${index += 1}`, { project, query });
    } catch (error) {
      expect((error as Error).name).toBe('LogfireError');
    }
  }), { numRuns: 300 });
});

test('a quoted text never has a finding', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), sql).filter((text) => !/^%?\$/.test(text) && !text.includes('TfToken')), (text) => {
    const quoted = `'${text.replaceAll("'", "''")}'`;
    expect(findings(`SELECT trace_id FROM records WHERE message = ${quoted} AND level >= 'error'`, CONTEXTS[0])).toEqual([]);
    expect(findings(`span_name <> ${quoted}`, CONTEXTS[2])).toEqual([]);
  }), { numRuns: 1000 });
});

test.each([
  'SELECT ', '(', '((1) + ', '[', "'a' ", "''", "'", '"', '$$', '$a ', '$a$', '/*', '/* */', '-- \n', 'level in (', 'max(', 'count(*) / ', 'nullif(count(*), ', '(100 * count(*)) / ', 'a.', 'a, ', 'FROM (', 'FROM a, ',
  'WITH a AS (', 'UNION SELECT ', '::int', "->>'a'", 'sum((', 'now() - ', "interval '1 day' - ", 'CASE WHEN ', ';', '${TfToken[TOKEN.0]}', '${', "level = 'ERROR' \n AND ", "E'\\", 'OVER (', 'FILTER (WHERE ', '*',
])('takes linear time for many %p', (part) => {
  const once = (text: string) => {
    const start = process.hrtime.bigint();
    CONTEXTS.forEach((context) => findings(text, context));
    return Number(process.hrtime.bigint() - start) / 1e6;
  };
  // The fastest of three: other processes can only make it slower.
  const time = (times: number) => {
    const text = `SELECT ${part.repeat(times)}`;
    return Math.min(once(text), once(text), once(text));
  };
  time(200);
  const [small, large] = [time(500), time(4_000)];
  // Quadratic time would be 64 times as long.
  expect(large).toBeLessThan(Math.max(32 * small, 250));
});

/** Places where a token can stand: the rules find no more with it than without it. */
describe('what a token hides', () => {
  const samples = [
    ...Object.values(CORPUS),
    ...MUTATIONS.map(([, name, text, by, more]) => ({ sql: CORPUS[name].sql.replaceAll(text, by), context: { ...CORPUS[name].context, ...more } })),
  ];
  const token = Token.asString({ hidden: true });

  test('decides no finding', () => {
    fc.assert(fc.property(fc.constantFrom(...samples), fc.nat(), fc.nat(), (sample, from, length) => {
      const { tokens, partners, isComplete } = new SqlQuery(sample.sql);
      if (!isComplete) {
        return;
      }
      // Hidden brackets come in pairs.
      const start = from % tokens.length;
      let end = start;
      for (let index = start; index < tokens.length && index <= start + length % 12; index = Math.max(partners[index], index) + 1) {
        if (partners[index] < index) {
          break;
        }
        end = Math.max(partners[index], index) + 1;
      }
      if (end === start) {
        return;
      }
      const hidden = `${sample.sql.slice(0, tokens[start].start)} ${token} ${sample.sql.slice(tokens[end - 1].end)}`;
      const whole = rulesOf(sample.sql, sample.context);
      expect(rulesOf(hidden, sample.context).filter((rule) => !whole.includes(rule))).toEqual([]);
    }), { numRuns: 2000 });
  });

  test('may be the end of a word, a string, or everything', () => {
    const stack = newStack();
    const v = new TerraformVariable(stack, 'v', {}).stringValue;
    for (const text of [v, `SELECT trace_id FROM rec${v}`, `SELECT trace_id FROM ${v}cords`, `SELECT trace_id FROM records WHERE kind = '${v}`, `SELECT (${v}`, `SELECT trace_id FROM records -- ${v}`,
      `${v} trace_id FROM recordz`, `SELECT trace_id FROM records WHERE level = '${v}'`, `SELECT ${v} FROM records`, `SELECT count(*) FROM records ${v}`]) {
      expect(findings(text, CONTEXTS[0])).toEqual([]);
    }
    expect(findings(`SELECT trace_id FROM recordz WHERE ${v}`, CONTEXTS[0])).toEqual([expect.objectContaining({ rule: 'Q1' })]);
    expect(findings(`SELECT * FROM records_all WHERE ${v}`, CONTEXTS[0]).map(({ rule }) => rule)).toEqual(['Q3', 'Q9']);
  });
});
