import { TerraformDataSource, TerraformOutput, TerraformProvider, TerraformResource, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { appState } from './app-state';

/** A problem that is only visible in the whole tree. */
export interface Finding {
  /** The construct that has to change. Its path begins the text. */
  readonly scope: IConstruct;
  /** What is wrong and what to do, without the path. */
  readonly message: string;
}

/** What the rules look at: one stack and its elements that concern Logfire. */
export interface StackContents {
  readonly stack: TerraformStack;
  readonly resources: readonly TerraformResource[];
  readonly dataSources: readonly TerraformDataSource[];
  readonly providers: readonly TerraformProvider[];
  readonly outputs: readonly TerraformOutput[];
}

/** A rule for every stack that contains Logfire elements. */
export type Rule = (contents: StackContents) => readonly Finding[];

/** A rule for every stack of one app, such as the policies: it also sees elements that do not concern Logfire. */
export type StackRule = (stack: TerraformStack) => readonly Finding[];

const declared: Rule[] = [];

/** Declares a rule, once, when the module that it belongs to is loaded. Rules run in the order of their declaration. */
export function declareRule(rule: Rule): void {
  declared.push(rule);
}

/** All declared rules. */
export function declaredRules(): readonly Rule[] {
  return declared;
}

/** Adds a rule to one app. One that was added before is not added again. */
export function addStackRule(root: IConstruct, rule: StackRule): void {
  stackRulesOf(root).add(rule);
}

/** The rules that were added to an app. */
export function stackRulesOf(root: IConstruct): Set<StackRule> {
  return appState(root, 'stack-rules', () => new Set());
}

/** The construct that a user created: the L2 around a binding, or the binding itself where it stands alone. */
export function ownerOf(element: IConstruct): IConstruct {
  return element.node.id === 'Resource' && element.node.scope ? element.node.scope : element;
}
