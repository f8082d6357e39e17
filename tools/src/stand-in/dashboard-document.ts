import { ApiError } from './diagnostics';

/** A parsed JSON value. */
export type Json = null | string | number | boolean | Json[] | { [key: string]: Json };

interface JsonObject { [key: string]: Json }

/** Parses a text that must be a JSON object; undefined when it is not. */
export function parseJsonObject(text: string): JsonObject | undefined {
  try {
    const parsed = JSON.parse(text) as Json;
    return isJsonObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** What Logfire fills in when a document leaves it out. */
const DEFAULTS: JsonObject = { variables: [], refreshInterval: '0s', datasources: {} };

/** What older releases of Logfire do not store; a document of a newer one has `datasources`. */
const DROPPED = ['annotations', 'links'];

/** Whether two dashboard documents mean the same: metadata, formatting, defaults and the spelling of `$ref` do not count. */
export function sameDashboard(a: string, b: string): boolean {
  const [left, right] = [parseJsonObject(a), parseJsonObject(b)];
  return left !== undefined && right !== undefined && canonicalText(comparable(left)) === canonicalText(comparable(right));
}

/** The document that Logfire stores: name and project written into the metadata, defaults filled in. */
export function storedDashboard(definition: string, metadata: Record<string, string | number>): string {
  const document = parseJsonObject(definition)!;
  const spec = isJsonObject(document.spec) ? document.spec : {};
  const kept = Object.fromEntries(Object.entries(spec).filter(([key]) => !DROPPED.includes(key) || isJsonObject(spec.datasources)));
  return canonicalText({
    ...document,
    metadata: { ...(isJsonObject(document.metadata) ? document.metadata : {}), ...metadata },
    spec: { ...DEFAULTS, ...kept },
  });
}

/** Refuses what is not shaped like a dashboard document, as Logfire does. */
export function checkDashboard(definition: string): void {
  const finding = findProblem(parseJsonObject(definition)!);
  if (finding) throw new ApiError(422, finding);
}

function findProblem(document: JsonObject): string | undefined {
  if (document.kind !== 'Dashboard') return 'kind must be Dashboard';
  if (document.metadata !== undefined && !isJsonObject(document.metadata)) return 'metadata must be an object';
  const spec = document.spec;
  if (!isJsonObject(spec)) return 'spec must be an object';
  if (isJsonObject(spec.display)) {
    if (typeof spec.display.name !== 'string') return 'spec.display.name is required';
  } else if (spec.display !== null) {
    return 'spec.display must be an object or null';
  }
  for (const key of ['duration', 'refreshInterval']) {
    const value = spec[key];
    if (value !== undefined && (typeof value !== 'string' || !/^(0|([0-9]+(ms|[smhdwy]))+)$/.test(value))) return `spec.${key} must be a duration`;
  }
  return problemOfPanels(spec) ?? problemOfLayouts(spec) ?? problemOfVariables(spec);
}

function problemOfPanels(spec: JsonObject): string | undefined {
  if (spec.panels === null) return undefined;
  if (!isJsonObject(spec.panels)) return 'spec.panels must be an object or null';
  for (const [key, panel] of Object.entries(spec.panels)) {
    const inner = isJsonObject(panel) && panel.kind === 'Panel' ? panel.spec : undefined;
    if (!isJsonObject(inner)) return `spec.panels.${key} must be of kind Panel and have a spec`;
    if (!isJsonObject(inner.display) || typeof inner.display.name !== 'string') return `spec.panels.${key}.spec.display.name is required`;
    if (!isJsonObject(inner.plugin) || typeof inner.plugin.kind !== 'string') return `spec.panels.${key}.spec.plugin.kind is required`;
    if (inner.queries !== undefined && !Array.isArray(inner.queries)) return `spec.panels.${key}.spec.queries must be a list`;
  }
  return undefined;
}

function problemOfLayouts(spec: JsonObject): string | undefined {
  if (!Array.isArray(spec.layouts)) return 'spec.layouts must be a list';
  for (const [index, layout] of spec.layouts.entries()) {
    const inner = isJsonObject(layout) && layout.kind === 'Grid' ? layout.spec : undefined;
    if (!isJsonObject(inner) || !Array.isArray(inner.items)) return `spec.layouts[${index}] must be of kind Grid and have items`;
    for (const [position, item] of inner.items.entries()) {
      const at = `spec.layouts[${index}].spec.items[${position}]`;
      if (!isJsonObject(item) || ['x', 'y', 'width', 'height'].some((key) => typeof item[key] !== 'number')) return `${at} needs x, y, width and height`;
      const content = item.content;
      if (!isJsonObject(content) || typeof (content.$ref ?? content.ref) !== 'string') return `${at}.content.$ref is required`;
    }
  }
  return undefined;
}

function problemOfVariables(spec: JsonObject): string | undefined {
  if (spec.variables === undefined) return undefined;
  if (!Array.isArray(spec.variables)) return 'spec.variables must be a list';
  const position = spec.variables.findIndex((variable) => !isJsonObject(variable) || !['TextVariable', 'ListVariable'].includes(variable.kind as string));
  return position < 0 ? undefined : `spec.variables[${position}] must be a TextVariable or a ListVariable`;
}

/** What counts when two documents are compared. */
function comparable(document: JsonObject): Json {
  const { metadata: _, ...rest } = document;
  return isJsonObject(rest.spec) ? { ...rest, spec: { ...DEFAULTS, ...renameRefs(rest.spec) as JsonObject } } : rest;
}

/** Spells `ref` in the content of a grid item as `$ref`. */
function renameRefs(spec: JsonObject): Json {
  if (!Array.isArray(spec.layouts)) return spec;
  const layouts = spec.layouts.map((layout) => {
    if (!isJsonObject(layout) || !isJsonObject(layout.spec) || !Array.isArray(layout.spec.items)) return layout;
    const items = layout.spec.items.map((item) => {
      if (!isJsonObject(item) || !isJsonObject(item.content) || !('ref' in item.content)) return item;
      const { ref, ...content } = item.content;
      return { ...item, content: { $ref: ref, ...content } };
    });
    return { ...layout, spec: { ...layout.spec, items } };
  });
  return { ...spec, layouts };
}

/** JSON with sorted keys. */
function canonicalText(value: Json): string {
  return JSON.stringify(value, (_, inner: Json) =>
    isJsonObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner);
}

function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
