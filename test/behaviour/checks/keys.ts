import { TerraformStack } from 'cdktf';
import {
  ApiScope, BedrockApi, GatewayLimits, GatewayVendor, KeyOptions, LogfireApiKey, LogfireGatewayApiKey, LogfireGatewayProvider, LogfireProject,
  LogfireRotatingApiKey, SecretValue, TokenExpiry, TokenRotation,
} from '../../../src';
import { BY_REFERENCE, Check, Checks } from '../check';

const UUID = '00000000-0000-4000-8000-000000000001';
const LIMITS = ['daily', 'weekly', 'monthly', 'total'] as const;
type Make = (options: KeyOptions & GatewayLimits) => (stack: TerraformStack) => unknown;

const apiKey: Make = ({ dailyLimitUsd, weeklyLimitUsd, monthlyLimitUsd, totalLimitUsd, ...options }) => (stack) => new LogfireApiKey(stack, 'Key', {
  scopes: [ApiScope.PROJECT_GATEWAY_PROXY],
  project: LogfireProject.fromProjectId(stack, 'Shop', UUID),
  gateway: { dailyLimitUsd, weeklyLimitUsd, monthlyLimitUsd, totalLimitUsd, cacheEnabled: true },
  ...options,
});
const gatewayKey: Make = (options) => (stack) => new LogfireGatewayApiKey(stack, 'Key', { project: LogfireProject.fromProjectId(stack, 'Shop', UUID), ...options });

const limitChecks = (make: Make, prefix: string): Checks => Object.fromEntries(LIMITS.flatMap((name): [string, Check][] => {
  const limit = (amount: number) => make({ [`${name}LimitUsd`]: amount });
  const error = `${name}LimitUsd must be whole US dollars from 0 to 500000000, got`;
  return [
    [`integers ${prefix}spending_limit_${name}`, { breaks: limit(1.5), error: `${error} 1.5`, keeps: limit(0) }],
    [`ranges ${prefix}spending_limit_${name}`, { breaks: limit(500_000_001), error: `${error} 500000001`, keeps: limit(500_000_000) }],
  ];
}));

const keyChecks = (make: Make): Checks => ({
  'min_length description': 'an empty description is left out',
  'min_length name': {
    breaks: make({ keyName: ' ' }),
    error: 'app/Key: keyName must be',
    keeps: make({ keyName: 'x' }),
  },
  'min_length project_id': BY_REFERENCE,
  'patterns expires_at': {
    breaks: make({ expiry: TokenExpiry.at('2199-01-01') }),
    error: 'app/Key: expiry must be an RFC 3339 timestamp',
    keeps: make({ expiry: TokenExpiry.at('2199-01-01T00:00:00+01:00') }),
  },
  'timestamps expires_at': {
    breaks: make({ expiry: TokenExpiry.at('2199-02-30T00:00:00Z') }),
    error: 'app/Key: expiry must be an RFC 3339 timestamp',
    keeps: make({ expiry: TokenExpiry.at('2199-02-28T00:00:00Z') }),
  },
});

export const GATEWAY_API_KEY: Checks = { ...keyChecks(gatewayKey), ...limitChecks(gatewayKey, '') };

export const API_KEY: Checks = {
  ...keyChecks(apiKey),
  ...limitChecks(apiKey, 'gateway.'),
  'min_items scopes': {
    breaks: (stack) => new LogfireApiKey(stack, 'Key', { scopes: [] }),
    error: 'app/Key: scopes must',
    keeps: (stack) => new LogfireApiKey(stack, 'Key', { scopes: [ApiScope.ORGANIZATION_READ] }),
  },
  'rules gateway-needs-scope': {
    breaks: (stack) => new LogfireApiKey(stack, 'Key', { scopes: [ApiScope.ORGANIZATION_READ], gateway: { dailyLimitUsd: 1 } }),
    error: 'app/Key: gateway',
    keeps: apiKey({ dailyLimitUsd: 1 }),
  },
  'rules gateway-not-empty': {
    breaks: (stack) => new LogfireApiKey(stack, 'Key', {
      scopes: [ApiScope.PROJECT_GATEWAY_PROXY], project: LogfireProject.fromProjectId(stack, 'Shop', UUID), gateway: {},
    }),
    error: 'app/Key: gateway',
    keeps: apiKey({}),
  },
  'rules project-bound-scope': {
    breaks: (stack) => new LogfireRotatingApiKey(stack, 'Key', { scopes: ApiScope.ingest(), rotation: TokenRotation.manual(1) }),
    error: 'project:write_otlp',
    keeps: (stack) => LogfireProject.fromProjectId(stack, 'Shop', UUID).addIngestKey('Key'),
  },
};

const upstream = (vendor: GatewayVendor, slug?: string, key = 'not-a-real-key') => (stack: TerraformStack) =>
  new LogfireGatewayProvider(stack, 'Upstream', { vendor, gatewayProviderSlug: slug, apiKey: SecretValue.unsafePlainText(key) });
const bedrock = (region: string, api = BedrockApi.RUNTIME) => (stack: TerraformStack) => upstream(GatewayVendor.bedrock({ api, region }))(stack);

export const GATEWAY_PROVIDER: Checks = {
  'enums bedrock_api': {
    breaks: bedrock('eu-west-1', 'invoke' as BedrockApi),
    error: 'GatewayVendor.bedrock: api must be one of runtime, mantle',
    keeps: bedrock('eu-west-1', BedrockApi.MANTLE),
  },
  'enums vendor': 'an open set: GatewayVendor.of passes a vendor on that this library does not know, and warns',
  'max_length bedrock_region': {
    breaks: bedrock(`eu-${'x'.repeat(61)}`),
    error: 'app/Upstream: vendor.region must be an AWS region',
    keeps: bedrock(`eu-${'x'.repeat(60)}`),
  },
  'max_length slug': {
    breaks: upstream(GatewayVendor.OPENAI, 'x'.repeat(65)),
    error: 'app/Upstream: gatewayProviderSlug must be',
    keeps: upstream(GatewayVendor.OPENAI, 'x'.repeat(64)),
  },
  'min_length api_key': {
    breaks: upstream(GatewayVendor.OPENAI, 'openai', ''),
    error: 'app/Upstream: apiKey must not be empty',
    keeps: upstream(GatewayVendor.OPENAI, 'openai'),
  },
  'min_length bedrock_region': {
    breaks: bedrock('e'),
    error: 'app/Upstream: vendor.region must be an AWS region',
    keeps: bedrock('e-1'),
  },
  'min_length slug': {
    breaks: upstream(GatewayVendor.OPENAI, ''),
    error: 'app/Upstream: gatewayProviderSlug must be',
    keeps: upstream(GatewayVendor.OPENAI, 'x'),
  },
  'patterns bedrock_region': {
    breaks: bedrock('EU-West-1'),
    error: 'app/Upstream: vendor.region must be an AWS region',
    keeps: bedrock('eu-west-1'),
  },
  'patterns slug': {
    breaks: upstream(GatewayVendor.OPENAI, '-x'),
    error: 'app/Upstream: gatewayProviderSlug must be',
    keeps: upstream(GatewayVendor.OPENAI, 'X.y_z-1'),
  },
  'rules bedrock': {
    breaks: upstream(GatewayVendor.of('bedrock')),
    error: 'app/Upstream: vendor must have an API and a region for Bedrock',
    keeps: bedrock('eu-west-1'),
  },
  'rules not-bedrock': 'only GatewayVendor.bedrock takes the fields',
  'unique slug': {
    breaks: (stack) => ['A', 'B'].map((id) => new LogfireGatewayProvider(stack, id, {
      vendor: GatewayVendor.OPENAI, gatewayProviderSlug: 'openai', apiKey: SecretValue.unsafePlainText('not-a-real-key'),
    })),
    error: 'app/B: gatewayProviderSlug "openai" is taken by app/A',
    keeps: upstream(GatewayVendor.OPENAI, 'openai'),
  },
};
