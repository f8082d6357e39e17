import { App, DataResource, Fn, Lazy, TerraformLocal, TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import {
  ApiScope, Duration, l1, LeastPrivilegeScopes, LimitGatewaySpend, LogfireAlert, LogfireApiKey, LogfireFrontendApplication, LogfireGatewayApiKey,
  LogfirePolicies, LogfirePolicy, LogfireProject, LogfireProjectWithToken, LogfireProvider, LogfireRotatingWriteToken, LogfireWebhookChannel,
  NoPlaintextSecrets, PolicySubject, ProjectImportId, ProtectProjects, RequireAlertDelivery, RequireRunbook, RequireTokenExpiry,
  SecretValue, TokenExpiry,
  TokenRotation,
} from '../../src';
import { cleanUp, newApp, newStack, only, ruleFirst, synth, warnings, writtenFiles } from '../synth';

const UUID = '00000000-0000-4000-8000-000000000001';
/** Of the right form, and obviously not real. */
const TOKEN = 'pylf_v1_us_notarealtoken0';
const SLACK = 'https://hooks.slack.com/services/not/a/secret';

afterEach(cleanUp);

const projectOf = (stack: TerraformStack) => LogfireProject.fromProjectId(stack, 'Project', UUID);
const alertOf = (stack: TerraformStack, description?: string, runbook?: string) =>
  new LogfireAlert(stack, 'Alert', { project: projectOf(stack), query: 'SELECT 1', description, runbook });
const keyOf = (stack: TerraformStack, ...scopes: ApiScope[]) => new LogfireApiKey(stack, 'Key', { project: projectOf(stack), scopes });

function reportOf(app: App): string {
  try {
    app.synth();
  } catch (error) {
    return (error as Error).message.split('\n').map((line) => ruleFirst(line.replace(/^ *\[\w+\] /, ''))).join('\n');
  }
  throw new Error('synth was expected to fail');
}

interface Case {
  readonly policy: () => LogfirePolicy;
  readonly name: string;
  readonly breaks: (stack: TerraformStack) => unknown;
  readonly finding: string;
  readonly keeps: (stack: TerraformStack) => unknown;
}

const write = (expiry?: TokenExpiry) => (stack: TerraformStack) => projectOf(stack).addWriteToken('Token', { expiry });
const output = (value: (token: string, stack: TerraformStack) => string, sensitive = false) => (stack: TerraformStack) =>
  new TerraformOutput(stack, 'out', { value: value(projectOf(stack).addWriteToken('Token').tokenValue, stack), sensitive });
const rawOutput = (value: (token: string, stack: TerraformStack) => string, sensitive = false) => (stack: TerraformStack) =>
  new TerraformOutput(stack, 'out', { value: value(projectOf(stack).addWriteToken('Token').resource.token, stack), sensitive });
const OUTPUT = 'NoPlaintextSecrets: app/out: the output shows a credential or another secret; create it with sensitive: true, without nonsensitive';
/** A secret that Terraform would hide. Without `nonsensitive`, Terraform rejects the output itself. */
const shown = (value: string): string => Fn.nonsensitive(value);

const CASES: readonly Case[] = [
  {
    policy: () => new RequireTokenExpiry(),
    name: 'a token that never ends',
    breaks: write(TokenExpiry.never('devices')),
    finding: 'RequireTokenExpiry: app/Project/Token: it never expires; pass TokenExpiry.after',
    keeps: write(),
  },
  {
    policy: () => new RequireTokenExpiry(),
    name: 'a token that lives until 2099',
    breaks: write(TokenExpiry.at('2099-12-31T00:00:00Z')),
    finding: 'it expires at 2099-12-31T00:00:00Z, later than 2040-01-01T00:00:00Z, which counts as never',
    keeps: write(TokenExpiry.at('2040-01-01T00:00:00Z')),
  },
  {
    policy: () => new RequireTokenExpiry({ latest: '2028-01-01T01:00:00+01:00' }),
    name: 'an end later than latest',
    breaks: write(TokenExpiry.at('2028-01-01T00:00:01Z')),
    finding: 'it expires at 2028-01-01T00:00:01Z',
    keeps: write(TokenExpiry.at('2028-01-01T00:00:00Z')),
  },
  {
    policy: () => new RequireTokenExpiry({ maxLifetime: Duration.days(90) }),
    name: 'a long lifetime',
    breaks: write(),
    finding: 'its lifetime of 365d is longer than the maximum of 90d; pass a shorter TokenExpiry.after',
    keeps: write(TokenExpiry.after(Duration.days(90))),
  },
  {
    policy: () => new RequireTokenExpiry(),
    name: 'a binding without an end',
    breaks: (stack) => new l1.WriteToken(stack, 'Raw', { projectId: UUID }),
    finding: 'RequireTokenExpiry: app/Raw: it never expires',
    keeps: (stack) => new l1.WriteToken(stack, 'Raw', { projectId: UUID, expiresAt: '2030-01-01T00:00:00Z' }),
  },
  {
    policy: () => new RequireTokenExpiry(),
    name: 'an end that is no instant',
    breaks: (stack) => new l1.ReadToken(stack, 'Raw', { projectId: UUID, expiresAt: 'soon' }),
    finding: 'its expiration is not an instant',
    keeps: (stack) => new l1.ReadToken(stack, 'Raw', { projectId: UUID, expiresAt: new TerraformVariable(stack, 'end', { type: 'string' }).stringValue }),
  },
  {
    policy: () => new RequireTokenExpiry(),
    name: 'keys, but not frontend tokens',
    breaks: (stack) => new l1.GatewayApiKey(stack, 'Raw', { projectId: UUID, name: 'key' }),
    finding: 'RequireTokenExpiry: app/Raw: it never expires',
    keeps: (stack) => new LogfireFrontendApplication(stack, 'Web', { project: projectOf(stack) }),
  },
  {
    policy: () => new NoPlaintextSecrets(),
    name: 'a token in a text',
    breaks: (stack) => new TerraformLocal(stack, 'note', `use ${TOKEN}`),
    finding: 'holds a Logfire token in plain text',
    keeps: (stack) => new TerraformLocal(stack, 'note', 'use pylf_v1'),
  },
  {
    policy: () => new NoPlaintextSecrets(),
    name: 'the address of a Slack webhook',
    breaks: (stack) => new l1.Channel(stack, 'Raw', { name: 'ops', config: { type: 'slack', url: SLACK } }),
    finding: 'config.url holds a Slack webhook address in plain text',
    keeps: (stack) => new l1.Channel(stack, 'Raw', { name: 'ops', config: { type: 'slack', url: new TerraformVariable(stack, 'url', { sensitive: true }).stringValue } }),
  },
  {
    policy: () => new NoPlaintextSecrets(),
    name: 'a literal where a secret belongs',
    breaks: (stack) => new l1.Channel(stack, 'Raw', { name: 'ops', config: { type: 'opsgenie', authKey: 'not-real' } }),
    finding: 'NoPlaintextSecrets: app/Raw: config.auth_key holds a secret in plain text',
    keeps: (stack) => new l1.Channel(stack, 'Raw', { name: 'ops', config: { type: 'opsgenie', authKey: Fn.trimspace(new TerraformVariable(stack, 'key', { sensitive: true }).stringValue) } }),
  },
  {
    policy: () => new NoPlaintextSecrets(),
    name: 'unsafePlainText',
    breaks: (stack) => new LogfireWebhookChannel(stack, 'Hook', { url: SecretValue.unsafePlainText('https://a.example/b.c') }),
    finding: 'NoPlaintextSecrets: app/Hook: config.url holds a secret',
    keeps: (stack) => new LogfireWebhookChannel(stack, 'Hook', { url: SecretValue.fromVariable(new TerraformVariable(stack, 'url', { sensitive: true })) }),
  },
  {
    policy: () => new NoPlaintextSecrets(),
    name: 'unsafePlainText in a sensitive output',
    breaks: (stack) => new TerraformOutput(stack, 'out', {
      value: LogfireApiKey.fromSecret(stack, 'Key', SecretValue.unsafePlainText('not-real')).tokenValue,
      sensitive: true,
    }),
    finding: 'NoPlaintextSecrets: app/out: output.out.value holds a secret in plain text',
    keeps: (stack) => new TerraformOutput(stack, 'out', {
      value: LogfireApiKey.fromSecret(stack, 'Key', SecretValue.fromVariable(new TerraformVariable(stack, 'key', { sensitive: true }))).tokenValue,
      sensitive: true,
    }),
  },
  {
    policy: () => new NoPlaintextSecrets(),
    name: 'the default of a sensitive variable',
    breaks: (stack) => new TerraformVariable(stack, 'key', { sensitive: true, default: 'not-real' }),
    finding: 'NoPlaintextSecrets: app/key: the default of a sensitive variable',
    keeps: (stack) => new TerraformVariable(stack, 'key', { default: 'not-real' }),
  },
  { policy: () => new NoPlaintextSecrets(), name: 'an output by reference', breaks: rawOutput(shown), finding: OUTPUT, keeps: output((token) => token, true) },
  ...([
    ['by interpolation', (token) => `Bearer ${shown(token)}`],
    ['by jsonencode', (token) => Fn.jsonencode({ token: shown(token) })],
    ['around jsonencode', (token) => shown(Fn.jsonencode({ token }))],
    ['by lookup', (token, stack) => Fn.lookup(new TerraformLocal(stack, 'one', { token: shown(token) }).expression, 'token', '')],
    ['by a loop', (token) => `\${join(",", [for each in [nonsensitive(${token})] : upper(each)])}`],
    ['by locals', (token, stack) => new TerraformLocal(stack, 'two', new TerraformLocal(stack, 'one', { token: shown(token) }).expression).asString],
    ['by a local in a local', (token, stack) => `\${local.${new TerraformLocal(stack, 'one', { inner: { token: shown(token) } }).friendlyUniqueId}.inner["token"]}`],
    ['by terraform_data', (token, stack) => `\${terraform_data.${new DataResource(stack, 'data', { input: { token } }).friendlyUniqueId}.output.token}`],
    ['by a choice', (token) => Fn.conditional(true, shown(token), 'none') as string],
  ] as const satisfies readonly (readonly [string, (token: string, stack: TerraformStack) => string])[]).map(([how, value]): Case => ({
    policy: () => new NoPlaintextSecrets(), name: `an output ${how}`, breaks: rawOutput(value), finding: OUTPUT, keeps: rawOutput(value, true),
  })),
  {
    policy: () => new NoPlaintextSecrets(),
    name: 'an output by nonsensitive, but not the region',
    breaks: output(shown),
    finding: OUTPUT,
    keeps: (stack) => new TerraformOutput(stack, 'out', { value: new LogfireProjectWithToken(stack, 'Shop').otlpEnvironment.OTEL_EXPORTER_OTLP_ENDPOINT }),
  },
  {
    policy: () => new NoPlaintextSecrets(),
    name: 'an output of a sensitive variable',
    breaks: (stack) => new TerraformOutput(stack, 'out', { value: shown(new TerraformVariable(stack, 'key', { sensitive: true }).stringValue) }),
    finding: OUTPUT,
    keeps: (stack) => new TerraformOutput(stack, 'out', { value: new TerraformVariable(stack, 'key', {}).stringValue }),
  },
  {
    policy: () => new NoPlaintextSecrets(),
    name: 'a secret from a variable that Terraform shows',
    breaks: (stack) => new l1.Channel(stack, 'Raw', { name: 'ops', config: { type: 'slack', url: new TerraformVariable(stack, 'url', {}).stringValue } }),
    finding: 'NoPlaintextSecrets: app/Raw: config.url comes from var.url, which Terraform shows; declare the variable with sensitive: true',
    keeps: (stack) => new l1.Channel(stack, 'Raw', { name: 'ops', config: { type: 'slack', url: new TerraformVariable(stack, 'url', { sensitive: true }).stringValue } }),
  },
  ...([
    ['Fn.join', () => Fn.join('-', ['not', 'real'])],
    ['Fn.sensitive', () => Fn.sensitive('not-real') as string],
    ['base64', () => Fn.base64encode('not-real')],
    ['Lazy', () => Lazy.stringValue({ produce: () => 'not-real' })],
    ['a local', (stack) => new TerraformLocal(stack, 'key', 'not-real').asString],
    ['the default of a variable', (stack) => new TerraformVariable(stack, 'key', { default: 'not-real' }).stringValue],
    ['an overridden default', (stack) => {
      const variable = new TerraformVariable(stack, 'key', {});
      variable.addOverride('default', 'not-real');
      return variable.stringValue;
    }],
    ['a default that the stack overrides', (stack) => {
      stack.addOverride('variable.key.default', 'not-real');
      return new TerraformVariable(stack, 'key', {}).stringValue;
    }],
  ] as const satisfies readonly (readonly [string, (stack: TerraformStack) => string])[]).map(([how, value]): Case => ({
    policy: () => new NoPlaintextSecrets(),
    name: `a literal through ${how}`,
    breaks: (stack) => new l1.Channel(stack, 'Raw', { name: 'ops', config: { type: 'opsgenie', authKey: value(stack) } }),
    finding: 'config.auth_key holds a secret in plain text',
    keeps: (stack) => new l1.Channel(stack, 'Raw', {
      name: 'ops', config: { type: 'opsgenie', authKey: Fn.join('-', ['not', new TerraformVariable(stack, 'other', { sensitive: true }).stringValue]) },
    }),
  })),
  {
    policy: () => new RequireAlertDelivery(),
    name: 'an alert that notifies nobody',
    breaks: (stack) => alertOf(stack),
    finding: 'RequireAlertDelivery: app/Alert: the alert notifies nobody; pass notify',
    keeps: (stack) => new l1.Alert(stack, 'Raw', {
      projectId: UUID, name: 'up', query: 'SELECT 1', frequency: '5m', timeWindow: '5m', notifyWhen: 'has_matches', channelAssignments: [{ channelId: UUID }],
    }),
  },
  {
    policy: () => new RequireRunbook(),
    name: 'an alert without a runbook',
    breaks: (stack) => alertOf(stack, 'No Runbook: here'),
    finding: 'RequireRunbook: app/Alert: the alert has no runbook; pass runbook',
    keeps: (stack) => alertOf(stack, 'Text', 'https://runbooks.example/up'),
  },
  {
    policy: () => new LeastPrivilegeScopes(),
    name: 'a key that administers',
    breaks: (stack) => keyOf(stack, ApiScope.ORGANIZATION_ADMIN),
    finding: 'LeastPrivilegeScopes: app/Key: the key has the scope organization:admin',
    keeps: (stack) => keyOf(stack, ApiScope.PROJECT_READ),
  },
  {
    policy: () => new LeastPrivilegeScopes(),
    name: 'a key that may do everything else',
    breaks: (stack) => keyOf(stack, ...ApiScope._known().filter(({ value }) => value !== 'organization:admin' && !value.startsWith('instance:'))),
    finding: 'the key has all known scopes',
    keeps: (stack) => keyOf(stack, ...ApiScope.readOnly()),
  },
  {
    policy: () => new LeastPrivilegeScopes({ allowed: ApiScope.query() }),
    name: 'a scope that is not allowed',
    breaks: (stack) => keyOf(stack, ApiScope.PROJECT_READ),
    finding: 'the key has the scope project:read',
    keeps: (stack) => keyOf(stack, ...ApiScope.query()),
  },
  {
    policy: () => new LimitGatewaySpend(),
    name: 'a gateway key without limits',
    breaks: (stack) => new LogfireGatewayApiKey(stack, 'Key', { project: projectOf(stack) }),
    finding: 'LimitGatewaySpend: app/Key: the key has no spending limit',
    keeps: (stack) => new LogfireGatewayApiKey(stack, 'Key', { project: projectOf(stack), dailyLimitUsd: 0 }),
  },
  {
    policy: () => new LimitGatewaySpend(),
    name: 'an API key for the gateway without limits',
    breaks: (stack) => keyOf(stack, ApiScope.PROJECT_GATEWAY_PROXY),
    finding: 'LimitGatewaySpend: app/Key',
    keeps: (stack) => keyOf(stack, ApiScope.PROJECT_READ),
  },
  {
    policy: () => new ProtectProjects(),
    name: 'a project that can be destroyed',
    breaks: (stack) => new LogfireProject(stack, 'Shop', { deletionProtection: false }),
    finding: 'ProtectProjects: app/Shop: the project is not protected from destruction',
    keeps: (stack) => new LogfireProject(stack, 'Shop'),
  },
  {
    policy: () => new ProtectProjects(),
    name: 'a binding that can be destroyed',
    breaks: (stack) => new l1.Project(stack, 'Raw', { name: 'shop' }),
    finding: 'ProtectProjects: app/Raw',
    keeps: (stack) => new l1.Project(stack, 'Raw', { name: 'shop', lifecycle: { preventDestroy: true } }),
  },
];

describe.each(CASES)('$name', ({ policy, breaks, finding, keeps }) => {
  test('is a finding, and nothing is written', () => {
    const stack = newStack();
    breaks(stack);
    policy().applyTo(stack.node.root);
    const report = reportOf(stack.node.root as App);
    expect(report.split(finding)).toHaveLength(2);
    expect(report).not.toContain(TOKEN);
    expect(report).not.toContain(SLACK);
    expect(writtenFiles(stack.node.root as App)).toEqual([]);
  });

  test('has a twin that passes', () => {
    const stack = newStack();
    keeps(stack);
    policy().applyTo(stack);
    expect(() => synth(stack)).not.toThrow();
  });

  test('can be suppressed, and the reason is kept', () => {
    const stack = newStack();
    breaks(stack);
    const { rule } = policy();
    policy().applyTo(stack);
    LogfirePolicies.suppress(stack, rule, 'agreed with the owner');
    expect(synth(stack)['//'].logfire.suppressions).toEqual([{ path: 'app', rule, reason: 'agreed with the owner' }]);
    expect(warnings(stack).filter((text) => text.includes('matches no finding'))).toEqual([]);
  });
});

describe('NoPlaintextSecrets has no finding for', () => {
  test.each<readonly [name: string, build: (stack: TerraformStack) => unknown]>([
    ['the length of a token', rawOutput((token) => `${Fn.nonsensitive(Fn.lengthOf(token))}`)],
    ['the hash of a token', rawOutput((token) => Fn.nonsensitive(Fn.sha256(token)))],
    ['the word sensitive in a text', (stack) => new TerraformLocal(stack, 'note', 'use sensitive("x") for that')],
    ['the word sensitive in a description', (stack) => alertOf(stack, 'see sensitive("docs")')],
    ['a link with a word after token=', (stack) => alertOf(stack, 'https://wiki.example.com/?token=overview')],
    ['a pattern for secrets', (stack) => new LogfireAlert(stack, 'Alert', {
      project: projectOf(stack), query: "SELECT trace_id FROM records WHERE message LIKE '%pylf_v1_us_%' OR message LIKE 'hooks.slack.com/services/%'",
    })],
    ['another attribute of a token', (stack) => new TerraformOutput(stack, 'out', { value: projectOf(stack).addWriteToken('Token').resource.expiresAt })],
    ['an id in a local beside a token', (stack) => {
      const { resource } = projectOf(stack).addWriteToken('Token');
      const local = new TerraformLocal(stack, 'both', { id: resource.id, token: resource.token });
      return new TerraformOutput(stack, 'out', { value: `\${local.${local.friendlyUniqueId}.id}` });
    }],
  ])('%s', (_, build) => {
    const stack = newStack();
    build(stack);
    new NoPlaintextSecrets().applyTo(stack);
    expect(() => synth(stack)).not.toThrow();
  });
});

test('an output shows no secret that a variable of another stack passed on', () => {
  const app = newApp();
  const first = newStack(app, 'first');
  const key = new TerraformVariable(first, 'key', { sensitive: true });
  new TerraformOutput(newStack(app, 'second'), 'out', { value: Fn.nonsensitive(key.stringValue) });
  new NoPlaintextSecrets().applyTo(app);
  expect(reportOf(app)).toContain('NoPlaintextSecrets: second/out: the output shows a credential');
});

describe('where policies hold', () => {
  test('one run has the findings of all rules and stacks', () => {
    const app = newApp();
    for (const id of ['one', 'two']) {
      const stack = newStack(app, id);
      new l1.WriteToken(stack, 'Raw', { projectId: UUID });
      new LogfireProject(stack, 'Shop', { deletionProtection: false });
    }
    LogfirePolicies.recommended().applyTo(app);
    const report = reportOf(app);
    for (const id of ['one', 'two']) {
      expect(report.split(`RequireTokenExpiry: ${id}/Raw: `)).toHaveLength(2);
      expect(report.split(`ProtectProjects: ${id}/Shop: `)).toHaveLength(2);
    }
    expect(writtenFiles(app)).toEqual([]);
  });

  test('what is added to a stack later is looked at, and what is beside the scope is not', () => {
    const stack = newStack();
    const shop = new LogfireProject(stack, 'Shop');
    new RequireTokenExpiry().applyTo(shop);
    shop.addWriteToken('Late', { expiry: TokenExpiry.never('devices') });
    new l1.WriteToken(stack, 'Beside', { projectId: UUID });
    const report = reportOf(stack.node.root as App);
    expect(report).toContain('RequireTokenExpiry: app/Shop/Late');
    expect(report).not.toContain('app/Beside');
  });

  test('a policy that is applied twice reports once', () => {
    const stack = newStack();
    new l1.Project(stack, 'Raw', { name: 'shop' });
    LogfirePolicies.recommended().applyTo(stack);
    LogfirePolicies.recommended().applyTo(stack.node.root);
    expect(reportOf(stack.node.root as App).split('ProtectProjects: app/Raw')).toHaveLength(2);
  });

  test('an override of the stack is looked at', () => {
    const stack = newStack();
    stack.addOverride('locals.note', TOKEN);
    new NoPlaintextSecrets().applyTo(stack);
    expect(reportOf(stack.node.root as App)).toContain('NoPlaintextSecrets: app: locals.note holds a Logfire token in plain text');
  });

  test('a token from another stack is known in an output', () => {
    const app = newApp();
    const { token } = new l1.WriteToken(newStack(app, 'one'), 'Raw', { projectId: UUID, expiresAt: '2030-01-01T00:00:00Z' });
    new TerraformOutput(newStack(app, 'two'), 'out', { value: token });
    LogfirePolicies.recommended().applyTo(app);
    expect(reportOf(app)).toContain('two/out: sensitive must be true, because the value contains a secret');
  });
});

describe('suppressions', () => {
  test('hold for a part of the tree only', () => {
    const stack = newStack();
    const one = new LogfireProject(stack, 'One', { deletionProtection: false });
    new LogfireProject(stack, 'Two', { deletionProtection: false });
    new ProtectProjects().applyTo(stack);
    LogfirePolicies.suppress(one, 'ProtectProjects', 'a trial');
    const report = reportOf(stack.node.root as App);
    expect(report).toContain('ProtectProjects: app/Two');
    expect(report).not.toContain('ProtectProjects: app/One');
  });

  test('that suppress nothing are warned about', () => {
    const stack = newStack();
    new ProtectProjects().applyTo(stack);
    LogfirePolicies.suppress(stack, 'ProtectProjects', 'a trial');
    synth(stack);
    expect(warnings(stack)).toEqual(['the suppression of ProtectProjects matches no finding; remove it [logfire:unused-suppression]']);
  });
});

describe('a policy of one\'s own', () => {
  class NamesBeginWithTeam extends LogfirePolicy {
    constructor() {
      super('NamesBeginWithTeam');
    }

    public check(subject: PolicySubject): void {
      if (subject.resourceType === 'logfire_project' && !subject.attributes.name.startsWith('team-')) {
        subject.report(`the project is called ${subject.attributes.name} (${TOKEN})`, 'begin its name with team-');
      }
    }
  }

  test('reports by path and rule, without the secret that it was careless with', () => {
    const stack = newStack();
    new LogfireProject(stack, 'Shop', { projectName: 'shop' });
    LogfirePolicies.of([new NamesBeginWithTeam()]).applyTo(stack);
    expect(reportOf(stack.node.root as App)).toContain('NamesBeginWithTeam: app/Shop: the project is called shop ((a Logfire token)); begin its name with team-');
    expect(() => synth(stack)).toThrow('begin its name with team- [policy:NamesBeginWithTeam]');
  });

  test('passes, and is suppressed', () => {
    const stack = newStack();
    new LogfireProject(stack, 'Shop', { projectName: 'team-shop' });
    LogfirePolicies.suppress(new LogfireProject(stack, 'Old', { projectName: 'old' }), 'NamesBeginWithTeam', 'older than the rule');
    LogfirePolicies.of([new NamesBeginWithTeam()]).applyTo(stack);
    expect(Object.keys(synth(stack).resource.logfire_project)).toHaveLength(2);
  });

  test('gets the attributes of every block as a map, which other languages insist on', () => {
    class Collects extends LogfirePolicy {
      public readonly seen: { [kind: string]: any } = {};

      public check({ kind, attributes }: PolicySubject): void {
        this.seen[kind] = attributes;
      }
    }
    const stack = newStack();
    new LogfireProject(stack, 'Old', { importFrom: ProjectImportId.byName('acme', 'old') });
    const policy = new Collects('Collects');
    policy.applyTo(stack);
    synth(stack);
    expect(policy.seen.import).toMatchObject({ id: expect.any(String) });
    expect(Object.values(policy.seen).filter(Array.isArray)).toEqual([]);
  });
});

describe('wrong options', () => {
  test.each([
    [() => new RequireTokenExpiry({ maxLifetime: Duration.days(0) }), 'maxLifetime must be longer than zero, got 0s; pass for example Duration.days(90)'],
    [() => new RequireTokenExpiry({ maxLifetime: Duration.days(-1) }), 'maxLifetime must be longer than zero, got -1d'],
    [() => new RequireTokenExpiry({ latest: '2030' }), 'latest must be an instant in RFC 3339 such as 2040-01-01T00:00:00Z, got "2030"; pass a date, a time with seconds, and Z or an offset'],
    [() => new LeastPrivilegeScopes({ allowed: [] }), 'allowed must have at least one scope, got none; omit it to allow all scopes that do not administer'],
  ])('%# are refused', (make, error) => {
    expect(make).toThrow(error);
  });
});

describe('the precondition of RequireTokenExpiry', () => {
  test('judges an end by the clock of the plan', () => {
    const stack = newStack();
    new l1.WriteToken(stack, 'Raw', { projectId: UUID, expiresAt: '2030-01-01T00:00:00Z', lifecycle: { createBeforeDestroy: true } });
    new RequireTokenExpiry({ maxLifetime: Duration.days(90) }).applyTo(stack);
    const json = synth(stack);
    expect(json.locals).toEqual({ LogfireLatestEnd1: '${timeadd(plantimestamp(), "2160h")}' });
    expect(only(json, 'logfire_write_token').lifecycle).toEqual({
      create_before_destroy: true,
      precondition: [{
        condition: '${timecmp("2030-01-01T00:00:00Z", local.LogfireLatestEnd1) <= 0}',
        error_message: 'It expires later than 90d from now; choose an earlier expiration, or suppress the rule with a reason. [logfire:RequireTokenExpiry]',
      }],
    });
  });

  test('is not there where the rule is suppressed', () => {
    const stack = newStack();
    const token = new LogfireRotatingWriteToken(stack, 'Token', { project: projectOf(stack), rotation: TokenRotation.manual(1) });
    new RequireTokenExpiry().applyTo(stack);
    LogfirePolicies.suppress(token, 'RequireTokenExpiry', 'checked elsewhere');
    expect(JSON.stringify(synth(stack).resource.logfire_write_token)).not.toContain('precondition');
  });

  test('is not there without the policy, and in all stacks of an app with it', () => {
    const app = newApp();
    const stacks = ['one', 'two'].map((id) => newStack(app, id));
    stacks.forEach((stack) => projectOf(stack).addWriteToken('Token'));
    new RequireTokenExpiry().applyTo(app);
    stacks.forEach((stack) => expect(only(synth(stack), 'logfire_write_token').lifecycle.precondition).toHaveLength(1));
    const without = newStack();
    projectOf(without).addWriteToken('Token');
    expect(only(synth(without), 'logfire_write_token').lifecycle).not.toHaveProperty('precondition');
  });
});

test.each([TOKEN, 'not-of-a-known-form'])('a provider with its key in plain text is a finding: %s', (apiKey) => {
  const stack = new TerraformStack(newApp(), 'app');
  new LogfireProvider(stack, 'Logfire', { apiKey: SecretValue.unsafePlainText(apiKey) });
  new NoPlaintextSecrets().applyTo(stack);
  const report = reportOf(stack.node.root as App);
  expect(report.split('NoPlaintextSecrets')).toHaveLength(2);
  expect(report).not.toContain(apiKey);
});
