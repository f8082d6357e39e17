import { App, Fn, TerraformLocal, TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import { LogfireProject, LogfireProjectWithToken, LogfireWriteToken } from '../../src';
import { cleanUp, newApp, newStack, synth } from '../synth';

afterEach(cleanUp);

const token = (stack: TerraformStack): LogfireWriteToken => LogfireProject.fromProjectId(stack, 'Shop', '00000000-0000-4000-8000-000000000001').addWriteToken('Token');
const output = (stack: TerraformStack, value: unknown, sensitive?: boolean) => new TerraformOutput(stack, 'out', { value, sensitive });

const SECRETS: readonly (readonly [name: string, value: (stack: TerraformStack) => unknown])[] = [
  ['a token', (stack) => token(stack).tokenValue],
  ['the attribute of a token', (stack) => token(stack).resource.token],
  ['a text with a token', (stack) => `Bearer ${token(stack).resource.token}`],
  ['a token in an object', (stack) => ({ url: 'https://logfire.example.com', auth: [token(stack).resource.token] })],
  ['a token through a function', (stack) => Fn.jsonencode({ token: token(stack).resource.token })],
  ['a token through a local', (stack) => new TerraformLocal(stack, 'auth', { token: token(stack).resource.token }).expression],
  ['a sensitive variable', (stack) => new TerraformVariable(stack, 'key', { sensitive: true }).stringValue],
  ['the environment of a program', (stack) => new LogfireProjectWithToken(stack, 'WithToken').otlpEnvironment],
];

describe('an output that Terraform rejects is rejected at synth', () => {
  test.each(SECRETS)('%s', (_, value) => {
    const stack = newStack();
    output(stack, value(stack));
    expect(() => synth(stack)).toThrow('app/out: sensitive must be true, because the value contains a secret, and Terraform rejects the plan otherwise; '
      + 'create the output with sensitive: true [logfire:secret-output]');
  });

  test.each(SECRETS)('and passes when it is sensitive: %s', (_, value) => {
    const stack = newStack();
    output(stack, value(stack), true);
    expect(synth(stack).output.out.sensitive).toBe(true);
  });

  test('also with a token of another stack', () => {
    const app = newApp();
    const { tokenValue } = token(newStack(app, 'tokens'));
    output(newStack(app), tokenValue);
    expect(() => app.synth()).toThrow('app/out: sensitive must be true');
  });

  test.each<readonly [name: string, change: (stack: TerraformStack, out: TerraformOutput) => void]>([
    ['an override that shows it', (_, out) => out.addOverride('sensitive', false)],
    ['an override of the stack', (stack) => stack.addOverride('output.out.sensitive', false)],
  ])('also after %s', (_, change) => {
    const stack = newStack();
    change(stack, output(stack, token(stack).tokenValue, true));
    expect(() => synth(stack)).toThrow('app/out: sensitive must be true');
  });
});

describe('an output that Terraform accepts passes', () => {
  test.each<readonly [name: string, change: (stack: TerraformStack, out: TerraformOutput) => void]>([
    ['an override that hides it', (_, out) => out.addOverride('sensitive', true)],
    ['an override of the stack that hides it', (stack) => stack.addOverride('output.out.sensitive', true)],
    ['an override of something else', (_, out) => out.addOverride('description', 'a secret')],
  ])('with %s', (name, change) => {
    const stack = newStack();
    change(stack, output(stack, token(stack).tokenValue, name.endsWith('else')));
    expect(synth(stack).output.out.sensitive).toBe(true);
  });

  test.each<readonly [name: string, value: (stack: TerraformStack) => unknown]>([
    ['the end of a token', (stack) => token(stack).resource.expiresAt],
    ['the id of a token', (stack) => token(stack).resource.id],
    ['a token that is shown on purpose', (stack) => Fn.nonsensitive(token(stack).resource.token)],
    ['one that is shown on purpose in a local', (stack) => new TerraformLocal(stack, 'shown', Fn.nonsensitive(token(stack).resource.token)).asString],
    ['the endpoint, which tells the region', (stack) => token(stack).ingestEndpoint],
    ['a variable', (stack) => new TerraformVariable(stack, 'name', {}).stringValue],
    ['the word in a text', () => 'see sensitive(...) and logfire_write_token.shop.token'],
    ['the environment without its secrets', (stack) => new LogfireProjectWithToken(stack, 'WithToken').otlpEnvironment.OTEL_EXPORTER_OTLP_ENDPOINT],
  ])('%s', (_, value) => {
    const stack = newStack();
    output(stack, value(stack));
    expect(() => (stack.node.root as App).synth()).not.toThrow();
  });
});
