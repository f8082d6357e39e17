import { App, TerraformLocal, TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import {
  ApiScope, Delivery, Duration, GatewayVendor, l1, LeastPrivilegeScopes, LimitGatewaySpend, LogfireAlert, LogfireApiKey, LogfireChannel,
  LogfireGatewayApiKey, LogfireGatewayProvider, LogfirePolicy, LogfireProject, LogfireProvider, NoPlaintextSecrets, ProtectProjects,
  RequireAlertDelivery, RequireRunbook, RequireTokenExpiry, SecretValue, TokenExpiry,
} from '../../src';
import { ApiScope as WithInternals } from '../../src/tokens/api-scope';
import { cleanUp, newStack, ruleFirst } from '../synth';

const UUID = '00000000-0000-4000-8000-000000000001';
/** Of the right form, and obviously not real. */
const TOKEN = 'pylf_v1_us_notarealtoken0';

afterEach(cleanUp);

type Build = (stack: TerraformStack) => unknown;

/** What a policy reports of a stack, without the name of the rule. */
function findingsOf(policy: LogfirePolicy, build: Build): string[] {
  const stack = newStack();
  build(stack);
  policy.applyTo(stack);
  return reportOf(stack).map((line) => {
    expect(line).toContain(`${policy.rule}: `);
    return line.slice(policy.rule.length + 2);
  });
}

function reportOf({ node: { root } }: Construct): string[] {
  try {
    (root as App).synth();
  } catch (error) {
    return String(error).split('\n').map((line) => line.trim()).filter((line) => line.startsWith('[')).map((line) => ruleFirst(line.replace(/^\[\w+\] /, '')));
  }
  return [];
}

const shop = (stack: TerraformStack) => LogfireProject.fromProjectId(stack, 'Shop', UUID);
const key = (...scopes: ApiScope[]): Build => (stack) => new LogfireApiKey(stack, 'Key', { project: shop(stack), scopes });
const text = (stack: TerraformStack, name = 'text') => new TerraformVariable(stack, name, {}).stringValue;
const secret = (stack: TerraformStack) => new TerraformVariable(stack, 'secret', { sensitive: true }).stringValue;
const alert = (props: object): Build => (stack) => new LogfireAlert(stack, 'Alert', { project: shop(stack), query: 'SELECT 1', ...props });
/** A resource with attributes as an override of the stack adds it. */
const added = (type: string, attributes: object): Build => (stack) => stack.addOverride(`resource.${type}.added`, attributes);

test.each<[string, () => LogfirePolicy, string, object]>([
  ['RequireTokenExpiry', () => new RequireTokenExpiry(), 'logfire_write_token', {}],
  ['LeastPrivilegeScopes', () => new LeastPrivilegeScopes(), 'logfire_api_key', { scopes: ['organization:admin'] }],
  ['LimitGatewaySpend', () => new LimitGatewaySpend(), 'logfire_gateway_api_key', {}],
  ['ProtectProjects', () => new ProtectProjects(), 'logfire_project', {}],
  ['RequireAlertDelivery', () => new RequireAlertDelivery(), 'logfire_alert', {}],
  ['RequireRunbook', () => new RequireRunbook(), 'logfire_alert', {}],
])('%s has a finding for a resource, and not for what is only read, or is of another type', (_, policy, type, attributes) => {
  expect(findingsOf(policy(), added(type, attributes))).toHaveLength(1);
  expect(findingsOf(policy(), (stack) => stack.addOverride(`data.${type}.added`, attributes))).toEqual([]);
  expect(findingsOf(policy(), added('logfire_dashboard', attributes))).toEqual([]);
});

describe('LimitGatewaySpend', () => {
  const REMEDY = 'the key has no spending limit for the gateway; pass dailyLimitUsd, weeklyLimitUsd, monthlyLimitUsd or totalLimitUsd';
  const policy = () => new LimitGatewaySpend();
  const proxy = { project_id: UUID, scopes: ['project:gateway_proxy'] };

  test.each(['dailyLimitUsd', 'weeklyLimitUsd', 'monthlyLimitUsd', 'totalLimitUsd'])('accepts %s alone', (limit) => {
    expect(findingsOf(policy(), (stack) => new LogfireGatewayApiKey(stack, 'Key', { project: shop(stack), [limit]: 1 }))).toEqual([]);
    expect(findingsOf(policy(), (stack) => new LogfireApiKey(stack, 'Key', {
      project: shop(stack), scopes: [ApiScope.PROJECT_GATEWAY_PROXY], gateway: { [limit]: 1 },
    }))).toEqual([]);
  });

  test.each<[string, Build, string[]]>([
    ['no limit', (stack) => new LogfireGatewayApiKey(stack, 'Key', { project: shop(stack), cacheEnabled: true }), [`app/Key: ${REMEDY}`]],
    ['a limit that is null', added('logfire_gateway_api_key', { spending_limit_daily: null }), [`app: ${REMEDY}`]],
    ['a gateway without a limit', added('logfire_api_key', { ...proxy, gateway: { cache_enabled: true } }), [`app: ${REMEDY}`]],
    ['no gateway', key(ApiScope.PROJECT_READ, ApiScope.PROJECT_GATEWAY_PROXY), [`app/Key: ${REMEDY}`]],
    ['scopes that are known only at apply', added('logfire_api_key', { scopes: '${var.scopes}' }), []],
    ['another type with such scopes', added('logfire_other_key', proxy), []],
  ])('for %s', (_, build, findings) => {
    expect(findingsOf(policy(), build)).toEqual(findings);
  });
});

describe('LeastPrivilegeScopes', () => {
  const REMEDY = 'grant only what the program needs, or suppress the rule with a reason';
  const administers = ({ value }: ApiScope) => value === 'organization:admin' || value.startsWith('instance:');
  const others = WithInternals._known().filter((scope) => !administers(scope));

  test.each<[string, () => LeastPrivilegeScopes, Build, string[]]>([
    ['each scope that administers', () => new LeastPrivilegeScopes(), key(ApiScope.INSTANCE_ADMIN, ApiScope.PROJECT_READ, ApiScope.ORGANIZATION_ADMIN),
      [`app/Key: the key has the scope instance:admin; ${REMEDY}`, `app/Key: the key has the scope organization:admin; ${REMEDY}`]],
    ['all other scopes', () => new LeastPrivilegeScopes(), key(...others), [`app/Key: the key has all known scopes; ${REMEDY}`]],
    ['all but one', () => new LeastPrivilegeScopes(), key(...others.slice(1)), []],
    ['all other scopes where they are allowed', () => new LeastPrivilegeScopes({ allowed: others }), key(...others), []],
    ['one that administers where it is allowed', () => new LeastPrivilegeScopes({ allowed: [ApiScope.ORGANIZATION_ADMIN] }), key(ApiScope.ORGANIZATION_ADMIN), []],
    ['one that is not allowed', () => new LeastPrivilegeScopes({ allowed: ApiScope.query() }), key(ApiScope.PROJECT_READ),
      [`app/Key: the key has the scope project:read; ${REMEDY}`]],
    ['one that is known only at apply', () => new LeastPrivilegeScopes({ allowed: ApiScope.query() }), (stack) => key(ApiScope.of(text(stack)))(stack), []],
    ['a list that is known only at apply', () => new LeastPrivilegeScopes(), added('logfire_api_key', { scopes: '${var.scopes}' }), []],
  ])('for %s', (_, policy, build, findings) => {
    expect(findingsOf(policy(), build)).toEqual(findings);
  });
});

describe('RequireAlertDelivery', () => {
  const FINDING = 'the alert notifies nobody; pass notify, for example [Delivery.to(channel)]';
  const assigned = (assignments: unknown) => added('logfire_alert', { channel_assignments: assignments });

  test.each<[string, Build, string[]]>([
    ['an empty list', alert({}), [`app/Alert: ${FINDING}`]],
    ['no list', added('logfire_alert', { active: true }), [`app: ${FINDING}`]],
    ['an alert that is not active', alert({ active: false }), []],
    ['a delivery', (stack) => alert({ notify: [Delivery.to(LogfireChannel.fromChannelId(stack, 'Channel', UUID))] })(stack), []],
    ['a list that is known only at apply', assigned('${var.channels}'), []],
    ['no list, which the provider rejects', assigned(null), []],
  ])('for %s', (_, build, findings) => {
    expect(findingsOf(new RequireAlertDelivery(), build)).toEqual(findings);
  });
});

describe('RequireRunbook', () => {
  const FINDING = ['app/Alert: the alert has no runbook; pass runbook, the address of a page that says what to do'];

  test.each<[string, Build, string[]]>([
    ['no description', alert({}), FINDING],
    ['the word within a line', alert({ description: 'See Runbook: here' }), FINDING],
    ['a line without an address', alert({ description: 'Look.\nRunbook: ' }), FINDING],
    ['a line with an address', alert({ description: 'Look.\nRunbook: https://example.com/a\nThen sleep.' }), []],
    ['a description that is known only at apply', (stack) => alert({ description: text(stack) })(stack), []],
    ['one of several lines', added('logfire_alert', { description: '${join("\n", [\nvar.a])}' }), []],
    ['an expression in other text', (stack) => alert({ description: `Look at ${text(stack)}` })(stack), FINDING],
    ['an expression before other text', (stack) => alert({ description: `${text(stack)}.` })(stack), FINDING],
  ])('for %s', (_, build, findings) => {
    expect(findingsOf(new RequireRunbook(), build)).toEqual(findings);
  });
});

test('ProtectProjects says how to protect a project', () => {
  expect(findingsOf(new ProtectProjects(), (stack) => new LogfireProject(stack, 'Shop', { deletionProtection: false }))).toEqual([
    'app/Shop: the project is not protected from destruction, which deletes its telemetry; remove deletionProtection: false, or set preventDestroy in the lifecycle of the binding',
  ]);
});

describe('RequireTokenExpiry', () => {
  const write = (expiry?: TokenExpiry): Build => (stack) => shop(stack).addWriteToken('Token', { expiry });
  const variable = (stack: TerraformStack) => Duration.days(new TerraformVariable(stack, 'days', { type: 'number' }).numberValue);
  const NEVER = 'it never expires; pass TokenExpiry.after, or suppress the rule with a reason';

  test.each<[string, Build, string[]]>([
    ['a token that never expires', write(TokenExpiry.never('devices')), [`app/Shop/Token: ${NEVER}`]],
    ['an expiration that is null', added('logfire_read_token', { expires_at: null }), [`app: ${NEVER}`]],
    ['a long lifetime', write(TokenExpiry.after(Duration.days(366))), ['app/Shop/Token: its lifetime of 366d is longer than the maximum of 365d; pass a shorter TokenExpiry.after']],
    ['the longest lifetime', write(TokenExpiry.after(Duration.days(365))), []],
    ['a lifetime that is known only at apply', (stack) => write(TokenExpiry.after(variable(stack)))(stack), []],
    ['what is no instant', added('logfire_read_token', { expires_at: 'soon' }),
      ['app: its expiration is not an instant in RFC 3339; pass TokenExpiry.at with an instant such as 2027-03-31T00:00:00Z']],
    ['a late instant', write(TokenExpiry.at('2040-01-01T00:00:01Z')),
      ['app/Shop/Token: it expires at 2040-01-01T00:00:01Z, later than 2040-01-01T00:00:00Z, which counts as never; pass TokenExpiry.after, or suppress the rule with a reason']],
    ['the token of a frontend application', added('logfire_frontend_application_token', {}), []],
    ['another resource', added('logfire_dashboard', {}), []],
  ])('for %s', (_, build, findings) => {
    expect(findingsOf(new RequireTokenExpiry(), build)).toEqual(findings);
  });

  test('takes a maximum that is known only at apply', () => {
    const stack = newStack();
    const policy = new RequireTokenExpiry({ maxLifetime: variable(stack) });
    write(TokenExpiry.after(Duration.days(9_999)))(stack);
    policy.applyTo(stack);
    expect(reportOf(stack)).toEqual([]);
  });
});

describe('NoPlaintextSecrets', () => {
  const REMEDY = 'pass it at apply through SecretValue.fromVariable, or from a secret store through SecretValue.fromAttribute';
  const plain = SecretValue.unsafePlainText('not-real');

  test.each<[string, Build, string[]]>([
    ['a secret by its form', (stack) => new TerraformLocal(stack, 'note', { a: ['x', `use ${TOKEN}`] }), [`app/note: locals.note.a.1 holds a Logfire token in plain text; ${REMEDY}`]],
    ['a name that is a secret', (stack) => new TerraformLocal(stack, 'note', { a: { [TOKEN]: 'x' } }), [`app/note: locals.note.a holds a Logfire token in plain text; ${REMEDY}`]],
    ['the key of a provider', (stack) => new LogfireProvider(stack, 'Other', { alias: 'other', apiKey: plain }), [`app/Other: api_key holds a secret in plain text; ${REMEDY}`]],
    ['a header of a provider', (stack) => new LogfireProvider(stack, 'Other', { alias: 'other', customHeaders: { 'X-Key': plain } }),
      [`app/Other: custom_headers.X-Key holds a secret in plain text; ${REMEDY}`]],
    ['the key of a gateway provider', (stack) => new LogfireGatewayProvider(stack, 'Models', { vendor: GatewayVendor.OPENAI, apiKey: plain }),
      [`app/Models: api_key holds a secret in plain text; ${REMEDY}`]],
    ['the routing key of a channel', (stack) => new l1.Channel(stack, 'Raw', { name: 'ops', config: { type: 'pagerduty', routingKey: 'not-real' } }),
      [`app/Raw: config.routing_key holds a secret in plain text; ${REMEDY}`]],
    ['a secret by its form where a secret belongs, once', (stack) => new l1.Channel(stack, 'Raw', { name: 'ops', config: { type: 'opsgenie', authKey: TOKEN } }),
      [expect.stringMatching(/^app\/Raw: resource\.logfire_channel\.\w+\.config\.auth_key holds a Logfire token in plain text; /) as unknown as string]],
    ['two secrets in one block', (stack) => new l1.Channel(stack, 'Raw', { name: TOKEN, config: { type: 'opsgenie', authKey: 'not-real' } }), [
      expect.stringMatching(/\.name holds a Logfire token in plain text; /) as unknown as string, `app/Raw: config.auth_key holds a secret in plain text; ${REMEDY}`,
    ]],
    ['a place for a secret that is empty', added('logfire_channel', { config: { auth_key: ' ', routing_key: '', url: null } }), []],
    ['a block without such a place', added('logfire_channel', { name: null }), []],
    ['a secret of another resource', added('logfire_channel', { config: { auth_key: '${aws_thing.one.secret}' } }), []],
    ['a literal beside a secret', (stack) => new l1.Channel(stack, 'Raw', { name: 'ops', config: { type: 'opsgenie', authKey: `not-${secret(stack)}` } }), []],
    ['what is shown on purpose, but in no output', (stack) => (
      added('aws_ssm_parameter', { value: `\${nonsensitive(${shop(stack).addWriteToken('T').tokenValue})}` })(stack)), []],
    ['a sensitive variable with a default', (stack) => new TerraformVariable(stack, 'key', { sensitive: true, default: 'not-real' }),
      ['app/key: the default of a sensitive variable is in plain text; omit the default, and pass the value at apply as TF_VAR_…']],
    ['one whose default is a secret by its form', (stack) => new TerraformVariable(stack, 'key', { sensitive: true, default: TOKEN }),
      [`app/key: variable.key.default holds a Logfire token in plain text; ${REMEDY}`]],
    ['a variable that Terraform shows', (stack) => new l1.Channel(stack, 'Raw', { name: 'ops', config: { type: 'opsgenie', authKey: text(stack, 'key') } }),
      ['app/Raw: config.auth_key comes from var.key, which Terraform shows; declare the variable with sensitive: true']],
    ['one that a function hides', (stack) => {
      text(stack, 'key');
      stack.addOverride('resource.logfire_channel.added.config.auth_key', '${sensitive(var.key)}');
    }, []],
    ['an output that shows a secret', (stack) => new TerraformOutput(stack, 'out', { value: `\${nonsensitive(${shop(stack).addWriteToken('T').tokenValue})}` }),
      ['app/out: the output shows a credential or another secret; create it with sensitive: true, without nonsensitive']],
  ])('for %s', (_, build, findings) => {
    expect(findingsOf(new NoPlaintextSecrets(), build)).toEqual(findings);
  });
});
