import * as fs from 'node:fs';
import * as path from 'node:path';
import { Command } from 'commander';
import { EXIT } from './problem';

/** Said by `--help` of the program and of each command. */
const EXIT_CODES = `
Exit codes:
  0  all is well
  1  there are findings, or an expectation failed
  2  wrong usage, or input that cannot be read
  stand-in ends with the exit code of the command that it runs`;

/** What adds the commands, in the order of `--help`. */
const COMMANDS: readonly ((program: Command) => void)[] = [];

/** The program with all of its commands. */
export function cli(): Command {
  const program = new Command('cdktf-logfire')
    .description('Tools around cdktf-logfire and cdktn-logfire: nothing of them needs a Logfire account.')
    .version(versionOfTool())
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

/** That of the package, which is one directory up in the sources and when it is packed. */
function versionOfTool(): string {
  return (JSON.parse(fs.readFileSync(path.join(__dirname, '..', 'package.json'), 'utf8')) as { version: string }).version;
}
