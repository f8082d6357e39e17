import { TerraformStack, TerraformVariable } from 'cdktf';
import { LogfireProvider, LogfireSinkProvider, LogfireSinkProviderProps, SecretValue } from '../../src';
import { cleanUp, newApp, newStack, synth } from '../synth';

afterEach(cleanUp);

function provider(props: Partial<LogfireSinkProviderProps>, stack: TerraformStack = newStack()): LogfireSinkProvider {
  return new LogfireSinkProvider(stack, 'Store', { source: 'hashicorp/aws', ...props });
}

test.each([
  ['hashicorp/aws', 'aws', '~> 5.100'],
  ['hashicorp/vault', 'vault', '~> 5.6'],
  ['hashicorp/kubernetes', 'kubernetes', '~> 2.38'],
  ['integrations/github', 'github', '~> 6.9'],
  ['registry.example.com/acme/safe', 'safe', undefined],
])('%s is required as %s, %s', (source, name, version) => {
  const stack = newStack();
  provider({ source }, stack);
  const { terraform, provider: providers } = synth(stack);
  expect(terraform.required_providers[name]).toEqual({ source, ...version && { version } });
  expect(providers[name]).toEqual([{}]);
});

test('the configuration is written as it is given, with blocks, references and secrets', () => {
  const stack = newStack();
  const text = new TerraformVariable(stack, 'text', { type: 'string' }).stringValue;
  const secret = SecretValue.fromVariable(new TerraformVariable(stack, 'secret', { type: 'string', sensitive: true }));
  const made = provider({
    version: '>= 5, < 7',
    alias: 'other',
    configuration: {
      region: text,
      secret_key: secret,
      max_retries: 3,
      skip_metadata_api_check: true,
      profile: undefined,
      allowed_account_ids: ['111122223333'],
      default_tags: { tags: { 'CostCenter': '${shop}', 'a.b': 'c' } },
      assume_role: [{ role_arn: 'arn:aws:iam::111122223333:role/a' }],
    },
  }, stack);
  const { terraform, provider: providers } = synth(stack);
  expect(terraform.required_providers.aws.version).toBe('>= 5, < 7');
  expect(providers.aws).toEqual([{
    alias: 'other',
    region: '${var.text}',
    secret_key: '${sensitive(var.secret)}',
    max_retries: 3,
    skip_metadata_api_check: true,
    allowed_account_ids: ['111122223333'],
    default_tags: { tags: { 'CostCenter': '$${shop}', 'a.b': 'c' } },
    assume_role: [{ role_arn: 'arn:aws:iam::111122223333:role/a' }],
  }]);
  expect(made.alias).toBe('other');
});

test.each<[Partial<LogfireSinkProviderProps>, string]>([
  [{ source: 'https://registry.terraform.io/providers/hashicorp/aws' }, 'source must be the address of a provider'],
  [{ alias: 'a b' }, 'alias must be letters, digits, _ and -, beginning with a letter or _, got "a b"; leave it out if the stack has only one aws provider'],
  [{ configuration: { 'assume-role': {} } }, 'configuration.assume-role must be an argument of the provider, in lower-case letters, digits and _; write it as in the documentation of the provider'],
  [{ configuration: { ' region': 'a' } }, 'configuration. region must be an argument of the provider'],
  [{ configuration: { Region: 'a' } }, 'configuration.Region must be an argument of the provider'],
  [{ configuration: { '1a': 'a' } }, 'configuration.1a must be an argument of the provider'],
  [{ configuration: { version: '5' } }, 'configuration.version must be an argument of the provider, in lower-case letters, digits and _; pass version beside configuration'],
  [{ configuration: { alias: 'other' } }, 'configuration.alias must be an argument of the provider, in lower-case letters, digits and _; pass alias beside configuration'],
  [{ configuration: { token: 'example' } }, 'configuration.token must not be a literal secret, which is written in plain text; pass SecretValue.fromVariable with a sensitive variable, '
    + 'or leave it out and set the environment variable of the provider'],
  [{ configuration: { auth_login: [{ parameters: { secret_id: 'a', password: 'example' } }] } }, 'configuration.auth_login[0].parameters.password must not be a literal secret'],
  [{ configuration: { access_key: `AKIA${'EXAMPLE0'.repeat(2)}` } }, 'configuration.access_key must not be a literal secret'],
  [{ configuration: { region: null } }, 'configuration.region must be a string, a number, a boolean, a list, a map or a SecretValue, got null; pass one of these'],
  [{ configuration: { region: () => 'a' } }, 'configuration.region must be a string'],
  [{ configuration: { max_retries: NaN } }, 'configuration.max_retries must be a string, a number'],
  [{ configuration: { expires: new Date(0) } }, 'configuration.expires must be a string, a number'],
])('%j fails', (props, message) => {
  expect(() => provider(props)).toThrow(`app/Store: ${message}`);
});

test.each(['token', 'auth_token', 'password', 'client_secret', 'secret_key', 'private_key', 'client_key', 'pem_file'])('the argument %s must not be a literal', (name) => {
  expect(() => provider({ configuration: { [name]: 'example' } })).toThrow(`app/Store: configuration.${name} must not be a literal secret`);
  const stack = newStack();
  expect(() => provider({ configuration: { [name]: new TerraformVariable(stack, 'secret', { sensitive: true }).stringValue } }, stack)).not.toThrow();
  expect(() => provider({ configuration: { [name]: '' } })).not.toThrow();
});

test.each(['token_url', 'mytoken', 'passwords', 'secret_backend', 'key_file'])('the argument %s may be a literal', (name) => {
  expect(() => provider({ configuration: { [name]: 'example' } })).not.toThrow();
});

test('a number may be known only at apply', () => {
  const stack = newStack();
  provider({ configuration: { max_retries: new TerraformVariable(stack, 'retries', { type: 'number' }).numberValue } }, stack);
  expect(synth(stack).provider.aws).toEqual([{ max_retries: '${var.retries}' }]);
});

test('props are required', () => {
  expect(() => new LogfireSinkProvider(newStack(), 'Store', undefined as unknown as LogfireSinkProviderProps)).toThrow('app/Store: props must be');
});

test('a wrong alias fails also when it is set later', () => {
  const made = provider({});
  made.alias = 'fine';
  expect(() => (made.alias = '1')).toThrow('app/Store: alias must be letters');
  expect(made.alias).toBe('fine');
});

test('two default configurations of one provider are an error', () => {
  const stack = new TerraformStack(newApp(), 'app');
  new LogfireProvider(stack, 'Logfire');
  ['One', 'Two'].forEach((id) => new LogfireSinkProvider(stack, id, { source: 'hashicorp/aws' }));
  expect(() => synth(stack)).toThrow(/app\/(One|Two)/);
});
