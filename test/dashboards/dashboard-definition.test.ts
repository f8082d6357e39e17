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
      `dashboard file "no/such.json" cannot be read: there is no such file; the path is relative to ${process.cwd()}`);
    expect(() => DashboardDefinition.fromFile(folder)).toThrow(`dashboard file ${JSON.stringify(folder)} cannot be read: it is a folder`);
    const broken = file('broken.json', '{\n  "kind": "Dashboard",\n}');
    expect(() => DashboardDefinition.fromFile(broken)).toThrow(`dashboard file ${JSON.stringify(broken)}, line 3, column 1: the JSON must have a key in double quotes here`);
    const list = file('list.json', '[]');
    expect(() => DashboardDefinition.fromFile(list)).toThrow(`dashboard file ${JSON.stringify(list)}: a dashboard must be a JSON object, got a list`);
    const variable = new TerraformVariable(newStack(), 'path', { type: 'string' });
    expect(() => DashboardDefinition.fromFile(variable.stringValue)).toThrow('the path of a dashboard file must be known at synth');
  });
});

describe('fromJson', () => {
  test.each([
    ['', 'line 1, column 1: the JSON must have a value here; it ends there: is the text complete?'],
    ['{"a": 1', 'line 1, column 8: the JSON must have , or } here; it ends there'],
    ['{"a": 1,\n "b" 2}', 'line 2, column 6: the JSON must have : after the key "b"'],
    ['{"a": [1 2]}', 'line 1, column 10: the JSON must have , or ] here'],
    ['{"a": "x\ny"}', 'line 1, column 7: the JSON has a text that does not end'],
    ['{"a": nul}', 'line 1, column 7: the JSON must have a value here'],
    ['{} {}', 'line 1, column 4: the JSON must end after the first value'],
    ['{"a": 01}', 'line 1, column 8: the JSON must have , or } here'],
    ['{a: 1}', 'line 1, column 2: the JSON must have a key in double quotes here'],
    ["{'a': 1}", 'line 1, column 2: the JSON must have a key in double quotes here'],
    ['{"a": 9007199254740992}', 'line 1, column 7: the JSON has the number 9007199254740992, beyond 2^53'],
    ['{"a": [1,\n -1e300]}', 'line 2, column 2: the JSON has the number -1e300, beyond 2^53'],
    ['{"a": 1e999}', 'line 1, column 7: the JSON has the number 1e999, beyond 2^53'],
  ])('fails for %j', (text, message) => {
    expect(() => DashboardDefinition.fromJson(text)).toThrow(`dashboard text, ${message}`);
  });

  test.each([['null', 'null'], ['[]', 'a list'], ['"x"', '"x"'], ['1', '1'], ['true', 'true']])('fails for %s, which is no object', (text, got) => {
    expect(() => DashboardDefinition.fromJson(text)).toThrow(`dashboard text: a dashboard must be a JSON object, got ${got}; pass the whole document`);
  });

  test('fails for a document that only Terraform knows', () => {
    const variable = new TerraformVariable(newStack(), 'text', { type: 'string' });
    expect(() => DashboardDefinition.fromJson(variable.stringValue)).toThrow('dashboard text: a document must be known at synth');
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
          return /beyond 2\^53|JSON object/.test((error as Error).message) ? undefined : 'refused';
        }
      };
      const own = read(() => DashboardDefinition.fromJson(changed)._document);
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
    ['a list', [], 'dashboard object: a dashboard must be a JSON object, got a list'],
    ['nothing', undefined, 'definition is nothing, which JSON has no form for'],
    ['a function', { spec: { f: () => 1 } }, 'definition.spec.f is a function, which JSON has no form for'],
    ['a large number', { spec: { list: [2 ** 53] } }, 'definition.spec.list[0] is the number 9007199254740992, which is beyond 2^53'],
    ['no number', { spec: { n: NaN } }, 'definition.spec.n is the number NaN'],
    ['a date', { spec: { d: new Date(0) } }, 'definition.spec.d is an object of class Date, not plain data'],
    ['itself', circle, 'definition.spec.self contains itself; a definition is a tree'],
  ])('fails for %s', (_, given, message) => {
    expect(() => DashboardDefinition.fromObject(given)).toThrow(message);
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
