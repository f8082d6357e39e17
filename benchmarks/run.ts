/** `npm run bench`: what the library costs over the bindings alone. Ratios within one run; absolute times depend on the machine. */
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { growthExponent, median, ratioOfPairs } from './statistics';
import { mustRun, ROOT } from '../scripts/run';
import { linkSelf } from '../scripts/self-link';

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
/** Compiled once, so that no measured process translates TypeScript; below `node_modules`, where the library is found by name. */
const COMPILED = path.join(ROOT, 'node_modules', '.cache', 'logfire-bench');

interface Sample {
  readonly seconds: number;
  readonly bytes: number;
}

async function main(): Promise<void> {
  await mustRun('jsii', ['--silence-warnings=reserved-word']);
  linkSelf();
  await mustRun('tsc', ['--outDir', COMPILED, '--module', 'node16', '--target', 'es2022', '--skipLibCheck', '--types', 'node', 'benchmarks/synth-once.ts']);

  await Promise.all(COMPARISONS.map(checkSameJson));
  await printRequire();
  for (const comparison of COMPARISONS) {
    await printSynth(comparison);
  }
  await printExpiry();
  await printSize();
}

/** Both trees must say the same, or the comparison means nothing. */
async function checkSameJson({ title, constructs, bindings: byBindings }: Comparison): Promise<void> {
  const [library, bindings] = await Promise.all([constructs, byBindings].map((tree) => inFolder(async (folder) => {
    await mustRun('node', [path.join(COMPILED, 'synth-once.js'), tree, '10', folder]);
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
  print('cold require', `cdktf with the library / cdktf alone: ${median(ratios).toFixed(2)} ×, the library adds ${median(milliseconds).toFixed(0)} ms (target ≤ 40 ms)`);
}

async function printSynth({ title, constructs, bindings, counts, judged }: Comparison): Promise<void> {
  const library: number[] = [];
  for (const count of counts) {
    const pairs = await alternate(constructs, bindings, count);
    const seconds = median(pairs.map(([ours]) => ours.seconds));
    library.push(seconds);
    const target = count === judged ? ' (target ≤ 1.25 ×)' : '';
    print(`${count} × ${title}`, `constructs / bindings: time ${ratioOfPairs(pairs, 'seconds')} ×${target}, `
      + `memory ${ratioOfPairs(pairs, 'bytes')} ×; ${seconds.toFixed(2)} s, ${(median(pairs.map(([ours]) => ours.bytes)) / 1e6).toFixed(0)} MB here`);
  }
  const exponent = growthExponent(counts.slice(-2), library.slice(-2)).toFixed(2);
  print(`growth, ${title}`, `time grows with the count to the power of ${exponent} from ${counts.at(-2)} to ${counts.at(-1)} (target ≤ 1.05)`);
}

async function printExpiry(): Promise<void> {
  const pairs = await alternate('projectsByConstructs', 'projectsWithoutExpiry', COUNT_OF_EXPIRY_ROW);
  print('expiry', `a token with anchor, check and output of its end / a bare token, at ${COUNT_OF_EXPIRY_ROW}: time ${ratioOfPairs(pairs, 'seconds')} ×`);
}

async function printSize(): Promise<void> {
  const output = await mustRun('npm', ['pack', '--dry-run', '--json', '--loglevel=error']);
  const [{ size }] = JSON.parse(output.slice(output.indexOf('[')));
  print('package', `${(size / 1e3).toFixed(0)} kB packed (target ≤ 500 kB)`);
}

/** Runs two trees in turn, each in a process of its own. */
async function alternate(a: string, b: string, count: number): Promise<[Sample, Sample][]> {
  const pairs: [Sample, Sample][] = [];
  for (let index = 0; index < (count >= LARGE ? RUNS_OF_LARGE : RUNS); index += 1) {
    // The order changes too: what the first run warms up helps each of them as often.
    const [first, second] = index % 2 === 0 ? [a, b] : [b, a];
    const samples = [await sample(first, count), await sample(second, count)] as const;
    pairs.push(index % 2 === 0 ? [samples[0], samples[1]] : [samples[1], samples[0]]);
  }
  return pairs;
}

function sample(tree: string, count: number): Promise<Sample> {
  return inFolder(async (folder) => JSON.parse(await mustRun('node', [path.join(COMPILED, 'synth-once.js'), tree, String(count), folder])) as Sample);
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'logfire-bench-'));
  try {
    return await work(folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function print(name: string, text: string): void {
  console.log(`${name.padEnd(34)} ${text}`);
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
