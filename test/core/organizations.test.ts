import { App, TerraformLocal, TerraformProvider, TerraformStack, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import {
  ApiScope, AwsSsmParameterSink, Delivery, l1, LogfireAlert, LogfireApiKey, LogfireChannel, LogfireFrontendApplication, LogfireOpsgenieChannel,
  LogfireProject, LogfireProvider, LogfireReadToken, LogfireSchedule, LogfireSlo, LogfireWriteToken, ScheduleWindow, SecretValue, Sli,
  SloRouting, SloScope, Timezone,
} from '../../src';
import { StoreProvider } from '../sinks/store-provider';
import { cleanUp, newApp, newStack, synth, warnings } from '../synth';

afterEach(cleanUp);

const QUERY = 'SELECT trace_id FROM records WHERE is_exception';

/** The report of an app, one line for each finding. */
function reportOf({ node: { root } }: Construct): string[] {
  try {
    (root as App).synth();
  } catch (error) {
    expect(String(error)).toContain('Validation failed');
    return String(error).split('\n').map((line) => line.trim()).filter((line) => line.startsWith('['));
  }
  return [];
}

const bare = (app: App = newApp(), id = 'app') => new TerraformStack(app, id);
const keyOf = (stack: TerraformStack, id: string) => SecretValue.fromVariable(new TerraformVariable(stack, id, { sensitive: true }));
/** Another organization of the stack. */
const otherIn = (stack: TerraformStack) => new LogfireProvider(stack, 'Other', { alias: 'other', apiKey: keyOf(stack, 'other_key') });
const channel = (stack: TerraformStack, provider?: TerraformProvider) => new LogfireOpsgenieChannel(stack, 'Channel', { authKey: keyOf(stack, 'genie'), provider });
const schedule = (stack: TerraformStack, provider?: TerraformProvider) => new LogfireSchedule(stack, 'Hours', {
  timezone: Timezone.of('UTC'), windows: ScheduleWindow.officeHours(), provider,
});
const sloProps = { sloScope: SloScope.service('shop'), sli: Sli.availability(), targetPercent: 99.9 };

describe('a provider that is not the one of the resource', () => {
  test('is needed where all providers have an alias, once for all that lack one', () => {
    const stack = bare();
    new LogfireProvider(stack, 'Eu', { alias: 'eu' });
    new LogfireProject(stack, 'A');
    new LogfireProject(stack, 'B');
    expect(reportOf(stack)).toEqual([
      '[app] app/A: provider must be given, because every provider logfire of the stack has an alias: Terraform would use one that only the environment configures; '
      + 'pass app/Eu, or remove the alias of the one to use by default (the same applies to 1 more of the stack) [logfire:default-provider]',
    ]);
  });

  test('is needed for a data source and a raw binding too', () => {
    const stack = bare();
    new LogfireProvider(stack, 'Eu', { alias: 'eu' });
    new l1.Project(stack, 'Raw', { name: 'raw' });
    expect(reportOf(stack)).toEqual([expect.stringContaining('[app] app/Raw: provider must be given')]);
  });

  test('is not needed where each resource has one, or a parent that has', () => {
    const stack = bare();
    const provider = new LogfireProvider(stack, 'Eu', { alias: 'eu' });
    new LogfireProject(stack, 'A', { provider }).addWriteToken('Token');
    expect(reportOf(stack)).toEqual([]);
  });

  test('is not needed where an override of the stack adds the default one', () => {
    const stack = bare();
    new LogfireProvider(stack, 'Eu', { alias: 'eu' });
    stack.addOverride('provider.logfire', [{}]);
    new LogfireProject(stack, 'A');
    expect(reportOf(stack)).toEqual([]);
  });

  test('may not be one of another stack', () => {
    const app = newApp();
    const one = newStack(app);
    const other = newStack(app, 'other');
    new LogfireProject(one, 'Shop', { provider: other.node.findChild('Logfire') as LogfireProvider });
    expect(reportOf(one)).toEqual(['[app] app/Shop: provider must be one of its own stack app, got other/Logfire of the stack other; pass app/Logfire [logfire:wrong-provider]']);
  });

  test('may not be one of another kind', () => {
    const stack = newStack();
    new LogfireProject(stack, 'Shop', { provider: new StoreProvider(stack, 'aws') });
    expect(reportOf(stack)).toEqual(['[app] app/Shop: provider must be a provider logfire, got app/aws, which is a provider aws; pass app/Logfire [logfire:wrong-provider]']);
  });

  test('may not be one that an override invents', () => {
    const stack = newStack();
    new LogfireProject(stack, 'Shop').resource.addOverride('provider', 'logfire.eu');
    expect(reportOf(stack)).toEqual(['[app] app/Shop: provider must be a provider logfire of its stack, got the override "logfire.eu"; pass app/Logfire [logfire:wrong-provider]']);
  });

  test('may be one that an override names', () => {
    const stack = newStack();
    otherIn(stack);
    new LogfireProject(stack, 'Shop').resource.addOverride('provider', 'logfire.other');
    expect(synth(stack).resource.logfire_project.Shop_BABE1F1E ?? Object.values(synth(stack).resource.logfire_project)[0]).toMatchObject({ provider: 'logfire.other' });
  });

  test.each([
    ['of another kind', (stack: TerraformStack) => stack.node.findChild('Logfire') as TerraformProvider, 'provider must be a provider aws, got app/Logfire, which is a provider logfire; pass app/aws'],
    ['of another stack', (stack: TerraformStack) => new StoreProvider(newStack(stack.node.root as App, 'other'), 'aws'), 'provider must be one of its own stack app, got other/aws of the stack other; pass app/aws'],
  ])('%s is rejected for a sink too', (_, providerOf, text) => {
    const stack = newStack();
    new StoreProvider(stack, 'aws');
    new LogfireProject(stack, 'Shop').addWriteToken('Token').storeIn(new AwsSsmParameterSink({ parameterName: '/shop', provider: providerOf(stack) }));
    expect(reportOf(stack)).toEqual([expect.stringContaining(text)]);
  });

  test('with an alias is needed for a sink where the stack has no default one', () => {
    const stack = newStack();
    const provider = new StoreProvider(stack, 'aws', 'eu');
    const token = new LogfireProject(stack, 'Shop').addWriteToken('Token');
    token.storeIn(new AwsSsmParameterSink({ parameterName: '/shop', provider }));
    expect(reportOf(stack)).toEqual([]);
    token.storeIn(new AwsSsmParameterSink({ parameterName: '/shop/copy' }), 'Copy');
    expect(reportOf(stack)).toEqual([expect.stringContaining('[app] app/Shop/Token/Copy: provider must be given, because every provider aws of the stack has an alias')]);
  });
});

/** What refers to another construct, and the prop by which it does. */
type Build = (stack: TerraformStack, other: TerraformProvider) => Construct;

const REFERENCES: readonly (readonly [name: string, prop: string, target: string, build: Build])[] = [
  ['an alert of another project', 'project', 'app/Shop', (stack, provider) => new LogfireAlert(stack, 'X', {
    project: new LogfireProject(stack, 'Shop'), query: QUERY, notify: [], provider,
  })],
  ['an alert to a channel', 'notify', 'app/Channel', (stack, other) => new LogfireAlert(stack, 'X', {
    project: new LogfireProject(stack, 'Shop'), query: QUERY, notify: [Delivery.to(channel(stack, other))],
  })],
  ['an alert by a schedule', 'notify', 'app/Hours', (stack, other) => new LogfireAlert(stack, 'X', {
    project: new LogfireProject(stack, 'Shop'), query: QUERY, notify: [Delivery.to(channel(stack)).during(schedule(stack, other))],
  })],
  ['an SLO to a channel', 'routing', 'app/Channel', (stack, other) => new LogfireSlo(stack, 'X', {
    ...sloProps, project: new LogfireProject(stack, 'Shop'), routing: SloRouting.bySeverity({ page: [Delivery.to(channel(stack, other))], ticket: [] }),
  })],
  ['a write token', 'project', 'app/Shop', (stack, provider) => new LogfireWriteToken(stack, 'X', { project: new LogfireProject(stack, 'Shop'), provider })],
  ['a read token', 'project', 'app/Shop', (stack, provider) => new LogfireReadToken(stack, 'X', { project: new LogfireProject(stack, 'Shop'), provider })],
  ['a frontend application', 'project', 'app/Shop', (stack, provider) => new LogfireFrontendApplication(stack, 'X', { project: new LogfireProject(stack, 'Shop'), provider })],
];

describe('a reference to another organization', () => {
  test.each(REFERENCES)('is rejected: %s', (_, prop, target, build) => {
    const stack = newStack();
    build(stack, otherIn(stack));
    expect(reportOf(stack)).toEqual([expect.stringMatching(
      new RegExp(`^\\[app\\] app/X: ${prop} must be in the organization of this construct's provider app/(Logfire|Other), got ${target}, which uses the provider app/(Logfire|Other); `))]);
  });

  test.each(REFERENCES)('passes with two providers that have one key: %s', (_name, _prop, _target, build) => {
    const stack = bare();
    const key = new TerraformVariable(stack, 'key', { sensitive: true });
    new LogfireProvider(stack, 'Logfire', { apiKey: SecretValue.fromVariable(key) });
    build(stack, new LogfireProvider(stack, 'Other', { alias: 'other', apiKey: SecretValue.fromVariable(key) }));
    expect(reportOf(stack)).toEqual([]);
  });

  test('is told with what to do, once for each prop', () => {
    const stack = newStack();
    const other = otherIn(stack);
    new LogfireAlert(stack, 'X', { project: new LogfireProject(stack, 'Shop', { provider: other }), query: QUERY, notify: [Delivery.to(channel(stack, other))], provider: stack.node.findChild('Logfire') as LogfireProvider });
    const text = (prop: string, target: string) => `[app] app/X: ${prop} must be in the organization of this construct's provider app/Logfire, got ${target}, which uses the provider app/Other; `
      + 'pass the same provider to both, or the same apiKey to both providers [logfire:same-organization]';
    expect(reportOf(stack).sort()).toEqual([text('notify', 'app/Channel'), text('project', 'app/Shop')]);
  });

  test('is found where an override makes it, and where it was one', () => {
    const stack = newStack();
    const other = otherIn(stack);
    const project = new LogfireProject(stack, 'Shop', { provider: other });
    project.resource.overrideLogicalId('shop');
    const [token, fine] = ['X', 'Y'].map((id) => new l1.WriteToken(stack, id, { projectId: '00000000-0000-4000-8000-000000000001' }));
    token.addOverride('project_id', '${logfire_project.shop.id}');
    fine.addOverride('project_id', null);
    expect(reportOf(stack)).toEqual([expect.stringContaining('app/X: project must be in the organization of')]);
  });

  test('is not looked for where a provider is wrong', () => {
    const stack = newStack();
    const project = new LogfireProject(stack, 'Shop', { provider: otherIn(stack) });
    const token = new l1.WriteToken(stack, 'X', { projectId: project.projectId });
    token.addOverride('provider', 'logfire.none');
    expect(reportOf(stack)).toEqual([expect.stringContaining('[logfire:wrong-provider]')]);
    token.addOverride('provider', 'logfire');
    project.resource.addOverride('provider', 'logfire.none');
    expect(reportOf(stack)).toEqual([expect.stringContaining('[logfire:wrong-provider]')]);
  });

  test('is found through another stack and a local', () => {
    const app = newApp();
    const shared = newStack(app, 'shared');
    const { channelId } = channel(shared, otherIn(shared));
    const stack = newStack(app);
    const local = new TerraformLocal(shared, 'id', channelId);
    new LogfireAlert(shared, 'X', {
      project: new LogfireProject(shared, 'Shop'), query: QUERY, notify: [Delivery.to(LogfireChannel.fromChannelId(shared, 'Existing', local.asString))],
    });
    new LogfireAlert(stack, 'Y', {
      project: new LogfireProject(stack, 'Till'), query: QUERY, notify: [Delivery.to(LogfireChannel.fromChannelId(stack, 'Existing', channelId))],
    });
    expect(reportOf(stack)).toEqual([expect.stringContaining('shared/X: notify must be in the organization of')]);
    expect(warnings(stack)).toEqual([expect.stringContaining('notify must be in the organization of')]);
  });

  test('passes within one organization, across stacks too', () => {
    const app = newApp();
    const shared = newStack(app, 'shared');
    const stack = newStack(app);
    new LogfireAlert(stack, 'X', { project: new LogfireProject(shared, 'Shop'), query: QUERY, notify: [Delivery.to(channel(shared))] });
    expect(reportOf(stack)).toEqual([]);
    expect(warnings(stack)).toEqual([]);
  });
});

describe('a key that does not exist yet', () => {
  const keyIn = (stack: TerraformStack) => new LogfireApiKey(stack, 'Key', { scopes: [ApiScope.ORGANIZATION_READ] });

  test('may not configure a provider of its stack', () => {
    const stack = newStack();
    const key = keyIn(stack);
    new LogfireProvider(stack, 'Other', { alias: 'other', apiKey: SecretValue.fromAttribute(key.tokenValue) });
    expect(reportOf(stack)).toEqual([
      '[app] app/Other: apiKey must be known during the plan, but it comes from app/Key in the same stack, which does not exist before the first apply; '
      + 'create that in another stack and pass it across stacks, or pass a variable [logfire:provider-cycle]',
    ]);
  });

  test('may come from another stack', () => {
    const app = newApp();
    const key = keyIn(newStack(app, 'keys'));
    const stack = newStack(app);
    new LogfireProject(stack, 'Shop', { provider: new LogfireProvider(stack, 'Other', { alias: 'other', apiKey: SecretValue.fromAttribute(key.tokenValue) }) });
    expect(reportOf(stack)).toEqual([]);
  });
});

describe('a name that is taken', () => {
  const project = (stack: TerraformStack, id: string, projectName: string) => new LogfireProject(stack, id, { projectName });
  const withKey = (app: App, id: string, variable: string) => {
    const stack = bare(app, id);
    new LogfireProvider(stack, 'Logfire', { apiKey: keyOf(stack, variable) });
    return stack;
  };

  test('in two stacks with the key of the environment may be in two organizations, so it is a warning', () => {
    const app = newApp();
    const [dev, prod] = ['dev', 'prod'].map((id) => newStack(app, id));
    project(dev, 'Shop', 'shop');
    project(prod, 'Shop', 'shop');
    expect(reportOf(dev)).toEqual([]);
    expect(warnings(prod)).toEqual([expect.stringContaining('projectName "shop" is also the one of dev/Shop, and it must be unique in an organization')]);
  });

  test('in two stacks with one variable as key is a warning, and with different ones it passes', () => {
    const app = newApp();
    const [a, b, c] = [['a', 'key'], ['b', 'key'], ['c', 'other']].map(([id, variable]) => withKey(app, id, variable));
    [a, b, c].forEach((stack) => project(stack, 'Shop', 'shop'));
    expect(reportOf(a)).toEqual([]);
    expect([a, b, c].map((stack) => warnings(stack).length)).toEqual([0, 1, 0]);
  });

  test('in two stacks with one secret as key is an error', () => {
    const app = newApp();
    const shared = newStack(app, 'shared');
    const key = new TerraformVariable(shared, 'key', { sensitive: true });
    const stacks = ['a', 'b'].map((id) => {
      const stack = bare(app, id);
      new LogfireProvider(stack, 'Logfire', { apiKey: SecretValue.fromAttribute(key.stringValue) });
      project(stack, 'Shop', 'shop');
      return stack;
    });
    expect(reportOf(stacks[0])).toEqual(['[shared] b/Shop: projectName "shop" is taken by a/Shop; it must be unique in an organization: give one of them another projectName [logfire:unique-name]']);
  });

  test.each([
    ['one variable', (stack: TerraformStack) => [0, 1].map(() => (stack.node.tryFindChild('name') as TerraformVariable ?? new TerraformVariable(stack, 'name', {})).stringValue)],
    ['a local and its value', (stack: TerraformStack) => [new TerraformLocal(stack, 'name', 'shop').asString, 'shop']],
  ])('is found with %s', (_, names) => {
    const stack = newStack();
    names(stack).forEach((name, index) => project(stack, `P${index}`, name));
    expect(reportOf(stack)).toEqual([expect.stringContaining('is taken by app/P0')]);
  });

  test('is found with an override', () => {
    const stack = newStack();
    project(stack, 'A', 'shop');
    project(stack, 'B', 'till').resource.addOverride('name', 'shop');
    expect(reportOf(stack)).toEqual([expect.stringContaining('[app] app/B: projectName "shop" is taken by app/A')]);
  });

  test('passes for instances of which only one may exist, and for names that are made anew', () => {
    const stack = newStack();
    project(stack, 'A', 'shop').resource.addOverride('count', 0);
    project(stack, 'B', 'shop');
    expect(reportOf(stack)).toEqual([]);
  });
});
