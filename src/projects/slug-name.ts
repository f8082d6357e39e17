import { NameRule } from '../core/names';

/** Provider: `name` of projects and organizations; the server adds the 50. */
export const SLUG_NAME: NameRule = {
  pattern: /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
  minLength: 2,
  maxLength: 50,
  allowed: '2 to 50 characters, lower-case letters, digits and single hyphens between them',
};
