import * as fs from 'node:fs';
import * as path from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../../scripts/run';

interface Step { readonly uses?: string; readonly run?: string; readonly env?: { readonly [name: string]: string } }

interface Job {
  readonly needs?: string | readonly string[];
  readonly permissions: { readonly [scope: string]: string };
  readonly steps: readonly Step[];
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
      expect(steps.filter(({ uses, run }) => uses?.includes('checkout') || /npm (ci|run)|projen/.test(run ?? ''))).toEqual([]);
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
