import { Construct } from 'constructs';
import { ISecretSink, SecretToStore, WriteOnlySinkOptions } from './secret-sink';
import { checkStoreName, SinkResource } from './sink-resource';
import { checkCall } from '../core/calls';

const DNS_SUBDOMAIN = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;

/** Properties of a sink in Kubernetes. */
export interface KubernetesSecretSinkProps extends WriteOnlySinkOptions {
  /** Name of the secret: up to 253 lower-case letters, digits, `-` and `.`, with a letter or digit at either end. A change replaces the secret. */
  readonly secretName: string;

  /**
   * Namespace of the secret: up to 63 lower-case letters, digits and `-`. A change replaces the secret.
   *
   * @default - the provider's namespace `default`
   */
  readonly secretNamespace?: string;

  /** Key in the data of the secret, which is also the name of the variable with `envFrom`, such as `LOGFIRE_TOKEN`: up to 253 ASCII letters, digits and `._-`. */
  readonly key: string;
}

/**
 * An opaque secret in Kubernetes (`kubernetes_secret_v1`).
 *
 * Requires the provider `hashicorp/kubernetes`, with `writeOnly` a version that has `data_wo`.
 *
 * @example
 * const project = new LogfireProject(this, 'Shop');
 * const sink = new KubernetesSecretSink({ secretName: 'logfire', secretNamespace: 'shop', key: 'LOGFIRE_TOKEN' });
 * project.addWriteToken('Token').storeIn(sink);
 */
export class KubernetesSecretSink implements ISecretSink {
  /** `kubernetes-secret`. */
  public readonly kind = 'kubernetes-secret';

  constructor(private readonly props: KubernetesSecretSinkProps) {
    checkCall('new KubernetesSecretSink', arguments, this);
  }

  public store(scope: Construct, secret: SecretToStore): void {
    checkCall('KubernetesSecretSink#store', arguments, this);
    const { value, version } = secret;
    const { secretName, secretNamespace, key, writeOnly, provider } = this.props;
    checkStoreName(scope, 'secretName', secretName, DNS_SUBDOMAIN, 'up to 253 lower-case letters, digits, - and ., with a letter or digit at either end');
    checkStoreName(scope, 'secretNamespace', secretNamespace ?? 'default', /^(?=.{1,63}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?$/, 'up to 63 lower-case letters, digits and -');
    checkStoreName(scope, 'key', key, /^[A-Za-z0-9._-]{1,253}$/, 'up to 253 ASCII letters, digits and ._-');
    const data = { [key]: value };
    new SinkResource(scope, 'Resource', {
      type: 'kubernetes_secret_v1',
      attributes: {
        metadata: [{ name: secretName, namespace: secretNamespace }],
        type: 'Opaque',
        ...writeOnly ? { data_wo: data, data_wo_revision: version } : { data },
      },
      provider,
    });
  }
}
