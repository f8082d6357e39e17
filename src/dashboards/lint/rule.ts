import type { DashboardDocument } from '../document';
import type { JsonObject } from '../json';
import type { DuplicateKey } from '../json-text';

/** What the rules look at. */
export interface Linted {
  /** The document in normal form. */
  readonly document: JsonObject;
  readonly parts: DashboardDocument;
  /** What Terraform is given. */
  readonly text: string;
  readonly duplicateKeys: readonly DuplicateKey[];
}

/** Something that Logfire takes and that does not show what was meant. */
export interface LintFinding {
  /** Id of the rule, such as `D2`. */
  readonly rule: string;
  /** Which panel or other part, what is wrong with it and what to do. */
  readonly message: string;
}

/** A family of rules. */
export type LintRule = (linted: Linted) => LintFinding[];
