import { Token } from 'cdktf';
import { SqlQuery } from '../../src/sql/query';
import { tokenize } from '../../src/sql/tokenizer';

const TOKEN = Token.asString({ hidden: true });

/** The tokens of a query, each as its kind and value. */
const tokensIn = (sql: string) => tokenize(sql).tokens.map(({ kind, value, partial }) => `${kind} ${value}${partial ? ' (partial)' : ''}`);

describe('the tokens', () => {
  test.each<[string, string[]]>([
    ['', []],
    [' \t\n\u200b\u00a0', []],
    ['Sélect _a1$b "A b" `c`', ['word sélect', 'word _a1$b', 'name A b', 'name c']],
    ['a$ $1', ['word a$', 'operator $', 'number 1']],
    ['"a""b" `c``d` \'it\'\'s\' \'\'', ['name a"b', 'name c`d', "text it's", 'text ']],
    ['"it\'\'s" \'a""b\'', ["name it''s", 'text a""b']],
    ['1 2.5 3. .5 1e5 1.5E-3 2e+7 1e', ['number 1', 'number 2.5', 'number 3.', 'number .5', 'number 1e5', 'number 1.5E-3', 'number 2e+7', 'number 1', 'word e']],
    ['a.b', ['word a', 'operator .', 'word b']],
    ['a->>b->c#>>d#>e::f||g<=h>=i<>j!=k=>l@>m<@n?|o?&p!~*q!~r~*s~t', [
      'word a', 'operator ->>', 'word b', 'operator ->', 'word c', 'operator #>>', 'word d', 'operator #>', 'word e', 'operator ::', 'word f', 'operator ||', 'word g', 'operator <=',
      'word h', 'operator >=', 'word i', 'operator <>', 'word j', 'operator !=', 'word k', 'operator =>', 'word l', 'operator @>', 'word m', 'operator <@', 'word n', 'operator ?|',
      'word o', 'operator ?&', 'word p', 'operator !~*', 'word q', 'operator !~', 'word r', 'operator ~*', 'word s', 'operator ~', 'word t',
    ]],
    ['(a)[b]{c}', ['bracket (', 'word a', 'bracket )', 'bracket [', 'word b', 'bracket ]', 'bracket {', 'word c', 'bracket }']],
    ['a-b - -c / d*e', ['word a', 'operator -', 'word b', 'operator -', 'operator -', 'word c', 'operator /', 'word d', 'operator *', 'word e']],
    ['a--b\nc -- d', ['word a', 'word c']],
    ['a/*b/*c*/d*/e', ['word a', 'word e']],
    ["E'a\\'b\\\\' e'c''d' E 'f' ee'g'", ["text a\\'b\\\\", "text c''d", 'word e', 'text f', 'word ee', 'text g']],
    ['$env ${env} ${ env : raw } ${var.a}', ['variable env', 'variable env', 'variable env', 'variable var.a']],
    ['${1} ${a}b', ['operator $', 'bracket {', 'number 1', 'bracket }', 'variable a', 'word b']],
    ["${a:'b'} ${a:{}} ${a b}", [
      'operator $', 'bracket {', 'word a', 'operator :', 'text b', 'bracket }', 'operator $', 'bracket {', 'word a', 'operator :', 'bracket {', 'bracket }', 'bracket }',
      'operator $', 'bracket {', 'word a', 'word b', 'bracket }',
    ]],
    ['$$it\'s$$ $$$$ $5', ["text it's", 'text ', 'operator $', 'number 5']],
    ['a$${b}', ['word a$', 'variable b']],
  ])('of %j', (sql, tokens) => {
    expect(tokensIn(sql)).toEqual(tokens);
  });

  test('know where they are', () => {
    expect(tokenize(' a "b" -- c\n $$d$$').tokens.map(({ start, end }) => [start, end])).toEqual([[1, 2], [3, 6], [13, 18]]);
  });

  test('take what is known only at apply for one, with the word around it', () => {
    expect(tokensIn(`a ${TOKEN} b`)).toEqual(['word a', 'opaque ', 'word b']);
    expect(tokensIn(`a${TOKEN}b1 $x${TOKEN}2${TOKEN} -- c`)).toEqual(['opaque ', 'opaque ']);
    expect(tokensIn(`(${TOKEN}) "a"${TOKEN}'b'`)).toEqual(['bracket (', 'opaque ', 'bracket )', 'name a', 'opaque ', 'text b']);
    expect(tokensIn(`a /* ${TOKEN} */ b -- ${TOKEN}\n c`)).toEqual(['word a', 'opaque ', 'word b', 'opaque ', 'word c']);
    expect(tokensIn(`'${TOKEN}' "a${TOKEN}" E'${TOKEN}' $$${TOKEN}$$`).map((token) => token.replace(TOKEN, 'T'))).toEqual([
      'text T (partial)', 'name aT (partial)', 'text T (partial)', 'text T (partial)',
    ]);
    const [{ start, end }] = tokenize(`a${TOKEN}b`).tokens;
    expect([start, end]).toEqual([0, TOKEN.length + 2]);
  });

  test.each([
    ["a 'b", 'text', 2], ["a '", 'text', 2], ["'a''", 'text', 0], ['a "b', 'name', 2], ['`', 'name', 0], ["E'a\\'", 'text', 0], ["E'a''", 'text', 0], ["E'", 'text', 0],
    ['a /* b', 'comment', 2], ['/* /* */', 'comment', 0], ['/*/', 'comment', 0], ['a \u2018b\u2019', 'quote', 2], ['\u201c', 'quote', 0], ['\u2019', 'quote', 0], ['\u201d', 'quote', 0],
  ])('of %j end at a %s at %d', (sql, kind, start) => {
    expect(tokenize(sql).problem).toEqual({ kind, start });
  });

  test.each(['-- a', '-', '/', '/ *', '* /', "''", '$$', '$', '"\u2019"'])('of %j have an end', (sql) => {
    expect(tokenize(sql).problem).toBeUndefined();
  });
});

describe('the position of a character', () => {
  test.each([
    [0, 'line 1, column 1'], [1, 'line 1, column 2'], [2, 'line 2, column 1'], [3, 'line 3, column 1'], [5, 'line 3, column 3'], [6, 'line 4, column 1'], [9, 'line 4, column 4'],
  ])('%d is %s', (offset, position) => {
    expect(new SqlQuery('a\n\nbc\ndef').positionOf(offset)).toBe(position);
  });
});
