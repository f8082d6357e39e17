import * as fs from 'node:fs';
import * as path from 'node:path';
import { addressOf, BASE, REPOSITORY } from './addresses';
import { rewriteLinks } from './links';
import { descriptionOf, titleAndBody, toMdx } from './markdown';
import { SitePage } from './page';
import { TABS_IMPORT, tabs } from './tabs';
import { GUIDE_LANGUAGES } from '../guides/languages';
import { EXAMPLE_PICTURES } from '../pictures/example-pictures';
import { ROOT } from '../run';

const EXAMPLES = path.join(ROOT, 'examples');
/** The program of an example, and what it reads. */
const SOURCE = /^(?!package|tsconfig|cdktf).*\.(?:ts|py|java|cs|go|json)$/;
const FENCES: { readonly [extension: string]: string } = { cs: 'csharp', py: 'python' };

/** The names of the examples; each is there in TypeScript. */
export function exampleNames(): string[] {
  return fs.readdirSync(path.join(EXAMPLES, 'typescript')).sort((a, b) => Number(b === 'quickstart') - Number(a === 'quickstart') || (a < b ? -1 : 1));
}

/** The gallery, and a page for each example with its program in each language that it is there in. */
export function galleryPages(places: ReadonlySet<string>): SitePage[] {
  return [gallery(), ...exampleNames().map((name) => examplePage(name, places))];
}

function gallery(): SitePage {
  const entries = exampleNames().map((name) => {
    const { title, body } = readme('typescript', name);
    const languages = languagesOf(name).map((language) => language.title).join(', ');
    const picture = picturesOf(name).slice(0, 1).map(({ file, alt }) => `[![${alt}](${BASE}pictures/${path.basename(file)})](${addressOf(`examples/${name}`)})`);
    return [`## ${title}`, introductionOf(body), ...picture, `[Open the example](${addressOf(`examples/${name}`)}) · ${languages}`].join('\n\n');
  });
  return {
    place: 'examples',
    title: 'Examples',
    description: 'Complete apps with cdktf-logfire, with pictures of what they create.',
    markdown: ['These are complete apps. A test synthesizes and applies each of them, and a script takes the pictures from what they synthesize.', ...entries].join('\n\n'),
  };
}

function examplePage(name: string, places: ReadonlySet<string>): SitePage {
  const { title, body } = readme('typescript', name);
  const pictures = picturesOf(name).map(({ file, alt }) => `![${alt}](${BASE}pictures/${path.basename(file)})`);
  const programs = languagesOf(name).map((language) => ({ label: language.title, text: programOf(language.name, name) }));
  return {
    place: `examples/${name}`,
    title,
    description: descriptionOf(introductionOf(body)),
    isMdx: true,
    source: `examples/typescript/${name}/main.ts`,
    markdown: [
      TABS_IMPORT,
      toMdx(introductionOf(body)),
      ...pictures,
      '## Program',
      tabs(programs),
      '## Run it',
      tabs(languagesOf(name).map((language) => ({
        label: language.title,
        text: `${toMdx(rewriteLinks(readme(language.name, name).body, `examples/${language.name}/${name}/README.md`, places))}\n\n[Files on GitHub](${REPOSITORY}/tree/main/examples/${language.name}/${name})`,
      }))),
    ].join('\n\n'),
  };
}

/** The first paragraph, which may end by saying that the commands follow. */
function introductionOf(body: string): string {
  return body.split('\n\n')[0].replace(/ [^.]*:$/, '').replace(/\n[^.]*:$/, '');
}

function picturesOf(name: string) {
  return EXAMPLE_PICTURES.filter(({ example }) => example === name);
}

function languagesOf(name: string): readonly { readonly name: string; readonly title: string }[] {
  return [{ name: 'typescript', title: 'TypeScript' }, ...GUIDE_LANGUAGES].filter((language) => fs.existsSync(path.join(EXAMPLES, language.name, name)));
}

function readme(language: string, name: string): { readonly title: string; readonly body: string } {
  return titleAndBody(fs.readFileSync(path.join(EXAMPLES, language, name, 'README.md'), 'utf8'));
}

/** The files of a program as blocks of code with their names. */
function programOf(language: string, name: string): string {
  const directory = path.join(EXAMPLES, language, name);
  const files = (fs.readdirSync(directory, { recursive: true, encoding: 'utf8' })).filter((file) => SOURCE.test(path.basename(file)) && !/node_modules|cdktf\.out/.test(file)).sort();
  return files.map((file) => {
    const extension = path.extname(file).slice(1);
    return `\`\`\`${FENCES[extension] ?? extension} title="${path.basename(file)}"\n${fs.readFileSync(path.join(directory, file), 'utf8').trimEnd()}\n\`\`\``;
  }).join('\n\n');
}
