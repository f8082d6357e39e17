import type { ErrorId, PolicyRule } from '../core/error-ids';
import type { OwnPolicy } from '../core/errors';

/** The policies of the library. A compiler rejects one that is missing here, or that has no id. */
const RULES: { readonly [rule in PolicyRule]: true } = {
  LeastPrivilegeScopes: true,
  LimitGatewaySpend: true,
  NoPlaintextSecrets: true,
  ProtectProjects: true,
  RequireAlertDelivery: true,
  RequireRunbook: true,
  RequireTokenExpiry: true,
};

/** What the findings of a policy are marked with. */
export function policyId(rule: string): ErrorId | OwnPolicy {
  return Object.hasOwn(RULES, rule) ? rule as PolicyRule : { policy: rule };
}
