import type { Shape } from './schema';
import { isObject, Unknown, UNKNOWN, type ObjectValue, type Value } from './values';

/** One step of an attribute path on the wire. */
export type Step = { readonly attribute_name: string } | { readonly element_key_int: number } | { readonly element_key_string: string };

/** A value and where it was found. */
export interface Located {
  readonly value: Value;
  /** For people: `windows[0].start_time`. */
  readonly text: string;
  /** For Terraform. Ends at a set: its elements cannot be named by position. */
  readonly steps: readonly Step[];
}

const TIERS = ['fast', 'medium', 'slow'];

/** Writes `<tier>` out as the three tiers. */
export function expandTiers(path: string): string[] {
  return path.includes('<tier>') ? TIERS.map((tier) => path.replace('<tier>', tier)) : [path];
}

/** Steps of a path without lists, such as `gateway.cache_enabled`. */
export function stepsOf(path: string): Step[] {
  return path.split('.').map((name) => ({ attribute_name: name }));
}

/** The value at a path without lists: null below null, unknown below unknown. */
export function valueAt(root: Value, path: string): Value {
  let value: Value = root;
  for (const name of path.split('.')) {
    if (value instanceof Unknown) return UNKNOWN;
    if (!isObject(value)) return null;
    value = value[name] ?? null;
  }
  return value;
}

/** Puts a value at a path without lists, when the object that holds it is there. */
export function putAt(root: ObjectValue, path: string, value: Value): void {
  const names = path.split('.');
  const last = names.pop()!;
  const holder = names.length === 0 ? root : valueAt(root, names.join('.'));
  if (isObject(holder)) holder[last] = value;
}

/** Every value that a path with `[]` for "each element" reaches, nulls included. Nothing is below null or unknown. */
export function* locate(shape: Shape, root: Value, path: string): Generator<Located> {
  const names = path.split('.').flatMap((part) => (part.endsWith('[]') ? [part.slice(0, -2), '[]'] : [part]));
  yield* walk(shape, { value: root, text: '', steps: [] }, names, false);
}

function* walk(shape: Shape, at: Located, names: readonly string[], cut: boolean): Generator<Located> {
  if (names.length === 0) {
    yield at;
    return;
  }
  const [name, ...rest] = names;
  if (name === '[]') {
    if (!Array.isArray(at.value)) return;
    const inSet = cut || shape.kind === 'set';
    for (const [index, element] of at.value.entries()) {
      yield* walk(
        shape.element!,
        { value: element, text: `${at.text}[${index}]`, steps: inSet ? at.steps : [...at.steps, { element_key_int: index }] },
        rest,
        inSet,
      );
    }
    return;
  }
  if (!isObject(at.value)) return;
  yield* walk(
    shape.fields![name].shape,
    {
      value: at.value[name] ?? null,
      text: at.text ? `${at.text}.${name}` : name,
      steps: cut ? at.steps : [...at.steps, { attribute_name: name }],
    },
    rest,
    cut,
  );
}
