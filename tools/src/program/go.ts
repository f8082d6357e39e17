import { fqnOf, STRING, TypeReference } from './assembly';
import { Emitter, NamedType, Of } from './emitter';
import { group, indented, joined, linesOf, quoted } from './layout';
import type { Expression, Json, Program } from './model';
import { upperFirst } from './names';

const POINTERS: Readonly<Record<string, string>> = { string: '*string', number: '*float64', boolean: '*bool' };
const TAB = { indent: '\t' };

/** Writes programs in Go. */
export class GoEmitter extends Emitter {
  public readonly file = 'main.go';

  protected program(program: Program, body: readonly string[], types: readonly NamedType[]): string {
    const { framework, library } = this.packages.go;
    return [
      ...program.header.map((line) => this.comment(line)),
      'package main',
      '',
      'import (',
      '\t"github.com/aws/jsii-runtime-go"',
      ...types.some(({ isLibrary, isL1 }) => isLibrary && !isL1) ? [`\tlogfire "${library}"`] : [],
      ...types.some(({ isL1 }) => isL1) ? [`\t"${library}/l1"`] : [],
      `\tcdktf "${framework}"`,
      ')',
      '',
      'func main() {',
      '\tdefer jsii.Close()',
      '',
      '\tapp := cdktf.NewApp(nil)',
      `\tstack := cdktf.NewTerraformStack(app, jsii.String(${quoted(program.stack)}))`,
      '',
      indented(body.join('\n'), '\t'),
      '',
      '\tapp.Synth()',
      '}',
      '',
    ].join('\n');
  }

  protected statement(value: string, _type: TypeReference, declare: string | undefined): string {
    return declare === undefined ? value : `${declare} := ${value}`;
  }

  protected comment(line: string): string {
    return line === '' ? '//' : `// ${line}`;
  }

  protected literal(value: string | number | boolean): string {
    switch (typeof value) {
      case 'string': return `jsii.String(${joined(linesOf(value).map((line) => quoted(line)), '\t')})`;
      case 'number': return `jsii.Number(${value})`;
      case 'boolean': return `jsii.Bool(${value})`;
    }
  }

  protected json(value: Json): string {
    if (value === null || typeof value !== 'object') {
      return typeof value === 'string' ? joined(linesOf(value).map((line) => quoted(line)), '\t') : value === null ? 'nil' : String(value);
    }
    return Array.isArray(value)
      ? group('[]interface{}{', value.map((item: Json) => this.json(item)), '}', TAB)
      : group('map[string]interface{}{', Object.entries(value).map(([key, item]) => `${quoted(key)}: ${this.json(item)}`), '}', TAB);
  }

  protected list(items: readonly string[], element: TypeReference): string {
    return group(`&[]${this.typeText(element)}{`, items, '}', TAB);
  }

  protected map(entries: ReadonlyArray<readonly [string, string]>, element: TypeReference): string {
    return group(`&map[string]${this.typeText(element)}{`, entries.map(([key, value]) => `${quoted(key)}: ${value}`), '}', TAB);
  }

  protected struct(value: Of<'struct'>): string {
    return group(`&${this.typeName(value.type)}{`, this.props(value).map(([name, prop]) => `${upperFirst(name)}: ${prop}`), '}', TAB);
  }

  /** Enums are constants, the values of enum-like classes functions. */
  protected member({ type, name }: Of<'member'>): string {
    return `${this.typeName(type)}_${name}${this.types.isEnum(type) ? '' : '()'}`;
  }

  protected static({ type, method, args }: Of<'static'>): string {
    return `${this.typeName(type)}_${upperFirst(method)}(${this.allArgs(type, method, args)})`;
  }

  protected make({ type, args }: Of<'new'>): string {
    const [packageName, name] = this.typeName(type).split('.');
    return `${packageName}.New${name}(${this.allArgs(type, undefined, args)})`;
  }

  protected call({ on, method, args }: Of<'call'>): string {
    return `${this.value(on)}.${upperFirst(method)}(${this.allArgs(this.typeNameOf(on), method, args)})`;
  }

  protected get({ of, property }: Of<'get'>): string {
    return `${this.value(of)}.${upperFirst(property)}()`;
  }

  protected joined({ parts }: Of<'joined'>): string {
    const texts = parts.flatMap((part) => (
      part.is === 'literal' ? linesOf(String(part.value)).map((line) => quoted(line)) : [`*${this.value(part, STRING)}`]
    ));
    return `jsii.String(${joined(texts, '\t')})`;
  }

  protected variable(name: string): string {
    return name;
  }

  /** Go has no optional parameters. */
  private allArgs(fqn: string, method: string | undefined, args: readonly Expression[]): string {
    const parameters = this.types.parameters(fqn, method);
    return [...this.args(parameters, args), ...parameters.slice(args.length).map(() => 'nil')].join(', ');
  }

  private typeName(fqn: string): string {
    const { isLibrary, isL1, name } = this.name(fqn);
    return `${isL1 ? 'l1' : isLibrary ? 'logfire' : 'cdktf'}.${name}`;
  }

  private typeText(type: TypeReference): string {
    if ('fqn' in type) {
      return `${this.types.isStruct(type) ? '*' : ''}${this.typeName(fqnOf(type))}`;
    }
    if ('collection' in type) {
      const { kind, elementtype } = type.collection;
      return `*${kind === 'array' ? '[]' : 'map[string]'}${this.typeText(elementtype)}`;
    }
    return 'primitive' in type ? POINTERS[type.primitive] ?? 'interface{}' : 'interface{}';
  }
}
