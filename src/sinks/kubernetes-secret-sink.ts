import { Construct } from 'constructs';
import { checkName } from './check-name';
import { ISecretSink, SecretToStore } from './secret-sink';
import { WriteOnlySinkOptions } from './sink-options';
import { SinkResource } from './sink-resource';

const DNS_SUBDOMAIN = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;

/** How a Kubernetes secret is made. */
export interface KubernetesSecretSinkProps extends WriteOnlySinkOptions {
  /** Name of the secret: up to 253 lower-case letters, digits, `-` and `.`, with a letter or digit at either end. A change replaces the secret. */
  readonly secretName: string;

  /**
   * Namespace of the secret: up to 63 lower-case letters, digits and `-`. A change replaces the secret.
   *
   * @default - the provider's namespace `default`
   */
  readonly secretNamespace?: string;

  /** Key in the secret's data, and with `envFrom` the name of the variable, such as `LOGFIRE_TOKEN`: up to 253 ASCII letters, digits and `._-`. */
  readonly key: string;
}

/** An opaque secret of Kubernetes (`kubernetes_secret_v1`), by the provider `hashicorp/kubernetes`; with `writeOnly` of a version that has `data_wo`. */
export class KubernetesSecretSink implements ISecretSink {
  /** `kubernetes-secret`. */
  public readonly kind = 'kubernetes-secret';

  constructor(private readonly props: KubernetesSecretSinkProps) {}

  public store(scope: Construct, secret: SecretToStore): void {
    const { value, version } = secret;
    const { secretName, secretNamespace, key, writeOnly, provider } = this.props;
    checkName(scope, 'secretName', secretName, DNS_SUBDOMAIN, 'up to 253 lower-case letters, digits, - and ., with a letter or digit at either end');
    checkName(scope, 'secretNamespace', secretNamespace ?? 'default', /^(?=.{1,63}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?$/, 'up to 63 lower-case letters, digits and -');
    checkName(scope, 'key', key, /^[A-Za-z0-9._-]{1,253}$/, 'up to 253 ASCII letters, digits and ._-');
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
