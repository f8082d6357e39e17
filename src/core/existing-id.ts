import { IConstruct } from 'constructs';
import { fail, warn } from './errors';
import { isUnresolved } from './unresolved';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text has the form of Logfire's ids. One that is known only at apply may have it. */
export function mayBeUuid(text: string): boolean {
  return isUnresolved(text) || UUID.test(text);
}

const article = (noun: string) => /^([aeio]|SLO)/.test(noun) ? 'an' : 'a';

/** Rejects a blank id of something that exists, such as a `project`, and warns about one that is no UUID. */
export function checkExistingId(scope: IConstruct, prop: string, id: string, noun: string): void {
  if (isUnresolved(id)) {
    return;
  }
  if (id.trim() === '') {
    fail(scope, `${prop} must be the UUID of ${article(noun)} ${noun}, got ${JSON.stringify(id)}; copy it from the ${noun}'s settings`);
  }
  if (!UUID.test(id)) {
    warn(scope, `${prop} ${JSON.stringify(id)} is not a UUID; Logfire finds ${noun}s by UUID, not by name`);
  }
}
