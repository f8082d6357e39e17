import { JsonObject } from './json';

/** The members that have a value. Undefined if none has: an object without members would differ from one that is left out. */
export function optionalSpec(members: JsonObject): JsonObject | undefined {
  const given = Object.entries(members).filter(([, value]) => value !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given);
}
