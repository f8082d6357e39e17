import { IConstruct } from 'constructs';
import { LeastPrivilegeScopes } from './least-privilege-scopes';
import { LimitGatewaySpend } from './limit-gateway-spend';
import { NoPlaintextSecrets } from './no-plaintext-secrets';
import { LogfirePolicy } from './policy';
import { ProtectProjects } from './protect-projects';
import { RequireAlertDelivery } from './require-alert-delivery';
import { RequireTokenExpiry } from './require-token-expiry';
import { suppress } from './suppressions';
import { failWithoutPath } from '../core/errors';

/** Several policies as one, and the way to suppress one where there is a reason. */
export class LogfirePolicies {
  /**
   * What nobody should go without: `RequireTokenExpiry`, `NoPlaintextSecrets`, `LeastPrivilegeScopes`, `LimitGatewaySpend`,
   * `ProtectProjects` and `RequireAlertDelivery`, all with their defaults.
   */
  public static recommended(): LogfirePolicies {
    return LogfirePolicies.of([
      new RequireTokenExpiry(), new NoPlaintextSecrets(), new LeastPrivilegeScopes(), new LimitGatewaySpend(), new ProtectProjects(),
      new RequireAlertDelivery(),
    ]);
  }

  /**
   * A choice of policies.
   *
   * @param policies at least one
   */
  public static of(policies: LogfirePolicy[]): LogfirePolicies {
    if (policies.length === 0) {
      failWithoutPath('policies must have at least one policy, got none; use LogfirePolicies.recommended()');
    }
    return new LogfirePolicies(policies);
  }

  /**
   * Leaves out a rule for a construct and all below it. The reason stands in the metadata of the synthesized stack; a suppression that
   * suppresses nothing is warned about.
   *
   * @param construct in a stack; an app or a group of stacks is refused
   * @param rule the name of the rule as findings have it, such as `RequireTokenExpiry`; a blank one is refused
   * @param reason why the rule does not hold here; a blank one is refused
   */
  public static suppress(construct: IConstruct, rule: string, reason: string): void {
    suppress(construct, rule, reason);
  }

  /** The policies. */
  public readonly policies: LogfirePolicy[];

  private constructor(policies: LogfirePolicy[]) {
    this.policies = [...policies];
  }

  /**
   * Has everything below a construct follow all the policies. On an app: every stack that it has; a stack that is added later is
   * refused, so apply policies at the end of the program.
   *
   * @param scope an app, a stack, or any construct; an app without stacks is refused
   */
  public applyTo(scope: IConstruct): void {
    this.policies.forEach((policy) => policy.applyTo(scope));
  }
}
