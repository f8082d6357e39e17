import { Tokenization } from 'cdktf';
import { isExact, Json, JsonObject, setMember } from './json';
import { failWithoutPath } from '../core/errors';
import { isUnresolved } from '../core/unresolved';

/** A value of the program as JSON. */
export interface PlainJson {
  readonly value: Json;
  /** Whether Terraform has no part in it. */
  readonly known: boolean;
}

/**
 * A copy of a value of the program as JSON, with the members of each object in one order: later changes of the original do not
 * reach it, and equal values give equal text.
 *
 * What Terraform alone knows stays as it is. Members that are undefined are left out, as in any JSON.
 *
 * @param name what the value is, such as `definition`, for errors
 */
export function plainJson(value: unknown, name: string): PlainJson {
  const trail = new Trail(name);
  const copied = copy(value, trail);
  return { value: copied, known: trail.known };
}

/** The way from the root to a value: where errors are, and what contains it. */
class Trail {
  /** Whether all that was copied so far is known at synth. */
  public known = true;
  private readonly steps: (string | number)[] = [];
  private readonly containers: object[] = [];

  constructor(private readonly name: string) {}

  public get place(): string {
    return this.name + this.steps.map((step) => typeof step === 'number' ? `[${step}]` : `.${step}`).join('');
  }

  public enter(container: object): void {
    if (this.containers.includes(container)) {
      failWithoutPath(`${this.place} contains itself; a definition is a tree`);
    }
    this.containers.push(container);
  }

  public leave(): void {
    this.containers.pop();
  }

  public copyAt(step: string | number, value: unknown): Json {
    this.steps.push(step);
    const copied = copy(value, this);
    this.steps.pop();
    return copied;
  }
}

function copy(value: unknown, trail: Trail): Json {
  if (isUnresolved(value)) {
    trail.known = false;
    return value;
  }
  if (value === null || typeof value === 'string' || typeof value === 'boolean') {
    return value;
  }
  if (typeof value === 'number') {
    if (!isExact(value)) {
      failWithoutPath(`${trail.place} is the number ${value}, which is beyond 2^53 or none at all and does not survive its way to Logfire; write it as text`);
    }
    return value;
  }
  if (typeof value !== 'object') {
    const kind = value === undefined ? 'nothing' : `a ${typeof value}`;
    failWithoutPath(`${trail.place} is ${kind}, which JSON has no form for; pass a text, a number, a truth value, a list or an object`);
  }
  trail.enter(value);
  const copied = Array.isArray(value)
    ? value.map((item, index) => trail.copyAt(index, item === undefined ? null : item))
    : copyMembers(value, trail);
  trail.leave();
  return copied;
}

function copyMembers(value: object, trail: Trail): Json {
  if (!isPlain(value)) {
    failWithoutPath(`${trail.place} is an object of class ${value.constructor.name}, not plain data; pass a text, a number, a truth value, a list or an object`);
  }
  const copied: { [key: string]: Json } = {};
  for (const key of sortedKeys(value)) {
    const member = (value as JsonObject)[key];
    if (member !== undefined) {
      trail.known &&= !isUnresolved(key);
      setMember(copied, key, trail.copyAt(key, member));
    }
  }
  return copied;
}

/** Most documents have their members in order already, and a look costs less than a sort. */
function sortedKeys(value: object): string[] {
  const keys = Object.keys(value);
  for (let index = 1; index < keys.length; index += 1) {
    if (keys[index - 1] > keys[index]) {
      return keys.sort();
    }
  }
  return keys;
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  // Data of another realm, such as a sandbox, has another `Object.prototype`.
  return prototype === null || Object.getPrototypeOf(prototype) === null || Tokenization.isResolvable(value);
}
