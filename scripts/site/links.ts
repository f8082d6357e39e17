import * as fs from 'node:fs';
import * as path from 'node:path';
import { addressOf, BASE, placeOf, RAW, REPOSITORY } from './addresses';
import { outsideCode } from './markdown';
import { ROOT } from '../run';

const TARGET = /\]\(([^)\s]+)\)/g;
const IN_REPOSITORY = new RegExp(`^(?:${REPOSITORY}(?:/(?:blob|tree)/main/([^#]*)|(?=#readme$))|${RAW}/main/([^#]*))`);

/** A text of the repository with its links as the site has them: to a page of the site where there is one, otherwise to GitHub. */
export function rewriteLinks(markdown: string, file: string, places: ReadonlySet<string>): string {
  return outsideCode(markdown, (prose) => prose.replace(TARGET, (link, target: string) => {
    const rewritten = rewriteTarget(target, file, places);
    return rewritten === undefined ? link : `](${rewritten})`;
  }));
}

/** Where a link of a file leads on the site; undefined for what stays as it is. */
export function rewriteTarget(target: string, file: string, places: ReadonlySet<string>): string | undefined {
  const inRepository = IN_REPOSITORY.exec(target);
  if (target.startsWith('#') || (inRepository === null && /^[a-z]+:/.test(target))) {
    return undefined;
  }
  const [named, anchor] = target.split('#');
  const wanted = inRepository === null ? path.posix.join(path.posix.dirname(file), named) : inRepository[1] ?? inRepository[2] ?? 'README.md';
  if (/^docs\/pictures\/[^/]+$/.test(wanted)) {
    return `${BASE}pictures/${path.posix.basename(wanted)}`;
  }
  const place = placeOf(wanted);
  if (place !== undefined && places.has(place)) {
    return `${addressOf(place)}${anchor === undefined || anchor === 'readme' ? '' : `#${anchor}`}`;
  }
  const existing = path.join(ROOT, wanted);
  if (!fs.existsSync(existing)) {
    throw new Error(`${file}: the link ${target} names ${wanted}, which does not exist`);
  }
  return `${REPOSITORY}/${fs.statSync(existing).isDirectory() ? 'tree' : 'blob'}/main/${wanted}${anchor === undefined ? '' : `#${anchor}`}`;
}
