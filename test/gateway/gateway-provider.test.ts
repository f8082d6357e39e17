import { TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import {
  BedrockApi, GatewayProviderImportId, GatewayVendor, LogfireGatewayProvider, LogfireGatewayProviderProps, LogfireProvider,
  SecretValue,
} from '../../src';
import { cleanUp, newStack, only, synth, TerraformJson, warnings } from '../synth';

const apiKey = SecretValue.unsafePlainText('not-a-real-secret');

afterEach(cleanUp);

function newProvider(props: Partial<LogfireGatewayProviderProps> = {}, stack = newStack()): TerraformStack {
  new LogfireGatewayProvider(stack, 'Models', { vendor: GatewayVendor.OPENAI, apiKey, ...props });
  return stack;
}

function provider(props?: Partial<LogfireGatewayProviderProps>): TerraformJson {
  const { '//': _metadata, ...resource } = only(synth(newProvider(props)), 'logfire_gateway_provider');
  return resource;
}

describe('LogfireGatewayProvider', () => {
  test('by default is named by its path and wants prices', () => {
    expect(provider()).toEqual({ slug: 'app-models', vendor: 'openai', api_key: '${sensitive("not-a-real-secret")}', require_pricing: true });
  });

  test('writes what it is given', () => {
    expect(provider({ gatewayProviderSlug: 'Chat_1.a', requirePricing: false })).toMatchObject({ slug: 'Chat_1.a', require_pricing: false });
  });

  test('refers to itself', () => {
    const stack = newStack();
    const models = new LogfireGatewayProvider(stack, 'Models', { vendor: GatewayVendor.OPENAI, apiKey });
    models.resource.overrideLogicalId('models');
    new TerraformOutput(stack, 'id', { value: models.gatewayProviderId });
    new TerraformOutput(stack, 'slug', { value: models.gatewayProviderSlug });
    expect(synth(stack).output).toEqual({ id: { value: '${logfire_gateway_provider.models.id}' }, slug: { value: '${logfire_gateway_provider.models.slug}' } });
  });

  test('takes variables', () => {
    const stack = newStack();
    const text = new TerraformVariable(stack, 'text', { type: 'string' }).stringValue;
    const secret = new TerraformVariable(stack, 'secret', { type: 'string', sensitive: true });
    newProvider({ gatewayProviderSlug: text, vendor: GatewayVendor.of(text), apiKey: SecretValue.fromVariable(secret) }, stack);
    expect(only(synth(stack), 'logfire_gateway_provider')).toMatchObject({ slug: '${var.text}', vendor: '${var.text}', api_key: '${sensitive(var.secret)}' });
    expect(warnings(stack)).toEqual([]);
  });

  test.each(['', '-a', '.a', 'a b', 'a/b', 'x'.repeat(65)])('fails for the slug %j', (slug) => {
    expect(() => newProvider({ gatewayProviderSlug: slug })).toThrow(
      `app/Models: gatewayProviderSlug must be 1 to 64 characters, letters, digits, ., _ and -, beginning with a letter or digit, got ${JSON.stringify(slug)}`);
  });

  test.each(['a', 'x'.repeat(64), '9._-'])('takes the slug %j', (slug) => {
    expect(provider({ gatewayProviderSlug: slug }).slug).toBe(slug);
  });

  test('fails for an empty key', () => {
    expect(() => newProvider({ apiKey: SecretValue.unsafePlainText('') })).toThrow('app/Models: apiKey must not be empty');
  });

  test('fails when two have one slug, in one organization', () => {
    const stack = newProvider({ gatewayProviderSlug: 'chat' });
    new LogfireGatewayProvider(stack, 'Other', { gatewayProviderSlug: 'chat', vendor: GatewayVendor.GROQ, apiKey });
    expect(() => synth(stack)).toThrow('app/Other: gatewayProviderSlug "chat" is taken by app/Models; it must be unique in an organization: give one of them another gatewayProviderSlug');
  });

  test('two organizations may have one slug', () => {
    const stack = newProvider({ gatewayProviderSlug: 'chat' });
    const other = new LogfireProvider(stack, 'OtherLogfire', { alias: 'other' });
    new LogfireGatewayProvider(stack, 'Other', { gatewayProviderSlug: 'chat', vendor: GatewayVendor.GROQ, apiKey, provider: other });
    expect(Object.keys(synth(stack).resource.logfire_gateway_provider)).toHaveLength(2);
  });
});

describe('GatewayVendor', () => {
  test.each(['anthropic', 'doubleword', 'groq', 'huggingface', 'mistral', 'openai'])('%s', (value) => {
    const vendor = (GatewayVendor as unknown as Record<string, GatewayVendor>)[value.toUpperCase()];
    expect(provider({ vendor })).toMatchObject({ vendor: value });
    expect(warnings(newProvider({ vendor: GatewayVendor.of(value) }))).toEqual([]);
  });

  test.each([[BedrockApi.RUNTIME, 'runtime'], [BedrockApi.MANTLE, 'mantle']])('bedrock by %s', (api, wire) => {
    expect(provider({ vendor: GatewayVendor.bedrock({ api, region: 'eu-west-1' }) })).toMatchObject({ vendor: 'bedrock', bedrock_api: wire, bedrock_region: 'eu-west-1' });
  });

  test.each(['', 'eu', 'europe', 'EU-west-1', 'eu-', 'eu-west-1,', `a-${'b'.repeat(62)}`])('bedrock fails for the region %j', (region) => {
    expect(() => newProvider({ vendor: GatewayVendor.bedrock({ api: BedrockApi.RUNTIME, region }) })).toThrow(
      `app/Models: vendor.region must be an AWS region such as eu-west-1, got ${JSON.stringify(region)}; use lower-case letters, digits and hyphens`);
  });

  test.each(['a-b', `a-${'b'.repeat(61)}`])('bedrock takes the region %j', (region) => {
    expect(provider({ vendor: GatewayVendor.bedrock({ api: BedrockApi.RUNTIME, region }) }).bedrock_region).toBe(region);
  });

  test('bedrock takes a region that Terraform knows', () => {
    const stack = newStack();
    const region = new TerraformVariable(stack, 'region', { type: 'string' }).stringValue;
    newProvider({ vendor: GatewayVendor.bedrock({ api: BedrockApi.RUNTIME, region }) }, stack);
    expect(only(synth(stack), 'logfire_gateway_provider').bedrock_region).toBe('${var.region}');
  });

  test('bedrock fails without API and region', () => {
    expect(() => newProvider({ vendor: GatewayVendor.of('bedrock') })).toThrow('app/Models: vendor must have an API and a region for Bedrock, got neither; use GatewayVendor.bedrock,');
  });

  test('fails for a blank one and warns about one that is not known', () => {
    expect(() => newProvider({ vendor: GatewayVendor.of(' ') })).toThrow('app/Models: vendor must not be blank, got " "; use one of the constants of GatewayVendor');
    expect(warnings(newProvider({ vendor: GatewayVendor.of('opanai') }))).toEqual([
      'vendor is not known to this library, got "opanai"; check its spelling: the provider rejects vendors that it does not know [logfire:gateway-vendor]',
    ]);
  });
});

describe('importFrom of a gateway provider', () => {
  test('by id and by slug', () => {
    const to = expect.stringMatching(/^logfire_gateway_provider\.Models_/);
    expect(synth(newProvider({ importFrom: GatewayProviderImportId.byId('an-id') })).import).toEqual([{ to, id: 'an-id' }]);
    expect(synth(newProvider({ importFrom: GatewayProviderImportId.bySlug('models') })).import).toEqual([{ to, id: 'models' }]);
  });

  test.each(['', 'a|b'])('fails for %j', (slug) => {
    expect(() => newProvider({ importFrom: GatewayProviderImportId.bySlug(slug) })).toThrow(
      `app/Models: importFrom must be made of names or ids that are not blank and have none of / , |, got ${JSON.stringify(slug)}; copy the slug from the gateway settings`);
  });
});

describe('fromGatewayProviderId', () => {
  test('creates nothing, fails for a blank id and warns about one that is no UUID', () => {
    const stack = newStack();
    const uuid = '00000000-0000-4000-8000-000000000001';
    expect(LogfireGatewayProvider.fromGatewayProviderId(stack, 'Good', uuid).gatewayProviderId).toBe(uuid);
    expect(() => LogfireGatewayProvider.fromGatewayProviderId(stack, 'Blank', ' ')).toThrow(
      'app/Blank: gatewayProviderId must be the UUID of a gateway provider, got " "; copy it from the gateway provider\'s settings');
    expect(warnings(stack)).toEqual([]);
    LogfireGatewayProvider.fromGatewayProviderId(stack, 'Name', 'models');
    expect(warnings(stack)).toEqual(['gatewayProviderId "models" is not a UUID; Logfire finds gateway providers by UUID, not by name [logfire:uuid]']);
    expect(synth(stack).resource).toBeUndefined();
  });
});
