import {
  Duration, KeyImportId, LogfireGatewayApiKey, LogfireGatewayApiKeyProps, LogfireProject, LogfireProvider, LogfireRotatingGatewayApiKey,
  SecretValue, TokenExpiry, TokenRotation,
} from '../../src';
import { cleanUp, newStack, only, synth, TerraformJson } from '../synth';

const UUID = '00000000-0000-4000-8000-000000000001';

afterEach(cleanUp);

function key(props: Omit<LogfireGatewayApiKeyProps, 'project'>): TerraformJson {
  const stack = newStack();
  new LogfireGatewayApiKey(stack, 'Key', { project: LogfireProject.fromProjectId(stack, 'Shop', UUID), ...props });
  return synth(stack);
}

describe('LogfireGatewayApiKey', () => {
  test('by default is named by its path, has no limits and ends after a year', () => {
    const json = key({});
    const { '//': _metadata, ...resource } = only(json, 'logfire_gateway_api_key');
    expect(resource).toEqual({
      name: 'app-key',
      project_id: UUID,
      expires_at: expect.stringMatching(/^\$\{terraform_data\./),
      lifecycle: { create_before_destroy: true, replace_triggered_by: [expect.any(String)] },
    });
    expect(Object.values<TerraformJson>(json.check)[0].assert[0].error_message).toMatch(/^The key app\/Key expires at .*, less than 30d from now/);
  });

  test('fails with a project of another organization', () => {
    const stack = newStack();
    const provider = new LogfireProvider(stack, 'Other', { alias: 'other' });
    new LogfireGatewayApiKey(stack, 'Key', { project: new LogfireProject(stack, 'Shop'), provider });
    expect(() => synth(stack)).toThrow("app/Key: project must be in the organization of this construct's provider app/Other, got app/Shop, which uses the provider app/Logfire; pass the same");
  });

  test('writes what it is given', () => {
    expect(only(key({ keyName: 'chat', description: 'The chat', dailyLimitUsd: 5, cacheEnabled: false, expiry: TokenExpiry.at('2027-03-31T00:00:00Z') }), 'logfire_gateway_api_key'))
      .toMatchObject({ name: 'chat', description: 'The chat', spending_limit_daily: 5, cache_enabled: false, expires_at: '2027-03-31T00:00:00Z' });
    expect(only(key({ description: '' }), 'logfire_gateway_api_key').description).toBeUndefined();
  });

  test('names its limits as they are passed', () => {
    expect(() => key({ totalLimitUsd: -1 })).toThrow('app/Key: totalLimitUsd must be whole US dollars from 0 to 500000000, got -1; leave it out to set no limit');
  });

  test('is imported by id, with the end that it has', () => {
    expect(key({ importFrom: KeyImportId.byId(UUID), expiry: TokenExpiry.never('as it was') }).import)
      .toEqual([{ to: expect.stringMatching(/^logfire_gateway_api_key\.Key_/), id: UUID }]);
    expect(() => key({ importFrom: KeyImportId.byId(UUID) })).toThrow('app/Key: expiry must be TokenExpiry.at or TokenExpiry.never with importFrom, got none');
  });

  test('may be kept elsewhere', () => {
    expect(LogfireGatewayApiKey.fromSecret(newStack(), 'Key', SecretValue.unsafePlainText('x')).tokenExpiresAt).toBeUndefined();
    expect(() => LogfireGatewayApiKey.fromSecret(newStack(), 'Key', SecretValue.fromAttribute('x'))).toThrow('app/Key: key must be a reference to an attribute, got a literal through SecretValue.fromAttribute');
  });
});

test('every gateway key says that it can call the gateway', () => {
  const stack = newStack();
  const project = LogfireProject.fromProjectId(stack, 'Shop', UUID);
  const keys = [
    new LogfireGatewayApiKey(stack, 'Key', { project }),
    LogfireGatewayApiKey.fromSecret(stack, 'Existing', SecretValue.unsafePlainText('not-a-real-secret')),
    new LogfireRotatingGatewayApiKey(stack, 'Turns', { project, rotation: TokenRotation.manual(1) }),
  ];
  expect(keys.map(({ canCallGateway }) => canCallGateway)).toEqual([true, true, true]);
});

describe('LogfireRotatingGatewayApiKey', () => {
  const rotating = (expiry?: TokenExpiry) => {
    const stack = newStack();
    const project = LogfireProject.fromProjectId(stack, 'Shop', UUID);
    new LogfireRotatingGatewayApiKey(stack, 'Turns', { project, keyName: 'Chat', weeklyLimitUsd: 7, expiry, rotation: TokenRotation.every(Duration.days(30)) });
    return synth(stack);
  };

  test('has two keys with the same limits', () => {
    expect(Object.values(rotating().resource.logfire_gateway_api_key)).toMatchObject([
      { name: 'Chat-a', project_id: UUID, spending_limit_weekly: 7 }, { name: 'Chat-b', project_id: UUID, spending_limit_weekly: 7 },
    ]);
  });

  test('fails when both keys would expire at one instant', () => {
    expect(() => rotating(TokenExpiry.at('2027-03-31T00:00:00Z'))).toThrow(
      'app/Turns: expiry must be TokenExpiry.after for rotating keys, got TokenExpiry.at: both would expire at the same instant; pass a lifetime of at least two rotation periods and a day');
  });
});
