import { Token } from 'cdktf';
import { SqlQuery } from '../../src/sql/query';
import type { Range } from '../../src/sql/select';

const TOKEN = Token.asString({ hidden: true });

/** What is known of each `SELECT` of a query, in SQL again. */
function selectsIn(sql: string) {
  const query = new SqlQuery(sql);
  const written = ({ from, to }: Range) => query.tokens.slice(from, to).map(({ start, end }) => sql.slice(start, end)).join(' ');
  return query.selects.map(({ output, clauses, items, tables, derived }) => ({
    output,
    derived,
    clauses: Object.fromEntries([...clauses].map(([name, range]) => [name, written(range)])),
    items: items.map((item) => item.alias === undefined ? written(item) : `${written(item)} AS ${item.alias}`),
    tables: tables.map(({ name, alias, qualified }) => `${qualified ? '.' : ''}${name}${alias === undefined ? '' : ` AS ${alias}`}`),
  }));
}

const itemsIn = (sql: string) => selectsIn(sql)[0].items;
const tablesIn = (sql: string) => selectsIn(sql)[0].tables;

describe('the clauses of a SELECT', () => {
  test('end where the next one begins, and before the semicolon', () => {
    expect(selectsIn('SELECT a FROM t WHERE b GROUP BY c HAVING d QUALIFY e WINDOW w AS (ORDER BY f) ORDER BY g LIMIT 1 OFFSET 2 FETCH FIRST 3 ROWS ;;')).toEqual([{
      output: true,
      derived: false,
      clauses: {
        select: 'a', from: 't', where: 'b', group: 'c', having: 'd', qualify: 'e', window: 'w AS ( ORDER BY f )', order: 'g', limit: '1', offset: '2', fetch: 'FIRST 3 ROWS',
      },
      items: ['a'],
      tables: ['t'],
    }]);
  });

  test.each([
    ['r.where', 'SELECT r.where, r.from, r.limit FROM t', { select: 'r . where , r . from , r . limit', from: 't' }],
    ['an alias', 'SELECT a AS where, b AS limit FROM t', { select: 'a AS where , b AS limit', from: 't' }],
    ['IS DISTINCT FROM', 'SELECT a IS DISTINCT FROM b FROM t WHERE c IS NOT DISTINCT FROM d', { select: 'a IS DISTINCT FROM b', from: 't', where: 'c IS NOT DISTINCT FROM d' }],
    ['a group that is a column', 'SELECT group, order FROM t', { select: 'group , order', from: 't' }],
    ['a window that is a column', 'SELECT window, a FROM t', { select: 'window , a', from: 't' }],
    ['a clause that is twice', 'SELECT a FROM t WHERE b WHERE c', { select: 'a', from: 't', where: 'b' }],
    ['only a semicolon', 'SELECT ;', { select: '' }],
  ])('are not split at %s', (_, sql, clauses) => {
    expect(selectsIn(sql).map((select) => select.clauses)).toEqual([clauses]);
  });
});

describe('the SELECTs of a query', () => {
  const outputsIn = (sql: string) => selectsIn(sql).map(({ output, clauses }) => `${output ? '' : 'inner '}${clauses.select}`);

  test.each<[string, string[]]>([
    ['SELECT 1 UNION ALL SELECT 2 INTERSECT SELECT 3 EXCEPT DISTINCT SELECT 4', ['1', '2', '3', '4']],
    ['SELECT * EXCEPT (a) FROM t', ['* EXCEPT ( a )']],
    ['SELECT * EXCEPT (SELECT 1)', ['*', '1']],
    ['SELECT * EXCEPT SELECT 1', ['*', '1']],
    ['(SELECT 1) UNION (SELECT 2)', ['1', '2']],
    ['((SELECT 1) UNION ALL (SELECT 2))', ['1', '2']],
    ['SELECT 1 UNION ALL (SELECT 2 UNION DISTINCT (SELECT 3))', ['1', '2', '3']],
    ['SELECT a FROM (SELECT b FROM (SELECT c)) WHERE d IN (SELECT e)', ['a', 'inner b', 'inner e', 'inner c']],
    ['SELECT (1), (a), f((SELECT 2))', ['( 1 ) , ( a ) , f ( ( SELECT 2 ) )', 'inner 2']],
    ['WITH a AS (SELECT 1) SELECT 2', ['2', 'inner 1']],
    ['WITH a AS (SELECT 1), b AS (SELECT 2) (SELECT 3)', ['3', 'inner 1', 'inner 2']],
    ['WITH a AS (SELECT 1)', ['inner 1']],
    ['SELECT f(with), g(values) FROM t', ['f ( with ) , g ( values )']],
    ['', []],
  ])('in %s', (sql, outputs) => {
    expect(outputsIn(sql).sort()).toEqual([...outputs].sort());
    expect(new SqlQuery(sql).outputs).toHaveLength(outputs.filter((output) => !output.startsWith('inner')).length);
  });

  test.each<[string, string[]]>([
    ['WITH a AS (SELECT 1), "B" AS MATERIALIZED (SELECT 2) SELECT 3', ['a', 'B']],
    ['WITH RECURSIVE a (n) AS (SELECT 1) SELECT 3', ['a']],
    ['WITH a AS (WITH b AS (SELECT 1) SELECT 2) SELECT 3', ['a', 'b']],
    ['SELECT 1 FROM (WITH c AS (SELECT 1) SELECT 2)', ['c']],
    ['SELECT a FROM t', []],
  ])('with the names of %s', (sql, names) => {
    expect([...new SqlQuery(sql).withNames]).toEqual(names);
  });

  test('are not read if it does not end', () => {
    expect(new SqlQuery('WITH a AS (SELECT 1')).toMatchObject({ isComplete: false, selects: [], withNames: new Set() });
  });
});

describe('the items of a list', () => {
  test.each<[string, string[]]>([
    ['SELECT a, b.c, *, f(x, y), (1, 2)', ['a', 'b . c', '*', 'f ( x , y )', '( 1 , 2 )']],
    ['SELECT DISTINCT a', ['a']],
    ['SELECT ALL a', ['a']],
    ['SELECT DISTINCT ON (a, b) c, d', ['c', 'd']],
    ['SELECT DISTINCT on, a', ['on', 'a']],
    ['SELECT a AS b, c AS "D", 1 AS e', ['a AS b', 'c AS D', '1 AS e']],
    ['SELECT a b, c "D", f(x) g, x[1] y, 5 n, \'t\' t, "q" r, $env v', ['a AS b', 'c AS D', 'f ( x ) AS g', 'x [ 1 ] AS y', '5 AS n', "'t' AS t", '"q" AS r', '$env AS v']],
    ['SELECT a.b, a + b, a -> b, -b', ['a . b', 'a + b', 'a -> b', '- b']],
    ['SELECT a IS NULL, a IS true, b IS NOT false, c IS unknown, CASE WHEN a THEN b END', ['a IS NULL', 'a IS true', 'b IS NOT false', 'c IS unknown', 'CASE WHEN a THEN b END']],
    ['SELECT a AND b, a OR b, NOT a, a LIKE b, a ILIKE b, a IN b, a IS b, a SIMILAR TO b', [
      'a AND b', 'a OR b', 'NOT a', 'a LIKE b', 'a ILIKE b', 'a IN b', 'a IS b', 'a SIMILAR TO b',
    ]],
    ['SELECT a BETWEEN b, f(x) OVER w, interval n, a AT TIME ZONE b, CASE a, x THEN y, x ELSE y, x WHEN y', [
      'a BETWEEN b', 'f ( x ) OVER w', 'interval n', 'a AT TIME ZONE b', 'CASE a', 'x THEN y', 'x ELSE y', 'x WHEN y',
    ]],
    ['SELECT f(a) IGNORE nulls, x rows, x at b, x by y', ['f ( a ) IGNORE nulls', 'x rows', 'x at b', 'x by y']],
    ['SELECT a "null", a AS null', ['a AS null', 'a AS null']],
    ['SELECT', []],
    ['SELECT a,', ['a']],
    ['SELECT a, , b', ['a', '', 'b']],
    ['SELECT 1 2', ['1 2']],
    ['SELECT a "as" b', ['a "as" AS b']],
  ])('in %s', (sql, items) => {
    expect(itemsIn(sql)).toEqual(items);
  });
});

describe('what FROM reads', () => {
  test.each<[string, string[], boolean]>([
    ['t', ['t'], false],
    ['t, u AS v, "W" x', ['t', 'u AS v', 'W AS x'], false],
    ['t AS "A b"', ['t AS A b'], false],
    ['s.t, a.b."C" d', ['.t', '.C AS d'], false],
    ['t JOIN u ON t.a = u.b LEFT JOIN v USING (c)', ['t', 'u', 'v'], false],
    ['t CROSS JOIN u', ['t', 'u'], false],
    ['t NATURAL FULL OUTER JOIN u', ['t', 'u'], false],
    ['t INNER JOIN u RIGHT JOIN v SEMI JOIN w ANTI JOIN x ASOF JOIN y GLOBAL JOIN z', ['t', 'u', 'v', 'w', 'x', 'y', 'z'], false],
    ['t TABLESAMPLE (5)', ['t'], false],
    ['ONLY t', ['t'], false],
    ['LATERAL t', ['t'], false],
    ['t WITH ORDINALITY', ['t'], false],
    ['(t JOIN u ON a = b) JOIN v', ['v', 't', 'u'], false],
    ['((t))', ['t'], false],
    ['(SELECT 1) a, t', ['t'], true],
    ['LATERAL (SELECT 1) a', [], true],
    ['f(1) AS a, t', ['t'], true],
    ['s.f(1)', [], true],
    ['(VALUES (1)) AS a(b)', [], true],
    ["'file.csv'", [], true],
    [TOKEN, [], true],
    [`t ${TOKEN}`, [], true],
    [`s.${TOKEN}`, ['.'], false],
    ['t AS', ['t'], false],
    ['t 5', ['t'], false],
  ])('%s', (from, tables, derived) => {
    const sql = `SELECT 1 FROM ${from}`;
    expect(tablesIn(sql)).toEqual(tables);
    expect(selectsIn(sql)[0].derived).toBe(derived);
  });
});

describe('a call of a function', () => {
  const callOf = (sql: string) => new SqlQuery(sql).callAt(0);

  test.each<[string, object | undefined]>([
    ['f()', { name: 'f', arguments: { from: 2, to: 2 }, after: 3, filtered: false, windowed: false }],
    ['F(a, (b)) c', { name: 'f', arguments: { from: 2, to: 7 }, after: 8, filtered: false, windowed: false }],
    ['f(a) FILTER (WHERE b)', { name: 'f', arguments: { from: 2, to: 3 }, after: 9, filtered: true, windowed: false }],
    ['f(a) OVER w', { name: 'f', arguments: { from: 2, to: 3 }, after: 4, filtered: false, windowed: true }],
    ['f(a) IGNORE NULLS OVER (ORDER BY b)', { name: 'f', arguments: { from: 2, to: 3 }, after: 6, filtered: false, windowed: true }],
    ['f(a) RESPECT NULLS', { name: 'f', arguments: { from: 2, to: 3 }, after: 6, filtered: false, windowed: false }],
    ['f(a) WITHIN GROUP (ORDER BY b) FILTER (WHERE c)', { name: 'f', arguments: { from: 2, to: 3 }, after: 16, filtered: true, windowed: false }],
    ['f(a) filter', { name: 'f', arguments: { from: 2, to: 3 }, after: 4, filtered: false, windowed: false }],
    ['f(a) within (b)', { name: 'f', arguments: { from: 2, to: 3 }, after: 4, filtered: false, windowed: false }],
    ['f(a) within group', { name: 'f', arguments: { from: 2, to: 3 }, after: 4, filtered: false, windowed: false }],
    ['f(a) ignore b', { name: 'f', arguments: { from: 2, to: 3 }, after: 4, filtered: false, windowed: false }],
    ['f', undefined],
    ['f [1]', undefined],
    ['"f"(a)', undefined],
    ['(a)', undefined],
  ])('is read in %s', (sql, call) => {
    expect(callOf(sql)).toEqual(call);
  });

  test('is none behind a dot', () => {
    expect(new SqlQuery('a.f(b)').callAt(2)).toBeUndefined();
  });
});

describe('a keyword', () => {
  test.each<[string, number, boolean]>([
    ['from', 0, true], ['FROM', 0, true], ['"from"', 0, false], ["'from'", 0, false], ['r.from', 2, false], ['a AS from', 2, false], ['"as" from', 1, true], ['a from', 1, true], ['a', 0, false], ['a', 5, false],
  ])('in %s at %d: %j', (sql, index, is) => {
    expect(new SqlQuery(sql).isKeyword(index, 'where', 'from')).toBe(is);
  });
});

describe('brackets', () => {
  test.each<[string, object | undefined]>([
    ['([{}])', undefined],
    ['(a', { token: { value: '(', start: 0 }, needs: 'closing' }],
    ['((a)', { token: { value: '(', start: 0 }, needs: 'closing' }],
    ['(a [b', { token: { value: '[', start: 3 }, needs: 'closing' }],
    ['a)', { token: { value: ')', start: 1 }, needs: 'opening' }],
    ['(a]', { token: { value: '(', start: 0 }, needs: 'closing' }],
    ['([)]', { token: { value: '[', start: 1 }, needs: 'closing' }],
    [`(${TOKEN}`, undefined],
    [`${TOKEN})`, undefined],
    [`) ${TOKEN}`, { token: { value: ')', start: 0 }, needs: 'opening' }],
    [`('${TOKEN}'`, undefined],
  ])('in %s', (sql, alone) => {
    const query = new SqlQuery(sql);
    expect(query.aloneBracket ?? {}).toMatchObject(alone ?? {});
    expect(query.aloneBracket === undefined).toBe(alone === undefined);
    expect(query.lexicalProblem).toBeUndefined();
  });

  test('know their counterparts', () => {
    const query = new SqlQuery('a(b[c])d');
    expect([...query.partners]).toEqual([0, 6, 2, 5, 4, 3, 1, 7]);
    expect([0, 1, 2, 3, 4, 5, 6].map((index) => query.after(index))).toEqual([1, 7, 3, 6, 5, 6, 7]);
  });
});
