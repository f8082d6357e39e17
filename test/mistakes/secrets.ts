import { TerraformStack } from 'cdktf';
import { SynthMistake } from './mistake';
import {
  AwsSecretsManagerSink, AwsSsmParameterSink, EnvironmentFormat, GithubActionsSecretSink, KubernetesSecretSink, LogfireEnvironment, LogfirePolicies,
  LogfireProject, LogfireProjectMigration, LogfireSinkProvider, LogfireWriteToken, MigrationPhase, VaultKvSink,
} from '../../src';

const tokenOf = (stack: TerraformStack, id = 'Token') => new LogfireWriteToken(stack, id, {
  project: LogfireProject.fromProjectId(stack, `${id}Project`, '00000000-0000-4000-8000-000000000001'),
});
const withAws = (stack: TerraformStack) => {
  if (stack.node.tryFindChild('Aws') === undefined) {
    new LogfireSinkProvider(stack, 'Aws', { source: 'hashicorp/aws' });
  }
  return stack;
};
const environment = (stack: TerraformStack) => LogfireEnvironment.forToken(tokenOf(stack));

export const SECRETS: readonly SynthMistake[] = [
  {
    name: 'a token that is stored where no provider is',
    error: 'without a matching provider',
    build: (stack) => tokenOf(stack).storeIn(new AwsSecretsManagerSink({ secretName: 'shop/logfire' })),
  },
  {
    name: 'a token that is stored twice under one id',
    error: 'pass another id as the second argument',
    build: (stack) => {
      const token = tokenOf(stack);
      token.storeIn(new GithubActionsSecretSink({ repository: 'shop', secretName: 'LOGFIRE_TOKEN' }));
      token.storeIn(new GithubActionsSecretSink({ repository: 'till', secretName: 'LOGFIRE_TOKEN' }));
    },
  },
  {
    name: 'a parameter with a blank in its name',
    error: 'parameterName',
    build: (stack) => tokenOf(stack).storeIn(new AwsSsmParameterSink({ parameterName: '/shop/logfire token' })),
  },
  { name: 'a token in a task definition', error: 'valueFrom must have the ARN of a secret', build: (stack) => environment(stack).toEcs({}) },
  { name: 'a secret of Kubernetes without a name', error: 'must be the name of a Kubernetes secret', build: (stack) => environment(stack).toKubernetesEnv('') },
  {
    name: 'a token in the configuration of a Collector',
    error: 'variable must be the name of the environment variable that holds the token',
    build: (stack) => {
      const token = tokenOf(stack);
      return LogfireEnvironment.forToken(token).toCollectorExporters(token.tokenValue);
    },
  },
  {
    name: 'a migration from a token to itself',
    error: 'toToken must be another token than fromToken',
    build: (stack) => {
      const token = tokenOf(stack);
      return new LogfireProjectMigration(stack, 'Move', { fromToken: token, toToken: token, phase: MigrationPhase.PREPARE });
    },
  },
  {
    name: 'an exporter that is to send to two projects',
    error: 'format must be EnvironmentFormat.LOGFIRE while a migration writes to both projects',
    build: (stack) => LogfireEnvironment.forToken(
      new LogfireProjectMigration(stack, 'Move', { fromToken: tokenOf(stack, 'Old'), toToken: tokenOf(stack, 'New'), phase: MigrationPhase.DUAL_WRITE }),
      { format: EnvironmentFormat.OPEN_TELEMETRY },
    ),
  },
  {
    name: 'two tokens in one place',
    error: 'parameterName must name a place of its own',
    build: (stack) => ['A', 'B'].forEach((id) => tokenOf(withAws(stack), id).storeIn(new AwsSsmParameterSink({ parameterName: '/shop/token' }))),
  },
  { name: 'a path of the API of Vault', error: 'data/', build: (stack) => tokenOf(stack).storeIn(new VaultKvSink({ mount: 'secret', secretName: 'data/shop', key: 'token' })) },
  { name: 'a key of Kubernetes that is a directory', error: '"."', build: (stack) => tokenOf(stack).storeIn(new KubernetesSecretSink({ secretNamespace: 'shop', secretName: 'logfire', key: '.' })) },
  { name: 'a secret of GitHub with a name that is reserved', error: 'GITHUB_', build: (stack) => tokenOf(stack).storeIn(new GithubActionsSecretSink({ repository: 'shop', secretName: 'GITHUB_TOKEN' })) },
  { name: 'a parameter with an empty level', error: '//', build: (stack) => tokenOf(stack).storeIn(new AwsSsmParameterSink({ parameterName: '/shop//token' })) },
  { name: 'a blank key of KMS', error: 'kmsKeyId', build: (stack) => tokenOf(stack).storeIn(new AwsSsmParameterSink({ parameterName: '/shop/token', kmsKeyId: ' ' })) },
  { name: 'a provider without its publisher', error: 'source must be the address of a provider', build: (stack) => new LogfireSinkProvider(stack, 'Aws', { source: 'aws' }) },
  { name: 'a version in words', error: 'version must be a version constraint', build: (stack) => new LogfireSinkProvider(stack, 'Aws', { source: 'hashicorp/aws', version: 'latest' }) },
  {
    name: 'a password for a store in plain text',
    error: 'configuration.token must not be a literal secret',
    build: (stack) => new LogfireSinkProvider(stack, 'Vault', { source: 'hashicorp/vault', configuration: { token: 'not-a-real-one' } }),
  },
  {
    name: 'an argument of a provider in camel case',
    error: 'must be an argument of the provider, in lower-case letters',
    build: (stack) => new LogfireSinkProvider(stack, 'Aws', { source: 'hashicorp/aws', configuration: { maxRetries: 3 } }),
  },
  { name: 'the ARN of another service', error: 'valueFrom', build: (stack) => environment(stack).toEcs({ valueFrom: 'arn:aws:s3:::shop' } as any) },
  {
    name: 'a policy that is suppressed without a reason',
    error: 'reason',
    build: (stack) => LogfirePolicies.suppress(tokenOf(stack), 'RequireTokenExpiry', ' '),
  },
];
