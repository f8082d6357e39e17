import { Construct } from 'constructs';
import { checkKubernetesKey, checkKubernetesName, checkKubernetesNamespace } from './kubernetes-rules';
import { ISecretSink, SecretToStore, WriteOnlySinkOptions } from './secret-sink';
import { SinkResource } from './sink-resource';
import { checkCall } from '../core/calls';

const DEFAULT_NAMESPACE = 'default';

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

  /**
   * Key in the data of the secret, which is also the name of the variable with `envFrom`, such as `LOGFIRE_TOKEN`: up to 253 ASCII letters, digits
   * and `._-`. Fails with `.` and with what begins with `..`, which Kubernetes rejects.
   */
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
    checkKubernetesName(scope, 'secretName', secretName);
    checkKubernetesNamespace(scope, 'secretNamespace', secretNamespace ?? DEFAULT_NAMESPACE);
    checkKubernetesKey(scope, 'key', key);
    const data = { [key]: value };
    new SinkResource(scope, 'Resource', {
      type: 'kubernetes_secret_v1',
      attributes: {
        metadata: [{ name: secretName, namespace: secretNamespace }],
        type: 'Opaque',
        ...writeOnly ? { data_wo: data, data_wo_revision: version } : { data },
      },
      provider,
      destination: { prop: 'secretName', parts: [secretNamespace ?? DEFAULT_NAMESPACE, secretName] },
    });
  }
}
