import { Aspects, TerraformElement, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { policyId } from './policy-id';
import { PolicySubject } from './policy-subject';
import { Suppression, suppressionsAt, suppressionsFor, suppressionsOf } from './suppressions';
import { appState, constructState } from '../core/app-state';
import { validateWithApp } from '../core/app-validation';
import { checkDone } from '../core/calls';
import { fail, warn } from '../core/errors';
import { overridesOf } from '../core/final-state';
import { addStackRule, constructsOf, Finding, ownerOf } from '../core/findings';
import { resolved } from '../core/resolving';
import { valuesIn } from '../core/stack-values';

/** The part of a policy that applying it needs. */
interface Policy {
  readonly rule: string;
  check(subject: PolicySubject): void;
  _concernsPlan(construct: IConstruct): boolean;
  _preparePlan(construct: IConstruct): void;
}

/** A policy, the scope it was applied to, and the stacks in that scope at the time. */
interface Application {
  readonly policy: Policy;
  readonly scope: IConstruct;
  readonly stacks: ReadonlySet<IConstruct>;
}

/** A finding that is not reported, because a suppression accepts it. */
export interface AcceptedFinding {
  readonly construct: IConstruct;
  readonly rule: string;
  /** What is wrong and what to do, without the path. */
  readonly message: string;
  readonly suppressions: readonly Suppression[];
}

/** Main kinds of blocks, for elements that write several blocks. */
const MAIN_KINDS = ['resource', 'data', 'provider', 'output', 'variable'];

const applicationsIn = (scope: IConstruct) => constructState<Application[]>(scope, 'policy-applications');
const usedIn = (scope: IConstruct) => appState(scope, 'used-suppressions', () => new WeakSet<Suppression>());
const acceptedIn = (scope: IConstruct) => constructState<readonly AcceptedFinding[]>(scope, 'accepted-findings');
const warnedIn = (scope: IConstruct) => appState(scope, 'warned-suppressions', () => new WeakSet<Suppression>());

/** Applies a policy to a construct and everything below it. */
export function applyPolicy(policy: Policy, scope: IConstruct): void {
  if (typeof policy.check !== 'function') {
    fail(scope, 'value-type', `${policy.rule} must have a method check, got none; implement it`);
  }
  const stacks = isInStack(scope) ? [TerraformStack.of(scope)] : scope.node.findAll().filter(TerraformStack.isStack);
  if (stacks.length === 0) {
    fail(scope, 'late-stack', `scope must contain a stack when you apply ${policy.rule}, got none; apply policies at the end of the program, after the last stack`);
  }
  applicationsIn(scope).set(scope, [...applicationsAt(scope), { policy, scope, stacks: new Set(stacks) }]);
  // CDKTF ignores aspects of an app, so they go to its stacks.
  const aspect = { visit: (construct: IConstruct) => prepare(policy, construct) };
  (isInStack(scope) ? [scope] : stacks).forEach((target) => Aspects.of(target).add(aspect));
  stacks.forEach(validateWithApp);
  addStackRule(scope.node.root, 'policies', findingsOf);
}

function isInStack(scope: IConstruct): boolean {
  return scope.node.scopes.some(TerraformStack.isStack);
}

function applicationsAt(scope: IConstruct): readonly Application[] {
  return applicationsIn(scope).get(scope) ?? [];
}

function prepare(policy: Policy, construct: IConstruct): void {
  if (!policy._concernsPlan(construct)) {
    return;
  }
  const suppressed = suppressionsFor(construct).filter(({ rule }) => rule === policy.rule);
  suppressed.forEach((suppression) => usedIn(construct).add(suppression));
  if (suppressed.length === 0) {
    policy._preparePlan(construct);
  }
}

/** A Terraform block and the policies that apply to it. */
interface Visited {
  readonly element: IConstruct;
  readonly policies: ReadonlySet<Policy>;
  readonly suppressions: readonly Suppression[];
  readonly block: { [name: string]: any };
}

/** Returns the findings of all policies in one stack, in one walk. */
function findingsOf(stack: TerraformStack): Finding[] {
  const above = stack.node.scopes.slice(0, -1);
  const late = above.filter((scope) => applicationsAt(scope).some(({ stacks }) => !stacks.has(stack)));
  const findings: Finding[] = late.map((scope) => ({
    scope: stack,
    id: 'late-stack',
    message: `the stack was added after policies were applied to ${scope.node.path || 'the app'}; apply policies at the end of the program, after the last stack`,
  }));
  const values = valuesIn(stack);
  const visited = walk(stack, new Set(above.flatMap(applicationsAt).map(({ policy }) => policy)));
  const seen = new Set<string>();
  const accepted: AcceptedFinding[] = [];
  for (const { element, policies, suppressions, block } of visited) {
    const construct = ownerOf(element);
    for (const policy of policies) {
      const suppressed = suppressions.filter(({ rule }) => rule === policy.rule);
      const result: unknown = policy.check(PolicySubject._of({ construct, element, ...partsOf(block), block, values }, (message) => {
        const key = JSON.stringify([construct.node.path, policy.rule, message]);
        suppressed.forEach((suppression) => usedIn(stack).add(suppression));
        if (!seen.has(key)) {
          seen.add(key);
          if (suppressed.length === 0) {
            findings.push({ scope: construct, id: policyId(policy.rule), message });
          } else {
            accepted.push({ construct, rule: policy.rule, message, suppressions: suppressed });
          }
        }
      }));
      checkDone(construct, `${policy.rule}.check`, result);
    }
  }
  acceptedIn(stack).set(stack, accepted);
  warnOfUnused(stack);
  return findings;
}

/** The findings in a stack that suppressions accepted when it was validated last. */
export function acceptedFindingsOf(stack: TerraformStack): readonly AcceptedFinding[] {
  return acceptedIn(stack).get(stack) ?? [];
}

/** The rules that are applied in a stack, and where: to the stack itself, to what is above it, or to a part of it. */
export function appliedRulesOf(stack: TerraformStack): readonly { readonly rule: string; readonly scope: IConstruct }[] {
  return [...stack.node.scopes.slice(0, -1), ...constructsOf(stack)]
    .flatMap((scope) => applicationsAt(scope).map(({ policy }) => ({ rule: policy.rule, scope })));
}

function walk(stack: TerraformStack, inherited: ReadonlySet<Policy>): Visited[] {
  const visited: Visited[] = [];
  const visit = (construct: IConstruct, policiesAbove: ReadonlySet<Policy>, suppressionsAbove: readonly Suppression[]) => {
    const here = applicationsAt(construct);
    const policies = here.length === 0 ? policiesAbove : new Set([...policiesAbove, ...here.map(({ policy }) => policy)]);
    const suppressed = suppressionsAt(construct);
    const suppressions = suppressed.length === 0 ? suppressionsAbove : [...suppressionsAbove, ...suppressed];
    if (TerraformElement.isTerraformElement(construct)) {
      const block = resolved(stack, construct.toTerraform());
      visited.push({ element: construct, policies, suppressions, block });
    }
    for (const child of construct.node.children) {
      if (!TerraformStack.isStack(child)) {
        visit(child, policies, suppressions);
      }
    }
  };
  const overrides = overridesOf(stack);
  visit(stack, inherited, []);
  if (Object.keys(overrides).length > 0) {
    const policies = new Set([...inherited, ...applicationsAt(stack).map(({ policy }) => policy)]);
    const block = resolved(stack, overrides);
    visited.push({ element: stack, policies, suppressions: suppressionsAt(stack), block });
  }
  return visited;
}

/** The kind of a block, and its attributes. */
function partsOf(block: { [name: string]: any }): { kind: string; resourceType: string; attributes: { [name: string]: any } } {
  // A provider also has its requirements, and a resource may have an import or a move beside it.
  const kind = MAIN_KINDS.find((name) => block[name] !== undefined) ?? Object.keys(block).find((name) => name !== '//') ?? '';
  if (kind === 'resource' || kind === 'data') {
    const [resourceType, byName] = Object.entries<any>(block[kind])[0];
    return { kind, resourceType, attributes: Object.values<any>(byName)[0] };
  }
  if (kind === 'provider') {
    const [resourceType, configs] = Object.entries<any>(block.provider)[0];
    return { kind, resourceType, attributes: [configs].flat()[0] };
  }
  // Blocks such as `import` come in lists of one.
  const [attributes] = [kind === 'output' || kind === 'variable' ? Object.values<any>(block[kind])[0] : block[kind]].flat();
  return { kind, resourceType: '', attributes: typeof attributes === 'object' ? attributes ?? {} : {} };
}

function warnOfUnused(stack: TerraformStack): void {
  for (const suppression of suppressionsOf(stack)) {
    if (!usedIn(stack).has(suppression) && !warnedIn(stack).has(suppression)) {
      warnedIn(stack).add(suppression);
      warn(suppression.construct, 'unused-suppression', `the suppression of ${suppression.rule} matches no finding; remove it`);
    }
  }
}
