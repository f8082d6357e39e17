import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { parse } from 'yaml';
import { collectTools } from '../../scripts/package/tools';
import { mustRun, ROOT } from '../../scripts/run';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly env?: { readonly [name: string]: string };
  readonly with?: { readonly [name: string]: string };
}

interface Job {
  readonly 'runs-on': string;
  readonly 'needs'?: string | readonly string[];
  readonly 'permissions': { readonly [scope: string]: string };
  readonly 'steps': readonly Step[];
}

const jobs: { readonly [name: string]: Job } = parse(fs.readFileSync(path.join(ROOT, '.github', 'workflows', 'release.yml'), 'utf8')).jobs;
const environmentOf = (job: Job) => Object.assign({}, ...job.steps.map(({ env }) => env)) as { readonly [name: string]: string };

describe('a release', () => {
  test.each([
    ['npm', 'publib-npm', { NPM_TRUSTED_PUBLISHER: 'true', NPM_CONFIG_PROVENANCE: 'true' }],
    ['pypi', 'publib-pypi', { PYPI_TRUSTED_PUBLISHER: 'true' }],
    ['nuget', 'publib-nuget', { NUGET_TRUSTED_PUBLISHER: 'true' }],
  ])('is published to %s by its identity, with no key', (registry, tool, environment) => {
    const job = jobs[`release_${registry}`];
    expect(job.permissions).toEqual({ 'contents': 'read', 'id-token': 'write' });
    expect(job.steps.at(-1)!.run).toContain(tool);
    expect(environmentOf(job)).toMatchObject(environment);
    expect(Object.keys(environmentOf(job)).filter((name) => /TOKEN|PASSWORD|KEY/.test(name))).toEqual([]);
    expect(environmentOf(job)).not.toHaveProperty('PYPI_DISABLE_ATTESTATIONS');
  });

  test('is published to Maven Central, signed', () => {
    expect(environmentOf(jobs.release_maven)).toHaveProperty('MAVEN_GPG_PRIVATE_KEY');
    expect(jobs.release_maven.steps.at(-1)!.run).toContain('publib-maven');
  });

  test('is published as a Go module for each flavour', () => {
    const runs = jobs.release_golang.steps.map(({ run }) => run ?? '').filter((run) => run.includes('publib-golang'));
    expect(runs).toHaveLength(2);
    expect(runs[1]).toMatch(/publib-golang dist\/go-cdktn$/);
  });

  test('is published from what the build has packed and tested, and comes to GitHub last', () => {
    const publishing = Object.entries(jobs).filter(([name]) => /^release_(?!github)/.test(name));
    expect(publishing.map(([name]) => name).sort()).toEqual(['release_golang', 'release_maven', 'release_npm', 'release_nuget', 'release_pypi']);
    publishing.forEach(([, { needs, steps }]) => {
      expect(needs).toBe('release');
      expect(steps.filter(({ uses, run }) => uses?.includes('checkout') || /npm run|npm ci(?! --ignore-scripts)|projen/.test(run ?? ''))).toEqual([]);
      expect(steps.filter(({ env }) => env && 'PUBLIB_DRYRUN' in env).length).toBeGreaterThan(0);
    });
    expect([...jobs.release_github.needs!].sort()).toEqual(['release', ...publishing.map(([name]) => name)].sort());
  });

  test('is packed by the command that the tests use', () => {
    const { tasks } = JSON.parse(fs.readFileSync(path.join(ROOT, '.projen', 'tasks.json'), 'utf8'));
    expect(tasks.package.steps).toEqual([expect.objectContaining({ exec: expect.stringMatching(/scripts\/package\.ts --release$/) })]);
    expect(tasks.release.steps).toContainEqual({ spawn: 'build' });
    expect(tasks.build.steps.map(({ spawn }: { spawn: string }) => spawn)).toEqual(expect.arrayContaining(['test', 'package']));
    expect(tasks['post-compile'].steps).toContainEqual(expect.objectContaining({ spawn: 'compat' }));
  });
});

const PUBLISHING = path.join(ROOT, 'scripts', 'publishing');
const read = (...names: string[]) => fs.readFileSync(path.join(ROOT, ...names), 'utf8');

describe('what runs in a release is pinned', () => {
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  const commands = steps.flatMap(({ run }) => run?.split('\n') ?? []);
  const locked = JSON.parse(read('scripts', 'publishing', 'package-lock.json')).packages;

  test('actions by their commit, or a tag that cannot be moved', () => {
    const uses = [...new Set(steps.flatMap(({ uses: action }) => action ?? []))];
    expect(uses.length).toBeGreaterThan(5);
    expect(uses.filter((action) => !/@[0-9a-f]{40}$/.test(action))).toEqual(['actions/setup-java@v6.0.0']);
  });

  test('languages and the system to a line of releases', () => {
    const versions = steps.flatMap(({ with: options = {} }) => Object.entries(options).filter(([name]) => name.endsWith('-version')));
    expect(versions.length).toBeGreaterThan(5);
    expect(versions.filter(([, version]) => !/^\d+(\.\d+)*(\.x)?$/.test(version) || version === '3.x')).toEqual([]);
    expect([...new Set(Object.values(jobs).map((job) => job['runs-on']))]).toEqual(['ubuntu-24.04']);
  });

  test('what npm, npx and pip install', () => {
    const installing = commands.filter((command) => /\b(npx|npm|pip) /.test(command) && !/npx projen /.test(command));
    const exact = [
      /^npm ci$/,
      /^cp dist\/publishing\/package\*\.json \. && npm ci --ignore-scripts$/,
      /^npm install --global npm@\d+\.\d+\.\d+$/,
      new RegExp(`^npx '?-p'? '?publib@${locked['node_modules/publib'].version.replaceAll('.', '\\.')}'? '?publib-[a-z]+`),
      /^python3 -m pip install --user --quiet --require-hashes -r dist\/publishing\/python\.txt$/,
    ];
    expect(installing.length).toBeGreaterThan(10);
    expect(installing.filter((command) => !exact.some((pattern) => pattern.test(command)))).toEqual([]);
  });

  test.each(Object.keys(jobs).filter((name) => /^release_(?!github)/.test(name)))('%s installs from the locks before it publishes', (name) => {
    const runs = jobs[name].steps.map(({ run }) => run ?? '');
    const before = runs.slice(0, runs.findIndex((run) => run.includes('publib@')));
    expect(before).toContain('cp dist/publishing/package*.json . && npm ci --ignore-scripts');
    // Those that run pip themselves find nothing else than what has been installed.
    expect(before.some((run) => run.includes('PIP_NO_INDEX=1'))).toBe(['release_pypi', 'release_nuget'].includes(name));
    expect(before.includes('cp dist/publishing/pom.xml dist/java/pom.xml')).toBe(name === 'release_maven');
  });

  test('the Python tools are listed with all that they need, by their digests', () => {
    const listed = read('scripts', 'publishing', 'python.txt').split(/\n(?=\S)/);
    expect(listed.filter((entry) => !/^[a-z0-9-]+==\S+ \\\n( {4}--hash=sha256:[0-9a-f]{64}( \\)?\n)+ {4}# via/.test(entry))).toEqual([]);
    const names = listed.map((entry) => entry.split('==')[0]);
    expect(names).toEqual(expect.arrayContaining(['twine', 'id', 'pypi-attestations', 'sigstore', 'requests']));
  });

  test('the locks come with the packages', () => {
    const dist = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-tools-'));
    try {
      collectTools(dist);
      const names = fs.readdirSync(path.join(dist, 'publishing')).sort();
      expect(names).toEqual(['package-lock.json', 'package.json', 'pom.xml', 'python.txt']);
      names.forEach((name) => expect(fs.readFileSync(path.join(dist, 'publishing', name))).toEqual(fs.readFileSync(path.join(PUBLISHING, name))));
    } finally {
      fs.rmSync(dist, { recursive: true });
    }
  });
});

describe('the version', () => {
  const { tasks } = JSON.parse(read('.projen', 'tasks.json'));
  const exec = (task: string, cwd: string, env: NodeJS.ProcessEnv) => mustRun('bash', ['-c', tasks[task].steps[0].exec], { cwd, env });

  test('is 0.1.0 without a tag, and follows the commits with one', async () => {
    expect(await exec('bump:next-version', ROOT, { LATEST_TAG: '' })).toBe('0.1.0');
    expect(await exec('bump:next-version', ROOT, { LATEST_TAG: 'v0.1.0' })).toBe('');
  });

  test('is a new one for features, fixes and breaking changes alone', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-commits-'));
    try {
      const git = (...args: string[]) => mustRun('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], { cwd: folder });
      const commit = (...paragraphs: string[]) => git('commit', '--quiet', '--allow-empty', ...paragraphs.flatMap((paragraph) => ['-m', paragraph]));
      const released = ['feat: a', 'fix(tokens): b', 'feat(slo)!: c', 'refactor!: d', 'chore(deps)!: e'];
      await git('init', '--quiet');
      await commit('feat: before');
      await git('tag', 'v0.1.0');
      for (const title of ['docs: f', 'test: fix: g', 'features: h', 'chore: i', ...released]) {
        await commit(title);
      }
      await commit('perf: j', 'BREAKING CHANGE: k');
      const listed = await exec('bump:releasable-commits', folder, { LATEST_TAG: 'v0.1.0' });
      expect(listed.trim().split('\n').map((line) => line.slice(line.indexOf(' ') + 1)).sort()).toEqual([...released, 'perf: j'].sort());
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  });

  test('is looked up in the registries, and gets the notes that were written for it, once it is known', () => {
    const steps = tasks.bump.steps.map(({ builtin, exec: command }: { builtin?: string; exec?: string }) => builtin ?? command);
    expect(steps.slice(-3)).toEqual(['release/apply-version-bump', expect.stringMatching(/scripts\/release-notes\.ts$/), expect.stringMatching(/scripts\/check-unpublished\.ts$/)]);
    expect(tasks.release.steps.map(({ spawn }: { spawn?: string }) => spawn).filter(Boolean)).toEqual(['bump', 'build', 'unbump']);
  });
});
