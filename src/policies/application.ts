import { Annotations, Aspects, DefaultTokenResolver, StringConcat, TerraformElement, TerraformStack, Tokenization } from 'cdktf';
import { IConstruct } from 'constructs';
import type { LogfirePolicy } from './policy';
import { PolicySubject } from './policy-subject';
import { StackFacts } from './stack-facts';
import { Suppression, suppressionsAt, suppressionsFor, suppressionsOf } from './suppressions';
import { addStackRule, Finding, validateWithApp } from '../core/app-validation';
import { fail } from '../core/errors';
import { ownerOf } from '../core/owner';

/** A policy where it was applied, and the stacks that it reached then. */
interface Application {
  readonly policy: LogfirePolicy;
  readonly scope: IConstruct;
  readonly stacks: ReadonlySet<IConstruct>;
}

/** What an element is, where it writes several blocks. */
const MAIN_KINDS = ['resource', 'data', 'provider', 'output', 'variable'];

const applications = new WeakMap<IConstruct, Application[]>();
const used = new WeakSet<Suppression>();
const warned = new WeakSet<Suppression>();

/** Has everything below a construct follow a policy. */
export function applyPolicy(policy: LogfirePolicy, scope: IConstruct): void {
  const stacks = isInStack(scope) ? [TerraformStack.of(scope)] : scope.node.findAll().filter(TerraformStack.isStack);
  if (stacks.length === 0) {
    fail(scope, `${policy.rule} is applied before there is a stack, so it would hold for nothing; apply policies at the end, after the last stack`);
  }
  applications.set(scope, [...applicationsAt(scope), { policy, scope, stacks: new Set(stacks) }]);
  // Aspects of an app are ignored by CDKTF: they have to stand at its stacks.
  const aspect = { visit: (construct: IConstruct) => prepare(policy, construct) };
  (isInStack(scope) ? [scope] : stacks).forEach((target) => Aspects.of(target).add(aspect));
  stacks.forEach(validateWithApp);
  addStackRule(scope.node.root, findingsOf);
}

function isInStack(scope: IConstruct): boolean {
  return scope.node.scopes.some(TerraformStack.isStack);
}

function applicationsAt(scope: IConstruct): readonly Application[] {
  return applications.get(scope) ?? [];
}

function prepare(policy: LogfirePolicy, construct: IConstruct): void {
  if (!policy._concernsPlan(construct)) {
    return;
  }
  const suppressed = suppressionsFor(construct).filter(({ rule }) => rule === policy.rule);
  suppressed.forEach((suppression) => used.add(suppression));
  if (suppressed.length === 0) {
    policy._preparePlan(construct);
  }
}

/** A block of Terraform and the policies that it has to follow. */
interface Visited {
  readonly element: IConstruct;
  readonly policies: ReadonlySet<LogfirePolicy>;
  readonly suppressions: readonly Suppression[];
  readonly block: { [name: string]: any };
}

/** The findings of all policies in one stack, in one walk. */
function findingsOf(stack: TerraformStack): Finding[] {
  const above = stack.node.scopes.slice(0, -1);
  const late = above.filter((scope) => applicationsAt(scope).some(({ stacks }) => !stacks.has(stack)));
  const findings: Finding[] = late.map((scope) => ({
    scope: stack,
    message: `the stack was added after policies were applied to ${scope.node.path || 'the app'}; apply policies at the end, after the last stack`,
  }));
  const facts = new StackFacts();
  const visited = walk(stack, new Set(above.flatMap(applicationsAt).map(({ policy }) => policy)));
  visited.forEach(({ block }) => facts.learn(block));
  const seen = new Set<string>();
  for (const { element, policies, suppressions, block } of visited) {
    const construct = ownerOf(element);
    for (const policy of policies) {
      const suppressed = suppressions.filter(({ rule }) => rule === policy.rule);
      policy.check(PolicySubject._of({ construct, element, ...partsOf(block), block, facts }, (text) => {
        const message = `${policy.rule}: ${text}`;
        const key = `${construct.node.path}: ${message}`;
        suppressed.forEach((suppression) => used.add(suppression));
        if (suppressed.length === 0 && !seen.has(key)) {
          seen.add(key);
          findings.push({ scope: construct, message });
        }
      }));
    }
  }
  warnOfUnused(stack);
  return findings;
}

function walk(stack: TerraformStack, inherited: ReadonlySet<LogfirePolicy>): Visited[] {
  const visited: Visited[] = [];
  const resolver = new DefaultTokenResolver(new StringConcat());
  const visit = (construct: IConstruct, policiesAbove: ReadonlySet<LogfirePolicy>, suppressionsAbove: readonly Suppression[]) => {
    const here = applicationsAt(construct);
    const policies = here.length === 0 ? policiesAbove : new Set([...policiesAbove, ...here.map(({ policy }) => policy)]);
    const suppressed = suppressionsAt(construct);
    const suppressions = suppressed.length === 0 ? suppressionsAbove : [...suppressionsAbove, ...suppressed];
    if (TerraformElement.isTerraformElement(construct)) {
      const block = Tokenization.resolve(construct.toTerraform(), { scope: stack, resolver, preparing: false });
      visited.push({ element: construct, policies, suppressions, block });
    }
    for (const child of construct.node.children) {
      if (!TerraformStack.isStack(child)) {
        visit(child, policies, suppressions);
      }
    }
  };
  const overrides = (stack as unknown as { rawOverrides?: object }).rawOverrides;
  visit(stack, inherited, []);
  if (overrides !== undefined && Object.keys(overrides).length > 0) {
    const policies = new Set([...inherited, ...applicationsAt(stack).map(({ policy }) => policy)]);
    const block = Tokenization.resolve(overrides, { scope: stack, resolver, preparing: false });
    visited.push({ element: stack, policies, suppressions: suppressionsAt(stack), block });
  }
  return visited;
}

/** What a block is, and its attributes. */
function partsOf(block: { [name: string]: any }): { kind: string; resourceType: string; attributes: { [name: string]: any } } {
  // A provider also says what it requires, and a resource may have an import or a move beside it.
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
    if (!used.has(suppression) && !warned.has(suppression)) {
      warned.add(suppression);
      Annotations.of(suppression.construct).addWarning(`the suppression of ${suppression.rule} suppresses nothing; remove it`);
    }
  }
}
