/**
 * `npm run templates`: makes the zip files for `cdktf init --template`, one for each flavour and language, in `dist/templates`. They have the
 * files that `cdktf-logfire init` writes.
 */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { mustRun, ROOT } from './run';
import { FLAVORS } from '../tools/src/flavor';
import { LANGUAGES, type Language } from '../tools/src/init/languages';
import { projectFiles } from '../tools/src/init/project';
import { writeFolder } from '../tools/src/output-folder';

/** Makes all zip files in a directory that is new or empty, and returns their names. */
export async function makeTemplates(destination: string): Promise<string[]> {
  const { version } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };
  fs.mkdirSync(destination, { recursive: true });
  const made: string[] = [];
  for (const flavor of FLAVORS) {
    for (const language of Object.keys(LANGUAGES) as Language[]) {
      const name = `${flavor}-${language}`;
      const directory = path.join(destination, name);
      // The CLI fills these in: the name of the directory, and the id of the project.
      const files = projectFiles({ flavor, language, version, name: '{{$base}}', projectId: '{{projectId}}' });
      writeFolder(directory, { ...files, '.hooks.sscaff.js': hooksOf(language, version) });
      await mustRun('python3', ['-m', 'zipfile', '-c', `${directory}.zip`, directory]);
      fs.rmSync(directory, { recursive: true });
      made.push(`${name}.zip`);
    }
  }
  return made;
}

/** What the CLI runs after it has written the files. */
function hooksOf(language: Language, version: string): string {
  const { install, try: attempt } = LANGUAGES[language];
  const next = `Next: ${install} && ${attempt.replace('{{version}}', version)}`;
  return `exports.post = () => console.log(${JSON.stringify(next)});\n`;
}

if (require.main === module) {
  const destination = path.join(ROOT, 'dist', 'templates');
  fs.rmSync(destination, { recursive: true, force: true });
  makeTemplates(destination).then((made) => made.forEach((file) => console.log(path.join('dist', 'templates', file))), (error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
