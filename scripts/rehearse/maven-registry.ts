import * as fs from 'node:fs';
import { contentOf, LocalRegistry } from './registry';

/** A folder, which Maven deploys to and resolves from. Unlike Maven Central it wants no signatures, and lets a version be written twice. */
export function mavenRegistry(folder: string, localRepository: string): LocalRegistry {
  fs.mkdirSync(folder, { recursive: true });
  return {
    name: 'Maven',
    job: 'release_maven',
    publishing: {
      MAVEN_SERVER_ID: 'rehearsal',
      MAVEN_REPOSITORY_URL: `file://${folder}`,
      MAVEN_USERNAME: 'rehearsal',
      MAVEN_PASSWORD: 'rehearsal',
      MAVEN_GPG_PRIVATE_KEY: undefined,
      MAVEN_GPG_PRIVATE_KEY_PASSPHRASE: undefined,
      MAVEN_STAGING_PROFILE_ID: undefined,
      MAVEN_OPTS: `-Dmaven.repo.local=${localRepository}`,
    },
    using: { MAVEN_REPOSITORY_URL: `file://${folder}` },
    start: async () => {},
    stop: async () => {},
    content: () => contentOf(
      folder,
      // The list of versions says when it was written, also when nothing is new; its digests follow it.
      (file) => !/maven-metadata\.xml\.(md5|sha1)$/.test(file),
      (file) => Buffer.from(fs.readFileSync(file, 'latin1').replace(/<lastUpdated>\d+<\/lastUpdated>/, ''), 'latin1'),
    ),
  };
}
