import { Emitter, NamedType, Of } from './emitter';
import { group, indented, joined, linesOf, quoted } from './layout';
import type { Json, Program } from './model';

/** A string in single quotes, unless it has some itself. */
export function quotedText(text: string): string {
  const escaped = quoted(text);
  return text.includes("'") ? escaped : `'${escaped.slice(1, -1).replace(/\\"/g, '"')}'`;
}

/** Writes programs in TypeScript. */
export class TypeScriptEmitter extends Emitter {
  public readonly file = 'main.ts';

  protected program(program: Program, body: readonly string[], types: readonly NamedType[]): string {
    const { framework, library } = this.packages.typescript;
    const names = (isLibrary: boolean) => types.filter((type) => type.isLibrary === isLibrary && !type.isL1).map(({ name }) => name);
    const ofFramework = [...new Set(['App', 'TerraformStack', ...names(false)])].sort();
    const ofLibrary = [...names(true), ...types.some(({ isL1 }) => isL1) ? ['l1'] : []];
    return [
      ...program.header.map((line) => this.comment(line)),
      group('import {', ofFramework, `} from '${framework}';`, { space: ' ' }),
      ...ofLibrary.length === 0 ? [] : [group('import {', ofLibrary, `} from '${library}';`, { space: ' ' })],
      '',
      'const app = new App();',
      `const stack = new TerraformStack(app, ${quotedText(program.stack)});`,
      '',
      ...body,
      '',
      'app.synth();',
      '',
    ].join('\n');
  }

  protected statement(value: string, _type: unknown, declare: string | undefined): string {
    return declare === undefined ? `${value};` : `const ${declare} = ${value};`;
  }

  protected comment(line: string): string {
    return line === '' ? '//' : `// ${line}`;
  }

  protected literal(value: string | number | boolean): string {
    return typeof value !== 'string' ? String(value) : joined(linesOf(value).map(quotedText), '  ');
  }

  protected json(value: Json): string {
    if (value === null || typeof value !== 'object') {
      return value === null ? 'null' : this.literal(value);
    }
    return Array.isArray(value)
      ? group('[', value.map((item: Json) => this.json(item)), ']')
      : group('{', Object.entries(value).map(([key, item]) => `${this.key(key)}: ${this.json(item)}`), '}', { space: ' ' });
  }

  protected list(items: readonly string[]): string {
    return group('[', items, ']');
  }

  protected map(entries: ReadonlyArray<readonly [string, string]>): string {
    return group('{', entries.map(([key, value]) => `${this.key(key)}: ${value}`), '}', { space: ' ' });
  }

  protected struct(value: Of<'struct'>): string {
    return group('{', this.props(value).map(([name, prop]) => (name === prop ? name : `${name}: ${prop}`)), '}', { space: ' ' });
  }

  protected member({ type, name }: Of<'member'>): string {
    return `${this.typeName(type)}.${name}`;
  }

  protected static({ type, method, args }: Of<'static'>): string {
    return this.callOf(`${this.typeName(type)}.${method}`, this.args(this.types.parameters(type, method), args));
  }

  protected make({ type, args }: Of<'new'>): string {
    return this.callOf(`new ${this.typeName(type)}`, this.args(this.types.parameters(type), args));
  }

  protected call({ on, method, args }: Of<'call'>): string {
    return this.callOf(`${this.value(on)}.${method}`, this.args(this.types.parameters(this.typeNameOf(on), method), args));
  }

  protected get({ of, property }: Of<'get'>): string {
    return `${this.value(of)}.${property}`;
  }

  protected joined({ parts }: Of<'joined'>): string {
    return joined(parts.map((part) => this.value(part)), '  ');
  }

  protected variable(name: string): string {
    return name;
  }

  private typeName(fqn: string): string {
    const { isL1, name } = this.name(fqn);
    return isL1 ? `l1.${name}` : name;
  }

  private key(key: string): string {
    return /^[A-Za-z_]\w*$/.test(key) ? key : quotedText(key);
  }

  /** The last argument, most often an object, has its lines in the brackets of the call. */
  private callOf(callee: string, args: readonly string[]): string {
    const before = args.slice(0, -1);
    if (before.some((argument) => argument.includes('\n'))) {
      return `${callee}(\n${indented(args.join(',\n'), '  ')},\n)`;
    }
    return `${callee}(${args.join(', ')})`;
  }
}
