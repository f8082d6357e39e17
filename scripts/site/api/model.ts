import * as path from 'node:path';
import { AssemblyMember, AssemblyParameter, AssemblyType } from '../../assembly/assembly';

/** What a docstring says. */
export interface Docs {
  readonly summary?: string;
  readonly remarks?: string;
  readonly returns?: string;
  readonly default?: string;
  readonly stability?: string;
}

interface Documented {
  readonly docs?: Docs;
}

export type Parameter = AssemblyParameter & Documented;
/** `const` has the values of enum-like classes, which are static. */
export type Member = Omit<AssemblyMember, 'parameters'> & Documented & { readonly const?: boolean; readonly parameters?: readonly Parameter[] };
export interface ApiType extends Documented, Omit<AssemblyType, 'initializer' | 'properties' | 'methods' | 'members'> {
  readonly locationInModule: { readonly filename: string };
  readonly initializer?: Documented & { readonly parameters?: readonly Parameter[] };
  readonly properties?: readonly Member[];
  readonly methods?: readonly Member[];
  readonly members?: readonly ({ readonly name: string } & Documented)[];
}

/** In the order in which a page lists them. */
export const KINDS = ['Construct', 'Class', 'Interface', 'Struct', 'Enum'] as const;
export type Kind = typeof KINDS[number];

/** The API as the assembly has it, in rooms. */
export class Api {
  private readonly types: ReadonlyMap<string, ApiType>;

  /** Of each type what it takes and implements, in which names can be looked for. */
  private readonly uses: ReadonlyMap<string, string>;

  constructor(assembly: { readonly types: { readonly [fqn: string]: unknown } }) {
    this.types = new Map(Object.entries(assembly.types) as [string, ApiType][]);
    this.uses = new Map([...this.types].map(([fqn, { interfaces, initializer, methods, properties, datatype }]) => (
      [fqn, JSON.stringify([interfaces, initializer, methods?.map(({ parameters }) => parameters), datatype ? properties : []])]
    )));
  }

  /** The hand-written types by the directory that they are in, which is the area of Logfire that they are about. */
  public rooms(): Map<string, ApiType[]> {
    const rooms = new Map<string, ApiType[]>();
    const inOrder = [...this.types.values()].filter((type) => this.isDocumented(type.fqn))
      .sort((a, b) => KINDS.indexOf(this.kindOf(a)) - KINDS.indexOf(this.kindOf(b)) || (a.name < b.name ? -1 : 1));
    for (const type of inOrder) {
      const room = roomOf(type);
      rooms.set(room, [...rooms.get(room) ?? [], type]);
    }
    return new Map([...rooms].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** The generated bindings of resources. */
  public bindings(): ApiType[] {
    return [...this.types.values()].filter(({ namespace, kind }) => namespace === 'l1' && kind === 'class');
  }

  public typeOf(fqn: string): ApiType | undefined {
    return this.types.get(fqn);
  }

  public isDocumented(fqn: string): boolean {
    const type = this.types.get(fqn);
    return type !== undefined && type.namespace === undefined;
  }

  public kindOf(type: ApiType): Kind {
    switch (type.kind) {
      case 'enum': return 'Enum';
      case 'interface': return type.datatype ? 'Struct' : 'Interface';
      case 'class': return this.isConstruct(type) ? 'Construct' : 'Class';
    }
  }

  /** Own properties and those of base types in the library, by their names; what `constructs` gives to every construct is left out. */
  public propertiesOf(type: ApiType): Member[] {
    return this.collect(type, ({ properties }) => properties);
  }

  public methodsOf(type: ApiType): Member[] {
    return this.collect(type, ({ methods }) => methods);
  }

  /** The types that take or implement a type, for those that read its page first. */
  public usersOf({ fqn }: ApiType): ApiType[] {
    const mention = `"${fqn}"`;
    return [...this.types.values()].filter((type) => type.fqn !== fqn && this.isDocumented(type.fqn) && this.uses.get(type.fqn)!.includes(mention));
  }

  private isConstruct({ base = '' }: ApiType): boolean {
    const own = this.types.get(base);
    return own === undefined ? ['constructs.Construct', 'cdktf.TerraformProvider'].includes(base) : this.isConstruct(own);
  }

  private collect(type: ApiType, members: (type: ApiType) => readonly Member[] | undefined): Member[] {
    const found = new Map<string, Member>();
    const visit = (current: ApiType) => {
      (members(current) ?? []).filter(({ name }) => !found.has(name)).forEach((member) => found.set(member.name, member));
      [...current.base === undefined ? [] : [current.base], ...type.kind === 'interface' ? current.interfaces ?? [] : []]
        .map((fqn) => this.types.get(fqn)).forEach((base) => base && visit(base));
    };
    visit(type);
    return [...found.values()].sort((a, b) => Number(a.optional ?? false) - Number(b.optional ?? false) || (a.name < b.name ? -1 : 1));
  }
}

/** `dashboards` for `src/dashboards/panels/bar-panel.ts`. */
function roomOf({ locationInModule }: ApiType): string {
  return locationInModule.filename.split(path.posix.sep)[1];
}
