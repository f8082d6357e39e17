import { TerraformStack, TerraformVariable } from 'cdktf';
import { l1, LogfireProject, LogfireProvider, LogfireProviderProps, LogfireRegion, SecretValue } from '../../src';
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
    expect(failure({ alias })).toThrow(`app/Logfire: alias must be letters, digits, _ and -, beginning with a letter or _, got ${JSON.stringify(alias)}`);
  });
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

  test('warns when a literal key carries no region and there is no address', () => {
    expect(warningsOf({ apiKey: plain(SECRET) })).toEqual([expect.stringContaining('apiKey has no region of Logfire\'s own service in it (us, eu)')]);
    expect(warningsOf({ apiKey: plain(SECRET), baseUrl: 'https://logfire.example.com' })).toEqual([]);
  });
});

describe('baseUrl', () => {
  test.each([
    ['https://logfire.example.com', 'https://logfire.example.com'],
    ['https://logfire.example.com/', 'https://logfire.example.com'],
    ['https://logfire.example.com:8443', 'https://logfire.example.com:8443'],
    ['http://localhost:8080', 'http://localhost:8080'],
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
    expect(failure({ baseUrl })).toThrow(`app/Logfire: baseUrl must be the scheme and host of a Logfire instance, such as https://logfire.example.com, got ${JSON.stringify(baseUrl)}`);
  });

  test.each(['/api', '/?x=1', '/#x', '//'])('fails when %s follows the host', (rest) => {
    expect(failure({ baseUrl: `https://logfire.example.com${rest}` })).toThrow(
      'remove everything after the host: the provider drops it, and requests go to https://logfire.example.com');
  });

  test('fails for a password in it, without showing it', () => {
    const props = { baseUrl: `https://user:${SECRET}@logfire.example.com` };
    expect(failure(props)).toThrow('app/Logfire: baseUrl must be the scheme and host of a Logfire instance, such as https://logfire.example.com, got one with a user or password');
    expect(failure(props)).not.toThrow(SECRET);
    expect(failure({ ...props, region: LogfireRegion.EU })).not.toThrow(SECRET);
  });

  test('fails together with a region', () => {
    expect(failure({ baseUrl: 'https://logfire.example.com', region: LogfireRegion.US })).toThrow(
      'app/Logfire: region must not be combined with baseUrl, got "us" and "https://logfire.example.com"; keep region for Logfire\'s own service, or baseUrl for a self-hosted instance');
  });

  test('warns when the key would travel without encryption', () => {
    expect(warningsOf({ baseUrl: 'http://logfire.example.com' })).toEqual([expect.stringContaining('baseUrl must use https, got "http://logfire.example.com"')]);
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
    expect(failure({ customHeaders: { [name]: plain('x') } })).toThrow(`app/Logfire: customHeaders[${JSON.stringify(name)}] must be the name of an HTTP header; use letters, digits`);
  });

  test.each(['Accept', 'authorization', 'CONTENT-TYPE', 'User-Agent', 'X-Terraform-Provider-Version'])('fails for %s, which the provider sets', (name) => {
    expect(failure({ customHeaders: { [name]: plain('x') } })).toThrow(`app/Logfire: customHeaders["${name}"] must not be a header that the provider sets itself`);
  });

  test('fails when a header is given twice', () => {
    expect(failure({ customHeaders: { 'X-A': plain('1'), 'x-a': plain('2') } })).toThrow('customHeaders["x-a"] must not repeat the header customHeaders["X-A"]; keep one of them');
  });

  test('fails for an empty value and for one with a control character, without showing it', () => {
    expect(failure({ customHeaders: { 'X-A': plain('') } })).toThrow('app/Logfire: customHeaders["X-A"] must not be empty');
    expect(failure({ customHeaders: { 'X-A': plain(`${SECRET}\n`) } })).toThrow('app/Logfire: customHeaders["X-A"] must not contain control characters');
    expect(failure({ customHeaders: { 'X-A': plain(`${SECRET}\n`) } })).not.toThrow(SECRET);
  });

  test('takes a variable', () => {
    const stack = newEmptyStack();
    const value = new TerraformVariable(stack, 'value', { type: 'string', sensitive: true });
    new LogfireProvider(stack, 'Logfire', { customHeaders: { 'X-A': SecretValue.fromVariable(value) } });
    expect(synth(stack).provider.logfire).toEqual([{ custom_headers: { 'X-A': '${sensitive(var.value)}' } }]);
  });
});
