import { TerraformStack, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import { Delivery, Duration, LogfireChannel, LogfireProject, LogfireProvider, TokenExpiry } from '../../src';
import { checkCall, checkDone, checkedScope, propsOf } from '../../src/core/calls';
import { listed, structProblem } from '../../src/core/value-checks';
import { FRAMEWORK, OTHER_FRAMEWORK } from '../frameworks';
import { cleanUp, newApp, newStack } from '../synth';

const UUID = '00000000-0000-4000-8000-000000000001';

let stack: TerraformStack;
let project: LogfireProject;
let variable: TerraformVariable;

beforeEach(() => {
  stack = newStack();
  project = new LogfireProject(stack, 'Shop');
  variable = new TerraformVariable(stack, 'v', {});
});

afterEach(cleanUp);

/** What a call is told. */
function told(entry: string, args: readonly unknown[], self?: object): string | undefined {
  try {
    checkCall(entry, args, self);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

class LogfireAlert extends Construct {}

/** What an alert with these props is told, without its path. */
const toldAlert = (props: unknown) => told('new LogfireAlert', [stack, 'X', props], new LogfireAlert(stack, 'X'))?.replace(/^app\/X: /, '');
const withProps = (props: object) => toldAlert({ project, query: 'SELECT 1', ...props });
const unreadable = () => new Proxy({}, { get: () => { throw new Error('no'); }, getPrototypeOf: () => { throw new Error('no'); } });

class Query {
  constructor(public readonly sql: unknown) {}
}

/** Props of the program, with members of its own. */
class Props {
  public readonly other = 1;

  constructor(public readonly query: unknown = 5, public readonly owner: unknown = 'shop') {}

  public get project(): unknown {
    return project;
  }
}

/** A project of the program. */
class Shop extends Construct {
  constructor(id: string, public readonly projectId: unknown) {
    super(stack, id);
  }
}

class LogfireMine extends Shop {}

describe('a value of the wrong type', () => {
  test.each<readonly [name: string, props: () => object, text: string]>([
    ['a number for a string', () => ({ owner: 5 }), 'owner must be a string, got 5; pass a string'],
    ['null for what is optional', () => ({ owner: null }), 'owner must be a string, got null; leave it out, or pass a string'],
    ['null for what is required', () => ({ query: null }), 'query must be a string, got null; pass a string'],
    ['nothing for what is required', () => ({ query: undefined }), 'query must be a string, got nothing; pass a string'],
    ['a query for its SQL', () => ({ query: new Query('SELECT 1') }), 'query must be a string, got a Query; pass its sql'],
    ['an object with SQL', () => ({ query: { sql: 'SELECT 1' } }), 'query must be a string, got an object; pass a string'],
    ['an object whose SQL is none', () => ({ query: new Query(1) }), 'query must be a string, got a Query; pass a string'],
    ['a list for a string', () => ({ query: [variable.value] }), 'query must be a string, got a list; pass a string'],
    ['a string for a boolean', () => ({ active: 'true' }), 'active must be true or false, got "true"; pass one of the two, without quotes'],
    ['a string for a list', () => ({ environments: 'dev' }), 'environments must be a list, got "dev"; pass a list in brackets'],
    ['a wrong item', () => ({ environments: ['dev', 5] }), 'environments[1] must be a string, got 5; pass a string'],
    ['null in a list', () => ({ environments: [null] }), 'environments[0] must be a string, got null; leave it out, or pass a string'],
    ['another class', () => ({ timeWindow: TokenExpiry.never('test') }), 'timeWindow must be a Duration, got a TokenExpiry; pass Duration.seconds(…)'],
    ['a string for an enum', () => ({ severity: 'fatal' }), 'severity must be one of info, warning, critical, got "fatal"; use a member of the enum AlertSeverity'],
    ['a number for an enum', () => ({ severity: 1 }), 'severity must be one of info, warning, critical, got 1; use a member of the enum AlertSeverity'],
    ['an object for an interface', () => ({ project: { projectId: UUID } }), 'project must be a Logfire project, got an object; pass a LogfireProject, or LogfireProject.fromProjectId(…) for an existing one'],
    ['a construct without the members of an interface', () => ({ project: stack }),
      'project must be a Logfire project, got a TerraformStack; pass a LogfireProject, or LogfireProject.fromProjectId(…) for an existing one'],
    ['a string for an interface', () => ({ project: UUID }), `project must be a Logfire project, got "${UUID}"; pass a LogfireProject, or LogfireProject.fromProjectId(…) for an existing one`],
    ['an id for a dependency', () => ({ dependsOn: ['Shop'] }), 'dependsOn[0] must be a construct with a Terraform address, got "Shop"; pass a resource, or a construct of this library'],
    ['an object for a dependency', () => ({ dependsOn: [{}] }), 'dependsOn[0] must be a construct with a Terraform address, got an object; pass a resource, or a construct of this library'],
    ['a class for its object', () => ({ provider: LogfireProvider }),
      'provider must be a TerraformProvider, got the class LogfireProvider; create an object with new LogfireProvider(…)'],
    ['an object that no factory created', () => ({ notify: [Object.create(Delivery.prototype)] }), 'notify[0] must be a Delivery from one of its factories, got a Delivery; pass Delivery.to(…)'],
    ['a project of the program whose id is a number', () => ({ project: new Shop('Mine', 5) }), 'project.projectId must be a string, got 5; pass a string'],
    ['an object that may be a string at apply for an enum', () => ({ severity: variable.value }),
      'severity must be one of info, warning, critical, got a Terraform expression; use a member of the enum AlertSeverity'],
    ['a string for a class that has no factory', () => ({ provider: 'logfire' }), 'provider must be a TerraformProvider, got "logfire"; pass a TerraformProvider'],
    ['a project of the program with a name of the library', () => ({ project: new LogfireMine('Mine', 5) }), 'project.projectId must be a string, got 5; pass a string'],
    ['null for a required prop, as a member of a class', () => new Props(null), 'query must be a string, got null; pass a string'],
    ['null for an optional prop, as a member of a class', () => new Props('SELECT 1', null), 'owner must be a string, got null; leave it out, or pass a string'],
    ['a map for a string', () => ({ query: new Map() }), 'query must be a string, got a Map; pass a string'],
    ['a value that cannot be read', () => ({ timeWindow: unreadable() }), 'props must be an object that can be read, got an object; pass plain values'],
  ])('%s', (_, props, text) => {
    const given = props();
    expect(given instanceof Props ? toldAlert(given) : withProps(given)).toBe(`${text} [logfire:value-type]`);
  });

  test('a getter that throws', () => {
    expect(toldAlert({ project, query: 'SELECT 1', get owner() { throw new Error('no'); } })).toBe('owner must be a string, got a getter that throws; pass a string [logfire:value-type]');
  });

  test.each<readonly [entry: string, args: () => readonly unknown[], text: string | undefined]>([
    ['Duration.hours', () => ['1'], 'Duration.hours: amount must be a number, got "1"; pass a number without quotes [logfire:value-type]'],
    ['Duration.hours', () => [variable.numberValue * 2], 'Duration.hours: amount must be a number, got a number that the program computed from one that is known only at apply; '
      + 'compute with the value in Terraform, in TerraformExpression.raw [logfire:value-type]'],
    ['Duration.hours', () => [NaN], undefined],
    ['Duration.hours', () => [variable.numberValue], undefined],
    ['Duration.hours', () => [variable.value], undefined],
    ['Duration.hours', () => [{}], 'Duration.hours: amount must be a number, got an object; pass a number without quotes [logfire:value-type]'],
    ['ScheduleWindow.allDay', () => [['1']], 'ScheduleWindow.allDay: days[0] must be one of MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY, got "1"; use a member of the enum Weekday [logfire:value-type]'],
    ['ScheduleWindow.allDay', () => [[1, 8]], undefined],
    ['MetricFilter.numberAttribute', () => ['a', variable.stringValue, 1], undefined],
    ['DashboardDefinition.fromObject', () => [Symbol('any')], undefined],
    ['SecretValue.unsafePlainText', () => [5], 'SecretValue.unsafePlainText: text must be a string, got a number; pass a string [logfire:value-type]'],
    ['SecretValue.unsafePlainText', () => [['x']], 'SecretValue.unsafePlainText: text must be a string, got a list; pass a string [logfire:value-type]'],
    ['TokenExpiry.after', () => ['30d'], 'TokenExpiry.after: lifetime must be a Duration, got "30d"; pass Duration.seconds(…) [logfire:value-type]'],
    ['LogfireEnvironment#toEcs', () => [['x']], 'LogfireEnvironment.toEcs: valueFrom must be a map, got a list; pass an object with a value for each name [logfire:value-type]'],
    ['LogfireEnvironment#toEcs', () => [new Map()], 'LogfireEnvironment.toEcs: valueFrom must be a map, got a Map; pass an object with a value for each name [logfire:value-type]'],
    ['LogfireEnvironment#toEcs', () => [{ 'a': 'x', 'b c': 5 }], 'LogfireEnvironment.toEcs: valueFrom["b c"] must be a string, got 5; pass a string [logfire:value-type]'],
    ['LogfireEnvironment#toEcs', () => [{}], undefined],
    ['LogfireProject.fromProjectId', () => [stack, 'X', 5], 'app/X: projectId must be a string, got 5; pass a string [logfire:value-type]'],
    ['LogfireWriteToken.fromSecret', () => [stack, 'X', 'not-a-real-token'], 'app/X: token must be a SecretValue, got a string; pass SecretValue.fromVariable(…) [logfire:value-type]'],
    ['LogfireWriteToken#storeIn', () => [{ kind: 'mine', store: 'x' }], 'LogfireWriteToken.storeIn: sink.store must be a method, got "x"; implement it [logfire:value-type]'],
    ['LogfireWriteToken#storeIn', () => [{ kind: 'mine', store: () => undefined }], undefined],
    ['LogfireWriteToken#storeIn', () => [{ kind: 'mine' }], 'LogfireWriteToken.storeIn: sink must be a secret store that programs read their credential from, got an object; '
      + 'pass an AwsSecretsManagerSink, an AwsSsmParameterSink, a GithubActionsSecretSink, a KubernetesSecretSink or a VaultKvSink [logfire:value-type]'],
    ['Delivery.to', () => [5], 'Delivery.to: channel must be a notification channel, got 5; pass a LogfireOpsgenieChannel, a LogfirePagerDutyChannel, '
      + 'a LogfirePagerDutyServiceChannel, a LogfireSlackChannel or a LogfireSlackWebhookChannel [logfire:value-type]'],
    ['LogfirePolicies.suppress', () => ['x', 'y', 'z'], 'LogfirePolicies.suppress: construct must be a construct, got "x"; pass the stack, or a construct in it [logfire:value-type]'],
    ['LogfirePolicies.suppress', () => [stack, '', 5], 'app: reason must be a string, got 5; pass a string [logfire:value-type]'],
  ])('%s %#', (entry, args, text) => {
    expect(told(entry, args(), entry.includes('#') ? {} : undefined)).toBe(text);
  });

  test.each<readonly [entry: string, args: () => readonly unknown[], place: string]>([
    ['new LogfireProvider', () => [stack, 'P', { apiKey: 5 }], 'apiKey must be a SecretValue'],
    ['new LogfireProvider', () => [stack, 'P', { customHeaders: { 'X-Key': 5 } }], 'customHeaders["X-Key"] must be a SecretValue'],
    ['new LogfireWebhookChannel', () => [stack, 'P', { url: 5 }], 'url must be a SecretValue'],
    ['new KubernetesSecretSink', () => [{ secretName: 5, key: 'x' }], 'secretName must be a string'],
    ['new KubernetesSecretSink', () => [{ secretName: 'x', key: 5 }], 'key must be a string'],
    ['SecretValue.unsafePlainText', () => [5], 'text must be a string'],
  ])('%s %# shows nothing that may be a secret', (entry, args, place) => {
    expect(told(entry, args(), entry.startsWith('new') ? {} : undefined)).toContain(`: ${place}, got a number; `);
  });
});

describe('the props of a call', () => {
  const PROPS = 'props must be an object with project and query, got';
  const PASS = 'pass the props of LogfireAlertProps [logfire:value-type]';

  test.each<readonly [name: string, props: () => unknown, text: string | undefined]>([
    ['nothing', () => undefined, `${PROPS} nothing; ${PASS}`],
    ['null', () => null, `${PROPS} null; ${PASS}`],
    ['a string', () => 'shop', `${PROPS} "shop"; ${PASS}`],
    ['a list', () => [], `${PROPS} an empty list; ${PASS}`],
    ['a construct', () => project, `${PROPS} a LogfireProject; ${PASS}`],
    ['an object of another class', () => new Map(), `props must be an object with props, got a Map; ${PASS}`],
    ['an object of a class that has one of the props', () => new Props(), 'query must be a string, got 5; pass a string [logfire:value-type]'],
    ['an object of a class that has all of them', () => new Props('SELECT 1'), undefined],
    ['a missing one', () => ({ project }), 'query must be a string, got nothing; pass a string [logfire:value-type]'],
    ['one that has nearly the name of another', () => ({ project, query: 'x', timewindow: 1 }), 'timewindow is not a prop of LogfireAlertProps; did you mean timeWindow? [logfire:unknown-prop]'],
    ['one of another name', () => ({ project, query: 'x', xyz: 1 }), 'xyz is not a prop of LogfireAlertProps; remove it, or use one of active, alertName, dependsOn, description, environments, '
      + 'frequency, ignoredLintRules, importFrom, notify, notifyWhen, owner, project, provider, query, runbook, severity or timeWindow [logfire:unknown-prop]'],
    ['right ones', () => ({ project, query: 'x', notify: [Delivery.to(LogfireChannel.fromChannelId(stack, 'C', UUID))], timeWindow: Duration.hours(1), active: true, dependsOn: [project] }), undefined],
    ['one of another name without a value', () => ({ project, query: 'x', xyz: undefined }), undefined],
    ['an object without a prototype', () => Object.assign(Object.create(null), { project, query: 'x' }), undefined],
  ])('%s', (_, props, text) => {
    expect(toldAlert(props())).toBe(text);
  });
});

describe('a subclass may pass on props of its own', () => {
  class Special extends LogfireProject {
    constructor(scope: Construct, id: string, props: object) {
      super(scope, id, props);
    }
  }
  const created = (props: object, id = 'X') => () => new Special(stack, id, props);

  test('that are none of the library, but not wrong ones', () => {
    expect(created({ mine: 1, projectName: 'special' })).not.toThrow();
    expect(created({ mine: 1, projectName: 5 }, 'Y')).toThrow('app/Y: projectName must be a string, got 5; pass a string [logfire:value-type]');
    expect(() => new LogfireProject(stack, 'Z', { mine: 1 } as object)).toThrow('app/Z: mine is not a prop of LogfireProjectProps');
  });

  test('in an object of a class that has none of the library', () => {
    expect(created(new (class { public readonly mine = 1; })())).not.toThrow();
  });

  test('which a class that a bundler renamed is not', () => {
    const renamed = class a extends Construct {};
    Object.defineProperty(renamed, Symbol.for('jsii.rtti'), { value: { fqn: 'cdktf-logfire.LogfireAlert' } });
    expect(told('new LogfireAlert', [stack, 'X', { project, query: 'x', mine: 1 }], new renamed(stack, 'X'))).toContain('app/X: mine is not a prop of LogfireAlertProps');
  });
});

describe('a text', () => {
  test.each([
    ['a\0b', 'owner must be text without the character U+0000, got "a\\u0000b"; remove it [logfire:text-characters]'],
    ['\ufeffa', 'owner must be text without a byte order mark, U+FEFF, before it, got "\ufeffa"; remove it, or read the file without it [logfire:text-characters]'],
    ['a\ud83d', 'owner must be text of whole characters, got "a\\ud83d"; remove the half of a character, U+D83D [logfire:text-characters]'],
    ['a\ufeff', undefined],
    ['🎈', undefined],
  ])('%j', (owner, text) => {
    expect(withProps({ owner })).toBe(text);
  });
});

describe('the arguments of a call', () => {
  test('are not more than it takes', () => {
    expect(told('new NoPlaintextSecrets', [1], {})).toBe('NoPlaintextSecrets: the call must have no arguments, got 1; remove what is too much [logfire:too-many-arguments]');
    expect(told('Duration.days', [1, 2])).toBe('Duration.days: the call must have at most 1 argument, got 2; remove what is too much [logfire:too-many-arguments]');
    expect(told('TokenExpiry.at', ['2030-01-01T00:00:00Z', 1])).toContain('at most 1 argument, got 2');
    expect(told('AlertImportId.byName', ['a', 'b', 3, 4])).toContain('the call must have at most 2 arguments, got 4');
  });

  test('are a wrong one of a method, whose object may be no construct', () => {
    expect(told('KubernetesSecretSink#store', [stack, 5], {})).toContain('KubernetesSecretSink.store: secret must be an object with value and version, got');
    expect(told('new LogfireProject', [stack, 'X', 5], {})).toContain('LogfireProject: props must be an object with props, got 5; pass the props of LogfireProjectProps');
    expect(told('new NoPlaintextSecrets', [1, 0, [1]], {})).toContain('the call must have no arguments, got 3');
  });

  test('may be those that map passes', () => {
    expect([1, 2].map(Duration.days).map(String)).toEqual(['1d', '2d']);
    const list = [1, 2];
    for (const args of [[1, 0, [2]], [1, '0', list], [1, 0, list, 4], [1, 0, { 0: 1 }], [2, 0, list]]) {
      expect(told('Duration.days', args)).toContain('at most 1 argument');
    }
    expect(told('AlertImportId.byName', ['a', 'b', ['a']])).toContain('at most 2 arguments');
  });

  test('belong to an object', () => {
    expect(told('Duration#plus', [Duration.days(1)])).toBe('plus: the method must be called on its object, got nothing; write the object before it [logfire:method-object]');
    expect(told('LogfireProject#addWriteToken', [5], project)).toBe('app/Shop: id must be a string, got 5; pass a string [logfire:value-type]');
  });
});

describe('the place of a new construct', () => {
  const PASS = 'pass the stack, or a construct in it [logfire:construct-scope]';
  const NAME = 'pass a name that is unique in its scope [logfire:construct-id]';
  const existing = (scope: unknown, id: unknown) => told('LogfireProject.fromProjectId', [scope, id, UUID]);

  test.each<readonly [name: string, scope: () => unknown, id: () => unknown, text: string | undefined]>([
    ['a scope that is a string', () => 'app', () => 'X', `LogfireProject.fromProjectId: scope must be a construct, got "app"; ${PASS}`],
    ['no scope', () => undefined, () => 'X', `LogfireProject.fromProjectId: scope must be a construct, got nothing; ${PASS}`],
    ['the app', () => stack.node.root, () => 'X', 'LogfireProject.fromProjectId: scope must be a stack or a construct in one, got an App; create a TerraformStack first [logfire:construct-scope]'],
    ['a group of stacks', () => new Construct(stack.node.root, 'group'), () => 'X', 'group: scope must be a stack or a construct in one, got a Construct; create a TerraformStack first [logfire:construct-scope]'],
    ['an id that is blank', () => stack, () => ' ', `app: id must be a string that is not blank and is known at synth, got " "; ${NAME}`],
    ['an id that is a number', () => stack, () => 5, `app: id must be a string that is not blank and is known at synth, got 5; ${NAME}`],
    ['an id that is known only at apply', () => stack, () => variable.stringValue, `app: id must be a string that is not blank and is known at synth, got a value that is known only at apply; ${NAME}`],
    ['an id in the app', () => stack.node.root, () => '', `LogfireProject.fromProjectId: id must be a string that is not blank and is known at synth, got ""; ${NAME}`],
    ['a stack', () => stack, () => 'X', undefined],
    ['a construct in a stack', () => project, () => 'X', undefined],
  ])('%s', (_, scope, id, text) => {
    expect(existing(scope(), id())).toBe(text);
  });

  test('is the scope that the constructor is given', () => {
    expect(checkedScope(stack, 'X', LogfireProject)).toBe(stack);
    expect(() => checkedScope(newApp() as never, 'X', LogfireProject)).toThrow('LogfireProject: scope must be a stack or a construct in one, got an App; create a TerraformStack first');
  });

  test('is in a stack of the same framework, where the construct is of another copy of constructs', () => {
    class Stack extends TerraformStack {}
    Object.defineProperty(Stack, Symbol.for('jsii.rtti'), { value: { fqn: `${OTHER_FRAMEWORK}.TerraformStack` } });
    const { node } = new Construct(new Stack(newApp(), 'app'), 'Shop');
    const foreign = Object.create({ [Symbol.for('constructs.Construct')]: true }, { node: { value: node } }) as Construct;
    expect(() => checkedScope(foreign, 'X', LogfireProject)).toThrow(
      `app/Shop: the app must be one of ${FRAMEWORK} to use ${FRAMEWORK}-logfire, got one of ${OTHER_FRAMEWORK}`,
    );
  });

  test('begins the text of a call that creates nothing there', () => {
    expect(told('LogfireProject.fromProjectId', [stack, 'X'])).toContain('app/X: projectId must be');
    expect(told('LogfireReview.writeFor', [stack, 5])).toContain('app: ');
  });
});

test('a method of the program may not be async', () => {
  const done = (result: unknown) => () => checkDone(project, 'sink.store', result);
  expect(done(Promise.resolve())).toThrow('app/Shop: sink.store must do its work before it returns, got a promise; make it a method that is not async [logfire:method-promise]');
  for (const result of [undefined, null, 5, {}, { then: 1 }]) {
    expect(done(result)).not.toThrow();
  }
});

test('the props of a struct are taken from an object that has more', () => {
  class Own {
    public readonly mine = 1;
    public get projectName(): string { return 'shop'; }
  }
  expect(propsOf('LogfireProjectProps', new Own())).toEqual({ projectName: 'shop' });
  expect(Object.keys(propsOf('LogfireProjectProps', { description: undefined, visibility: 'private' }))).toEqual(['visibility']);
  expect(propsOf('LogfireGatewayApiKeyProps', { project: 1, dailyLimitUsd: 2, keyName: 'x', warnBefore: 3, other: 4 })).toEqual({ project: 1, dailyLimitUsd: 2, keyName: 'x', warnBefore: 3 });
});

test('what is required in a prop is required, whether the prop is or not', () => {
  const required = (slo: object) => structProblem('AiMonitoringOptions', { slo }, false);
  expect(required({ llmProvider: null })).toMatchObject({ path: '.slo.llmProvider', isRequired: true });
  expect(required({ llmProvider: 'openai', targetPercent: null })).toMatchObject({ path: '.slo.targetPercent', isRequired: false });
  expect(required({})).toMatchObject({ path: '.slo.llmProvider', isRequired: true });
});

test('names are listed as a sentence does', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((names) => listed(names))).toEqual(['', 'a', 'a and b', 'a, b and c']);
  expect(listed(['a', 'b', 'c'], 'or')).toBe('a, b or c');
});
