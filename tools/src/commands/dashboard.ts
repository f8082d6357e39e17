import { Command } from 'commander';

/** The command under which all about dashboards hangs; the first caller creates it. */
export function dashboardCommand(program: Command): Command {
  return program.commands.find((command) => command.name() === 'dashboard')
    ?? program.command('dashboard').description('work with the JSON of dashboards');
}
