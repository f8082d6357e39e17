import { Construct } from 'constructs';
import { checkName, defaultName, NameRule } from '../core/names';

/** Provider: `name` of API keys; the server does not want it unique. */
const KEY_NAME: NameRule = { pattern: /\S/, minLength: 1, maxLength: Infinity, allowed: 'a text that is not blank' };

/** The name of a key, checked. */
export function keyNameOf(scope: Construct, keyName: string | undefined): string {
  const name = keyName ?? defaultName(scope, KEY_NAME);
  checkName(scope, 'keyName', name, KEY_NAME);
  return name;
}
