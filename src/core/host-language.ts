import * as fs from 'node:fs';
import * as path from 'node:path';

/** A language whose programs see other names than TypeScript and Java have. */
type HostLanguage = 'python' | 'csharp' | 'go';

/** How names are spelled in a language. */
interface Spelling {
  /** A prop, an attribute or a method, in camel case. */
  readonly member: (name: string) => string;
  /** A static member of a class. */
  readonly staticMember: (type: string, name: string) => string;
  /** A prop with a boolean. */
  readonly flag: (name: string, value: string) => string;
  /** The creation of a construct. */
  readonly creation: (type: string, id: string) => string;
}

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const pascalCase = (name: string) => name[0].toUpperCase() + name.slice(1);
const isConstant = (name: string) => name === name.toUpperCase();

const SPELLINGS: Readonly<Record<HostLanguage, Spelling>> = {
  python: {
    member: snakeCase,
    staticMember: (type, name) => `${type}.${isConstant(name) ? name : snakeCase(name)}`,
    flag: (name, value) => `${snakeCase(name)}=${pascalCase(value)}`,
    creation: (type, id) => `${type}(self, "${id}")`,
  },
  csharp: {
    member: pascalCase,
    staticMember: (type, name) => `${type}.${pascalCase(name)}`,
    flag: (name, value) => `${pascalCase(name)} = ${value}`,
    creation: (type, id) => `new ${type}(this, "${id}")`,
  },
  go: {
    member: pascalCase,
    staticMember: (type, name) => `${type}_${pascalCase(name)}`,
    flag: (name, value) => `${pascalCase(name)}: jsii.Bool(${value})`,
    creation: (type, id) => `New${type}(stack, jsii.String("${id}"), nil)`,
  },
};

/** The language of the program, as jsii's runtime tells it. Undefined where names are those of TypeScript. */
function hostLanguage(): HostLanguage | undefined {
  const agent = process.env.JSII_AGENT ?? '';
  return /^python/i.test(agent) ? 'python' : /^dotnet/i.test(agent) ? 'csharp' : /^go/i.test(agent) ? 'go' : undefined;
}

/** Texts that stay, creations, flags, static members, the prop that the text begins with, and other words. */
const PARTS = new RegExp([
  /"(?:[^"\\]|\\.)*"/, // what was given
  /\S*\/\S*/, // paths and addresses
  /new (?<created>[A-Z]\w*)\(this, '(?<id>\w+)'\)/,
  /\b(?<flag>[a-z]\w*): (?<value>true|false)\b/,
  /\b(?<type>[A-Z]\w*)\.(?<static>[A-Za-z]\w*)/,
  /(?<=^|[.\]])(?<path>[a-z]\w*)(?=(?:\.[a-z]\w*|\[[^\]]*\])* (?:must|is|has)\b)/,
  /(?<![\w$.-])(?<word>[a-z]+(?:[A-Z][a-z0-9]*)+)\b/,
].map(({ source }) => source).join('|'), 'g');

/**
 * A text about the API with its names as the program's own language spells them: `warnBefore` is `warn_before` in Python, and `WarnBefore` in C#
 * and Go. What was given stays as it is.
 *
 * @param names the names of props, attributes, methods and parameters of the API; no other word changes
 */
export function spelledFor(language: HostLanguage, text: string, names: ReadonlySet<string>): string {
  const spelling = SPELLINGS[language];
  return text.replace(PARTS, (part: string, ...args: unknown[]) => {
    const { created, id, flag, value, type, static: member, path: prop, word } = args.at(-1) as { readonly [group: string]: string | undefined };
    if (created !== undefined) {
      return spelling.creation(created, id!);
    }
    if (flag !== undefined) {
      return names.has(flag) ? spelling.flag(flag, value!) : part;
    }
    if (type !== undefined) {
      return names.has(member!) || isConstant(member!) ? spelling.staticMember(type, member!) : part;
    }
    const name = prop ?? word;
    return name !== undefined && names.has(name) ? spelling.member(name) : part;
  });
}

/** A text about the API as the program's own language spells it. */
export function inHostLanguage(text: string): string {
  const language = hostLanguage();
  return language === undefined ? text : spelledFor(language, text, apiNames());
}

interface Named {
  readonly name: string;
  readonly parameters?: readonly Named[];
  readonly properties?: readonly Named[];
  readonly methods?: readonly Named[];
  readonly namespace?: string;
}

let names: ReadonlySet<string> | undefined;

/** All names of the API, from the assembly that is packed with the library: read when there is something to say, and not before. */
function apiNames(): ReadonlySet<string> {
  names ??= new Set(assemblyTypes().flatMap(membersOf).map(({ name }) => name));
  return names;
}

function membersOf({ properties = [], methods = [] }: Named): readonly Named[] {
  return [...properties, ...methods, ...methods.flatMap(({ parameters = [] }) => parameters)];
}

function assemblyTypes(): readonly Named[] {
  try {
    const { types } = JSON.parse(fs.readFileSync(path.join(__dirname, '..', '..', '.jsii'), 'utf8')) as { types: { readonly [fqn: string]: Named } };
    return Object.values(types).filter(({ namespace }) => namespace === undefined);
  } catch {
    // A bundler may leave the assembly out; names are then those of TypeScript.
    return [];
  }
}
