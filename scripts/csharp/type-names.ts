import { Node } from 'web-tree-sitter';
import { namedChildrenOf, Problem, problemAt } from './grammar';
import { hint } from './nearest';
import { Ref, UNKNOWN } from './types';
import { Named, VisibleTypes } from './visible-types';

export type Report = (problem: Problem) => void;

/** Numbers pass for each other: which of them fit is for the compiler. */
const PREDEFINED: { readonly [keyword: string]: string } = { string: 'string', bool: 'bool', object: 'object', char: 'char' };
const MAPS = /^(I?Dictionary|IReadOnlyDictionary|SortedDictionary)$/;

/** The type that a program names; what is wrong with the name is reported. */
export function refOf(node: Node, visible: VisibleTypes, report: Report): Ref {
  const inner = () => refOf(node.childForFieldName('type')!, visible, report);
  switch (node.type) {
    case 'predefined_type': return node.text === 'void' ? UNKNOWN : { kind: 'opaque', name: PREDEFINED[node.text] ?? 'double' };
    case 'implicit_type': return UNKNOWN;
    case 'nullable_type':
    case 'ref_type':
    case 'scoped_type':
    case 'pointer_type': return inner();
    case 'array_type': return { kind: 'array', of: inner() };
    case 'generic_name': return generic(node, visible, report);
    case 'identifier':
    case 'qualified_name':
    case 'alias_qualified_name': return named(node, visible, report);
    default: {
      for (const child of namedChildrenOf(node).filter(({ type }) => type === 'tuple_element')) {
        refOf(child.childForFieldName('type')!, visible, report);
      }
      return UNKNOWN;
    }
  }
}

/** What a name, alone or after those of namespaces and types, stands for. */
export function resolveName(node: Node, visible: VisibleTypes, report: Report): Named | undefined {
  switch (node.type) {
    case 'qualified_name': {
      const outer = resolveName(node.childForFieldName('qualifier')!, visible, report);
      return outer && resolveWithin(outer, node.childForFieldName('name')!, visible, report);
    }
    case 'alias_qualified_name': return { kind: 'namespace', name: node.childForFieldName('name')!.text };
    default: {
      const found = visible.find(simpleName(node), node);
      if ('kind' in found) {
        return found;
      }
      report(found);
      return undefined;
    }
  }
}

/** What a name after that of a namespace or type stands for. */
export function resolveWithin(outer: Named, node: Node, visible: VisibleTypes, report: Report): Named | undefined {
  const namespace = outer.kind === 'type' ? `${outer.type.namespace}.${outer.type.name}`.replace(/^\./, '') : outer.name;
  const found = visible.index.within(namespace, simpleName(node));
  if (found === undefined && outer.kind !== 'dotnet') {
    report(problemAt(node, `unknown name ${simpleName(node)} in ${namespace}${hint(simpleName(node), visible.index.namesIn(namespace))}`));
  }
  return found;
}

function named(node: Node, visible: VisibleTypes, report: Report): Ref {
  if (node.type === 'identifier' && (['dynamic', 'nint', 'nuint', 'notnull'].includes(node.text) || isTypeParameter(node))) {
    return UNKNOWN;
  }
  const found = resolveName(node, visible, report);
  switch (found?.kind) {
    case 'type': return { kind: 'object', type: found.type };
    case 'dotnet': return { kind: 'opaque', name: found.name };
    case 'namespace': {
      report(problemAt(node, `${found.name} is a namespace, but is used like a type`));
      return UNKNOWN;
    }
    default: return UNKNOWN;
  }
}

function generic(node: Node, visible: VisibleTypes, report: Report): Ref {
  const found = resolveName(node, visible, report);
  const parameters = namedChildrenOf(node).at(-1)!;
  const types = namedChildrenOf(parameters).map((type) => refOf(type, visible, report));
  if (found?.kind === 'dotnet' && MAPS.test(found.name) && types.length === 2) {
    return { kind: 'map', of: types[1] };
  }
  return found?.kind === 'dotnet' && found.name !== 'Nullable' ? { kind: 'opaque', name: found.name } : UNKNOWN;
}

/** Without type arguments. */
export function simpleName(node: Node): string {
  return node.type === 'generic_name' ? namedChildrenOf(node)[0].text : node.text;
}

/** Whether a class or method around has a type parameter of that name. */
function isTypeParameter(node: Node): boolean {
  for (let around: Node | null = node.parent; around !== null; around = around.parent) {
    const parameters = namedChildrenOf(around).filter(({ type }) => type === 'type_parameter_list').flatMap(namedChildrenOf);
    if (parameters.some((parameter) => parameter.childForFieldName('name')?.text === node.text)) {
      return true;
    }
  }
  return false;
}
