import { isJsonObject, Json, JsonObject } from './json';

/**
 * Parts that the UI exports and that older releases of Logfire do not store, so that each plan would show a change (provider: definition).
 *
 * Exports of newer releases have `datasources` as well. In those, a list with members is kept; an empty one says nothing in any release.
 */
const NOT_ALWAYS_STORED: readonly string[] = ['annotations', 'links'];

/** Defaults of Logfire for missing parts of a document. The duration is the initial one of the Logfire UI. */
const DEFAULTS: JsonObject = { duration: '1h', refreshInterval: '0s', variables: [], datasources: {}, panels: {} };

/**
 * The document as Logfire stores it, with sorted members, so that a second plan is empty with every release of the provider.
 *
 * Logfire owns the metadata. The display name is that of the resource, because older releases of the provider compare it.
 */
export function normalForm(document: JsonObject, name: string): JsonObject {
  return sorted({ ...document, kind: document.kind ?? 'Dashboard', metadata: {}, spec: normalSpec(document.spec, name) });
}

/** A value of the wrong kind stays as it is: the check of the shape reports it. */
function normalSpec(spec: Json, name: string): Json {
  if (!isJsonObject(spec)) {
    return spec;
  }
  const isNewer = isJsonObject(spec.datasources);
  const stored = Object.entries(spec).filter(([key, value]) => value !== null
    && (!NOT_ALWAYS_STORED.includes(key) || (isNewer && Array.isArray(value) && value.length > 0)));
  const { display = {}, layouts = [], ...rest } = Object.fromEntries(stored);
  return sorted({
    ...DEFAULTS,
    ...rest,
    display: isJsonObject(display) ? sorted({ ...display, name }) : display,
    layouts: withRefs(layouts),
  });
}

/** The name of the dashboard in a document. Undefined if it has none. */
export function nameOf({ metadata, spec }: JsonObject): string | undefined {
  const display = isJsonObject(spec) && isJsonObject(spec.display) ? spec.display.name : undefined;
  const exported = isJsonObject(metadata) ? metadata.name : undefined;
  return [display, exported].find((name): name is string => typeof name === 'string' && name.trim() !== '');
}

/** Renames `ref` in grid items to `$ref`, because some exports contain `ref`. */
function withRefs(layouts: Json): Json {
  return mapList(layouts, (layout) => mapMember(layout, 'spec', (spec) => mapMember(spec, 'items', (items) => mapList(items, (item) =>
    mapMember(item, 'content', (content) => {
      if (!isJsonObject(content) || content.ref === undefined || content.$ref !== undefined) {
        return content;
      }
      const { ref, ...rest } = content;
      return sorted({ ...rest, $ref: ref });
    })))));
}

/** Sorts the members by key, as a definition does. */
function sorted(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => a < b ? -1 : 1));
}

/** Maps a list. Returns the same list if nothing in it changes. */
function mapList(value: Json, map: (item: Json) => Json): Json {
  if (!Array.isArray(value)) {
    return value;
  }
  const mapped = value.map(map);
  return mapped.every((item, index) => item === value[index]) ? value : mapped;
}

/** Maps a member of an object. Returns the same object if the member does not change. */
function mapMember(value: Json, key: string, map: (member: Json) => Json): Json {
  if (!isJsonObject(value) || !(key in value)) {
    return value;
  }
  const member = map(value[key]);
  return member === value[key] ? value : { ...value, [key]: member };
}
