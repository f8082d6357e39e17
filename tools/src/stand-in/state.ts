import type { Behaviour } from './behaviour';
import { isBlank, keepSpelling } from './meaning';
import { putAt, valueAt } from './paths';
import type { Shape } from './schema';
import { copy, isSet, type ObjectValue } from './values';

/** What the provider does with what it reads. */
export type Reading = 'create' | 'update' | 'read' | 'import';

/** Computed attributes that the answer to the creation of a token does not carry. */
const NOT_IN_ANSWER = ['token_prefix', 'project_name', 'created_by_name'];

/**
 * The state of an object.
 *
 * @param server what Logfire has
 * @param kept the plan (creation, update), the state (read), or null (import)
 */
export function stateOf(type: string, shape: Shape, behaviour: Behaviour, server: ObjectValue, kept: ObjectValue | null, how: Reading): ObjectValue {
  const state: ObjectValue = {};
  for (const name of Object.keys(shape.fields!)) state[name] = copy(server[name] ?? null);

  for (const name of behaviour.secret_only_at_create) {
    if (how !== 'create') state[name] = kept?.[name] ?? null;
  }
  for (const name of behaviour.never_read_back) state[name] = kept?.[name] ?? null;
  for (const name of behaviour.local_only) state[name] = kept ? kept[name] : behaviour.defaults[name] ?? null;
  for (const path of Object.keys(behaviour.masked_on_read)) mask(behaviour, path, state, kept);
  if (how === 'create' && behaviour.updates === false) {
    for (const name of NOT_IN_ANSWER) state[name] = type === 'logfire_write_token' && name === 'token_prefix' ? '' : null;
  }
  if (!kept) return state;

  keepSpelling(behaviour, Object.keys(behaviour.equal_by_meaning), kept, state);
  if (type === 'logfire_dashboard' && how === 'read') state.slug = kept.slug;
  if (type === 'logfire_organization') {
    for (const [name, value] of Object.entries(kept)) {
      if (typeof value === 'string' && isBlank(value)) state[name] = value;
    }
  }
  return state;
}

/** Logfire returns a masked text; the state keeps the configured value while the type is the same. */
function mask(behaviour: Behaviour, path: string, state: ObjectValue, kept: ObjectValue | null): void {
  const stored = valueAt(state, path);
  if (!isSet(stored)) return;
  const configured = kept && valueAt(kept, path);
  const type = path.replace(/[^.]+$/, 'type');
  const sameType = kept !== null && valueAt(kept, type) === valueAt(state, type);
  putAt(state, path, sameType && isSet(configured!) ? configured : maskedText(behaviour.masked_on_read[path], stored as string));
}

function maskedText(form: string, text: string): string {
  const stars = '*'.repeat(10);
  if (form.startsWith('scheme://')) return `${new URL(text).origin}/${stars}`;
  return text.length > 8 ? `${stars}${text.slice(-4)}` : stars;
}
