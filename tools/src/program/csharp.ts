import { ANY, TypeReference } from './assembly';
import { Emitter, NamedType, Of } from './emitter';
import { group, indented, INDENT, joined, linesOf, quoted } from './layout';
import type { Json, Program } from './model';
import { upperFirst } from './names';

const PRIMITIVES: Readonly<Record<string, string>> = { string: 'string', number: 'double', boolean: 'bool' };

/** Writes programs in C#. */
export class CSharpEmitter extends Emitter {
  public readonly file = 'Program.cs';

  protected program(program: Program, body: readonly string[], types: readonly NamedType[]): string {
    const { framework, library } = this.packages.csharp;
    const text = body.join('\n');
    const namespaces = [
      .../\bI?Dictionary</.test(text) ? ['System.Collections.Generic'] : [],
      ...types.some(({ isLibrary, isL1 }) => isLibrary && !isL1) ? [library] : [],
      framework,
    ];
    return [
      ...program.header.map((line) => this.comment(line)),
      ...namespaces.map((name) => `using ${name};`),
      ...types.some(({ isL1 }) => isL1) ? [`using L1 = ${library}.L1;`] : [],
      '',
      'var app = new App();',
      `var stack = new TerraformStack(app, ${quoted(program.stack)});`,
      '',
      text,
      '',
      'app.Synth();',
      '',
    ].join('\n');
  }

  protected statement(value: string, _type: TypeReference, declare: string | undefined): string {
    return declare === undefined ? `${value};` : `var ${declare} = ${value};`;
  }

  protected comment(line: string): string {
    return line === '' ? '//' : `// ${line}`;
  }

  protected literal(value: string | number | boolean): string {
    return typeof value !== 'string' ? String(value) : joined(linesOf(value).map((line) => quoted(line)), INDENT);
  }

  protected json(value: Json): string {
    if (value === null || typeof value !== 'object') {
      return value === null ? 'null' : this.literal(value);
    }
    return Array.isArray(value)
      ? this.list(value.map((item: Json) => this.json(item)), ANY)
      : this.map(Object.entries(value).map(([key, item]) => [key, this.json(item)] as const), ANY);
  }

  protected list(items: readonly string[], element: TypeReference): string {
    return group(`new ${this.typeText(element)}[] {`, items, '}', { space: ' ', indent: INDENT });
  }

  protected map(entries: ReadonlyArray<readonly [string, string]>, element: TypeReference): string {
    return braces(`new Dictionary<string, ${this.typeText(element)}>`, entries.map(([key, value]) => `[${quoted(key)}] = ${value}`));
  }

  protected struct(value: Of<'struct'>): string {
    return braces(`new ${this.typeName(value.type)}`, this.props(value).map(([name, prop]) => `${upperFirst(name)} = ${prop}`));
  }

  protected member({ type, name }: Of<'member'>): string {
    return `${this.typeName(type)}.${name}`;
  }

  protected static({ type, method, args }: Of<'static'>): string {
    return `${this.typeName(type)}.${upperFirst(method)}(${this.args(this.types.parameters(type, method), args).join(', ')})`;
  }

  protected make({ type, args }: Of<'new'>): string {
    return `new ${this.typeName(type)}(${this.args(this.types.parameters(type), args).join(', ')})`;
  }

  protected call({ on, method, args }: Of<'call'>): string {
    return `${this.value(on)}.${upperFirst(method)}(${this.args(this.types.parameters(this.typeNameOf(on), method), args).join(', ')})`;
  }

  protected get({ of, property }: Of<'get'>): string {
    return `${this.value(of)}.${upperFirst(property)}`;
  }

  protected joined({ parts }: Of<'joined'>): string {
    return joined(parts.map((part) => this.value(part)), INDENT);
  }

  protected variable(name: string): string {
    return name;
  }

  private typeName(fqn: string): string {
    const { isL1, name } = this.name(fqn);
    return isL1 ? `L1.${name}` : name;
  }

  private typeText(type: TypeReference): string {
    if ('fqn' in type) {
      return this.typeName(type.fqn);
    }
    if ('collection' in type) {
      const element = this.typeText(type.collection.elementtype);
      return type.collection.kind === 'array' ? `${element}[]` : `IDictionary<string, ${element}>`;
    }
    return 'primitive' in type ? PRIMITIVES[type.primitive] ?? 'object' : 'object';
  }
}

/** An object with its members, on one line if that is short. */
function braces(start: string, members: readonly string[]): string {
  const line = members.length === 0 ? `${start}()` : `${start} { ${members.join(', ')} }`;
  return line.length <= 120 && !line.includes('\n') ? line : `${start}\n{\n${indented(members.join(',\n'), INDENT)},\n}`;
}
