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

/**
 * Takes something that Logfire accepts and that does not show what was meant.
 *
 * @param rule id of the rule, such as `D2`
 * @param message which panel or other part, what is wrong with it and what to do
 */
export type Report = (rule: string, message: string) => void;

/** A family of rules. */
export type LintRule = (linted: Linted, report: Report) => void;
