/**
 * Writes `src/core/signatures.ts`, by which calls are checked: `npm run signatures`, after the library was compiled.
 */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { ROOT } from './run';

/** A type as the assembly refers to it. */
export interface TypeReference {
  readonly primitive?: string;
  readonly fqn?: string;
  readonly collection?: { readonly kind: 'array' | 'map'; readonly elementtype: TypeReference };
}

export interface Parameter {
  readonly name: string;
  readonly type: TypeReference;
  readonly optional?: boolean;
}

interface Located {
  readonly locationInModule?: { readonly filename: string; readonly line: number };
}

export interface Property extends Parameter, Located {
  readonly immutable?: boolean;
  readonly static?: boolean;
}

export interface Method extends Located {
  readonly name: string;
  readonly static?: boolean;
  readonly abstract?: boolean;
  readonly parameters?: readonly Parameter[];
}

export interface AssemblyType extends Located {
  readonly fqn: string;
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly namespace?: string;
  readonly datatype?: boolean;
  readonly abstract?: boolean;
  readonly base?: string;
  readonly interfaces?: readonly string[];
  readonly docs?: { readonly summary?: string };
  readonly initializer?: Located & { readonly parameters?: readonly Parameter[] };
  readonly properties?: readonly Property[];
  readonly methods?: readonly Method[];
}

export type Types = { readonly [fqn: string]: AssemblyType };

/** What a program can call, as the table names it. */
export interface EntryPoint extends Located {
  readonly entry: string;
  readonly parameters: readonly Parameter[];
}

export const ASSEMBLY = path.join(ROOT, '.jsii');
export const TARGET = path.join(ROOT, 'src', 'core', 'signatures.ts');

/** The types of the assembly without the bindings. */
export function typesOf(file: string = ASSEMBLY): Types {
  const { types } = JSON.parse(fs.readFileSync(file, 'utf8')) as { types: Types };
  return Object.fromEntries(Object.entries(types).filter(([, { namespace }]) => namespace === undefined));
}

/**
 * Constructors as `new X`, static methods as `X.method`, other methods and setters as `X#member`, in the order of the source. Methods of an
 * object that take nothing have nothing to check.
 */
export function entryPointsOf({ kind, datatype, name, initializer, methods = [], properties = [] }: AssemblyType): EntryPoint[] {
  if (kind === 'enum' || datatype) {
    return [];
  }
  return [
    ...initializer === undefined ? [] : [{ entry: `new ${name}`, parameters: initializer.parameters ?? [], locationInModule: initializer.locationInModule }],
    ...methods.filter((method) => method.static || method.parameters !== undefined).sort((a, b) => line(a) - line(b)).map((method) => (
      { entry: `${name}${method.static ? '.' : '#'}${method.name}`, parameters: method.parameters ?? [], locationInModule: method.locationInModule })),
    ...properties.filter(({ immutable, static: isStatic }) => !immutable && !isStatic).map(({ name: property, type, optional, locationInModule }) => (
      { entry: `${name}#${property}`, parameters: [{ name: property, type, optional }], locationInModule })),
  ];
}

const line = ({ locationInModule }: Located) => locationInModule?.line ?? 0;

/** The signature of an entry point, as a line of the table: `Duration.days(amount:number)`. */
export function signatureOf({ entry, parameters }: EntryPoint): string {
  return `${entry}(${parameters.map(member).join(',')})`;
}

function member({ name, optional, type }: Parameter): string {
  return `${name}${optional ? '?' : ''}:${typeText(type)}`;
}

export function typeText({ primitive, fqn, collection }: TypeReference): string {
  if (collection !== undefined) {
    return `${typeText(collection.elementtype)}${collection.kind === 'array' ? '[]' : '{}'}`;
  }
  return primitive ?? fqn!.slice(fqn!.lastIndexOf('.') + 1);
}

/** All lines of the table: what can be called, and the types that it takes. */
export function signatures(types: Types, library: { readonly [name: string]: unknown }): string[] {
  const taken = takenTypes(types);
  return Object.values(types).flatMap((type) => [
    ...taken.has(type.name) ? typeLine(types, type, library) : [],
    ...entryPointsOf(type).map(signatureOf),
  ]);
}

/** The names of the types that entry points take, and of those inside them. */
function takenTypes(types: Types): ReadonlySet<string> {
  const taken = new Set<string>();
  const take = ({ fqn, collection }: TypeReference) => {
    if (collection !== undefined) {
      take(collection.elementtype);
    } else if (fqn !== undefined && types[fqn] !== undefined && !taken.has(types[fqn].name)) {
      const { name, interfaces = [], properties = [], initializer, kind } = types[fqn];
      taken.add(name);
      interfaces.forEach((base) => take({ fqn: base }));
      if (kind !== 'class' || initializer === undefined) {
        properties.filter((property) => !property.static).forEach(({ type }) => take(type));
      }
    }
  };
  Object.values(types).flatMap(entryPointsOf).flatMap(({ parameters }) => parameters).forEach(({ type }) => take(type));
  return taken;
}

function typeLine(types: Types, type: AssemblyType, library: { readonly [name: string]: unknown }): string[] {
  const { kind, name, datatype, initializer, interfaces = [], properties = [], methods = [] } = type;
  const bases = interfaces.map((base) => base.slice(base.lastIndexOf('.') + 1));
  if (kind === 'enum') {
    return [`enum ${name}(${enumValues(library[name] as { readonly [member: string]: string | number }).join(',')})`];
  }
  if (datatype) {
    return [`struct ${[name, ...bases].join('<')}(${properties.map(member).join(',')})`];
  }
  if (kind === 'interface') {
    const members = [...properties.map(member), ...methods.map((method) => `${method.name}:function`)];
    return [`interface ${[name, ...bases].join('<')}(${members.join(',')})=${nounOf(type)}=${implementersOf(types, type).join(',')}`];
  }
  // A class that only its factories can create: what they give it.
  const instance = properties.filter((property) => !property.static);
  return initializer === undefined ? [`class ${name}(${instance.map(member).join(',')})`] : [];
}

/** The values of an enum; with numbers, their names before them. */
function enumValues(members: { readonly [name: string]: string | number }): string[] {
  return Object.entries(members).flatMap(([name, value]) => typeof value === 'number' ? [`${name}=${value}`] : Number.isNaN(Number(name)) ? [value] : []);
}

/** What the documentation calls it: "A Logfire project, created in this app or existing." is "a Logfire project". */
function nounOf({ docs }: AssemblyType): string {
  const noun = /^[^.,:(]+/.exec(docs?.summary ?? '')![0].trim().replace(/^A reference to /, '');
  return noun[0].toLowerCase() + noun.slice(1);
}

function implementersOf(types: Types, wanted: AssemblyType): string[] {
  const isA = (fqn: string): boolean => fqn === wanted.fqn || (types[fqn] !== undefined && [types[fqn].base ?? '', ...types[fqn].interfaces ?? []].some(isA));
  return Object.values(types).filter(({ kind, abstract, fqn }) => kind === 'class' && !abstract && isA(fqn)).map(({ name }) => name);
}

/** The file with the table. */
export function signaturesFile(types: Types, library: { readonly [name: string]: unknown }): string {
  return `// Generated by \`npm run signatures\` from the assembly. Do not edit.

/**
 * What can be called, and the types that it takes, one a line. \`?\` is optional, \`[]\` a list, \`{}\` a map, and \`<\` begins the next base.
 * After an interface stand what it is, and the classes that implement it.
 */
export const SIGNATURES = \`
${signatures(types, library).join('\n')}
\`;
`;
}

if (require.main === module) {
  void import(path.join(ROOT, 'lib/index.js')).then((library) => fs.writeFileSync(TARGET, signaturesFile(typesOf(), library)));
}
