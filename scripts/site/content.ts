import * as fs from 'node:fs';
import * as path from 'node:path';
import { placeOf, REPOSITORY } from './addresses';
import { apiPages, roomsOfApi } from './api/api-pages';
import { exampleNames, galleryPages } from './gallery';
import { documentPages, documents, languagesPage } from './guide-pages';
import { navigation } from './navigation';
import { SitePage } from './page';
import { ROOT } from '../run';

export const SITE = path.join(ROOT, 'site');
const CONTENT = path.join(SITE, 'src', 'content', 'docs');
const GENERATED = path.join(SITE, 'src', 'generated');
const PICTURES = path.join(SITE, 'public', 'pictures');

/** All pages of the site. */
export async function sitePages(): Promise<SitePage[]> {
  const places = new Set([...documents().map((file) => placeOf(file)!), 'examples', ...exampleNames().map((name) => `examples/${name}`), 'languages']);
  return [...documentPages(places), languagesPage(), ...galleryPages(places), ...await apiPages()];
}

/** Writes what the generator builds the site from; nothing of it is committed. */
export async function writeContent(): Promise<SitePage[]> {
  const pages = await sitePages();
  [CONTENT, GENERATED, PICTURES].forEach((directory) => {
    fs.rmSync(directory, { recursive: true, force: true });
    fs.mkdirSync(directory, { recursive: true });
  });
  for (const page of pages) {
    const file = path.join(CONTENT, `${page.place === '' ? 'index' : page.place}.${page.isMdx ? 'mdx' : 'md'}`);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, `${frontmatterOf(page)}\n${page.markdown}\n`);
  }
  write('navigation.json', navigation(pages));
  write('rooms.json', roomsOfApi());
  fs.cpSync(path.join(ROOT, 'docs', 'pictures'), PICTURES, { recursive: true, filter: (file) => !file.endsWith('.sha256') });
  return pages;
}

/** JSON is YAML. */
function frontmatterOf({ place, title, description, source }: SitePage): string {
  const fields = {
    title,
    description,
    slug: place === '' ? 'index' : place,
    editUrl: source === undefined ? false : `${REPOSITORY}/edit/main/${source}`,
  };
  return ['---', ...Object.entries(fields).filter(([, value]) => value !== undefined).map(([name, value]) => `${name}: ${JSON.stringify(value)}`), '---', ''].join('\n');
}

function write(name: string, value: unknown): void {
  fs.writeFileSync(path.join(GENERATED, name), `${JSON.stringify(value, undefined, 2)}\n`);
}
