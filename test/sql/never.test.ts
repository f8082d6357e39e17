import { Token } from 'cdktf';
import { SqlQuery } from '../../src/sql/query';
import { neverTrue } from '../../src/sql/rules/never';
import type { QueryUse } from '../../src/sql/rules/rule';

/** What the rule says of a query: `has …; …`, each with its place. */
function told(sql: string, use: QueryUse): string[] {
  const found: string[] = [];
  neverTrue.check(new SqlQuery(sql), { use }, (at, what, why, remedy) => found.push(`${at}: ${what}: ${why}; ${remedy}`));
  return found;
}

const NULLS = 'nothing is equal to NULL, nor different from it, so no row matches';

test.each([
  ['=', 'IS NULL'], ['<>', 'IS NOT NULL'], ['!=', 'IS NOT NULL'], ['<', 'IS NOT NULL'], ['<=', 'IS NOT NULL'], ['>', 'IS NOT NULL'], ['>=', 'IS NOT NULL'],
])('nothing is %s NULL', (comparison, meant) => {
  expect(told(`kind ${comparison} NULL`, 'condition')).toEqual([`5: ${comparison} NULL: ${NULLS}; write ${meant}`]);
});

test.each([
  'kind IS NULL', 'kind IS NOT DISTINCT FROM NULL', 'coalesce(kind, NULL) = kind', 'kind = "null"', 'f(name => NULL)', 'kind =',
])('%s may be meant', (sql) => {
  expect(told(sql, 'condition')).toEqual([]);
});

const STATUS = 'no response has this status; use one from 100 to 599, or a range such as http_response_status_code >= 500';

test.each([
  ['http_response_status_code = 99', ['28: the HTTP status 99']],
  ['http_response_status_code = 600 AND is_exception', ['28: the HTTP status 600']],
  ['(http_response_status_code = 5)', ['29: the HTTP status 5']],
  ['http_response_status_code IN (99, 100, 599, 600)', ['30: the HTTP status 99', '44: the HTTP status 600']],
])('%s matches no response', (sql, expected) => {
  expect(told(sql, 'condition')).toEqual(expected.map((text) => `${text}: ${STATUS}`));
});

test.each([
  'http_response_status_code = 100', 'http_response_status_code = 599', 'http_response_status_code >= 5', 'http_response_status_code < 600',
  'http_response_status_code = 5 * 100', 'http_response_status_code = 404.0', "http_response_status_code = '5'", 'http_response_status_code =',
  'http_response_status_code IN (5 * 100, 100 * 5)', 'http_response_status_code IN (SELECT 5)', 'http_response_status_code IN 5', 'duration = 5', '"http_response_status_code" = 5',
  'http_response_status_code / 100 = 5', 'http_response_status_code NOT IN (5)',
])('%s is left alone', (sql) => {
  expect(told(sql, 'condition')).toEqual([]);
});

const BOTH = (place: number, column: string, first: string, second: string) => (
  `${place}: both '${first}' and '${second}' for ${column}: no row has both, so no row matches; write ${column} IN ('${first}', '${second}')`
);

test.each<[string, QueryUse, string[]]>([
  ["kind = 'span' AND kind = 'log'", 'condition', [BOTH(25, 'kind', 'span', 'log')]],
  ["kind = 'span' AND is_exception AND kind = 'log' AND kind = 'span'", 'condition', [BOTH(42, 'kind', 'span', 'log')]],
  ["SELECT trace_id FROM records WHERE kind = 'span' AND kind = 'log' LIMIT 1", 'alert', [BOTH(60, 'kind', 'span', 'log')]],
  ["SELECT 1 FROM (SELECT 1 FROM records WHERE kind = 'a' AND kind = 'b') AS r", 'panel', [BOTH(65, 'kind', 'a', 'b')]],
])('%s of %s has two texts for one column', (sql, use, expected) => {
  expect(told(sql, use)).toEqual(expected);
});

test.each<[string, QueryUse]>([
  ["kind = 'span' AND kind = 'span'", 'condition'],
  ["kind = 'span' AND otel_status_code = 'log'", 'condition'],
  ["kind = 'span' AND kind = 'log' OR is_exception", 'condition'],
  ["kind = 'span' AND kind = 'log' AND is_exception OR true", 'condition'],
  [`kind = 'span' AND kind = 'log' AND ${Token.asString({ hidden: true })}`, 'condition'],
  ["kind = 'span' AND (kind = 'log' OR is_exception)", 'condition'],
  ["kind = 'span' AND NOT kind = 'log'", 'condition'],
  ["kind <> 'span' AND kind <> 'log'", 'condition'],
  ["kind = 'span' AND kind = lower('log')", 'condition'],
  ["kind = 'span' AND kind = 5", 'condition'],
  ["kind = 'span' AND kind = 'log' || 's'", 'condition'],
  ["kind = '$a' AND kind = '$b'", 'panel'],
  ["CASE WHEN is_exception AND kind = 'a' AND true THEN 1 WHEN is_exception AND kind = 'b' AND true THEN 2 END = 1", 'condition'],
  ["SELECT 1 FROM records WHERE kind = 'a' GROUP BY kind HAVING kind = 'b'", 'panel'],
  ["SELECT kind = 'a' AND kind = 'b' FROM records", 'panel'],
  ["lower(kind) = 'a' AND lower(kind) = 'b'", 'condition'],
])('%s of %s may match', (sql, use) => {
  expect(told(sql, use)).toEqual([]);
});
