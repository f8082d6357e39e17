import { isJsonObject, Json, JsonObject } from './json';

/** What the UI exports and Logfire does not store; left in, each plan would show it as a change (provider: definition). */
const NOT_STORED: readonly string[] = ['annotations', 'links'];

/** What Logfire fills in where a document leaves it out. The duration is the one that Logfire's UI begins with. */
const DEFAULTS: JsonObject = { duration: '1h', refreshInterval: '0s', variables: [], datasources: {}, panels: {} };

/**
 * The document as Logfire stores it, with all members in order, so that a second plan is empty with every release of the provider.
 *
 * The metadata are Logfire's own, and the name in them is that of the resource: an older provider compares what it finds there.
 */
export function normalForm(document: JsonObject, name: string): JsonObject {
  return sorted({ ...document, kind: document.kind ?? 'Dashboard', metadata: {}, spec: normalSpec(document.spec, name) });
}

/** What is of another kind than it should be stays as it is: the check of the shape says so. */
function normalSpec(spec: Json, name: string): Json {
  if (!isJsonObject(spec)) {
    return spec;
  }
  const stored = Object.entries(spec).filter(([key, value]) => !NOT_STORED.includes(key) && value !== null);
  const { display = {}, layouts = [], ...rest } = Object.fromEntries(stored);
  return sorted({
    ...DEFAULTS,
    ...rest,
    display: isJsonObject(display) ? sorted({ ...display, name }) : display,
    layouts: withRefs(layouts),
  });
}

/** The name that a document gives its dashboard; undefined when it gives none. */
export function nameOf({ metadata, spec }: JsonObject): string | undefined {
  const display = isJsonObject(spec) && isJsonObject(spec.display) ? spec.display.name : undefined;
  const exported = isJsonObject(metadata) ? metadata.name : undefined;
  return [display, exported].find((name): name is string => typeof name === 'string' && name.trim() !== '');
}

/** Grid items with `$ref`, which some exports write as `ref`. */
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

/** The members in the order of their keys, as a definition has them. */
function sorted(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => a < b ? -1 : 1));
}

/** The same list where nothing in it changes. */
function mapList(value: Json, map: (item: Json) => Json): Json {
  if (!Array.isArray(value)) {
    return value;
  }
  const mapped = value.map(map);
  return mapped.every((item, index) => item === value[index]) ? value : mapped;
}

/** The same object where the member does not change. */
function mapMember(value: Json, key: string, map: (member: Json) => Json): Json {
  if (!isJsonObject(value) || !(key in value)) {
    return value;
  }
  const member = map(value[key]);
  return member === value[key] ? value : { ...value, [key]: member };
}
