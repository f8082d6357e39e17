import { Page } from './pages';

/** What jsii writes above an example that it could not compile. */
const DISCLAIMER = /^.*Example automatically generated from non-compiling source\. May contain errors\.\n(.*)$/gm;

/** What is wrong with the examples of a page: each has to be in the language of the page, translated from source that compiles. */
export function exampleProblems({ language, markdown }: Page): string[] {
  if (language === 'typescript') {
    return [];
  }
  const dubious = [...markdown.matchAll(DISCLAIMER)].map(([, code]) => `an example is not translated from compiling source: ${code.trim()}`);
  const left = [...markdown.matchAll(/^```(?:ts|typescript)\b.*\n(.*)$/gm)].map(([, code]) => `an example is still in TypeScript: ${code.trim()}`);
  // The type of an object literal is known only when it compiles.
  const nameless = [...markdown.matchAll(/^.*\bnew Struct\b.*$/gm)].map(([code]) => `an example has a struct without its name: ${code.trim()}`);
  return [...dubious, ...left, ...nameless];
}
