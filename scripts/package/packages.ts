import * as fs from 'node:fs';
import * as path from 'node:path';
import { writeNugetProps } from './nuget';
import { packTool } from './tool';
import { TRANSLATIONS, translateExamples } from './translations';
import { frameworkFoldersOf } from '../assembly/assembly';
import { compileLibrary } from '../compile/compile';
import { CDKTF, Flavour } from '../flavour/flavours';
import { buildCdktn, rootOf } from '../flavour/tree';
import { mustRun, ROOT, run } from '../run';

/** What is packaged: a target of jsii-pacmak, and a folder below that of the flavour; that of .NET has C# projects. */
export type Target = 'js' | 'python' | 'java' | 'go' | 'dotnet';

export const TARGETS: readonly Target[] = ['js', 'python', 'java', 'go', 'dotnet'];

/** The folder with the archive of the tool, below that of the flavour whose name it has. */
export const TOOL_FOLDER = 'tools';

/** Packs the tool, as `packageAll` does the library; the library has to be compiled. */
export async function packageTool(): Promise<Outcome> {
  const folder = path.join(distOf(CDKTF), TOOL_FOLDER);
  fs.rmSync(folder, { recursive: true, force: true });
  return outcomeOf(path.relative(ROOT, folder), async () => {
    await packTool(folder);
  });
}

/** The folder with the packages of a flavour, one folder for each target. */
export function distOf(flavour: Flavour): string {
  return path.join(ROOT, 'dist', flavour.framework);
}

/** Compiles a flavour and translates the examples in its documentation, which the packages then show in their own language. */
export async function compile(flavour: Flavour): Promise<void> {
  const root = rootOf(flavour);
  if (flavour === CDKTF) {
    await compileLibrary(ROOT);
  } else {
    await buildCdktn();
  }
  const { exitCode, output } = await translateExamples(root);
  if (exitCode !== 0) {
    throw new Error(`the examples of ${flavour.packageName} cannot be translated:\n${output}`);
  }
}

/** What was made, or why it could not be made. */
export interface Outcome {
  readonly what: string;
  readonly seconds: number;
  readonly error?: string;
}

/**
 * Compiles flavours and builds their packages; one that cannot be built does not stop the others.
 *
 * @param codeOnly leaves the C# projects uncompiled where there is a .NET SDK, too
 * @param made what is there already, of the same sources; what succeeds is added to it
 */
export async function* packageAll(
  flavours: readonly Flavour[], targets: readonly Target[], codeOnly = false, made = new Set<string>(),
): AsyncGenerator<Outcome> {
  for (const flavour of flavours) {
    const folderOf = (target: Target) => path.relative(ROOT, path.join(distOf(flavour), target));
    const keyOf = (target: Target) => `${folderOf(target)}${codeOnly ? ', code only' : ''}`;
    const missing = targets.filter((target) => !made.has(keyOf(target)));
    // Whatever fails, nobody finds an earlier build.
    missing.forEach((target) => removePackages(flavour, target));
    if (!made.has(flavour.packageName)) {
      const compiled = await outcomeOf(`compiling ${flavour.packageName}`, () => compile(flavour));
      yield compiled;
      if (compiled.error !== undefined) {
        continue;
      }
      made.add(flavour.packageName);
    }
    for (const target of missing) {
      const packaged = await outcomeOf(folderOf(target), () => packageTarget(flavour, target, codeOnly));
      yield packaged;
      if (packaged.error === undefined) {
        made.add(keyOf(target));
      }
    }
  }
}

async function outcomeOf(what: string, make: () => Promise<void>): Promise<Outcome> {
  const start = Date.now();
  const seconds = () => Math.round((Date.now() - start) / 1000);
  try {
    await make();
    return { what, seconds: seconds() };
  } catch (error) {
    return { what, seconds: seconds(), error: error instanceof Error ? error.message : String(error) };
  }
}

function removePackages(flavour: Flavour, target: Target): void {
  fs.rmSync(path.join(distOf(flavour), target), { recursive: true, force: true });
  if (target === 'dotnet') {
    fs.rmSync(nugetOf(flavour), { recursive: true, force: true });
  }
}

/**
 * Builds the package of one target from a compiled flavour.
 *
 * @param codeOnly leaves the C# projects uncompiled where there is a .NET SDK, too
 */
export async function packageTarget(flavour: Flavour, target: Target, codeOnly = false): Promise<void> {
  const dist = distOf(flavour);
  removePackages(flavour, target);
  const tablet = path.join(rootOf(flavour), TRANSLATIONS);
  const modules = [rootOf(flavour), ...isBuiltAlong(flavour, target) ? frameworkFoldersOf(flavour) : []];
  const pack = (options: readonly string[], env: NodeJS.ProcessEnv = {}) => (
    mustRun('jsii-pacmak', ['--target', target, '--rosetta-tablet', tablet, ...options, ...modules], { env })
  );
  await pack(['--outdir', dist, ...optionsOf(target)]);
  if (target === 'dotnet') {
    const props = writeNugetProps(flavour);
    if (!codeOnly && await hasDotnet()) {
      await pack(['--outdir', nugetOf(flavour), '--no-force-subdirectory'], { CustomAfterMicrosoftCommonProps: props });
    }
  }
}

/** The folder with the NuGet packages of a flavour, where there is a .NET SDK. */
export function nugetOf(flavour: Flavour): string {
  return path.join(distOf(flavour), 'nuget');
}

/**
 * Whether the framework is packaged along, so that a program needs no other source for it: what a framework has on Maven Central and
 * NuGet, and CDK Terrain among Go's modules, is not there for everyone.
 */
function isBuiltAlong(flavour: Flavour, target: Target): boolean {
  return target === 'java' || target === 'dotnet' || (target === 'go' && flavour !== CDKTF);
}

/** Whether a .NET SDK is there; without one the C# projects are generated, and no packages made of them. */
export async function hasDotnet(): Promise<boolean> {
  try {
    return (await run('dotnet', ['--version'])).exitCode === 0;
  } catch {
    return false;
  }
}

function optionsOf(target: Target): string[] {
  switch (target) {
    case 'java': return [`--maven-local-repository=${path.join(ROOT, 'build', 'maven')}`];
    case 'dotnet': return ['--code-only'];
    default: return [];
  }
}
