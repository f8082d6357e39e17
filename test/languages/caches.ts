import * as fs from 'node:fs';
import * as path from 'node:path';

/**
 * Maven keeps a release for good, and would run a program with an earlier build: takes out of its local repository whatever the packed
 * one has, the library and its framework. All else stays.
 */
export function forgetInMaven(local: string, packed: string): void {
  const poms = fs.readdirSync(packed, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.pom'));
  // <group as directories>/<artifact>/<version>/<file>
  poms.forEach((pom) => fs.rmSync(path.join(local, path.dirname(path.dirname(pom))), { recursive: true, force: true }));
}

/** NuGet caches a package by its version, which is that of the build before: takes out of its cache whatever has been packed. */
export function forgetInNuget(cache: string, packed: string): void {
  const identities = fs.readdirSync(packed).flatMap((file) => /^(.+?)\.\d+\.\d+\.\d+[^/]*\.nupkg$/.exec(file)?.[1] ?? []);
  // Names of directories are in lower case there.
  identities.forEach((identity) => fs.rmSync(path.join(cache, identity.toLowerCase()), { recursive: true, force: true }));
}
