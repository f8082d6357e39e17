import { LogfirePolicy } from './policy';
import { PolicySubject } from './policy-subject';
import { checkCall } from '../core/calls';
import { inHostLanguage } from '../core/host-language';
import { ApiScope } from '../tokens/api-scope';

const LIMITS = ['spending_limit_daily', 'spending_limit_weekly', 'spending_limit_monthly', 'spending_limit_total'];

/**
 * Policy: every key that can call models through the gateway must have a spending limit.
 *
 * @example
 * new LimitGatewaySpend().applyTo(this);
 */
export class LimitGatewaySpend extends LogfirePolicy {
  constructor() {
    super('LimitGatewaySpend');
    checkCall('new LimitGatewaySpend', arguments, this);
  }

  /** Reports a gateway key without a spending limit, or such an API key with the gateway scope. */
  public check(subject: PolicySubject): void {
    checkCall('LimitGatewaySpend#check', arguments, this);
    const limits = limitsOf(subject);
    if (limits !== undefined && LIMITS.every((limit) => limits[limit] === undefined || limits[limit] === null)) {
      subject.report('the key has no spending limit for the gateway', inHostLanguage('pass dailyLimitUsd, weeklyLimitUsd, monthlyLimitUsd or totalLimitUsd'));
    }
  }
}

/** The block with the limits of a key. Undefined for anything that cannot spend. */
function limitsOf({ kind, resourceType, attributes }: PolicySubject): { [name: string]: unknown } | undefined {
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
