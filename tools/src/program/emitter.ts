import { ANY, elementOf, Parameter, TypeReference, Types } from './assembly';
import { onOneLine } from './layout';
import { Entry, Expression, Json, partsOf, Program, Statement } from './model';
import type { Packages } from './packages';

/** A type of the library or its framework, as a program names it. */
export interface NamedType {
  readonly isLibrary: boolean;
  readonly isL1: boolean;
  readonly name: string;
}

export type Of<Kind extends Expression['is']> = Extract<Expression, { is: Kind }>;

/** Writes programs in one language. */
export abstract class Emitter {
  /** File that the program belongs in. */
  public abstract readonly file: string;
  protected readonly types = Types.load();
  protected variables = new Map<string, TypeReference>();
  private used = new Set<string>();
  private readonly named = new Map<string, NamedType>();

  constructor(protected readonly packages: Packages) {}

  /** The text of a program. */
  public emit(program: Program): string {
    this.named.clear();
    this.variables = new Map([
      ['app', { fqn: 'cdktf.App' }],
      ['stack', { fqn: 'cdktf.TerraformStack' }],
      ...program.statements.flatMap(({ declare, value }) => declare === undefined ? [] : [[declare, value] as const])
        .map(([name, value]): [string, TypeReference] => [name, this.types.typeOf(value, new Map())]),
    ]);
    this.used = new Set(program.statements.flatMap(({ value }) => partsOf(value)).flatMap((part) => part.is === 'variable' ? [part.name] : []));
    const body = program.statements.map((statement) => this.block(statement));
    const types = [...this.named.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    return this.program({ ...program, header: program.header.map(onOneLine) }, body, types);
  }

  /** @param types what the statements name, sorted */
  protected abstract program(program: Program, body: readonly string[], types: readonly NamedType[]): string;
  /** @param declare the variable, if something uses it */
  protected abstract statement(value: string, type: TypeReference, declare: string | undefined): string;
  protected abstract comment(line: string): string;
  protected abstract literal(value: string | number | boolean, type: TypeReference): string;
  protected abstract json(value: Json): string;
  protected abstract list(items: readonly string[], element: TypeReference): string;
  protected abstract map(entries: ReadonlyArray<readonly [key: string, value: string]>, element: TypeReference): string;
  protected abstract struct(value: Of<'struct'>): string;
  protected abstract member(value: Of<'member'>): string;
  protected abstract static(value: Of<'static'>): string;
  protected abstract make(value: Of<'new'>): string;
  protected abstract call(value: Of<'call'>): string;
  protected abstract get(value: Of<'get'>): string;
  protected abstract joined(value: Of<'joined'>): string;
  protected abstract variable(name: string): string;

  /** @param type what the place takes */
  protected value(value: Expression, type: TypeReference = ANY): string {
    switch (value.is) {
      case 'literal': return this.literal(value.value, type);
      case 'json': return this.json(value.value);
      case 'list': {
        const element = elementOf(type, 'array') ?? ANY;
        return this.list(value.items.map((item) => this.value(item, element)), element);
      }
      case 'map': {
        const element = elementOf(type, 'map') ?? ANY;
        return this.map(value.entries.map(([key, item]) => [key, this.value(item, element)] as const), element);
      }
      case 'struct': return this.struct(value);
      case 'member': return this.member(value);
      case 'static': return this.static(value);
      case 'new': return this.make(value);
      case 'call': return this.call(value);
      case 'get': return this.get(value);
      case 'joined': return this.joined(value);
      case 'variable': return this.variable(value.name);
    }
  }

  /** The name of a type, which the program then imports. */
  protected name(fqn: string): NamedType {
    const [packageName, ...rest] = fqn.split('.');
    const named = { isLibrary: packageName !== 'cdktf', isL1: rest.length > 1, name: rest[rest.length - 1] };
    this.named.set(fqn, named);
    return named;
  }

  protected args(parameters: readonly Parameter[], args: readonly Expression[]): string[] {
    return args.map((argument, index) => this.value(argument, parameters[index]?.type));
  }

  protected props(value: Of<'struct'>): ReadonlyArray<readonly [name: string, value: string]> {
    return value.props.map(([name, prop]: Entry) => [name, this.value(prop, this.types.property(value.type, name)?.type)] as const);
  }

  protected typeNameOf(value: Expression): string {
    const type = this.types.typeOf(value, this.variables);
    return 'fqn' in type ? type.fqn : '';
  }

  private block({ isFirst, comment, declare, value }: Statement): string {
    const lines = (comment ?? []).map((line) => this.comment(onOneLine(line)));
    const type = this.types.typeOf(value, this.variables);
    return [...isFirst ? [''] : [], ...lines, this.statement(this.value(value), type, declare !== undefined && this.used.has(declare) ? declare : undefined)].join('\n');
  }
}
