import { LogfireProject, ProjectVisibility } from '../../../src';
import { Checks } from '../check';

export const PROJECT: Checks = {
  'enums visibility': {
    breaks: (stack) => new LogfireProject(stack, 'Shop', { visibility: 'secret' as ProjectVisibility }),
    error: 'app/Shop: visibility must be one of public, private, got "secret"',
    keeps: (stack) => new LogfireProject(stack, 'Shop', { visibility: ProjectVisibility.PRIVATE }),
  },
  'min_length description': 'an empty description is left out',
  'min_length name': {
    breaks: (stack) => new LogfireProject(stack, 'Shop', { projectName: 'a' }),
    error: 'app/Shop: projectName must be 2 to 50 characters',
    keeps: (stack) => new LogfireProject(stack, 'Shop', { projectName: 'ab' }),
  },
  'patterns name': {
    breaks: (stack) => new LogfireProject(stack, 'Shop', { projectName: 'a_b' }),
    error: 'lower-case letters, digits and single hyphens between them, got "a_b"',
    keeps: (stack) => new LogfireProject(stack, 'Shop', { projectName: 'a-b' }),
  },
  'server_limits description': {
    breaks: (stack) => new LogfireProject(stack, 'Shop', { description: 'x'.repeat(501) }),
    error: 'app/Shop: description must be at most 500 characters, got 501',
    keeps: (stack) => new LogfireProject(stack, 'Shop', { description: 'x'.repeat(500) }),
  },
  'server_limits name': {
    breaks: (stack) => new LogfireProject(stack, 'Shop', { projectName: 'x'.repeat(51) }),
    error: 'app/Shop: projectName must be 2 to 50 characters',
    keeps: (stack) => new LogfireProject(stack, 'Shop', { projectName: 'x'.repeat(50) }),
  },
  'unique name': {
    breaks: (stack) => ['A', 'B'].map((id) => new LogfireProject(stack, id, { projectName: 'shop' })),
    error: 'app/B: projectName "shop" is taken by app/A',
    keeps: (stack) => ['A', 'B'].map((id) => new LogfireProject(stack, id)),
  },
};
