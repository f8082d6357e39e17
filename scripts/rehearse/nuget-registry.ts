import * as fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { contentOf, LocalRegistry } from './registry';

/** A folder, which is a feed to NuGet. Unlike nuget.org it lets a version be written twice. */
export function nugetRegistry(folder: string): LocalRegistry {
  fs.mkdirSync(folder, { recursive: true });
  return {
    name: 'NuGet',
    job: 'release_nuget',
    publishing: { NUGET_TRUSTED_PUBLISHER: undefined, NUGET_USERNAME: undefined, NUGET_API_KEY: 'rehearsal', NUGET_SERVER: folder },
    using: { NUGET_PACKAGES_URL: pathToFileURL(folder).href },
    start: async () => {},
    stop: async () => {},
    content: () => contentOf(folder),
  };
}
