import type { ChildProcess, StdioOptions } from 'node:child_process';
import * as os from 'node:os';
import { spawn } from 'cross-spawn';
import { ToolError } from './problem';

const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a command in the terminal of this one, and returns its exit code, or 128 and the number of the signal that ended it. Signals that this
 * process gets reach the command, and this process outlives it.
 */
export function runWrapped(command: readonly string[], environment: Readonly<Record<string, string>>): Promise<number> {
  const [program, ...args] = command;
  return wrap(program, spawn(program, args, { stdio: 'inherit', env: { ...process.env, ...environment } }));
}

/** Runs a line of a shell in a directory in the same way. What it prints goes to standard error. */
export function runShell(line: string, directory: string, environment: Readonly<Record<string, string>>): Promise<number> {
  const stdio: StdioOptions = ['inherit', process.stderr, process.stderr];
  return wrap(line, spawn(line, { cwd: directory, shell: true, stdio, env: { ...process.env, ...environment } }));
}

async function wrap(program: string, child: ChildProcess): Promise<number> {
  // A terminal sends Ctrl-C to all that run in it. Terraform would take a second one as the wish to stop at once.
  const inTerminal = [process.stdin, process.stdout, process.stderr].some(({ isTTY }) => isTTY);
  const pass = (signal: NodeJS.Signals) => {
    if (signal !== 'SIGINT' || !inTerminal) {
      child.kill(signal);
    }
  };
  SIGNALS.forEach((signal) => process.on(signal, pass));
  try {
    return await new Promise<number>((resolve, reject) => {
      child.on('error', (error: NodeJS.ErrnoException) => reject(new ToolError(
        `${program} cannot be run (${error.code})`,
        error.code === 'ENOENT' ? 'install it, or put it on the PATH' : 'name a program that you may run',
      )));
      child.on('close', (code, signal) => resolve(code ?? 128 + os.constants.signals[signal!]));
    });
  } finally {
    SIGNALS.forEach((signal) => process.off(signal, pass));
  }
}
