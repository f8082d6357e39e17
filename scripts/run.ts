import * as path from 'node:path';
import { spawn } from 'cross-spawn';

export const ROOT = path.resolve(__dirname, '..');

export interface Run {
  readonly exitCode: number;
  /** Standard output and error, in the order in which they came. */
  readonly output: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs a program of the repository's dependencies, or one on the PATH, and keeps what it says. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const bin = path.join(ROOT, 'node_modules', '.bin');
  const child = spawn(command, args, {
    cwd: options.cwd ?? ROOT,
    env: {
      ...process.env,
      PATH: `${bin}${path.delimiter}${process.env.PATH}`,
      // The tools of jsii announce the end of Node 20's life at each start.
      JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20',
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk.toString('utf8');
  };
  child.stdout!.on('data', collect);
  child.stderr!.on('data', collect);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ exitCode: code ?? 1, output }));
  });
}

/** Like `run`, but throws what the program said when it fails. */
export async function mustRun(command: string, args: readonly string[], options?: RunOptions): Promise<string> {
  const { exitCode, output } = await run(command, args, options);
  if (exitCode !== 0) {
    throw new Error(`${command} ${args.join(' ')} ended with ${exitCode}:\n${output}`);
  }
  return output;
}
