import { LogfirePolicy } from './policy';
import { PolicySubject } from './policy-subject';
import { checkCall } from '../core/calls';
import { failWithoutPath } from '../core/errors';
import { meantBy } from '../core/expression';
import { ApiScope } from '../tokens/api-scope';

/** Options of `LeastPrivilegeScopes`. */
export interface LeastPrivilegeScopesOptions {
  /**
   * The scopes that API keys may have. An empty list fails.
   *
   * @default - all scopes except those that administer the organization or the instance, but not all of them at once
   */
  readonly allowed?: ApiScope[];
}

const REMEDY = 'grant only what the program needs, or suppress the rule with a reason';

/**
 * Policy: API keys must not have more scopes than allowed.
 *
 * @example
 * new LeastPrivilegeScopes({
 *   allowed: [ApiScope.PROJECT_READ, ApiScope.PROJECT_WRITE],
 * }).applyTo(this);
 */
export class LeastPrivilegeScopes extends LogfirePolicy {
  private readonly allowed: ReadonlySet<string> | undefined;

  constructor(options: LeastPrivilegeScopesOptions = {}) {
    super('LeastPrivilegeScopes');
    checkCall('new LeastPrivilegeScopes', arguments, this);
    if (options.allowed?.length === 0) {
      failWithoutPath('not-empty', 'allowed must have at least one scope, got none; omit it to allow all scopes that do not administer');
    }
    this.allowed = options.allowed && new Set(options.allowed.map(({ value }) => value));
  }

  /** Reports each scope that is not allowed. A scope that is known only at apply passes. */
  public check(subject: PolicySubject): void {
    checkCall('LeastPrivilegeScopes#check', arguments, this);
    const { scopes } = subject.attributes;
    if (subject.kind !== 'resource' || subject.resourceType !== 'logfire_api_key' || !Array.isArray(scopes)) {
      return;
    }
    for (const scope of scopes.map(meantBy).filter((value) => value !== undefined)) {
      if (this.allowed === undefined ? scope === ApiScope.ORGANIZATION_ADMIN.value || scope.startsWith('instance:') : !this.allowed.has(scope)) {
        subject.report(`the key has the scope ${scope}`, REMEDY);
      }
    }
    const administers = (value: string) => value === ApiScope.ORGANIZATION_ADMIN.value || value.startsWith('instance:');
    if (this.allowed === undefined && ApiScope._known().every(({ value }) => administers(value) || scopes.includes(value))) {
      subject.report('the key has all known scopes', REMEDY);
    }
  }
}
