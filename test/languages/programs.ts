import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { forgetInMaven, forgetInNuget } from './caches';
import { pythonWithLibrary } from './python-environment';
import { CDKTF, CDKTN, Flavour } from '../../scripts/flavour/flavours';
import { rewriteProgram } from '../../scripts/flavour/program';
import { distOf, nugetOf, Target } from '../../scripts/package/packages';
import { mustRun, ROOT } from '../../scripts/run';
import { linkSelf } from '../../scripts/self-link';

/** What a program synthesizes, by the names of the stacks. */
export type Stacks = { readonly [stack: string]: unknown };

/** A language, and how its program is run with the packed library. */
export interface Language {
  readonly name: string;
  /** The file that runs first, in the folder of a program. */
  readonly main: string;
  /** What it is packed as. */
  readonly target: Target;
  /** What has to be on the PATH. */
  readonly tools: readonly string[];
  /** @param folder with the program; what it leaves there is removed */
  readonly run: (folder: string, flavour: Flavour, env: NodeJS.ProcessEnv) => Promise<void>;
}

const PYTHON: Language = {
  name: 'python',
  main: 'main.py',
  target: 'python',
  tools: ['python3'],
  run: async (folder, flavour, env) => {
    await mustRun(await pythonWithLibrary(flavour), ['main.py'], { cwd: folder, env });
  },
};

const JAVA: Language = {
  name: 'java',
  main: 'src/main/java/com/example/Main.java',
  target: 'java',
  tools: ['java', 'mvn'],
  run: async (folder, flavour, env) => {
    const repository = path.join(ROOT, 'build', 'maven');
    forgetInMaven(repository, path.join(distOf(flavour), 'java'));
    const options = ['-q', '-B', `-Dmaven.repo.local=${repository}`];
    const pom = path.join(folder, 'pom.xml');
    fs.writeFileSync(pom, fs.readFileSync(pom, 'utf8').replace('</properties>', `</properties>\n${repositoryOf(path.join(distOf(flavour), 'java'))}`));
    await mustRun('mvn', [...options, 'compile', 'exec:java'], { cwd: folder, env });
  },
};

const GO: Language = {
  name: 'go',
  main: 'main.go',
  target: 'go',
  tools: ['go'],
  run: async (folder, flavour, env) => {
    const packed = path.join(distOf(flavour), 'go');
    for (const { file, module } of goModulesIn(packed)) {
      await mustRun('go', ['mod', 'edit', `-replace=${module}=${path.dirname(file)}`], { cwd: folder });
    }
    await mustRun('go', ['mod', 'tidy'], { cwd: folder });
    await mustRun('go', ['run', '.'], { cwd: folder, env });
  },
};

/** No process outlives a build, and keeps the folder with the program. */
const DOTNET_ENVIRONMENT = { MSBUILDDISABLENODEREUSE: '1', DOTNET_CLI_USE_MSBUILD_SERVER: '0', DOTNET_CLI_TELEMETRY_OPTOUT: '1', DOTNET_NOLOGO: '1' };

const CSHARP: Language = {
  name: 'csharp',
  main: 'Program.cs',
  target: 'dotnet',
  tools: ['dotnet'],
  run: async (folder, flavour, env) => {
    const cache = process.env.NUGET_PACKAGES ?? path.join(ROOT, 'build', 'nuget-packages');
    forgetInNuget(cache, nugetOf(flavour));
    const options = { cwd: folder, env: { ...env, NUGET_PACKAGES: cache, ...DOTNET_ENVIRONMENT } };
    // Whether a package of others has a vulnerability is nothing that a program can help, and NuGet asks its server for it.
    await mustRun('dotnet', ['build', '-warnaserror', `-p:RestoreAdditionalProjectSources=${nugetOf(flavour)}`, '-p:NuGetAudit=false', '-p:UseSharedCompilation=false'], options);
    await mustRun('dotnet', ['run', '--no-build'], options);
  },
};

export const LANGUAGES: readonly Language[] = [PYTHON, JAVA, GO, CSHARP];

/** Users have the library from Maven Central. */
function repositoryOf(packed: string): string {
  return `  <repositories>\n    <repository>\n      <id>packed</id>\n      <url>${pathToFileURL(packed)}</url>\n    </repository>\n  </repositories>`;
}

/** The library, and the framework where it is packaged along. */
function goModulesIn(packed: string): { readonly file: string; readonly module: string }[] {
  return fs.readdirSync(packed).map((name) => {
    const file = path.join(packed, name, 'go.mod');
    return { file, module: /^module (.+)$/m.exec(fs.readFileSync(file, 'utf8'))![1] };
  });
}

/** The stacks of the program in TypeScript, which all others have to give. */
export async function twin(): Promise<Stacks> {
  linkSelf();
  return stacksFrom((env) => mustRun('ts-node', ['--transpile-only', '--project', path.join(ROOT, 'tsconfig.dev.json'), 'main.ts'], {
    cwd: path.join(__dirname, 'typescript'), env,
  }));
}

/** The stacks of the program in a folder, run with the packed library of a flavour. */
export async function stacksOf(source: string, language: Language, flavour: Flavour): Promise<Stacks> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `logfire-${language.name}-`));
  try {
    const entries = fs.readdirSync(source, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const file of entries.map((entry) => path.relative(source, path.join(entry.parentPath, entry.name))).filter((name) => !isBuilt(name))) {
      const from = path.join(source, file);
      const to = path.join(folder, file);
      fs.mkdirSync(path.dirname(to), { recursive: true });
      fs.writeFileSync(to, rewriteProgram(ofThisVersion(fs.readFileSync(from, 'utf8')), flavour));
    }
    return await stacksFrom((env) => language.run(folder, flavour, env));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** What somebody who has run a program where it stands has left there. */
function isBuilt(file: string): boolean {
  return file.split(path.sep).some((name) => ['bin', 'obj', 'cdktf.out'].includes(name));
}

/** Whether all tools of a language are there. */
function isAvailable({ tools }: Language): boolean {
  return tools.every((tool) => spawnSync(tool, [tool === 'go' ? 'version' : '--version'], { stdio: 'ignore' }).status === 0);
}

/** A program says the version that each commit has, or any; what is packed has that of a release, too. */
function ofThisVersion(text: string): string {
  const { version } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  return text.replaceAll(/<version>(0\.0\.0|\[0,1\))</g, `<version>${version}<`).replaceAll(/Version="(0\.0\.0|0\.\*)"/g, `Version="${version}"`);
}

/** The stacks that a program writes. */
export async function stacksFrom(runProgram: (env: NodeJS.ProcessEnv) => Promise<unknown>): Promise<Stacks> {
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-language-'));
  try {
    await runProgram({ CDKTF_OUTDIR: outdir });
    const stacks = path.join(outdir, 'stacks');
    return Object.fromEntries(fs.readdirSync(stacks).map((stack) => [stack, normal(JSON.parse(fs.readFileSync(path.join(stacks, stack, 'cdk.tf.json'), 'utf8')))]));
  } finally {
    fs.rmSync(outdir, { recursive: true });
  }
}

/** Without the versions of the tools, and the folder that the state would be in. */
function normal({ '//': metadata, terraform: { backend, ...terraform }, ...stack }: any): unknown {
  return { ...stack, terraform };
}

type ProgramRun = readonly [framework: string, language: string, Flavour, Language];

/** What each program is run with: both flavours, and all languages, C# where there is a .NET SDK, which nothing here brings. */
export const RUNS: readonly ProgramRun[] = [CDKTF, CDKTN].flatMap((flavour) => LANGUAGES
  .filter((language) => language !== CSHARP || isAvailable(language))
  .map((language): ProgramRun => [flavour.framework, language.name, flavour, language]));

/** Without its tools a language fails in CI, and is left out, loudly, elsewhere. */
export function testOf(language: Language): jest.It {
  if (isAvailable(language) || process.env.CI) {
    return test;
  }
  console.warn(`SKIPPED: the program in ${language.name}, because ${language.tools.join(' or ')} is not on the PATH`);
  return test.skip;
}
