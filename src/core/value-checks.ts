import { Construct } from 'constructs';
import { classNames, isClass, typeName } from './given';
import { SIGNATURES } from './signatures';
import { isUnresolved } from './unresolved';

/** Why a value is not accepted. */
export interface Problem {
  /** Where it is below the value that was checked, such as `.notify[0]`. */
  readonly path: string;
  /** What is allowed there. */
  readonly allowed: string;
  readonly value?: unknown;
  /** What to do. */
  readonly advice: string;
}

/** Returns nothing for a value that its type allows. */
export type Check = (value: unknown) => Problem | undefined;

/** A parameter, a prop, or a member of an object. */
export interface Member {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
  readonly check: Check;
}

/** Stands for a value whose getter throws. */
export const UNREADABLE = Symbol('unreadable');

/** A line of the table: a type with its bases and members, and of an interface what it is and the classes that implement it. */
interface Line {
  readonly kind: string;
  readonly bases: readonly string[];
  readonly members: string;
  readonly noun: string;
  readonly implementers: readonly string[];
}

const NO_LINE: Line = { kind: '', bases: [], members: '', noun: '', implementers: [] };
const lines = new Map<string, Line>();
const memberLists = new Map<string, readonly Member[]>();
const checks = new Map<string, Check>();

/** What the table says about a type. A program needs few of them, so each is read when it is needed. */
function lineOf(type: string): Line {
  let line = lines.get(type);
  if (line === undefined) {
    const found = /^\w+$/.test(type) && new RegExp(`^(struct|enum|interface|class) ${type}((?:<\\w+)*)\\((.*)\\)(?:=(.*)=(.*))?$`, 'm').exec(SIGNATURES);
    line = !found ? NO_LINE : {
      kind: found[1],
      bases: found[2].split('<').slice(1),
      members: found[3],
      noun: found[4] ?? '',
      implementers: found[5]?.split(',') ?? [],
    };
    lines.set(type, line);
  }
  return line;
}

/** The members of a type, if it is a struct. */
export function structOf(type: string): readonly Member[] | undefined {
  return lineOf(type).kind === 'struct' ? allMembers(type) : undefined;
}

/** The parameters of an entry point. */
export function membersOf(entry: string): readonly Member[] {
  let members = memberLists.get(entry);
  if (members === undefined) {
    const start = SIGNATURES.indexOf(`\n${entry}(`) + entry.length + 2;
    members = parsed(SIGNATURES.slice(start, SIGNATURES.indexOf(')\n', start)));
    memberLists.set(entry, members);
  }
  return members;
}

/** The members of a struct or an interface, with those of its bases. */
export function allMembers(type: string): readonly Member[] {
  let members = memberLists.get(type);
  if (members === undefined) {
    const line = lineOf(type);
    members = [...line.bases.flatMap(allMembers), ...parsed(line.members)];
    memberLists.set(type, members);
  }
  return members;
}

function parsed(members: string): readonly Member[] {
  return members === '' ? [] : members.split(',').map((member) => {
    const [, name, mark, type] = /^(\w+)(\??):(.*)$/.exec(member)!;
    return { name, type, optional: mark === '?', check: checkOf(type) };
  });
}

function checkOf(type: string): Check {
  let check = checks.get(type);
  if (check === undefined) {
    // Created when it is used, because a type may contain itself.
    let created: Check | undefined;
    check = (value) => (created ??= createCheck(type))(value);
    checks.set(type, check);
  }
  return check;
}

function createCheck(type: string): Check {
  if (type.endsWith('[]')) {
    return listCheck(checkOf(type.slice(0, -2)));
  }
  if (type.endsWith('{}')) {
    return mapCheck(checkOf(type.slice(0, -2)));
  }
  switch (type) {
    case 'any': return () => undefined;
    case 'string': return (value) => typeof value === 'string' || isExpression(value) ? undefined : wrong('a string', value, 'pass a string');
    // The ranges of the rooms have no place for NaN and Infinity.
    case 'number': return (value) => typeof value === 'number' || isExpression(value) ? undefined : wrong('a number', value, 'pass a number without quotes');
    case 'boolean': return (value) => typeof value === 'boolean' ? undefined : wrong('true or false', value, 'pass one of the two, without quotes');
    case 'function': return (value) => typeof value === 'function' ? undefined : wrong('a method', value, 'implement it');
    case 'Construct':
    case 'IConstruct': return (value) => Construct.isConstruct(value) ? undefined : wrong('a construct', value, 'pass the stack, or a construct in it');
    case 'ITerraformDependable': return (value) => isObject(value) && 'fqn' in value ? undefined : wrong('a construct with a Terraform address', value, 'pass a resource, or a construct of this library');
  }
  switch (lineOf(type).kind) {
    case 'struct': return structCheck(type);
    case 'enum': return enumCheck(type);
    case 'interface': return interfaceCheck(type);
    default: return classCheck(type);
  }
}

function listCheck(check: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) {
      return wrong('a list', value, 'pass a list in brackets');
    }
    for (let index = 0; index < value.length; index += 1) {
      const problem = check(value[index]);
      if (problem !== undefined) {
        return below(`[${index}]`, problem);
      }
    }
    return undefined;
  };
}

function mapCheck(check: Check): Check {
  return (value) => {
    if (!isRecord(value)) {
      return wrong('a map', value, 'pass an object with a value for each name');
    }
    for (const key of Object.keys(value)) {
      const problem = check(read(value, key));
      if (problem !== undefined) {
        return below(`[${JSON.stringify(key)}]`, problem);
      }
    }
    return undefined;
  };
}

function structCheck(type: string): Check {
  return (value) => {
    const members = allMembers(type);
    if (!isRecord(value)) {
      const required = members.filter(({ optional }) => !optional).map(({ name }) => name);
      return wrong(`an object with ${required.length === 0 ? 'props' : listed(required)}`, value, `pass the props of ${type}`);
    }
    return memberProblem(members, value);
  };
}

function memberProblem(members: readonly Member[], value: object): Problem | undefined {
  for (const { name, optional, check } of members) {
    const member = read(value, name);
    if (member !== undefined || !optional) {
      const problem = check(member);
      if (problem !== undefined) {
        return below(`.${name}`, problem);
      }
    }
  }
  return undefined;
}

function enumCheck(type: string): Check {
  const members = lineOf(type).members.split(',');
  // The room of an enum of numbers says where in the construct a wrong number is.
  const allows = members[0].includes('=')
    ? (value: unknown) => typeof value === 'number'
    : (value: unknown) => typeof value === 'string' && (members.includes(value) || isUnresolved(value));
  const allowed = `one of ${members.map((member) => member.split('=')[0]).join(', ')}`;
  return (value) => allows(value) ? undefined : wrong(allowed, value, `use a member of the enum ${type}`);
}

function interfaceCheck(type: string): Check {
  const { noun, implementers } = lineOf(type);
  const [existing] = implementers.flatMap((name) => factoriesOf(name, 'from'));
  const advice = `pass ${listed(implementers.slice(0, 5).map(withArticle), 'or')}${existing === undefined ? '' : `, or ${existing} for an existing one`}`;
  const members = allMembers(type);
  const isOfConstruct = extendsConstruct(type);
  return (value) => {
    if (!isObject(value) || (isOfConstruct && !Construct.isConstruct(value)) || !members.every(({ name, optional }) => optional || name in value)) {
      return wrong(noun, value, advice);
    }
    // The classes of the library have what they promise; those of a program may not.
    return isOurs(value) ? undefined : memberProblem(members, value);
  };
}

const extendsConstruct = (type: string): boolean => type === 'IConstruct' || lineOf(type).bases.some(extendsConstruct);

function classCheck(type: string): Check {
  const members = parsed(lineOf(type).members);
  const factory = factoriesOf(type, '')[0] ?? withArticle(type);
  const sound = new WeakSet<object>();
  return (value) => {
    if (!isObject(value) || !classNames(value).has(type)) {
      return wrong(withArticle(type), value, isClass(value) && factory === withArticle(type) ? `create an object with new ${typeName(value)}(…)` : `pass ${factory}`);
    }
    if (members.length > 0 && !sound.has(value)) {
      // Without a compiler, a program can also call the constructor of a class that has only factories.
      if (memberProblem(members, value) !== undefined) {
        return wrong(`${withArticle(type)} from one of its factories`, value, `use ${factory}`);
      }
      sound.add(value);
    }
    return undefined;
  };
}

/** The static methods that create an object of a class, as a text calls them. */
function factoriesOf(type: string, prefix: string): string[] {
  const found: readonly string[] = SIGNATURES.match(new RegExp(`^${type}\\.${prefix}\\w*(?=\\()`, 'gm')) ?? [];
  return found.map((entry) => `${entry}(…)`);
}

/** Whether an object is a construct of this library. */
function isOurs(value: object): boolean {
  for (const name of classNames(value)) {
    if (name.startsWith('Logfire') && SIGNATURES.includes(`\nnew ${name}(`)) {
      return true;
    }
  }
  return false;
}

function read(value: object, name: string): unknown {
  try {
    return (value as { readonly [name: string]: unknown })[name];
  } catch {
    return UNREADABLE;
  }
}

export const below = (path: string, problem: Problem): Problem => ({ ...problem, path: path + problem.path });

export const wrong = (allowed: string, value: unknown, advice: string): Problem => ({ path: '', allowed, value, advice });

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** An object that can hold props, or a map. */
function isRecord(value: unknown): value is { readonly [name: string]: unknown } {
  return isObject(value) && !Array.isArray(value) && !Construct.isConstruct(value);
}

/** A Terraform expression that is an object, such as that of `Fn.lookup`. CDKTF renders it where a string or a number stands. */
function isExpression(value: unknown): boolean {
  return isObject(value) && isUnresolved(value);
}

export const listed = (names: readonly string[], word = 'and') => names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;
const withArticle = (name: string) => `${/^([AEIO]|SLO)/.test(name) ? 'an' : 'a'} ${name}`;
