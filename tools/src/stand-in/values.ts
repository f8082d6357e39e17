import { decode, encode, ExtData, ExtensionCodec } from '@msgpack/msgpack';
import type { Shape } from './schema';

/** A value that Terraform does not know yet. There is one: `UNKNOWN`. */
export class Unknown {
  public readonly unknown = true;

  public toString(): string {
    return '(unknown)';
  }
}

/** The value of everything that is only known after apply. */
export const UNKNOWN = new Unknown();

/** A value of Terraform's type system. Sets are arrays whose order does not count. */
export type Value = null | string | number | boolean | Unknown | Value[] | ObjectValue;

/** An object or a map. */
export interface ObjectValue { [name: string]: Value }

/** Whether a value is an object or a map: not null, not unknown, not a list. */
export function isObject(value: Value | undefined): value is ObjectValue {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Unknown);
}

/** Whether a value is there and known. */
export function isSet(value: Value | undefined): value is Exclude<Value, null | Unknown> {
  return value !== null && value !== undefined && !(value instanceof Unknown);
}

/** A copy that shares nothing with the original, except `UNKNOWN`. */
export function copy<T extends Value>(value: T): T {
  if (Array.isArray(value)) return value.map(copy) as T;
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, copy(inner)])) as T;
  return value;
}

/** Whether two values of a shape are the same to Terraform. */
export function sameValue(shape: Shape, a: Value, b: Value): boolean {
  return fingerprint(shape, a) === fingerprint(shape, b);
}

/** Text that is equal for equal values; the elements of sets are sorted. */
export function fingerprint(shape: Shape, value: Value): string {
  if (value instanceof Unknown) return '?';
  if (Array.isArray(value)) {
    const elements = value.map((element) => fingerprint(shape.element!, element));
    return `[${(shape.kind === 'set' ? elements.sort() : elements).join()}]`;
  }
  if (isObject(value)) {
    const names = Object.keys(value).sort();
    return `{${names.map((name) => `${JSON.stringify(name)}:${fingerprint(shape.fields?.[name]?.shape ?? shape.element!, value[name])}`).join()}}`;
  }
  return JSON.stringify(value);
}

const PLAIN_UNKNOWN = 0;
const REFINED_UNKNOWN = 12;

const extensions = new ExtensionCodec<undefined>();
for (const type of [PLAIN_UNKNOWN, REFINED_UNKNOWN]) {
  extensions.register({
    type,
    encode: () => null,
    decode: () => UNKNOWN,
  });
}

/** Reads a value that came over the wire; what is absent becomes null. */
export function fromWire(shape: Shape, wire: { msgpack?: Uint8Array } | null | undefined): Value {
  if (!wire?.msgpack?.length) return null;
  return conform(shape, decode(wire.msgpack, { extensionCodec: extensions, useBigInt64: true }));
}

/** Writes a value for the wire. */
export function toWire(value: Value): { msgpack: Buffer } {
  return { msgpack: Buffer.from(encode(withExtensions(value))) };
}

function withExtensions(value: Value): unknown {
  if (value instanceof Unknown) return new ExtData(PLAIN_UNKNOWN, new Uint8Array([0]));
  if (Array.isArray(value)) return value.map(withExtensions);
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withExtensions(inner)]));
  return value;
}

/** Brings decoded data into a shape: numbers as numbers, and every field of an object present. */
export function conform(shape: Shape, raw: unknown): Value {
  if (raw === null || raw === undefined) return null;
  if (raw instanceof Unknown) return raw;
  switch (shape.kind) {
    case 'number':
      return Number(raw);
    case 'list':
    case 'set':
      return (raw as unknown[]).map((element) => conform(shape.element!, element));
    case 'map':
      return Object.fromEntries(Object.entries(raw).map(([key, element]) => [key, conform(shape.element!, element)]));
    case 'object':
      return Object.fromEntries(
        Object.entries(shape.fields!).map(([name, field]) => [name, conform(field.shape, (raw as Record<string, unknown>)[name])]),
      );
    default:
      return raw as string | boolean;
  }
}
