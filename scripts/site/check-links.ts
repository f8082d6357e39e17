import * as fs from 'node:fs';
import * as path from 'node:path';
import { BASE, ORIGIN, REPOSITORY } from './addresses';
import { ROOT } from '../run';

/** What links to and from a page. */
interface Linked {
  readonly ids: ReadonlySet<string>;
  readonly targets: readonly string[];
}

const ATTRIBUTE = /\s(?:href|src|srcset)="([^"]*)"/g;
const ID = /\sid="([^"]*)"/g;
const IN_REPOSITORY = new RegExp(`^${REPOSITORY}/(?:blob|tree|raw|edit)/main/([^?#]+)`);

/**
 * Every link of a built site that leads nowhere, as `page: target problem`. Pages and anchors of the site have to be there, and so have files of the
 * repository. Other addresses are checked for syntax only, so that the answer does not depend on the network.
 */
export function brokenLinks(dist: string): string[] {
  const files = fs.readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  const pages = new Map(files.map((file) => [addressOfFile(file), read(path.join(dist, file))]));
  const problems = new Map<string, string | undefined>();
  return [...pages].flatMap(([page, { targets }]) => [...new Set(targets)].flatMap((target) => {
    const absolute = absoluteTarget(target, page);
    if (!problems.has(absolute)) {
      problems.set(absolute, problemOf(absolute, pages, dist));
    }
    const problem = problems.get(absolute);
    return problem === undefined ? [] : [`${page}: ${target} ${problem}`];
  }));
}

function read(file: string): Linked {
  // A page names its own address, which the page for unknown addresses does not have.
  const html = fs.readFileSync(file, 'utf8').replace(/<(script|style)\b([^>]*)>[\s\S]*?<\/\1>/g, '<$1$2>').replace(/<link rel="canonical"[^>]*>/, '');
  const values = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, value]) => unescaped(value));
  return { ids: new Set(values(ID)), targets: values(ATTRIBUTE) };
}

function unescaped(value: string): string {
  return value.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#38;', '&').replaceAll('&amp;', '&');
}

function addressOfFile(file: string): string {
  return `${BASE}${file.replaceAll(path.sep, '/').replace(/(^|\/)index\.html$/, '$1')}`;
}

function absoluteTarget(target: string, page: string): string {
  return URL.canParse(target, `${ORIGIN}${page}`) ? new URL(target, `${ORIGIN}${page}`).href : target;
}

function problemOf(target: string, pages: ReadonlyMap<string, Linked>, dist: string): string | undefined {
  if (!URL.canParse(target)) {
    return 'is no address';
  }
  const { origin, pathname, hash } = new URL(target);
  if (origin !== ORIGIN) {
    const [, file] = IN_REPOSITORY.exec(target) ?? [];
    return file === undefined || fs.existsSync(path.join(ROOT, decodeURIComponent(file))) ? undefined : 'names a file that the repository lacks';
  }
  if (!pathname.startsWith(BASE)) {
    return `is outside of ${BASE}`;
  }
  const page = pages.get(decodeURIComponent(pathname));
  if (page === undefined) {
    const file = path.join(dist, decodeURIComponent(pathname.slice(BASE.length)));
    return fs.statSync(file, { throwIfNoEntry: false })?.isFile() ? undefined : 'leads to no page or file';
  }
  const anchor = decodeURIComponent(hash.slice(1));
  return anchor === '' || anchor === '_top' || page.ids.has(anchor) ? undefined : 'names no heading';
}
