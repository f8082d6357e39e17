import { Tokenization } from 'cdktf';

/** A JSON value, or a value that is known only at apply. */
export type Json = unknown;

/** A JSON object. */
export interface JsonObject { readonly [key: string]: Json }

/** Whether a value is an object with known members: not a list, and nothing that is known only at apply. */
export function isJsonObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !Tokenization.isResolvable(value);
}

/** Describes a value of the wrong kind. */
export function kindOf(value: Json): string {
  if (value === undefined) {
    return 'nothing';
  }
  if (value === null || typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  if (typeof value === 'string') {
    return JSON.stringify(value);
  }
  return Array.isArray(value) ? 'a list' : 'an object';
}

/** Whether a number keeps its value on the way through Terraform and Logfire: both read it as a double. */
export function isExact(value: number): boolean {
  return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
}

/** Sets a member of an object with any key: `__proto__` is an ordinary key in JSON, but special in an assignment. */
export function setMember(object: { [key: string]: Json }, key: string, value: Json): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    object[key] = value;
  }
}
