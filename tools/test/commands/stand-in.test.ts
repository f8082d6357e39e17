import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { DataFile } from '../../src/data-file';
import { inProcess } from '../tool';

let directory: string;
let data: string;

beforeEach(() => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-stand-in-'));
  data = path.join(directory, 'logfire.json');
});

afterEach(() => fs.rmSync(directory, { recursive: true, force: true }));

test('a command is required, and said to be so', async () => {
  expect(await inProcess('stand-in')).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: 'cdktf-logfire: there is no command to run; name one after --, such as: cdktf-logfire stand-in -- terraform apply\n',
  });
});

test('a command that is not there is one sentence, and leaves no file', async () => {
  const { exitCode, stderr } = await inProcess('stand-in', '--data', data, '--', 'no-such-terraform', 'plan');
  expect(exitCode).toBe(2);
  expect(stderr).toContain('cdktf-logfire: no-such-terraform cannot be run (ENOENT); install it, or put it on the PATH\n');
  expect(fs.readdirSync(directory)).toEqual([]);
});

test('the exit code is that of the command', async () => {
  expect(await inProcess('stand-in', '--', process.execPath, '-e', 'process.exit(7)')).toMatchObject({ exitCode: 7, stdout: '' });
});

test('other providers that Terraform is told about stay', async () => {
  const program = 'process.exit(Object.keys(JSON.parse(process.env.TF_REATTACH_PROVIDERS)).length)';
  process.env.TF_REATTACH_PROVIDERS = '{"registry.terraform.io/hashicorp/aws": {}}';
  try {
    expect(await inProcess('stand-in', '--', process.execPath, '-e', program)).toMatchObject({ exitCode: 3 });
    process.env.TF_REATTACH_PROVIDERS = '{';
    expect(await inProcess('stand-in', '--', process.execPath, '-e', program)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('TF_REATTACH_PROVIDERS is no JSON; correct or unset it') });
  } finally {
    delete process.env.TF_REATTACH_PROVIDERS;
  }
});

test.each(['0', '-1', 'two', '1.5'])('--fail-at %s is wrong usage', async (n) => {
  expect(await inProcess('stand-in', '--fail-at', n, '--', 'terraform')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('whole number from 1 on') });
});

test.each([
  ['no JSON', '{'],
  ['another format', '{"format": "terraform", "logfire": {}}'],
  ['types that are not there', '{"format": "cdktf-logfire stand-in 1", "logfire": {"objects": [{"type": "aws_vpc"}]}}'],
])('a data file with %s is rejected, and left alone', async (_, text) => {
  fs.writeFileSync(data, text);
  expect(await inProcess('stand-in', '--data', data, '--list')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('is no data of a stand-in') });
  expect(fs.readFileSync(data, 'utf8')).toBe(text);
});

test('what two runs write at a time is not mixed', () => {
  const file = new DataFile(data);
  file.load();
  fs.writeFileSync(data, 'theirs');
  expect(() => file.save({ objects: [], issued: [], received: [], services: [], reporting: [], ids: 0, ticks: 0 })).toThrow('another run has written');
  expect(fs.readFileSync(data, 'utf8')).toBe('theirs');
});
