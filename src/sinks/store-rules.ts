import { IConstruct } from 'constructs';
import { fail } from '../core/errors';
import { shown } from '../core/redaction';
import { isUnresolved } from '../core/unresolved';

/** Rejects a name that a secret store would reject at apply. One that is known only at apply passes. */
export function checkStoreName(scope: IConstruct, prop: string, name: string, pattern: RegExp, rule: string): void {
  if (!isUnresolved(name) && !pattern.test(name)) {
    fail(scope, 'store-name', `${prop} must be ${rule}, got ${shown(name)}; rename it`);
  }
}
