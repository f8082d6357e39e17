import {
  KeyImportId, LogfireGatewayApiKey, LogfireGatewayApiKeyProps, LogfireProject, SecretValue, TokenExpiry,
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
    const { '//': _metadata, ...resource } = only(key({}), 'logfire_gateway_api_key');
    expect(resource).toEqual({
      name: 'app-key',
      project_id: UUID,
      expires_at: expect.stringMatching(/^\$\{terraform_data\./),
      lifecycle: { create_before_destroy: true, replace_triggered_by: [expect.any(String)] },
    });
  });

  test('writes what it is given', () => {
    expect(only(key({ keyName: 'chat', description: 'The chat', dailyLimitUsd: 5, cacheEnabled: false, expiry: TokenExpiry.at('2027-03-31T00:00:00Z') }), 'logfire_gateway_api_key'))
      .toMatchObject({ name: 'chat', description: 'The chat', spending_limit_daily: 5, cache_enabled: false, expires_at: '2027-03-31T00:00:00Z' });
    expect(only(key({ description: '' }), 'logfire_gateway_api_key').description).toBeUndefined();
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
