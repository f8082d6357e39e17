import { CommanderError } from 'commander';
import { cli } from './cli';
import { EXIT, ToolError } from './problem';

/** Runs the program with arguments, and returns the exit code. A problem that the user can mend is one line on standard error. */
export async function runCli(args: readonly string[]): Promise<number> {
  process.exitCode = undefined;
  try {
    await cli().parseAsync(args, { from: 'user' });
    // What a command has set for its findings.
    return Number(process.exitCode ?? EXIT.OK);
  } catch (error) {
    if (error instanceof CommanderError) {
      // commander has said it already.
      return error.exitCode;
    }
    if (error instanceof ToolError) {
      process.stderr.write(`cdktf-logfire: ${error.message}\n`);
      return error.exitCode;
    }
    throw error;
  }
}
