import * as fs from 'node:fs';
import * as path from 'node:path';
import { Variables } from './workflow';
import { CDKTF, Flavour } from '../flavour/flavours';
import { rewriteProgram } from '../flavour/program';
import { rewriteTypeScript } from '../flavour/rewrite';
import { mustRun, ROOT } from '../run';

/** What a consumer finds on the machine. */
export interface Machine {
  /** Where the registries are. */
  readonly env: Variables;
  /** A folder for what tools keep. */
  readonly cache: string;
  /** A Maven repository with a flavour's framework alone, and a NuGet feed with it. */
  readonly framework: (flavour: Flavour, target: 'java' | 'dotnet') => string;
  /** Modules of a flavour's framework that were packaged along, because Go may not be able to fetch them, and their folders. */
  readonly goFramework: (flavour: Flavour) => readonly { readonly module: string; readonly folder: string }[];
  /** Folders and addresses of the registries. */
  readonly maven: string;
  readonly nuget: string;
}

/** Somebody who installs the library in an empty folder, as the README says in a language, and runs the quickstart. */
export interface Consumer {
  readonly language: string;
  /** The README that says how to install. */
  readonly readme: string;
  /** @returns the version that was installed */
  readonly install: (folder: string, flavour: Flavour, instruction: string, machine: Machine) => Promise<string>;
  readonly run: (folder: string, env: Variables, machine: Machine) => Promise<void>;
}

const TYPESCRIPT: Consumer = {
  language: 'typescript',
  readme: 'README.md',
  install: async (folder, flavour, instruction, { env }) => {
    await mustRun('npm', ['init', '--yes'], { cwd: folder, env });
    await bash(instruction, folder, env);
    return JSON.parse(fs.readFileSync(path.join(folder, 'node_modules', flavour.packageName, 'package.json'), 'utf8')).version;
  },
  run: async (folder, env) => {
    await mustRun('ts-node', ['--transpile-only', 'main.ts'], { cwd: folder, env });
  },
};

const PYTHON: Consumer = {
  language: 'python',
  readme: 'docs/python/README.md',
  install: async (folder, flavour, instruction, { env }) => {
    await mustRun('python3', ['-m', 'venv', 'venv'], { cwd: folder });
    await bash(`. venv/bin/activate\n${instruction}`, folder, env);
    const shown = await bash(`venv/bin/pip show ${flavour.packageName}`, folder, env);
    return /^Version: (.+)$/m.exec(shown)![1];
  },
  run: async (folder, env) => {
    await mustRun(path.join(folder, 'venv', 'bin', 'python'), ['main.py'], { cwd: folder, env });
  },
};

const JAVA: Consumer = {
  language: 'java',
  readme: 'docs/java/README.md',
  install: async (folder, flavour, instruction, machine) => {
    const pom = path.join(folder, 'pom.xml');
    fs.writeFileSync(pom, fs.readFileSync(pom, 'utf8').replace(/<dependency>[\s\S]*<\/dependency>/, instruction));
    const repositories = [machine.maven, machine.framework(flavour, 'java')];
    fs.writeFileSync(path.join(folder, 'settings.xml'), [
      '<settings><profiles><profile><id>rehearsal</id><repositories>',
      ...repositories.map((repository, index) => `<repository><id>rehearsal-${index}</id><url>file://${repository}</url></repository>`),
      '</repositories></profile></profiles><activeProfiles><activeProfile>rehearsal</activeProfile></activeProfiles></settings>',
    ].join('\n'));
    const classpath = await maven(folder, machine, 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath');
    return new RegExp(`/${flavour.packageName}-([^/]+)\\.jar`).exec(classpath)![1];
  },
  run: async (folder, env, machine) => {
    await maven(folder, { ...machine, env }, '--quiet', 'compile', 'exec:java');
  },
};

function maven(folder: string, { cache, env }: Machine, ...args: string[]): Promise<string> {
  return mustRun('mvn', ['--batch-mode', '--settings', 'settings.xml', `-Dmaven.repo.local=${path.join(cache, 'maven')}`, ...args], { cwd: folder, env });
}

const GO: Consumer = {
  language: 'go',
  readme: 'docs/go/README.md',
  install: async (folder, flavour, instruction, { env, goFramework }) => {
    for (const { module, folder: packed } of goFramework(flavour)) {
      await mustRun('go', ['mod', 'edit', `-replace=${module}=${packed}`], { cwd: folder, env });
    }
    await bash(instruction, folder, env);
    return (await mustRun('go', ['list', '-m', '-f', '{{.Version}}', `${flavour.goModule}/${flavour.goPackage}`], { cwd: folder, env })).trim().replace(/^v/, '');
  },
  run: async (folder, env) => {
    await mustRun('go', ['mod', 'tidy'], { cwd: folder, env });
    await mustRun('go', ['run', '.'], { cwd: folder, env });
  },
};

const CSHARP: Consumer = {
  language: 'csharp',
  readme: 'docs/csharp/README.md',
  install: async (folder, flavour, instruction, machine) => {
    const project = path.join(folder, 'Quickstart.csproj');
    fs.writeFileSync(project, fs.readFileSync(project, 'utf8').replace(/<PackageReference [^>]*\/>/, ''));
    fs.writeFileSync(path.join(folder, 'nuget.config'), [
      '<configuration><packageSources><clear />',
      `<add key="rehearsal" value="${machine.nuget}" />`,
      `<add key="framework" value="${machine.framework(flavour, 'dotnet')}" />`,
      '<add key="nuget" value="https://api.nuget.org/v3/index.json" />',
      '</packageSources><packageSourceMapping>',
      `<packageSource key="rehearsal"><package pattern="${flavour.dotnetNamespace}" /></packageSource>`,
      '<packageSource key="framework"><package pattern="*" /></packageSource><packageSource key="nuget"><package pattern="*" /></packageSource>',
      '</packageSourceMapping></configuration>',
    ].join('\n'));
    await bash(instruction, folder, machine.env);
    return new RegExp(`Include="${flavour.dotnetNamespace}" Version="([^"]+)"`).exec(fs.readFileSync(project, 'utf8'))![1];
  },
  run: async (folder, env) => {
    await mustRun('dotnet', ['run'], { cwd: folder, env });
  },
};

/** @param withDotnet whether there is a .NET SDK */
export function consumers(withDotnet: boolean): readonly Consumer[] {
  return [TYPESCRIPT, PYTHON, JAVA, GO, ...withDotnet ? [CSHARP] : []];
}

/** Copies the quickstart of a language into an empty folder, without what would install anything. */
export function writeQuickstart(folder: string, { language }: Consumer, flavour: Flavour): void {
  const source = path.join(ROOT, 'examples', language, 'quickstart');
  const files = fs.readdirSync(source, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const file of files.map((entry) => path.relative(source, path.join(entry.parentPath, entry.name)))) {
    if (!['package.json', 'requirements.txt'].includes(file)) {
      const text = fs.readFileSync(path.join(source, file), 'utf8');
      fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      fs.writeFileSync(path.join(folder, file), file.endsWith('.ts') ? rewriteTypeScript(text, flavour) : rewriteProgram(text, flavour));
    }
  }
}

/** What the README of a language says under "Install", with the names of a flavour. */
export function installInstruction({ readme }: Consumer, flavour: Flavour): string {
  const text = fs.readFileSync(path.join(ROOT, readme), 'utf8');
  const section = /^## Install\n([\s\S]*?)^## /m.exec(text)?.[1] ?? '';
  const fence = /^```[a-z]+\n([\s\S]*?)^```/m.exec(section)?.[1];
  if (fence === undefined) {
    throw new Error(`${readme} does not say how to install`);
  }
  return fence.trim()
    .replaceAll(`${CDKTF.goModule}/${CDKTF.goPackage}`, `${flavour.goModule}/${flavour.goPackage}`)
    .replaceAll(CDKTF.dotnetNamespace, flavour.dotnetNamespace)
    .replaceAll(/(?<=[ >])(cdktf-logfire|cdktf)(?=[ <\n]|$)/g, (name) => name === CDKTF.framework ? flavour.framework : flavour.packageName);
}

function bash(script: string, cwd: string, env: Variables): Promise<string> {
  return mustRun('bash', ['-e', '-c', script], { cwd, env });
}
