import { Node } from 'web-tree-sitter';
import { childrenOfType, Problem, problemAt } from './grammar';
import { hint } from './nearest';
import { countOf, CsType, fits, nameOf, Ref, Signature } from './types';

/** An argument of a call, and the parameter that it is for. */
export interface Argument {
  /** What is passed. */
  readonly value: Node;
  readonly wanted?: Ref;
}

export interface Call {
  readonly passed: readonly Argument[];
  readonly problems: readonly Problem[];
}

/** The arguments of a call, matched with the overload that takes as many; and what is wrong with their number and names. */
export function argumentsOf(list: Node | undefined, callee: string, place: Node, overloads: readonly Signature[]): Call {
  const nodes = list === undefined ? [] : childrenOfType(list, 'argument');
  const signature = overloads.find(({ required, total }) => nodes.length >= required && nodes.length <= total);
  const problems: Problem[] = [];
  if (signature === undefined && overloads.length > 0) {
    problems.push(problemAt(place, `${callee} takes ${overloads.map(countOf).join(' or ')}, got ${nodes.length}`));
  }
  const types = signature?.types() ?? [];
  const passed = nodes.map((node, index) => {
    const name = node.childForFieldName('name');
    if (name === null) {
      return { value: node.namedChildren.at(-1)!, wanted: signature?.total === Infinity && index >= types.length - 1 ? undefined : types[index] };
    }
    const position = signature?.names.map((known) => known.replace('@', '')).indexOf(name.text.replace('@', '')) ?? -1;
    if (signature !== undefined && position < 0) {
      problems.push(problemAt(name, `${callee} has no parameter ${name.text}${hint(name.text, signature.names)}`));
    }
    return { value: node.namedChildren.at(-1)!, wanted: types[position] };
  });
  return { passed, problems };
}

/** What is wrong when a value of one type is given where another is wanted. */
export function conversionProblem(node: Node, value: Ref, wanted: Ref): Problem[] {
  return fits(value, wanted) ? [] : [problemAt(node, `must be ${nameOf(wanted)}, got ${nameOf(value)}`)];
}

/** What is wrong with creating an object of a type at all. */
export function creationProblem(node: Node, type: CsType): Problem[] {
  if (type.kind === 'class' && !type.abstract && type.constructors.length > 0) {
    return [];
  }
  const factories = type.members.filter((member) => member.static).map(({ name }) => `${type.name}.${name}`);
  const use = factories.length > 0 ? `; use ${factories.sort().slice(0, 6).join(', ')}` : '';
  return [problemAt(node, `${type.name} cannot be created with new${type.kind === 'class' ? use : `: it is an ${type.kind}`}`)];
}
