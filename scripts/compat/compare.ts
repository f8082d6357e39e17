import * as fs from 'node:fs';
import { ignoredChanges } from './ignored-changes';
import { isReleased } from './released';
import { run } from '../run';

const NPM = /^npm:/;

export interface Comparison {
  /** The release: a folder, or `npm:` and a package. */
  readonly original: string;
  /** The folder with the compiled library. */
  readonly updated: string;
  /** With the breaking changes that are meant; it may be missing. */
  readonly ignoreFile: string;
}

/**
 * Compares the API with that of a release, and says how it went. All of the API counts, what is experimental too.
 *
 * @throws when there is a breaking change that is not ignored, or one is ignored that is not there
 */
export async function compare({ original, updated, ignoreFile }: Comparison): Promise<string> {
  const ignored = fs.existsSync(ignoreFile) ? ignoredChanges(fs.readFileSync(ignoreFile, 'utf8')) : [];
  if (NPM.test(original) && !await isReleased(original.replace(NPM, ''))) {
    return `nothing to compare with: ${original} has no release yet`;
  }
  const { exitCode, output } = await run('jsii-diff', [original, updated, '--keys', '--error-on', 'all', '--ignore-file', ignoreFile]);
  if (output.includes('Skipping analysis')) {
    throw new Error(`the release could not be loaded, so nothing was compared:\n${output}`);
  }
  if (exitCode !== 0) {
    throw new Error(`the API breaks what was released. Keep what was there, or put the key in brackets into .compatignore, with the reason above it:\n${output}`);
  }
  const stale = ignored.filter(({ key }) => !output.includes(`[${key}]`));
  if (stale.length > 0) {
    throw new Error(`.compatignore has what is no change; take it out:\n${stale.map(({ key, line }) => `line ${line}: ${key}`).join('\n')}`);
  }
  return ignored.length === 0 ? 'no breaking change' : `no breaking change but the ${ignored.length} of .compatignore`;
}
