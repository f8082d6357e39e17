import { createHash } from 'node:crypto';
import { IConstruct } from 'constructs';
import { fail } from './errors';
import { isUnresolved } from './unresolved';

/** What the server accepts as the name of one kind of object. */
export interface NameRule {
  readonly pattern: RegExp;
  readonly minLength: number;
  readonly maxLength: number;
  /** The rule in words, as it ends the sentence "must be …". */
  readonly allowed: string;
}

/** A required name without further constraints. The provider trims some names, and then finds a different one in the state. */
export const LABEL: NameRule = {
  pattern: /^\S(?:.*\S)?$/s,
  minLength: 1,
  maxLength: Infinity,
  allowed: 'a string that is not blank and has no whitespace around it',
};

/** Provider: `name` of projects and organizations. The server adds the 50. */
export const SLUG_NAME: NameRule = {
  pattern: /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
  minLength: 2,
  maxLength: 50,
  allowed: '2 to 50 characters, lower-case letters, digits and single hyphens between them',
};

const HASH_LENGTH = 8;

/**
 * A name from the construct's path: `app/Shop` becomes `app-shop`.
 *
 * Depends on the path alone, so it is stable. Where the path does not fit the rule (too long, or characters that the
 * rule does not allow), a hash of the path keeps it distinct.
 */
export function defaultName(scope: IConstruct, rule: NameRule): string {
  const path = scope.node.path;
  const words = path.split('/').filter(isShown).map(kebab);
  const name = words.filter((word) => word !== '').join('-');
  const lossless = !words.includes('') && !/[^\u0020-\u007e]/.test(path);
  if (lossless && name.length >= rule.minLength && name.length <= rule.maxLength) {
    return name;
  }
  const hash = createHash('sha256').update(path).digest('hex').slice(0, HASH_LENGTH);
  const room = rule.maxLength - HASH_LENGTH - 1;
  return [name.slice(0, room).replace(/-+$/, ''), hash].filter((part) => part !== '').join('-');
}

/** Rejects a name that the rule does not allow. One that is known only at apply passes. */
export function checkName(scope: IConstruct, prop: string, name: string, rule: NameRule): void {
  if (isUnresolved(name)) {
    return;
  }
  if (name.length < rule.minLength || name.length > rule.maxLength || !rule.pattern.test(name)) {
    fail(scope, 'resource-name', `${prop} must be ${rule.allowed}, got ${JSON.stringify(name)}; leave it out to use a name from the construct's path`);
  }
}

/** The ids of a path in one kebab-case word, without those that CDKTF hides from people. */
export function kebabPath(ids: readonly string[]): string {
  return ids.filter(isShown).map(kebab).filter((word) => word !== '').join('-');
}

function isShown(id: string): boolean {
  return id !== 'Resource' && id !== 'Default';
}

/** What most ids are: one word, perhaps with a capital letter at its beginning. */
const ONE_WORD = /^[A-Z]?[a-z0-9]+$/;

function kebab(id: string): string {
  return ONE_WORD.test(id) ? id.toLowerCase() : id
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
