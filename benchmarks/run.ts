/** `npm run bench`: what the library costs over the bindings alone. Ratios within one run; absolute times depend on the machine. */
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { growthExponent, median, ratioOfPairs } from './statistics';
import { mustRun, ROOT } from '../scripts/run';
import { linkSelf } from '../scripts/self-link';

/** Alternating runs of each pair; odd, so that the median is one of them. */
const RUNS = 7;
/** Of the largest count, where one run takes long. */
const RUNS_OF_LARGEST = 5;
const COUNTS = [1, 100, 1_000, 10_000];
const COUNT_OF_EXPIRY_ROW = 1_000;
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

  await checkSameJson();
  await printRequire();
  await printSynth();
  await printExpiry();
  await printSize();
}

/** Both trees must say the same, or the comparison means nothing. */
async function checkSameJson(): Promise<void> {
  const [library, bindings] = await Promise.all(['constructs', 'bindings'].map((tree) => inFolder(async (folder) => {
    await mustRun('node', [path.join(COMPILED, 'synth-once.js'), tree, '10', folder]);
    return fs.readFileSync(path.join(folder, 'stacks', 'app', 'cdk.tf.json'), 'utf8');
  })));
  if (library !== bindings) {
    throw new Error('the two trees give different JSON; bring benchmarks/trees.ts up to date');
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

async function printSynth(): Promise<void> {
  const library: number[] = [];
  for (const count of COUNTS) {
    const pairs = await alternate('constructs', 'bindings', count);
    const seconds = median(pairs.map(([ours]) => ours.seconds));
    library.push(seconds);
    const target = count === 1_000 ? ' (target ≤ 1.25 ×)' : '';
    print(`${count} × project, token, outputs`, `constructs / bindings: time ${ratioOfPairs(pairs, 'seconds')} ×${target}, `
      + `memory ${ratioOfPairs(pairs, 'bytes')} ×; ${seconds.toFixed(2)} s, ${(median(pairs.map(([ours]) => ours.bytes)) / 1e6).toFixed(0)} MB here`);
  }
  print('growth', `time grows with the count to the power of ${growthExponent(COUNTS.slice(-2), library.slice(-2)).toFixed(2)} from ${COUNTS.at(-2)} to ${COUNTS.at(-1)} (target ≤ 1.05)`);
}

async function printExpiry(): Promise<void> {
  const pairs = await alternate('constructs', 'withoutExpiry', COUNT_OF_EXPIRY_ROW);
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
  for (let index = 0; index < (count === COUNTS.at(-1) ? RUNS_OF_LARGEST : RUNS); index += 1) {
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
