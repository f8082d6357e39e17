import * as fs from 'node:fs';
import * as path from 'node:path';
import { Run, run } from '../run';

/** The translations of all examples in README and docstrings, which the npm archive ships: Construct Hub and other registries show them. */
export const TRANSLATIONS = '.jsii.tabl.json.gz';

/** Translates all examples of the compiled library in a directory; each of them has to compile. */
export async function translateExamples(root: string): Promise<Run> {
  // Earlier translations would serve as a cache, in either form.
  for (const file of [TRANSLATIONS, TRANSLATIONS.replace(/\.gz$/, '')]) {
    fs.rmSync(path.join(root, file), { force: true });
  }
  return run('jsii-rosetta', ['extract', '--strict', '--compile', '--compress-tablet'], { cwd: root });
}
