import { IConstruct } from 'constructs';
import { LeastPrivilegeScopes } from './least-privilege-scopes';
import { LimitGatewaySpend } from './limit-gateway-spend';
import { NoPlaintextSecrets } from './no-plaintext-secrets';
import { LogfirePolicy } from './policy';
import { ProtectProjects } from './protect-projects';
import { RequireAlertDelivery } from './require-alert-delivery';
import { RequireTokenExpiry } from './require-token-expiry';
import { suppress } from './suppressions';
import { checkCall } from '../core/calls';
import { failWithoutPath } from '../core/errors';

/**
 * A set of policies, and the way to suppress a rule with a reason.
 *
 * @example
 * LogfirePolicies.recommended().applyTo(this);
 * LogfirePolicies.suppress(this, 'ProtectProjects', 'a stack for tests');
 */
export class LogfirePolicies {
  /**
   * The recommended policies, with their defaults.
   *
   * These are `RequireTokenExpiry`, `NoPlaintextSecrets`, `LeastPrivilegeScopes`, `LimitGatewaySpend`, `ProtectProjects` and
   * `RequireAlertDelivery`.
   */
  public static recommended(): LogfirePolicies {
    checkCall('LogfirePolicies.recommended', arguments);
    return LogfirePolicies.of([
      new RequireTokenExpiry(), new NoPlaintextSecrets(), new LeastPrivilegeScopes(), new LimitGatewaySpend(), new ProtectProjects(),
      new RequireAlertDelivery(),
    ]);
  }

  /**
   * A set of the policies that you pass.
   *
   * @param policies the policies; at least one
   */
  public static of(policies: LogfirePolicy[]): LogfirePolicies {
    checkCall('LogfirePolicies.of', arguments);
    if (policies.length === 0) {
      failWithoutPath('not-empty', 'policies must have at least one policy, got none; use LogfirePolicies.recommended()');
    }
    return new LogfirePolicies(policies);
  }

  /**
   * Suppresses a rule for a construct and everything below it.
   *
   * The metadata of the synthesized stack contains the reason. A suppression that matches no finding causes a warning.
   *
   * @param construct a construct in a stack; fails with an app or a group of stacks
   * @param rule name of the rule as in findings, such as `RequireTokenExpiry`; fails with a blank name
   * @param reason why the rule does not apply here; fails with a blank reason
   */
  public static suppress(construct: IConstruct, rule: string, reason: string): void {
    checkCall('LogfirePolicies.suppress', arguments);
    suppress(construct, rule, reason);
  }

  /** The policies in the set. */
  public readonly policies: LogfirePolicy[];

  private constructor(policies: LogfirePolicy[]) {
    this.policies = [...policies];
  }

  /**
   * Applies all policies to a construct and everything below it, including constructs that you add later.
   *
   * On an app, they apply to all its current stacks. A stack that you add later fails at synth, so apply policies at the end of
   * the program.
   *
   * @param scope an app, a stack, or any construct; fails with an app without stacks
   */
  public applyTo(scope: IConstruct): void {
    checkCall('LogfirePolicies#applyTo', arguments, this);
    this.policies.forEach((policy) => policy.applyTo(scope));
  }
}
