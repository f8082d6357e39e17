import { TerraformElement, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { fail } from '../core/errors';

/** A rule that does not hold for a part of the tree. */
export interface Suppression {
  readonly construct: IConstruct;
  readonly rule: string;
  readonly reason: string;
}

const suppressions = new WeakMap<IConstruct, Suppression[]>();
const lists = new WeakMap<IConstruct, SuppressionList>();

/** Leaves out a rule below a construct, and keeps the reason in the metadata of the stack. */
export function suppress(construct: IConstruct, rule: string, reason: string): void {
  if (rule.trim() === '') {
    fail(construct, 'rule must not be blank; name the rule as the finding does, for example RequireTokenExpiry');
  }
  if (reason.trim() === '') {
    fail(construct, `reason must not be blank; say why ${rule} does not hold here`);
  }
  if (!construct.node.scopes.some(TerraformStack.isStack)) {
    fail(construct, `${rule} can only be suppressed in a stack, got a construct above; suppress it for what it concerns, or apply the policy to fewer stacks`);
  }
  const stack = TerraformStack.of(construct);
  const suppression = { construct, rule, reason };
  suppressions.set(construct, [...suppressionsAt(construct), suppression]);
  const list = lists.get(stack) ?? new SuppressionList(stack, 'LogfireSuppressions');
  lists.set(stack, list);
  list.entries.push(suppression);
}

/** What was suppressed at a construct itself. */
export function suppressionsAt(construct: IConstruct): readonly Suppression[] {
  return suppressions.get(construct) ?? [];
}

/** What was suppressed anywhere in a stack. */
export function suppressionsOf(stack: IConstruct): readonly Suppression[] {
  return lists.get(stack)?.entries ?? [];
}

/** What is suppressed for a construct, by itself or by one above it. */
export function suppressionsFor(construct: IConstruct): readonly Suppression[] {
  return construct.node.scopes.flatMap(suppressionsAt);
}

/** Lists the suppressions in the metadata of the stack. */
class SuppressionList extends TerraformElement {
  public readonly entries: Suppression[] = [];

  public toTerraform(): any {
    return { '//': { logfire: { suppressions: this.entries.map(({ construct, rule, reason }) => ({ path: construct.node.path, rule, reason })) } } };
  }
}
