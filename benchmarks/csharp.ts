import * as fs from 'node:fs';
import * as path from 'node:path';
import { compileTrees, synthTree } from './compiled-trees';
import { inFolder } from './folders';
import { packaged } from './packages';
import { print, target, times } from './report';
import { checkSameStack, Program } from './same-stack';
import { alternate, Sample, timed } from './samples';
import { median, ratioOfPairs } from './statistics';
import { CDKTF } from '../scripts/flavour/flavours';
import { hasDotnet, nugetOf, packageTarget } from '../scripts/package/packages';
import { mustRun, ROOT } from '../scripts/run';

const RUNS = 5;
const COUNT = 1_000;
/** Third-party packages stay there; the library and its framework do not. */
const NUGET_PACKAGES = path.join(ROOT, 'build', 'nuget-bench');

/** The packed library on a .NET SDK, where there is one: against its own bindings, and against the same program in JavaScript. */
export async function measureCsharp(): Promise<void> {
  if (!await hasDotnet()) {
    print('csharp', 'NOT MEASURED: there is no .NET SDK on the PATH, so there is no figure for C#');
    return;
  }
  await packaged(CDKTF, 'dotnet');
  if (!fs.existsSync(nugetOf(CDKTF))) {
    // Packaged when there was no SDK.
    await packageTarget(CDKTF, 'dotnet');
  }
  await compileTrees();
  await inFolder(async (folder) => {
    await build(folder);
    const csharp = (program: string, count: number): Program => (outdir) => mustRun('dotnet', [path.join(folder, 'bin', 'Bench.dll'), program, String(count), outdir], { cwd: folder });
    const javascript = (count: number): Program => (outdir) => synthTree('projectsByConstructs', count, outdir, folder);

    // The checks also warm up what is kept from run to run, such as the packages that jsii unpacks.
    await checkSameStack('projects in C#', csharp('projects-by-constructs', 10), csharp('projects-by-bindings', 10));
    await checkSameStack('projects with tokens in C# and JavaScript', csharp('projects-with-tokens', 10), javascript(10));

    const projects = await measured(csharp('projects-by-constructs', COUNT), csharp('projects-by-bindings', COUNT));
    const ratio = ratioOfPairs(projects, 'seconds');
    print(`C#, ${COUNT} × project`, `constructs / bindings that give the same JSON, whole process: ${times(ratio)} ${target(ratio.median, 1.25, '×')}; ${seconds(projects)} here`);
    const tokens = await measured(csharp('projects-with-tokens', COUNT), javascript(COUNT));
    print(`C#, ${COUNT} × project with token`, `C# / JavaScript, whole process: ${times(ratioOfPairs(tokens, 'seconds'))}; ${seconds(tokens)} here`);
    const starts = await measured(csharp('projects-with-tokens', 1), javascript(1));
    print('C#, start-up', `one project with token, C# / JavaScript, whole process: ${times(ratioOfPairs(starts, 'seconds'))}; ${seconds(starts)} here`);
  });
}

/** NuGet keeps a package by its version for good, and would build against an earlier one. */
async function build(folder: string): Promise<void> {
  const packages = fs.readdirSync(nugetOf(CDKTF)).filter((file) => file.endsWith('.nupkg')).map((file) => /^(.+?)\.(\d+\..+)\.nupkg$/.exec(file)!);
  packages.forEach(([, id]) => fs.rmSync(path.join(NUGET_PACKAGES, id.toLowerCase()), { recursive: true, force: true }));
  const [, , version] = packages.find(([, id]) => id === CDKTF.dotnetNamespace)!;
  const project = path.join(folder, 'project');
  fs.cpSync(path.join(__dirname, 'csharp'), project, { recursive: true });
  await mustRun('dotnet', [
    'build', '--configuration', 'Release', '--output', path.join(folder, 'bin'), `-p:LibraryVersion=${version}`, `-p:RestoreAdditionalProjectSources=${nugetOf(CDKTF)}`,
  ], { cwd: project, env: { NUGET_PACKAGES } });
}

function measured(ours: Program, theirs: Program): Promise<[Sample, Sample][]> {
  const run = (program: Program) => () => inFolder((outdir) => timed(() => program(outdir)));
  return alternate(RUNS, run(ours), run(theirs));
}

/** For example `3.6 s and 8.2 s`. */
function seconds(pairs: readonly (readonly [Sample, Sample])[]): string {
  return [0, 1].map((side) => `${median(pairs.map((pair) => pair[side].seconds)).toFixed(1)} s`).join(' and ');
}
