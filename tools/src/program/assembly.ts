import * as fs from 'node:fs';
import * as path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Expression } from './model';

/** A type in a jsii assembly. */
export type TypeReference =
  | { readonly primitive: string }
  | { readonly fqn: string }
  | { readonly collection: { readonly kind: 'array' | 'map'; readonly elementtype: TypeReference } }
  | { readonly union: { readonly types: readonly TypeReference[] } };

export interface Parameter {
  readonly name: string;
  readonly type: TypeReference;
  readonly optional?: boolean;
}

interface Property {
  readonly name: string;
  readonly type: TypeReference;
  readonly optional?: boolean;
}

interface Method {
  readonly name: string;
  readonly parameters?: readonly Parameter[];
  readonly returns?: { readonly type: TypeReference };
}

interface Type {
  readonly kind: 'class' | 'interface' | 'enum';
  readonly datatype?: boolean;
  readonly base?: string;
  readonly interfaces?: readonly string[];
  readonly properties?: readonly Property[];
  readonly methods?: readonly Method[];
  readonly initializer?: { readonly parameters?: readonly Parameter[] };
}

export const ANY: TypeReference = { primitive: 'any' };
export const STRING: TypeReference = { primitive: 'string' };

/** Read once: all programs of a process use the same. */
let loaded: Types | undefined;

/** The public types of the library and its framework, from the assemblies that their packages carry. */
export class Types {
  public static load(): Types {
    return loaded ??= new Types({ ...readAssembly('cdktf'), ...readAssembly('cdktf-logfire') });
  }

  private constructor(private readonly types: Readonly<Record<string, Type>>) {}

  public of(fqn: string): Type | undefined {
    return this.types[fqn];
  }

  public isStruct(type: TypeReference | undefined): type is { readonly fqn: string } {
    return type !== undefined && 'fqn' in type && this.of(type.fqn)?.datatype === true;
  }

  public isEnum(fqn: string): boolean {
    return this.of(fqn)?.kind === 'enum';
  }

  /** The parameters of a method, or of the constructor. */
  public parameters(fqn: string, method?: string): readonly Parameter[] {
    if (method !== undefined) {
      return this.find(fqn, (type) => type.methods?.find(({ name }) => name === method))?.parameters ?? [];
    }
    return this.find(fqn, (type) => type.initializer)?.parameters ?? [];
  }

  public property(fqn: string, name: string): Property | undefined {
    return this.find(fqn, (type) => type.properties?.find((property) => property.name === name));
  }

  /** The type of a value, as far as it is a construct or another object. */
  public typeOf(value: Expression, variables: ReadonlyMap<string, TypeReference>): TypeReference {
    switch (value.is) {
      case 'new': return { fqn: value.type };
      case 'struct': return { fqn: value.type };
      case 'member': return { fqn: value.type };
      case 'static': return this.find(value.type, (type) => type.methods?.find(({ name }) => name === value.method))?.returns?.type ?? ANY;
      case 'variable': return variables.get(value.name) ?? ANY;
      case 'get': return this.property(fqnOf(this.typeOf(value.of, variables)), value.property)?.type ?? ANY;
      case 'call': {
        const owner = fqnOf(this.typeOf(value.on, variables));
        return this.find(owner, (type) => type.methods?.find(({ name }) => name === value.method))?.returns?.type ?? ANY;
      }
      default: return STRING;
    }
  }

  private find<T>(fqn: string, look: (type: Type) => T | undefined): T | undefined {
    const type = this.of(fqn);
    return type && (look(type) ?? [type.base, ...type.interfaces ?? []].reduce<T | undefined>(
      (found, parent) => found ?? (parent === undefined ? undefined : this.find(parent, look)), undefined,
    ));
  }
}

export function fqnOf(type: TypeReference | undefined): string {
  return type !== undefined && 'fqn' in type ? type.fqn : '';
}

/** What a list or map has in it; of a union, the part that is a list or map. */
export function elementOf(type: TypeReference | undefined, kind: 'array' | 'map'): TypeReference | undefined {
  if (type === undefined) {
    return undefined;
  }
  if ('union' in type) {
    return type.union.types.map((part) => elementOf(part, kind)).find((part) => part !== undefined);
  }
  return 'collection' in type && type.collection.kind === kind ? type.collection.elementtype : undefined;
}

function readAssembly(packageName: string): Record<string, Type> {
  const folder = folderWithAssembly(path.dirname(require.resolve(packageName)));
  const assembly = JSON.parse(fs.readFileSync(path.join(folder, '.jsii'), 'utf8'));
  const { types } = assembly.schema === 'jsii/file-redirect'
    ? JSON.parse(gunzipSync(fs.readFileSync(path.join(folder, assembly.filename))).toString('utf8'))
    : assembly;
  return types;
}

/** The folder of the package that a file belongs to: the nearest one above with an assembly. */
function folderWithAssembly(folder: string): string {
  return fs.existsSync(path.join(folder, '.jsii')) ? folder : folderWithAssembly(path.dirname(folder));
}
