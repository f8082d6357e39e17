import { Construct } from 'constructs';
import { checkCall } from '../core/calls';
import { providerFor } from '../core/effective-provider';
import { declareReferences } from '../core/organizations';
import { ILogfireProjectRef } from '../core/references';
import { SecretValue } from '../core/secret-value';
import * as l1 from '../l1';
import { ILogfireGatewayCredential } from '../tokens/credential';
import { CredentialBase, ExistingCredential } from '../tokens/credential-base';
import { GatewayLimits, renderLimits } from '../tokens/gateway-limits';
import { checkImportedExpiry, keyNameOf, KeyOptions } from '../tokens/key-options';
import { TokenLifetime } from '../tokens/token-lifetime';

/** Properties of a gateway key. */
export interface LogfireGatewayApiKeyProps extends KeyOptions, GatewayLimits {
  /** Project that the usage of the key counts for. A change replaces the key. */
  readonly project: ILogfireProjectRef;
}

/**
 * A key for programs that call models through Logfire's gateway (`logfire_gateway_api_key`): an API key with the single scope
 * `project:gateway_proxy`. For the keys of the vendors, use `LogfireGatewayProvider`.
 *
 * By default, it expires after a year, and every plan warns before that. A change of its project or expiration creates a new key and then
 * revokes the old one. A change of its name, description or spending limits updates it in place. A self-hosted Logfire must be release
 * v2026-06-09.01 or newer.
 *
 * @example
 * const project = new LogfireProject(this, 'Shop');
 * const key = new LogfireGatewayApiKey(this, 'Chat', { project, dailyLimitUsd: 20, monthlyLimitUsd: 200 });
 */
export class LogfireGatewayApiKey extends CredentialBase implements ILogfireGatewayCredential {
  /**
   * Refers to an existing key, for example one in a secret store. Creates nothing.
   *
   * @param key the key as a secret; fails with an empty one
   */
  public static fromSecret(scope: Construct, id: string, key: SecretValue): ILogfireGatewayCredential {
    checkCall('LogfireGatewayApiKey.fromSecret', arguments);
    return new ExistingGatewayApiKey(scope, id, 'key', key);
  }

  /** The generated binding, for everything that this construct does not model. */
  public readonly resource: l1.GatewayApiKey;

  /** Always true. Distinguishes this credential from those for other purposes. */
  public readonly canCallGateway: boolean = true;

  constructor(scope: Construct, id: string, props: LogfireGatewayApiKeyProps) {
    super(scope, id);
    checkCall('new LogfireGatewayApiKey', arguments, this);
    const name = keyNameOf(this, props.keyName);
    const limits = renderLimits(this, props, '');
    checkImportedExpiry(this, props);
    const lifetime = new TokenLifetime(this, props);
    this.resource = this._create(l1.GatewayApiKey, {
      name,
      description: props.description || undefined,
      projectId: props.project.projectId,
      ...limits,
      expiresAt: lifetime.expiresAt,
      lifecycle: lifetime.lifecycle,
      provider: providerFor(this, props.provider, props.project),
      dependsOn: props.dependsOn,
    });
    lifetime.watch(this, 'key');
    this._import(props.importFrom);
  }
}

class ExistingGatewayApiKey extends ExistingCredential implements ILogfireGatewayCredential {
  public readonly canCallGateway: boolean = true;
}

declareReferences('logfire_gateway_api_key', { path: 'project_id', prop: 'project' });
