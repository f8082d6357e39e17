import { TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { Reading } from './reading';
import type { ReviewFinding, ReviewPolicy, ReviewSuppression } from './review';
import { textOf } from './text';
import { withoutMark } from '../../core/errors';
import { constructsOf } from '../../core/findings';
import { ignoredRulesOf } from '../../core/ignored-rules';
import { acceptedFindingsOf, appliedRulesOf } from '../../policies/application';
import { Suppression, suppressionsOf } from '../../policies/suppressions';

/** The marks of CDKTF's annotations. */
const ANNOTATION = /^@cdktf\/(?:info|warn|error)$/;

/** Everything that synth warns about, in the order of the tree. */
export function findingsOf(reading: Reading, stacks: readonly TerraformStack[]): ReviewFinding[] {
  return stacks.flatMap((stack) => constructsOf(stack).flatMap((construct) => construct.node.metadata
    .filter(({ type }) => ANNOTATION.test(type))
    .map(({ data }) => findingAt(reading, construct, withoutMark(String(data))))));
}

function findingAt(reading: Reading, construct: IConstruct, { rule, text }: { readonly rule: string; readonly text: string }): ReviewFinding {
  return { path: textOf(construct.node.path), anchor: reading.anchorAt(construct), rule: textOf(rule), message: textOf(text) };
}

/** What policies are told to accept, and then what is accepted of the lint rules. */
export function reviewSuppressionsOf(reading: Reading, stacks: readonly TerraformStack[]): ReviewSuppression[] {
  return [...policySuppressionsOf(reading, stacks), ...ignoredLintOf(reading, stacks)];
}

function ignoredLintOf(reading: Reading, stacks: readonly TerraformStack[]): ReviewSuppression[] {
  return stacks.flatMap(constructsOf).flatMap((construct) => ignoredRulesOf(construct).map(([rule, messages]) => ({
    path: textOf(construct.node.path),
    anchor: reading.anchorAt(construct),
    rule,
    accepted: messages.map((text) => findingAt(reading, construct, { rule, text })),
  })));
}

function policySuppressionsOf(reading: Reading, stacks: readonly TerraformStack[]): ReviewSuppression[] {
  return stacks.flatMap((stack) => {
    const accepted = new Map<Suppression, ReviewFinding[]>();
    for (const { construct, rule, message, suppressions } of acceptedFindingsOf(stack)) {
      for (const suppression of suppressions) {
        const list = accepted.get(suppression) ?? [];
        list.push(findingAt(reading, construct, { rule, text: message }));
        accepted.set(suppression, list);
      }
    }
    return suppressionsOf(stack).map((suppression) => ({
      path: textOf(suppression.construct.node.path),
      anchor: reading.anchorAt(suppression.construct),
      rule: textOf(suppression.rule),
      reason: textOf(suppression.reason),
      accepted: accepted.get(suppression) ?? [],
    }));
  });
}

/** The rules that are applied, each with where it applies. */
export function policiesOf(stacks: readonly TerraformStack[]): ReviewPolicy[] {
  const policies = new Map(stacks.flatMap(appliedRulesOf).map(({ rule, scope }) => (
    [JSON.stringify([rule, scope.node.path]), { rule: textOf(rule), path: textOf(scope.node.path) }]
  )));
  return [...policies.values()];
}
