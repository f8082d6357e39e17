import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { describeTerraform, stackOf } from '../../../test/terraform/harness';
import { LogfireStandIn, TerraformError } from '../../src/testing';

jest.setTimeout(60_000);

test('without Terraform it says what is missing', async () => {
  await expect(LogfireStandIn.start({ terraform: 'no-such-terraform' }))
    .rejects.toThrow('no-such-terraform must be on the PATH, got nothing; install one of them, or pass the option terraform');
});

describeTerraform('LogfireStandIn', () => {
  let parent: string;
  let stack: string;
  let logfire: LogfireStandIn;

  const write = (description: string) => {
    fs.mkdirSync(stack, { recursive: true });
    fs.writeFileSync(path.join(stack, 'cdk.tf.json'), JSON.stringify({
      ...stackOf({
        resource: {
          logfire_project: { shop: { name: 'shop', description } },
          logfire_write_token: { shop: { project_id: '${logfire_project.shop.id}' } },
        },
        output: { token: { value: '${logfire_write_token.shop.token}', sensitive: true } },
      }),
      terraform: { required_providers: { logfire: { source: 'pydantic/logfire' } }, backend: { local: { path: path.join(parent, 'real.tfstate') } } },
    }));
  };

  beforeEach(async () => {
    parent = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-testing-'));
    stack = path.join(parent, 'cdktf.out', 'stacks', 'shop');
    write('first');
    logfire = await LogfireStandIn.start();
  });

  afterEach(async () => {
    await logfire?.stop();
    fs.rmSync(parent, { recursive: true, force: true });
  });

  test('applies, plans nothing, shows objects, plans a change, and destroys; the stack has no state of it', async () => {
    expect((await logfire.plan(stack)).map(({ address, actions }) => [address, ...actions])).toEqual([
      ['logfire_project.shop', 'create'], ['logfire_write_token.shop', 'create'], ['output.token', 'create'],
    ]);
    await logfire.apply(stack);
    expect(await logfire.plan(stack)).toEqual([]);
    expect(logfire.objects('logfire_project')).toMatchObject([{ name: 'shop', description: 'first' }]);
    expect(logfire.issuedSecrets()).toEqual(['pylf_v1_us_standin00000001']);

    write('second');
    expect(await logfire.plan(stack)).toEqual([{ address: 'logfire_project.shop', actions: ['update'], attributes: ['description'] }]);

    await logfire.destroy(stack);
    expect(logfire.objects('logfire_project')).toEqual([]);
    expect(fs.readdirSync(parent, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual(['cdk.tf.json']);
  });

  test('takes the JSON of a stack, too, and a change that fails shows what Terraform said', async () => {
    const text = fs.readFileSync(path.join(stack, 'cdk.tf.json'), 'utf8');
    logfire.failAt(2);
    const error: TerraformError = await logfire.apply(text).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(TerraformError);
    expect(error).toMatchObject({ command: 'apply', exitCode: 1, output: expect.stringContaining('Fault of the stand-in') });
    await logfire.apply(text);
    expect(await logfire.plan(text)).toEqual([]);
  });

  test('wrong input is one sentence', async () => {
    await expect(logfire.apply(parent)).rejects.toThrow(`stack must be a directory with cdk.tf.json, got ${parent}; run "cdktf synth"`);
    expect(() => logfire.objects('project')).toThrow('type must be a resource of the provider, got "project"; use one of logfire_alert, ');
    expect(() => logfire.failAt(0)).toThrow('nth must be a whole number from 1 on, got 0');
  });
});
