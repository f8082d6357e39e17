import { Node } from 'web-tree-sitter';
import { childrenOf, childrenOfType, namedChildrenOf } from './grammar';
import { refOf } from './type-names';
import { CsMember, CsType, Ref, Signature, UNKNOWN } from './types';
import { Nesting, TYPE_DECLARATIONS, VisibleTypes } from './visible-types';

/** A type that a program declares, and where. */
export interface Declaration {
  readonly node: Node;
  readonly type: CsType;
}

/**
 * The types that a file declares.
 *
 * @param visible what names in the file stand for, asked for when all types are known; what is wrong with them is reported elsewhere
 */
export function declarationsIn(root: Node, visible: () => VisibleTypes): Declaration[] {
  const nesting = new Nesting(root);
  return root.descendantsOfType([...TYPE_DECLARATIONS])
    .filter((node) => node !== null)
    .map((node) => ({ node, type: declared(node, nesting.namespaceAt(node), visible) }));
}

/** Whether a declaration has one of the modifiers. */
export function has(node: Node, ...modifiers: string[]): boolean {
  return childrenOfType(node, 'modifier').some(({ text }) => modifiers.includes(text));
}

/** The types after the colon of a declaration. */
export function baseNodesOf(node: Node): Node[] {
  return childrenOfType(node, 'base_list').flatMap(namedChildrenOf)
    .filter(({ type }) => type !== 'argument_list')
    .map((base) => (base.type === 'primary_constructor_base_type' ? base.childForFieldName('type')! : base));
}

/** What is declared in the braces of a type. */
export function bodyOf(node: Node): Node[] {
  const body = node.childForFieldName('body');
  return body === null ? [] : namedChildrenOf(body);
}

/** The parameters of a method, constructor or function. */
export function signatureOf(owner: Node, ref: (type: Node) => Ref): Signature {
  const list = owner.childForFieldName('parameters') ?? childrenOfType(owner, 'parameter_list')[0];
  const parameters = list === undefined || list === null ? [] : childrenOfType(list, 'parameter');
  /** The one with `params` is not a node of its own in the grammar. */
  const rest = list?.childForFieldName('name') ?? null;
  return {
    required: parameters.filter((parameter) => !childrenOf(parameter).some(({ type }) => type === '=')).length,
    total: rest === null ? parameters.length : Infinity,
    names: [...parameters.map((parameter) => parameter.childForFieldName('name')!.text), ...rest === null ? [] : [rest.text]],
    types: () => parameters.map((parameter) => typeOf(parameter, ref)),
  };
}

function typeOf(node: Node, ref: (type: Node) => Ref): Ref {
  const type = node.childForFieldName('type') ?? node.childForFieldName('returns');
  return type === null ? UNKNOWN : ref(type);
}

function declared(node: Node, namespace: string, visible: () => VisibleTypes): CsType {
  const ref = (type: Node) => refOf(type, visible(), () => {});
  const bases = () => baseNodesOf(node).map(ref);
  const isClass = node.type !== 'interface_declaration' && node.type !== 'enum_declaration';
  const constructors = bodyOf(node).filter(({ type }) => type === 'constructor_declaration').map((constructor) => signatureOf(constructor, ref));
  const type: CsType = {
    name: node.childForFieldName('name')!.text,
    namespace,
    kind: isClass ? 'class' : node.type === 'enum_declaration' ? 'enum' : 'interface',
    abstract: has(node, 'abstract'),
    struct: false,
    declared: true,
    members: [...bodyOf(node).flatMap((member) => declaredMembers(member, node, ref, () => type)), ...recordMembers(node, ref)],
    constructors: constructors.length > 0 || !isClass || has(node, 'static') ? constructors : [signatureOf(node, ref)],
    bases: () => bases().flatMap((base) => (base.kind === 'object' ? [base.type] : [])),
    open: () => bases().some((base) => base.kind !== 'object' && !(base.kind === 'opaque' && base.name === 'DeputyBase')),
  };
  return type;
}

const PLAIN = { static: false, abstract: false, writable: true, required: false } as const;

function declaredMembers(node: Node, owner: Node, ref: (type: Node) => Ref, itself: () => CsType): CsMember[] {
  const shared = {
    ...PLAIN,
    static: has(node, 'static', 'const'),
    abstract: has(node, 'abstract') || (owner.type === 'interface_declaration' && node.childForFieldName('body') === null),
  };
  const name = node.childForFieldName('name')?.text ?? '';
  switch (node.type) {
    case 'property_declaration': {
      return [{ ...shared, name, kind: 'property', type: () => typeOf(node, ref), required: has(node, 'required') }];
    }
    case 'method_declaration': return [{ ...shared, name, kind: 'method', type: () => typeOf(node, ref), signature: signatureOf(node, ref) }];
    case 'event_field_declaration':
    case 'field_declaration': {
      const [declaration] = childrenOfType(node, 'variable_declaration');
      return childrenOfType(declaration, 'variable_declarator')
        .map((declarator) => ({ ...shared, name: declarator.childForFieldName('name')!.text, kind: 'value', type: () => typeOf(declaration, ref) }));
    }
    case 'enum_member_declaration': return [{ ...shared, name, static: true, kind: 'value', type: () => ({ kind: 'object', type: itself() }) }];
    default: return [];
  }
}

/** The parameters of a record are properties. */
function recordMembers(node: Node, ref: (type: Node) => Ref): CsMember[] {
  const [list] = node.type === 'record_declaration' ? childrenOfType(node, 'parameter_list') : [];
  return list === undefined ? [] : childrenOfType(list, 'parameter')
    .map((parameter) => ({ ...PLAIN, name: parameter.childForFieldName('name')!.text, kind: 'property', type: () => typeOf(parameter, ref) }));
}
