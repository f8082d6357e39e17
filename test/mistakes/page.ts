import { CHAPTERS } from './catalogue';
import { Mistake } from './mistake';

export const PAGE = 'docs/what-is-caught.md';

const WHERE: { readonly [caughtAt: string]: string } = {
  compile: 'by the compiler in TypeScript, Java, C# and Go, and at synth in Python and JavaScript',
  synth: 'at synth, before any file is written',
  plan: 'by `terraform plan`',
};

/** What the library catches, and when. */
export function page(): string {
  const all = CHAPTERS.flatMap(({ mistakes }) => mistakes).length;
  const counts = CHAPTERS.map(({ about, caughtAt, mistakes }) => `| [${about}](#${anchor(about)}) | ${caughtAt} | ${mistakes.length} |`);
  return [
    '# What is caught, and when',
    '',
    `These are ${all} wrong programs. Each of them is a test: it is built, and must fail with the error here. The list has examples of every kind of`,
    'mistake; the documentation of each prop has its rules. `npm run docs:mistakes` writes this page from the tests.',
    '',
    '| about | caught at | programs |',
    '|---|---|---|',
    ...counts,
    '',
    ...CHAPTERS.flatMap(({ about, caughtAt, mistakes }) => chapter(about, caughtAt, mistakes)),
  ].join('\n').trimEnd() + '\n';
}

function chapter(about: string, caughtAt: string, mistakes: readonly Mistake[]): string[] {
  return [`## ${about}`, '', `Caught ${WHERE[caughtAt]}.`, '', '| the program has | the error says |', '|---|---|', ...mistakes.map(({ name, error }) => `| ${cell(name)} | ${cell(error)} |`), ''];
}

const anchor = (title: string) => title.toLowerCase().replace(/[^a-z0-9 ]/g, '').replace(/ /g, '-');
/** A text in a table. */
const cell = (text: string) => text.replace(/[\\|<>`*_[\]${}]/g, '\\$&');
