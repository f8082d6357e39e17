import { TerraformStack } from 'cdktf';
import { LogfireProject, TokenExpiry } from '../../../src';
import { BY_REFERENCE, Checks } from '../check';

const tokenChecks = (kind: 'Write' | 'Read'): Checks => {
  const add = (stack: TerraformStack, instant: string) => {
    const project = new LogfireProject(stack, 'Shop');
    const options = { expiry: TokenExpiry.at(instant) };
    return kind === 'Write' ? project.addWriteToken('Token', options) : project.addReadToken('Token', options);
  };
  return {
    'import_id null': {
      breaks: (stack) => {
        const { resource } = add(stack, '2199-01-01T00:00:00Z');
        (resource as unknown as { _imported: object })._imported = { id: 'some-id' };
      },
      error: `app/Shop/Token: a logfire_${kind.toLowerCase()}_token cannot be imported`,
      keeps: (stack) => add(stack, '2199-01-01T00:00:00Z'),
    },
    'min_length project_id': BY_REFERENCE,
    'patterns expires_at': {
      breaks: (stack) => add(stack, '2199-01-01'),
      error: 'app/Shop/Token: expiry must be an RFC 3339 timestamp such as 2027-03-31T00:00:00Z, got "2199-01-01"',
      keeps: (stack) => add(stack, '2199-01-01T00:00:00+01:00'),
    },
    'timestamps expires_at': {
      breaks: (stack) => add(stack, '2199-02-30T00:00:00Z'),
      error: 'app/Shop/Token: expiry must be an RFC 3339 timestamp',
      keeps: (stack) => add(stack, '2199-02-28T00:00:00Z'),
    },
  };
};

export const WRITE_TOKEN = tokenChecks('Write');
export const READ_TOKEN = tokenChecks('Read');
