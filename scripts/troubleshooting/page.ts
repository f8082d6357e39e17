import { Chapter, CHAPTERS } from './entries';
import { Entry } from './entry';
import { textsById } from './texts';

export const PAGE = 'docs/troubleshooting.md';

/** An entry for each error and warning. */
export function page(): string {
  const texts = textsById();
  return [
    '# Troubleshooting',
    '',
    'Each error and warning of the library ends with the id of its rule:',
    '',
    '```text',
    textOf('token-lifetime', texts),
    '```',
    '',
    'Take the id between `[logfire:` and `]`, and search for it on this page. Its entry says what the text means, why the rule exists, and what to do.',
    'The texts are examples; yours has your own values. An error begins with the path of the construct that has to change, or with the name of the call.',
    '',
    'A text that ends with `[policy:…]` comes from a policy that your program or your company defines. A text without an id is not from this library: it',
    'comes from CDKTF, from Terraform or from Logfire.',
    '',
    'Errors stop synth before any file is written. Warnings do not. Code is in TypeScript; errors spell props as your language does, so that',
    '`warnBefore` is `warn_before` in Python, and `WarnBefore` in C# and Go.',
    '',
    ...CHAPTERS.map(({ about, entries }) => `- [${about}](#${anchor(about)}): ${Object.keys(entries).map((id) => `[${id}](#${anchor(id)})`).join(', ')}`),
    '',
    ...CHAPTERS.flatMap((chapter) => chapterText(chapter, texts)),
    '<!-- Written by `npm run docs:troubleshooting` from `scripts/troubleshooting/`. -->',
    '',
  ].join('\n');
}

function chapterText({ about, introduction, entries }: Chapter, texts: ReadonlyMap<string, string>): string[] {
  return [`## ${about}`, '', introduction, '', ...Object.entries(entries).flatMap(([id, entry]) => entryText(id, entry, textOf(id, texts)))];
}

function textOf(id: string, texts: ReadonlyMap<string, string>): string {
  const text = texts.get(id);
  if (text === undefined) {
    throw new Error(`no program gets the text of ${id}: add one to its entry`);
  }
  return text;
}

function entryText(id: string, { meaning, why, remedy, code }: Entry, text: string): string[] {
  return [
    `### ${id}`,
    '',
    '```text',
    text,
    '```',
    '',
    meaning,
    '',
    `**Why:** ${why}`,
    '',
    `**What to do:** ${remedy}`,
    '',
    ...code === undefined ? [] : ['```ts', code, '```', ''],
  ];
}

/** The anchor of a heading, as GitHub makes it. */
export const anchor = (title: string) => title.toLowerCase().replace(/[^a-z0-9 -]/g, '').replace(/ /g, '-');
