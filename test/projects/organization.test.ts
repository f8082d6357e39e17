import { TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import {
  l1, LogfireDefaults, LogfireOrganization, LogfireOrganizationProps, LogfireProject, LogfireProvider, LogfireProviderProps, LogfireRegion,
  OrganizationImportId, SecretValue,
} from '../../src';
import { cleanUp, newApp, only, synth, TerraformJson, warnings } from '../synth';

const SELF_HOSTED: LogfireProviderProps = { baseUrl: 'https://logfire.example.com' };

afterEach(cleanUp);

function newStack(provider: LogfireProviderProps | undefined = SELF_HOSTED, id = 'app', app = newApp()): TerraformStack {
  const stack = new TerraformStack(app, id);
  new LogfireProvider(stack, 'Logfire', provider);
  return stack;
}

function newOrganization(props?: LogfireOrganizationProps): TerraformStack {
  const stack = newStack();
  new LogfireOrganization(stack, 'Acme', props);
  return stack;
}

function organization(props?: LogfireOrganizationProps): TerraformJson {
  const { '//': _metadata, ...resource } = only(synth(newOrganization(props)), 'logfire_organization');
  return resource;
}

describe('LogfireOrganization', () => {
  test('by default is named by its path, and protected', () => {
    expect(organization()).toEqual({ name: 'app-acme', deletion_protection: true });
  });

  test('is protected as its scope is, unless it says otherwise', () => {
    const stack = newStack();
    LogfireDefaults.of(stack).set({ deletionProtection: false });
    new LogfireOrganization(stack, 'A');
    new LogfireOrganization(stack, 'B', { deletionProtection: true });
    const organizations = Object.values<TerraformJson>(synth(stack).resource.logfire_organization);
    expect(organizations.map(({ deletion_protection }) => deletion_protection)).toEqual([false, true]);
  });

  test('writes what it is given', () => {
    expect(organization({
      organizationName: 'acme',
      displayName: 'Acme',
      billingEmail: 'bills@example.com',
      githubHandle: 'acme',
      location: 'Berlin',
      avatar: 'https://example.com/a.png',
      description: 'Sells things',
      deletionProtection: false,
    })).toEqual({
      name: 'acme',
      display_name: 'Acme',
      billing_email: 'bills@example.com',
      github_handle: 'acme',
      location: 'Berlin',
      avatar: 'https://example.com/a.png',
      description: 'Sells things',
      deletion_protection: false,
    });
  });

  test.each(['a', 'x'.repeat(51), 'Acme', 'a--b', '-a'])('fails for the name %j', (organizationName) => {
    expect(() => newOrganization({ organizationName })).toThrow(
      `app/Acme: organizationName must be 2 to 50 characters, lower-case letters, digits and single hyphens between them, got ${JSON.stringify(organizationName)}`);
  });

  test.each(['displayName', 'billingEmail', 'githubHandle', 'location', 'avatar', 'description'])('drops spaces around %s, as the provider does, and warns when nothing is left', (prop) => {
    const attribute = prop.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    expect(organization({ [prop]: ' x y ' })[attribute]).toBe('x y');
    expect(organization({ [prop]: ' ' })[attribute]).toBeUndefined();
    expect(warnings(newOrganization({ [prop]: '' }))).toEqual([
      `${prop} must not be blank, got "": Logfire keeps its current value, which cannot be cleared; leave it out [logfire:organization-text]`,
    ]);
  });

  test('takes variables', () => {
    const stack = newStack();
    const text = new TerraformVariable(stack, 'text', { type: 'string' }).stringValue;
    const acme = new LogfireOrganization(stack, 'Acme', { organizationName: text, displayName: text, importFrom: OrganizationImportId.byName(text) });
    acme.resource.overrideLogicalId('acme');
    new TerraformOutput(stack, 'id', { value: acme.organizationId });
    const json = synth(stack);
    expect(only(json, 'logfire_organization')).toMatchObject({ name: '${var.text}', display_name: '${var.text}' });
    expect(json.import).toEqual([{ to: 'logfire_organization.acme', id: '${var.text}' }]);
    expect(json.output.id.value).toBe('${logfire_organization.acme.id}');
  });

  test('is imported by id or name', () => {
    expect(synth(newOrganization({ importFrom: OrganizationImportId.byName('acme') })).import[0].id).toBe('acme');
    expect(synth(newOrganization({ importFrom: OrganizationImportId.byId('an-id') })).import[0].id).toBe('an-id');
    expect([OrganizationImportId.byName('acme'), OrganizationImportId.byId('an-id')].map(({ kind }) => kind)).toEqual(['name', 'id']);
    expect(() => newOrganization({ importFrom: OrganizationImportId.byId('a/b') })).toThrow(
      'app/Acme: importFrom must be made of names or ids that are not blank and have none of / , |, got "a/b"; copy the name from the URL of its pages [logfire:import-id]');
  });

  test('fails when two have one name', () => {
    const stack = newOrganization({ organizationName: 'acme' });
    new LogfireOrganization(stack, 'Other', { organizationName: 'acme' });
    expect(() => synth(stack)).toThrow('app/Other: organizationName "acme" is taken by app/Acme; it must be unique in an instance: give one of them another organizationName');
  });
});

describe('an existing organization', () => {
  test('creates nothing', () => {
    const stack = newStack();
    const { organizationId } = LogfireOrganization.fromOrganizationId(stack, 'Acme', '00000000-0000-4000-8000-000000000001');
    expect(organizationId).toBe('00000000-0000-4000-8000-000000000001');
    expect(synth(stack).resource).toBeUndefined();
    expect(warnings(stack)).toEqual([]);
  });

  test('fails for a blank id, and warns about one that is no UUID', () => {
    const stack = newStack();
    expect(() => LogfireOrganization.fromOrganizationId(stack, 'Blank', ' ')).toThrow(
      'app/Blank: organizationId must be the UUID of an organization, got " "; copy it from the organization\'s settings [logfire:uuid]');
    LogfireOrganization.fromOrganizationId(stack, 'Name', 'acme');
    expect(warnings(stack)).toEqual(['organizationId "acme" is not a UUID; Logfire finds organizations by UUID, not by name [logfire:uuid]']);
  });
});

describe('an organization is there on a self-hosted Logfire only', () => {
  test.each<[LogfireProviderProps, string]>([
    [{ region: LogfireRegion.EU }, 'https://logfire-eu.pydantic.dev'],
    [{ baseUrl: 'https://logfire-us.pydantic.dev/' }, 'https://logfire-us.pydantic.dev'],
    [{ baseUrl: 'https://api-us.pydantic.dev' }, 'https://api-us.pydantic.dev'],
    [{ baseUrl: 'http://pydantic.dev:8080' }, 'http://pydantic.dev:8080'],
    [{ baseUrl: 'https://LOGFIRE.pydantic.dev' }, 'https://logfire.pydantic.dev'],
  ])('fails for a provider with %j', (provider, url) => {
    const stack = newStack(provider);
    new LogfireOrganization(stack, 'Acme');
    expect(() => synth(stack)).toThrow(`app/Acme: an organization can be created on a self-hosted Logfire only, but its provider app/Logfire is for ${url}; pass a provider with the baseUrl of a self-hosted Logfire [logfire:self-hosted-only]`);
  });

  test('also through the bindings, and with what is found in other stacks', () => {
    const app = newApp();
    const fine = newStack(SELF_HOSTED, 'fine', app);
    const stack = newStack({ region: LogfireRegion.EU }, 'app', app);
    new l1.Organization(stack, 'Acme', { name: 'acme' });
    expect(() => synth(fine)).toThrow('app/Acme: an organization can be created on a self-hosted Logfire only');
  });

  test('warns, once, when the address is left to the environment', () => {
    const stack = newStack({ apiKey: SecretValue.unsafePlainText('pylf_v1_eu_x'), baseUrl: undefined });
    new LogfireOrganization(stack, 'Acme');
    synth(stack);
    synth(stack);
    expect(warnings(stack).filter((text) => text.includes('self-hosted'))).toEqual([
      'an organization can be created on a self-hosted Logfire only, but its provider has no baseUrl; pass baseUrl to the provider, or set LOGFIRE_BASE_URL at plan and apply [logfire:self-hosted-only]',
    ]);
  });

  test('says nothing where there is no provider, which has an error of its own', () => {
    const stack = new TerraformStack(newApp(), 'app');
    new LogfireOrganization(stack, 'Acme');
    expect(() => synth(stack)).toThrow('no Logfire provider');
    expect(warnings(stack)).toEqual([]);
  });

  test('says nothing for an address of one, or one that Terraform knows', () => {
    const stack = new TerraformStack(newApp(), 'app');
    const url = new TerraformVariable(stack, 'url', { type: 'string' }).stringValue;
    new LogfireProvider(stack, 'Logfire', { region: LogfireRegion.EU });
    new LogfireOrganization(stack, 'A', { provider: new LogfireProvider(stack, 'Own', { alias: 'own', ...SELF_HOSTED }) });
    new LogfireOrganization(stack, 'B', { provider: new LogfireProvider(stack, 'Variable', { alias: 'variable', baseUrl: url }) });
    new LogfireOrganization(stack, 'C', { provider: new LogfireProvider(stack, 'Alike', { alias: 'alike', baseUrl: 'https://pydantic.dev.example.com' }) });
    new LogfireOrganization(stack, 'D', { provider: new LogfireProvider(stack, 'Other', { alias: 'other', baseUrl: 'https://notpydantic.dev' }) });
    new LogfireOrganization(stack, 'E', { provider: new LogfireProvider(stack, 'Port', { alias: 'port', baseUrl: 'https://pydantic.dev.example.com:8080' }) });
    new LogfireProject(stack, 'Shop');
    expect(Object.keys(synth(stack).resource.logfire_organization)).toHaveLength(5);
    expect(warnings(stack)).toEqual([]);
  });
});
