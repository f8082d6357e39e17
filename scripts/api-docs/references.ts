import { mustRun } from '../run';

/** The API reference in one language. */
export interface Reference {
  /** As jsii-docgen calls it. */
  readonly language: string;
  readonly file: string;
}

export const REFERENCES: readonly Reference[] = [
  { language: 'typescript', file: 'API.md' },
  ...['python', 'java', 'csharp', 'go'].map((language) => ({ language, file: `docs/api/${language}.md` })),
];

/** Generates a reference from the compiled library; the bindings are left out. */
export async function writeReference({ language }: Reference, file: string): Promise<void> {
  await mustRun('jsii-docgen', ['-l', language, '-o', file, '-s', 'root']);
}
