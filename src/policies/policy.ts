import { IConstruct } from 'constructs';
import { applyPolicy } from './application';
import { PolicySubject } from './policy-subject';
import { checkCall } from '../core/calls';
import { failWithoutPath } from '../core/errors';

/**
 * Base class of policies: rules that check every Terraform block of an app, a stack or a part of it.
 *
 * Extend it to write your own policy. Synth reports its findings together with the findings of all stacks, before it writes any
 * file. To suppress a rule for a part of the tree, use `LogfirePolicies.suppress`.
 *
 * @example
 * class RequireDescription extends LogfirePolicy {
 *   public check(subject: PolicySubject): void {
 *     if (subject.resourceType === 'logfire_project' && !subject.attributes.description) {
 *       subject.report('the project has no description', 'pass description');
 *     }
 *   }
 * }
 * new RequireDescription('RequireDescription').applyTo(this);
 */
export abstract class LogfirePolicy {
  /** Name of the rule, for findings and suppressions. */
  public readonly rule: string;

  /**
   * @param rule name of the rule, such as `RequireTokenExpiry`; fails with a blank name
   */
  constructor(rule: string) {
    checkCall('new LogfirePolicy', arguments, this);
    if (rule.trim() === '') {
      failWithoutPath('not-blank', `rule must not be blank, got ${JSON.stringify(rule)}; pass a name for findings and suppressions`);
    }
    this.rule = rule;
  }

  /**
   * Applies the policy to a construct and everything below it, including constructs that you add later.
   *
   * On an app, it applies to all its current stacks. A stack that you add later fails at synth, so apply policies at the end of
   * the program.
   *
   * @param scope an app, a stack, or any construct; fails with an app without stacks
   */
  public applyTo(scope: IConstruct): void {
    checkCall('LogfirePolicy#applyTo', arguments, this);
    applyPolicy(this, scope);
  }

  /**
   * Checks one Terraform block, and reports its findings with `subject.report`.
   *
   * @param subject the block, such as a resource, with its attributes as they are about to be written
   */
  public abstract check(subject: PolicySubject): void;

  /**
   * Whether Terraform checks something of this construct during the plan.
   *
   * @internal
   */
  public _concernsPlan(_construct: IConstruct): boolean {
    return false;
  }

  /**
   * Adds the checks that Terraform runs during the plan.
   *
   * @internal
   */
  public _preparePlan(_construct: IConstruct): void {
    // Most rules are checked only at synth.
  }
}
