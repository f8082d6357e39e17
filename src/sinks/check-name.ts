import { IConstruct } from 'constructs';
import { fail } from '../core/errors';
import { isUnresolved } from '../core/unresolved';

/** Refuses a name that the store would refuse at apply. */
export function checkName(scope: IConstruct, prop: string, name: string, pattern: RegExp, rule: string): void {
  if (!isUnresolved(name) && !pattern.test(name)) {
    fail(scope, `${prop} must be ${rule}, got ${JSON.stringify(name)}; rename it`);
  }
}
