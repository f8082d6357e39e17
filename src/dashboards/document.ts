import { isJsonObject, Json, JsonObject } from './json';
import { isUnresolved } from '../core/unresolved';
import { readSql, SqlQuery } from '../sql/query';

/** A document that has the shape of a dashboard, in parts. */
export interface DashboardDocument {
  readonly panels: readonly Panel[];
  readonly grids: readonly Grid[];
  readonly variables: readonly Variable[];
}

export interface Panel {
  /** Its key in `spec.panels`. */
  readonly key: string;
  readonly title: string;
  readonly plugin: Plugin;
  readonly queries: readonly Query[];
}

/** The plugin that draws a panel or answers a query. */
export interface Plugin {
  readonly kind: string;
  readonly spec: JsonObject;
}

export interface Query {
  /** `TimeSeriesQuery` or another kind. */
  readonly kind: string;
  readonly plugin: Plugin;
  /** The SQL in parts. Undefined if there is none. */
  readonly sql?: SqlQuery;
}

export interface Grid {
  /** Its title, or its position if it has none. */
  readonly label: string;
  readonly items: readonly GridItem[];
}

export interface GridItem {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Key of the panel. Undefined if the item does not refer to one. */
  readonly panel?: string;
}

export interface Variable {
  readonly name: string;
  /** Whether people can choose several values. */
  readonly multiple: boolean;
  /** Whether people can choose all of them, although nothing says what stands for that. */
  readonly hasUnknownAll: boolean;
  /** The query for its choices. */
  readonly sql?: SqlQuery;
}

/** The panel's title and key, as findings name it. */
export function labelOf({ key, title }: Panel): string {
  return title === key || isUnresolved(title) ? `panel ${JSON.stringify(key)}` : `panel ${JSON.stringify(title)} (${key})`;
}

/** Reads a document in normal form. Skips parts that are missing or of the wrong kind: the shape is checked before. */
export function readDocument({ spec }: JsonObject): DashboardDocument {
  return {
    panels: Object.entries(object(object(spec).panels)).map(([key, panel]) => readPanel(key, object(object(panel).spec))),
    grids: list(object(spec).layouts).map((layout, index) => readGrid(object(object(layout).spec), index)),
    variables: list(object(spec).variables).map((variable) => readVariable(object(object(variable).spec))),
  };
}

/** What references to panels begin with. */
const PANELS = '#/spec/panels/';

/** The key in a reference to a panel, such as `#/spec/panels/rate`. */
export function panelKeyOf(ref: Json): string | undefined {
  if (typeof ref !== 'string' || !ref.startsWith(PANELS) || ref === PANELS) {
    return undefined;
  }
  const key = ref.slice(PANELS.length);
  // A JSON pointer writes ~ as ~0 and / as ~1 (RFC 6901).
  return key.includes('~') ? key.replaceAll('~1', '/').replaceAll('~0', '~') : key;
}

function readPanel(key: string, spec: JsonObject): Panel {
  return {
    key,
    title: text(object(spec.display).name),
    plugin: readPlugin(spec.plugin),
    queries: list(spec.queries).map((query) => readQuery(object(query))),
  };
}

function readQuery(query: JsonObject): Query {
  const plugin = readPlugin(object(query.spec).plugin);
  return { kind: text(query.kind), plugin, sql: sqlOf(plugin) };
}

function sqlOf({ spec: { query } }: Plugin): SqlQuery | undefined {
  return typeof query === 'string' && query.trim() !== '' ? readSql(query) : undefined;
}

function readPlugin(plugin: Json): Plugin {
  return { kind: text(object(plugin).kind), spec: object(object(plugin).spec) };
}

function readVariable({ name, allowMultiple, allowAllValue, customAllValue, plugin }: JsonObject): Variable {
  const multiple = allowMultiple === true;
  return { name: text(name), multiple, hasUnknownAll: allowAllValue === true && !multiple && text(customAllValue ?? null) === '', sql: sqlOf(readPlugin(plugin)) };
}

function readGrid(spec: JsonObject, index: number): Grid {
  const title = text(object(spec.display).title);
  return {
    label: title === '' || isUnresolved(title) ? `grid ${index + 1}` : `grid ${JSON.stringify(title)}`,
    items: list(spec.items).map((item) => {
      const { x, y, width, height, content } = object(item) as { [key: string]: number };
      return { x, y, width, height, panel: panelKeyOf(object(content).$ref) };
    }),
  };
}

function object(value: Json): JsonObject {
  return isJsonObject(value) ? value : {};
}

function list(value: Json): readonly Json[] {
  return Array.isArray(value) && !isUnresolved(value) ? value : [];
}

function text(value: Json): string {
  return typeof value === 'string' ? value : '';
}
