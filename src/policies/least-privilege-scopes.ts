import { LogfirePolicy } from './policy';
import { PolicySubject } from './policy-subject';
import { failWithoutPath } from '../core/errors';
import { ApiScope } from '../tokens/api-scope';

/** What API keys may do. */
export interface LeastPrivilegeScopesOptions {
  /**
   * The only scopes that keys may have; an empty list is refused.
   *
   * @default - all but those that administer the organization or the instance, and not all at once
   */
  readonly allowed?: ApiScope[];
}

const REMEDY = 'grant only what the program needs, or suppress the rule with a reason';

/** No API key may do everything. */
export class LeastPrivilegeScopes extends LogfirePolicy {
  private readonly allowed: ReadonlySet<string> | undefined;

  constructor(options: LeastPrivilegeScopesOptions = {}) {
    super('LeastPrivilegeScopes');
    if (options.allowed?.length === 0) {
      failWithoutPath('allowed must have at least one scope, got none; leave it out for all that do not administer');
    }
    this.allowed = options.allowed && new Set(options.allowed.map(({ value }) => value));
  }

  /** Reports each scope of a key that is too much; a scope that only Terraform knows passes. */
  public check(subject: PolicySubject): void {
    const { scopes } = subject.attributes;
    if (subject.kind !== 'resource' || subject.resourceType !== 'logfire_api_key' || !Array.isArray(scopes)) {
      return;
    }
    for (const scope of scopes.filter((value) => !value.includes('${'))) {
      if (this.allowed === undefined ? scope === ApiScope.ORGANIZATION_ADMIN.value || scope.startsWith('instance:') : !this.allowed.has(scope)) {
        subject.report(`the key has the scope ${scope}`, REMEDY);
      }
    }
    const administers = (value: string) => value === ApiScope.ORGANIZATION_ADMIN.value || value.startsWith('instance:');
    if (this.allowed === undefined && ApiScope._known().every(({ value }) => administers(value) || scopes.includes(value))) {
      subject.report('the key has all scopes there are', REMEDY);
    }
  }
}
