import { IConstruct } from 'constructs';
import { applyPolicy } from './application';
import { PolicySubject } from './policy-subject';
import { failWithoutPath } from '../core/errors';

/**
 * A rule for a whole app. Extend it for a rule of your own: `check` is called for everything that Terraform gets to see.
 *
 * What it finds is reported together with all other findings of all stacks, before any file is written. Whoever has a reason
 * suppresses a rule for a part of the tree with `LogfirePolicies.suppress`.
 */
export abstract class LogfirePolicy {
  /** The name of the rule, which findings begin with and suppressions name. */
  public readonly rule: string;

  /**
   * @param rule the name of the rule, such as `RequireTokenExpiry`; a blank one is refused
   */
  constructor(rule: string) {
    if (rule.trim() === '') {
      failWithoutPath('rule must not be blank; give the policy a name that findings and suppressions can use');
    }
    this.rule = rule;
  }

  /**
   * Has everything below a construct follow the rule, also what is added later. On an app: every stack that it has; a stack that is
   * added later is refused, so apply policies at the end of the program.
   *
   * @param scope an app, a stack, or any construct; an app without stacks is refused
   */
  public applyTo(scope: IConstruct): void {
    applyPolicy(this, scope);
  }

  /**
   * Looks at one resource, data source, provider, variable, local or output, and reports what is wrong with it.
   *
   * @param subject what to look at, with its attributes as they are about to be written
   */
  public abstract check(subject: PolicySubject): void;

  /**
   * Whether Terraform itself shall check something of this construct.
   *
   * @internal
   */
  public _concernsPlan(_construct: IConstruct): boolean {
    return false;
  }

  /**
   * Adds what Terraform shall check.
   *
   * @internal
   */
  public _preparePlan(_construct: IConstruct): void {
    // Most rules are checked at synth alone.
  }
}
