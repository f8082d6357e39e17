import type { TypeReference } from './assembly';
import { Emitter, NamedType, Of } from './emitter';
import { group, indented, INDENT, joined, linesOf, quoted } from './layout';
import type { Json, Program } from './model';
import { upperFirst } from './names';

/** Names of props that jsii changes for Java, of those that the library and CDKTF have. */
const RENAMED: { readonly [prop: string]: string } = { default: 'defaultValue', import: 'importValue', package: 'packageValue', build: 'buildValue' };

/** The compiler rejects a longer constant, and takes literals that are added for one. */
const LONGEST_CONSTANT = 60_000;

/** Writes programs in Java. */
export class JavaEmitter extends Emitter {
  public readonly file = 'src/main/java/com/example/Main.java';
  private readonly standard = new Set<string>();

  protected program(program: Program, body: readonly string[], types: readonly NamedType[]): string {
    const { framework, library } = this.packages.java;
    const imports = [
      `${framework}.App`,
      `${framework}.TerraformStack`,
      ...types.map(({ isLibrary, isL1, name }) => `${isLibrary ? library : framework}${isL1 ? '.l1' : ''}.${name}`),
      ...this.standard,
    ];
    this.standard.clear();
    return [
      ...program.header.map((line) => this.comment(line)),
      'package com.example;',
      '',
      ...[...new Set(imports)].sort().map((name) => `import ${name};`),
      '',
      'public final class Main {',
      '  public static void main(String[] args) {',
      '    App app = new App();',
      `    TerraformStack stack = new TerraformStack(app, ${quoted(program.stack)});`,
      '',
      indented(body.join('\n'), INDENT),
      '',
      '    app.synth();',
      '  }',
      '}',
      '',
    ].join('\n');
  }

  protected statement(value: string, type: TypeReference, declare: string | undefined): string {
    return declare === undefined ? `${value};` : `${'fqn' in type ? this.name(type.fqn).name : 'String'} ${declare} = ${value};`;
  }

  protected comment(line: string): string {
    // The compiler reads a backslash and a u as a character, in comments too.
    return line === '' ? '//' : `// ${line.replaceAll('\\u', '\\ u')}`;
  }

  protected literal(value: string | number | boolean): string {
    if (typeof value === 'string') {
      const lines = linesOf(value).map((line) => quoted(line));
      return Buffer.byteLength(value) > LONGEST_CONSTANT ? group('String.join("", ', lines, ')', { trailing: '', indent: INDENT }) : joined(lines, INDENT);
    }
    return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) > 0x7fffffff ? `${BigInt(value)}L` : String(value);
  }

  protected json(value: Json): string {
    if (value === null || typeof value !== 'object') {
      return value === null ? 'null' : this.literal(value);
    }
    return Array.isArray(value)
      ? this.list(value.map((item: Json) => this.json(item)))
      : this.map(Object.entries(value).map(([key, item]) => [key, this.json(item)] as const));
  }

  protected list(items: readonly string[]): string {
    this.standard.add('java.util.List');
    return group('List.of(', items, ')', { trailing: '', indent: INDENT });
  }

  protected map(entries: ReadonlyArray<readonly [string, string]>): string {
    this.standard.add('java.util.Map');
    const items = entries.map(([key, value]) => `Map.entry(${quoted(key)}, ${value})`);
    return group('Map.ofEntries(', items, ')', { trailing: '', indent: INDENT });
  }

  protected struct(value: Of<'struct'>): string {
    return this.chain(`${this.name(value.type).name}.builder()`, value);
  }

  protected member({ type, name }: Of<'member'>): string {
    return `${this.name(type).name}.${name}`;
  }

  protected static({ type, method, args }: Of<'static'>): string {
    return `${this.name(type).name}.${method}(${this.args(this.types.parameters(type, method), args).join(', ')})`;
  }

  /** A class whose last parameter takes props has a builder. */
  protected make({ type, args }: Of<'new'>): string {
    const parameters = this.types.parameters(type);
    const hasBuilder = this.types.isStruct(parameters[parameters.length - 1]?.type);
    const props = args[args.length - 1];
    if (!hasBuilder) {
      return `new ${this.name(type).name}(${this.args(parameters, args).join(', ')})`;
    }
    const positional = props?.is === 'struct' ? args.slice(0, -1) : args;
    return this.chain(`${this.name(type).name}.Builder.create(${this.args(parameters, positional).join(', ')})`, props?.is === 'struct' ? props : undefined);
  }

  protected call({ on, method, args }: Of<'call'>): string {
    return `${this.value(on)}.${method}(${this.args(this.types.parameters(this.typeNameOf(on), method), args).join(', ')})`;
  }

  protected get({ of, property }: Of<'get'>): string {
    return `${this.value(of)}.get${upperFirst(property)}()`;
  }

  protected joined({ parts }: Of<'joined'>): string {
    return joined(parts.map((part) => this.value(part)), INDENT);
  }

  protected variable(name: string): string {
    return name;
  }

  private chain(start: string, value: Of<'struct'> | undefined): string {
    const calls = (value === undefined ? [] : this.props(value)).map(([name, prop]) => `.${RENAMED[name] ?? name}(${prop})`);
    const line = `${start}${calls.join('')}.build()`;
    return line.length <= 120 && !line.includes('\n') ? line : `${start}\n${indented([...calls, '.build()'].join('\n'), INDENT)}`;
  }
}
