import { LogfirePolicy } from './policy';
import { PolicySubject } from './policy-subject';
import { ApiScope } from '../tokens/api-scope';

const LIMITS = ['spending_limit_daily', 'spending_limit_weekly', 'spending_limit_monthly', 'spending_limit_total'];

/** Every key that may call models has a limit of what it may spend. */
export class LimitGatewaySpend extends LogfirePolicy {
  constructor() {
    super('LimitGatewaySpend');
  }

  /** Reports a gateway key, or an API key with the scope of the gateway, without any limit. */
  public check(subject: PolicySubject): void {
    const caps = capsOf(subject);
    if (caps !== undefined && LIMITS.every((limit) => caps[limit] === undefined || caps[limit] === null)) {
      subject.report('the key may spend without limit at the gateway', 'pass dailyLimitUsd, weeklyLimitUsd, monthlyLimitUsd or totalLimitUsd');
    }
  }
}

/** Where the limits of a key stand; undefined for what does not spend. */
function capsOf({ kind, resourceType, attributes }: PolicySubject): { [name: string]: unknown } | undefined {
  if (kind !== 'resource') {
    return undefined;
  }
  if (resourceType === 'logfire_gateway_api_key') {
    return attributes;
  }
  const { scopes, gateway } = attributes;
  const spends = resourceType === 'logfire_api_key' && Array.isArray(scopes) && scopes.includes(ApiScope.PROJECT_GATEWAY_PROXY.value);
  return spends ? gateway ?? {} : undefined;
}
