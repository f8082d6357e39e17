import { TerraformStack } from 'cdktf';
import { LogfireOrganization, LogfireProvider, LogfireRegion } from '../../../src';
import { Checks } from '../check';

const organization = (organizationName: string, id = 'Organization') => (stack: TerraformStack) => new LogfireOrganization(stack, id, {
  organizationName,
  provider: stack.node.tryFindChild('SelfHosted') as LogfireProvider | undefined
    ?? new LogfireProvider(stack, 'SelfHosted', { alias: 'self_hosted', baseUrl: 'https://logfire.example.com' }),
});

export const ORGANIZATION: Checks = {
  'min_length name': {
    breaks: organization('a'),
    error: 'app/Organization: organizationName must be 2 to 50 characters',
    keeps: organization('ab'),
  },
  'patterns name': {
    breaks: organization('A_b'),
    error: 'lower-case letters, digits and single hyphens between them, got "A_b"',
    keeps: organization('a-b'),
  },
  'rules protected': 'the provider protects at apply; deletionProtection is on unless it is switched off',
  'self_hosted_only': {
    breaks: (stack) => new LogfireOrganization(stack, 'Organization', { provider: new LogfireProvider(stack, 'Eu', { alias: 'eu', region: LogfireRegion.EU }) }),
    error: 'can be created on a self-hosted Logfire only',
    keeps: organization('acme'),
  },
  'server_limits name': {
    breaks: organization('x'.repeat(51)),
    error: 'app/Organization: organizationName must be 2 to 50 characters',
    keeps: organization('x'.repeat(50)),
  },
  'unique name': {
    breaks: (stack) => [organization('acme', 'A')(stack), organization('acme', 'B')(stack)],
    error: 'app/B: organizationName "acme" is taken by app/A',
    keeps: organization('acme'),
  },
};
