import * as fs from 'node:fs';
import * as path from 'node:path';
import { QUERY_RULES } from '../../src/sql/query-rules';
import type { QueryUse } from '../../src/sql/rules/rule';
import { UNKNOWN_TABLE } from '../../src/sql/runnable';

const textOf = (guide: string) => fs.readFileSync(path.join(__dirname, '../../docs', guide), 'utf8');
const NAMES: { readonly [use in QueryUse]: string } = { alert: 'alert', condition: 'SLI', panel: 'panel' };

/** The rows of a guide's table that begin with the id of a rule about SQL. */
const rowsOf = (guide: string) => textOf(guide).split('\n').filter((line) => /^\| Q\d+ /.test(line));

test('the guide to alerts has the rules as the code has them', () => {
  expect(rowsOf('alerting.md')).toEqual([
    expect.stringMatching(new RegExp(`^\\| ${UNKNOWN_TABLE} \\| alert, SLI, panel \\| an unknown table`)),
    ...QUERY_RULES.map(({ id, uses, finds, remedy }) => `| ${id} | ${uses.map((use) => NAMES[use]).join(', ')} | ${finds} | ${remedy} |`),
  ]);
});

test('the guide to dashboards has those for panels', () => {
  expect(rowsOf('dashboards.md')).toEqual([
    expect.stringMatching(new RegExp(`^\\| ${UNKNOWN_TABLE} \\| an unknown table`)),
    ...QUERY_RULES.filter(({ uses }) => uses.includes('panel')).map(({ id, finds }) => `| ${id} | ${finds} |`),
  ]);
});

test('ids are unique, and in order', () => {
  const numbers = QUERY_RULES.map(({ id }) => Number(id.slice(1)));
  expect(numbers).toEqual(numbers.map((_, index) => index + 2));
});
