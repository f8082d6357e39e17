import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, TerraformStack, TerraformVariable } from 'cdktf';
import { SINKS, StoreProvider } from './store-provider';
import {
  ApiScope, AwsSecretsManagerSink, AwsSsmParameterSink, Duration, GithubActionsSecretSink, ISecretSink, KubernetesSecretSink, LogfireApiKey,
  LogfireFrontendApplication, LogfireFrontendToken, LogfireGatewayApiKey, LogfireInventory, LogfireProject, LogfireProvider, LogfireReadToken,
  LogfireRotatingApiKey, LogfireRotatingWriteToken, LogfireWriteToken, SecretValue, TokenRotation, VaultKvSink,
} from '../../src';
import { newApp, synth } from '../synth';
import { STORE_PROVIDERS } from '../terraform/secret-stores/schemas';

function newStack(...providers: string[]): TerraformStack {
  const stack = new TerraformStack(newApp(), 'app');
  new LogfireProvider(stack, 'Logfire');
  providers.forEach((name) => new StoreProvider(stack, name));
  return stack;
}

const tokenIn = (stack: TerraformStack) => new LogfireWriteToken(stack, 'Token', { project: new LogfireProject(stack, 'Shop') });
const only = (resources: any) => Object.values<any>(resources)[0];

describe.each(SINKS)('%s', (_, provider, type, make, writeOnly) => {
  test('writes what the provider\'s schema has', () => {
    const stack = newStack(provider);
    tokenIn(stack).storeIn(make());
    const { block } = STORE_PROVIDERS.find(({ name }) => name === provider)!.schema.resource_schemas[type];
    const { attributes = {}, block_types = {} } = block;
    const { '//': metadata, provider: alias, ...written } = only(synth(stack).resource[type]);
    expect(Object.keys(written).filter((name) => !(name in attributes) && !(name in block_types))).toEqual([]);
    expect(Object.keys(attributes).filter((name) => attributes[name].required && written[name] === undefined)).toEqual([]);
    expect(Object.keys(written).some((name) => attributes[name]?.write_only)).toBe(writeOnly);
    const secret = Object.keys(written).filter((name) => JSON.stringify(written[name]).includes('.token'));
    expect(secret.map((name) => attributes[name].sensitive)).toEqual([true]);
  });

  test('is refused in a stack without its provider', () => {
    const stack = newStack();
    tokenIn(stack).storeIn(make());
    expect(() => synth(stack)).toThrow(new RegExp(`without a matching provider[^]*${provider}`));
  });
});

describe('storeIn', () => {
  const sink = (parameterName = '/shop/logfire') => new AwsSsmParameterSink({ parameterName, writeOnly: true });

  test('is there for every token and key', () => {
    const stack = newStack('aws');
    const project = new LogfireProject(stack, 'Shop');
    const secret = SecretValue.fromVariable(new TerraformVariable(stack, 'secret', { type: 'string', sensitive: true }));
    const application = new LogfireFrontendApplication(stack, 'Web', { project });
    const rotation = TokenRotation.every(Duration.days(30));
    const scopes = [ApiScope.PROJECT_READ];
    [
      new LogfireWriteToken(stack, 'Write', { project }),
      new LogfireReadToken(stack, 'Read', { project }),
      new LogfireApiKey(stack, 'Api', { project, scopes }),
      new LogfireGatewayApiKey(stack, 'Gateway', { project }),
      new LogfireFrontendToken(stack, 'Browser', { application }),
      new LogfireRotatingWriteToken(stack, 'RotatingWrite', { project, rotation }),
      new LogfireRotatingApiKey(stack, 'RotatingApi', { project, scopes, rotation }),
      LogfireWriteToken.fromSecret(stack, 'StoredWrite', secret),
      LogfireReadToken.fromSecret(stack, 'StoredRead', secret),
      LogfireApiKey.fromSecret(stack, 'StoredApi', secret),
    ].forEach((token) => token.storeIn(sink(`/${token.node.id}`)));
    const parameters = Object.values<any>(synth(stack).resource.aws_ssm_parameter);
    expect(parameters).toHaveLength(10);
    expect(new Set(parameters.map(({ value_wo }) => value_wo)).size).toBe(8);
    expect(parameters.every(({ value_wo_version }) => /^\$\{1 \+ parseint\(substr\(sha256\(.+\), 0, 8\), 16\)\}$/.test(value_wo_version))).toBe(true);
  });

  test('takes a member of JSON in Secrets Manager', () => {
    const stack = newStack('aws');
    tokenIn(stack).storeIn(new AwsSecretsManagerSink({ secretName: 'shop', jsonKey: 'LOGFIRE_TOKEN', kmsKeyId: 'alias/shop', recoveryWindowInDays: 7 }));
    const { aws_secretsmanager_secret: secrets, aws_secretsmanager_secret_version: versions } = synth(stack).resource;
    expect(only(secrets)).toMatchObject({ name: 'shop', kms_key_id: 'alias/shop', recovery_window_in_days: 7 });
    expect(only(versions).secret_string).toMatch(/^\$\{jsonencode\(\{\("LOGFIRE_TOKEN"\) = sensitive\(.+\)\}\)\}$/);
  });

  test('stores in several places of a kind by their ids', () => {
    const stack = newStack('aws');
    const token = tokenIn(stack);
    token.storeIn(sink());
    expect(token.storeIn(sink('/copy'), 'Copy').node.path).toBe('app/Token/Copy');
    expect(() => token.storeIn(sink())).toThrow('app/Token: id must be unique for each storeIn of a credential, got "StoredInAwsSsmParameter" again; pass another id');
    expect(Object.keys(synth(stack).resource.aws_ssm_parameter)).toHaveLength(2);
  });

  test('passes the provider on', () => {
    const stack = newStack();
    const provider = new StoreProvider(stack, 'aws', 'other');
    tokenIn(stack).storeIn(new AwsSecretsManagerSink({ secretName: 'shop', provider }));
    const { aws_secretsmanager_secret: secrets, aws_secretsmanager_secret_version: versions } = synth(stack).resource;
    expect([only(secrets).provider, only(versions).provider]).toEqual(['aws.other', 'aws.other']);
  });

  test('takes a sink of the user\'s own, and refuses one without a proper kind', () => {
    const stack = newStack('aws');
    const token = tokenIn(stack);
    const own = (kind: string): ISecretSink => ({ kind, store: (scope, secret) => sink().store(scope, secret) });
    expect(token.storeIn(own('safe')).node.path).toBe('app/Token/StoredInSafe');
    expect(() => token.storeIn(own('My Safe'))).toThrow('app/Token: sink.kind must be lower-case words with dashes, such as aws-secrets-manager, got "My Safe"');
  });

  test('is in the inventory', () => {
    const stack = newStack('aws');
    LogfireInventory.writeFor(stack);
    tokenIn(stack).storeIn(sink());
    const app = App.of(stack);
    app.synth();
    const [{ sinks }] = JSON.parse(readFileSync(join(app.outdir, 'stacks/app/logfire-inventory.json'), 'utf8')).tokens;
    expect(sinks).toEqual([{ sink: 'aws-ssm-parameter', path: 'app/Token/StoredInAwsSsmParameter' }]);
  });
});

test.each<[string, () => ISecretSink, string]>([
  ['secret name', () => new AwsSecretsManagerSink({ secretName: 'a b' }), 'secretName must be 1 to 512 ASCII letters, digits and /_+=.@-, got "a b"; rename it'],
  ['secret id', () => new AwsSecretsManagerSink({ existingSecretId: ' ' }), 'existingSecretId must not be blank'],
  ['JSON key', () => new AwsSecretsManagerSink({ secretName: 'a', jsonKey: '' }), 'jsonKey must not be blank'],
  ['recovery window', () => new AwsSecretsManagerSink({ secretName: 'a', recoveryWindowInDays: 6 }), 'recoveryWindowInDays must be 0 or a whole number from 7 to 30, got 6'],
  ['levels without a slash', () => new AwsSsmParameterSink({ parameterName: 'a/b' }), 'parameterName must be up to 1011'],
  ['reserved parameter', () => new AwsSsmParameterSink({ parameterName: '/aws/b' }), 'parameterName must not begin with aws or ssm, which AWS reserves, got "/aws/b"'],
  ['trailing slash', () => new AwsSsmParameterSink({ parameterName: '/a/' }), 'parameterName must have a name at each level, without // and without a trailing /, got "/a/"'],
  ['empty level', () => new AwsSsmParameterSink({ parameterName: '/a//b' }), 'parameterName must have a name at each level, without // and without a trailing /'],
  ['number of levels', () => new AwsSsmParameterSink({ parameterName: '/a'.repeat(16) }), 'parameterName must have at most 15 levels'],
  ['blank KMS key', () => new AwsSsmParameterSink({ parameterName: '/a', kmsKeyId: ' ' }), 'kmsKeyId must not be blank'],
  ['KMS alias', () => new AwsSsmParameterSink({ parameterName: '/a', kmsKeyId: 'shop' }), 'kmsKeyId must be the ID or ARN of a KMS key, or an alias such as alias/shop, got "shop"'],
  [
    'ARN of a key', () => new AwsSecretsManagerSink({ secretName: 'a', kmsKeyId: 'arn:aws:s3:::shop' }),
    'kmsKeyId must be the ID or ARN of a KMS key, or an alias such as alias/shop, got "arn:aws:s3:::shop"',
  ],
  [
    'ARN of a secret', () => new AwsSecretsManagerSink({ existingSecretId: 'arn:aws:ssm:eu-west-1:111122223333:parameter/a' }),
    'existingSecretId must be the name of a secret in Secrets Manager or its ARN',
  ],
  ['parent in Vault', () => new VaultKvSink({ mount: 'secret', secretName: 'a/../b', key: 'b' }), 'secretName must be a path without empty levels, . and .., got "a/../b"'],
  ['empty level in Vault', () => new VaultKvSink({ mount: 'kv//v2', secretName: 'a', key: 'b' }), 'mount must be a path without empty levels, . and .., got "kv//v2"'],
  ['path of the HTTP API', () => new VaultKvSink({ mount: 'secret', secretName: 'data/a', key: 'b' }), 'secretName must be the path of the secret as vault kv put takes it, without data/'],
  ['Kubernetes key .', () => new KubernetesSecretSink({ secretName: 'a', key: '.' }), 'key must be up to 253 ASCII letters, digits and ._-, not . and not beginning with .., got "."'],
  ['Kubernetes key ..a', () => new KubernetesSecretSink({ secretName: 'a', key: '..a' }), 'key must be up to 253 ASCII letters'],
  ['repository with .git', () => new GithubActionsSecretSink({ repository: 'shop.git', secretName: 'A' }), 'repository must be the name of a repository without its owner, and without .git'],
  ['repository ..', () => new GithubActionsSecretSink({ repository: '..', secretName: 'A' }), 'repository must be the name of a repository'],
  ['mount', () => new VaultKvSink({ mount: '/secret', secretName: 'a', key: 'b' }), 'mount must be a path without a slash or whitespace at either end, got "/secret"'],
  ['secret in Vault', () => new VaultKvSink({ mount: 'secret', secretName: '', key: 'b' }), 'secretName must be a path without'],
  ['key in Vault', () => new VaultKvSink({ mount: 'secret', secretName: 'a', key: ' ' }), 'key must not be blank'],
  ['Kubernetes name', () => new KubernetesSecretSink({ secretName: 'Shop', key: 'a' }), 'secretName must be up to 253 lower-case letters'],
  ['namespace', () => new KubernetesSecretSink({ secretName: 'a', secretNamespace: 'a.b', key: 'a' }), 'secretNamespace must be up to 63 lower-case letters'],
  ['Kubernetes key', () => new KubernetesSecretSink({ secretName: 'a', key: 'a b' }), 'key must be up to 253 ASCII letters, digits and ._-, not . and not beginning with .., got "a b"'],
  ['repository with owner', () => new GithubActionsSecretSink({ repository: 'acme/shop', secretName: 'A' }), 'repository must be the name of a repository without its owner'],
  ['GitHub\'s own prefix', () => new GithubActionsSecretSink({ repository: 'shop', secretName: 'GITHUB_A' }), 'secretName must be ASCII letters'],
])('a wrong %s is refused with the path of the token', (_, make, message) => {
  expect(() => tokenIn(newStack()).storeIn(make())).toThrow(new RegExp(`^app/Token/StoredIn\\w+: .*${message.replace(/[/+.]/g, '\\$&')}`));
});

test.each<[string, () => ISecretSink]>([
  ['15 levels', () => new AwsSsmParameterSink({ parameterName: '/a'.repeat(15) })],
  ['an alias of a KMS key', () => new AwsSsmParameterSink({ parameterName: 'shop.logfire', kmsKeyId: 'alias/shop' })],
  ['the ID of a KMS key', () => new AwsSsmParameterSink({ parameterName: '/a', kmsKeyId: '12345678-1234-1234-1234-123456789012' })],
  ['the ARN of a KMS key', () => new AwsSsmParameterSink({ parameterName: '/a', kmsKeyId: 'arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/mrk-12345678123412341234123456789012' })],
  ['the ARN of a secret', () => new AwsSecretsManagerSink({ existingSecretId: 'arn:aws-cn:secretsmanager:cn-north-1:111122223333:secret:shop/logfire-a1B2c3' })],
  ['a path in Vault', () => new VaultKvSink({ mount: 'kv/teams', secretName: 'shop/..data/.x', key: 'token' })],
  ['a hidden Kubernetes key', () => new KubernetesSecretSink({ secretName: 'a.b', key: '.token' })],
  ['a repository with a dot', () => new GithubActionsSecretSink({ repository: '.github', secretName: '_TOKEN' })],
])('%s passes', (_, make) => {
  const stack = newStack('aws', 'vault', 'kubernetes', 'github');
  tokenIn(stack).storeIn(make());
  synth(stack);
});
