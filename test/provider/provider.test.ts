import { TerraformLocal, TerraformResource, TerraformStack, TerraformVariable } from 'cdktf';
import {
  ApiScope, l1, LogfireApiKey, LogfirePagerDutyService, LogfireProject, LogfireProvider, LogfireProviderProps, LogfireRegion, SecretValue,
  TerraformExpression,
} from '../../src';
import { cleanUp, newApp, synth, TerraformJson, warnings } from '../synth';

const SECRET = 'not-a-real-secret';

afterEach(cleanUp);

function newEmptyStack(): TerraformStack {
  return new TerraformStack(newApp(), 'app');
}

function provider(props?: LogfireProviderProps): TerraformJson {
  const stack = newEmptyStack();
  new LogfireProvider(stack, 'Logfire', props);
  return synth(stack).provider.logfire[0];
}

function warningsOf(props: LogfireProviderProps): string[] {
  const stack = newEmptyStack();
  new LogfireProvider(stack, 'Logfire', props);
  return warnings(stack);
}

function failure(props: LogfireProviderProps): () => void {
  return () => new LogfireProvider(newEmptyStack(), 'Logfire', props);
}

const plain = (text: string) => SecretValue.unsafePlainText(text);

describe('LogfireProvider', () => {
  test('writes nothing by default: key and address come from the environment', () => {
    expect(provider()).toEqual({});
  });

  test('asks for the 0.2 line of pydantic/logfire, as the bindings do', () => {
    const stack = newEmptyStack();
    const own = new LogfireProvider(stack, 'Logfire');
    const generated = new l1.LogfireProvider(stack, 'Generated', { alias: 'generated' });
    expect(synth(stack).terraform.required_providers).toEqual({ logfire: { source: 'pydantic/logfire', version: '~> 0.2' } });
    expect(own.terraformGeneratorMetadata).toEqual(generated.terraformGeneratorMetadata);
    expect(own.terraformProviderSource).toBe(generated.terraformProviderSource);
  });

  test.each([[LogfireRegion.EU, 'https://logfire-eu.pydantic.dev'], [LogfireRegion.US, 'https://logfire-us.pydantic.dev']])('region %s is %s', (region, url) => {
    expect(provider({ region })).toEqual({ base_url: url });
  });

  test('several providers of a stack have aliases', () => {
    const stack = newEmptyStack();
    new LogfireProvider(stack, 'Logfire');
    const other = new LogfireProvider(stack, 'Other', { alias: 'other', region: LogfireRegion.EU });
    new LogfireProject(stack, 'Shop', { provider: other });
    const json = synth(stack);
    expect(json.provider.logfire).toEqual([{}, { alias: 'other', base_url: 'https://logfire-eu.pydantic.dev' }]);
    expect(Object.values<TerraformJson>(json.resource.logfire_project)[0].provider).toBe('logfire.other');
  });

  test.each(['1st', 'a b', '', 'a.b'])('fails for the alias %j', (alias) => {
    const text = `alias must be letters, digits, _ and -, beginning with a letter or _, got ${JSON.stringify(alias)}; leave it out if the stack has only one Logfire provider [logfire:provider-alias]`;
    expect(failure({ alias })).toThrow(`app/Logfire: ${text}`);
    const later = new LogfireProvider(newEmptyStack(), 'Logfire');
    expect(() => { later.alias = alias; }).toThrow(`app/Logfire: ${text}`);
    expect(later.alias).toBeUndefined();
  });
});

test('the alias can be set later, and removed', () => {
  const stack = newEmptyStack();
  const other = new LogfireProvider(stack, 'Other');
  other.alias = 'other';
  expect(synth(stack).provider.logfire).toEqual([{ alias: 'other' }]);
  other.alias = undefined;
  expect(synth(stack).provider.logfire).toEqual([{}]);
});

describe('apiKey', () => {
  test('fails when it is empty', () => {
    expect(failure({ apiKey: plain('') })).toThrow('app/Logfire: apiKey must not be empty; leave it out');
  });

  test('fails when it is for another region, without showing it', () => {
    const props = { apiKey: plain(`pylf_v1_us_${SECRET}`), region: LogfireRegion.EU };
    expect(failure(props)).toThrow('app/Logfire: apiKey must be a key of region "eu", got one of region "us"; use another key, or change region');
    expect(failure(props)).not.toThrow(SECRET);
  });

  test.each([`pylf_v1_eu_${SECRET}`, `pylf_v2_eu_0_${SECRET}`])('takes a key of the region', (key) => {
    expect(provider({ apiKey: plain(key), region: LogfireRegion.EU }).api_key).toBe(`\${sensitive("${key}")}`);
    expect(warningsOf({ apiKey: plain(key) })).toEqual([]);
  });

  test('fails when it is for a region that the service does not have', () => {
    expect(failure({ apiKey: plain(`pylf_v1_xx_${SECRET}`), region: LogfireRegion.EU })).toThrow(
      'app/Logfire: apiKey must be a key of region "eu", got one of another region; use another key, or change region [logfire:api-key-region]');
  });

  test.each(['pylf_v1_us', 'pylf_v1_', 'pylf_v2_us_x', 'xpylf_v1_us_x', 'pylf_v3_us_x', 'pylf_v1__x', 'xpylf_v2_us_0_x', 'pylf_v2_us__x'])('has no region in %s', (key) => {
    expect(warningsOf({ apiKey: plain(key) })).toHaveLength(1);
    expect(failure({ apiKey: plain(key), region: LogfireRegion.EU })).not.toThrow();
    expect(warningsOf({ apiKey: plain(key), region: LogfireRegion.EU })).toEqual([]);
  });

  test('is not checked where it is known only at apply', () => {
    const stack = newEmptyStack();
    const apiKey = SecretValue.fromVariable(new TerraformVariable(stack, 'key', { sensitive: true }));
    new LogfireProvider(stack, 'Logfire', { apiKey });
    new LogfireProvider(stack, 'Eu', { alias: 'eu', apiKey, region: LogfireRegion.EU });
    expect(warnings(stack)).toEqual([]);
    expect(synth(stack).provider.logfire[0].api_key).toBe('${sensitive(var.key)}');
  });

  test('warns when a literal key carries no region and there is no address', () => {
    const text = 'apiKey has no region of Logfire\'s own service in it (us, eu), so the plan fails unless LOGFIRE_BASE_URL is set; '
      + 'set region, or baseUrl for a self-hosted Logfire [logfire:api-key-region]';
    expect(warningsOf({ apiKey: plain(SECRET) })).toEqual([text]);
    expect(warningsOf({ apiKey: plain(`pylf_v1_xx_${SECRET}`) })).toEqual([text]);
    expect(warningsOf({ apiKey: plain(SECRET), baseUrl: 'https://logfire.example.com' })).toEqual([]);
  });
});

describe('baseUrl', () => {
  test.each([
    ['https://logfire.example.com', 'https://logfire.example.com'],
    ['https://logfire.example.com/', 'https://logfire.example.com'],
    ['https://logfire.example.com:8443', 'https://logfire.example.com:8443'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://127.0.0.1', 'http://127.0.0.1'],
    ['http://127.12.34.56:80', 'http://127.12.34.56'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
    ['HTTPS://Logfire.Example.com', 'https://logfire.example.com'],
  ])('%s is written %s', (baseUrl, written) => {
    expect(provider({ baseUrl })).toEqual({ base_url: written });
    expect(warningsOf({ baseUrl })).toEqual([]);
  });

  test('takes a variable', () => {
    const stack = newEmptyStack();
    const url = new TerraformVariable(stack, 'url', { type: 'string' });
    new LogfireProvider(stack, 'Logfire', { baseUrl: url.stringValue });
    expect(synth(stack).provider.logfire).toEqual([{ base_url: '${var.url}' }]);
  });

  test.each(['', 'logfire.example.com', 'ftp://logfire.example.com', 'https://'])('fails for %j', (baseUrl) => {
    expect(failure({ baseUrl })).toThrow(`app/Logfire: baseUrl must be the scheme and host of a Logfire instance, such as https://logfire.example.com, got ${JSON.stringify(baseUrl)}; leave it out to use Logfire's own service [logfire:base-url]`);
  });

  test.each(['/api', '/?x=1', '/#x', '//', '?', '#', '/?'])('fails when %s follows the host', (rest) => {
    expect(failure({ baseUrl: `https://logfire.example.com${rest}` })).toThrow(
      'remove everything after the host: the provider drops it, and requests go to https://logfire.example.com');
  });

  test('fails for a password in it, without showing it', () => {
    const props = { baseUrl: `https://user:${SECRET}@logfire.example.com` };
    expect(failure(props)).toThrow('app/Logfire: baseUrl must be the scheme and host of a Logfire instance, such as https://logfire.example.com, got one with a user or password; remove them, and pass the key as apiKey [logfire:base-url]');
    expect(failure({ ...props, region: LogfireRegion.EU })).toThrow('region must not be combined with baseUrl, got "eu" and an address with a user or password; keep region');
    expect(failure({ baseUrl: 'secret@' })).toThrow('got one with a user or password');
    expect(failure(props)).not.toThrow(SECRET);
    expect(failure({ ...props, region: LogfireRegion.EU })).not.toThrow(SECRET);
  });

  test('fails together with a region', () => {
    expect(failure({ baseUrl: 'https://logfire.example.com', region: LogfireRegion.US })).toThrow(
      'app/Logfire: region must not be combined with baseUrl, got "us" and "https://logfire.example.com"; keep region for Logfire\'s own service, or baseUrl for a self-hosted instance');
  });

  test.each(['logfire.example.com', 'localhost.example.com', 'my-localhost', '127.0.0.1.example.com'])('warns when the key would travel to %s without encryption', (host) => {
    expect(warningsOf({ baseUrl: `http://${host}` })).toEqual([
      `baseUrl must use https, got "http://${host}": credentials are sent unencrypted; change the scheme to https [logfire:base-url-encryption]`,
    ]);
  });
});

describe('customHeaders', () => {
  test('keeps the names as they are, which CDKTF alone does not', () => {
    expect(provider({ customHeaders: { 'CF-Access-Client-Id': plain('id'), 'x_y': plain('z') } })).toEqual({
      custom_headers: { 'CF-Access-Client-Id': '${sensitive("id")}', 'x_y': '${sensitive("z")}' },
    });
  });

  test('an empty map is none', () => {
    expect(provider({ customHeaders: {} })).toEqual({});
  });

  test.each(['', 'a b', 'a:b', 'größe', 'a\n'])('fails for the name %j', (name) => {
    expect(failure({ customHeaders: { [name]: plain('x') } })).toThrow(`app/Logfire: customHeaders[${JSON.stringify(name)}] must be the name of an HTTP header; use letters, digits and any of !#$%&'*+.^_\`|~- [logfire:custom-header]`);
  });

  test.each(['Accept', 'authorization', 'CONTENT-TYPE', 'User-Agent', 'X-Terraform-Provider-Version'])('fails for %s, which the provider sets', (name) => {
    expect(failure({ customHeaders: { [name]: plain('x') } })).toThrow(`app/Logfire: customHeaders["${name}"] must not be a header that the provider sets itself (accept, authorization, content-type, user-agent, x-terraform-provider-version); `
      + `remove it${name === 'authorization' ? ', and pass the key as apiKey' : ''} [logfire:custom-header]`);
  });

  test('fails when a header is given twice', () => {
    expect(failure({ customHeaders: { 'X-A': plain('1'), 'x-a': plain('2') } })).toThrow('customHeaders["x-a"] must not repeat the header customHeaders["X-A"]; keep one of them');
  });

  test('fails for an empty value and for one with a control character, without showing it', () => {
    expect(failure({ customHeaders: { 'X-A': plain('') } })).toThrow('app/Logfire: customHeaders["X-A"] must not be empty');
    expect(failure({ customHeaders: { 'X-A': plain(`${SECRET}\n`) } })).toThrow('app/Logfire: customHeaders["X-A"] must not contain control characters, such as a line break; remove them [logfire:custom-header]');
    ['\x01', '\b', '\n', '\r', '\x1f', '\x7f'].forEach((character) => expect(failure({ customHeaders: { 'X-A': plain(`${character}a`) } })).toThrow('must not contain control characters'));
    ['a\tb', 'ä~', ' a '].forEach((text) => expect(failure({ customHeaders: { 'X-A': plain(text) } })).not.toThrow());
    expect(failure({ customHeaders: { 'X-A': plain(`${SECRET}\n`) } })).not.toThrow(SECRET);
  });

  test('takes a variable', () => {
    const stack = newEmptyStack();
    const value = new TerraformVariable(stack, 'value', { type: 'string', sensitive: true });
    new LogfireProvider(stack, 'Logfire', { customHeaders: { 'X-A': SecretValue.fromVariable(value) } });
    expect(synth(stack).provider.logfire).toEqual([{ custom_headers: { 'X-A': '${sensitive(var.value)}' } }]);
  });
});

describe('a stack with Logfire needs a provider', () => {
  test('for a data source, too', () => {
    const stack = newEmptyStack();
    new LogfirePagerDutyService(stack, 'Service', { accountSubdomain: 'acme', pagerDutyServiceId: 'P1' });
    expect(() => synth(stack)).toThrow(
      "app: the stack has Logfire resources, the first is app/Service, but no Logfire provider; add new LogfireProvider(this, 'Logfire') to it [logfire:missing-provider]");
  });

  test('that each data source may use', () => {
    const stack = newEmptyStack();
    new LogfireProvider(stack, 'Eu', { alias: 'eu' });
    new LogfirePagerDutyService(stack, 'Service', { accountSubdomain: 'acme', pagerDutyServiceId: 'P1' });
    expect(() => synth(stack)).toThrow('app/Service: provider must be given, because every provider logfire of the stack has an alias');
  });
});

describe('a provider that waits for what its stack creates', () => {
  const key = (stack: TerraformStack) => new LogfireApiKey(stack, 'Key', { scopes: [ApiScope.ORGANIZATION_READ], keyName: 'key' });
  const text = (prop: string, from: string) => `app/Other: ${prop} must be known during the plan, but it comes from ${from} in the same stack, which does not exist before the first apply; `
    + 'create that in another stack and pass it across stacks, or pass a variable [logfire:provider-cycle]';

  test.each<readonly [name: string, props: (stack: TerraformStack) => Partial<LogfireProviderProps>, prop: string, from: string]>([
    ['for its key', (stack) => ({ apiKey: SecretValue.fromAttribute(key(stack).tokenValue) }), 'apiKey', 'app/Key'],
    ['for the second of two references', (stack) => ({
      apiKey: SecretValue.fromAttribute(`${new TerraformVariable(stack, 'v', {}).stringValue}${key(stack).tokenValue}`),
    }), 'apiKey', 'app/Key'],
    ['for its address', (stack) => ({ baseUrl: TerraformExpression.raw(`"https://${new LogfireProject(stack, 'Shop').projectId}.example.com"`) }), 'baseUrl', 'app/Shop'],
    ['for a header', (stack) => ({ customHeaders: { 'X-Key': SecretValue.fromAttribute(key(stack).tokenValue) } }), 'customHeaders', 'app/Key'],
    ['through a local', (stack) => ({ apiKey: SecretValue.fromAttribute(new TerraformLocal(stack, 'a', new TerraformLocal(stack, 'b', { c: [key(stack).tokenValue] }).expression).asString) }), 'apiKey', 'app/Key'],
    ['through another resource', (stack) => {
      const bucket = new TerraformResource(stack, 'Other resource', { terraformResourceType: 'aws_x' });
      bucket.addOverride('tags.key', key(stack).tokenValue);
      return { apiKey: SecretValue.fromAttribute(bucket.getStringAttribute('id')) };
    }, 'apiKey', 'app/Key'],
    ['for an element of many', (stack) => {
      const { resource } = key(stack);
      resource.addOverride('count', 2);
      resource.overrideLogicalId('key');
      return { apiKey: SecretValue.fromAttribute(TerraformExpression.raw('logfire_api_key.key[0].token')) };
    }, 'apiKey', 'app/Key'],
    ['for a data source', (stack) => {
      const service = new LogfirePagerDutyService(stack, 'Service', { accountSubdomain: 'acme', pagerDutyServiceId: new LogfireProject(stack, 'Shop').projectId });
      return { apiKey: SecretValue.fromAttribute(service.logfireServiceId) };
    }, 'apiKey', 'app/Shop'],
  ])('%s', (_, props, prop, from) => {
    const stack = newEmptyStack();
    new LogfireProvider(stack, 'Logfire');
    new LogfireProvider(stack, 'Other', { alias: 'other', ...props(stack) });
    expect(() => synth(stack)).toThrow(text(prop, from));
  });

  test.each<readonly [name: string, apiKey: (stack: TerraformStack) => string]>([
    ['what the program sets', (stack) => key(stack).resource.name],
    ['itself, in a circle', (stack) => new TerraformLocal(stack, 'a', '${local.b}').asString && new TerraformLocal(stack, 'b', '${local.a}').asString],
    ['a name in a literal', (stack) => {
      key(stack).resource.overrideLogicalId('key');
      return TerraformExpression.raw('upper("logfire_api_key.key.token")');
    }],
    ['a part of another name', (stack) => {
      key(stack).resource.overrideLogicalId('key');
      return TerraformExpression.raw('data.logfire_api_key.key.token');
    }],
  ])('may read %s', (_, apiKey) => {
    const stack = newEmptyStack();
    new LogfireProvider(stack, 'Logfire');
    new LogfireProvider(stack, 'Other', { alias: 'other', apiKey: SecretValue.fromAttribute(apiKey(stack)) });
    expect(() => synth(stack)).not.toThrow();
  });
});
