import { Construct } from 'constructs';
import { checkName } from './check-name';
import { jsonSecret } from './json-secret';
import { ISecretSink, SecretToStore } from './secret-sink';
import { WriteOnlySinkOptions } from './sink-options';
import { SinkResource } from './sink-resource';
import { checkNotBlank } from '../core/checks';

/** How a secret of Vault's KV engine is made. */
export interface VaultKvSinkProps extends WriteOnlySinkOptions {
  /** Path of the engine, version 2, such as `secret`; without a slash at either end. A change replaces the secret. */
  readonly mount: string;

  /** Path of the secret in the engine, such as `shop/logfire`; without a slash at either end. A change replaces the secret. */
  readonly secretName: string;

  /** Name of the member in the secret that holds the token, such as `token`; not blank. */
  readonly key: string;
}

/** A secret in HashiCorp Vault's KV engine, version 2 (`vault_kv_secret_v2`), by the provider `hashicorp/vault`; with `writeOnly` of a version that has `data_json_wo`. */
export class VaultKvSink implements ISecretSink {
  /** `vault-kv`. */
  public readonly kind = 'vault-kv';

  constructor(private readonly props: VaultKvSinkProps) {}

  public store(scope: Construct, secret: SecretToStore): void {
    const { value, version } = secret;
    const { mount, secretName, key, writeOnly, provider } = this.props;
    for (const [prop, path] of [['mount', mount], ['secretName', secretName]]) {
      checkName(scope, prop, path, /^[^/\s](?:.*[^/\s])?$/, 'a path without a slash or blank at either end');
    }
    checkNotBlank(scope, 'key', key, 'pass for example token');
    const json = jsonSecret(key, value);
    new SinkResource(scope, 'Resource', {
      type: 'vault_kv_secret_v2',
      attributes: { mount, name: secretName, ...writeOnly ? { data_json_wo: json, data_json_wo_version: version } : { data_json: json } },
      provider,
    });
  }
}
