import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { parse } from 'yaml';
import { CDKTF, CDKTN } from '../../../scripts/flavour/flavours';
import { ROOT } from '../../../scripts/run';
import { LANGUAGES, type Language } from '../../src/init/languages';
import { NAMES } from '../../src/init/names';
import { projectFiles } from '../../src/init/project';
import { inProcess } from '../tool';

let parent: string;

beforeEach(() => {
  parent = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-init-'));
});

afterEach(() => fs.rmSync(parent, { recursive: true, force: true }));

const options = { name: 'shop', version: '1.2.3', projectId: '00000000-0000-4000-8000-000000000000' };

describe.each(Object.keys(LANGUAGES) as Language[])('%s', (language) => {
  test.each(['cdktf', 'cdktn'] as const)('for %s has all parts, with names of that framework alone', (flavor) => {
    const files = projectFiles({ ...options, language, flavor });
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['.github/workflows/ci.yml', '.gitignore', 'README.md', 'cdktf.json']));
    expect(Object.keys(files).filter((file) => /test/i.test(file)).length).toBeGreaterThan(0);
    const text = Object.values(files).join('\n');
    expect(text).not.toMatch(/\{\{|\}\}/);
    expect(text).toContain('1.2.3');
    const other = NAMES[flavor === 'cdktf' ? 'cdktn' : 'cdktf'];
    // The tool has the name of the first flavor, and serves both.
    const mentioned = ['cdktf-logfire-tools', 'cdktf-logfire try', 'github.com/cdktf-logfire/', 'io.github.cdktflogfire</groupId>']
      .reduce((rest, name) => rest.replaceAll(name, ''), text);
    const { library, pythonModule, javaPackage, dotnetNamespace, goPackage } = other;
    expect([library, pythonModule, javaPackage, dotnetNamespace, goPackage].filter((name) => mentioned.includes(name))).toEqual([]);
  });

  test('has a workflow that installs, tests and tries', () => {
    const { jobs } = parse(projectFiles({ ...options, language, flavor: 'cdktf' })['.github/workflows/ci.yml'] as string);
    const commands = LANGUAGES[language];
    expect(jobs.test.steps.flatMap(({ run }: { run?: string }) => run ?? []))
      .toEqual([commands.install, commands.test, commands.try.replace('{{version}}', '1.2.3')]);
    expect(jobs.test.steps[0].uses).toBe('actions/checkout@v4');
  });
});

test('names and versions are those that the library is built with', () => {
  const { devDependencies } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const { dependencies } = JSON.parse(fs.readFileSync(path.join(ROOT, 'flavours', 'cdktn', 'package.json'), 'utf8'));
  for (const [flavour, versions] of [[CDKTF, devDependencies], [CDKTN, dependencies]] as const) {
    const { framework, packageName, ...rest } = flavour;
    expect(NAMES[framework as 'cdktf']).toMatchObject({
      framework,
      library: packageName,
      pythonModule: rest.pythonModule,
      javaPackage: rest.javaPackage,
      dotnetNamespace: rest.dotnetNamespace,
      goModule: rest.goModule,
      goPackage: rest.goPackage,
      frameworkVersion: versions[framework],
      constructsVersion: versions.constructs,
    });
  }
});

test('writes into a new directory, which names the project', async () => {
  const directory = path.join(parent, 'shop');
  const { exitCode, stdout, stderr } = await inProcess('init', '--language', 'python', directory);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: `Next: cd ${directory} && pip install -r requirements.txt && npx cdktf-logfire-tools@0.0.0 try\n` });
  expect(stdout.split('\n')).toContain(path.join(directory, 'main.py'));
  expect(fs.readFileSync(path.join(directory, 'stack.py'), 'utf8')).toContain('project_name="shop"');
  expect(fs.readdirSync(parent)).toEqual(['shop']);
});

test('a dry run writes nothing', async () => {
  expect(await inProcess('init', '--language', 'go', '--dry-run', path.join(parent, 'shop')))
    .toMatchObject({ exitCode: 0, stdout: expect.stringContaining('go.mod\n'), stderr: '' });
  expect(fs.readdirSync(parent)).toEqual([]);
});

test('a directory with a file in it is rejected, and left alone', async () => {
  fs.writeFileSync(path.join(parent, 'mine.txt'), '');
  expect(await inProcess('init', '--language', 'go', '--name', 'shop', parent))
    .toEqual({ exitCode: 2, stdout: '', stderr: `cdktf-logfire: ${parent} is not empty; name a directory that is new or empty\n` });
  expect(fs.readdirSync(parent)).toEqual(['mine.txt']);
});

test.each(['Shop', 'my--shop', 's', '-shop', 'shop$(id)'])('%j is no name', async (name) => {
  expect(await inProcess('init', '--language', 'go', `--name=${name}`, path.join(parent, 'new')))
    .toMatchObject({ exitCode: 2, stderr: expect.stringContaining('is no name of a Logfire project; pass --name with') });
  expect(fs.readdirSync(parent)).toEqual([]);
});

test.each([[['init', 'shop'], "required option '--language <language>'"], [['init', '--language', 'rust', 'shop'], 'Allowed choices are typescript, python, java, csharp, go.']])('%j is wrong usage', async (args, text) => {
  expect(await inProcess(...args)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining(text) });
});
