import { toPascalCase } from 'codemaker';
import { DotNetNameUtils } from 'jsii-pacmak/lib/targets/dotnet/nameutils';
import { CsMember, CsType, Ref, Signature, UNKNOWN } from './types';
import { Assembly, AssemblyMember, AssemblyParameter, AssemblyType, TypeReference } from '../assembly/assembly';

/** Those of the generator: whatever it writes, programs have to say. */
const NAMES = new DotNetNameUtils();

const PRIMITIVES: { readonly [jsii: string]: string } = { string: 'string', number: 'double', boolean: 'bool', any: 'object' };

/** The types of assemblies as C# sees them: of a struct the interface `IFoo` with what can be read, and the class `Foo` with what can be set. */
export function typesOfAssemblies(assemblies: readonly Assembly[]): CsType[] {
  /** What C# has for a type of jsii where it is a parameter, a property or a base. */
  const references = new Map<string, CsType>();
  const typeOf = (fqn: string) => references.get(fqn);
  const structs: CsType[] = [];
  for (const assembly of assemblies) {
    for (const type of Object.values(assembly.types)) {
      const namespace = namespaceOf(assembly, type);
      references.set(type.fqn, fromAssembly(type, namespace, typeOf));
      if (type.datatype) {
        structs.push(structClass(type, namespace, typeOf));
      }
    }
  }
  return [...references.values(), ...structs];
}

/** The name that C# has for a type, and for a struct those of its class and of its interface. */
export function csharpNamesOf(type: AssemblyType): string[] {
  return type.datatype ? [NAMES.convertTypeName(type.name), interfaceName(type)] : [csharpName(type)];
}

/** What a parameter is called in C#. */
export function parameterName(name: string): string {
  return NAMES.convertParameterName(name);
}

function csharpName(type: AssemblyType): string {
  switch (type.kind) {
    case 'class': return NAMES.convertClassName(type as Parameters<DotNetNameUtils['convertClassName']>[0]);
    case 'interface': return interfaceName(type);
    case 'enum': return NAMES.convertTypeName(type.name);
  }
}

function interfaceName(type: AssemblyType): string {
  return NAMES.convertInterfaceName(type as Parameters<DotNetNameUtils['convertInterfaceName']>[0]);
}

function namespaceOf(assembly: Assembly, { namespace = '' }: AssemblyType): string {
  const segments = namespace.split('.').filter((segment) => segment !== '');
  return segments.reduce((outer, segment, index) => {
    const submodule = assembly.submodules?.[[assembly.name, ...segments.slice(0, index + 1)].join('.')];
    return submodule?.targets?.dotnet?.namespace ?? `${outer}.${submodule === undefined ? NAMES.convertTypeName(segment) : toPascalCase(segment)}`;
  }, assembly.targets.dotnet.namespace);
}

function fromAssembly(type: AssemblyType, namespace: string, typeOf: (fqn: string) => CsType | undefined): CsType {
  return {
    name: csharpName(type),
    namespace,
    kind: type.kind,
    abstract: type.abstract ?? false,
    struct: false,
    declared: false,
    members: [
      ...(type.properties ?? []).map((property) => fromProperty(property, type, typeOf)),
      ...(type.methods ?? []).map((method) => fromMethod(method, type, typeOf)),
      ...(type.members ?? []).map(({ name }): CsMember => ({
        ...FIXED, name: NAMES.convertEnumMemberName(name), kind: 'value', static: true, type: () => refTo({ fqn: type.fqn }, typeOf),
      })),
    ],
    constructors: type.initializer === undefined ? [] : [signatureOf(type.initializer.parameters, typeOf)],
    bases: () => [...type.base === undefined ? [] : [type.base], ...type.interfaces ?? []].map(typeOf).filter((base) => base !== undefined),
    open: () => false,
  };
}

const FIXED = { static: false, abstract: false, writable: false, required: false } as const;

/** The class that a program creates for a struct; it has what the structs that it extends have, too. */
function structClass(type: AssemblyType, namespace: string, typeOf: (fqn: string) => CsType | undefined): CsType {
  const itself = typeOf(type.fqn)!;
  const settable = (from: CsType): CsType => ({
    ...from,
    kind: 'class',
    name: from === itself ? NAMES.convertTypeName(type.name) : from.name,
    namespace: from === itself ? namespace : from.namespace,
    struct: from === itself,
    abstract: false,
    members: from.members.map((member) => ({ ...member, writable: true, abstract: false })),
    constructors: [{ required: 0, total: 0, names: [], types: () => [] }],
    bases: () => [...from.bases().map(settable), from],
  });
  return settable(itself);
}

function fromProperty(property: AssemblyMember, owner: AssemblyType, typeOf: (fqn: string) => CsType | undefined): CsMember {
  return {
    name: NAMES.convertPropertyName(property.name),
    kind: 'property',
    static: property.static ?? false,
    abstract: property.abstract ?? owner.kind === 'interface',
    writable: !property.immutable && !owner.datatype,
    required: owner.datatype === true && !property.optional,
    type: () => refTo(property.type, typeOf),
  };
}

function fromMethod(method: AssemblyMember, owner: AssemblyType, typeOf: (fqn: string) => CsType | undefined): CsMember {
  return {
    ...FIXED,
    name: NAMES.convertMethodName(method.name),
    kind: 'method',
    static: method.static ?? false,
    abstract: method.abstract ?? owner.kind === 'interface',
    type: () => refTo(method.returns?.type, typeOf),
    signature: signatureOf(method.parameters, typeOf),
  };
}

function signatureOf(parameters: readonly AssemblyParameter[] = [], typeOf: (fqn: string) => CsType | undefined): Signature {
  return {
    required: parameters.filter(({ optional, variadic }) => !optional && !variadic).length,
    total: parameters.some(({ variadic }) => variadic) ? Infinity : parameters.length,
    names: parameters.map(({ name }) => parameterName(name)),
    types: () => parameters.map(({ type }) => refTo(type, typeOf)),
  };
}

function refTo(reference: TypeReference | undefined, typeOf: (fqn: string) => CsType | undefined): Ref {
  if (reference?.collection !== undefined) {
    return { kind: reference.collection.kind, of: refTo(reference.collection.elementtype, typeOf) };
  }
  const type = reference?.fqn === undefined ? undefined : typeOf(reference.fqn);
  if (type !== undefined) {
    return { kind: 'object', type };
  }
  return reference?.primitive === undefined ? UNKNOWN : { kind: 'opaque', name: PRIMITIVES[reference.primitive] };
}
