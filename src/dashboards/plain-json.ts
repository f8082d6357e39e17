import { Token, Tokenization } from 'cdktf';
import { isExact, Json } from './json';
import { failWithoutPath } from '../core/errors';

/**
 * A copy of a value of the program as JSON: later changes of the original do not reach it.
 *
 * What Terraform alone knows stays as it is. Members that are undefined are left out, as in any JSON.
 *
 * @param place where the value is, such as `definition.spec`, for errors
 */
export function plainJson(value: unknown, place: string, within: readonly unknown[] = []): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || Token.isUnresolved(value)) {
    return value;
  }
  if (typeof value === 'number') {
    if (!isExact(value)) {
      failWithoutPath(`${place} is the number ${value}, which is beyond 2^53 or none at all and does not survive its way to Logfire; write it as text`);
    }
    return value;
  }
  if (typeof value !== 'object') {
    failWithoutPath(`${place} is ${value === undefined ? 'nothing' : `a ${typeof value}`}, which JSON has no form for; pass a text, a number, a truth value, a list or an object`);
  }
  if (within.includes(value)) {
    failWithoutPath(`${place} contains itself; a definition is a tree`);
  }
  const inner = [...within, value];
  if (Array.isArray(value)) {
    return value.map((item, index) => plainJson(item === undefined ? null : item, `${place}[${index}]`, inner));
  }
  if (!isPlain(value!)) {
    failWithoutPath(`${place} is an object of class ${value!.constructor.name}, not plain data; pass a text, a number, a truth value, a list or an object`);
  }
  return Object.fromEntries(Object.entries(value!)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => [key, plainJson(member, `${place}.${key}`, inner)]));
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  // Data of another realm, such as a sandbox, has another `Object.prototype`.
  return prototype === null || Object.getPrototypeOf(prototype) === null || Tokenization.isResolvable(value);
}
