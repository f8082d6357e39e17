import { TerraformProvider, TerraformStack } from 'cdktf';
import type { ISecretSink } from '../../src';
import { AwsSecretsManagerSink, AwsSsmParameterSink, GithubActionsSecretSink, KubernetesSecretSink, VaultKvSink } from '../../src';

const SOURCES: Readonly<Record<string, string>> = {
  aws: 'hashicorp/aws', vault: 'hashicorp/vault', kubernetes: 'hashicorp/kubernetes', github: 'integrations/github',
};

/** The provider of a store, as its prebuilt or generated package brings it. */
export class StoreProvider extends TerraformProvider {
  constructor(stack: TerraformStack, name: string, private readonly givenAlias?: string) {
    super(stack, name, {
      terraformResourceType: name,
      terraformGeneratorMetadata: { providerName: name },
      terraformProviderSource: SOURCES[name],
    });
  }

  public get alias(): string | undefined {
    return this.givenAlias;
  }
}

/**
 * Every sink in every form: its provider, the resource that holds the secret, and whether it is write-only.
 * Sinks with different suffixes are different places.
 */
export const SINKS: readonly (readonly [
  name: string, provider: string, type: string, make: (suffix?: string) => ISecretSink, writeOnly: boolean,
])[] = [
  ...[false, true].flatMap((writeOnly) => {
    const how = writeOnly ? ', write-only' : '';
    return [
      [`Secrets Manager${how}`, 'aws', 'aws_secretsmanager_secret_version', (suffix = '') => new AwsSecretsManagerSink({ secretName: `shop/logfire${suffix}`, writeOnly }), writeOnly],
      [`a secret that exists${how}`, 'aws', 'aws_secretsmanager_secret_version', (suffix = '') => new AwsSecretsManagerSink({ existingSecretId: `shop${suffix}`, writeOnly }), writeOnly],
      [`SSM${how}`, 'aws', 'aws_ssm_parameter', (suffix = '') => new AwsSsmParameterSink({ parameterName: `/shop/logfire${suffix}`, writeOnly }), writeOnly],
      [`Vault${how}`, 'vault', 'vault_kv_secret_v2', (suffix = '') => new VaultKvSink({ mount: 'secret', secretName: `shop${suffix}`, key: 'token', writeOnly }), writeOnly],
      [
        `Kubernetes${how}`, 'kubernetes', 'kubernetes_secret_v1',
        (suffix = '') => new KubernetesSecretSink({ secretName: `shop${suffix}`, secretNamespace: 'shop', key: 'LOGFIRE_TOKEN', writeOnly }), writeOnly,
      ],
    ] as const;
  }),
  ['GitHub Actions', 'github', 'github_actions_secret', (suffix = '') => new GithubActionsSecretSink({ repository: 'shop', secretName: `LOGFIRE_TOKEN${suffix}` }), false],
];
