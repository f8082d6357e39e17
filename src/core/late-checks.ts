import { IResolveContext, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { appState } from './app-state';
import { problemOf } from './errors';
import { addStackRule, Finding } from './findings';

/** Whether the app is being validated. */
const phase = (scope: IConstruct) => appState(scope, 'phase', () => ({ validating: false }));

/** Runs the validation of an app. While it runs, what `checkLate` reports is not also thrown where the value is resolved. */
export function validating<T>(scope: IConstruct, validate: () => T): T {
  const now = phase(scope);
  now.validating = true;
  try {
    return validate();
  } finally {
    now.validating = false;
  }
}

/**
 * A string that is complete only when the app is synthesized, with its check: what it rejects joins the report.
 *
 * @param scope the construct that has the string, one for each
 * @param text the string, which may be asked for several times
 * @param check rejects the string, as it would in a constructor
 * @returns what the token of the string resolves to
 */
export function checkedLate(scope: IConstruct, text: () => string, check: () => void): (context: IResolveContext) => string {
  const checks = appState(scope, 'late-checks', () => new Map<IConstruct, () => void>());
  checks.set(scope, check);
  addStackRule(scope.node.root, 'late-checks', (stack) => [...checks].flatMap(([checked, run]) => (
    TerraformStack.of(checked) === stack ? findingsOf(checked, run) : [])));
  return ({ preparing }) => preparing || phase(scope).validating ? textIfValid(scope, text) : text();
}

function findingsOf(scope: IConstruct, check: () => void): Finding[] {
  const problem = problemOf(scope, check);
  return problem === undefined ? [] : [{ scope, ...problem }];
}

/** CDKTF and other rules look at the string before its check has run. If it is rejected then, nothing is written. */
function textIfValid(scope: IConstruct, text: () => string): string {
  let built = '';
  problemOf(scope, () => {
    built = text();
  });
  return built;
}
