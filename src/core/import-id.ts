import { IConstruct } from 'constructs';
import { fail } from './errors';
import { isUnresolved } from './unresolved';

/** Separators of the parts of an import id (provider: import). */
const SEPARATOR = /[/,|]/;

/**
 * The text of an import id that is made of names or ids.
 *
 * @param advice what to do about a part that cannot be said
 */
export function renderImportId(scope: IConstruct, prop: string, parts: readonly string[], advice: string): string {
  for (const part of parts) {
    if (!isUnresolved(part) && (part.trim() === '' || SEPARATOR.test(part))) {
      fail(scope, `${prop} must be made of names or ids that are not blank and have none of / , |, got ${JSON.stringify(part)}; ${advice}`);
    }
  }
  return parts.map((part) => part.trim()).join('/');
}
