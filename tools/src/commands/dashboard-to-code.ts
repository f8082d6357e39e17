import { Command } from 'commander';
import { languageOption } from './convert';
import { dashboardCommand } from './dashboard';
import { Flavor, flavorOption } from '../flavor';
import { writeNewFile } from '../new-file';
import { emitterOf } from '../program/languages';
import { dashboardCode } from '../to-code/dashboard-code';
import { readDashboard } from '../to-code/read-dashboard';

interface Options {
  readonly language: string;
  readonly flavor: Flavor;
  readonly out?: string;
}

/** `dashboard to-code`: an exported dashboard becomes a program with the builder. */
export function addDashboardToCode(program: Command): void {
  dashboardCommand(program).command('to-code')
    .description('write the JSON of a dashboard as code, with the builder of the library')
    .argument('<file>', 'the JSON of a dashboard, as Logfire exports it')
    .addOption(languageOption())
    .addOption(flavorOption())
    .option('--out <file>', 'new file for the program; without it the program is printed')
    .action((file: string, { language, flavor, out }: Options) => {
      const { program: code, notes } = dashboardCode(readDashboard(file), file);
      const text = emitterOf(language, flavor).emit(code);
      notes.forEach((note) => process.stderr.write(`${note}\n`));
      if (out === undefined) {
        process.stdout.write(text);
      } else {
        writeNewFile(out, text);
        process.stdout.write(`${out}\n`);
      }
    });
}
