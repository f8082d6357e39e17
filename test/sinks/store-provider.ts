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

/** Every sink in every form: its provider, the resource that holds the secret, and whether it is write-only. */
export const SINKS: readonly (readonly [name: string, provider: string, type: string, make: () => ISecretSink, writeOnly: boolean])[] = [
  ...[false, true].flatMap((writeOnly) => {
    const how = writeOnly ? ', write-only' : '';
    return [
      [`Secrets Manager${how}`, 'aws', 'aws_secretsmanager_secret_version', () => new AwsSecretsManagerSink({ secretName: 'shop/logfire', writeOnly }), writeOnly],
      [`a secret that exists${how}`, 'aws', 'aws_secretsmanager_secret_version', () => new AwsSecretsManagerSink({ existingSecretId: 'shop', writeOnly }), writeOnly],
      [`SSM${how}`, 'aws', 'aws_ssm_parameter', () => new AwsSsmParameterSink({ parameterName: '/shop/logfire', writeOnly }), writeOnly],
      [`Vault${how}`, 'vault', 'vault_kv_secret_v2', () => new VaultKvSink({ mount: 'secret', secretName: 'shop', key: 'token', writeOnly }), writeOnly],
      [
        `Kubernetes${how}`, 'kubernetes', 'kubernetes_secret_v1',
        () => new KubernetesSecretSink({ secretName: 'shop', secretNamespace: 'shop', key: 'LOGFIRE_TOKEN', writeOnly }), writeOnly,
      ],
    ] as const;
  }),
  ['GitHub Actions', 'github', 'github_actions_secret', () => new GithubActionsSecretSink({ repository: 'shop', secretName: 'LOGFIRE_TOKEN' }), false],
];
