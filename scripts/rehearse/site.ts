import * as fs from 'node:fs';
import * as path from 'node:path';
import { Machine } from './consumers';
import { GitHub } from './github';
import { goRegistry } from './go-registry';
import { mavenRegistry } from './maven-registry';
import { npmRegistry } from './npm-registry';
import { nugetRegistry } from './nuget-registry';
import { pypiRegistry } from './pypi-registry';
import { Content, LocalRegistry } from './registry';
import { Variables } from './workflow';
import { CDKTF, CDKTN } from '../flavour/flavours';
import { distOf, hasDotnet, nugetOf, Target, TARGETS } from '../package/packages';
import { mustRun, ROOT, run } from '../run';

/** All that a release and its users meet: the registries, GitHub, and the tools of this machine, in one folder. */
export class Site {
  /** @param folder with the clone and its origin */
  public static async create(folder: string): Promise<Site> {
    const targets = TARGETS.filter((target) => target !== 'dotnet');
    return new Site(folder, await hasDotnet() ? TARGETS : targets);
  }

  public readonly github: GitHub;
  public registries: readonly LocalRegistry[] = [];
  private readonly gitConfig: string;
  private readonly nuget: string;
  private readonly frameworks: string;
  /** What the tools of users keep. */
  private readonly consumers: string;
  private folders = 0;
  private npmUpstream = '';
  private goEnv: Variables = {};

  private constructor(private readonly folder: string, public readonly targets: readonly Target[]) {
    this.github = new GitHub(path.join(folder, 'github'), path.join(folder, 'origin.git'));
    this.gitConfig = path.join(folder, 'gitconfig');
    this.nuget = path.join(folder, 'registries', 'nuget');
    this.frameworks = path.join(folder, 'frameworks');
    this.consumers = path.join(folder, 'consumers');
  }

  public async start(): Promise<void> {
    fs.writeFileSync(this.gitConfig, '[user]\n\tname = Rehearsal\n\temail = rehearsal@example.com\n[init]\n\tdefaultBranch = main\n');
    const at = (name: string) => path.join(this.folder, 'registries', name);
    this.npmUpstream = (await mustRun('npm', ['config', 'get', 'registry'])).trim();
    const index = await run('python3', ['-m', 'pip', 'config', 'get', 'global.index-url']);
    const pypi = process.env.PIP_INDEX_URL ?? (index.exitCode === 0 ? index.output.trim() : 'https://pypi.org/simple/');
    this.goEnv = await this.goSettings();
    this.registries = [
      await npmRegistry(at('npm'), this.npmUpstream),
      await pypiRegistry(at('pypi'), pypi),
      mavenRegistry(at('maven'), path.join(ROOT, 'build', 'maven')),
      await goRegistry(at('go'), this.gitConfig),
      ...this.targets.includes('dotnet') ? [nugetRegistry(this.nuget)] : [],
    ];
  }

  public async stop(): Promise<void> {
    await Promise.all(this.registries.map((registry) => registry.stop()));
  }

  public registry(name: string): LocalRegistry {
    return this.registries.find((registry) => registry.name === name)!;
  }

  /** Whether a job cannot run here. */
  public isLeftOut(job: string): boolean {
    return job === 'release_nuget' && !this.targets.includes('dotnet');
  }

  public content(registries: readonly LocalRegistry[] = this.registries): Content {
    return Object.fromEntries(registries.flatMap(({ name, content }) => Object.entries(content()).map(([file, digest]) => [`${name}: ${file}`, digest])));
  }

  public emptyFolder(name: string): string {
    this.folders += 1;
    const folder = path.join(this.folder, 'work', `${this.folders}-${name}`);
    fs.mkdirSync(folder, { recursive: true });
    return folder;
  }

  public async head(): Promise<string> {
    return (await mustRun('git', ['rev-parse', 'HEAD'])).trim();
  }

  /** A commit on main, in the clone and its origin. */
  public async commit(title: string): Promise<void> {
    await mustRun('git', ['commit', '--quiet', '--allow-empty', '-m', title], { env: this.env() });
    await mustRun('git', ['push', '--quiet', 'origin', 'HEAD:main']);
    await mustRun('git', ['fetch', '--quiet', '--tags']);
  }

  /** What the last job does, for a release that does not go to all registries. */
  public async tagAsReleased(tag: string): Promise<void> {
    await mustRun('git', ['tag', tag]);
    await mustRun('git', ['push', '--quiet', 'origin', tag]);
  }

  /** The registries of this rehearsal in place of the public ones. */
  public env(): Variables {
    // The feed is empty where no SDK publishes to it.
    const registries = [...this.registries, nugetRegistry(this.nuget)];
    return { ...withoutNpm(), ...Object.assign({}, ...registries.map(({ using }) => using)), GIT_CONFIG_GLOBAL: this.gitConfig };
  }

  /** What a runner has: a home of its own, and programs that are installed for all in a place of its own. */
  public runnerEnv(folder: string): Variables {
    const home = `${folder}-home`;
    const prefix = `${folder}-global`;
    [home, path.join(prefix, 'lib'), path.join(prefix, 'bin')].forEach((created) => fs.mkdirSync(created, { recursive: true }));
    fs.writeFileSync(path.join(home, '.npmrc'), `registry=${this.npmUpstream}\n`);
    return {
      ...withoutNpm(),
      CI: 'true',
      HOME: home,
      PATH: [this.github.bin, path.join(prefix, 'bin'), process.env.PATH].join(path.delimiter),
      NPM_CONFIG_PREFIX: prefix,
      NPM_CONFIG_CACHE: path.join(this.folder, 'npm-cache'),
      // Where a system forbids pip to install: it installs into the home above.
      PIP_BREAK_SYSTEM_PACKAGES: '1',
      GIT_CONFIG_GLOBAL: this.gitConfig,
    };
  }

  public machine(): Machine {
    return {
      env: {
        ...this.env(),
        ...this.goEnv,
        NPM_CONFIG_CACHE: path.join(this.consumers, 'npm'),
        NUGET_PACKAGES: path.join(this.consumers, 'nuget'),
      },
      cache: this.consumers,
      framework: (flavour, target) => path.join(this.frameworks, flavour.framework, target),
      goFramework: (flavour) => goModulesIn(path.join(this.frameworks, flavour.framework, 'go')),
      maven: path.join(this.folder, 'registries', 'maven'),
      nuget: this.nuget,
    };
  }

  /** Modules that the machine has are taken from there, except ours. */
  private async goSettings(): Promise<Variables> {
    const { GOPROXY, GOMODCACHE, GOFLAGS } = JSON.parse(await mustRun('go', ['env', '-json', 'GOPROXY', 'GOMODCACHE', 'GOFLAGS']));
    const downloaded = path.join(GOMODCACHE, 'cache', 'download');
    return {
      GOMODCACHE: path.join(this.consumers, 'go'),
      GOPROXY: [...fs.existsSync(downloaded) ? [`file://${downloaded}`] : [], GOPROXY].join(','),
      // Else nobody could remove them.
      GOFLAGS: `${GOFLAGS} -modcacherw`.trim(),
    };
  }

  /**
   * Keeps what was packaged of the frameworks, for users to whom registries do not give them, and what Maven has downloaded: all that the
   * packaging leaves except the library.
   */
  public keepFrameworks(): void {
    const copy = (source: string, target: string) => fs.cpSync(source, target, { recursive: true, filter: (file) => !isOurs(file) });
    for (const flavour of [CDKTF, CDKTN]) {
      const target = path.join(this.frameworks, flavour.framework);
      copy(path.join(distOf(flavour), 'java'), path.join(target, 'java'));
      copy(path.join(distOf(flavour), 'go'), path.join(target, 'go'));
      if (this.targets.includes('dotnet')) {
        copy(nugetOf(flavour), path.join(target, 'dotnet'));
      }
    }
    copy(path.join(ROOT, 'build', 'maven'), path.join(this.consumers, 'maven'));
  }
}

/** Whether a file or folder is a package of this library. */
function isOurs(file: string): boolean {
  return /^(cdkt[fn]logfire$|Cdkt[fn]Logfire\.)/.test(path.basename(file));
}

/** The Go modules in the folders of a folder. */
function goModulesIn(folder: string): { readonly module: string; readonly folder: string }[] {
  return fs.readdirSync(folder).map((name) => path.join(folder, name)).map((module) => ({
    module: /^module (.+)$/m.exec(fs.readFileSync(path.join(module, 'go.mod'), 'utf8'))![1],
    folder: module,
  }));
}

/** `npm run` tells its children which settings it has, and those go before what they are given here. */
function withoutNpm(): Variables {
  return Object.fromEntries(Object.keys(process.env).filter((name) => name.startsWith('npm_')).map((name) => [name, undefined]));
}
