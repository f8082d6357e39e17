import type { DashboardRuleId } from '../../core/error-ids';
import type { DashboardDocument } from '../document';
import type { JsonObject } from '../json';
import type { DuplicateKey } from '../json-text';

/** The input of the rules. */
export interface Linted {
  /** The document in normal form. */
  readonly document: JsonObject;
  readonly parts: DashboardDocument;
  /** The rendered document. */
  readonly text: string;
  readonly duplicateKeys: readonly DuplicateKey[];
}

/**
 * Reports a part that Logfire accepts but does not show as intended.
 *
 * @param rule id of the rule, such as `D2`
 * @param message which panel or other part, what is wrong with it, and what to do
 */
export type Report = (rule: DashboardRuleId, message: string) => void;

/** A family of rules. */
export type LintRule = (linted: Linted, report: Report) => void;
