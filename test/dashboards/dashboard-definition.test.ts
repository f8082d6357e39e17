import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { TerraformVariable } from 'cdktf';
import * as fc from 'fast-check';
import { definitionText, document, Json, rendered } from './documents';
import { DashboardDefinition } from '../../src';
import { cleanUp, newStack } from '../synth';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dashboards-'));

afterEach(cleanUp);
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const full = path.join(folder, name);
  fs.writeFileSync(full, text);
  return full;
}

describe('fromFile', () => {
  test('reads a file, with a byte order mark too, at once', () => {
    const name = file('traffic.json', `\uFEFF${JSON.stringify(document())}`);
    const definition = DashboardDefinition.fromFile(name);
    fs.rmSync(name);
    expect(definition.kind).toBe('file');
    expect(rendered(definition)).toEqual(document());
  });

  test('takes a path relative to the current folder', () => {
    const name = file('relative.json', JSON.stringify(document()));
    expect(rendered(DashboardDefinition.fromFile(path.relative(process.cwd(), name)))).toEqual(document());
  });

  test('fails with the name of the file', () => {
    expect(() => DashboardDefinition.fromFile('no/such.json')).toThrow(
      `path must be a file with a dashboard document, got "no/such.json", which does not exist; correct it, relative to ${process.cwd()}`);
    expect(() => DashboardDefinition.fromFile(folder)).toThrow(`path must be a file with a dashboard document, got ${JSON.stringify(folder)}, which is a directory; correct it, relative to ${process.cwd()} [`);
    const inside = path.join(file('plain.json', '{}'), 'x');
    expect(() => DashboardDefinition.fromFile(inside)).toThrow(`got ${JSON.stringify(inside)}, which cannot be read (ENOTDIR: not a directory, open '${inside}'); correct it, relative to`);
    const broken = file('broken.json', '{\n  "kind": "Dashboard",\n}');
    expect(() => DashboardDefinition.fromFile(broken)).toThrow(`definition must be valid JSON, got an error in ${JSON.stringify(broken)} at line 3, column 1: expected a key in double quotes; correct it, or export the dashboard again [`);
    const list = file('list.json', '[]');
    expect(() => DashboardDefinition.fromFile(list)).toThrow(`definition must be a JSON object, got a list in ${JSON.stringify(list)}; pass the whole document, with kind and spec [`);
    const variable = new TerraformVariable(newStack(), 'path', { type: 'string' });
    expect(() => DashboardDefinition.fromFile(variable.stringValue)).toThrow('path must be known at synth, got a Terraform expression; pass a literal path [');
  });
});

describe('fromJson', () => {
  test.each([
    ['', 'be valid JSON, got an error at line 1, column 1: expected a value; the document ends there: check that it is complete'],
    ['{"a": 1', 'be valid JSON, got an error at line 1, column 8: expected , or }; the document ends there: check that it is complete ['],
    ['{"a": 1,\n "b" 2}', 'be valid JSON, got an error at line 2, column 6: expected : after the key "b"; correct it'],
    ['{"a": [1 2]}', 'be valid JSON, got an error at line 1, column 10: expected , or ]; correct it'],
    ['{"a": "x\ny"}', 'be valid JSON, got an error at line 1, column 7: the string has no end, or contains a line break or an invalid escape; correct it, or export the dashboard again ['],
    ['{"a": nul}', 'be valid JSON, got an error at line 1, column 7: expected a value; correct it'],
    ['{} {}', 'be valid JSON, got an error at line 1, column 4: expected the end of the document'],
    ['{"a": "x\\y"}', 'be valid JSON, got an error at line 1, column 7: the string has no end'],
    ['{"a": "\\u12G4"}', 'be valid JSON, got an error at line 1, column 7: the string has no end'],
    ['{"a": 1.}', 'be valid JSON, got an error at line 1, column 8: expected , or }'],
    ['{"a": 1e}', 'be valid JSON, got an error at line 1, column 8: expected , or }'],
    ['{"a": +1}', 'be valid JSON, got an error at line 1, column 7: expected a value'],
    ['{"a": .5}', 'be valid JSON, got an error at line 1, column 7: expected a value'],
    ['{"a": [1,]}', 'be valid JSON, got an error at line 1, column 10: expected a value'],
    ['{"a": truth}', 'be valid JSON, got an error at line 1, column 7: expected a value'],
    ['\n\n  {\u00a0}', 'be valid JSON, got an error at line 3, column 4: expected a key in double quotes'],
    ['{"a": 01}', 'be valid JSON, got an error at line 1, column 8: expected , or }; correct it'],
    ['{a: 1}', 'be valid JSON, got an error at line 1, column 2: expected a key in double quotes; correct it'],
    ["{'a': 1}", 'be valid JSON, got an error at line 1, column 2: expected a key in double quotes; correct it'],
    ['{"a": 9007199254740992}', 'have numbers up to 2^53, got 9007199254740992 at line 1, column 7; write it as a string, because it would lose digits on the way to Logfire ['],
    ['{"a": [1,\n -1e300]}', 'have numbers up to 2^53, got -1e300 at line 2, column 2; write it as a string'],
    ['{"a": 1e999}', 'have numbers up to 2^53, got 1e999 at line 1, column 7; write it as a string'],
  ])('fails for %j', (text, message) => {
    expect(() => DashboardDefinition.fromJson(text)).toThrow(`definition must ${message}`);
  });

  test.each([['null', 'null'], ['[]', 'a list'], ['"x"', '"x"'], ['1', '1'], ['true', 'true']])('fails for %s, which is no object', (text, got) => {
    expect(() => DashboardDefinition.fromJson(text)).toThrow(`definition must be a JSON object, got ${got}; pass the whole document`);
  });

  test('fails for a document that only Terraform knows', () => {
    const variable = new TerraformVariable(newStack(), 'text', { type: 'string' });
    expect(() => DashboardDefinition.fromJson(variable.stringValue)).toThrow('definition must be known at synth, got a Terraform expression; use the expression in single strings of the document, or use l1.Dashboard [');
  });

  test('fails for an expression with something around it as for any text that is no JSON', () => {
    const token = new TerraformVariable(newStack(), 'text', { type: 'string' }).stringValue;
    expect(() => DashboardDefinition.fromJson(`\n ${token} `)).toThrow('definition must be known at synth');
    expect(() => DashboardDefinition.fromJson(`${token}x`)).toThrow('definition must be valid JSON');
    expect(() => DashboardDefinition.fromJson(`x${token}`)).toThrow('definition must be valid JSON');
  });

  test('reads all forms of values, with whitespace around them', () => {
    const text = '\t\r\n{ "a" : [ ] , "b":{ } ,"c":[true,false , null,0,-0.5,10.25,1e3,2E+2,3e-1,-12],"d":"\\"\\\\\\/\\b\\f\\n\\r\\t\\u00E9\\u12aF \u2028" } \n';
    expect(DashboardDefinition.fromJson(text)._content).toEqual({
      document: { a: [], b: {}, c: [true, false, null, 0, -0.5, 10.25, 1000, 200, 0.3, -12], d: '"\\/\b\f\n\r\té\u12af \u2028' },
      known: true,
      duplicateKeys: [],
    });
  });

  test('knows which keys occur twice, and keeps the second value', () => {
    const { document: read, duplicateKeys } = DashboardDefinition.fromJson('{"a": 1,\n "b": {"a": 2, "a": 3}, "a": 4, "__proto__": 5}')._content;
    expect(JSON.stringify(read)).toBe('{"__proto__":5,"a":4,"b":{"a":3}}');
    expect(duplicateKeys).toEqual([{ key: 'a', position: 'line 2, column 16' }, { key: 'a', position: 'line 2, column 25' }]);
  });

  test('takes the largest exact number', () => {
    const text = JSON.stringify(document(undefined, { extra: 9007199254740991 }));
    expect(rendered(DashboardDefinition.fromJson(text)).spec.extra).toBe(9007199254740991);
  });

  test('reads what JSON.parse reads, and refuses what it refuses', () => {
    fc.assert(fc.property(fc.jsonValue(), fc.nat(), fc.constantFrom('', ',', '}', '"', '1', '\\'), (value, at, broken) => {
      const text = JSON.stringify({ kind: 'Dashboard', spec: { value } }, undefined, 1);
      const position = at % text.length;
      const changed = text.slice(0, position) + broken + text.slice(position + (broken === '' ? 1 : 0));
      const read = (parse: () => unknown) => {
        try {
          return parse();
        } catch (error) {
          return /up to 2\^53|JSON object/.test((error as Error).message) ? undefined : 'refused';
        }
      };
      const own = read(() => DashboardDefinition.fromJson(changed)._content.document);
      const theirs = read(() => JSON.parse(changed));
      if (own !== undefined) {
        expect(own).toEqual(theirs);
      }
    }), { numRuns: 500 });
  });
});

describe('fromObject', () => {
  test('copies the object', () => {
    const given = document();
    const definition = DashboardDefinition.fromObject(given);
    given.spec.duration = '2h';
    expect(definition.kind).toBe('object');
    expect(rendered(definition)).toEqual(document());
  });

  const circle: Json = { spec: {} };
  circle.spec.self = circle;

  test.each<[string, unknown, string]>([
    ['a list', [], 'definition must be a JSON object, got a list'],
    ['nothing', undefined, 'definition must have only strings, numbers, booleans, lists and maps, got nothing; JSON cannot represent it: convert it ['],
    ['a function', { spec: { f: () => 1 } }, 'definition must have only strings, numbers, booleans, lists and maps, got a function at spec.f; JSON cannot represent it: convert it ['],
    ['a large number', { spec: { list: [2 ** 53] } }, 'definition must have finite numbers up to 2^53, got 9007199254740992 at spec.list[0]; write it as a string, because it would change on the way to Logfire ['],
    ['no number', { spec: { n: NaN } }, 'definition must have finite numbers up to 2^53, got NaN at spec.n'],
    ['a date', { spec: { d: new Date(0) } }, 'definition must have only strings, numbers, booleans, lists and maps, got an object of class Date at spec.d; JSON cannot represent it: convert it ['],
    ['itself', circle, 'definition must be a tree, got an object that contains itself at spec.self; pass a copy without the cycle ['],
  ])('fails for %s', (_, given, message) => {
    expect(() => DashboardDefinition.fromObject(given)).toThrow(message);
  });

  test('takes objects without a prototype, and nothing in a list as null', () => {
    const bare = Object.assign(Object.create(null), { b: [undefined], a: undefined });
    expect(DashboardDefinition.fromObject({ spec: bare })._content.document).toEqual({ spec: { b: [null] } });
  });

  test('takes one object in two places', () => {
    const shared = { kind: 'X' };
    expect(() => DashboardDefinition.fromObject({ spec: { a: shared, b: shared } })).not.toThrow();
  });
});

describe('the text', () => {
  test('is the same for each way to give a document', () => {
    const text = JSON.stringify(document(), undefined, 4);
    const texts = [DashboardDefinition.fromJson(text), DashboardDefinition.fromObject(document()), DashboardDefinition.fromFile(file('same.json', text))].map((given) => definitionText(given));
    expect(new Set(texts).size).toBe(1);
  });
});
