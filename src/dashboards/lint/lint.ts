import { IConstruct } from 'constructs';
import { duplicates } from './duplicates';
import { misplacedItems, unplacedPanels } from './placement';
import { queryTexts } from './queries';
import { queryKinds } from './query-kinds';
import { Linted, LintRule, Report } from './rule';
import { size } from './size';
import { units } from './units';
import { variables } from './variables';
import { fail, warn } from '../../core/errors';

const RULES: readonly LintRule[] = [unplacedPanels, misplacedItems, queryKinds, queryTexts, variables, units, duplicates, size];

/** The rules that warn. D1, a reference to a missing panel, is an error. */
const RULE_IDS: readonly string[] = ['D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D9', 'D10', 'D11', 'D12', 'D13'];

/** Fails for unknown rule ids: a typo would ignore nothing. */
export function checkRuleIds(scope: IConstruct, prop: string, ids: readonly string[]): void {
  const unknown = ids.find((id) => !RULE_IDS.includes(id));
  if (unknown !== undefined) {
    fail(scope, `${prop} must contain only ${RULE_IDS.join(', ')}, got ${JSON.stringify(unknown)}; copy the id from the warning`);
  }
}

/** Warns about parts that Logfire accepts but renders incorrectly or not at all. */
export function lint(scope: IConstruct, linted: Linted, ignored: readonly string[]): void {
  const report: Report = (rule, message) => {
    if (!ignored.includes(rule)) {
      warn(scope, `${rule}: ${message}`);
    }
  };
  for (const check of RULES) {
    check(linted, report);
  }
}
