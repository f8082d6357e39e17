import { App, TerraformStack } from 'cdktf';
import type { ErrorId } from '../../src/core/error-ids';

/** A program that the library has something to say about. The stack `app` has a provider. */
export type Program = (stack: TerraformStack, app: App) => unknown;

/** What users read about one rule. Texts are Markdown. */
export interface Entry {
  /** What the error or warning means. */
  readonly meaning: string;
  /** Why the rule exists: what would happen without it. */
  readonly why: string;
  /** How to fix the program. */
  readonly remedy: string;
  /** Code of a program that is right. A test compiles it. */
  readonly code?: string;
  /** A program that gets the text. By default, the first program of `test/mistakes` that gets it. */
  readonly program?: Program;
}

/** An entry for each rule of a room. A compiler rejects a missing one. */
export type Entries<Id extends ErrorId> = { readonly [id in Id]: Entry };
