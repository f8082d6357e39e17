import { ApiScope } from '../../src';
import { ApiScope as WithInternals } from '../../src/tokens/api-scope';

/** Logfire's published API, July 2026. */
const CATALOGUE = [
  'instance:admin', 'instance:billing',
  ...['admin', 'auditlog', 'create_api_key', 'create_project', 'payment', 'read', 'read_api_key', 'read_channel', 'read_invitation', 'read_member',
    'read_trust_policy', 'scim', 'write', 'write_api_key', 'write_channel', 'write_invitation', 'write_member', 'write_trust_policy'].map((name) => `organization:${name}`),
  ...['gateway_proxy', 'read', 'read_alert', 'read_api_key', 'read_dashboard', 'read_datasets', 'read_external_variables', 'read_otlp', 'read_token', 'read_variables',
    'write', 'write_alert', 'write_api_key', 'write_dashboard', 'write_datasets', 'write_otlp', 'write_token', 'write_variables'].map((name) => `project:${name}`),
];

describe('ApiScope', () => {
  test('has all 38 scopes, each under its own name', () => {
    expect(WithInternals._known().map(({ value }) => value).sort()).toEqual([...CATALOGUE].sort());
    expect(CATALOGUE).toHaveLength(38);
    for (const value of CATALOGUE) {
      expect((ApiScope as unknown as Record<string, ApiScope>)[value.replace(':', '_').toUpperCase()].value).toBe(value);
    }
  });

  test.each(CATALOGUE)('%s knows whether it needs a project', (value) => {
    expect(ApiScope.of(value).needsProject).toBe(['project:gateway_proxy', 'project:read_otlp', 'project:write_otlp'].includes(value));
  });

  test('presets read or write, and touch no keys', () => {
    const values = (scopes: ApiScope[]) => scopes.map(({ value }) => value);
    expect(values(ApiScope.ingest())).toEqual(['project:write_otlp']);
    expect(values(ApiScope.query())).toEqual(['project:read_otlp']);
    expect(values(ApiScope.readOnly())).toEqual(CATALOGUE.filter((value) => /^project:read/.test(value) && !/token|api_key/.test(value)));
    ApiScope.ingest().pop();
    expect(ApiScope.ingest()).toHaveLength(1);
  });
});
