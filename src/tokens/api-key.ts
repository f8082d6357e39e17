import { Construct, IConstruct } from 'constructs';
import { ApiKeyGrants } from './api-key-grants';
import { KeyBase } from './key-base';
import { KeyOptions } from './key-options';
import { renderScopes } from './render-scopes';
import { StoredKey } from './stored-key';
import { SecretValue } from '../core/secret-value';
import { renderCaps } from '../gateway/render-caps';
import * as l1 from '../l1';
import type { ISecretSink } from '../sinks/secret-sink';

/** A key for Logfire's API or gateway, made in this app or elsewhere. */
export interface ILogfireApiKey extends IConstruct {
  /** The key itself, marked as sensitive. It is in Terraform's state in any case. */
  readonly keyValue: string;

  /** When the key ends, in UTC (`YYYY-MM-DDTHH:MM:SSZ`), not sensitive; undefined when it never does or is kept elsewhere. */
  readonly keyExpiresAt?: string | undefined;

  /**
   * Has the key written where programs find it, and written anew whenever there is a new one.
   *
   * @param sink the place, such as `AwsSecretsManagerSink.newSecret('shop/logfire')`; the stack must have its provider
   * @param id tells several places of one kind apart; by default `StoredIn` and the kind
   * @returns the construct that writes it
   */
  storeIn(sink: ISecretSink, id?: string): IConstruct;
}

/** What an API key is made from. */
export interface LogfireApiKeyProps extends KeyOptions, ApiKeyGrants {
}

/**
 * A key for Logfire's API (`logfire_api_key`): of one project or of the whole organization, with the scopes that it is given.
 *
 * It ends after a year unless `expiry` says otherwise, and each plan warns before. A change of its scopes, project or expiry makes
 * a new one first and then revokes the old one; its name, description and spending limits change in place. The key of the
 * Terraform provider must hold `organization:create_api_key` and every scope of the new key. A self-hosted Logfire must be of
 * release v2026-06-09.01 or newer.
 */
export class LogfireApiKey extends KeyBase implements ILogfireApiKey {
  /**
   * Refers to a key that is kept elsewhere, for example in a secret store; creates nothing.
   *
   * @param key the key as a secret; an empty one is refused
   */
  public static fromSecret(scope: Construct, id: string, key: SecretValue): ILogfireApiKey {
    return new StoredKey(scope, id, key);
  }

  /** The generated binding, for what this construct does not model. */
  public readonly resource: l1.ApiKey;

  constructor(scope: Construct, id: string, props: LogfireApiKeyProps) {
    super(scope, id);
    const scopes = renderScopes(this, props);
    const gateway = props.gateway && renderCaps(this, props.gateway, 'gateway.');
    this.resource = this._makeKey(props, props.project, (config) => new l1.ApiKey(this, 'Resource', {
      ...config, scopes, projectId: props.project?.projectId, gateway,
    }));
  }
}
