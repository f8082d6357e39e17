import { TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import {
  ApiScope, Duration, KeyImportId, LogfireApiKey, LogfireApiKeyProps, LogfireDefaults, LogfireProject, LogfireProvider, SecretValue,
  TokenExpiry, TokenRotation,
} from '../../src';
import { ApiScope as WithInternals } from '../../src/tokens/api-scope';
import { cleanUp, newApp, newStack, only, synth, TerraformJson, warnings } from '../synth';

const UUID = '00000000-0000-4000-8000-000000000001';

afterEach(cleanUp);

type PropsOf = (stack: TerraformStack) => LogfireApiKeyProps;

function newKey(props: LogfireApiKeyProps | PropsOf): TerraformStack {
  const stack = newStack();
  new LogfireApiKey(stack, 'Key', typeof props === 'function' ? props(stack) : props);
  return stack;
}

function key(props: LogfireApiKeyProps | PropsOf): TerraformJson {
  const { '//': _metadata, ...resource } = only(synth(newKey(props)), 'logfire_api_key');
  return resource;
}

const shop = (stack: TerraformStack) => LogfireProject.fromProjectId(stack, 'Shop', UUID);
const text = (stack: TerraformStack) => new TerraformVariable(stack, 'text', { type: 'string' }).stringValue;
const READ = [ApiScope.ORGANIZATION_READ];

describe('LogfireApiKey', () => {
  test('by default is named by its path, is of the whole organization and ends after a year', () => {
    const json = synth(newKey({ scopes: READ }));
    const { '//': _metadata, ...resource } = only(json, 'logfire_api_key');
    expect(resource).toEqual({
      name: 'app-key',
      scopes: ['organization:read'],
      expires_at: expect.stringMatching(/^\$\{terraform_data\.Key_Anchor_[0-9A-F]{8}\.input\}$/),
      lifecycle: { create_before_destroy: true, replace_triggered_by: [expect.stringMatching(/^terraform_data\.Key_Anchor_/)] },
    });
    expect(only(json, 'terraform_data').triggers_replace).toEqual(['8760h']);
    expect(Object.values<TerraformJson>(json.check)[0].assert[0].error_message).toMatch(/^The key app\/Key expires at .*, less than 30d from now/);
  });

  test('writes what it is given', () => {
    expect(key((stack) => ({
      keyName: 'Billing of the shop',
      description: 'For invoices',
      scopes: [ApiScope.PROJECT_GATEWAY_PROXY, ApiScope.PROJECT_READ],
      project: shop(stack),
      gateway: { dailyLimitUsd: 5, weeklyLimitUsd: 20, monthlyLimitUsd: 50, totalLimitUsd: 500, cacheEnabled: false },
      expiry: TokenExpiry.at('2027-03-31T02:00:00+02:00'),
    }))).toEqual({
      name: 'Billing of the shop',
      description: 'For invoices',
      scopes: ['project:gateway_proxy', 'project:read'],
      project_id: UUID,
      gateway: { spending_limit_daily: 5, spending_limit_weekly: 20, spending_limit_monthly: 50, spending_limit_total: 500, cache_enabled: false },
      expires_at: '2027-03-31T00:00:00Z',
      lifecycle: { create_before_destroy: true },
    });
  });

  test('takes variables', () => {
    expect(key((stack) => {
      const variable = text(stack);
      return { keyName: variable, description: variable, scopes: [ApiScope.of(variable)], expiry: TokenExpiry.at(variable) };
    })).toMatchObject({ name: '${var.text}', description: '${var.text}', scopes: ['${var.text}'], expires_at: '${var.text}' });
  });

  test('an empty description is none: the provider refuses an empty text', () => {
    expect(key({ scopes: READ, description: '' }).description).toBeUndefined();
  });

  test.each(['', '  '])('fails for the name %j', (keyName) => {
    expect(() => newKey({ scopes: READ, keyName })).toThrow(`app/Key: keyName must be a string that is not blank, got ${JSON.stringify(keyName)}; leave it out`);
  });

  test('its value is sensitive, its id and end are not', () => {
    const stack = newStack();
    const apiKey = new LogfireApiKey(stack, 'Key', { scopes: READ });
    apiKey.resource.overrideLogicalId('key');
    new TerraformOutput(stack, 'value', { value: apiKey.tokenValue, sensitive: true });
    new TerraformOutput(stack, 'id', { value: apiKey.tokenId });
    new TerraformOutput(stack, 'end', { value: apiKey.tokenExpiresAt });
    const { output } = synth(stack);
    expect([output.value.value, output.id.value, output.end.value]).toEqual([
      '${sensitive(logfire_api_key.key.token)}', '${logfire_api_key.key.id}', '${logfire_api_key.key.expires_at}',
    ]);
  });

  test('that never ends says why', () => {
    expect(only(synth(newKey({ scopes: READ, expiry: TokenExpiry.never('burned into devices') })), 'logfire_api_key')['//'].logfire)
      .toEqual({ expiry: 'never', reason: 'burned into devices' });
  });

  test('rotates as a token does', () => {
    const json = synth(newKey({ scopes: READ, rotation: TokenRotation.every(Duration.days(90)) }));
    expect(only(json, 'terraform_data').triggers_replace).toEqual(['8760h', '${floor(local.logfire_day / 90)}']);
    expect(() => newKey({ scopes: READ, rotation: TokenRotation.every(Duration.days(90)), expiry: TokenExpiry.after(Duration.days(90)) }))
      .toThrow('app/Key: expiry must cover the rotation period of 90d and a day');
    expect(() => newKey({ scopes: READ, warnBefore: Duration.days(365) })).toThrow('app/Key: warnBefore must be shorter than the lifetime of 365d');
  });

  test('uses the provider of its project in the same stack, or its own', () => {
    const stack = newStack();
    const provider = new LogfireProvider(stack, 'Other', { alias: 'other' });
    const project = new LogfireProject(stack, 'Shop', { provider });
    new LogfireApiKey(stack, 'Inherits', { scopes: READ, project });
    new LogfireApiKey(stack, 'Own', { scopes: READ, provider, dependsOn: [project] });
    new LogfireApiKey(stack, 'Default', { scopes: READ });
    const keys = Object.entries<TerraformJson>(synth(stack).resource.logfire_api_key).map(([name, { provider: used }]) => [name.split('_')[0], used]);
    expect(Object.fromEntries(keys)).toEqual({ Inherits: 'logfire.other', Own: 'logfire.other', Default: undefined });
  });
});

describe('scopes', () => {
  test('fail when there is none', () => {
    expect(() => newKey({ scopes: [] })).toThrow('app/Key: scopes must have at least one scope, got none; pass scopes such as ApiScope.query()');
  });

  test.each(['', ' ', ' project:read', 'project:read\n'])('fail for %j', (value) => {
    expect(() => newKey({ scopes: [ApiScope.of(value)] })).toThrow(
      `app/Key: scopes[0] must be a scope without whitespace around it, got ${JSON.stringify(value)}; use one of the constants of ApiScope`);
  });

  test('fail when one is there twice', () => {
    expect(() => newKey({ scopes: [ApiScope.PROJECT_READ, ApiScope.ORGANIZATION_READ, ApiScope.of('project:read')] }))
      .toThrow('app/Key: scopes[2] must not repeat a scope, got "project:read" again; remove it');
  });

  test('that only Terraform knows pass, twice too', () => {
    expect(key((stack) => {
      const scope = ApiScope.of(text(stack));
      return { scopes: [scope, scope, ApiScope.PROJECT_READ] };
    }).scopes).toEqual(['${var.text}', '${var.text}', 'project:read']);
  });

  test.each(WithInternals._known().map((scope) => [scope.value, scope] as const))('%s wants a project exactly when it is bound to one', (value, scope) => {
    if (scope.needsProject) {
      expect(() => newKey({ scopes: [ApiScope.PROJECT_READ, scope] })).toThrow(
        `app/Key: project must be given with the scope "${value}", which applies to a single project; pass project, or remove the scope`);
    } else {
      expect(key({ scopes: [scope] }).scopes).toEqual([value]);
    }
    expect(key((stack) => ({ scopes: [scope], project: shop(stack) })).project_id).toBe(UUID);
  });

  test('that are too much are warned about', () => {
    const warned = (...scopes: ApiScope[]) => warnings(newKey((stack) => ({ scopes, project: shop(stack) })));
    const administers = (scope: string, what: string) => (
      `scopes has "${scope}", which lets any holder of the key administer ${what}; grant only what the program needs [logfire:broad-scope]`);
    expect(warned(ApiScope.ORGANIZATION_ADMIN)).toEqual([administers('organization:admin', 'the organization')]);
    expect(warned(ApiScope.INSTANCE_ADMIN, ApiScope.INSTANCE_BILLING)).toEqual([administers('instance:admin', 'the instance'), administers('instance:billing', 'the instance')]);
    expect(warned(...WithInternals._known())).toEqual([
      'scopes has every known scope, so any holder of the key can do everything; grant only what the program needs [logfire:broad-scope]',
    ]);
    expect(warned(...ApiScope.readOnly())).toEqual([]);
  });

  test('that are not known are warned about, a variable is not', () => {
    expect(warnings(newKey({ scopes: [ApiScope.of('project:raed')] }))).toEqual([
      'scopes has "project:raed", which this library does not know; check its spelling: the provider does not check it, and the apply may fail [logfire:api-scope]',
    ]);
    expect(warnings(newKey((stack) => ({ scopes: [ApiScope.of(text(stack))] })))).toEqual([]);
  });
});

describe('gateway', () => {
  test('fails without the scope', () => {
    expect(() => newKey({ scopes: READ, gateway: { dailyLimitUsd: 1 } })).toThrow(
      'app/Key: gateway must be left out without the scope "project:gateway_proxy"; add ApiScope.PROJECT_GATEWAY_PROXY to scopes, or remove gateway');
    expect(key((stack) => ({ scopes: [ApiScope.of(text(stack))], gateway: { dailyLimitUsd: 1 } })).gateway).toEqual({ spending_limit_daily: 1 });
  });

  test.each([[{}], [{ dailyLimitUsd: undefined }]])('fails for %j', (gateway) => {
    const props = (stack: TerraformStack) => ({ scopes: [ApiScope.PROJECT_GATEWAY_PROXY], project: shop(stack), gateway });
    expect(() => newKey(props)).toThrow('app/Key: gateway must have at least one limit or cacheEnabled, got none; leave it out to set no limits');
    expect(key((stack) => ({ ...props(stack), gateway: { cacheEnabled: true } })).gateway).toEqual({ cache_enabled: true });
  });

  test('names its limits by where they stand', () => {
    expect(() => newKey((stack) => ({ scopes: [ApiScope.PROJECT_GATEWAY_PROXY], project: shop(stack), gateway: { totalLimitUsd: -1 } })))
      .toThrow('app/Key: gateway.totalLimitUsd must be whole US dollars from 0 to 500000000, got -1');
  });
});

describe('importFrom of a key', () => {
  const imported = (props: Partial<LogfireApiKeyProps>) => newKey({ scopes: READ, expiry: TokenExpiry.never('as it was'), importFrom: KeyImportId.byId(UUID), ...props });

  test('by id', () => {
    expect(synth(imported({})).import).toEqual([{ to: expect.stringMatching(/^logfire_api_key\.Key_/), id: UUID }]);
    expect(synth(imported({ rotation: TokenRotation.manual(1) })).import).toHaveLength(1);
    expect(synth(newKey((stack) => ({ scopes: READ, expiry: TokenExpiry.at('2027-03-31T00:00:00Z'), importFrom: KeyImportId.byId(text(stack)) }))).import[0].id).toBe('${var.text}');
  });

  test.each(['', 'a/b'])('fails for %j', (id) => {
    expect(() => imported({ importFrom: KeyImportId.byId(id) })).toThrow(
      `app/Key: importFrom must be made of names or ids that are not blank and have none of / , |, got ${JSON.stringify(id)}; copy the UUID from the API key settings`);
  });

  test.each([['none', undefined], ['TokenExpiry.after', TokenExpiry.after(Duration.days(9))]])('fails with the expiry %s', (got, expiry) => {
    expect(() => imported({ expiry })).toThrow(
      `app/Key: expiry must be TokenExpiry.at or TokenExpiry.never with importFrom, got ${got}: the import would replace the key; pass the expiration of the existing key`);
  });
});

test('an expiration that a key may not have with importFrom says where it comes from', () => {
  const stack = newStack();
  LogfireDefaults.of(stack).set({ expiry: TokenExpiry.after(Duration.days(9)) });
  expect(() => new LogfireApiKey(stack, 'Key', { scopes: READ, importFrom: KeyImportId.byId(UUID) })).toThrow(
    'app/Key: expiry must be TokenExpiry.at or TokenExpiry.never with importFrom, got TokenExpiry.after (the default of app): the import');
});

describe('a key that is kept elsewhere', () => {
  test('is a secret, and creates nothing', () => {
    const stack = newStack();
    const variable = new TerraformVariable(stack, 'key', { sensitive: true });
    const stored = LogfireApiKey.fromSecret(stack, 'Key', SecretValue.fromVariable(variable));
    new TerraformOutput(stack, 'value', { value: stored.tokenValue, sensitive: true });
    const json = synth(stack);
    expect(json.output.value.value).toBe('${sensitive(var.key)}');
    expect(json.resource).toBeUndefined();
    expect(stored.tokenExpiresAt).toBeUndefined();
  });

  test('fails for an empty one', () => {
    expect(() => LogfireApiKey.fromSecret(newStack(), 'Key', SecretValue.unsafePlainText(' '))).toThrow('app/Key: key must not be empty');
  });
});

describe('addIngestKey', () => {
  test('makes a key with a name and one scope, for a project made here or elsewhere', () => {
    const stack = newStack();
    new LogfireProject(stack, 'Made').addIngestKey('Key');
    shop(stack).addIngestKey('Key', { keyName: 'collector', description: 'In the cluster' });
    const keys = Object.values<TerraformJson>(synth(stack).resource.logfire_api_key);
    expect(keys.map(({ name, description, scopes, project_id: projectId }) => [name, description, scopes, projectId])).toEqual([
      ['app-made-key', undefined, ['project:write_otlp'], expect.stringMatching(/^\$\{logfire_project\.Made_[0-9A-F]{8}\.id\}$/)],
      ['collector', 'In the cluster', ['project:write_otlp'], UUID],
    ]);
  });

  test('is told to be a key when it expires', () => {
    const stack = newStack();
    shop(stack).addIngestKey('Key');
    expect(Object.values<TerraformJson>(synth(stack).check)[0].assert[0].error_message).toMatch(/^The key app\/Shop\/Key expires at /);
  });
});

test('a key of one stack serves another one, still sensitive', () => {
  const app = newApp();
  const one = newStack(app, 'one');
  const apiKey = new LogfireApiKey(one, 'Key', { scopes: READ });
  const two = newStack(app, 'two');
  new TerraformOutput(two, 'key', { value: apiKey.tokenValue, sensitive: true });
  expect(synth(two).output.key.value).toMatch(/^\$\{sensitive\(data\.terraform_remote_state\..*\)\}$/);
});
