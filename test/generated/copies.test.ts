import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { mustRun, ROOT } from '../../scripts/run';

jest.setTimeout(60_000);

let folder: string;

/** Two copies of the compiled library, as npm installs them for two packages of a program: `one` and `other`. */
function install(versions: { one: string; other: string }): void {
  for (const [name, version] of Object.entries(versions)) {
    const copy = path.join(folder, name, 'node_modules', 'cdktf-logfire');
    fs.mkdirSync(copy, { recursive: true });
    fs.cpSync(path.join(ROOT, 'lib'), path.join(copy, 'lib'), { recursive: true });
    fs.copyFileSync(path.join(ROOT, '.jsii'), path.join(copy, '.jsii'));
    const manifest = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
    fs.writeFileSync(path.join(copy, 'package.json'), JSON.stringify({ ...manifest, version }));
  }
}

/** Runs statements with `one`, `other`, `stack` and `cdktf`, and returns the stack's JSON, or the message that it failed with. */
async function outcomeOf(statements: string): Promise<any> {
  fs.writeFileSync(path.join(folder, 'program.js'), `
    const { createRequire } = require('node:module');
    const cdktf = require('cdktf');
    const [one, other] = ['one', 'other'].map((name) => createRequire(__dirname + '/' + name + '/program.js')('cdktf-logfire'));
    const app = new cdktf.App({ outdir: __dirname + '/out' });
    const stack = new cdktf.TerraformStack(app, 'app');
    let outcome;
    try {
      ${statements}
      app.synth();
      outcome = { json: JSON.parse(require('fs').readFileSync(__dirname + '/out/stacks/app/cdk.tf.json', 'utf8')) };
    } catch ({ message }) {
      outcome = { message };
    }
    console.log(JSON.stringify({ ...outcome, copies: one.LogfireProject !== other.LogfireProject }));
  `);
  const { copies, ...outcome } = JSON.parse(await mustRun('node', ['program.js'], { cwd: folder }));
  expect(copies).toBe(true);
  return outcome;
}

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-copies-'));
  fs.mkdirSync(path.join(folder, 'node_modules'));
  for (const name of ['cdktf', 'constructs']) {
    fs.symlinkSync(path.join(ROOT, 'node_modules', name), path.join(folder, 'node_modules', name), 'junction');
  }
});

afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

test.each([['the same version', '0.1.0', '0.1.0'], ['a later patch', '0.1.0', '0.1.3'], ['a later minor version', '1.1.0', '1.2.0']])('constructs and values of a copy with %s go into one app', async (_, a, b) => {
  install({ one: a, other: b });
  const { json, message } = await outcomeOf(`
    new one.LogfireProvider(stack, 'Logfire', { region: one.LogfireRegion.EU });
    const project = new other.LogfireProject(stack, 'Shop');
    const rotation = other.TokenRotation.every(one.Duration.days(20));
    const token = new one.LogfireWriteToken(stack, 'Token', { project, expiry: other.TokenExpiry.after(one.Duration.days(60)), rotation });
    const url = one.SecretValue.fromVariable(new cdktf.TerraformVariable(stack, 'url', { type: 'string', sensitive: true }));
    const channel = new other.LogfireSlackWebhookChannel(stack, 'Ops', { url });
    new one.LogfireAlert(stack, 'Errors', { project, query: 'SELECT trace_id FROM records WHERE is_exception', notify: [other.Delivery.to(channel)] });
    new cdktf.TerraformOutput(stack, 'variables', { value: other.LogfireEnvironment.forToken(token).toVariables(), sensitive: true });
    one.LogfirePolicies.recommended().applyTo(app);
    other.LogfireInventory.writeFor(app);
  `);
  expect(message).toBeUndefined();
  expect(Object.keys(json.resource).sort()).toEqual(['logfire_alert', 'logfire_channel', 'logfire_project', 'logfire_write_token', 'terraform_data']);
  expect(json.output.variables.value.LOGFIRE_BASE_URL).toBe('https://logfire-eu.pydantic.dev');
});

test('rules and policies see the constructs of both copies, and report each once', async () => {
  install({ one: '0.1.0', other: '0.1.0' });
  const { message } = await outcomeOf(`
    new one.LogfireProvider(stack, 'Logfire');
    const project = new one.LogfireProject(stack, 'Shop', { projectName: 'shop' });
    new other.LogfireProject(stack, 'Twin', { projectName: 'shop' });
    new other.LogfireWriteToken(stack, 'Token', { project, expiry: other.TokenExpiry.never('a trial') });
    new other.LogfireReadToken(stack, 'Accepted', { project, expiry: one.TokenExpiry.never('a trial') });
    one.LogfirePolicies.suppress(stack.node.findChild('Accepted'), 'RequireTokenExpiry', 'a trial');
    one.LogfirePolicies.of([new one.RequireTokenExpiry()]).applyTo(app);
    other.LogfirePolicies.of([new other.RequireTokenExpiry()]).applyTo(app);
  `);
  expect(message.split('\n').filter((line: string) => line.includes('[app]'))).toEqual([
    expect.stringContaining('app/Twin: projectName "shop" is taken by app/Shop'),
    expect.stringContaining('app/Token: it never expires'),
  ]);
});

test.each([['0.1.0', '0.2.0', '0.1', '0.2'], ['1.4.0', '2.0.0', '1', '2']])('versions %s and %s in one app are rejected', async (a, b, one, other) => {
  install({ one: a, other: b });
  const { message } = await outcomeOf(`
    new one.LogfireProvider(stack, 'Logfire');
    new other.LogfireProject(stack, 'Shop');
  `);
  expect(message).toBe(`app: the app must use one version of one Logfire library, got cdktf-logfire ${one} and cdktf-logfire ${other}; `
    + 'install one of them alone: npm ls cdktf-logfire cdktn-logfire shows what depends on each [logfire:one-library]');
});

test('two versions in two apps of one process do not meet', async () => {
  install({ one: '0.1.0', other: '0.2.0' });
  const { json } = await outcomeOf(`
    new one.LogfireProvider(stack, 'Logfire');
    const second = new cdktf.TerraformStack(new cdktf.App({ outdir: __dirname + '/second' }), 'second');
    new other.LogfireProvider(second, 'Logfire');
    second.node.root.synth();
  `);
  expect(Object.keys(json.provider)).toEqual(['logfire']);
});
