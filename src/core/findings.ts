import { TerraformDataSource, TerraformElement, TerraformProvider, TerraformResource, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import type { Addresses, ElementsByKind } from './addresses';
import { appState } from './app-state';
import type { ErrorId } from './error-ids';
import type { OwnPolicy } from './errors';
import type { FinalState } from './final-state';

/** A problem that is only visible in the whole tree. */
export interface Finding {
  /** The construct that has to change. Its path begins the text. */
  readonly scope: IConstruct;
  /** The rule that found it. Its mark ends the text. */
  readonly id: ErrorId | OwnPolicy;
  /** What is wrong and what to do, without the path. */
  readonly message: string;
  /** Whether the program may be right: then it is told, and synth goes on. */
  readonly isWarning?: boolean;
}

/** A finding of the library's own rules. Policies of the program have findings, too. */
export interface RuleFinding extends Finding {
  readonly id: ErrorId;
}

/** What the rules look at: one stack, its elements, and which of them concern Logfire. */
export interface StackContents {
  readonly stack: TerraformStack;
  /** All elements, of every provider. */
  readonly elements: ReadonlySet<TerraformElement>;
  /** The same by what they are: a stack has thousands, and most rules look at one kind. */
  readonly byKind: ElementsByKind;
  /** What the elements are called in Terraform. */
  readonly addresses: Addresses;
  /** What is written for an element in the end. */
  readonly final: FinalState;
  readonly resources: readonly TerraformResource[];
  readonly dataSources: readonly TerraformDataSource[];
  readonly providers: readonly TerraformProvider[];
}

/** A rule for every stack that contains Logfire elements. */
export type Rule = (contents: StackContents) => readonly RuleFinding[];

/** A rule for what several stacks have in common: all that contain Logfire elements. */
export type AppRule = (stacks: readonly StackContents[]) => readonly RuleFinding[];

/** A rule for every stack of one app, such as the policies: it also sees elements that do not concern Logfire. */
export type StackRule = (stack: TerraformStack) => readonly Finding[];

const declared: Rule[] = [];
const declaredForApps: AppRule[] = [];

/** Loads the modules whose rules are about some types of resources. In the sources, index.ts has loaded all modules already. */
let loadRules: (resourceTypes: ReadonlySet<string>) => void = () => {};

/**
 * Declares a rule, once, when the module that it belongs to is loaded. Rules run in the order of their declaration.
 *
 * The compiled package loads a module on demand, except those that call this or another function `declare…`: they load with the index. Where the
 * first argument is the type of a resource, the module loads before the rules run, if there is such a resource.
 */
export function declareRule(rule: Rule): void {
  declared.push(rule);
}

/** Declares a rule that looks at all stacks at once. */
export function declareAppRule(rule: AppRule): void {
  declaredForApps.push(rule);
}

/** Sets what loads the modules with rules that the program itself has not loaded. */
export function loadRulesWith(load: typeof loadRules): void {
  loadRules = load;
}

/** All rules for single stacks with resources of some types. */
export function declaredRules(resourceTypes: ReadonlySet<string>): readonly Rule[] {
  loadRules(resourceTypes);
  return declared;
}

/** All rules for several stacks, once `declaredRules` has loaded the modules of both. */
export function declaredAppRules(): readonly AppRule[] {
  return declaredForApps;
}

/** Adds a rule to one app. One with a name that was added before, by this copy of the package or another one, is not added again. */
export function addStackRule(root: IConstruct, name: string, rule: StackRule): void {
  const rules = stackRulesIn(root);
  if (!rules.has(name)) {
    rules.set(name, rule);
  }
}

/** The rules that were added to an app. */
export function stackRulesOf(root: IConstruct): readonly StackRule[] {
  return [...stackRulesIn(root).values()];
}

const stackRulesIn = (root: IConstruct) => appState(root, 'stack-rules', () => new Map<string, StackRule>());

/** The construct that a user created: the L2 around a binding, or the binding itself where it stands alone. */
export function ownerOf(element: IConstruct): IConstruct {
  return element.node.id === 'Resource' && element.node.scope ? element.node.scope : element;
}

/** The constructs of a stack, without those of stacks inside it. */
export function constructsOf(stack: TerraformStack): IConstruct[] {
  const constructs: IConstruct[] = [];
  const visit = (construct: IConstruct) => {
    constructs.push(construct);
    for (const child of construct.node.children) {
      if (!TerraformStack.isStack(child)) {
        visit(child);
      }
    }
  };
  visit(stack);
  return constructs;
}
