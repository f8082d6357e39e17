import { Lazy, TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import { PlanMistake, SynthMistake } from './mistake';
import {
  Duration, l1, LogfireAlert, LogfirePolicies,
  LogfireProject, LogfireProjectWithToken, LogfireProvider, LogfireProviderProps, LogfireRegion, LogfireRotatingWriteToken,
  LogfireWriteToken, ProjectImportId, ProjectVisibility, SecretValue, TerraformExpression, TokenExpiry, TokenOptions, TokenRotation,
} from '../../src';

const plain = (text: string) => SecretValue.unsafePlainText(text);
const provider = (props: LogfireProviderProps) => (stack: TerraformStack) => new LogfireProvider(stack, 'Other', { alias: 'other', ...props });
const token = (options: TokenOptions) => (stack: TerraformStack) => new LogfireProject(stack, 'Shop').addWriteToken('Token', options);
const description = (text: string) => (stack: TerraformStack) => new LogfireProject(stack, 'Shop', { description: text });
const name = (projectName: string) => (stack: TerraformStack) => new LogfireProject(stack, 'Shop', { projectName });

export const FOUNDATION: readonly SynthMistake[] = [
  {
    name: 'a token that lives until 2099',
    error: 'it expires at 2099-12-31T00:00:00Z, later than 2040-01-01T00:00:00Z, which counts as never',
    build: (stack) => {
      token({ expiry: TokenExpiry.at('2099-12-31T00:00:00Z') })(stack);
      LogfirePolicies.recommended().applyTo(stack.node.root);
    },
  },
  {
    name: 'a rule left out without a reason',
    error: 'reason must not be blank',
    build: (stack) => LogfirePolicies.suppress(stack, 'RequireTokenExpiry', ''),
  },
  {
    name: 'a secret as the default of a variable',
    error: 'must not have a default',
    build: (stack) => SecretValue.fromVariable(new TerraformVariable(stack, 'key', { sensitive: true, default: 'not-real' })),
  },
  { name: 'a name in capitals', error: 'projectName must be', build: name('Shop') },
  { name: 'a name with an underscore', error: 'projectName must be', build: name('web_shop') },
  { name: 'a name of one letter', error: 'projectName must be', build: name('s') },
  { name: 'an endless name', error: 'projectName must be', build: name('s'.repeat(51)) },
  { name: 'a name twice', error: 'is taken by', build: (stack) => [new LogfireProject(stack, 'A', { projectName: 's1' }), new LogfireProject(stack, 'B', { projectName: 's1' })] },
  { name: 'ids that give one name', error: 'is taken by', build: (stack) => [new LogfireProject(stack, 'WebShop'), new LogfireProject(stack, 'web-shop')] },
  { name: 'an endless description', error: 'description must be at most 500', build: (stack) => new LogfireProject(stack, 'Shop', { description: 'x'.repeat(501) }) },
  {
    name: 'names that differ only for Terraform',
    error: 'is taken by',
    build: (stack) => {
      const project = new LogfireProject(stack, 'Shop');
      ['${a}', Lazy.stringValue({ produce: () => '${a}' })].forEach((alertName, index) => {
        new LogfireAlert(stack, `Alert${index}`, { project, alertName, query: 'SELECT trace_id FROM records WHERE is_exception' });
      });
    },
  },
  { name: 'a name with a template in it', error: 'projectName must be', build: name('shop-${stage}') },
  { name: 'a description that is too long for Logfire, not for Terraform', error: 'got 501', build: description('${a}' + 'x'.repeat(497)) },
  { name: 'an expression in its braces', error: 'without ${ and } around it', build: () => TerraformExpression.raw('${var.stage}') },
  { name: 'an expression without its end', error: 'without its last )', build: () => TerraformExpression.raw('upper(var.stage') },
  { name: 'an expression with too many ends', error: 'with a ) too many', build: () => TerraformExpression.raw('upper(var.stage))') },
  { name: 'an expression that never closes its string', error: 'without its last "', build: () => TerraformExpression.raw('"shop-') },
  { name: 'an expression that hides the rest', error: 'must not have a comment', build: () => TerraformExpression.raw('var.stage # for now') },
  { name: 'no expression', error: 'got a blank string', build: () => TerraformExpression.raw(' ') },
  {
    name: 'a token in an output that shows',
    error: 'app/leak: sensitive must be true',
    build: (stack) => new TerraformOutput(stack, 'leak', { value: new LogfireProject(stack, 'S').addWriteToken('T').tokenValue }),
  },
  { name: 'an invented visibility', error: 'visibility must be one of', build: (stack) => new LogfireProject(stack, 'S', { visibility: 'secret' as ProjectVisibility }) },
  { name: 'an import by a name with a slash', error: 'importFrom must be', build: (stack) => new LogfireProject(stack, 'S', { importFrom: ProjectImportId.byName('acme', 'a/b') }) },
  { name: 'an import by a blank name', error: 'importFrom must be', build: (stack) => new LogfireProject(stack, 'S', { importFrom: ProjectImportId.byId(' ') }) },
  { name: 'a blank project id', error: 'projectId must be the UUID', build: (stack) => LogfireProject.fromProjectId(stack, 'S', '') },

  { name: 'an end without a time', error: 'expiry must be an RFC 3339 timestamp', build: token({ expiry: TokenExpiry.at('2027-03-31') }) },
  { name: 'an end on a day that is none', error: 'expiry must be an RFC 3339 timestamp', build: token({ expiry: TokenExpiry.at('2027-02-30T00:00:00Z') }) },
  { name: 'an end without a zone', error: 'expiry must be an RFC 3339 timestamp', build: token({ expiry: TokenExpiry.at('2027-03-31T00:00:00') }) },
  { name: 'a blank end', error: 'expiry must be an RFC 3339 timestamp', build: token({ expiry: TokenExpiry.at('') }) },
  { name: 'a lifetime of nothing', error: 'expiry must be longer than zero', build: token({ expiry: TokenExpiry.after(Duration.days(0)) }) },
  { name: 'a negative lifetime', error: 'expiry must be longer than zero', build: token({ expiry: TokenExpiry.after(Duration.hours(-1)) }) },
  { name: 'half a day', error: 'Duration.days must be given a whole number', build: () => Duration.days(0.5) },
  { name: 'no number', error: 'Duration.hours must be given a whole number', build: () => Duration.hours(NaN) },
  { name: 'a blank reason for no end', error: 'must have a reason', build: token({ expiry: TokenExpiry.never(' ') }) },
  { name: 'a warning as long as the life', error: 'warnBefore must be shorter', build: token({ expiry: TokenExpiry.after(Duration.days(7)), warnBefore: Duration.days(7) }) },
  { name: 'a warning of nothing', error: 'warnBefore must be longer than zero', build: token({ warnBefore: Duration.days(0) }) },
  { name: 'a rotation that comes after the end', error: 'expiry must cover the rotation period', build: token({ rotation: TokenRotation.every(Duration.days(400)) }) },
  { name: 'a rotation by the hour', error: 'rotation must have a period of whole days', build: token({ rotation: TokenRotation.every(Duration.hours(12)) }) },
  { name: 'a rotation of nothing', error: 'rotation must have a period of whole days', build: token({ rotation: TokenRotation.every(Duration.days(0)) }) },
  { name: 'half a generation', error: 'rotation must have a whole number', build: token({ rotation: TokenRotation.manual(1.5) }) },
  { name: 'a negative generation', error: 'rotation must have a whole number', build: token({ rotation: TokenRotation.manual(-1) }) },
  {
    name: 'two tokens whose life is too short to take turns',
    error: 'expiry must cover two rotation periods',
    build: (stack) => new LogfireRotatingWriteToken(stack, 'T', { project: new LogfireProject(stack, 'S'), rotation: TokenRotation.every(Duration.days(200)) }),
  },
  {
    name: 'two tokens that end at one instant',
    error: 'both would expire at the same instant',
    build: (stack) => new LogfireRotatingWriteToken(stack, 'T', {
      project: new LogfireProject(stack, 'S'), rotation: TokenRotation.manual(1), expiry: TokenExpiry.at('2199-01-01T00:00:00Z'),
    }),
  },
  {
    name: 'a token imported through the binding',
    error: 'cannot be imported',
    build: (stack) => {
      (new LogfireProject(stack, 'S').addWriteToken('T').resource as unknown as { _imported: object })._imported = { id: 'some-id' };
    },
  },

  { name: 'an empty key', error: 'apiKey must not be empty', build: provider({ apiKey: plain('') }) },
  { name: 'a key for another region', error: 'apiKey must be a key of region', build: provider({ apiKey: plain('pylf_v1_us_notreal'), region: LogfireRegion.EU }) },
  { name: 'a literal as an attribute', error: 'got a literal through SecretValue.fromAttribute', build: provider({ apiKey: SecretValue.fromAttribute('not-real') }) },
  { name: 'a secret in a variable that shows', error: 'must be sensitive', build: (stack) => SecretValue.fromVariable(new TerraformVariable(stack, 'v', {})) },
  { name: 'a region and an address', error: 'region must not be combined with baseUrl', build: provider({ region: LogfireRegion.EU, baseUrl: 'https://logfire.example.com' }) },
  { name: 'an invented region', error: 'region must be one of us, eu', build: provider({ region: 'asia' as LogfireRegion }) },
  { name: 'an address with a path', error: 'remove everything after the host', build: provider({ baseUrl: 'https://logfire.example.com/api' }) },
  { name: 'an address without a scheme', error: 'baseUrl must be the scheme and host', build: provider({ baseUrl: 'logfire.example.com' }) },
  { name: 'an address with a password', error: 'got one with a user or password', build: provider({ baseUrl: 'https://a:b@logfire.example.com' }) },
  { name: 'a header that the provider sets', error: 'must not be a header that the provider sets itself', build: provider({ customHeaders: { Authorization: plain('x') } }) },
  { name: 'a header that is none', error: 'must be the name of an HTTP header', build: provider({ customHeaders: { 'a b': plain('x') } }) },
  { name: 'a header with a line break', error: 'must not contain control characters', build: provider({ customHeaders: { 'X-A': plain('a\nb') } }) },
  { name: 'a header twice', error: 'must not repeat the header', build: provider({ customHeaders: { 'X-A': plain('a'), 'x-a': plain('b') } }) },
  { name: 'an alias with a blank', error: 'alias must be', build: provider({ alias: 'a b' }) },
  { name: 'two providers without alias', error: 'already has a Logfire provider without an alias', build: (stack) => new LogfireProvider(stack, 'Again') },
  { name: 'no provider', error: 'but no Logfire provider', build: (_, app) => new LogfireProject(new TerraformStack(app, 'bare'), 'S') },
  { name: 'no provider for a binding', error: 'but no Logfire provider', build: (_, app) => new l1.Project(new TerraformStack(app, 'bare'), 'S', { name: 'shop' }) },

  { name: 'an output named by a number', error: 'outputName must be', build: (stack) => new LogfireProjectWithToken(stack, 'S', { outputName: '1st' }) },
  { name: 'an output name twice', error: 'is taken by', build: (stack) => [new LogfireProjectWithToken(stack, 'S'), new TerraformOutput(stack, 's_token', { value: 'x' })] },
  { name: 'telemetry sent to a path', error: 'otlpEndpoint must be', build: (stack) => new LogfireProjectWithToken(stack, 'S', { otlpEndpoint: 'https://c.example.com/v1' }) },
  { name: 'a stored token that is empty', error: 'token must not be empty', build: (stack) => LogfireWriteToken.fromSecret(stack, 'T', plain('')) },
];

/** What only Terraform knows. */
export const FOUNDATION_AT_PLAN: readonly PlanMistake[] = [
  {
    name: 'a variable that gives an illegal name',
    error: 'name',
    environment: { TF_VAR_name: 'Shop' },
    build: (stack) => new LogfireProject(stack, 'S', { projectName: new TerraformVariable(stack, 'name', { type: 'string' }).stringValue }),
  },
];
