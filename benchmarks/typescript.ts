import * as fs from 'node:fs';
import * as path from 'node:path';
import { COMPILED, compileTrees, MemorySample, synthTree } from './compiled-trees';
import { inFolder } from './folders';
import { print, target, times } from './report';
import { alternate } from './samples';
import { growthExponent, median, ratioOfPairs } from './statistics';
import { mustRun } from '../scripts/run';

/** Alternating runs of each pair; odd, so that the median is one of them. */
const RUNS = 7;
/** Where one run takes long. */
const RUNS_OF_LARGE = 5;
const LARGE = 2_000;
const COUNT_OF_EXPIRY_ROW = 1_000;

interface Comparison {
  readonly title: string;
  readonly constructs: string;
  readonly bindings: string;
  readonly counts: readonly number[];
  /** The count that the target is about. */
  readonly judged: number;
}

const COMPARISONS: readonly Comparison[] = [
  { title: 'project, token, outputs', constructs: 'projectsByConstructs', bindings: 'projectsByBindings', counts: [1, 100, 1_000, 10_000], judged: 1_000 },
  { title: 'of everything', constructs: 'mixedByConstructs', bindings: 'mixedByBindings', counts: [500, 2_000], judged: 500 },
];

/** The constructs against the bindings, in the language of the library. */
export async function measureTypeScript(): Promise<void> {
  await compileTrees();

  await Promise.all(COMPARISONS.map(checkSameJson));
  await printRequire();
  for (const comparison of COMPARISONS) {
    await printSynth(comparison);
  }
  await printExpiry();
}

/** Both trees must say the same, byte for byte, or the comparison means nothing. */
async function checkSameJson({ title, constructs, bindings: byBindings }: Comparison): Promise<void> {
  const [library, bindings] = await Promise.all([constructs, byBindings].map((tree) => inFolder(async (folder) => {
    await synthTree(tree, 10, folder);
    return fs.readFileSync(path.join(folder, 'stacks', 'app', 'cdk.tf.json'), 'utf8');
  })));
  if (library !== bindings) {
    throw new Error(`the two trees of ${title} give different JSON; bring the one of the bindings up to date`);
  }
}

async function printRequire(): Promise<void> {
  const milliseconds: number[] = [];
  const program = `
    const start = process.hrtime.bigint();
    require('cdktf');
    const between = process.hrtime.bigint();
    require('cdktf-logfire');
    console.log(JSON.stringify([between - start, process.hrtime.bigint() - between].map((time) => Number(time) / 1e6)));`;
  const ratios: number[] = [];
  for (let index = 0; index < RUNS; index += 1) {
    const [cdktf, library] = JSON.parse(await mustRun('node', ['-e', program], { cwd: COMPILED })) as [number, number];
    milliseconds.push(library);
    ratios.push((cdktf + library) / cdktf);
  }
  const added = median(milliseconds);
  print('cold require', `cdktf with the library / cdktf alone: ${median(ratios).toFixed(2)} ×, the library adds ${added.toFixed(0)} ms ${target(added, 40, 'ms')}`);
}

async function printSynth({ title, constructs, bindings, counts, judged }: Comparison): Promise<void> {
  const library: number[] = [];
  for (const count of counts) {
    const pairs = await alternateTrees(constructs, bindings, count);
    const seconds = median(pairs.map(([ours]) => ours.seconds));
    library.push(seconds);
    const ratio = ratioOfPairs(pairs, 'seconds');
    const judgement = count === judged ? ` ${target(ratio.median, 1.25, '×')}` : '';
    print(`${count} × ${title}`, `constructs / bindings: time ${times(ratio)}${judgement}, memory ${times(ratioOfPairs(pairs, 'bytes'))}; `
      + `${seconds.toFixed(2)} s, ${(median(pairs.map(([ours]) => ours.bytes)) / 1e6).toFixed(0)} MB here`);
  }
  const exponent = growthExponent(counts.slice(-2), library.slice(-2));
  print(`growth, ${title}`, `time grows with the count to the power of ${exponent.toFixed(2)} from ${counts.at(-2)} to ${counts.at(-1)} ${target(exponent, 1.05, '')}`);
}

async function printExpiry(): Promise<void> {
  const pairs = await alternateTrees('projectsByConstructs', 'projectsWithoutExpiry', COUNT_OF_EXPIRY_ROW);
  print('expiry', `a token with anchor, check and output of its end / a bare token, at ${COUNT_OF_EXPIRY_ROW}: time ${times(ratioOfPairs(pairs, 'seconds'))}`);
}

function alternateTrees(a: string, b: string, count: number): Promise<[MemorySample, MemorySample][]> {
  return alternate(count >= LARGE ? RUNS_OF_LARGE : RUNS, () => sample(a, count), () => sample(b, count));
}

/** Each in a process of its own. */
function sample(tree: string, count: number): Promise<MemorySample> {
  return inFolder((folder) => synthTree(tree, count, folder));
}
