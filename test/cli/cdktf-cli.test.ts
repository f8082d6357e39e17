import * as path from 'node:path';
import { CliApp } from './cli-app';
import { StandIn } from '../../tools/src/stand-in';
import { describeStandIn } from '../terraform/harness';

const MINUTE = 60_000;

jest.setTimeout(5 * MINUTE);

describeStandIn('the quickstart by the cdktf CLI', () => {
  let standIn: StandIn;
  let app: CliApp;

  beforeAll(async () => {
    standIn = await StandIn.start();
    app = await CliApp.create(path.join('examples', 'typescript', 'quickstart'), standIn.environment);
  });

  afterAll(async () => {
    app?.dispose();
    await standIn?.stop();
  });

  const run = async (...args: string[]) => {
    const { exitCode, output } = await app.cdktf(...args);
    // eslint-disable-next-line no-control-regex
    return { exitCode, output: output.replace(/\u001b\[[0-9;]*m/g, '').replace(/\s+/g, ' ') };
  };

  // One life, in the order in which a person runs the commands; each step needs the one before.
  test('synth writes the stack', async () => {
    expect(await run('synth')).toMatchObject({ exitCode: 0, output: expect.stringContaining('Generated Terraform code for the stacks: quickstart') });
    expect(Object.keys(JSON.parse(app.read('cdktf.out', 'stacks', 'quickstart', 'cdk.tf.json')).output)).toEqual(['shop_token', 'shop_token_expires_at']);
  });

  test('diff shows what would be made', async () => {
    expect(await run('diff', '--skip-provider-lock'))
      .toMatchObject({ exitCode: 0, output: expect.stringContaining('Plan: 3 to add, 0 to change, 0 to destroy') });
    expect(standIn.logfire.operations).toEqual([]);
  });

  test('deploy makes it', async () => {
    const { exitCode, output } = await run('deploy', '--auto-approve', '--skip-provider-lock');
    expect({ exitCode, output }).toMatchObject({ exitCode: 0, output: expect.stringContaining('Apply complete! Resources: 3 added, 0 changed, 0 destroyed') });
    expect(output).toContain('shop_token = <sensitive>');
    expect(standIn.logfire.objects('logfire_project')).toMatchObject([{ name: 'quickstart-shop' }]);
  });

  test('a second diff has no changes', async () => {
    expect(await run('diff', '--skip-provider-lock')).toMatchObject({ exitCode: 0, output: expect.stringContaining('No changes') });
  });

  test('output shows when the token ends, and hides the token', async () => {
    const { exitCode, output } = await run('output', '--skip-provider-lock');
    expect({ exitCode, output }).toMatchObject({ exitCode: 0, output: expect.stringContaining('shop_token = <sensitive>') });
    expect(output).toMatch(/shop_token_expires_at = 20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ/);
  });

  test('synth as HCL is refused, and writes nothing', async () => {
    const before = app.read('cdktf.out', 'stacks', 'quickstart', 'cdk.tf.json');
    const { exitCode, output } = await run('synth', '--hcl');
    expect(exitCode).not.toBe(0);
    expect(output).toContain('quickstart: the stack would be written as HCL');
    expect(() => app.read('cdktf.out', 'stacks', 'quickstart', 'cdk.tf')).toThrow('ENOENT');
    expect(before).toContain('logfire_project');
  });

  test('destroy removes it', async () => {
    expect(await run('destroy', '--auto-approve', '--skip-provider-lock'))
      .toMatchObject({ exitCode: 0, output: expect.stringContaining('Destroy complete! Resources: 3 destroyed') });
    expect(standIn.logfire.objects('logfire_project')).toEqual([]);
    expect(standIn.logfire.objects('logfire_write_token')).toEqual([]);
  });

  test('nothing of all this showed or wrote a token', () => {
    const secrets = standIn.logfire.secrets();
    expect(secrets).toHaveLength(1);
    const texts = [app.transcript, app.read('cdktf.out', 'stacks', 'quickstart', 'cdk.tf.json')];
    expect(secrets.filter((secret) => texts.some((text) => text.includes(secret)))).toEqual([]);
  });
});
