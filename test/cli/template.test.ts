import * as fs from 'node:fs';
import * as http from 'node:http';
import { AddressInfo } from 'node:net';
import * as os from 'node:os';
import * as path from 'node:path';
import { installLocked } from '../../scripts/locked-tools';
import { makeTemplates } from '../../scripts/project-templates';
import { ROOT, run } from '../../scripts/run';
import { projectFiles } from '../../tools/src/init/project';

jest.setTimeout(300_000);

const { version } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

describe('cdktf init --template', () => {
  let directory: string;
  let server: http.Server;

  beforeAll(async () => {
    directory = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-templates-'));
    const templates = path.join(directory, 'templates');
    expect(await makeTemplates(templates)).toHaveLength(10);
    server = http.createServer((request, response) => response.end(fs.readFileSync(path.join(templates, path.basename(request.url!)))));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  afterAll(async () => {
    await new Promise((resolve) => server?.close(resolve));
    fs.rmSync(directory, { recursive: true, force: true });
  });

  test.each(['typescript', 'python'] as const)('writes the same project in %s as init', async (language) => {
    const project = path.join(directory, language, 'shop');
    const home = path.join(directory, language, 'home');
    [project, home].forEach((folder) => fs.mkdirSync(folder, { recursive: true }));
    const cdktf = path.join(await installLocked(path.join(__dirname, 'app')), '.bin', 'cdktf');
    const { port } = server.address() as AddressInfo;
    const { exitCode, output } = await run(cdktf, [
      'init', `--template=http://127.0.0.1:${port}/cdktf-${language}.zip`, '--local', '--project-name=shop', '--project-description=shop', '--enable-crash-reporting=false',
    ], { cwd: project, env: { CI: 'true', CHECKPOINT_DISABLE: '1', DISABLE_VERSION_CHECK: '1', HOME: home, TF_CLI_CONFIG_FILE: os.devNull } });
    expect({ exitCode, output }).toMatchObject({ exitCode: 0, output: expect.stringMatching(/^Next: .* try$/m) });

    const { projectId } = JSON.parse(fs.readFileSync(path.join(project, 'cdktf.json'), 'utf8'));
    expect(projectId).toMatch(/^[0-9a-f-]{36}$/);
    const wanted = projectFiles({ language, flavor: 'cdktf', name: 'shop', version, projectId });
    const written = fs.readdirSync(project, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(project, file).replaceAll(path.sep, '/'), fs.readFileSync(file, 'utf8')]);
    expect(Object.fromEntries(written)).toEqual(wanted);
  });
});
