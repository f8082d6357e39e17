import { shown } from './redaction';
import { isUnresolved } from './unresolved';

/** Marks the classes that jsii compiled with their names, which no bundler changes. */
const RTTI = Symbol.for('jsii.rtti');

/** The name of a class, also after a bundler has renamed it. */
export function typeName(type: Function): string {
  const { fqn } = (Object.getOwnPropertyDescriptor(type, RTTI)?.value ?? {}) as { readonly fqn?: string };
  return fqn?.split('.').at(-1) ?? type.name;
}

const classes = new WeakMap<object, ReadonlySet<string>>();

/** The names of an object's class and of its bases. */
export function classNames(value: object): ReadonlySet<string> {
  const prototype: object = Object.getPrototypeOf(value) ?? Object.prototype;
  let names = classes.get(prototype);
  if (names === undefined) {
    const found = new Set<string>();
    for (let current: object | null = prototype; current !== null; current = Object.getPrototypeOf(current)) {
      if (typeof current.constructor === 'function') {
        found.add(typeName(current.constructor));
      }
    }
    names = found;
    classes.set(prototype, names);
  }
  return names;
}

/** Whether an object has no class. */
export function isPlain(value: object): boolean {
  const prototype: object | null = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Whether a value is a class, and not an object of one. */
export function isClass(value: unknown): value is Function {
  return typeof value === 'function' && /^class\b/.test(Function.prototype.toString.call(value));
}

/** A value as an error names it: short, and without what may be a secret. */
export function given(value: unknown, secret = false): string {
  switch (typeof value) {
    case 'undefined': return 'nothing';
    case 'string': return secret && !isUnresolved(value) ? 'a string' : shown(value);
    case 'number': return secret ? 'a number' : shown(value);
    case 'bigint': return secret ? 'a bigint' : `the bigint ${shown(value)}`;
    case 'boolean': return String(value);
    case 'symbol': return 'a symbol';
    case 'function': return isClass(value) ? `the class ${typeName(value)}` : 'a function';
    default: return value === null ? 'null' : givenObject(value as object);
  }
}

function givenObject(value: object): string {
  try {
    if (Array.isArray(value)) {
      return value.length === 0 ? 'an empty list' : 'a list';
    }
    if (typeof (value as { then?: unknown }).then === 'function') {
      return 'a promise, for which you must await';
    }
    if (isUnresolved(value)) {
      return 'a Terraform expression';
    }
    const type: unknown = Object.getPrototypeOf(value)?.constructor;
    const name = typeof type === 'function' ? typeName(type) : '';
    return name === '' || name === 'Object' ? 'an object' : `${/^[AEIO]/.test(name) ? 'an' : 'a'} ${name}`;
  } catch {
    return 'an object that cannot be read';
  }
}

/** The name that somebody may have meant: one of few different letters, or one that contains it. Undefined if there is none. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  const wanted = plain(name);
  const ranked = names
    .map((known) => ({ known, distance: distanceOf(wanted, plain(known)) }))
    .filter(({ distance }) => distance < 1)
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.known;
}

const plain = (name: string) => name.replace(/[^A-Za-z0-9]/g, '').toLowerCase();

/** 0 for the same word, and 1 or more for another one. */
function distanceOf(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 3 && (long.startsWith(short) || long.endsWith(short))) {
    return (1 - short.length / long.length) / 2;
  }
  const edits = editDistance(a, b) / Math.max(2, short.length / 2.5);
  return short.length >= 4 && long.startsWith(short.slice(0, 4)) ? Math.min(edits, 0.9) : edits;
}

/** How many letters differ (Levenshtein). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length];
}
