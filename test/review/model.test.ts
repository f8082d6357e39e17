import { parseDefinition } from '../../src/review/model/definition';
import { durationText, hasExpression, readableDuration, secondsOf, textOf, textsOf } from '../../src/review/model/text';
import { hoursCovered, weekOf, weekText } from '../../src/review/model/week';

describe('a written value as text', () => {
  test.each<[unknown, string]>([
    [undefined, ''],
    [null, ''],
    ['', ''],
    ['plain', 'plain'],
    [5, '5'],
    [false, 'false'],
    [['a', { b: 1 }], '["a",{"b":1}]'],
    ['costs $${amount} and 5 %%{x}', 'costs ${amount} and 5 %{x}'],
    ['$${a} of ${var.b}', '$${a} of ${var.b}'],
    ['%{ if var.b }%%{a}%{ endif }', '%{ if var.b }%%{a}%{ endif }'],
    ['$$ { and %% {', '$$ { and %% {'],
  ])('%j is %j', (value, text) => {
    expect(textOf(value)).toBe(text);
  });

  test('has no secret', () => {
    const secret = `pylf_v1_eu_${'aB3dE5gH7jK9mN1pQ3rS5tU7vW9'}`;
    expect(textOf({ headers: [secret] })).not.toContain(secret);
  });

  test.each<[string, boolean]>([
    ['${var.a}', true], ['%{ if a }', true], ['a $${b}', false], ['%%{b}', false], ['$$${a}', false], ['$ {', false], ['a', false],
  ])('%j is an expression: %j', (text, is) => {
    expect(hasExpression(text)).toBe(is);
  });

  test.each<[unknown, string[]]>([[undefined, []], [null, []], ['${var.list}', ['${var.list}']], [['a', 'b'], ['a', 'b']], [[], []]])('%j is the list %j', (value, texts) => {
    expect(textsOf(value)).toEqual(texts);
  });
});

describe('a duration', () => {
  test.each([
    [0, 'less than a second'], [0.9, 'less than a second'], [1, '1 s'], [1.9, '1 s'], [59, '59 s'], [60, '1 min'], [61, '1 min 1 s'], [3599, '59 min 59 s'],
    [3600, '1 h'], [3659, '1 h'], [3660, '1 h 1 min'], [86_399, '23 h 59 min'], [86_400, '1 d'], [89_999, '1 d'], [90_000, '1 d 1 h'], [31 * 86_400 + 7200, '31 d 2 h'],
  ])('of %d seconds is %s', (seconds, text) => {
    expect(durationText(seconds)).toBe(text);
  });

  test.each<[string, number | undefined]>([
    ['1d2h3m4s', 93_784], ['30d', 2_592_000], ['12h', 43_200], ['90m', 5400], ['45s', 45], ['0s', 0], ['', undefined], ['30', undefined], ['1h ', undefined],
    ['a1h', undefined], ['2s1h', undefined], ['${var.window}', undefined],
  ])('%j has %p seconds', (text, seconds) => {
    expect(secondsOf(text)).toBe(seconds);
  });

  test.each<[unknown, string]>([['36h', '1 d 12 h'], ['soon', 'soon'], ['${var.window}', '${var.window}'], [undefined, '']])('%j reads %j', (value, text) => {
    expect(readableDuration(value)).toBe(text);
  });
});

describe('the hours of a schedule', () => {
  const window = (days: unknown, start: unknown = '09:00', end: unknown = '17:00') => ({ days, start_time: start, end_time: end });
  const week = (windows: unknown, timezone = 'UTC') => weekOf(timezone, windows, (value) => JSON.stringify(value) ?? 'nothing');
  const OFFICE = { from: 540, to: 1020 };

  test('are in order for each day, without overlaps, and until midnight', () => {
    const given = [
      window([1, 7], '13:00:00', '17:00:00'), window([1], '09:00', '12:00'), window([1], '12:00', '12:30'), window([1], '09:30', '10:00'),
      window([2], '22:15', '23:59'), window([2], '00:00', '00:01'), window([3], '00:00', '23:58'),
    ];
    expect(week(given)).toEqual({
      timezone: 'UTC',
      days: [
        [{ from: 540, to: 750 }, { from: 780, to: 1020 }], [{ from: 0, to: 1 }, { from: 1335, to: 1440 }], [{ from: 0, to: 1438 }], [], [], [],
        [{ from: 780, to: 1020 }],
      ],
      unknown: [],
    });
  });

  test.each<[string, unknown]>([
    ['an expression', '${var.windows}'],
    ['no windows', undefined],
    ['a window that is one', ['${var.window}']],
    ['days that are one', [window('${var.days}')]],
    ['no days', [window(undefined)]],
    ['a day before Monday', [window([1, 0])]],
    ['a day after Sunday', [window([8])]],
    ['half a day', [window([1.5])]],
    ['a name of a day', [window(['1'])]],
    ['a start that is an expression', [window([1], '${var.start}')]],
    ['an end that is an expression', [window([1], '09:00', '${var.end}')]],
    ['no length', [window([1], '09:00', '09:00')]],
    ['an end before the start', [window([1], '17:00', '09:00')]],
    ['a time with more around it', [window([1], 'a09:00')]],
    ['a time with more behind it', [window([1], '09:00:00.5')]],
  ])('are unknown for %s', (_, given) => {
    const { days, unknown } = week(given);
    expect(days.flat()).toEqual([]);
    expect(unknown).toEqual([JSON.stringify([given].flat()[0]) ?? 'nothing']);
  });

  test('are counted together, where all of them are known and in one time zone', () => {
    const some = week([window([1, 2])]);
    expect(hoursCovered([])).toBe(0);
    expect(hoursCovered([some])).toBe(16);
    expect(hoursCovered([some, week([window([2, 3], '16:00', '18:30')])])).toBe(20);
    expect(hoursCovered([some, week([window([3])], 'Europe/Berlin')])).toBeUndefined();
    expect(hoursCovered([some, week([window([3]), '${var.window}'])])).toBeUndefined();
  });

  test.each<[readonly (readonly { from: number; to: number }[])[], readonly string[], string]>([
    [[[OFFICE], [OFFICE], [], [OFFICE], [{ from: 0, to: 1440 }], [{ from: 0, to: 1440 }], [{ from: 0, to: 1440 }]], [], 'Mon–Tue 09:00–17:00, Thu 09:00–17:00, Fri–Sun all day'],
    [[[{ from: 5, to: 65 }, { from: 1380, to: 1440 }], [], [], [], [], [], []], ['${var.window}'], 'Mon 00:05–01:05 and 23:00–24:00, ${var.window}'],
    [[[], [], [], [], [], [], []], [], 'never'],
    [[[], [], [], [], [], [], []], ['a', 'b'], 'a, b'],
    [[[OFFICE]], [], 'Mon 09:00–17:00'],
  ])('%j and %j read %j', (days, unknown, text) => {
    expect(weekText({ timezone: 'UTC', days, unknown })).toBe(text);
  });
});

describe('the definition of a dashboard, as it is written', () => {
  test.each<[string, unknown]>([
    ['{"a":[1,"b"]}', { a: [1, 'b'] }],
    ['{"a":"${var.title}"}', { a: '${var.title}' }],
    ['{"a":"of ${var.title}!"}', { a: 'of ${var.title}!' }],
    ['{"a":${jsonencode(var.size)},"b":1}', { a: '${jsonencode(var.size)}', b: 1 }],
    ['{"a":%{ if var.x },"b":2}', { a: '%{ if var.x }', b: 2 }],
    ['{"a":"$${x} %%{y} $$ %%"}', { a: '${x} %{y} $$ %%' }],
    ['{"$${x}":"\\"${f("}", "\\"{", {a = "{"})} \\\\"}', { '${x}': '"${f("}", "\\"{", {a = "{"})} \\' }],
    ['{"a":"${f({b = {}})}","c":"${g}"}', { a: '${f({b = {}})}', c: '${g}' }],
    ['{"a":"line\\nbreak \\u0041"}', { a: 'line\nbreak A' }],
    ['[]', []],
  ])('%s is read', (definition, document) => {
    expect(parseDefinition(definition)).toEqual(document);
  });

  test.each<[unknown]>([
    ['${file("x.json")}'], ['${file("x.json")'], ['"text"'], ['null'], ['5'], ['{'], [''], [undefined], [5], [{ kind: 'Dashboard' }],
  ])('%j is none', (definition) => {
    expect(parseDefinition(definition)).toBeUndefined();
  });
});
