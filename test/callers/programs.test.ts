import { App, Fn, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { World } from './samples';
import * as library from '../../src';
import { cleanUp } from '../synth';

/** The library without its types, as JavaScript sees it. */
const untyped = library as unknown as { readonly [name: string]: any };
const {
  AlertQuery, ApiScope, Delivery, Duration, LimitGatewaySpend, LogfireAlert, LogfireApiKey, LogfireChannel, LogfireEnvironment,
  LogfireGatewayApiKey, LogfireGatewayProvider, LogfirePolicies, LogfirePolicy, LogfireProject, LogfireProvider, LogfireReadToken,
  LogfireRotatingWriteToken, LogfireSchedule, LogfireSlo, LogfireWriteToken, ProjectVisibility, RecordFilter, RequireRunbook,
  ScheduleWindow, SecretValue, Sli, SloRouting, Timezone, TokenExpiry, TokenRotation, VaultKvSink,
} = untyped;

const UUID = '00000000-0000-4000-8000-000000000001';
type Program = (stack: TerraformStack, project: any, world: World) => unknown;
const project = (props: unknown): Program => (stack) => new LogfireProject(stack, 'Shop', props);
const token = (options: unknown): Program => (_, shop) => shop.addWriteToken('Token', options);
const alert = (props: object): Program => (stack, shop) => new LogfireAlert(stack, 'Alert', { project: shop, query: 'SELECT 1', ...props });
const provider = (props: object): Program => (stack) => new LogfireProvider(stack, 'Other', { alias: 'other', ...props });

/** Programs that only a compiler stops, and what they get without one. */
const WRONG: readonly (readonly [name: string, error: string, program: Program])[] = [
  ['no arguments', 'LogfireProject: scope must be a construct, got nothing', () => new LogfireProject()],
  ['a string for a scope', 'LogfireProject: scope must be a construct, got "app"', () => new LogfireProject('app', 'Shop')],
  ['an app for a scope', 'LogfireProject: scope must be a stack or a construct in one, got an App', (stack) => new LogfireProject(stack.node.root, 'Shop')],
  ['no id', 'app: id must be a string that is not blank and is known at synth, got nothing', (stack) => new LogfireProject(stack)],
  ['props for an id', 'app: id must be a string', (stack) => new LogfireProject(stack, { projectName: 'shop' })],
  ['a blank id', 'app: id must be a string', (stack) => new LogfireProject(stack, ' ')],
  ['an id that Terraform computes', 'app: id must be a string', (stack) => new LogfireProject(stack, Fn.upper('shop'))],
  ['a scope for a factory that is none', 'LogfireProject.fromProjectId: scope must be a construct', () => LogfireProject.fromProjectId('app', 'Shop', UUID)],
  ['null for props', 'app/Shop: props must be an object with props, got null; leave it out', project(null)],
  ['a string for props', 'app/Shop: props must be an object with props, got "shop"', project('shop')],
  ['a function for props', 'app/Shop: props must be an object with props, got a function', project(() => ({}))],
  ['a promise for props', 'got a promise, for which you must await', project(Promise.resolve({}))],
  ['a map for props', 'props must be an object with props, got a Map', project(new Map([['projectName', 'shop']]))],
  ['a construct for props', 'props must be an object with props, got a LogfireProject', (stack, shop) => new LogfireProject(stack, 'Shop', shop)],
  ['a value for props', 'options must be an object with props, got a TokenExpiry', (_, shop) => shop.addWriteToken('Token', TokenExpiry.never('test'))],
  ['no props', 'app/Token: props must be an object with project, got nothing', (stack) => new LogfireWriteToken(stack, 'Token')],
  ['props without what is required', 'app/Token: project must be a Logfire project, got nothing', (stack) => new LogfireWriteToken(stack, 'Token', {})],
  ['the name of the binding', 'app/Shop: name is not a prop of LogfireProjectProps; did you mean projectName?', project({ name: 'shop' })],
  ['the name of Python', 'project_name is not a prop of LogfireProjectProps; did you mean projectName?', project({ project_name: 'shop' })],
  ['a slip', 'projctName is not a prop of LogfireProjectProps; did you mean projectName?', project({ projctName: 'shop' })],
  ['the attribute of Terraform', 'expires_at is not a prop of TokenOptions; did you mean expiry?', token({ expires_at: '2099-01-01T00:00:00Z' })],
  ['a name without its unit', 'dailyLimit is not a prop of LogfireGatewayApiKeyProps; did you mean dailyLimitUsd?', (stack, shop) => new LogfireGatewayApiKey(stack, 'Key', { project: shop, dailyLimit: 5 })],
  ['a name without its unit, inside', 'app/Key: gateway.dailyLimit is not a prop of GatewayLimits; did you mean dailyLimitUsd?', (stack, shop) => (
    new LogfireApiKey(stack, 'Key', { project: shop, scopes: [ApiScope.PROJECT_GATEWAY_PROXY], gateway: { dailyLimit: 5 } }))],
  ['a prop that does not exist', 'tags is not a prop of LogfireProjectProps; remove it, or use one of deletionProtection', project({ tags: {} })],
  ['a prop of another construct', 'importFrom is not a prop of TokenOptions', token({ importFrom: 'id' })],
  ['null for a prop', 'expiry must be a TokenExpiry, got null; leave it out, or pass TokenExpiry.after(…)', token({ expiry: null })],
  ['a symbol', 'projectName must be a string, got a symbol', project({ projectName: Symbol('shop') })],
  ['a bigint', 'Duration.days: amount must be a number, got the bigint 5n', () => Duration.days(5n)],
  ['a number in quotes', 'Duration.days: amount must be a number, got "5"; pass a number without quotes', () => Duration.days('5')],
  ['a boolean in quotes', 'deletionProtection must be true or false, got "false"', project({ deletionProtection: 'false' })],
  ['a number for a boolean', 'deletionProtection must be true or false, got 0', project({ deletionProtection: 0 })],
  ['the name of a member of an enum', 'visibility must be one of public, private, got "PRIVATE"', project({ visibility: 'PRIVATE' })],
  ['an enum', 'visibility must be one of public, private, got an object', project({ visibility: ProjectVisibility })],
  ['a getter that throws', 'projectName must be a string, got a getter that throws', project({ get projectName() { throw new Error('no'); } })],
  ['a proxy that throws', 'props must be an object that can be read', project(new Proxy({}, { ownKeys: () => { throw new Error('no'); } }))],
  ['an import of something else', 'importFrom must be a ProjectImportId, got an AlertImportId', project({ importFrom: untyped.AlertImportId.byName('shop', 'errors') })],
  ['a class for an object', 'provider must be a TerraformProvider, got the class LogfireProvider; create an object with new LogfireProvider(…)', project({ provider: LogfireProvider })],
  ['one for a list', 'dependsOn must be a list, got a LogfireProject', (stack, shop) => new LogfireProject(stack, 'Shop', { dependsOn: shop })],
  ['a list of addresses', 'dependsOn[0] must be a construct with a Terraform address, got "logfire_project.shop"', project({ dependsOn: ['logfire_project.shop'] })],
  ['a set for a list', 'scopes must be a list, got a Set', (stack) => new LogfireApiKey(stack, 'Key', { scopes: new Set([ApiScope.ORGANIZATION_READ]) })],
  ['a list with a hole', 'scopes[1] must be an ApiScope, got nothing', (stack) => new LogfireApiKey(stack, 'Key', { scopes: [ApiScope.ORGANIZATION_READ, undefined] })],
  ['scopes as strings', 'scopes[0] must be an ApiScope, got "organization:read"; pass ApiScope.of(…)', (stack) => new LogfireApiKey(stack, 'Key', { scopes: ['organization:read'] })],
  ['an expiration as a string', 'app/Project: expiry must be a TokenExpiry, got "2099-01-01T00:00:00Z"', token({ expiry: '2099-01-01T00:00:00Z' })],
  ['an expiration as a date', 'expiry must be a TokenExpiry, got a Date', token({ expiry: new Date(0) })],
  ['an expiration as an object', 'expiry must be a TokenExpiry, got an object', token({ expiry: { kind: 'never' } })],
  ['a factory that was not called', 'expiry must be a TokenExpiry, got a function', token({ expiry: TokenExpiry.never })],
  ['a private constructor', 'expiry must be a TokenExpiry from one of its factories', token({ expiry: new TokenExpiry() })],
  ['a private constructor with a kind', 'expiry must come from a factory of TokenExpiry', token({ expiry: new TokenExpiry('after') })],
  ['a private constructor of a rotation', 'rotation must come from a factory of TokenRotation', token({ rotation: new TokenRotation('every') })],
  ['a rotation in days', 'rotation must be a TokenRotation, got 30', token({ rotation: 30 })],
  ['a secret in plain text', 'app/Other: apiKey must be a SecretValue, got a string; pass SecretValue.fromVariable(…)', provider({ apiKey: 'not-a-real-key' })],
  ['a secret as a number', 'SecretValue.unsafePlainText: text must be a string, got a number', () => SecretValue.unsafePlainText(123456)],
  ['a variable by its name', 'SecretValue.fromVariable: variable must be a TerraformVariable, got a string', () => SecretValue.fromVariable('key')],
  ['a header in plain text', 'customHeaders["X-A"] must be a SecretValue, got a string', provider({ customHeaders: { 'X-A': 'text' } })],
  ['headers as a map', 'customHeaders must be a map, got a Map', provider({ customHeaders: new Map() })],
  ['an alias that is set later', 'app/Other: alias must be a string, got a list', (stack) => { new LogfireProvider(stack, 'Other', { alias: 'other' }).alias = ['other']; }],
  ['a project by its id', 'project must be a Logfire project, got "shop"; pass a LogfireProject, or LogfireProject.fromProjectId(…) for an existing one', (stack) => new LogfireWriteToken(stack, 'Token', { project: 'shop' })],
  ['an object with an id', 'project must be a Logfire project, got an object', (stack) => new LogfireWriteToken(stack, 'Token', { project: { projectId: UUID } })],
  ['a stack for a project', 'project must be a Logfire project, got a TerraformStack', (stack) => new LogfireWriteToken(stack, 'Token', { project: stack })],
  ['a project of the program without an id', 'project.projectId must be a string, got 5', (stack) => new LogfireWriteToken(stack, 'Token', { project: Object.assign(new Construct(stack, 'Mine'), { projectId: 5 }) })],
  ['a credential for another purpose', 'token must be a credential for programs that send telemetry, got a LogfireReadToken', (_, shop) => LogfireEnvironment.forToken(shop.addReadToken('Token'))],
  ['a channel for a delivery', 'notify[0] must be a Delivery, got an ExistingChannel; pass Delivery.to(…)', (stack, shop) => alert({ notify: [LogfireChannel.fromChannelId(stack, 'Channel', UUID)] })(stack, shop, undefined as never)],
  ['a frequency as a string', 'frequency must be a Duration, got "5m"', alert({ frequency: '5m' })],
  ['an environment for a list', 'environments must be a list, got "production"', alert({ environments: 'production' })],
  ['a query where its SQL belongs', 'query must be a string, got an AlertQuery; pass its sql', alert({ query: AlertQuery.silence({ filter: RecordFilter.all() }) })],
  ['a filter where its SQL belongs', 'condition must be a string, got a RecordFilter; pass its sql', () => RecordFilter.fromSql(RecordFilter.all())],
  ['nothing where a project has to be', 'project must be a Logfire project, got null; pass a LogfireProject, or', (stack) => new LogfireWriteToken(stack, 'Token', { project: null })],
  ['a query as a list', 'query must be a string, got a list', alert({ query: ['SELECT 1'] })],
  ['a schedule that a delivery ignores', 'the call must have at most 1 argument, got 2', (stack) => (
    Delivery.to(LogfireChannel.fromChannelId(stack, 'Channel', UUID), LogfireSchedule.fromScheduleId(stack, 'Schedule', UUID)))],
  ['options that a policy ignores', 'LimitGatewaySpend: the call must have no arguments, got 1', () => new LimitGatewaySpend({ maximum: 5 })],
  ['a policy that was not created', 'policies[0] must be a LogfirePolicy, got the class RequireRunbook; create an object with new RequireRunbook(…)', () => LogfirePolicies.of([RequireRunbook])],
  ['a policy that does not check', 'app: Empty must have a method check, got none', (stack) => new (class extends LogfirePolicy {} as any)('Empty').applyTo(stack)],
  ['a policy that is not done', 'Late.check must do its work before it returns, got a promise', (stack) => new (class extends LogfirePolicy { public async check() { /* later */ } } as any)('Late').applyTo(stack)],
  ['a secret store by its name', 'app/Project/Token: sink must be a secret store that programs read their credential from, got "vault"', (_, shop) => shop.addWriteToken('Token').storeIn('vault')],
  ['a secret store that is not whole', 'sink must be a secret store', (_, shop) => shop.addWriteToken('Token').storeIn({ kind: 'mine' })],
  ['a secret store with a wrong kind', 'app/Project/Token: sink.kind must be a string, got 5', (_, shop) => shop.addWriteToken('Token').storeIn({ kind: 5, store: () => undefined })],
  ['a secret store that is not done', 'sink.store must do its work before it returns, got a promise', (_, shop) => shop.addWriteToken('Token').storeIn({ kind: 'mine', store: async () => undefined })],
  ['a secret store that was not created', 'sink must be a secret store that programs read their credential from, got the class VaultKvSink', (_, shop) => shop.addWriteToken('Token').storeIn(VaultKvSink)],
  ['a method without its object', 'addWriteToken: the method must be called on its object', (_, shop) => { const { addWriteToken } = shop; addWriteToken('Token'); }],
  ['days by their names', 'days[0] must be one of MONDAY, TUESDAY', () => ScheduleWindow.allDay(['MONDAY'])],
  ['a time zone by its name', 'timezone must be a Timezone, got "Europe/Berlin"; pass Timezone.of(…)', (stack) => LogfireSchedule.officeHours(stack, 'Hours', { timezone: 'Europe/Berlin' })],
  ['the time zone where the props are', 'props must be an object with', (stack) => LogfireSchedule.officeHours(stack, 'Hours', Timezone.UTC)],
  ['queries in two arguments', 'Sli.ratio: queries must be an object with badQuery and totalQuery, got "SELECT 1"', () => Sli.ratio('SELECT 1', 'SELECT 2')],
  ['one delivery for a list', 'SloRouting.bySeverity: page must be a list, got nothing', () => SloRouting.bySeverity({})],
  ['a scope by its name', 'sloScope must be a SloScope', (stack, shop) => new LogfireSlo(stack, 'Slo', { project: shop, sli: Sli.availability(), sloScope: 'shop', targetPercent: 99 })],
  ['a target in quotes', 'targetPercent must be a number, got "99"', (stack, shop) => new LogfireSlo(stack, 'Slo', { project: shop, sli: Sli.availability(), sloScope: library.SloScope.service('shop'), targetPercent: '99' })],
  ['a vendor by its name', 'vendor must be a GatewayVendor, got "openai"', (stack, _, world) => new LogfireGatewayProvider(stack, 'Upstream', { vendor: 'openai', apiKey: world.secret() })],
];

/** Programs that look odd, and are right. */
const RIGHT: readonly (readonly [name: string, program: Program])[] = [
  ['props without a prototype', project(Object.assign(Object.create(null), { projectName: 'shop' }))],
  ['frozen props', project(Object.freeze({ projectName: 'shop' }))],
  ['an unknown prop without a value', project({ tags: undefined })],
  ['props that are an object of a class, with fields', project(new (class Props { public readonly projectName = 'shop'; })())],
  ['props that are an object of a class, with getters', (_, shop) => shop.addIngestKey('Key', new (class Options { public get keyName() { return 'mine'; } })())],
  ['a subclass with props of its own', (stack) => new (class Shop extends library.LogfireProject { public constructor(scope: Construct, id: string, props: any) { super(scope, id, props); } })(stack, 'Shop', { team: 'web' })],
  ['a subclass of what creates others', (stack, shop) => (
    new (class Mine extends LogfireRotatingWriteToken {} as any)(stack, 'Token', { team: 'web', project: shop, rotation: TokenRotation.manual(1) }))],
  ['a factory for each of a list', (stack) => alert({ notify: [LogfireChannel.fromChannelId(stack, 'Channel', UUID)].map(Delivery.to) })(stack, new LogfireProject(stack, 'Shop'), undefined as never)],
  ['an expression that is an object', project({ projectName: Fn.lookup({ a: 'shop' }, 'a', 'none'), description: Fn.lookup({ a: 'shop' }, 'a', 'none') })],
  ['a secret store of the program', (_, shop) => shop.addWriteToken('Token').storeIn({ kind: 'mine', store: () => undefined })],
  ['a project of the program', (stack) => new LogfireReadToken(stack, 'Token', { project: Object.assign(new Construct(stack, 'Mine'), { projectId: UUID }) })],
  ['a policy whose check is a field', (stack) => new (class extends LogfirePolicy { public readonly check = () => undefined; } as any)('Mine').applyTo(stack)],
];

function run(program: Program): void {
  const world = new World();
  program(world.stack, world.project, world);
  (world.stack.node.root as App).synth();
}

afterEach(cleanUp);

test.each(WRONG)('%s', (_, error, program) => {
  expect(() => run(program)).toThrow(expect.objectContaining({ name: 'LogfireError', message: expect.stringContaining(error) }) as Error);
});

test.each(RIGHT)('%s is accepted', (_, program) => {
  expect(() => run(program)).not.toThrow();
});

test('a class renamed by a bundler, and one of another copy of the library, are recognized by the name that jsii gave them', () => {
  const { stack, project: shop } = new World();
  const copied = class a {};
  Object.defineProperty(copied, Symbol.for('jsii.rtti'), { value: { fqn: 'cdktf-logfire.TokenRotation', version: '0.0.0' } });
  const rotation = Object.assign(Object.create(copied.prototype), { kind: 'manual', generation: 1 });
  expect(() => new LogfireRotatingWriteToken(stack, 'Token', { project: shop, rotation })).not.toThrow(/rotation must/);
});

test('an object of a class with another name is not', () => {
  const { stack, project: shop } = new World();
  const rotation = Object.assign(Object.create((class a {}).prototype), { kind: 'manual', generation: 1 });
  expect(() => new LogfireRotatingWriteToken(stack, 'Token', { project: shop, rotation })).toThrow('rotation must be a TokenRotation, got a a');
});
