import * as fs from 'node:fs';
import * as path from 'node:path';
import { addressOf, placeOf } from './addresses';
import { rewriteLinks } from './links';
import { descriptionOf, titleAndBody, toMdx } from './markdown';
import { SitePage } from './page';
import { TABS_IMPORT, tabsOfLanguages } from './tabs';
import { examplesOf, GUIDES, readGuide, withExamples } from '../guides/guide';
import { GUIDE_LANGUAGES } from '../guides/languages';
import { INSTALL, LANGUAGES } from '../guides/pages';
import { regionsOf } from '../guides/regions';
import { ROOT } from '../run';

/** Where the README says that there is a site. */
const DOCUMENTATION = /^\*\*\[Documentation\].*\n+/m;

/** The files of the repository that have a page each, besides the examples. */
export function documents(): string[] {
  const markdownIn = (directory: string) => fs.readdirSync(path.join(ROOT, directory)).filter((name) => name.endsWith('.md')).map((name) => `${directory}/${name}`);
  return ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'tools/README.md', ...['docs', 'docs/decisions', 'docs/releases'].flatMap(markdownIn)];
}

/** A page from each of them. */
export function documentPages(places: ReadonlySet<string>): SitePage[] {
  const regions = new Map(GUIDE_LANGUAGES.map((language) => [language.name, regionsOf(language)]));
  return documents().map((file) => {
    const { title, body } = titleOrRelease(file);
    const description = descriptionOf(body);
    const linked = rewriteLinks(body, file, places);
    const page = { place: placeOf(file)!, title, description, source: file };
    return GUIDES.includes(file) ? { ...page, isMdx: true, markdown: guide(file, linked, regions) } : { ...page, markdown: linked };
  });
}

/** Release notes have no heading of their own: the release on GitHub has one. */
function titleOrRelease(file: string): { readonly title: string; readonly body: string } {
  const text = readGuide(file);
  return file.startsWith('docs/releases/') ? { title: `Release ${path.basename(file, '.md')}`, body: text } : titleAndBody(text);
}

/** The examples of a guide as tabs of the languages. */
function guide(file: string, markdown: string, regions: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  const examples = new Map(examplesOf(file).map(({ id, code }) => [id, code]));
  const spelled = `The text spells names as in TypeScript: see [how the other languages spell them](${addressOf('languages')}).`;
  const body = withExamples(toMdx(markdown.replace(LANGUAGES, '').replace(DOCUMENTATION, '')), (id) => tabsOfLanguages(
    `\`\`\`ts\n${examples.get(id)!}\`\`\``,
    ({ name }) => `\`\`\`${name}\n${regions.get(name)!.get(id)!}\n\`\`\``,
  )).replace(INSTALL, (typescript) => tabsOfLanguages(typescript, ({ install }) => `\`\`\`${install.fence}\n${install.text}\n\`\`\``));
  return [TABS_IMPORT, body, ...file === 'README.md' ? [] : [spelled]].join('\n\n');
}

/** What users of each language need to know of it. */
export function languagesPage(): SitePage {
  const body = tabsOfLanguages(
    '```sh\nnpm install cdktf-logfire cdktf constructs\n```\n\nThe text of the guides spells names as here.',
    ({ install, spelling, particular }) => `\`\`\`${install.fence}\n${install.text}\n\`\`\`\n\n${toMdx(`${spelling[0] === '`' ? spelling : spelling[0].toUpperCase() + spelling.slice(1)}.`)}\n\n${toMdx(particular)}`,
  );
  return {
    place: 'languages',
    title: 'Languages',
    description: 'How to install cdktf-logfire in TypeScript, Python, Java, C# and Go, and how each language spells its names.',
    isMdx: true,
    source: 'scripts/guides/languages.ts',
    markdown: `${TABS_IMPORT}\n\nThe library is the same in all languages. Choose yours: the site remembers the choice.\n\n${body}`,
  };
}
