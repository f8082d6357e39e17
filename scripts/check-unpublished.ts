/**
 * Fails when a registry has the version that is about to be released. The tag of a release is made last, so without a tag the packages are
 * from a run that did not finish, and the new ones would be mixed with them: publib leaves out what a registry has, without an error.
 */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { CDKTF, CDKTN } from './flavour/flavours';
import { publicRegistries } from './release/registries';
import { ROOT, run } from './run';

async function main(): Promise<void> {
  const read = (file: string) => fs.readFileSync(path.join(ROOT, 'dist', file), 'utf8').trim();
  const [version, tag] = [read('version.txt'), read('releasetag.txt')];
  if ((await run('git', ['rev-parse', '--quiet', '--verify', `refs/tags/${tag}`])).exitCode === 0) {
    console.log(`${tag} is released; there is nothing new to publish`);
    return;
  }
  const checks = publicRegistries(process.env).flatMap(({ name, has }) => [CDKTF, CDKTN].map(async (flavour) => (
    await has(flavour, version) ? [`${flavour.packageName} on ${name}`] : []
  )));
  const published = (await Promise.all(checks)).flat();
  if (published.length > 0) {
    throw new Error([
      `${version} is published already, without its tag ${tag}: ${published.join(', ')}.`,
      'A run of the release workflow did not finish. Re-run its failed jobs: they publish what is missing from the same packages.',
      `If that is no longer possible, tag the commit of that run with ${tag}; the next release gets a new version.`,
    ].join('\n'));
  }
  console.log(`${version} is free on every registry`);
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
