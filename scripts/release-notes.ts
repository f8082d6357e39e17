/** Puts the notes that were written for a release in place of the list of its commits. The bump has made both files. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { ROOT } from './run';

const version = fs.readFileSync(path.join(ROOT, 'dist', 'version.txt'), 'utf8').trim();
const written = path.join(ROOT, 'docs', 'releases', `${version}.md`);
if (fs.existsSync(written)) {
  fs.copyFileSync(written, path.join(ROOT, 'dist', 'changelog.md'));
}
