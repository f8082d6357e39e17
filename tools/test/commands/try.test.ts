import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { describeTerraform, stackOf } from '../../../test/terraform/harness';
import { inProcess } from '../tool';

jest.setTimeout(60_000);

let directory: string;

beforeEach(() => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-try-'));
});

afterEach(() => fs.rmSync(directory, { recursive: true, force: true }));

/** A project whose program writes a stack. */
function projectWith(stack: object): void {
  const program = `
    const fs = require('fs');
    const folder = process.env.CDKTF_OUTDIR + '/stacks/shop';
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(folder + '/cdk.tf.json', ${JSON.stringify(JSON.stringify(stack))});
  `;
  fs.writeFileSync(path.join(directory, 'app.cjs'), program);
  fs.writeFileSync(path.join(directory, 'cdktf.json'), JSON.stringify({ app: 'node app.cjs' }));
}

test.each([
  ['no cdktf.json', undefined, 'cannot be read (ENOENT); run this in a project, or name its directory'],
  ['no JSON', '{', 'cannot be read (no JSON); run this'],
  ['no app', '{}', 'has no "app"; add the command that synthesizes'],
  ['an app that fails', '{"app": "exit 3"}', '"exit 3" ended with 3; correct what it says above'],
  ['an app that writes nothing', '{"app": "exit 0"}', 'wrote no stack to'],
])('%s is one sentence', async (_, text, message) => {
  if (text !== undefined) {
    fs.writeFileSync(path.join(directory, 'cdktf.json'), text);
  }
  const { exitCode, stderr } = await inProcess('try', directory);
  expect(exitCode).toBeGreaterThan(0);
  expect(stderr).toContain(message);
});

describeTerraform('try', () => {
  test('a stable stack succeeds', async () => {
    projectWith(stackOf({ resource: { logfire_project: { shop: { name: 'shop' } } } }));
    expect(await inProcess('try', directory)).toEqual({
      exitCode: 0, stdout: 'shop: applied, second plan without changes\n', stderr: 'synth: node app.cjs\napply: shop\n',
    });
  });

  test('a stack with changes in the second plan fails, and shows them', async () => {
    projectWith(stackOf({ resource: { logfire_project: { shop: { name: 'shop', description: '${uuid()}' } } } }));
    const { exitCode, stdout } = await inProcess('try', directory);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: 'shop: applied, second plan with changes\n  logfire_project.shop: update description\n' });
  });

  test('what Terraform rejects is shown', async () => {
    projectWith(stackOf({ resource: { logfire_project: { shop: { name: '' } } } }));
    expect(await inProcess('try', directory)).toMatchObject({ exitCode: 1, stderr: expect.stringMatching(/Error: .*terraform apply failed for .*; correct what it says above\n$/s) });
  });
});
