import { Command, Option } from 'commander';
import { convertFrom } from '../convert/convert-from';
import { Flavor, flavorOption } from '../flavor';
import { writeFolder } from '../output-folder';
import { emitterOf, PROGRAM_LANGUAGES } from '../program/languages';

interface Options {
  readonly language: string;
  readonly flavor: Flavor;
  readonly out?: string;
  readonly dryRun?: boolean;
}

/** `--language`, for each command that writes programs. */
export function languageOption(): Option {
  return new Option('--language <language>', 'language of the program').choices(PROGRAM_LANGUAGES).makeOptionMandatory();
}

/** `convert`: a configuration of Terraform becomes a program. */
export function addConvert(program: Command): void {
  program.command('convert')
    .description('convert a Terraform configuration into a program that plans no changes against the same state')
    .argument('<source>', 'a .tf or .tf.json file, or a directory with such files')
    .addOption(languageOption())
    .addOption(flavorOption())
    .option('--out <directory>', 'directory for the program, new or empty; without it the program is printed')
    .option('--dry-run', 'say what would be written to --out, and write nothing')
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
