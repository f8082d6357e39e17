import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, TerraformResource, TerraformStack, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import { SINKS, StoreProvider } from './store-provider';
import {
  ApiScope, AwsSecretsManagerSink, AwsSecretsManagerSinkProps, AwsSsmParameterSink, Duration, ISecretSink, KubernetesSecretSink, LogfireApiKey,
  LogfireFrontendApplication, LogfireFrontendToken, LogfireGatewayApiKey, LogfireInventory, LogfireProject, LogfireProvider, LogfireReadToken,
  LogfireRotatingApiKey, LogfireRotatingWriteToken, LogfireWriteToken, SecretValue, TokenRotation,
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
    expect(() => token.storeIn(sink())).toThrow('app/Token: id must be unique for each storeIn of a credential, got "StoredInAwsSsmParameter" again; pass another id as the second argument');
    expect(Object.keys(synth(stack).resource.aws_ssm_parameter)).toHaveLength(2);
  });

  test('creates a secret with its version, and an opaque secret in a namespace', () => {
    const stack = newStack('aws', 'kubernetes');
    const token = tokenIn(stack);
    token.resource.overrideLogicalId('token');
    const value = '${sensitive(logfire_write_token.token.token)}';
    token.storeIn(new AwsSecretsManagerSink({ secretName: 'shop' }));
    token.storeIn(new KubernetesSecretSink({ secretName: 'shop', secretNamespace: 'till', key: 'TOKEN' }));
    const { aws_secretsmanager_secret: secrets, aws_secretsmanager_secret_version: versions, kubernetes_secret_v1: opaque } = synth(stack).resource;
    expect(only(versions)).toMatchObject({ secret_id: `\${aws_secretsmanager_secret.${Object.keys(secrets)[0]}.id}`, secret_string: value });
    expect(only(opaque)).toMatchObject({ metadata: [{ name: 'shop', namespace: 'till' }], type: 'Opaque', data: { TOKEN: value } });
  });

  test('judges the providers of what a sink creates, and of nothing else', () => {
    const stack = newStack();
    const provider = new StoreProvider(stack, 'aws', 'other');
    const own: ISecretSink = {
      kind: 'own',
      store: (scope) => {
        new TerraformResource(scope, 'Trigger', { terraformResourceType: 'terraform_data' });
        new TerraformResource(scope, 'Parameter', { terraformResourceType: 'aws_ssm_parameter', provider });
      },
    };
    new TerraformResource(stack, 'Bucket', { terraformResourceType: 'aws_s3_bucket' });
    tokenIn(stack).storeIn(own);
    expect(() => synth(stack)).not.toThrow();
    new LogfireProject(stack, 'Other').addWriteToken('Token').storeIn({
      kind: 'nested', store: (scope) => new AwsSsmParameterSink({ parameterName: '/a' }).store(new Construct(scope, 'Inner'), { value: 'x', version: 1 }),
    });
    expect(() => synth(stack)).toThrow(/app\/Other\/Token\/StoredInNested.*: provider must be given, because every provider aws of the stack has an alias/);
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
    expect(token.storeIn(own('safe-2')).node.path).toBe('app/Token/StoredInSafe2');
    for (const kind of ['My Safe', '2safe', 'safe--b', 'safe-', '-safe', '']) {
      expect(() => token.storeIn(own(kind))).toThrow(
        `app/Token: sink.kind must be lower-case words with dashes, such as aws-secrets-manager, got ${JSON.stringify(kind)}; rename it`);
    }
  });

  test('refuses a sink that stores later, because synthesis does not wait', () => {
    const later = { kind: 'later', store: () => Promise.resolve() } as unknown as ISecretSink;
    expect(() => tokenIn(newStack()).storeIn(later)).toThrow('app/Token: sink.store must do its work before it returns, got a promise; make it a method that is not async');
  });

  test('writes a version that changes with the token, and is not 0', () => {
    const stack = newStack('aws');
    const token = tokenIn(stack);
    token.resource.overrideLogicalId('token');
    token.storeIn(sink());
    expect(only(synth(stack).resource.aws_ssm_parameter)).toMatchObject({
      type: 'SecureString',
      value_wo: '${sensitive(logfire_write_token.token.token)}',
      value_wo_version: '${1 + parseint(substr(sha256(logfire_write_token.token.id), 0, 8), 16)}',
    });
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

describe('a secret in Secrets Manager', () => {
  const days = (recoveryWindowInDays: number) => new AwsSecretsManagerSink({ secretName: 'a', recoveryWindowInDays });

  test.each([0, 7, 30])('may be restored for %d days', (value) => {
    const stack = newStack('aws');
    tokenIn(stack).storeIn(days(value));
    expect(only(synth(stack).resource.aws_secretsmanager_secret).recovery_window_in_days).toBe(value);
  });

  test.each([-7, 1, 6, 31, 7.5, NaN])('is refused with a recovery window of %d', (value) => {
    expect(() => tokenIn(newStack()).storeIn(days(value))).toThrow(
      `app/Token/StoredInAwsSecretsManager: recoveryWindowInDays must be 0 or a whole number from 7 to 30, got ${value}; leave it out to use 30`);
  });

  test('takes a recovery window from a variable', () => {
    const stack = newStack('aws');
    tokenIn(stack).storeIn(days(new TerraformVariable(stack, 'days', { type: 'number' }).numberValue));
    expect(only(synth(stack).resource.aws_secretsmanager_secret).recovery_window_in_days).toBe('${var.days}');
  });

  test.each<[string, AwsSecretsManagerSinkProps, string]>([
    ['without a name', {}, 'secretName or existingSecretId must be given, but not both, got none; pass secretName for a new secret, or existingSecretId for an existing one'],
    ['with two names', { secretName: 'a', existingSecretId: 'a' }, 'secretName or existingSecretId must be given, but not both, got both; pass secretName for a new secret'],
    ['with a key for an existing one', { existingSecretId: 'a', kmsKeyId: 'alias/shop' },
      'kmsKeyId must be left out with existingSecretId, got "alias/shop": it applies to new secrets only; remove it, or pass secretName'],
    ['with a window for an existing one', { existingSecretId: 'a', recoveryWindowInDays: 0 }, 'recoveryWindowInDays must be left out with existingSecretId, got 0: it applies'],
  ])('is refused %s', (_, props, message) => {
    expect(() => tokenIn(newStack()).storeIn(new AwsSecretsManagerSink(props))).toThrow(`app/Token/StoredInAwsSecretsManager: ${message}`);
  });
});
