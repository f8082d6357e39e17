/**
 * `npm run templates`: makes the zip files for `cdktf init --template`, one for each flavour and language, in `dist/templates`. They have the
 * files that `cdktf-logfire init` writes, and are attached to each release on GitHub.
 */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { mustRun, ROOT } from './run';
import { FLAVORS } from '../tools/src/flavor';
import { LANGUAGES, type Language } from '../tools/src/init/languages';
import { projectFiles } from '../tools/src/init/project';
import { writeFolder } from '../tools/src/output-folder';

/** Where a release takes them. */
const TEMPLATES = path.join(ROOT, 'dist', 'templates');

/** Makes all zip files in a directory, in place of what is there, and returns their names. */
export async function makeTemplates(destination: string = TEMPLATES): Promise<string[]> {
  fs.rmSync(destination, { recursive: true, force: true });
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
  makeTemplates().then((made) => made.forEach((file) => console.log(path.relative(ROOT, path.join(TEMPLATES, file)))), (error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
