import { Construct } from 'constructs';
import { ApiScope } from './api-scope';
import { CredentialBase } from './credential-base';
import { ExistingIngestCredential, ILogfireIngestCredential, ingestEndpointOf } from './ingest-credential';
import { checkImportedExpiry, keyNameOf, KeyOptions } from './key-options';
import { TokenLifetime } from './token-lifetime';
import { checkCall } from '../core/calls';
import { providerFor } from '../core/effective-provider';
import { ILogfireProjectRef } from '../core/references';
import { SecretValue } from '../core/secret-value';
import * as l1 from '../l1';

/** Properties of an ingest key. */
export interface LogfireIngestKeyProps extends KeyOptions {
  /** Project that receives the telemetry. A change replaces the key. */
  readonly project: ILogfireProjectRef;
}

/**
 * A key for programs that send telemetry: an API key (`logfire_api_key`) with the single scope `project:write_otlp`.
 *
 * It works like a write token. In addition it has a name and a description, which a change updates in place, and it can be imported. By
 * default, it expires after a year, and every plan warns before that.
 *
 * @example
 * const project = new LogfireProject(this, 'Shop');
 * const key = new LogfireIngestKey(this, 'Checkout', { project, keyName: 'checkout', description: 'Sends from the checkout service' });
 */
export class LogfireIngestKey extends CredentialBase implements ILogfireIngestCredential {
  /**
   * Refers to an existing key, for example one in a secret store. Creates nothing.
   *
   * @param key the key as a secret; fails with an empty one
   */
  public static fromSecret(scope: Construct, id: string, key: SecretValue): ILogfireIngestCredential {
    checkCall('LogfireIngestKey.fromSecret', arguments);
    return new ExistingIngestCredential(scope, id, key);
  }

  /** The generated binding, for everything that this construct does not model. */
  public readonly resource: l1.ApiKey;

  /** Always true. Distinguishes this credential from those for other purposes. */
  public readonly canSendTelemetry: boolean = true;

  /** Always false: `tokenValue` is a single key. */
  public readonly isTokenList: boolean = false;

  constructor(scope: Construct, id: string, props: LogfireIngestKeyProps) {
    super(scope, id);
    checkCall('new LogfireIngestKey', arguments, this);
    const name = keyNameOf(this, props.keyName);
    checkImportedExpiry(this, props);
    const lifetime = new TokenLifetime(this, props);
    this.resource = this._create(l1.ApiKey, {
      name,
      description: props.description || undefined,
      scopes: ApiScope.ingest().map(({ value }) => value),
      projectId: props.project.projectId,
      expiresAt: lifetime.expiresAt,
      lifecycle: lifetime.lifecycle,
      provider: providerFor(this, props.provider, props.project),
      dependsOn: props.dependsOn,
    });
    lifetime.watch(this, 'key');
    this._import(props.importFrom);
  }

  /**
   * Scheme and host of the Logfire instance that receives the telemetry. Comes from the provider, otherwise from the region in the key,
   * which is known only at apply.
   */
  public get ingestEndpoint(): string {
    return ingestEndpointOf(this, this.tokenValue);
  }
}
