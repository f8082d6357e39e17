import { randomUUID } from 'node:crypto';
import * as path from 'node:path';
import { Command, Option } from 'commander';
import { flavorOption, type Flavor } from '../flavor';
import { LANGUAGES, type Language } from '../init/languages';
import { projectFiles } from '../init/project';
import { writeFolder } from '../output-folder';
import { ToolError } from '../problem';
import { VERSION } from '../version';

interface Options {
  readonly language: Language;
  readonly flavor: Flavor;
  readonly name?: string;
  readonly dryRun?: boolean;
}

/** What Logfire allows as the name of a project. */
const NAME = /^(?=.{2,50}$)[a-z0-9]+(-[a-z0-9]+)*$/;

const EXAMPLES = `
Examples:
  $ cdktf-logfire init --language typescript shop && cd shop && npm install && npm run try
  $ cdktf-logfire init --language python --flavor cdktn --name shop infra
  $ cdktf-logfire init --language go --dry-run shop

The project has a Logfire project with a write token and an alert, a test, a CI workflow and a README. It needs no Logfire account until you deploy.`;

/** `init`: a new project in a language. */
export function addInit(program: Command): void {
  program.command('init')
    .description('write a new project: a program, a test, a CI workflow and a README')
    .argument('<dir>', 'directory, new or empty')
    .addOption(new Option('--language <language>', 'language of the program').choices(Object.keys(LANGUAGES)).makeOptionMandatory())
    .addOption(flavorOption())
    .option('--name <name>', 'name of the Logfire project and of the stack (default: name of the directory)')
    .option('--dry-run', 'list the files, and write none')
    .addHelpText('after', EXAMPLES)
    .action((directory: string, options: Options) => init(directory, options));
}

function init(directory: string, { language, flavor, name = path.basename(path.resolve(directory)), dryRun }: Options): void {
  if (!NAME.test(name)) {
    throw new ToolError(
      `${JSON.stringify(name)} is no name of a Logfire project`,
      'pass --name with 2 to 50 lower-case letters, digits and single hyphens, such as shop',
    );
  }
  const files = projectFiles({ language, flavor, name, version: VERSION, projectId: randomUUID() });
  writeFolder(directory, files, { dryRun }).forEach((file) => process.stdout.write(`${file}\n`));
  if (!dryRun) {
    const enter = path.resolve(directory) === process.cwd() ? '' : `cd ${directory} && `;
    const { install, try: attempt } = LANGUAGES[language];
    process.stderr.write(`Next: ${enter}${install} && ${attempt.replace('{{version}}', VERSION)}\n`);
  }
}
