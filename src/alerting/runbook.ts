import { IConstruct } from 'constructs';
import { fail } from '../core/errors';
import { secretIn } from '../core/redaction';
import { isUnresolved } from '../core/unresolved';

/** Rejects what is no address of a page that everyone who sees the alert may read. */
export function checkRunbook(scope: IConstruct, prop: string, address: string, advice: string): void {
  if (isUnresolved(address)) {
    return;
  }
  if (!/^https?:\/\/\S+$/.test(address)) {
    fail(scope, 'runbook-address', `${prop} must be an address that begins with https:// or http:// and has no whitespace, got ${JSON.stringify(address)}; ${advice}`);
  }
  const secret = secretIn(address);
  if (secret !== undefined) {
    fail(scope, 'runbook-address', `${prop} must have no secret in it, because everyone who sees the alert reads it, got ${secret}; remove the secret`);
  }
}
