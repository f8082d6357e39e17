import * as assert from 'node:assert';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { LocalRegistry } from './registry';
import { Site } from './site';
import { needsOf, outputsOfRelease, runJob, wouldPublish } from './workflow';
import { Target, TARGETS } from '../package/packages';
import { mustRun, ROOT } from '../run';

const DIST = path.join(ROOT, 'dist');

/** One release, in the steps of the release job and of the jobs after it. */
export class Release {
  /** What the release job hands over to the jobs after it. */
  private readonly artifact: string;
  private readonly succeeded = new Set<string>(['release']);

  constructor(private readonly site: Site, public readonly version: string) {
    this.artifact = path.join(site.emptyFolder('artifact'), 'dist');
  }

  /** The first steps of the release job, which decide the version and write the changelog. */
  public async bump(): Promise<void> {
    fs.rmSync(DIST, { recursive: true, force: true });
    await mustRun('npx', ['projen', 'bump'], { env: { ...this.site.env(), RELEASE: 'true', CI: 'true' } });
    const manifest = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
    const read = (file: string) => fs.readFileSync(path.join(DIST, file), 'utf8').trim();
    assert.deepStrictEqual([manifest.version, read('version.txt'), read('releasetag.txt')], [this.version, this.version, `v${this.version}`]);
  }

  /** The changelog. */
  public notes(): string {
    return fs.readFileSync(path.join(fs.existsSync(this.artifact) ? this.artifact : DIST, 'changelog.md'), 'utf8');
  }

  /** With all targets it is the task of the release job. */
  public async package(targets: readonly Target[]): Promise<void> {
    const env = { RELEASE: 'true' };
    if (targets.length === TARGETS.length) {
      await mustRun('npx', ['projen', 'package'], { env });
    } else {
      await mustRun('npm', ['run', 'package', '--', '--release', ...targets.flatMap((target) => ['--target', target])], { env });
    }
    fs.cpSync(DIST, this.artifact, { recursive: true });
  }

  public async unbump(): Promise<void> {
    await mustRun('npx', ['projen', 'unbump'], { env: this.site.env() });
    await mustRun('git', ['diff', '--ignore-space-at-eol', '--exit-code']);
  }

  /** What the release job finds out for the jobs after it. */
  public async wouldPublish(): Promise<boolean> {
    const outputs = await outputsOfRelease({ ...await this.runner('release', {}), folder: ROOT });
    return wouldPublish(outputs, await this.site.head());
  }

  /** @returns what the job said */
  public async publish({ job, publishing }: LocalRegistry): Promise<string> {
    const said = await runJob(job, await this.runner(job, publishing));
    this.succeeded.add(job);
    return said;
  }

  public async publishToGitHub(): Promise<void> {
    const missing = needsOf('release_github').filter((job) => !this.succeeded.has(job) && !this.site.isLeftOut(job));
    if (missing.length > 0) {
      throw new Error(`the job release_github needs ${missing.join(', ')}`);
    }
    await runJob('release_github', await this.runner('release_github', {}));
  }

  private async runner(job: string, overrides: LocalRegistry['publishing']) {
    const folder = this.site.emptyFolder(job);
    return {
      folder,
      dist: this.artifact,
      env: this.site.runnerEnv(folder),
      expressions: { 'inputs.dry_run': '', 'github.ref': 'refs/heads/main', 'secrets.GITHUB_TOKEN': '' },
      overrides: { ...overrides, GITHUB_SHA: await this.site.head(), GITHUB_REPOSITORY: 'cdktf-logfire/cdktf-logfire' },
    };
  }
}
