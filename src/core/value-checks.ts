import { Construct } from 'constructs';
import type { ErrorId } from './error-ids';
import { classNames, isClass, isPlain, nearest, typeName } from './given';
import { SIGNATURES } from './signatures';
import { isBroken, isUnresolved } from './unresolved';

/** Why a value is not accepted. */
export interface Problem {
  readonly id: ErrorId;
  /** Where it is below the value that was checked, such as `.notify[0]`. */
  readonly path: string;
  /** What is allowed there. */
  readonly allowed: string;
  readonly value?: unknown;
  /** What to do. */
  readonly advice: string;
  /** Whether something has to be there. */
  readonly isRequired?: boolean;
}

/** Returns nothing for a value that its type allows. */
export type Check = (value: unknown) => Problem | undefined;

/** A parameter, a prop, or a member of an object. */
export interface Member {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
  readonly isStruct: boolean;
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

/** What each type is, and where its line goes on after the name: found in one pass, because a search for one type reads the whole table. */
const STARTS: ReadonlyMap<string, { readonly kind: string; readonly start: number }> = new Map(
  [...SIGNATURES.matchAll(/^(struct|interface|class|enum) (\w+)/gm)].map(({ 0: text, 1: kind, 2: type, index }) => [type, { kind, start: index + text.length }]),
);

/** What the table says about a type. A program needs few of them, so each is read when it is needed. */
function lineOf(type: string): Line {
  let line = lines.get(type);
  if (line === undefined) {
    line = readLine(type);
    lines.set(type, line);
  }
  return line;
}

function readLine(type: string): Line {
  const { kind, start } = STARTS.get(type) ?? {};
  if (kind === undefined) {
    return NO_LINE;
  }
  const [, bases, members, noun, implementers] = /^([^(]*)\((.*)\)(?:=(.*)=(.*))?$/.exec(SIGNATURES.slice(start, SIGNATURES.indexOf('\n', start)))!;
  return { kind, bases: bases.split('<').slice(1), members, noun: noun ?? '', implementers: implementers?.split(',') ?? [] };
}

/** What can be called. */
export interface Entry {
  readonly parameters: readonly Member[];
  /** The class whose constructor it is. */
  readonly created: string | undefined;
  readonly isMethod: boolean;
  /** Whether it creates a construct in a scope. */
  readonly hasPlace: boolean;
}

const entries = new Map<string, Entry>();

export function entryOf(name: string): Entry {
  let entry = entries.get(name);
  if (entry === undefined) {
    const start = SIGNATURES.indexOf(`\n${name}(`) + name.length + 2;
    const parameters = parsed(SIGNATURES.slice(start, SIGNATURES.indexOf(')\n', start)));
    const created = name.startsWith('new ') ? name.slice(4) : undefined;
    entry = { parameters, created, isMethod: name.includes('#'), hasPlace: created === undefined && parameters[0]?.name === 'scope' && parameters[1]?.name === 'id' };
    entries.set(name, entry);
  }
  return entry;
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
    return { name, type, optional: mark === '?', isStruct: lineOf(type).kind === 'struct', check: checkOf(type) };
  });
}

/** Whether a value is a query or a filter of the library, whose SQL belongs where it is. */
const hasSql = (value: unknown) => isObject(value) && !isPlain(value) && typeof (value as { readonly sql?: unknown }).sql === 'string';

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
    case 'string': return (value) => typeof value === 'string' ? textProblem(value) : isExpression(value) ? undefined : wrong('a string', value, hasSql(value) ? 'pass its sql' : 'pass a string');
    // The ranges of the rooms have no place for NaN and Infinity.
    case 'number': return (value) => typeof value === 'number' && !isBroken(value) || isExpression(value) ? undefined
      : wrong('a number', value, typeof value === 'number' ? 'compute with the value in Terraform, in TerraformExpression.raw' : 'pass a number without quotes');
    case 'boolean': return (value) => typeof value === 'boolean' ? undefined : wrong('true or false', value, 'pass one of the two, without quotes');
    case 'function': return (value) => typeof value === 'function' ? undefined : wrong('a method', value, 'implement it');
    case 'Construct':
    case 'IConstruct': return (value) => Construct.isConstruct(value) ? undefined : wrong('a construct', value, 'pass the stack, or a construct in it');
    case 'ITerraformDependable': return (value) => isObject(value) && 'fqn' in value ? undefined : wrong('a construct with a Terraform address', value, 'pass a resource, or a construct of this library');
  }
  switch (lineOf(type).kind) {
    case 'struct': return (value) => structProblem(type, value, false);
    case 'enum': return enumCheck(type);
    case 'interface': return interfaceCheck(type);
    default: return classCheck(type);
  }
}

/** What neither JSON nor Logfire can store, and the mark that editors put before a text. */
const NO_TEXT = /\0|^\ufeff|\p{Cs}/u;

/** Faster, and true for each text that has one of them. */
const MAY_BE_NO_TEXT = /[\0\ufeff\ud800-\udfff]/;

function textProblem(text: string): Problem | undefined {
  const [found] = MAY_BE_NO_TEXT.test(text) ? NO_TEXT.exec(text) ?? [] : [];
  switch (found) {
    case undefined: return undefined;
    case '\0': return wrongText('text without the character U+0000', text, 'remove it');
    case '\ufeff': return wrongText('text without a byte order mark, U+FEFF, before it', text, 'remove it, or read the file without it');
    default: return wrongText('text of whole characters', text, `remove the half of a character, U+${found.charCodeAt(0).toString(16).toUpperCase()}`);
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
    if (!isRecord(value) || !isPlain(value)) {
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

/** The members of a struct, as its checks look for them. */
interface Struct {
  readonly all: readonly Member[];
  readonly byName: ReadonlyMap<string, Member>;
  readonly required: readonly Member[];
}

const structs = new Map<string, Struct>();

function structOf(type: string): Struct {
  let struct = structs.get(type);
  if (struct === undefined) {
    const all = allMembers(type);
    struct = { all, byName: new Map(all.map((member) => [member.name, member])), required: all.filter(({ optional }) => !optional) };
    structs.set(type, struct);
  }
  return struct;
}

/**
 * What is wrong with the props of a struct.
 *
 * @param open whether there may be others, because a subclass passes on its own
 */
export function structProblem(type: string, value: unknown, open: boolean): Problem | undefined {
  const { all, byName, required } = structOf(type);
  if (!isRecord(value)) {
    return wrong(`an object with ${required.length === 0 ? 'props' : listed(required.map(({ name }) => name))}`, value, `pass the props of ${type}`);
  }
  if (!isPlain(value)) {
    // The props of an object may be getters of its class, and it may have members for other purposes.
    return open || all.some(({ name }) => name in value) ? memberProblem(all, value) : wrong('an object with props', value, `pass the props of ${type}`);
  }
  for (const name of Object.keys(value)) {
    const given = read(value, name);
    const member = byName.get(name);
    if (given !== undefined && (member !== undefined || !open)) {
      const problem = member === undefined ? unknownProp(type, name, all) : member.check(given);
      if (problem !== undefined) {
        return inMember(name, member?.optional, problem);
      }
    }
  }
  return memberProblem(required, value, true);
}

function unknownProp(type: string, name: string, members: readonly Member[]): Problem {
  const names = members.map((member) => member.name);
  const near = nearest(name, names);
  return { id: 'unknown-prop', path: '', allowed: '', advice: `is not a prop of ${type}; ${near === undefined ? `remove it, or use one of ${listed(names.sort(), 'or')}` : `did you mean ${near}?`}` };
}

/** The first member that is wrong, or of those that were checked, missing. */
function memberProblem(members: readonly Member[], value: object, checked = false): Problem | undefined {
  for (const { name, optional, check } of members) {
    const member = read(value, name);
    if (member === undefined ? !optional : !checked) {
      const problem = check(member);
      if (problem !== undefined) {
        return inMember(name, optional, problem);
      }
    }
  }
  return undefined;
}

/** A problem of a member, or of something in it that has its own requirement. */
function inMember(name: string, optional: boolean | undefined, problem: Problem): Problem {
  return below(`.${name}`, { ...problem, isRequired: problem.path === '' ? !optional : problem.isRequired });
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
  const members = allMembers(type);
  const isOfConstruct = extendsConstruct(type);
  const implementing = new WeakSet<ReadonlySet<string>>();
  return (value) => {
    if (isObject(value) && implementing.has(classNames(value))) {
      return undefined;
    }
    if (!isObject(value) || (isOfConstruct && !Construct.isConstruct(value)) || !members.every(({ name, optional }) => optional || name in value)) {
      return wrong(lineOf(type).noun, value, `pass ${implementersOf(type)}`);
    }
    // The classes of the library have what they promise; those of a program may not.
    if (!isOurs(value)) {
      return memberProblem(members, value);
    }
    implementing.add(classNames(value));
    return undefined;
  };
}

function implementersOf(type: string): string {
  const { implementers } = lineOf(type);
  const [existing] = implementers.flatMap((name) => factoriesOf(name, 'from'));
  return `${listed(implementers.slice(0, 5).map(withArticle), 'or')}${existing === undefined ? '' : `, or ${existing} for an existing one`}`;
}

const extendsConstruct = (type: string): boolean => type === 'IConstruct' || lineOf(type).bases.some(extendsConstruct);

function classCheck(type: string): Check {
  const members = parsed(lineOf(type).members);
  const sound = new WeakSet<object>();
  return (value) => {
    if (!isObject(value) || !classNames(value).has(type)) {
      return wrong(withArticle(type), value, creationOf(type, value));
    }
    if (members.length > 0 && !sound.has(value)) {
      // Without a compiler, a program can also call the constructor of a class that has only factories.
      if (memberProblem(members, value) !== undefined) {
        return wrong(`${withArticle(type)} from one of its factories`, value, creationOf(type, undefined));
      }
      sound.add(value);
    }
    return undefined;
  };
}

function creationOf(type: string, value: unknown): string {
  const [factory] = factoriesOf(type, '');
  return factory !== undefined ? `pass ${factory}` : isClass(value) ? `create an object with new ${typeName(value)}(…)` : `pass ${withArticle(type)}`;
}

/** The static methods that create an object of a class, as a text calls them. */
function factoriesOf(type: string, prefix: string): string[] {
  const found: readonly string[] = SIGNATURES.match(new RegExp(`^${type}\\.${prefix}\\w*(?=\\()`, 'gm')) ?? [];
  return found.map((entry) => `${entry}(…)`);
}

/** Whether an object is a construct of this library. */
function isOurs(value: object): boolean {
  return [...classNames(value)].some((name) => name.startsWith('Logfire') && SIGNATURES.includes(`\nnew ${name}(`));
}

function read(value: object, name: string): unknown {
  try {
    return (value as { readonly [name: string]: unknown })[name];
  } catch {
    return UNREADABLE;
  }
}

export const below = (path: string, problem: Problem): Problem => ({ ...problem, path: path + problem.path });

export const wrong = (allowed: string, value: unknown, advice: string): Problem => ({ id: 'value-type', path: '', allowed, value, advice });
const wrongText = (allowed: string, text: string, advice: string): Problem => ({ ...wrong(allowed, text, advice), id: 'text-characters' });

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** An object that can hold props, or a map. */
function isRecord(value: unknown): value is { readonly [name: string]: unknown } {
  return isObject(value) && !Array.isArray(value) && !Construct.isConstruct(value);
}

/** A Terraform expression that is an object, such as that of `Fn.lookup`. CDKTF renders it where a string or a number stands. */
function isExpression(value: unknown): boolean {
  return isObject(value) && !Array.isArray(value) && isUnresolved(value);
}

export const listed = (names: readonly string[], word = 'and') => names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;
const withArticle = (name: string) => `${/^[AEIO]/.test(name) ? 'an' : 'a'} ${name}`;
