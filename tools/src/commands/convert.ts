import { Command } from 'commander';
import { convertFrom } from '../convert/convert-from';
import { flavorOption, type Flavor } from '../flavor';
import { languageOption } from '../language-option';
import { writeFolder } from '../output-folder';
import { emitterOf } from '../program/languages';

interface Options {
  readonly language: string;
  readonly flavor: Flavor;
  readonly out?: string;
  readonly dryRun?: boolean;
}

const EXAMPLES = `
Examples:
  $ cdktf-logfire convert --language typescript infra
  $ cdktf-logfire convert --language python --out converted main.tf

The program has the same resources at the same addresses, so a plan against the same state is empty. What no construct says exactly uses its
L1 binding, and what is not of Logfire stays Terraform JSON; both are listed on standard error and at the top of the program.`;

/** `convert`: a configuration of Terraform becomes a program. */
export function addConvert(program: Command): void {
  program.command('convert')
    .description('convert a Terraform configuration into a program that plans no changes against the same state')
    .argument('<source>', 'a .tf or .tf.json file, or a directory with such files')
    .addOption(languageOption())
    .addOption(flavorOption())
    .option('--out <directory>', 'directory for the program, new or empty; without it the program is printed')
    .option('--dry-run', 'say what would be written to --out, and write nothing')
    .addHelpText('after', EXAMPLES)
    .action(async (source: string, { language, flavor, out, dryRun }: Options) => {
      const { program: converted, notes } = await convertFrom(source);
      const emitter = emitterOf(language, flavor);
      const text = emitter.emit(converted);
      notes.forEach((note) => process.stderr.write(`${note}\n`));
      if (out === undefined) {
        process.stdout.write(text);
        return;
      }
      const files = writeFolder(out, { [emitter.file]: text }, { dryRun });
      files.forEach((file) => process.stdout.write(`${file}\n`));
    });
}
