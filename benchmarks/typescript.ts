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
  /** What is measured, and what it is compared with; what the latter is called. */
  readonly constructs: string;
  readonly bindings: string;
  readonly base?: string;
  readonly counts: readonly number[];
  /** The count that the target is about. */
  readonly judged: number;
  readonly atMost: number;
}

const COMPARISONS: readonly Comparison[] = [
  { title: 'project, token, outputs', constructs: 'projectsByConstructs', bindings: 'projectsByBindings', counts: [1, 100, 1_000, 10_000], judged: 1_000, atMost: 1.1 },
  { title: 'of everything', constructs: 'mixedByConstructs', bindings: 'mixedByBindings', counts: [500, 2_000], judged: 500, atMost: 1.2 },
  { title: 'dashboards built with 20 panels', constructs: 'dashboardsByBuilder', bindings: 'dashboardsByObjects', base: 'objects', counts: [100, 400], judged: 400, atMost: 1.3 },
  { title: 'alerts with queries as values', constructs: 'alertsByQueries', bindings: 'alertsByStrings', base: 'strings', counts: [250, 1_000], judged: 1_000, atMost: 1.15 },
  { title: 'monitored services', constructs: 'servicesMonitored', bindings: 'servicesByHand', base: 'the same by hand', counts: [25, 100], judged: 100, atMost: 1.3 },
];

interface Shape {
  readonly title: string;
  readonly tree: string;
  readonly counts: readonly [small: number, large: number];
  /** The highest exponent that is accepted. */
  readonly atMost: number;
}

/** Shapes of programs whose cost must not grow faster than their size. */
const SHAPES: readonly Shape[] = [
  { title: 'converted projects', tree: 'convertedProgram', counts: [400, 1_600], atMost: 1.15 },
  { title: 'stacks under policies', tree: 'manyStacks', counts: [50, 200], atMost: 1.15 },
  { title: 'tokens in one stack', tree: 'manyTokens', counts: [1_250, 5_000], atMost: 1.15 },
  { title: 'existing tokens', tree: 'existingTokens', counts: [1_250, 5_000], atMost: 1.15 },
  // Paths, and the names made of them, grow with the depth.
  { title: 'levels of constructs', tree: 'deepTree', counts: [200, 800], atMost: 1.5 },
];
const RUNS_OF_SHAPE = 3;

/** The constructs against the bindings, in the language of the library. */
export async function measureTypeScript(): Promise<void> {
  await compileTrees();

  await Promise.all(COMPARISONS.map(checkSameJson));
  await printRequire();
  for (const comparison of COMPARISONS) {
    await printSynth(comparison);
  }
  await printExpiry();
  for (const shape of SHAPES) {
    await printGrowth(shape);
  }
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
  const added = await millisecondsOf("require('cdktf-logfire');");
  print('cold require', `the library adds ${added.toFixed(1)} ms to cdktf ${target(added, 30, 'ms')}`);
  // What an ES module pays, for which Node reads every name.
  const everything = await millisecondsOf("const library = require('cdktf-logfire'); for (const name in library) library[name]; Object.values(library.l1);");
  print('cold require, and every name', `adds ${everything.toFixed(1)} ms to cdktf`);
}

/** What a statement takes in a process that has loaded cdktf. */
async function millisecondsOf(statement: string): Promise<number> {
  const program = `
    require('cdktf');
    const start = process.hrtime.bigint();
    ${statement}
    console.log(Number(process.hrtime.bigint() - start) / 1e6);`;
  const milliseconds: number[] = [];
  for (let index = 0; index < RUNS; index += 1) {
    milliseconds.push(Number(await mustRun('node', ['-e', program], { cwd: COMPILED })));
  }
  return median(milliseconds);
}

async function printSynth({ title, constructs, bindings, base = 'bindings', counts, judged, atMost }: Comparison): Promise<void> {
  const library: number[] = [];
  for (const count of counts) {
    const pairs = await alternateTrees(constructs, bindings, count);
    const seconds = median(pairs.map(([ours]) => ours.seconds));
    library.push(seconds);
    const ratio = ratioOfPairs(pairs, 'seconds');
    const judgement = count === judged ? ` ${target(ratio.median, atMost, '×')}` : '';
    print(`${count} × ${title}`, `constructs / ${base}: time ${times(ratio)}${judgement}, peak memory ${times(ratioOfPairs(pairs, 'bytes'))}, live memory ${times(ratioOfPairs(pairs, 'live'))}; `
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

/** How time and memory grow from a small tree to a large one. What an empty tree costs is not counted. */
async function printGrowth({ title, tree, counts, atMost }: Shape): Promise<void> {
  const samples = new Map<number, MemorySample>();
  for (const count of [0, ...counts]) {
    const runs: MemorySample[] = [];
    for (let run = 0; run < RUNS_OF_SHAPE; run += 1) {
      runs.push(await sample(tree, count));
    }
    const middle = (figure: keyof MemorySample) => median(runs.map((sampled) => sampled[figure]));
    samples.set(count, { seconds: middle('seconds'), bytes: middle('bytes'), live: middle('live') });
  }
  const exponentOf = (figure: 'seconds' | 'live') => growthExponent(counts, counts.map((count) => samples.get(count)![figure] - samples.get(0)![figure]));
  const [seconds, live] = [exponentOf('seconds'), exponentOf('live')];
  print(`growth, ${title}`, `from ${counts[0]} to ${counts[1]}: time to the power of ${seconds.toFixed(2)} ${target(seconds, atMost, '')}, `
    + `memory ${live.toFixed(2)} ${target(live, atMost, '')}; ${samples.get(counts[1])!.seconds.toFixed(2)} s here`);
}
