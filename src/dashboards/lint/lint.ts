import { IConstruct } from 'constructs';
import { choiceColumns, drawnColumns, unnamedSeries } from './columns';
import { duplicates } from './duplicates';
import { misplacedItems, unplacedPanels } from './placement';
import { queryTexts } from './queries';
import { queryKinds } from './query-kinds';
import { Linted, LintRule, Report } from './rule';
import { size } from './size';
import { stacking } from './stacking';
import { units } from './units';
import { variables } from './variables';
import { warn } from '../../core/errors';
import { acceptFinding } from '../../core/ignored-rules';
import { checkSql, queryRuleIds } from '../../sql/check';
import type { QueryContext } from '../../sql/rules/rule';
import { labelOf } from '../document';

const RULES: readonly LintRule[] = [
  unplacedPanels, misplacedItems, queryKinds, queryTexts, drawnColumns, unnamedSeries, variables,
  choiceColumns, stacking, units, duplicates, size,
];

/** The rules about dashboards that warn, and those about SQL. D1, a reference to a missing panel, is an error. */
export const RULE_IDS: readonly string[] = [
  'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D9', 'D10', 'D11', 'D12', 'D13', 'D14', 'D15', 'D16', 'D17', 'D18', ...queryRuleIds('panel'),
];

/** Fails for SQL that cannot run. Warns about parts that Logfire accepts but renders incorrectly or not at all. */
export function lint(scope: IConstruct, linted: Linted, ignored: readonly string[]): void {
  const report: Report = (rule, message) => {
    if (ignored.includes(rule)) {
      acceptFinding(scope, rule, message);
    } else {
      warn(scope, rule, message);
    }
  };
  for (const check of RULES) {
    check(linted, report);
  }
  const lists = new Set(linted.parts.variables.filter(({ multiple }) => multiple).map(({ name }) => name));
  const context: QueryContext = { use: 'panel', lists };
  for (const panel of linted.parts.panels) {
    for (const { sql } of panel.queries) {
      if (sql !== undefined) {
        checkSql(scope, () => `the query of ${labelOf(panel)}`, sql, context, ignored);
      }
    }
  }
  for (const { name, sql } of linted.parts.variables) {
    if (sql !== undefined) {
      checkSql(scope, () => `the query of variable ${JSON.stringify(name)}`, sql, context, ignored);
    }
  }
}
