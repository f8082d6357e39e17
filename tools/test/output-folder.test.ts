import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { writeFolder } from '../src/output-folder';

const FILES = { 'main.ts': 'let x;', 'test/main.test.ts': 'test' };

let parent: string;

beforeEach(() => {
  parent = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-output-'));
});

afterEach(() => fs.rmSync(parent, { recursive: true, force: true }));

const everything = () => fs.readdirSync(parent, { recursive: true }).map((file) => String(file).replaceAll(path.sep, '/')).sort();

test('writes all files into a new directory, and leaves nothing else', () => {
  expect(writeFolder(path.join(parent, 'new'), FILES, { executable: ['main.ts'] }))
    .toEqual([path.join(parent, 'new', 'main.ts'), path.join(parent, 'new', 'test/main.test.ts')]);
  expect(everything()).toEqual(['new', 'new/main.ts', 'new/test', 'new/test/main.test.ts']);
  expect(fs.readFileSync(path.join(parent, 'new', 'test', 'main.test.ts'), 'utf8')).toBe('test');
});

test('writes into a directory that is empty', () => {
  fs.mkdirSync(path.join(parent, 'empty'));
  writeFolder(path.join(parent, 'empty'), FILES);
  expect(everything()).toEqual(['empty', 'empty/main.ts', 'empty/test', 'empty/test/main.test.ts']);
});

test('rejects a directory with a file in it, and leaves that alone', () => {
  fs.writeFileSync(path.join(parent, '.hidden'), '');
  expect(() => writeFolder(parent, FILES)).toThrow(`${parent} is not empty; name a directory that is new or empty`);
  expect(everything()).toEqual(['.hidden']);
});

test('rejects a file', () => {
  fs.writeFileSync(path.join(parent, 'file'), '');
  expect(() => writeFolder(path.join(parent, 'file'), FILES)).toThrow('is a file; name a directory that is new or empty');
});

test('writes nothing when one of the files cannot be written', () => {
  const names = { 'a.ts': '', [`${'n'.repeat(300)}.ts`]: '' };
  expect(() => writeFolder(path.join(parent, 'deep', 'new'), names)).toThrow('cannot be written (ENAMETOOLONG); choose a directory that you can write to');
  expect(everything()).toEqual([]);
});

test('a dry run writes nothing, and says the same', () => {
  expect(writeFolder(path.join(parent, 'new'), FILES, { dryRun: true })).toHaveLength(2);
  expect(everything()).toEqual([]);
});

test.each(['../up.ts', '/root.ts', 'a//b.ts', 'a\\..\\b.ts'])('never writes outside the directory: %s', (name) => {
  expect(() => writeFolder(path.join(parent, 'new'), { [name]: '' })).toThrow('leads out of the directory');
});
