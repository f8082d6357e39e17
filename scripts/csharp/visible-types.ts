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

/** Which types a place in a file can name without a namespace: those of its namespace, of those around it, and of what is imported. */
export class VisibleTypes {
  /** Those of the imports. */
  public readonly problems: readonly Problem[];

  private readonly imported: ReadonlySet<string>;
  private readonly aliases = new Map<string, string>();
  private readonly namespaces: ReadonlySet<string>;

  /**
   * @param root the file
   * @param types all that there are
   * @param globalImports the namespaces that the project imports in all files
   */
  constructor(root: Node, private readonly types: readonly CsType[], globalImports: readonly string[]) {
    this.namespaces = new Set([...types.map(({ namespace }) => namespace), ...DOTNET_TYPES.keys()].flatMap(withOuter));
    const imported = new Set(globalImports);
    const problems: Problem[] = [];
    for (const directive of root.descendantsOfType('using_directive').filter((node) => node !== null)) {
      const { name, alias, isStatic } = importOf(directive);
      if (alias !== undefined) {
        this.aliases.set(alias, name);
      } else if (!isStatic && !this.namespaces.has(name)) {
        problems.push(problemAt(directive, `unknown namespace ${name}${hint(name, [...this.namespaces].filter((known) => known !== ''))}`
          + '; when it is one of .NET, list the types that programs use of it in scripts/csharp/dotnet-types.ts'));
      } else if (!isStatic) {
        imported.add(name);
      }
      if ((alias !== undefined || isStatic) && this.qualified(name) === undefined) {
        problems.push(problemAt(directive, `unknown type or namespace ${name}`));
      }
    }
    this.imported = imported;
    this.problems = problems;
  }

  public imports(namespace: string): boolean {
    return this.imported.has(namespace);
  }

  /** What a simple name stands for, seen from a place; else what is wrong with it. */
  public find(name: string, place: Node): Named | Problem {
    const alias = this.aliases.get(name);
    if (alias !== undefined) {
      return this.qualified(alias)!;
    }
    for (const namespace of withOuter(namespaceAround(place))) {
      const own = this.within(namespace, name);
      if (own !== undefined) {
        return own;
      }
    }
    const found = [...this.imported].map((namespace) => ({ namespace, named: this.within(namespace, name) })).filter(({ named }) => named !== undefined);
    if (found.length > 1) {
      return problemAt(place, `${name} is ambiguous: it is a type of ${found.map(({ namespace }) => namespace).sort().join(' and of ')}`);
    }
    return found[0]?.named ?? (this.namespaces.has(name) ? { kind: 'namespace', name } : this.unknown(name, place));
  }

  /** What a name in a namespace stands for. */
  public within(namespace: string, name: string): Named | undefined {
    const type = this.types.find((candidate) => candidate.name === name && candidate.namespace === namespace);
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

  private qualified(name: string): Named | undefined {
    const end = name.lastIndexOf('.');
    return this.within(end < 0 ? '' : name.slice(0, end), name.slice(end + 1)) ?? (this.namespaces.has(name) ? { kind: 'namespace', name } : undefined);
  }

  private unknown(name: string, place: Node): Problem {
    const elsewhere = [...this.namespaces].filter((namespace) => this.namesIn(namespace).includes(name)).sort();
    if (elsewhere.length > 0) {
      return problemAt(place, `${name} is not imported; add using ${elsewhere.join(' or ')}`);
    }
    const visible = ['', ...withOuter(namespaceAround(place)), ...this.imported].flatMap((namespace) => this.namesIn(namespace));
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

/** The namespace that a place is in, and the types around it, which have types of their own as namespaces do; empty outside of all. */
export function namespaceAround(place: Node): string {
  const names: string[] = [];
  let outermost = place;
  for (let node: Node | null = place; node !== null; node = node.parent) {
    if (node.type === 'namespace_declaration' || (TYPE_DECLARATIONS.includes(node.type) && node !== place)) {
      names.unshift(node.childForFieldName('name')!.text);
    }
    outermost = node;
  }
  const ofFile = childrenOfType(outermost, 'file_scoped_namespace_declaration')[0];
  return [...ofFile === undefined ? [] : [ofFile.childForFieldName('name')!.text], ...names].join('.');
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
