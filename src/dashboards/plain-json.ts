import { Tokenization } from 'cdktf';
import { isExact, Json, JsonObject, setMember } from './json';
import { failWithoutPath } from '../core/errors';
import { isUnresolved } from '../core/unresolved';

const JSON_VALUES = 'have only strings, numbers, booleans, lists and maps';

/** A value of the program as JSON. */
export interface PlainJson {
  readonly value: Json;
  /** Whether the whole value is known at synth. */
  readonly known: boolean;
}

/**
 * Copies a value of the program as JSON, with sorted members: later changes of the original have no effect, and equal values render
 * the same text.
 *
 * Values that are known only at apply stay as they are. Undefined members are removed, as in any JSON.
 *
 * @param name the prop, such as `definition`, for errors
 */
export function plainJson(value: unknown, name: string): PlainJson {
  const trail = new Trail(name);
  const copied = copy(value, trail);
  return { value: copied, known: trail.known };
}

/** The path from the root to a value, for errors, and the objects that contain the value. */
class Trail {
  /** Whether everything that was copied so far is known at synth. */
  public known = true;
  private readonly steps: (string | number)[] = [];
  private readonly containers: object[] = [];

  constructor(private readonly name: string) {}

  /** Fails for the value at the end of the trail: `definition must ..., got ... at spec.panels; ...`. */
  public refuse(allowed: string, got: string, remedy: string): never {
    const place = this.steps.map((step) => typeof step === 'number' ? `[${step}]` : `.${step}`).join('').replace(/^\./, '');
    failWithoutPath('definition-json', `${this.name} must ${allowed}, got ${got}${place === '' ? '' : ` at ${place}`}; ${remedy}`);
  }

  public enter(container: object): void {
    if (this.containers.includes(container)) {
      this.refuse('be a tree', 'an object that contains itself', 'pass a copy without the cycle');
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
      trail.refuse('have finite numbers up to 2^53', String(value), 'write it as a string, because it would change on the way to Logfire');
    }
    return value;
  }
  if (typeof value !== 'object') {
    trail.refuse(JSON_VALUES, value === undefined ? 'nothing' : `a ${typeof value}`, 'JSON cannot represent it: convert it');
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
    trail.refuse(JSON_VALUES, `an object of class ${value.constructor.name}`, 'JSON cannot represent it: convert it');
  }
  const copied: { [key: string]: Json } = {};
  for (const key of sortedKeys(value)) {
    const member = (value as JsonObject)[key];
    if (member !== undefined) {
      trail.known &&= !isUnresolved(key);
      // Most members: without the trail, which only errors need.
      setMember(copied, key, isKnownScalar(member) ? member : trail.copyAt(key, member));
    }
  }
  return copied;
}

function isKnownScalar(value: Json): boolean {
  return value === null || typeof value === 'boolean' || (typeof value === 'string' && !isUnresolved(value));
}

/** Most documents are sorted already, and a check costs less than a sort. */
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
  // Data of another realm, such as a sandbox, has a different `Object.prototype`.
  return prototype === null || Object.getPrototypeOf(prototype) === null || Tokenization.isResolvable(value);
}
