import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import './corpus';
import { inProcess } from '../tool';

jest.setTimeout(60_000);

let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-convert-'));
});

afterEach(() => fs.rmSync(folder, { recursive: true }));

function write(files: { readonly [name: string]: string }): void {
  Object.entries(files).forEach(([name, text]) => fs.writeFileSync(path.join(folder, name), text));
}

const PROJECT = 'resource "logfire_project" "shop" {\n  name = "shop"\n}\n';

test.each<[string, { readonly [name: string]: string }, string, string]>([
  ['a directory without Terraform files', { 'README.md': 'hello' }, '', ' has no Terraform files; name a directory with files that end in .tf or .tf.json'],
  ['a source that is not there', {}, 'missing.tf', 'missing.tf does not exist; name a .tf or .tf.json file, or a directory with such files'],
  ['a file of another kind', { 'main.yaml': 'a: 1' }, 'main.yaml', 'main.yaml is not a Terraform file; name a file that ends in .tf or .tf.json, or a directory with such files'],
  ['an override file', { 'main.tf': PROJECT, 'shop_override.tf': PROJECT }, '', 'shop_override.tf is an override file, which cannot be converted; merge it into the file that it overrides'],
  ['HCL with a syntax error', { 'main.tf': 'resource "logfire_project" "shop" {\n  name =\n}\n' }, '',
    'main.tf:2:9: Invalid expression; correct the syntax; terraform validate explains it'],
  ['text that is not HCL', { 'main.tf': 'hello world' }, 'main.tf', 'main.tf:1:12: Invalid block definition; correct the syntax; terraform validate explains it'],
  ['JSON with a syntax error', { 'main.tf.json': '{\n  "resource": }' }, '', 'main.tf.json:2:15: this is not JSON (ValueExpected); correct the syntax; terraform validate explains it'],
  ['JSON that is no object', { 'main.tf.json': '[]' }, '', 'main.tf.json must be a JSON object; name a file in the JSON syntax of Terraform'],
  ['no resources of Logfire', { 'main.tf': 'resource "terraform_data" "a" {}\n' }, '', ' has no resources of Logfire; name a configuration with resources such as logfire_project'],
])('%s is rejected in one sentence with a remedy, and nothing is written', async (_, files, source, message) => {
  write(files);
  const out = path.join(folder, 'out');
  const { exitCode, stdout, stderr } = await inProcess('convert', path.join(folder, source), '--language', 'typescript', '--out', out);
  expect(stderr).toBe(`cdktf-logfire: ${folder}${message.startsWith(' ') ? '' : '/'}${message}\n`);
  expect([exitCode, stdout, fs.existsSync(out)]).toEqual([2, '', false]);
});

test('without --out the program is printed, and what to know is said on standard error', async () => {
  write({ 'main.tf': `${PROJECT}resource "terraform_data" "other" {}\n` });
  const { exitCode, stdout, stderr } = await inProcess('convert', folder, '--language', 'python', '--flavor', 'cdktn');
  expect(exitCode).toBe(0);
  expect(stdout).toContain('from cdktn import App, TerraformStack\nfrom cdktn_logfire import LogfireProject, LogfireProvider\n');
  expect(stdout).toContain('# - Not converted, but kept as Terraform JSON: terraform_data.other');
  expect(stderr).toContain('Not converted, but kept as Terraform JSON: terraform_data.other\n');
});

test.each([
  ['typescript', 'main.ts'], ['python', 'main.py'], ['java', 'src/main/java/com/example/Main.java'], ['csharp', 'Program.cs'], ['go', 'main.go'],
])('with --out the program in %s is written to %s, and with --dry-run only named', async (language, file) => {
  write({ 'main.tf': PROJECT });
  const out = path.join(folder, 'out');
  expect((await inProcess('convert', folder, '--language', language, '--out', out, '--dry-run')).stdout).toBe(`${path.join(out, file)}\n`);
  expect(fs.existsSync(out)).toBe(false);
  expect((await inProcess('convert', folder, '--language', language, '--out', out)).stdout).toBe(`${path.join(out, file)}\n`);
  expect(fs.readFileSync(path.join(out, file), 'utf8')).toMatch(/LogfireProject/);
});
