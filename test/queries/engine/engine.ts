import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { mustRun } from '../../../scripts/run';
import { cached } from '../../../scripts/tool-cache';

const DATAFUSION = '55.0.0';
const PYARROW = '26.0.1';

/** A row of a table: its columns that are not null, and how many seconds ago it was recorded. */
export interface Row {
  readonly ago: number;
  readonly [column: string]: unknown;
}

export interface Dataset {
  readonly records?: readonly Row[];
  readonly metrics?: readonly Row[];
}

export interface Run {
  readonly dataset: string;
  readonly sql: string;
}

/** What a query returned. Times are in seconds since 1970. */
export interface Result {
  readonly rows: readonly { readonly [column: string]: any }[];
  /** Functions of Logfire that the query needed, of which the engine has an imitation. */
  readonly standIns: readonly string[];
  readonly error?: string;
}

/** DataFusion, the engine of Logfire. Without Python the tests that need it fail: there is no other proof that a query runs. */
export async function runQueries(datasets: { readonly [name: string]: Dataset }, runs: readonly Run[]): Promise<Result[]> {
  return await onEngine(join(__dirname, 'engine.py'), { datasets, runs }) as Result[];
}

/** Runs a program in Python that has the engine. It reads JSON, and writes JSON. */
export async function onEngine(program: string, input: unknown): Promise<unknown> {
  const directory = await cached(`datafusion-${DATAFUSION}`, async (empty) => {
    await mustRun('python3', ['-m', 'venv', '--copies', empty]);
    await mustRun(join(empty, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', `datafusion==${DATAFUSION}`, `pyarrow==${PYARROW}`]);
  });
  const python = spawn(join(directory, 'bin', 'python'), [program], { stdio: ['pipe', 'pipe', 'inherit'] });
  python.stdin.end(JSON.stringify(input));
  return JSON.parse(await text(python.stdout));
}
