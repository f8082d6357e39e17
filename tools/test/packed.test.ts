import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { Installed } from './installed';
import { filesOf } from './page-files';
import { mustRun, ROOT } from '../../scripts/run';
import { cached } from '../../scripts/tool-cache';
import { describeTerraform, stackOf, TERRAFORM_BINARY } from '../../test/terraform/harness';

jest.setTimeout(300_000);

/** A release is tested at its own. */
const { version } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

let installed: Installed;

beforeAll(async () => {
  installed = await Installed.create();
});

afterAll(() => installed?.dispose());

const COMPILED = /^lib\/((commands|convert|init|lint|program|review|stand-in|testing|to-code)\/)*[a-z0-9-]+\.(js|d\.ts)$/;

test('the archive holds the compiled tool and what it reads, and nothing else', async () => {
  const templates = fs.readdirSync(path.join(ROOT, 'tools', 'templates'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => path.relative(path.join(ROOT, 'tools', 'templates'), path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
  const [archive] = fs.readdirSync(installed.archives).filter((file) => file.startsWith('cdktf-logfire-tools-'));
  const names = (await mustRun('tar', ['-tzf', path.join(installed.archives, archive)])).trim().split('\n').map((name) => name.replace(/^package\//, ''));
  expect(names.filter((name) => !COMPILED.test(name)).sort()).toEqual([
    'LICENSE', 'README.md', 'lib/stand-in/tfplugin6.proto', 'package.json', 'schema/behaviour.json', 'schema/logfire-provider.json',
    ...templates.map((file) => `templates/${file}`),
  ].sort());
  expect(fs.statSync(path.join(installed.archives, archive)).size).toBeLessThan(200_000);
});

test('npm exec finds the tool without a network', async () => {
  expect(await mustRun('npm', ['exec', '--offline', '--', 'cdktf-logfire', '--version'], { cwd: installed.directory })).toBe(`${version}\n`);
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

describeTerraform('a new project in TypeScript', () => {
  const environment = { npm_config_offline: 'true', TF_CLI_CONFIG_FILE: os.devNull };

  test('passes its own test, and is at a second plan without changes', async () => {
    const directory = installed.mkdir();
    expect(await installed.run(['init', '--language', 'typescript', 'shop'], { cwd: directory }))
      .toMatchObject({ exitCode: 0, stderr: 'Next: cd shop && npm install && npm run try\n' });
    const cwd = path.join(directory, 'shop');
    // The packages that it lists are those of the directory above.
    expect(await mustRun('npm', ['test'], { cwd, env: environment })).toMatch(/# pass 1\n/);
    const { exitCode, stdout } = await installed.run(['try'], { cwd, env: environment });
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: 'shop: applied, second plan without changes\n' });
  });
});

describeTerraform('the page about tests', () => {
  test('its fixture for pytest works as it is shown', async () => {
    const python = await cached('pytest-9', async (empty) => {
      await mustRun('python3', ['-m', 'venv', '--copies', empty]);
      await mustRun(path.join(empty, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', 'pytest>=9,<10']);
    });
    const directory = installed.mkdir();
    const files = filesOf('docs/testing.md');
    expect(Object.keys(files)).toEqual(['conftest.py', 'test_shop.py']);
    Object.entries(files).forEach(([name, text]) => fs.writeFileSync(path.join(directory, name), text));
    const stack = path.join(directory, 'cdktf.out', 'stacks', 'shop');
    fs.mkdirSync(stack, { recursive: true });
    fs.writeFileSync(path.join(stack, 'cdk.tf.json'), JSON.stringify(stackOf({ resource: { logfire_project: { shop: { name: 'shop' } } } })));

    // Below the packages, npx finds the tool that is installed.
    const output = await mustRun(path.join(python, 'bin', 'python'), ['-m', 'pytest', '-q', '-p', 'no:cacheprovider', `--basetemp=${path.join(directory, 'tmp')}`], {
      cwd: directory, env: { npm_config_offline: 'true', TERRAFORM_BINARY_NAME: TERRAFORM_BINARY, TF_CLI_CONFIG_FILE: os.devNull },
    });
    expect(output).toContain('1 passed');
    expect(fs.readdirSync(stack)).toEqual(['cdk.tf.json']);
  });

  test('the class is typed, for what imports it by name', async () => {
    const directory = installed.mkdir();
    const [example] = /(?<=^```ts\n)[\s\S]*?(?=^```$)/m.exec(fs.readFileSync(path.join(ROOT, 'docs', 'testing.md'), 'utf8'))!;
    fs.writeFileSync(path.join(directory, 'shop.test.ts'), example);
    await mustRun('tsc', [
      '--noEmit', '--strict', '--skipLibCheck', '--target', 'es2022', '--module', 'node16', '--types', 'jest,node',
      '--typeRoots', path.join(ROOT, 'node_modules', '@types'), path.join(directory, 'shop.test.ts'),
    ]);
  });
});

test('the linter has the parser and the library in the package', async () => {
  const directory = installed.mkdir();
  fs.writeFileSync(path.join(directory, 'typo.sql'), 'SELECT trace_id FROM records WHERE is_exception AND AND duration > 1');
  expect(await installed.run(['query', 'lint', 'typo.sql'], { cwd: directory }))
    .toEqual({ exitCode: 1, stdout: expect.stringMatching(/^typo\.sql:1:\d+: error: .* \[syntax\]\n$/), stderr: '1 error, 0 warnings in 1 file\n' });
});
