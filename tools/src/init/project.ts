import * as fs from 'node:fs';
import * as path from 'node:path';
import { LANGUAGES, type Language } from './languages';
import { NAMES } from './names';
import type { Flavor } from '../flavor';
import type { Files } from '../output-folder';

const TEMPLATES = path.join(__dirname, '..', '..', 'templates');
const ENDING = '.tmpl';

/** What a project is written for. */
export interface ProjectOptions {
  readonly language: Language;
  readonly flavor: Flavor;
  /** Name of the Logfire project, and of the stack. */
  readonly name: string;
  /** Version of the library and of the tool. */
  readonly version: string;
  /** UUID by which the framework's CLI knows the project. */
  readonly projectId: string;
}

/** The files of a new project. */
export function projectFiles({ language, flavor, ...options }: ProjectOptions): Files {
  const commands = LANGUAGES[language];
  const names = NAMES[flavor];
  const deploy = language === 'typescript' ? 'npm run deploy' : `${names.cli} deploy`;
  const values: Record<string, string> = { ...names, ...commands, ...options, language, deploy };
  // The one command that has a value of its own.
  values.try = commands.try.replace('{{version}}', options.version);
  const fill = (text: string): string => text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    if (!(name in values)) {
      throw new Error(`a template has {{${name}}}, which has no value`);
    }
    return values[name];
  });
  return Object.fromEntries(['common', language].flatMap((folder) => templatesIn(path.join(TEMPLATES, folder))
    .map(([file, text]) => [file, withoutEmptyLines(file, fill(text))])));
}

/** A step that a language does not need leaves an empty line. */
function withoutEmptyLines(file: string, text: string): string {
  return /ci\.yml$|\.gitignore$/.test(file) ? text.replace(/\n{2,}/g, '\n') : text;
}

function templatesIn(folder: string): [file: string, text: string][] {
  return fs.readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ENDING))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => [path.relative(folder, file).slice(0, -ENDING.length).replaceAll(path.sep, '/'), fs.readFileSync(file, 'utf8')]);
}
