import * as fs from 'node:fs';
import * as path from 'node:path';
import { App, TerraformOutput, TerraformResource, TerraformStack, TerraformVariable } from 'cdktf';
import {
  ApiScope, AwsSsmParameterSink, Duration, l1, LogfireApiKey, LogfireEnvironment, LogfireFrontendApplication, LogfireGatewayApiKey, LogfireIngestKey,
  LogfireInventory, LogfireProject, LogfireProjectMigration, LogfireProvider, LogfireReadToken, LogfireRotatingApiKey, LogfireRotatingReadToken,
  LogfireRotatingWriteToken, LogfireWriteToken, LogfireWriteTokenProps, MigrationPhase, RequireTokenExpiry, SecretValue,
  TokenRotation,
} from '../../src';
import { StoreProvider } from '../sinks/store-provider';
import { cleanUp, newStack, only, synth } from '../synth';

afterEach(cleanUp);

const rotation = TokenRotation.every(Duration.days(30));
const secretOf = (stack: TerraformStack) => SecretValue.fromVariable(new TerraformVariable(stack, 'secret', { type: 'string', sensitive: true }));

/** Every credential that sends telemetry, and what `ingestEndpoint` is without a region at the provider: that of the token's own text. */
const INGEST: readonly (readonly [string, (stack: TerraformStack, project: LogfireProject) => LogfireWriteToken])[] = ([
  ['a write token', (stack, project) => new LogfireWriteToken(stack, 'T', { project })],
  ['a rotating write token', (stack, project) => new LogfireRotatingWriteToken(stack, 'T', { project, rotation })],
  ['an ingest key', (_, project) => project.addIngestKey('T')],
  ['an existing write token', (stack) => LogfireWriteToken.fromSecret(stack, 'T', secretOf(stack))],
  ['an existing ingest key', (stack) => LogfireIngestKey.fromSecret(stack, 'T', secretOf(stack))],
  ['a migration', (stack, project) => new LogfireProjectMigration(stack, 'T', {
    fromToken: new LogfireRotatingWriteToken(stack, 'Old', { project, rotation }), toToken: project.addIngestKey('New'), phase: MigrationPhase.DONE,
  })],
] as [string, (stack: TerraformStack, project: LogfireProject) => any][]);

const REGION_IN_TOKEN = new RegExp([
  '^https://logfire-\\$\\{nonsensitive\\(length\\(regexall\\("\\^pylf_v\\[0-9\\]\\+_us_", ',
  'tonumber\\("The token contains no known region of Logfire\\. Set region or baseUrl of the LogfireProvider, or the endpoint of the environment\\. \\[logfire:token-region\\]"\\)',
].join('.*'));

/** Every other credential; the compiler rejects them in `test/mistakes`. */
const OTHERS: readonly (readonly [string, (stack: TerraformStack, project: LogfireProject) => unknown])[] = [
  ['LogfireReadToken', (stack, project) => new LogfireReadToken(stack, 'T', { project })],
  ['LogfireRotatingReadToken', (stack, project) => new LogfireRotatingReadToken(stack, 'T', { project, rotation })],
  ['LogfireApiKey', (stack, project) => new LogfireApiKey(stack, 'T', { project, scopes: ApiScope.ingest() })],
  ['LogfireGatewayApiKey', (stack, project) => new LogfireGatewayApiKey(stack, 'T', { project })],
  ['LogfireFrontendToken', (stack, project) => new LogfireFrontendApplication(stack, 'Web', { project }).addToken('T')],
];

describe('what can send telemetry', () => {
  test.each(INGEST)('%s is accepted by an environment and by a migration, and stored', (_, create) => {
    const stack = newStack();
    new StoreProvider(stack, 'aws');
    const project = new LogfireProject(stack, 'Shop');
    const token = create(stack, project);
    const variables = LogfireEnvironment.forToken(token).toVariables();
    const migration = new LogfireProjectMigration(stack, 'Move', { fromToken: token, toToken: project.addWriteToken('Next'), phase: MigrationPhase.DUAL_WRITE });
    token.storeIn(new AwsSsmParameterSink({ parameterName: '/shop/logfire' }));
    new TerraformOutput(stack, 'variables', { value: variables, sensitive: true });
    new TerraformOutput(stack, 'list', { value: migration.tokenValue, sensitive: true });
    const json = synth(stack);
    expect(json.output.variables.value).toEqual({ LOGFIRE_BASE_URL: expect.stringMatching(REGION_IN_TOKEN), LOGFIRE_TOKEN: expect.stringContaining('sensitive(') });
    expect(json.output.list.value).toMatch(/^\$\{join\(",", \[/);
    expect(only(json, 'aws_ssm_parameter').value).toBe(json.output.variables.value.LOGFIRE_TOKEN);
    expect(token.isTokenList).toBe(false);
  });

  test.each(OTHERS)('a %s is rejected, with what is accepted', (type, create) => {
    const stack = newStack();
    const token = create(stack, new LogfireProject(stack, 'Shop')) as LogfireWriteToken;
    const problem = new RegExp(`: token must be a credential for programs that send telemetry, got a ${type}; pass a LogfireIngestKey, .* or a LogfireWriteToken, or `);
    expect(() => LogfireEnvironment.forToken(token)).toThrow(problem);
    const toToken = LogfireWriteToken.fromSecret(stack, 'New', secretOf(stack));
    expect(() => new LogfireProjectMigration(stack, 'Move', { fromToken: token, toToken, phase: MigrationPhase.DONE })).toThrow(/: fromToken must be a credential/);
  });

  test.each([[undefined, 'nothing'], ['pylf_v1_eu_not-a-real-token', 'a string'], [{ tokenValue: 'x' }, 'an object']])('%j is rejected', (token, got) => {
    expect(() => LogfireEnvironment.forToken(token as unknown as LogfireWriteToken)).toThrow(`token must be a credential for programs that send telemetry, got ${got};`);
  });
});

describe('every credential', () => {
  /** What each one is for. */
  const PURPOSES: readonly (readonly [name: string, create: (stack: TerraformStack, project: LogfireProject) => object, purpose: object])[] = [
    ['LogfireWriteToken', (stack, project) => new LogfireWriteToken(stack, 'T', { project }), { canSendTelemetry: true, isTokenList: false }],
    ['LogfireRotatingWriteToken', (stack, project) => new LogfireRotatingWriteToken(stack, 'T', { project, rotation }), { canSendTelemetry: true, isTokenList: false }],
    ['LogfireIngestKey', (_, project) => project.addIngestKey('T'), { canSendTelemetry: true, isTokenList: false }],
    ['an existing write token', (stack) => LogfireWriteToken.fromSecret(stack, 'T', secretOf(stack)), { canSendTelemetry: true, isTokenList: false }],
    ['LogfireReadToken', (stack, project) => new LogfireReadToken(stack, 'T', { project }), { canQueryTelemetry: true }],
    ['LogfireRotatingReadToken', (stack, project) => new LogfireRotatingReadToken(stack, 'T', { project, rotation }), { canQueryTelemetry: true }],
    ['an existing read token', (stack) => LogfireReadToken.fromSecret(stack, 'T', secretOf(stack)), { canQueryTelemetry: true }],
    ['LogfireApiKey', (stack) => new LogfireApiKey(stack, 'T', { scopes: [ApiScope.PROJECT_READ] }), { canCallApi: true }],
    ['LogfireRotatingApiKey', (stack) => new LogfireRotatingApiKey(stack, 'T', { scopes: [ApiScope.PROJECT_READ], rotation }), { canCallApi: true }],
    ['an existing API key', (stack) => LogfireApiKey.fromSecret(stack, 'T', secretOf(stack)), { canCallApi: true }],
  ];

  test.each(PURPOSES)('says what it is for: %s', (_, create, purpose) => {
    const stack = newStack();
    expect(create(stack, new LogfireProject(stack, 'Shop'))).toMatchObject(purpose);
  });

  /** Those that belong to a project, with the provider of another organization. */
  const IN_PROJECT: readonly (readonly [name: string, create: (stack: TerraformStack, props: LogfireWriteTokenProps) => unknown])[] = [
    ['LogfireWriteToken', (stack, props) => new LogfireWriteToken(stack, 'T', props)],
    ['LogfireReadToken', (stack, props) => new LogfireReadToken(stack, 'T', props)],
    ['LogfireApiKey', (stack, props) => new LogfireApiKey(stack, 'T', { ...props, scopes: [ApiScope.PROJECT_READ] })],
    ['LogfireIngestKey', (stack, props) => new LogfireIngestKey(stack, 'T', props)],
  ];

  test.each(IN_PROJECT)('fails with a project of another organization: %s', (_, create) => {
    const stack = newStack();
    create(stack, { project: new LogfireProject(stack, 'Shop'), provider: new LogfireProvider(stack, 'Other', { alias: 'other' }) });
    expect(() => synth(stack)).toThrow("app/T: project must be in the organization of this construct's provider app/Other, got app/Shop, which uses the provider app/Logfire; pass the same");
  });

  test('is in the inventory by its kind', () => {
    const stack = newStack();
    const project = new LogfireProject(stack, 'Shop');
    project.addWriteToken('A');
    project.addReadToken('B');
    new LogfireApiKey(stack, 'C', { scopes: [ApiScope.PROJECT_READ] });
    new LogfireGatewayApiKey(stack, 'D', { project });
    new LogfireFrontendApplication(stack, 'E', { project }).addToken('T');
    LogfireInventory.writeFor(stack);
    synth(stack);
    const { tokens } = JSON.parse(fs.readFileSync(path.join(App.of(stack).outdir, 'stacks/app/logfire-inventory.json'), 'utf8'));
    expect(tokens.map(({ kind, expiry }: { kind: string; expiry: { kind: string } }) => `${kind} ${expiry.kind}`)).toEqual([
      'api-key after', 'gateway-api-key after', 'frontend-token never', 'write-token after', 'read-token after',
    ]);
  });

  /** The bindings of all credentials: whether they expire, and can be imported. */
  const BINDINGS: readonly (readonly [type: string, create: (stack: TerraformStack) => TerraformResource, expires: boolean, imports: boolean])[] = [
    ['logfire_write_token', (stack) => new l1.WriteToken(stack, 'T', { projectId: 'x' }), true, false],
    ['logfire_read_token', (stack) => new l1.ReadToken(stack, 'T', { projectId: 'x' }), true, false],
    ['logfire_api_key', (stack) => new l1.ApiKey(stack, 'T', { name: 'x', scopes: ['project:read'] }), true, true],
    ['logfire_gateway_api_key', (stack) => new l1.GatewayApiKey(stack, 'T', { projectId: 'x', name: 'x', spendingLimitDaily: 1 }), true, true],
    ['logfire_frontend_application_token', (stack) => new l1.FrontendApplicationToken(stack, 'T', { projectId: 'x', applicationId: 'x' }), false, true],
  ];

  test.each(BINDINGS)('is known to expire and to be imported, or not: %s', (type, create, expires, importable) => {
    const stack = newStack();
    create(stack);
    new RequireTokenExpiry().applyTo(stack);
    const never = expect(() => synth(stack));
    expires ? never.toThrow('app/T: it never expires') : never.not.toThrow();
    const importing = newStack();
    create(importing).importFrom('x');
    const text = `app/T: a ${type} cannot be imported, because Logfire shows its value only when it is created; remove importFrom to create a new token, `
      + 'or use fromSecret for an existing one [logfire:token-import]';
    const imported = expect(() => synth(importing));
    importable ? imported.not.toThrow('cannot be imported') : imported.toThrow(text);
  });

  test('is told to be a token or a key where it expires or is empty', () => {
    const stack = newStack();
    new LogfireProject(stack, 'Shop').addReadToken('Reports');
    expect(Object.values<any>(synth(stack).check)[0].assert[0].error_message).toMatch(/^The token app\/Shop\/Reports expires at /);
    const empty = SecretValue.unsafePlainText('');
    expect(() => LogfireReadToken.fromSecret(newStack(), 'T', empty)).toThrow('app/T: token must not be empty');
    expect(() => LogfireWriteToken.fromSecret(newStack(), 'T', empty)).toThrow('app/T: token must not be empty');
  });

  test('is secret in an output, and where it is stored changes with its id', () => {
    const stack = newStack();
    new StoreProvider(stack, 'aws');
    const existing = LogfireApiKey.fromSecret(stack, 'Existing', secretOf(stack));
    const turns = new LogfireRotatingReadToken(stack, 'Turns', { project: new LogfireProject(stack, 'Shop'), rotation: TokenRotation.manual(1) });
    turns.slotA.resource.overrideLogicalId('a');
    turns.slotB.resource.overrideLogicalId('b');
    existing.storeIn(new AwsSsmParameterSink({ parameterName: '/existing', writeOnly: true }));
    turns.storeIn(new AwsSsmParameterSink({ parameterName: '/turns', writeOnly: true }));
    const parameters = Object.values<{ name: string; value_wo: string; value_wo_version: string }>(synth(stack).resource.aws_ssm_parameter);
    expect(parameters.map(({ name, value_wo: value, value_wo_version: version }) => [name, value.replace(/_[0-9A-F]{8}/, ''), version])).toEqual([
      ['/existing', '${sensitive(var.secret)}', '${1 + parseint(substr(sha256(sensitive(var.secret)), 0, 8), 16)}'],
      ['/turns', '${sensitive(local.Turns_Value)}', '${1 + parseint(substr(sha256(1 % 2 == 0 ? logfire_read_token.a.id : logfire_read_token.b.id), 0, 8), 16)}'],
    ]);
  });
});

test('a rotating credential can be waited for: in Terraform the local of the current one stands for both', () => {
  const stack = newStack();
  const project = new LogfireProject(stack, 'Shop');
  const token = new LogfireRotatingWriteToken(stack, 'Turns', { project, rotation });
  new LogfireProject(stack, 'Later', { dependsOn: [token] });
  const json = synth(stack);
  const local = Object.keys(json.locals).find((name) => name.startsWith('Turns_Value'));
  expect(Object.values<{ depends_on?: string[] }>(json.resource.logfire_project).map(({ depends_on: dependsOn }) => dependsOn)).toEqual([[`local.${local}`], undefined]);
});

test('an existing project cannot be waited for, because nothing creates it', () => {
  const stack = newStack();
  const existing = LogfireProject.fromProjectId(stack, 'Existing', '00000000-0000-4000-8000-000000000001') as LogfireProject;
  new LogfireProject(stack, 'Later', { dependsOn: [existing] });
  expect(() => synth(stack)).toThrow('app/Existing: dependsOn must not contain an existing object, which this app does not create; remove it from dependsOn');
});
