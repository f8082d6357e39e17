import { Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { fail } from './errors';

/** Separators of the parts of an import id; in one of several parts they cannot be written (provider: import ids). */
const SEPARATOR = /[/,|]/;

/** An import id of several parts, none of them blank. */
export function renderImportParts(scope: IConstruct, prop: string, parts: readonly string[], byId: string): string {
  for (const part of parts) {
    if (!Token.isUnresolved(part) && (part.trim() === '' || SEPARATOR.test(part))) {
      fail(scope, `${prop} must be made of names or ids that are not blank and have none of / , |, got ${JSON.stringify(part)}; `
        + `import by ${byId} where a name has such a character`);
    }
  }
  return parts.map((part) => part.trim()).join('/');
}
