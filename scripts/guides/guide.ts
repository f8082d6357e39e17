import * as fs from 'node:fs';
import * as path from 'node:path';
import { ROOT } from '../run';

/** The README, and what it links to that has examples. */
export const GUIDES: readonly string[] = [
  'README.md',
  ...['adopting', 'alerting', 'basics', 'dashboards', 'environments', 'keys', 'monitoring', 'policies', 'projects', 'queries', 'review', 'secrets', 'tokens']
    .map((name) => `docs/${name}.md`),
];

/** An example of a guide, in TypeScript. */
export interface Example {
  /** What other languages' examples and the stack that it is run in are found by. */
  readonly id: string;
  readonly file: string;
  /** In the file, counted from 1. */
  readonly line: number;
  readonly code: string;
  /** It is a whole module; other examples are statements in the constructor of a stack. */
  readonly isModule: boolean;
}

const BLOCK = /^```ts( nofixture)? example=([a-z-]+)\n([\s\S]*?)^```$/gm;

export function readGuide(file: string): string {
  return fs.readFileSync(path.join(ROOT, file), 'utf8');
}

/** The examples of a guide, in their order. */
export function examplesOf(file: string): Example[] {
  const text = readGuide(file);
  const opened = text.match(/^```ts.*$/gm)?.length ?? 0;
  const examples = [...text.matchAll(BLOCK)].map(({ 1: nofixture, 2: id, 3: code, index }) => ({
    id, file, line: text.slice(0, index).split('\n').length + 1, code, isModule: nofixture !== undefined,
  }));
  if (opened !== examples.length) {
    throw new Error(`${file}: every \`\`\`ts block needs "example=" and an id, ${examples.length} of ${opened} have`);
  }
  return examples;
}

/** The text of a guide with its examples replaced. */
export function withExamples(text: string, replace: (id: string) => string): string {
  return text.replace(BLOCK, (_, __, id: string) => replace(id));
}
