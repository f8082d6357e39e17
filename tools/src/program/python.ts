import { Emitter, NamedType, Of } from './emitter';
import { group, indented, INDENT, joined, linesOf, quoted } from './layout';
import type { Expression, Json, Program } from './model';
import { snakeCase } from './names';

/** Writes programs in Python. */
export class PythonEmitter extends Emitter {
  public readonly file = 'main.py';

  protected program(program: Program, body: readonly string[], types: readonly NamedType[]): string {
    const { framework, library } = this.packages.python;
    const names = (isLibrary: boolean) => types.filter((type) => type.isLibrary === isLibrary && !type.isL1).map(({ name }) => name);
    const ofFramework = [...new Set(['App', 'TerraformStack', ...names(false)])].sort();
    const ofLibrary = [...names(true), ...types.some(({ isL1 }) => isL1) ? ['l1'] : []];
    return [
      ...program.header.map((line) => this.comment(line)),
      importOf(framework, ofFramework),
      ...ofLibrary.length === 0 ? [] : [importOf(library, ofLibrary)],
      '',
      'app = App()',
      `stack = TerraformStack(app, ${quoted(program.stack)})`,
      '',
      ...body,
      '',
      'app.synth()',
      '',
    ].join('\n');
  }

  protected statement(value: string, _type: unknown, declare: string | undefined): string {
    return declare === undefined ? value : `${this.variable(declare)} = ${value}`;
  }

  protected comment(line: string): string {
    return line === '' ? '#' : `# ${line}`;
  }

  protected literal(value: string | number | boolean): string {
    if (typeof value === 'boolean') {
      return value ? 'True' : 'False';
    }
    return typeof value === 'number' ? String(value) : joined(linesOf(value).map((line) => quoted(line)), INDENT);
  }

  protected json(value: Json): string {
    if (value === null || typeof value !== 'object') {
      return value === null ? 'None' : this.literal(value);
    }
    return Array.isArray(value)
      ? group('[', value.map((item: Json) => this.json(item)), ']', { indent: INDENT })
      : this.map(Object.entries(value).map(([key, item]) => [key, this.json(item)] as const));
  }

  protected list(items: readonly string[]): string {
    return group('[', items, ']', { indent: INDENT });
  }

  protected map(entries: ReadonlyArray<readonly [string, string]>): string {
    return group('{', entries.map(([key, value]) => `${quoted(key)}: ${value}`), '}', { indent: INDENT });
  }

  protected struct(value: Of<'struct'>): string {
    return group(`${this.typeName(value.type)}(`, this.keywords(value), ')', { indent: INDENT });
  }

  protected member({ type, name }: Of<'member'>): string {
    return `${this.typeName(type)}.${name}`;
  }

  protected static({ type, method, args }: Of<'static'>): string {
    return this.callOf(`${this.typeName(type)}.${snakeCase(method)}`, args, this.types.parameters(type, method));
  }

  protected make({ type, args }: Of<'new'>): string {
    return this.callOf(this.typeName(type), args, this.types.parameters(type));
  }

  protected call({ on, method, args }: Of<'call'>): string {
    return this.callOf(`${this.value(on)}.${snakeCase(method)}`, args, this.types.parameters(this.typeNameOf(on), method));
  }

  protected get({ of, property }: Of<'get'>): string {
    return `${this.value(of)}.${snakeCase(property)}`;
  }

  protected joined({ parts }: Of<'joined'>): string {
    return joined(parts.map((part) => this.value(part)), INDENT);
  }

  protected variable(name: string): string {
    return snakeCase(name);
  }

  private typeName(fqn: string): string {
    const { isL1, name } = this.name(fqn);
    return isL1 ? `l1.${name}` : name;
  }

  /** Props as keyword arguments. */
  private keywords(value: Of<'struct'>): string[] {
    return this.props(value).map(([name, prop]) => `${snakeCase(name)}=${prop}`);
  }

  /** jsii takes the props of the last parameter as keyword arguments. */
  private callOf(callee: string, args: readonly Expression[], parameters: Parameters<Emitter['args']>[0]): string {
    const last = args[args.length - 1];
    const keywords = last?.is === 'struct' ? this.keywords(last) : [];
    const positional = this.args(parameters, last?.is === 'struct' ? args.slice(0, -1) : args);
    const line = `${callee}(${[...positional, ...keywords].join(', ')})`;
    if (keywords.length === 0 || (line.length <= 120 && !line.includes('\n'))) {
      return group(`${callee}(`, [...positional, ...keywords], ')', { indent: INDENT });
    }
    const lines = [...positional.length === 0 ? [] : [positional.join(', ')], ...keywords];
    return `${callee}(\n${indented(lines.join(',\n'), INDENT)},\n)`;
  }
}

function importOf(module: string, names: readonly string[]): string {
  const line = `from ${module} import ${names.join(', ')}`;
  return line.length <= 120 ? line : `${group(`from ${module} import (`, names, ')', { indent: INDENT })}`;
}
