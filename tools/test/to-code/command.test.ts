import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import '../convert/corpus';
import { inProcess } from '../tool';

const DASHBOARD = path.join(__dirname, 'dashboards', 'everything.json');

let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-to-code-'));
});

afterEach(() => fs.rmSync(folder, { recursive: true }));

test('the program is printed, and what is raw is said on standard error', async () => {
  const { exitCode, stdout, stderr } = await inProcess('dashboard', 'to-code', DASHBOARD, '--language', 'python', '--flavor', 'cdktn');
  expect(exitCode).toBe(0);
  expect(stdout).toContain('from cdktn_logfire import (');
  expect(stderr).toBe('Panel older is a RawPanel: the builder does not say all of it\n');
});

test('with --out the program is written, and never over a file that is there', async () => {
  const out = path.join(folder, 'new', 'main.ts');
  expect((await inProcess('dashboard', 'to-code', DASHBOARD, '--language', 'typescript', '--out', out)).stdout).toBe(`${out}\n`);
  fs.writeFileSync(out, 'mine');
  const again = await inProcess('dashboard', 'to-code', DASHBOARD, '--language', 'typescript', '--out', out);
  expect([again.exitCode, again.stdout, again.stderr]).toEqual([2, '', expect.stringContaining(`cdktf-logfire: ${out} exists; name a new file\n`)]);
  expect(fs.readFileSync(out, 'utf8')).toBe('mine');
});

test.each([
  ['no JSON', '{ "kind": }', '/a.json:1:11: this is not JSON (ValueExpected); export the dashboard from Logfire again'],
  ['no object', '[]', '/a.json must be a JSON object; export the dashboard from Logfire again'],
  ['no dashboard', '{}', '/a.json is no dashboard: '],
])('a file with %s is rejected in one sentence with a remedy', async (_, text, message) => {
  const file = path.join(folder, 'a.json');
  fs.writeFileSync(file, text);
  const { exitCode, stdout, stderr } = await inProcess('dashboard', 'to-code', file, '--language', 'typescript');
  expect([exitCode, stdout]).toEqual([2, '']);
  expect(stderr).toContain(`cdktf-logfire: ${folder}${message}`);
  expect(stderr).toMatch(/; export the dashboard from Logfire again\n$/);
});

test('a file that is not there is rejected', async () => {
  const { exitCode, stderr } = await inProcess('dashboard', 'to-code', path.join(folder, 'missing.json'), '--language', 'typescript');
  expect([exitCode, stderr]).toEqual([2, `cdktf-logfire: ${folder}/missing.json does not exist; name a file with the JSON of a dashboard\n`]);
});
