import { Annotations } from 'cdktf';
import { IConstruct } from 'constructs';
import { ApiKeyGrants } from './api-key-grants';
import { ApiScope } from './api-scope';
import { fail } from '../core/errors';
import { isUnresolved } from '../core/unresolved';
import { GatewayCaps } from '../gateway/gateway-caps';

/** The scopes as the provider takes them, checked (provider: rules of scopes, project_id and gateway). */
export function renderScopes(scope: IConstruct, grants: ApiKeyGrants): string[] {
  const { scopes, project, gateway } = grants;
  const values = scopes.map(({ value }) => value);
  if (values.length === 0) {
    fail(scope, 'scopes must have at least one scope, got none; pass for example ApiScope.query()');
  }
  values.forEach((value, index) => {
    if (!isUnresolved(value)) {
      checkScope(scope, value, values.indexOf(value) !== index);
    }
  });
  const bound = scopes.find(({ needsProject }) => needsProject);
  if (bound !== undefined && project === undefined) {
    fail(scope, `project must be given for the scope ${bound.value}, which holds for one project only; pass project, or leave out the scope`);
  }
  if (gateway !== undefined) {
    checkGateway(scope, gateway, scopes);
  }
  warnOfTooMuch(scope, scopes);
  return values;
}

function checkScope(scope: IConstruct, value: string, isDuplicate: boolean): void {
  if (value.trim() === '' || value !== value.trim()) {
    fail(scope, `scopes must have no scope that is blank or has spaces around it, got ${JSON.stringify(value)}; use one of the constants of ApiScope`);
  }
  if (isDuplicate) {
    fail(scope, `scopes must have each scope once, got ${value} twice; remove one`);
  }
}

function checkGateway(scope: IConstruct, gateway: GatewayCaps, scopes: readonly ApiScope[]): void {
  const { PROJECT_GATEWAY_PROXY: needed } = ApiScope;
  if (!scopes.some(({ value, _isUnresolved }) => _isUnresolved || value === needed.value)) {
    fail(scope, `gateway must only be given with the scope ${needed.value}; add ApiScope.PROJECT_GATEWAY_PROXY, or leave out gateway`);
  }
  if (Object.values(gateway).every((value) => value === undefined || value === null)) {
    fail(scope, 'gateway must have at least one limit or cacheEnabled, got none; leave it out for no limits');
  }
}

function warnOfTooMuch(scope: IConstruct, scopes: readonly ApiScope[]): void {
  const known = ApiScope._known().map(({ value }) => value);
  const values = new Set(scopes.map(({ value }) => value));
  if (known.every((value) => values.has(value))) {
    Annotations.of(scope).addWarning('scopes are all scopes there are: who has the key can do everything; grant only what the program needs');
    return;
  }
  for (const { value, _isUnresolved } of scopes) {
    if (value === ApiScope.ORGANIZATION_ADMIN.value || value.startsWith('instance:')) {
      Annotations.of(scope).addWarning(`the scope ${value} lets who has the key administer ${value.startsWith('instance:') ? 'the instance' : 'the organization'}; `
        + 'grant only what the program needs');
    } else if (!_isUnresolved && !known.includes(value)) {
      Annotations.of(scope).addWarning(`the scope ${JSON.stringify(value)} is not known to this library; check its spelling: the provider does not, and the apply fails`);
    }
  }
}
