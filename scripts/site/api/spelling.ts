import { toPascalCase, toSnakeCase } from 'codemaker';
import { Api, ApiType, Member, Parameter } from './model';
import { TypeReference } from '../../assembly/assembly';

/** How a language spells the API: the names of members, and signatures. */
export interface Spelling {
  /** The name by which a program uses a member of a type. */
  memberName(type: ApiType, member: Member, isMethod: boolean): string;
  enumMember(type: ApiType, name: string): string;
  /** The name of a property of a struct. */
  propName(name: string): string;
  parameterName(parameter: Parameter): string;
  typeName(reference: TypeReference): string;
  create(type: ApiType, parameters: readonly Parameter[]): string;
  method(type: ApiType, method: Member): string;
  property(type: ApiType, property: Member): string;
}

/** How a language writes what types are made of. */
interface TypeForms {
  readonly primitives: { readonly [primitive: string]: string };
  readonly list: (element: string) => string;
  readonly map: (element: string) => string;
  readonly named: (fqn: string) => string;
}

const VOID = { primitive: 'void' };
/** Beyond this, each parameter has a line of its own. */
const WIDTH = 100;

/** The spelling of a language that the site has. */
export function spellingOf(language: string, api: Api): Spelling {
  return { typescript, python, java, csharp, go }[language]!(api);
}

function typescript(): Spelling {
  const typeName = typesBy({
    primitives: { string: 'string', number: 'number', boolean: 'boolean', any: 'any', void: 'void' },
    list: (element) => `${element}[]`,
    map: (element) => `{ [key: string]: ${element} }`,
    named: simpleName,
  });
  const parameter = ({ name, type, optional }: Parameter) => `${name}${optional ? '?' : ''}: ${typeName(type)}`;
  return {
    typeName,
    memberName: (_, { name }) => name,
    enumMember: (type, name) => `${type.name}.${name}`,
    propName: (name) => name,
    parameterName: ({ name }) => name,
    create: (type, parameters) => call(`new ${type.name}`, parameters.map(parameter)),
    method: (type, { name, parameters = [], returns, static: isStatic }) => call(isStatic ? `${type.name}.${name}` : name, parameters.map(parameter), `: ${typeName(returns?.type ?? VOID)}`),
    property: (type, { name, type: reference, optional, const: isConst }) => (isConst ? `${type.name}.${name}` : `readonly ${name}${optional ? '?' : ''}: ${typeName(reference!)}`),
  };
}

function python(api: Api): Spelling {
  const typeName = typesBy({
    primitives: { string: 'str', number: 'float', boolean: 'bool', any: 'Any', void: 'None' },
    list: (element) => `list[${element}]`,
    map: (element) => `dict[str, ${element}]`,
    named: simpleName,
  });
  const parameter = ({ name, type, optional }: Parameter | Member) => `${toSnakeCase(name)}: ${typeName(type!)}${optional ? ' = None' : ''}`;
  /** The last parameter, when it is a struct, is the keyword arguments. */
  const parametersOf = (parameters: readonly Parameter[]) => {
    const struct = structOf(api, parameters);
    return struct === undefined ? parameters.map(parameter) : [...parameters.slice(0, -1).map(parameter), '*', ...api.propertiesOf(struct).map(parameter)];
  };
  return {
    typeName,
    memberName: (_, { name, const: isConst }) => (isConst ? name : toSnakeCase(name)),
    enumMember: (type, name) => `${type.name}.${name}`,
    propName: toSnakeCase,
    // A struct is keyword arguments.
    parameterName: ({ name, type }) => (api.typeOf(type.fqn ?? '')?.datatype ? '**' : '') + toSnakeCase(name),
    create: (type, parameters) => call(type.name, type.datatype ? api.propertiesOf(type).map(parameter) : parametersOf(parameters)),
    method: (type, { name, parameters = [], returns, static: isStatic }) => (
      call(`${isStatic ? `${type.name}.` : 'def '}${toSnakeCase(name)}`, parametersOf(parameters), ` -> ${typeName(returns?.type ?? VOID)}`)
    ),
    property: (type, { name, type: reference, const: isConst }) => (isConst ? `${type.name}.${name}` : `${toSnakeCase(name)}: ${typeName(reference!)}`),
  };
}

function java(api: Api): Spelling {
  const typeName = typesBy({
    primitives: { string: 'String', number: 'Number', boolean: 'Boolean', any: 'Object', void: 'void' },
    list: (element) => `List<${element}>`,
    map: (element) => `Map<String, ${element}>`,
    named: simpleName,
  });
  const parameter = ({ name, type }: Parameter) => `${typeName(type)} ${name}`;
  const getter = ({ name }: Member) => `get${toPascalCase(name)}`;
  const builder = (start: string, struct: ApiType) => [start, ...api.propertiesOf(struct).map(({ name, type }) => `    .${name}(${typeName(type!)})`), '    .build()'].join('\n');
  return {
    typeName,
    memberName: (type, member, isMethod) => (isMethod || member.const || type.datatype ? member.name : getter(member)),
    enumMember: (type, name) => `${type.name}.${name}`,
    propName: (name) => name,
    parameterName: ({ name }) => name,
    create: (type, parameters) => {
      const struct = type.datatype ? type : structOf(api, parameters);
      const start = type.datatype ? `${type.name}.builder()` : call(`${type.name}.Builder.create`, parameters.slice(0, -1).map(parameter));
      return struct === undefined ? call(`new ${type.name}`, parameters.map(parameter)) : builder(start, struct);
    },
    // What is optional can be left out, in a method of the same name.
    method: (_, { name, parameters = [], returns, static: isStatic }) => {
      const required = parameters.filter(({ optional }) => !optional).length;
      return Array.from({ length: parameters.length - required + 1 }, (_unused, left) => parameters.slice(0, required + left))
        .map((given) => call(`${isStatic ? 'static ' : ''}${typeName(returns?.type ?? VOID)} ${name}`, given.map(parameter))).join('\n');
    },
    property: (type, member) => {
      if (member.const) {
        return `${type.name}.${member.name}`;
      }
      return type.datatype ? `.${member.name}(${typeName(member.type!)})` : `${typeName(member.type!)} ${getter(member)}()`;
    },
  };
}

function csharp(api: Api): Spelling {
  const typeName = typesBy({
    primitives: { string: 'string', number: 'double', boolean: 'bool', any: 'object', void: 'void' },
    // The properties of a struct are an interface, which the struct implements.
    list: (element) => `${element}[]`,
    map: (element) => `IDictionary<string, ${element}>`,
    named: (fqn) => (api.typeOf(fqn)?.datatype ? `I${simpleName(fqn)}` : simpleName(fqn)),
  });
  const parameter = ({ name, type, optional }: Parameter) => `${typeName(type)}${optional ? '?' : ''} ${name}${optional ? ' = null' : ''}`;
  return {
    typeName,
    memberName: (_, { name, const: isConst }) => (isConst ? name : toPascalCase(name)),
    enumMember: (type, name) => `${type.name}.${name}`,
    propName: toPascalCase,
    parameterName: ({ name }) => name,
    create: (type, parameters) => (type.datatype
      ? [`new ${type.name}`, '{', ...api.propertiesOf(type).map(({ name, type: reference, optional }) => `    ${toPascalCase(name)} = ${typeName(reference!)},${optional ? ' // optional' : ''}`), '}'].join('\n')
      : call(`new ${type.name}`, parameters.map(parameter))),
    method: (_, { name, parameters = [], returns, static: isStatic }) => (
      call(`${isStatic ? 'static ' : ''}${typeName(returns?.type ?? VOID)} ${toPascalCase(name)}`, parameters.map(parameter))
    ),
    property: (type, { name, type: reference, optional, const: isConst }) => (
      isConst ? `${type.name}.${name}` : `${typeName(reference!)}${optional ? '?' : ''} ${toPascalCase(name)} { get;${type.datatype ? ' set;' : ''} }`
    ),
  };
}

function go(api: Api): Spelling {
  const isStruct = (fqn: string) => api.typeOf(fqn)?.datatype ?? false;
  const isEnum = (fqn: string) => api.typeOf(fqn)?.kind === 'enum';
  const typeName = typesBy({
    primitives: { string: '*string', number: '*float64', boolean: '*bool', any: 'interface{}', void: '' },
    list: (element) => `*[]${element}`,
    map: (element) => `*map[string]${element}`,
    named: (fqn) => (isStruct(fqn) && !isEnum(fqn) ? `*${simpleName(fqn)}` : goName(fqn)),
  });
  const parameter = ({ name, type }: Parameter) => `${name} ${typeName(type)}`;
  const static_ = (type: ApiType, name: string) => `${type.name}_${name}`;
  return {
    typeName,
    memberName: (type, { name, const: isConst, static: isStatic }) => {
      const own = isConst ? name : toPascalCase(name);
      return isStatic ? static_(type, own) : own;
    },
    enumMember: (type, name) => static_(type, name),
    propName: toPascalCase,
    parameterName: ({ name }) => name,
    create: (type, parameters) => (type.datatype
      ? [`&${type.name}{`, ...api.propertiesOf(type).map(({ name, type: reference, optional }) => `\t${toPascalCase(name)}: ${typeName(reference!)},${optional ? ' // optional' : ''}`), '}'].join('\n')
      : call(`func New${type.name}`, parameters.map(parameter), ` ${type.name}`)),
    method: (type, { name, parameters = [], returns, static: isStatic }) => {
      const result = typeName(returns?.type ?? VOID);
      const start = isStatic ? static_(type, toPascalCase(name)) : toPascalCase(name);
      return call(`func ${start}`, parameters.map(parameter), result === '' ? '' : ` ${result}`);
    },
    property: (type, { name, type: reference, const: isConst }) => {
      if (isConst) {
        return `func ${static_(type, name)}() ${typeName(reference!)}`;
      }
      return type.datatype ? `${toPascalCase(name)} ${typeName(reference!)}` : `func ${toPascalCase(name)}() ${typeName(reference!)}`;
    },
  };
}

function typesBy({ primitives, list, map, named }: TypeForms): (reference: TypeReference) => string {
  const nameOf = ({ primitive, collection, fqn }: TypeReference): string => {
    if (collection !== undefined) {
      return (collection.kind === 'array' ? list : map)(nameOf(collection.elementtype));
    }
    return fqn === undefined ? primitives[primitive!] : named(fqn);
  };
  return nameOf;
}

/** The last parameter's struct; in Python its properties are keyword arguments, in Java methods of a builder. */
export function structOf(api: Api, parameters: readonly Parameter[]): ApiType | undefined {
  const last = api.typeOf(parameters.at(-1)?.type.fqn ?? '');
  return last?.datatype ? last : undefined;
}

function call(name: string, parameters: readonly string[], after = ''): string {
  const line = `${name}(${parameters.join(', ')})${after}`;
  return line.length <= WIDTH ? line : `${name}(\n${parameters.map((parameter) => `  ${parameter},`).join('\n')}\n)${after}`;
}

function simpleName(fqn: string): string {
  return fqn.slice(fqn.lastIndexOf('.') + 1);
}

/** With the package of what the library does not have itself. */
function goName(fqn: string): string {
  return fqn.startsWith('cdktf-logfire.') ? fqn.slice('cdktf-logfire.'.length) : fqn;
}
