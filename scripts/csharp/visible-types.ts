import { Node } from 'web-tree-sitter';
import { DOTNET_TYPES, IMPLICIT_NAMESPACES } from './dotnet-types';
import { childrenOf, childrenOfType, namedChildrenOf, Problem, problemAt } from './grammar';
import { hint } from './nearest';
import { CsType } from './types';

/** How programs declare types whose members are looked at. */
export const TYPE_DECLARATIONS: readonly string[] = ['class_declaration', 'enum_declaration', 'interface_declaration', 'record_declaration', 'struct_declaration'];

/** What a name stands for: a type with its members, a type of .NET, or a namespace. */
export type Named =
  | { readonly kind: 'type'; readonly type: CsType }
  | { readonly kind: 'dotnet'; readonly name: string }
  | { readonly kind: 'namespace'; readonly name: string };

/** All types that a program can name, by namespace and name. */
export class TypeIndex {
  public readonly namespaces: ReadonlySet<string>;

  private readonly byName: ReadonlyMap<string, CsType>;

  constructor(private readonly types: readonly CsType[]) {
    this.byName = new Map(types.map((type) => [`${type.namespace}.${type.name}`, type]));
    this.namespaces = new Set([...types.map(({ namespace }) => namespace), ...DOTNET_TYPES.keys()].flatMap(withOuter));
  }

  /** What a name in a namespace stands for. */
  public within(namespace: string, name: string): Named | undefined {
    const type = this.byName.get(`${namespace}.${name}`);
    if (type !== undefined) {
      return { kind: 'type', type };
    }
    if (DOTNET_TYPES.get(namespace)?.has(name)) {
      return { kind: 'dotnet', name };
    }
    const inner = `${namespace}.${name}`;
    return namespace !== '' && this.namespaces.has(inner) ? { kind: 'namespace', name: inner } : undefined;
  }

  /** What a namespace has, for what to say when a name is not there. */
  public namesIn(namespace: string): string[] {
    return [...this.types.filter((type) => type.namespace === namespace).map(({ name }) => name), ...DOTNET_TYPES.get(namespace) ?? []];
  }
}

/** Which types a place in a file can name without a namespace: those of its namespace, of those around it, and of what is imported. */
export class VisibleTypes {
  /** Those of the imports. */
  public readonly problems: readonly Problem[];

  private readonly imported: ReadonlySet<string>;
  private readonly aliases = new Map<string, Named>();
  private readonly statics: Named[] = [];
  private readonly nesting: Nesting;

  /**
   * @param root the file
   * @param index all that there are
   * @param globalImports the namespaces that the project imports in all files
   */
  constructor(root: Node, public readonly index: TypeIndex, globalImports: readonly string[]) {
    this.nesting = new Nesting(root);
    const imported = new Set(globalImports);
    const problems: Problem[] = [];
    for (const directive of root.descendantsOfType('using_directive').filter((node) => node !== null)) {
      const { name, alias, isStatic } = importOf(directive);
      const named = this.qualified(name);
      if (alias !== undefined || isStatic) {
        if (named === undefined) {
          problems.push(problemAt(directive, `unknown type or namespace ${name}`));
        }
        const target = named ?? { kind: 'dotnet', name };
        if (alias === undefined) {
          this.statics.push(target);
        } else {
          this.aliases.set(alias, target);
        }
      } else if (named?.kind === 'namespace') {
        imported.add(name);
      } else {
        problems.push(problemAt(directive, `unknown namespace ${name}${hint(name, [...this.index.namespaces].filter((known) => known !== ''))}`
          + '; when it is one of .NET, list the types that programs use of it in scripts/csharp/dotnet-types.ts'));
      }
    }
    this.imported = imported;
    this.problems = problems;
  }

  public imports(namespace: string): boolean {
    return this.imported.has(namespace);
  }

  /** What `using static` imports the members of. */
  public staticImports(): readonly Named[] {
    return this.statics;
  }

  /** What a simple name stands for, seen from a place; else what is wrong with it. */
  public find(name: string, place: Node): Named | Problem {
    const alias = this.aliases.get(name);
    if (alias !== undefined) {
      return alias;
    }
    for (const namespace of withOuter(this.nesting.namespaceAt(place))) {
      const own = this.index.within(namespace, name);
      if (own !== undefined) {
        return own;
      }
    }
    const found = [...this.imported]
      .map((namespace) => ({ namespace, named: this.index.within(namespace, name) }))
      .filter(({ named }) => named !== undefined && named.kind !== 'namespace');
    if (found.length > 1) {
      return problemAt(place, `${name} is ambiguous: it is a type of ${found.map(({ namespace }) => namespace).sort().join(' and of ')}`);
    }
    return found[0]?.named ?? (this.index.namespaces.has(name) ? { kind: 'namespace', name } : this.unknown(name, place));
  }

  private qualified(name: string): Named | undefined {
    const end = name.lastIndexOf('.');
    return this.index.within(end < 0 ? '' : name.slice(0, end), name.slice(end + 1)) ?? (this.index.namespaces.has(name) ? { kind: 'namespace', name } : undefined);
  }

  private unknown(name: string, place: Node): Problem {
    const elsewhere = [...this.index.namespaces].filter((namespace) => this.index.namesIn(namespace).includes(name)).sort();
    if (elsewhere.length > 0) {
      return problemAt(place, `${name} is not imported; add using ${elsewhere.join(' or ')}`);
    }
    const visible = ['', ...withOuter(this.nesting.namespaceAt(place)), ...this.imported].flatMap((namespace) => this.index.namesIn(namespace));
    return problemAt(place, `unknown name ${name}${hint(name, visible)}`);
  }
}

/** The namespaces that files import for the whole project. */
export function globalImportsOf(roots: readonly Node[], implicitUsings: boolean): string[] {
  const written = roots
    .flatMap((root) => childrenOfType(root, 'using_directive'))
    .filter((directive) => childrenOf(directive).some(({ type }) => type === 'global'))
    .map((directive) => importOf(directive).name);
  return [...implicitUsings ? IMPLICIT_NAMESPACES : [], ...written];
}

/** What has names of its own in a file: the namespaces and types that are declared, with where they begin and end. */
export class Nesting {
  private readonly around: readonly { readonly start: number; readonly end: number; readonly name: string }[];

  constructor(root: Node) {
    const rangeOf = (node: Node, { startIndex: start, endIndex: end }: Node) => ({ start, end, name: node.childForFieldName('name')!.text });
    const ofFile = childrenOfType(root, 'file_scoped_namespace_declaration').map((node) => rangeOf(node, root));
    const declared = root.descendantsOfType(['namespace_declaration', ...TYPE_DECLARATIONS]).map((node) => rangeOf(node!, node!));
    this.around = [...ofFile, ...declared];
  }

  /** The namespace that a place is in, and the types around it, which have types of their own as namespaces do; empty outside of all. */
  public namespaceAt({ startIndex, endIndex }: Node): string {
    return this.around
      .filter(({ start, end }) => start <= startIndex && endIndex <= end && !(start === startIndex && end === endIndex))
      .map(({ name }) => name)
      .join('.');
  }
}

function importOf(directive: Node): { readonly name: string; readonly alias?: string; readonly isStatic: boolean } {
  const alias = directive.childForFieldName('name')?.text;
  return {
    name: namedChildrenOf(directive).at(-1)!.text,
    alias,
    isStatic: childrenOf(directive).some(({ type }) => type === 'static'),
  };
}

/** A namespace and those around it, from the inside; the last one is that of names without any. */
function withOuter(namespace: string): string[] {
  const segments = namespace.split('.').filter((segment) => segment !== '');
  return [...segments.map((_, index) => segments.slice(0, segments.length - index).join('.')), ''];
}
