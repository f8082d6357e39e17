import type { Json } from '../program/model';

export type JsonObject = { readonly [key: string]: Json };

/** A resource or a data source. */
export interface Resource {
  readonly mode: 'resource' | 'data';
  readonly type: string;
  readonly name: string;
  readonly body: JsonObject;
}

export interface Named<Value extends Json = JsonObject> {
  readonly name: string;
  readonly body: Value;
}

/** A configuration of Terraform, of all files of a directory. */
export interface Configuration {
  readonly variables: readonly Named[];
  readonly locals: readonly Named<Json>[];
  readonly outputs: readonly Named[];
  /** Those of all providers; their names are the types. */
  readonly providers: readonly Named[];
  readonly resources: readonly Resource[];
  /** What the `terraform` blocks say together. */
  readonly terraform: JsonObject;
  /** All other blocks, such as modules, as Terraform JSON has them. */
  readonly others: readonly Named<Json>[];
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function addressOf({ mode, type, name }: Resource): string {
  return `${mode === 'data' ? 'data.' : ''}${type}.${name}`;
}

/** A block, a list of blocks, or a mixture: Terraform JSON allows all of them. */
export function blocksOf(value: Json | undefined): JsonObject[] {
  return (Array.isArray(value) ? value as readonly Json[] : [value]).filter((block): block is JsonObject => isObject(block as Json | undefined));
}

const KNOWN = ['variable', 'locals', 'output', 'provider', 'resource', 'data', 'terraform'];

/** Puts the documents of several files together. */
export function configurationOf(documents: readonly JsonObject[]): Configuration {
  const all = (key: string) => documents.flatMap((document) => blocksOf(document[key]));
  const named = (key: string): Named[] => all(key).flatMap(membersOf).flatMap(([name, value]) => (
    blocksOf(value).map((body) => ({ name, body: withoutComments(body) }))
  ));
  const resources = (mode: 'resource' | 'data') => all(mode).flatMap((block) => membersOf(block)).flatMap(([type, byName]) => (
    blocksOf(byName).flatMap(membersOf).flatMap(([name, value]) => blocksOf(value).map((body) => ({ mode, type, name, body: withoutComments(body) })))
  ));
  const others = [...new Set(documents.flatMap((document) => Object.keys(document)))].filter((key) => !KNOWN.includes(key) && key !== '//');
  return {
    variables: named('variable'),
    locals: all('locals').flatMap(membersOf).map(([name, body]) => ({ name, body })),
    outputs: named('output'),
    providers: named('provider'),
    resources: [...resources('data'), ...resources('resource')],
    terraform: all('terraform').reduce(merged, {}),
    others: others.map((name) => ({ name, body: documents.flatMap((document) => document[name] ?? []) })),
  };
}

function membersOf(block: JsonObject): [string, Json][] {
  return Object.entries(block).filter(([name]) => name !== '//');
}

function withoutComments(body: JsonObject): JsonObject {
  return Object.fromEntries(membersOf(body));
}

/** Blocks of one kind are lists in what the parser of HCL gives. */
function merged(a: JsonObject, b: JsonObject): JsonObject {
  return Object.entries(b).reduce<JsonObject>((all, [key, value]) => {
    const [left, right] = [blocksOf(all[key]), blocksOf(value)];
    return { ...all, [key]: right.length === 0 ? value : [...left, ...right].reduce<JsonObject>((x, y) => ({ ...x, ...y }), {}) };
  }, a);
}
