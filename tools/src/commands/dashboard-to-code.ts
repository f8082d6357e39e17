import { Command } from 'commander';
import { dashboardCommand } from './dashboard';
import { flavorOption, type Flavor } from '../flavor';
import { languageOption } from '../language-option';
import { writeNewFile } from '../new-file';
import { emitterOf } from '../program/languages';
import { dashboardCode } from '../to-code/dashboard-code';
import { readDashboard } from '../to-code/read-dashboard';

interface Options {
  readonly language: string;
  readonly flavor: Flavor;
  readonly out?: string;
}

const EXAMPLES = `
Examples:
  $ cdktf-logfire dashboard to-code --language typescript traffic.json
  $ cdktf-logfire dashboard to-code --language go --out traffic/main.go traffic.json

The document of the program is that of the file. What a class of panels does not say becomes a RawPanel.`;

/** `dashboard to-code`: an exported dashboard becomes a program with the builder. */
export function addDashboardToCode(program: Command): void {
  dashboardCommand(program).command('to-code')
    .description('write the JSON of a dashboard as code, with the builder of the library')
    .argument('<file>', 'the JSON of a dashboard, as Logfire exports it')
    .addOption(languageOption())
    .addOption(flavorOption())
    .option('--out <file>', 'new file for the program; without it the program is printed')
    .addHelpText('after', EXAMPLES)
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
