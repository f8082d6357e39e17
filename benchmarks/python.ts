import * as fs from 'node:fs';
import * as path from 'node:path';
import { inFolder } from './folders';
import { packaged } from './packages';
import { print, target, times } from './report';
import { checkSameStack } from './same-stack';
import { alternate, Sample, timed } from './samples';
import { median, ratioOfPairs } from './statistics';
import { CDKTF } from '../scripts/flavour/flavours';
import { mustRun } from '../scripts/run';

/** An import takes half a second, and varies by a tenth of it. */
const RUNS_OF_IMPORT = 25;
const RUNS_OF_SYNTH = 11;
const COUNT = 1_000;
const SYNTH_ONCE = path.join(__dirname, 'python', 'synth_once.py');

interface KernelSample extends Sample {
  /** Round trips to the process with the JavaScript, which are what time is spent on in Python. */
  readonly kernelCalls: number;
}

/** The packed wheel, in an environment of its own. */
export function measurePython(): Promise<void> {
  return inFolder(async (folder) => {
    const packages = await packaged(CDKTF, 'python');
    const wheel = fs.readdirSync(packages).find((file) => file.endsWith('.whl'))!;
    await mustRun('python3', ['-m', 'venv', folder]);
    const python = path.join(folder, process.platform === 'win32' ? 'Scripts' : 'bin', 'python');
    await mustRun(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', path.join(packages, wheel)]);

    // The checks also warm up what is kept from run to run: compiled modules, and the packages that jsii unpacks.
    await checkSameStack('first synth in Python', synth(python, 'first_by_constructs', 1), synth(python, 'first_by_bindings', 1));
    const projects = synth(python, 'projects_by_constructs', 10);
    await checkSameStack('projects in Python', projects, synth(python, 'projects_by_bindings', 10));
    await checkSameStack('projects in Python, flat', projects, synth(python, 'projects_by_flat_bindings', 10), withoutAddresses);
    await printImport(python);
    await printFirstSynth(python);
    await printProjects(python, 'bindings that give the same JSON', 'projects_by_bindings');
    await printProjects(python, 'bindings without scopes', 'projects_by_flat_bindings');
  });
}

async function printImport(python: string): Promise<void> {
  const imported = (module: string) => () => timed(() => mustRun(python, ['-c', `import ${module}`]));
  const ratio = ratioOfPairs(await alternate(RUNS_OF_IMPORT, imported(CDKTF.pythonModule), imported('cdktf')), 'seconds');
  print('Python, import', `${CDKTF.pythonModule} / cdktf, whole process: ${times(ratio)} ${target(ratio.median, 1.15, '×')}`);
}

async function printFirstSynth(python: string): Promise<void> {
  const run = (program: string) => () => inFolder((outdir) => timed(() => synth(python, program, 1)(outdir)));
  const ratio = ratioOfPairs(await alternate(RUNS_OF_SYNTH, run('first_by_constructs'), run('first_by_bindings')), 'seconds');
  print('Python, first synth', `a project with token, constructs / bindings, whole process: ${times(ratio)} ${target(ratio.median, 1.25, '×')}`);
}

async function printProjects(python: string, against: string, bindings: string): Promise<void> {
  const run = (program: string) => () => inFolder(synth(python, program, COUNT));
  const pairs = await alternate(RUNS_OF_SYNTH, run('projects_by_constructs'), run(bindings));
  const ratio = ratioOfPairs(pairs, 'seconds');
  const calls = [0, 1].map((side) => pairs[0][side].kernelCalls);
  const seconds = median(pairs.map(([ours]) => ours.seconds));
  print(`Python, ${COUNT} × project`, `constructs / ${against}: time ${times(ratio)} ${target(ratio.median, 1.25, '×')}, `
    + `kernel calls ${calls.join(' / ')}; ${seconds.toFixed(2)} s here`);
}

/** Synthesizes in a process of its own, which measures from after its imports. */
function synth(python: string, program: string, count: number): (outdir: string) => Promise<KernelSample> {
  return async (outdir) => JSON.parse(await mustRun(python, ['-B', SYNTH_ONCE, program, String(count), outdir])) as KernelSample;
}

/** A resource in no scope of its own has another address, and the same arguments. */
function withoutAddresses({ resource: { logfire_project: projects }, ...stack }: any): unknown {
  const byName = Object.values<any>(projects).map(({ '//': address, ...project }) => [project.name, project]);
  return { ...stack, projects: Object.fromEntries(byName) };
}
