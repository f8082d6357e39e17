import * as path from 'node:path';

/** Where the site is deployed: origin and path. `site/astro.config.mjs` has the same. */
export const ORIGIN = 'https://cdktf-logfire.github.io';
export const BASE = '/cdktf-logfire/';
export const REPOSITORY = 'https://github.com/cdktf-logfire/cdktf-logfire';
/** Where pictures of the README are for readers elsewhere. */
export const RAW = 'https://raw.githubusercontent.com/cdktf-logfire/cdktf-logfire';

/** The folders of languages in `docs`, whose pages the tabs of the site replace. */
const LANGUAGE_FOLDERS = 'python|java|csharp|go';

/** A page's address on the site from its place in it, such as `tokens` or `api/python/LogfireProject`; the home page is the empty place. */
export function addressOf(place: string): string {
  return place === '' ? BASE : `${BASE}${place}/`;
}

/** The place of the page that is made from a file or directory of the repository; undefined for what has no page. */
export function placeOf(file: string): string | undefined {
  const name = path.posix.normalize(file).replace(/\/$/, '');
  const fixed: { readonly [name: string]: string } = {
    'README.md': '',
    'CONTRIBUTING.md': 'contributing',
    'SECURITY.md': 'security',
    'tools/README.md': 'tools',
    'tools': 'tools',
    'docs/decisions': 'decisions',
    'docs/decisions/README.md': 'decisions',
    'examples': 'examples',
    'examples/typescript': 'examples',
  };
  if (fixed[name] !== undefined) {
    return fixed[name];
  }
  const [, example] = /^examples\/[a-z]+\/([a-z-]+)(?:\/README\.md)?$/.exec(name) ?? [];
  if (example !== undefined) {
    return `examples/${example}`;
  }
  const [, page] = new RegExp(`^docs/(?:(?:${LANGUAGE_FOLDERS})/)?((?:decisions/|releases/)?[A-Za-z0-9.-]+)\\.md$`).exec(name) ?? [];
  // The README in another language is the home page.
  return page === 'README' ? '' : page;
}
