import { TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import {
  AwsSsmParameterSink, EnvironmentFormat, LogfireEnvironment, LogfireProject, LogfireProjectMigration, LogfireProvider, LogfireRegion,
  LogfireWriteToken, MigrationPhase, SecretValue,
} from '../../src';
import { StoreProvider } from '../sinks/store-provider';
import { newApp, only, synth } from '../synth';

const TOKEN = '${sensitive(logfire_write_token.Token.token)}';
const { OPEN_TELEMETRY } = EnvironmentFormat;

function tokenIn(region: LogfireRegion | undefined = LogfireRegion.EU) {
  const stack = new TerraformStack(newApp(), 'app');
  new LogfireProvider(stack, 'Logfire', { region });
  const token = new LogfireWriteToken(stack, 'Token', { project: new LogfireProject(stack, 'Shop') });
  token.resource.overrideLogicalId('Token');
  return { stack, token };
}

function rendered(stack: TerraformStack, value: any): any {
  new TerraformOutput(stack, 'out', { value, staticId: true, sensitive: true });
  return synth(stack).output.out.value;
}

test('Logfire\'s own variables', () => {
  const { stack, token } = tokenIn();
  const environment = LogfireEnvironment.forToken(token, { serviceName: 'shop', deploymentEnvironment: 'production' });
  expect(Object.keys(environment.secretVariables)).toEqual(['LOGFIRE_TOKEN']);
  expect(rendered(stack, environment.toLambdaVariables())).toEqual({
    LOGFIRE_BASE_URL: 'https://logfire-eu.pydantic.dev', LOGFIRE_SERVICE_NAME: 'shop', LOGFIRE_ENVIRONMENT: 'production', LOGFIRE_TOKEN: TOKEN,
  });
});

test('plain OpenTelemetry, of a given endpoint', () => {
  const { stack, token } = tokenIn();
  const environment = LogfireEnvironment.forToken(token, { format: OPEN_TELEMETRY, serviceName: 'shop', endpoint: 'https://logfire.example.com' });
  expect(rendered(stack, environment.toLambdaVariables())).toEqual({
    OTEL_EXPORTER_OTLP_ENDPOINT: 'https://logfire.example.com',
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
    OTEL_SERVICE_NAME: 'shop',
    OTEL_EXPORTER_OTLP_HEADERS: `Authorization=${TOKEN}`,
  });
});

describe('the attributes of the resource', () => {
  const attributesFor = (deploymentEnvironment: string, { stack, token } = tokenIn()) => (
    rendered(stack, LogfireEnvironment.forToken(token, { format: OPEN_TELEMETRY, deploymentEnvironment }).plainVariables).OTEL_RESOURCE_ATTRIBUTES
  );

  test('are encoded where OpenTelemetry requires it', () => {
    expect(attributesFor('production')).toBe('deployment.environment.name=production');
    const ascii = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)).join('');
    const encoded = ascii.replace(/[ "%,;\\]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
    expect(attributesFor(`${ascii}ü`)).toBe(`deployment.environment.name=${encoded}%C3%BC`);
  });

  test('take a variable', () => {
    const given = tokenIn();
    expect(attributesFor(new TerraformVariable(given.stack, 'environment', {}).stringValue, given)).toBe('deployment.environment.name=${var.environment}');
  });
});

test('the region of a token that is kept elsewhere is read from the token', () => {
  const stack = new TerraformStack(newApp(), 'app');
  const variable = new TerraformVariable(stack, 'given', { type: 'string', sensitive: true });
  const token = LogfireWriteToken.fromSecret(stack, 'Token', SecretValue.fromVariable(variable));
  expect(rendered(stack, LogfireEnvironment.forToken(token).plainVariables)).toEqual({
    LOGFIRE_BASE_URL: 'https://logfire-${'
      + 'nonsensitive(length(regexall("^pylf_v[0-9]+_us_", sensitive(var.given))) > 0) ? "us" : '
      + 'nonsensitive(length(regexall("^pylf_v[0-9]+_eu_", sensitive(var.given))) > 0) ? "eu" : '
      + 'tonumber("The token contains no known region of Logfire. Set region or baseUrl of the LogfireProvider, or the endpoint of the environment. [logfire:token-region]")'
      + '}.pydantic.dev',
  });
});

describe('Amazon ECS', () => {
  test('reads the token from a secret store', () => {
    const { stack, token } = tokenIn();
    expect(rendered(stack, LogfireEnvironment.forToken(token).toEcs({ LOGFIRE_TOKEN: 'arn:aws:ssm:eu-west-1:111122223333:parameter/shop' }))).toEqual({
      environment: [{ name: 'LOGFIRE_BASE_URL', value: 'https://logfire-eu.pydantic.dev' }],
      secrets: [{ name: 'LOGFIRE_TOKEN', valueFrom: 'arn:aws:ssm:eu-west-1:111122223333:parameter/shop' }],
    });
  });

  test.each([[{}, 'none'], [{ OTHER: 'arn' }, 'OTHER'], [{ LOGFIRE_TOKEN: '' }, 'LOGFIRE_TOKEN'], [{ LOGFIRE_TOKEN: 'arn', OTHER: 'arn' }, 'LOGFIRE_TOKEN, OTHER']])('is refused without the ARN: %j', (valueFrom, got) => {
    expect(() => LogfireEnvironment.forToken(tokenIn().token).toEcs(valueFrom as { [name: string]: string })).toThrow(
      `app/Token: valueFrom must have the ARN of a secret for LOGFIRE_TOKEN, got ${got}; store the token with storeIn and pass the ARN: in the task definition the token would be plain text`);
  });
});

test('Amazon ECS is refused what is no ARN', () => {
  expect(() => LogfireEnvironment.forToken(tokenIn().token).toEcs({ LOGFIRE_TOKEN: 'shop' })).toThrow(
    'app/Token: valueFrom.LOGFIRE_TOKEN must be the ARN of a secret in Secrets Manager or of a parameter in Systems Manager, got "shop"');
});

describe('a secret where anybody can read it', () => {
  const ARN = 'arn:aws:ssm:eu-west-1:111122223333:parameter/shop';

  const NAME = 'pass the name of the Kubernetes secret, not the token';

  test.each<readonly [prop: string, advice: string, call: (environment: LogfireEnvironment, value: string) => unknown]>([
    ['valueFrom.LOGFIRE_TOKEN', 'pass the ARN of the secret that a sink wrote, not the token', (environment, value) => environment.toEcs({ LOGFIRE_TOKEN: value })],
    ['secretName', NAME, (environment, value) => environment.toKubernetesEnv(value)],
    ['key', 'pass the key in the Kubernetes secret, not the token', (environment, value) => environment.toKubernetesEnv('logfire', value)],
    ['secretName', NAME, (environment, value) => environment.toKubernetesEnvFrom(value)],
  ])('is refused at synth as %s', (prop, advice, call) => {
    for (const secretOf of [
      ({ token }: ReturnType<typeof tokenIn>) => token.tokenValue,
      ({ token }: ReturnType<typeof tokenIn>) => `\${nonsensitive(${(token as LogfireWriteToken).resource.token})}`,
      ({ stack }: ReturnType<typeof tokenIn>) => new TerraformVariable(stack, 'key', { sensitive: true }).stringValue,
    ]) {
      const given = tokenIn();
      call(LogfireEnvironment.forToken(given.token), secretOf(given));
      expect(() => synth(given.stack)).toThrow(`app/Token: ${prop} must not be a secret, got one; ${advice}`);
    }
  });

  test('passes where it is a reference to another attribute', () => {
    const { stack, token } = tokenIn();
    const arn = new TerraformVariable(stack, 'arn', { default: ARN }).stringValue;
    LogfireEnvironment.forToken(token).toEcs({ LOGFIRE_TOKEN: arn });
    LogfireEnvironment.forToken(token).toKubernetesEnv(new TerraformVariable(stack, 'name', {}).stringValue);
    expect(() => synth(stack)).not.toThrow();
  });
});

describe('Kubernetes', () => {
  test('takes the token from a secret', () => {
    const { stack, token } = tokenIn();
    expect(rendered(stack, LogfireEnvironment.forToken(token).toKubernetesEnv('shop', 'token'))).toEqual([
      { name: 'LOGFIRE_TOKEN', valueFrom: { secretKeyRef: { name: 'shop', key: 'token' } } },
      { name: 'LOGFIRE_BASE_URL', value: 'https://logfire-eu.pydantic.dev' },
    ]);
  });

  test('puts it into the header of OpenTelemetry', () => {
    const { stack, token } = tokenIn();
    expect(rendered(stack, LogfireEnvironment.forToken(token, { format: OPEN_TELEMETRY }).toKubernetesEnv('shop'))).toEqual([
      { name: 'LOGFIRE_TOKEN', valueFrom: { secretKeyRef: { name: 'shop', key: 'LOGFIRE_TOKEN' } } },
      { name: 'OTEL_EXPORTER_OTLP_HEADERS', value: 'Authorization=$(LOGFIRE_TOKEN)' },
      { name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: 'https://logfire-eu.pydantic.dev' },
      { name: 'OTEL_EXPORTER_OTLP_PROTOCOL', value: 'http/protobuf' },
    ]);
  });

  test('takes all of a secret', () => {
    expect(LogfireEnvironment.forToken(tokenIn().token).toKubernetesEnvFrom('shop')).toEqual([{ secretRef: { name: 'shop' } }]);
  });

  test('is refused without a secret', () => {
    const environment = LogfireEnvironment.forToken(tokenIn().token);
    const withoutName = (got: string) => `app/Token: secretName must be the name of a Kubernetes secret, got "${got}"; `
      + 'store the token with storeIn and a KubernetesSecretSink: in the manifest it would be plain text';
    expect(() => environment.toKubernetesEnv(' ')).toThrow(withoutName(' '));
    expect(() => environment.toKubernetesEnvFrom('')).toThrow(withoutName(''));
    expect(() => environment.toKubernetesEnvFrom('Shop')).toThrow('app/Token: secretName must be up to 253 lower-case letters');
    expect(() => environment.toKubernetesEnv('shop', 'a b')).toThrow('app/Token: key must be up to 253 ASCII letters');
  });
});

describe('the OpenTelemetry Collector', () => {
  test('gets an exporter without the token in it', () => {
    const { stack, token } = tokenIn();
    expect(rendered(stack, LogfireEnvironment.forToken(token).toCollectorExporters('SHOP_TOKEN'))).toBe(
      '${yamlencode({ exporters = { "otlphttp/logfire" = { endpoint = "https://logfire-eu.pydantic.dev", headers = { Authorization = "$${env:SHOP_TOKEN}" } } } })}',
    );
  });

  const REFUSED = 'app/Token: variable must be the name of the environment variable that holds the token, in ASCII letters, digits and _, got another string; '
    + 'pass a name such as LOGFIRE_TOKEN: the token itself would be written to a plain file';

  test('refuses the token in place of the name of its variable, and does not repeat it', () => {
    const { token } = tokenIn();
    expect(() => LogfireEnvironment.forToken(token).toCollectorExporters(token.tokenValue)).toThrow(REFUSED);
  });

  test.each(['1TOKEN', 'SHOP-TOKEN', 'TOKEN ', ''])('refuses the name %j', (variable) => {
    expect(() => LogfireEnvironment.forToken(tokenIn().token).toCollectorExporters(variable)).toThrow(REFUSED);
  });

  test.each(['_', 't0', undefined])('takes the name %j', (variable) => {
    const { stack, token } = tokenIn();
    expect(rendered(stack, LogfireEnvironment.forToken(token).toCollectorExporters(variable))).toContain(`"$\${env:${variable ?? 'LOGFIRE_TOKEN'}}"`);
  });
});

test.each<[string, object, string]>([
  ['format', { format: 'zipkin' }, 'format must be one of logfire, open-telemetry'],
  ['endpoint', { endpoint: 'logfire' }, 'endpoint must be'],
  ['service name', { serviceName: ' ' }, 'serviceName must not be blank, got " "; leave it out, and the program decides'],
  ['environment', { deploymentEnvironment: '' }, 'deploymentEnvironment must not be blank, got ""; leave it out, and the program decides'],
])('a wrong %s is refused', (_, options, message) => {
  expect(() => LogfireEnvironment.forToken(tokenIn().token, options)).toThrow(`app/Token: ${message}`);
});

describe('a migration', () => {
  function migrating(phase: MigrationPhase) {
    const { stack, token } = tokenIn();
    const toToken = new LogfireWriteToken(stack, 'New', { project: new LogfireProject(stack, 'Store') });
    toToken.resource.overrideLogicalId('New');
    return { stack, token, toToken, migration: new LogfireProjectMigration(stack, 'Move', { fromToken: token, toToken, phase }) };
  }
  const NEW = '${sensitive(logfire_write_token.New.token)}';

  test.each([
    [MigrationPhase.PREPARE, { LOGFIRE_BASE_URL: 'https://logfire-eu.pydantic.dev', LOGFIRE_TOKEN: TOKEN }],
    [MigrationPhase.DUAL_WRITE, { LOGFIRE_TOKEN: '${join(",", [sensitive(logfire_write_token.Token.token), sensitive(logfire_write_token.New.token)])}' }],
    [MigrationPhase.DONE, { LOGFIRE_BASE_URL: 'https://logfire-eu.pydantic.dev', LOGFIRE_TOKEN: NEW }],
  ])('gives programs the token of the phase %s', (phase, variables) => {
    const { stack, migration } = migrating(phase);
    expect(rendered(stack, LogfireEnvironment.forToken(migration).toLambdaVariables())).toEqual(variables);
  });

  test('gives programs the endpoint of both tokens, if there is one', () => {
    const { stack, migration } = migrating(MigrationPhase.DUAL_WRITE);
    expect(rendered(stack, LogfireEnvironment.forToken(migration, { endpoint: 'https://logfire.example.com' }).plainVariables)).toEqual({ LOGFIRE_BASE_URL: 'https://logfire.example.com' });
  });

  test('is stored as programs get it, and again when it changes', () => {
    const { stack, migration } = migrating(MigrationPhase.DUAL_WRITE);
    new StoreProvider(stack, 'aws');
    migration.storeIn(new AwsSsmParameterSink({ parameterName: '/shop', writeOnly: true }));
    const list = 'join(",", [sensitive(logfire_write_token.Token.token), sensitive(logfire_write_token.New.token)])';
    expect(only(synth(stack), 'aws_ssm_parameter')).toMatchObject({ value_wo: `\${${list}}`, value_wo_version: `\${1 + parseint(substr(sha256(${list}), 0, 8), 16)}` });
    expect(migration.canSendTelemetry).toBe(true);
  });

  test('ends with the token of its phase, and not while there are two', () => {
    const ends = (phase: MigrationPhase) => {
      const { token, toToken, migration } = migrating(phase);
      return [token.tokenExpiresAt, toToken.tokenExpiresAt].indexOf(migration.tokenExpiresAt!);
    };
    expect([MigrationPhase.PREPARE, MigrationPhase.DUAL_WRITE, MigrationPhase.DONE].map(ends)).toEqual([0, -1, 1]);
  });

  test('refuses OpenTelemetry while there are two tokens, and takes it otherwise', () => {
    expect(() => LogfireEnvironment.forToken(migrating(MigrationPhase.DUAL_WRITE).migration, { format: OPEN_TELEMETRY }))
      .toThrow('app/Move: format must be EnvironmentFormat.LOGFIRE while a migration writes to both projects, got EnvironmentFormat.OPEN_TELEMETRY: '
        + 'an OpenTelemetry exporter accepts one token only; use one exporter for each token, or skip MigrationPhase.DUAL_WRITE');
    expect(() => LogfireEnvironment.forToken(migrating(MigrationPhase.DONE).migration, { format: OPEN_TELEMETRY })).not.toThrow();
  });

  test('refuses one token twice, and an unknown phase', () => {
    const { stack, token, toToken } = migrating(MigrationPhase.DONE);
    expect(() => new LogfireProjectMigration(stack, 'Twice', { fromToken: token, toToken: token, phase: MigrationPhase.DONE }))
      .toThrow('app/Twice: toToken must be another token than fromToken, got app/Token for both; pass a token of the new project');
    expect(() => new LogfireProjectMigration(stack, 'Odd', { fromToken: token, toToken, phase: 'half' as MigrationPhase }))
      .toThrow('app/Odd: phase must be one of prepare, dual-write, done');
  });
});
