import { Command } from 'commander';
import { addConvert } from './commands/convert';
import { addDashboardLint } from './commands/dashboard-lint';
import { addDashboardToCode } from './commands/dashboard-to-code';
import { addInit } from './commands/init';
import { addQueryLint } from './commands/query-lint';
import { addReview } from './commands/review';
import { addStandIn } from './commands/stand-in';
import { addTry } from './commands/try';
import { EXIT } from './problem';
import { VERSION } from './version';

/** Said by `--help` of the program and of each command. */
const EXIT_CODES = `
Exit codes:
  0  all is well
  1  there are findings, or an expectation failed
  2  wrong usage, or input that cannot be read
  stand-in ends with the exit code of the command that it runs`;

/** What adds the commands, in the order of `--help`. */
const COMMANDS: readonly ((program: Command) => void)[] = [
  addInit, addTry, addStandIn, addConvert, addDashboardLint, addDashboardToCode, addQueryLint, addReview,
];

/** The program with all of its commands. */
export function cli(): Command {
  const program = new Command('cdktf-logfire')
    .description('Tools around cdktf-logfire and cdktn-logfire: nothing of them needs a Logfire account.')
    .version(VERSION)
    .enablePositionalOptions()
    .showHelpAfterError('(add --help for what the command takes)')
    .configureHelp({ showGlobalOptions: false })
    .addHelpText('afterAll', EXIT_CODES);
  COMMANDS.forEach((add) => add(program));
  applyToAll(program, (command) => {
    command.exitOverride((error) => {
      throw Object.assign(error, { exitCode: error.exitCode === 0 ? EXIT.OK : EXIT.USAGE });
    });
  });
  return program;
}

function applyToAll(command: Command, apply: (command: Command) => void): void {
  apply(command);
  command.commands.forEach((child) => applyToAll(child, apply));
}
