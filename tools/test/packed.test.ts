import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { Installed } from './installed';
import { mustRun } from '../../scripts/run';
import { describeTerraform, stackOf, TERRAFORM_BINARY } from '../../test/terraform/harness';

jest.setTimeout(300_000);

let installed: Installed;

beforeAll(async () => {
  installed = await Installed.create();
});

afterAll(() => installed?.dispose());

const COMPILED = /^lib\/((commands|convert|program|stand-in|testing|to-code)\/)*[a-z0-9-]+\.(js|d\.ts)$/;

test('the archive holds the compiled tool and what it reads, and nothing else', async () => {
  const [archive] = fs.readdirSync(installed.archives).filter((file) => file.startsWith('cdktf-logfire-tools-'));
  const names = (await mustRun('tar', ['-tzf', path.join(installed.archives, archive)])).trim().split('\n').map((name) => name.replace(/^package\//, ''));
  expect(names.filter((name) => !COMPILED.test(name)).sort()).toEqual([
    'LICENSE', 'README.md', 'lib/stand-in/tfplugin6.proto', 'package.json', 'schema/behaviour.json', 'schema/logfire-provider.json',
  ]);
  expect(fs.statSync(path.join(installed.archives, archive)).size).toBeLessThan(200_000);
});

test('npm exec finds the tool without a network', async () => {
  expect(await mustRun('npm', ['exec', '--offline', '--', 'cdktf-logfire', '--version'], { cwd: installed.directory })).toBe('0.0.0\n');
});

test('a signal reaches the command, which may end in peace', async () => {
  const program = "process.on('SIGINT', () => { console.log('stopping'); process.exit(3); }); setInterval(() => {}, 1000); console.log('ready')";
  const { exitCode, stdout } = await installed.run(['stand-in', '--', process.execPath, '-e', program], {
    onStart: (child) => child.stdout!.on('data', (chunk) => String(chunk).includes('ready') && child.kill('SIGINT')),
  });
  expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: 'ready\nstopping\n' });
});

describeTerraform('the stand-in with Terraform', () => {
  let directory: string;
  let data: string;

  beforeEach(() => {
    directory = installed.mkdir();
    data = path.join(directory, 'logfire.json');
  });

  const terraform = (options: readonly string[], ...args: string[]) => installed.run(['stand-in', ...options, '--', TERRAFORM_BINARY!, ...args], {
    cwd: directory,
    env: { TF_CLI_CONFIG_FILE: os.devNull, CHECKPOINT_DISABLE: '1', LOGFIRE_API_KEY: 'pylf_v1_us_of_a_user' },
  });
  const apply = (...options: string[]) => terraform(options, 'apply', '-auto-approve', '-no-color', '-input=false');
  const stack = (description: string) => fs.writeFileSync(path.join(directory, 'main.tf.json'), JSON.stringify(stackOf({
    resource: {
      logfire_project: { shop: { name: 'shop', description } },
      logfire_write_token: { shop: { project_id: '${logfire_project.shop.id}' } },
    },
  })));

  test('the pretended Logfire is kept between runs, and shown without secrets', async () => {
    stack('first');
    expect(await apply('--data', data)).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('2 added') });
    expect(await terraform(['--data', data], 'plan', '-detailed-exitcode', '-no-color')).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('stand-in: 0 changes, 2 objects') });

    const text = fs.readFileSync(data, 'utf8');
    expect(text).toContain('pylf_v1_us_standin00000001');
    expect(text).not.toContain('of_a_user');
    if (process.platform !== 'win32') {
      expect(fs.statSync(data).mode.toString(8)).toMatch(/600$/);
    }
    expect(fs.readdirSync(directory).filter((file) => file.startsWith('logfire.json'))).toEqual(['logfire.json']);

    const { exitCode, stdout } = await installed.run(['stand-in', '--data', data, '--list']);
    expect(exitCode).toBe(0);
    expect(stdout.split('\n')).toEqual([
      'logfire_project      00000000-0000-4000-8000-000000000001  shop',
      'logfire_write_token  00000000-0000-4000-8000-000000000002  Created by Public API',
      '',
    ]);
  });

  test('--fail-at makes that change fail, and the next apply completes what is missing', async () => {
    stack('first');
    expect(await apply('--data', data, '--fail-at', '2')).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('--fail-at 2 makes fail') });
    expect((await installed.run(['stand-in', '--data', data, '--list'])).stdout).toMatch(/^logfire_project {2}\S+ {2}shop\n$/);
    expect(await apply('--data', data, '--list')).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/1 added.*logfire_write_token/s) });
  });
});
