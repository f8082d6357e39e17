import { TerraformElement, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { constructState } from '../core/app-state';
import { fail } from '../core/errors';
import { literals } from '../core/expression';
import { redacted } from '../core/redaction';

/** A rule that does not apply to a part of the tree. */
export interface Suppression {
  readonly construct: IConstruct;
  readonly rule: string;
  readonly reason: string;
}

const suppressionsIn = (scope: IConstruct) => constructState<Suppression[]>(scope, 'suppressions');
const listsIn = (scope: IConstruct) => constructState<SuppressionList>(scope, 'suppression-lists');

/** Suppresses a rule below a construct, and keeps the reason in the metadata of the stack. */
export function suppress(construct: IConstruct, rule: string, reason: string): void {
  if (rule.trim() === '') {
    fail(construct, 'not-blank', `rule must not be blank, got ${JSON.stringify(rule)}; pass the name in the finding, for example RequireTokenExpiry`);
  }
  if (reason.trim() === '') {
    fail(construct, 'not-blank', `reason must not be blank, got ${JSON.stringify(reason)}; say why ${rule} does not apply here`);
  }
  if (!construct.node.scopes.some(TerraformStack.isStack)) {
    fail(construct, 'suppression-scope', `construct must be in a stack to suppress ${rule}, got one above the stacks; suppress the rule where it applies, or apply the policy to fewer stacks`);
  }
  const stack = TerraformStack.of(construct);
  const suppression = { construct, rule, reason };
  suppressionsIn(construct).set(construct, [...suppressionsAt(construct), suppression]);
  const list = listsIn(stack).get(stack) ?? new SuppressionList(stack, 'LogfireSuppressions');
  listsIn(stack).set(stack, list);
  list.entries.push(suppression);
}

/** The suppressions at a construct itself. */
export function suppressionsAt(construct: IConstruct): readonly Suppression[] {
  return suppressionsIn(construct).get(construct) ?? [];
}

/** The suppressions anywhere in a stack. */
export function suppressionsOf(stack: IConstruct): readonly Suppression[] {
  return listsIn(stack).get(stack)?.entries ?? [];
}

/** The suppressions for a construct: its own, and those of the constructs above it. */
export function suppressionsFor(construct: IConstruct): readonly Suppression[] {
  return construct.node.scopes.flatMap(suppressionsAt);
}

/** Lists the suppressions in the metadata of the stack. */
class SuppressionList extends TerraformElement {
  public readonly entries: Suppression[] = [];

  public toTerraform(): any {
    const suppressions = this.entries.map(({ construct, rule, reason }) => (
      { path: redacted(construct.node.path), rule: redacted(rule), reason: redacted(reason) }
    ));
    return { '//': { logfire: { suppressions: literals(suppressions) } } };
  }
}
