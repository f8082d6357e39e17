/**
 * `npm run check:hub`: packs both flavours for npm, and checks the archives by the rules of Construct Hub. Its pages are rendered as the
 * Hub does, in all languages. `npm run check:hub -- ARCHIVE` checks one that is there.
 */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { CDKTF, CDKTN, Flavour } from './flavour/flavours';
import { archiveProblems } from './hub/archive';
import { compile, distOf, packageTarget } from './package/packages';

async function main(given: readonly string[]): Promise<void> {
  const archives = given.length > 0 ? given : [await pack(CDKTF), await pack(CDKTN)];
  for (const archive of archives) {
    const problems = await archiveProblems(archive);
    problems.forEach((problem) => console.error(`${path.basename(archive)}: ${problem}`));
    if (problems.length > 0) {
      process.exitCode = 1;
    } else {
      console.log(`${path.basename(archive)} is ready for Construct Hub`);
    }
  }
}

async function pack(flavour: Flavour): Promise<string> {
  await compile(flavour);
  await packageTarget(flavour, 'js');
  const folder = path.join(distOf(flavour), 'js');
  return path.join(folder, fs.readdirSync(folder)[0]);
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
