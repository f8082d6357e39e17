import { Construct, IConstruct } from 'constructs';
import { ApiScope } from './api-scope';
import { ILogfireApiCredential } from './credential';
import { CredentialBase, ExistingCredential } from './credential-base';
import { GatewayLimits, renderLimits } from './gateway-limits';
import { checkImportedExpiry, keyNameOf, KeyOptions } from './key-options';
import { TokenLifetime } from './token-lifetime';
import { checkCall } from '../core/calls';
import { providerFor } from '../core/effective-provider';
import { fail, warn } from '../core/errors';
import { declareReferences } from '../core/organizations';
import { ILogfireProjectRef } from '../core/references';
import { SecretValue } from '../core/secret-value';
import { isUnresolved } from '../core/unresolved';
import * as l1 from '../l1';

/** The permissions of an API key. */
export interface ApiKeyGrants {
  /**
   * Scopes of the key: at least one, none twice. Scopes that most programs do not need (`organization:admin`, `instance:…`, or all of
   * them) give a warning. A change replaces the key.
   */
  readonly scopes: ApiScope[];

  /**
   * Project that the key is for. Required for scopes that apply to a single project (`ApiScope.needsProject`: `project:gateway_proxy`,
   * `project:read_otlp`, `project:write_otlp`). A change replaces the key.
   *
   * @default - the whole organization
   */
  readonly project?: ILogfireProjectRef;

  /**
   * Spending limits of the key at the gateway, with at least one value. Fails without the scope `project:gateway_proxy`. A change updates the
   * key in place; removing it removes all limits.
   *
   * @default - no limits
   */
  readonly gateway?: GatewayLimits;
}

/** Properties of an API key. */
export interface LogfireApiKeyProps extends KeyOptions, ApiKeyGrants {
}

/**
 * A key for Logfire's API (`logfire_api_key`), for one project or for the whole organization.
 *
 * By default, it expires after a year, and every plan warns before that. A change of its scopes, project or expiration creates a new key and
 * then revokes the old one. A change of its name, description or spending limits updates it in place.
 *
 * The key of the Terraform provider must hold `organization:create_api_key` and every scope of the new key. A self-hosted Logfire must be
 * release v2026-06-09.01 or newer.
 *
 * @example
 * const project = new LogfireProject(this, 'Shop');
 * const key = new LogfireApiKey(this, 'Deploy', { project, scopes: [ApiScope.PROJECT_READ, ApiScope.PROJECT_WRITE_DASHBOARD] });
 */
export class LogfireApiKey extends CredentialBase implements ILogfireApiCredential {
  /**
   * Refers to an existing key, for example one in a secret store. Creates nothing.
   *
   * @param key the key as a secret; fails with an empty one
   */
  public static fromSecret(scope: Construct, id: string, key: SecretValue): ILogfireApiCredential {
    checkCall('LogfireApiKey.fromSecret', arguments);
    return new ExistingApiKey(scope, id, 'key', key);
  }

  /** The generated binding, for everything that this construct does not model. */
  public readonly resource: l1.ApiKey;

  /** Always true. Distinguishes this credential from those for other purposes. */
  public readonly canCallApi: boolean = true;

  constructor(scope: Construct, id: string, props: LogfireApiKeyProps) {
    super(scope, id);
    checkCall('new LogfireApiKey', arguments, this);
    const name = keyNameOf(this, props.keyName);
    const scopes = renderScopes(this, props);
    const gateway = props.gateway && renderLimits(this, props.gateway, 'gateway.');
    checkImportedExpiry(this, props);
    const lifetime = new TokenLifetime(this, props);
    this.resource = this._create(l1.ApiKey, {
      name,
      description: props.description || undefined,
      scopes,
      projectId: props.project?.projectId,
      gateway,
      expiresAt: lifetime.expiresAt,
      lifecycle: lifetime.lifecycle,
      provider: providerFor(this, props.provider, props.project),
      dependsOn: props.dependsOn,
    });
    lifetime.watch(this, 'key');
    this._import(props.importFrom);
  }
}

class ExistingApiKey extends ExistingCredential implements ILogfireApiCredential {
  public readonly canCallApi: boolean = true;
}

/** The scopes as the provider takes them, checked (provider: rules of scopes, project_id and gateway). */
function renderScopes(scope: IConstruct, grants: ApiKeyGrants): string[] {
  const { scopes, project, gateway } = grants;
  const values = scopes.map(({ value }) => value);
  if (values.length === 0) {
    fail(scope, 'not-empty', 'scopes must have at least one scope, got none; pass scopes such as ApiScope.query()');
  }
  values.forEach((value, index) => {
    if (!isUnresolved(value)) {
      checkScope(scope, `scopes[${index}]`, value, values.indexOf(value) !== index);
    }
  });
  const bound = scopes.find(({ needsProject }) => needsProject);
  if (bound !== undefined && project === undefined) {
    fail(scope, 'scope-project', `project must be given with the scope ${JSON.stringify(bound.value)}, which applies to a single project; pass project, or remove the scope`);
  }
  if (gateway !== undefined) {
    checkGateway(scope, gateway, scopes);
  }
  warnOfTooMuch(scope, scopes);
  return values;
}

function checkScope(scope: IConstruct, prop: string, value: string, isDuplicate: boolean): void {
  if (value === '' || value !== value.trim()) {
    fail(scope, 'api-scope', `${prop} must be a scope without whitespace around it, got ${JSON.stringify(value)}; use one of the constants of ApiScope`);
  }
  if (isDuplicate) {
    fail(scope, 'distinct-values', `${prop} must not repeat a scope, got ${JSON.stringify(value)} again; remove it`);
  }
}

function checkGateway(scope: IConstruct, gateway: GatewayLimits, scopes: readonly ApiScope[]): void {
  const { PROJECT_GATEWAY_PROXY: needed } = ApiScope;
  if (!scopes.some(({ value, _isUnresolved }) => _isUnresolved || value === needed.value)) {
    fail(scope, 'gateway-limits', `gateway must be left out without the scope ${JSON.stringify(needed.value)}; add ApiScope.PROJECT_GATEWAY_PROXY to scopes, or remove gateway`);
  }
  if (Object.values(gateway).every((value) => value === undefined)) {
    fail(scope, 'gateway-limits', 'gateway must have at least one limit or cacheEnabled, got none; leave it out to set no limits');
  }
}

function warnOfTooMuch(scope: IConstruct, scopes: readonly ApiScope[]): void {
  const known = ApiScope._known().map(({ value }) => value);
  const values = new Set(scopes.map(({ value }) => value));
  if (known.every((value) => values.has(value))) {
    warn(scope, 'broad-scope', 'scopes has every known scope, so any holder of the key can do everything; grant only what the program needs');
    return;
  }
  for (const { value, _isUnresolved } of scopes) {
    if (value === ApiScope.ORGANIZATION_ADMIN.value || value.startsWith('instance:')) {
      warn(scope, 'broad-scope', `scopes has ${JSON.stringify(value)}, which lets any holder of the key administer ${value.startsWith('instance:') ? 'the instance' : 'the organization'}; `
        + 'grant only what the program needs');
    } else if (!_isUnresolved && !known.includes(value)) {
      warn(scope, 'api-scope', `scopes has ${JSON.stringify(value)}, which this library does not know; check its spelling: the provider does not check it, and the apply may fail`);
    }
  }
}

declareReferences('logfire_api_key', { path: 'project_id', prop: 'project' });
