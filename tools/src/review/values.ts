import type { AttributeChange, Value } from './changes';
import { canonical, isObject, type Json } from './json';
import { panelChanges } from './panels';
import type { PlannedResource } from './plan';
import { behaviourOf } from '../stand-in/behaviour';
import { resourceShape, type Field } from '../stand-in/schema';

const NOTHING: Value = { is: 'nothing', text: '' };
const UNKNOWN: Value = { is: 'unknown', text: '' };
const SENSITIVE: Value = { is: 'sensitive', text: '' };

/** Names for ids, such as those of channels. */
export type Names = ReadonlyMap<string, string>;

/**
 * The attributes that a change changes, without those that Logfire computes. A value shows only if neither Terraform, nor the schema, nor what
 * is known of the provider calls it sensitive, and if the schema has the attribute at all.
 */
export function attributeChanges({ type, change }: PlannedResource, names: Names): AttributeChange[] {
  const { fields = {} } = resourceShape(type);
  const behaviour = behaviourOf(type);
  const secrets = new Set([...behaviour.sensitive, ...behaviour.secret_though_not_marked]);
  const keptUnknown = new Set([...behaviour.unknown_on_update, ...behaviour.unknown_on_update_when_omitted]);
  const changes: AttributeChange[] = [];
  const compare = (path: string, sides: Sides, field: Field | undefined) => {
    const { before, after, unknown, marked } = sides;
    if (unknown !== true && sameJson(before, after) && !hasTrue(unknown)) {
      return;
    }
    if (field?.computed && (!field.optional || (unknown === true && keptUnknown.has(path)))) {
      return;
    }
    const inner = field?.shape.kind === 'object' ? field.shape.fields : undefined;
    if (inner !== undefined && unknown !== true && isOpen(before) && isOpen(after)) {
      Object.keys(inner).sort().forEach((name) => compare(`${path}.${name}`, sidesAt(sides, name), inner[name]));
      return;
    }
    const isSecret = field === undefined || field.sensitive || marked || secrets.has(path);
    const panels = type === 'logfire_dashboard' && path === 'definition' && !isSecret ? panelChanges(before, after) : undefined;
    changes.push(panels ?? {
      name: path,
      before: isSecret ? hidden(before) : valueOf(before, names),
      after: isSecret ? SENSITIVE : unknown === true || hasTrue(unknown) ? UNKNOWN : valueOf(after, names),
    });
  };
  const { before = null, after = null, after_unknown: unknown = {}, before_sensitive: beforeMarks = {}, after_sensitive: afterMarks = {} } = change;
  const all = new Set([before, after, unknown].flatMap((side) => isObject(side) ? Object.keys(side) : []));
  const root: Sides = { before, after, unknown, beforeMarks, afterMarks, marked: beforeMarks === true || afterMarks === true };
  [...all].sort().forEach((name) => compare(name, sidesAt(root, name), fields[name]));
  return changes;
}

/** What Terraform says of one attribute before and after. */
interface Sides {
  readonly before: Json;
  readonly after: Json;
  readonly unknown: Json;
  readonly beforeMarks: Json;
  readonly afterMarks: Json;
  /** Whether the attribute, something around it or something in it is marked as sensitive. */
  readonly marked: boolean;
}

function sidesAt(sides: Sides, name: string): Sides {
  const at = (value: Json) => isObject(value) ? (value as { [name: string]: Json })[name] ?? null : null;
  const [beforeMarks, afterMarks] = [at(sides.beforeMarks), at(sides.afterMarks)];
  const around = sides.beforeMarks === true || sides.afterMarks === true;
  return {
    before: at(sides.before),
    after: at(sides.after),
    unknown: sides.unknown === true || at(sides.unknown),
    beforeMarks: sides.beforeMarks === true || beforeMarks,
    afterMarks: sides.afterMarks === true || afterMarks,
    marked: around || hasTrue(beforeMarks) || hasTrue(afterMarks),
  };
}

function isOpen(value: Json): boolean {
  return value === null || isObject(value);
}

function hasTrue(value: Json): boolean {
  return value === true || (typeof value === 'object' && value !== null && Object.values(value).some(hasTrue));
}

function sameJson(one: Json, other: Json): boolean {
  return one === other || canonical(one) === canonical(other);
}

function hidden(value: Json): Value {
  return value === null ? NOTHING : SENSITIVE;
}

function valueOf(value: Json, names: Names): Value {
  return value === null ? NOTHING : { is: 'text', text: textOf(value, names) };
}

/** A value for people: names for ids, and lists and objects without their quotes. */
function textOf(value: Json, names: Names): string {
  if (typeof value === 'string') {
    return names.get(value) ?? value;
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? 'empty' : value.map((item: Json) => textOf(item, names)).join(', ');
  }
  if (isObject(value)) {
    const entries = Object.entries(value as { [name: string]: Json }).filter(([, item]) => item !== null);
    return entries.map(([name, item]) => `${name}: ${textOf(item, names)}`).join('; ');
  }
  return String(value);
}
