import { Construct } from 'constructs';
import { ISecretSink, SecretToStore, WriteOnlySinkOptions } from './secret-sink';
import { jsonSecret, SinkResource } from './sink-resource';
import { checkStoreName } from './store-rules';
import { checkCall } from '../core/calls';
import { checkNotBlank } from '../core/checks';

/** Properties of a sink in Vault's KV engine. */
export interface VaultKvSinkProps extends WriteOnlySinkOptions {
  /**
   * Path of the KV engine, version 2, such as `secret`: no slash or whitespace at either end, no empty levels, `.` or `..`. Fails with any other. A
   * change replaces the secret.
   */
  readonly mount: string;

  /**
   * Path of the secret in the engine, such as `shop/logfire`, with the same rules as `mount`, and without the `data/` of the HTTP API. Fails with any
   * other. A change replaces the secret.
   */
  readonly secretName: string;

  /** Key of the credential in the secret, such as `token`. Not blank. */
  readonly key: string;
}

/**
 * A secret in version 2 of HashiCorp Vault's KV engine (`vault_kv_secret_v2`).
 *
 * Requires the provider `hashicorp/vault`, with `writeOnly` a version that has `data_json_wo`.
 *
 * @example
 * const project = new LogfireProject(this, 'Shop');
 * project.addWriteToken('Token').storeIn(new VaultKvSink({ mount: 'secret', secretName: 'shop/logfire', key: 'token' }));
 */
export class VaultKvSink implements ISecretSink {
  /** `vault-kv`. */
  public readonly kind = 'vault-kv';

  constructor(private readonly props: VaultKvSinkProps) {
    checkCall('new VaultKvSink', arguments, this);
  }

  public store(scope: Construct, secret: SecretToStore): void {
    checkCall('VaultKvSink#store', arguments, this);
    const { value, version } = secret;
    const { mount, secretName, key, writeOnly, provider } = this.props;
    for (const [prop, path] of [['mount', mount], ['secretName', secretName]]) {
      checkStoreName(scope, prop, path, /^[^/\s](?:.*[^/\s])?$/, 'a path without a slash or whitespace at either end');
      checkStoreName(scope, prop, path, /^(?!.*\/\/)(?!(?:.*\/)?\.{1,2}(?:\/|$))/, 'a path without empty levels, . and ..');
    }
    checkStoreName(scope, 'secretName', secretName, /^(?!data\/)/, 'the path of the secret as vault kv put takes it, without data/, which the provider adds');
    checkNotBlank(scope, 'key', key, 'pass a name such as token');
    const json = jsonSecret(key, value);
    new SinkResource(scope, 'Resource', {
      type: 'vault_kv_secret_v2',
      attributes: { mount, name: secretName, ...writeOnly ? { data_json_wo: json, data_json_wo_version: version } : { data_json: json } },
      provider,
      destination: { prop: 'secretName', parts: [mount, secretName] },
    });
  }
}
