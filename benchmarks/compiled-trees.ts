import * as path from 'node:path';
import { Sample } from './samples';
import { compileLibrary } from '../scripts/compile/compile';
import { mustRun, ROOT } from '../scripts/run';
import { linkSelf } from '../scripts/self-link';

/** Compiled once, so that no measured process translates TypeScript; below `node_modules`, where the library is found by name. */
export const COMPILED = path.join(ROOT, 'node_modules', '.cache', 'logfire-bench');

export interface MemorySample extends Sample {
  /** The highest that the process had. It depends on when the garbage collector ran. */
  readonly bytes: number;
  /** What is left after the synth, without garbage. */
  readonly live: number;
}

let compiled: Promise<unknown> | undefined;

/** Compiles the library and the trees, once for all parts of a run. */
export async function compileTrees(): Promise<void> {
  compiled ??= (async () => {
    await compileLibrary(ROOT);
    linkSelf();
    await mustRun('tsc', ['--outDir', COMPILED, '--module', 'node16', '--target', 'es2022', '--skipLibCheck', '--types', 'node', 'benchmarks/synth-once.ts']);
  })();
  await compiled;
}

/** Synthesizes a tree in a process of its own, which measures from after its imports. */
export async function synthTree(tree: string, count: number, outdir: string, cwd?: string): Promise<MemorySample> {
  return JSON.parse(await mustRun('node', ['--expose-gc', path.join(COMPILED, 'synth-once.js'), tree, String(count), outdir], { cwd })) as MemorySample;
}
