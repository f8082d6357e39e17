import { Node } from 'web-tree-sitter';
import { StatementChecker } from './check-statements';
import { baseNodesOf, bodyOf, Declaration, has } from './declared-types';
import { childrenOf, childrenOfType, problemAt } from './grammar';
import { hint } from './nearest';
import { Scope } from './scope';
import { Report } from './type-names';
import { CsMember, CsType, isOpen, membersOf, nameOf, OF_EVERY_OBJECT, Signature, withBases } from './types';

/** Checks a type that a program declares: what it extends, and its members with their bodies. */
export function checkType({ node, type }: Declaration, statements: StatementChecker, report: Report): void {
  const bases = baseNodesOf(node);
  bases.forEach((base) => statements.expressions.typeAt(base));
  if (type.kind === 'class') {
    checkBases(node, type, bases, report);
    checkBaseArguments(node, type, statements, report);
  }
  for (const member of bodyOf(node)) {
    checkOverride(member, type, report);
    checkMember(member, statements);
  }
}

function checkMember(node: Node, statements: StatementChecker): void {
  const scope = new Scope();
  switch (node.type) {
    case 'event_field_declaration':
    case 'field_declaration': {
      childrenOfType(node, 'variable_declaration').forEach((declaration) => statements.check(declaration, scope));
      break;
    }
    case 'property_declaration': {
      const wanted = statements.expressions.typeAt(node.childForFieldName('type')!);
      const value = node.childForFieldName('value');
      if (value !== null && value.type !== 'arrow_expression_clause') {
        statements.expressions.checkFor(value, wanted, scope);
      } else if (value !== null) {
        statements.check(value, scope);
      }
      childrenOfType(node, 'accessor_list').forEach((accessors) => statements.check(accessors, scope));
      break;
    }
    case 'constructor_declaration':
    case 'conversion_operator_declaration':
    case 'destructor_declaration':
    case 'method_declaration':
    case 'operator_declaration': {
      statements.callable(node, scope);
      break;
    }
    default:
  }
}

/** What a class of a program has to have for the interfaces and abstract classes of a library. */
function checkBases(node: Node, type: CsType, bases: readonly Node[], report: Report): void {
  const all = withBases(type).slice(1);
  const interfaces = all.filter(({ kind, declared }) => kind === 'interface' && !declared);
  const own = withBases(type).filter(({ kind }) => kind === 'class').flatMap(({ members }) => members);
  const place = node.childForFieldName('name')!;
  for (const { name, members } of interfaces) {
    members.forEach((wanted) => requireMember(wanted, name, own, type, place, report));
  }
  if (!type.abstract) {
    const concrete = own.filter((member) => !member.abstract);
    for (const { name, members } of all.filter(({ kind, declared }) => kind === 'class' && !declared)) {
      members.filter((member) => member.abstract).forEach((wanted) => requireMember(wanted, name, concrete, type, place, report));
    }
  }
  const hasClass = all.some(({ kind }) => kind === 'class') || bases.some(({ text }) => /(^|\.)DeputyBase$/.test(text)) || isOpen(type);
  if (interfaces.length > 0 && !hasClass) {
    report(problemAt(place, `${type.name} implements ${interfaces[0].name} and must derive from DeputyBase`));
  }
}

function requireMember(wanted: CsMember, owner: string, own: readonly CsMember[], type: CsType, place: Node, report: Report): void {
  const sameName = own.filter(({ name, kind }) => name === wanted.name && (kind === 'method') === (wanted.kind === 'method'));
  if (sameName.length === 0) {
    report(problemAt(place, `${type.name} lacks ${wanted.name} of ${owner}${hint(wanted.name, type.members.map(({ name }) => name))}`));
  } else if (wanted.signature !== undefined && !sameName.some(({ signature }) => isSame(signature!, wanted.signature!))) {
    report(problemAt(place, `${type.name}.${wanted.name} must take ${describe(wanted.signature)}, as that of ${owner} does`));
  }
}

/** Whether two methods have as many parameters, of the same types as far as these are known. */
function isSame(given: Signature, wanted: Signature): boolean {
  const types = wanted.types();
  return given.names.length === wanted.names.length && given.types().every((ref, index) => {
    const other = types[index];
    return other === undefined || ref.kind === 'opaque' || other.kind === 'opaque' || nameOf(ref) === nameOf(other);
  });
}

function describe(signature: Signature): string {
  return signature.names.length === 0 ? 'no parameters' : `(${signature.types().map((ref, index) => `${nameOf(ref)} ${signature.names[index]}`).join(', ')})`;
}

/** A member with `override` has to be there in a class that it extends. */
function checkOverride(node: Node, type: CsType, report: Report): void {
  const name = node.childForFieldName('name');
  if (name === null || !has(node, 'override') || isOpen(type)) {
    return;
  }
  const inherited = type.bases().filter(({ kind }) => kind === 'class').flatMap(membersOf);
  const sameName = inherited.filter((member) => member.name === name.text);
  if (sameName.length === 0 && !OF_EVERY_OBJECT.has(name.text)) {
    const bases = type.bases().map((base) => base.name).join(', ') || 'object';
    report(problemAt(name, `there is no ${name.text} to override in ${bases}${hint(name.text, inherited.map((member) => member.name))}`));
  }
  const own = type.members.find((member) => member.name === name.text && member.signature !== undefined);
  if (own !== undefined && sameName.length > 0 && !sameName.some(({ signature }) => signature !== undefined && isSame(own.signature!, signature))) {
    const [{ signature }] = sameName;
    const parameters = signature === undefined ? 'no parameters: it is a property' : describe(signature);
    report(problemAt(name, `${name.text} must take ${parameters} to override that of ${type.bases()[0].name}`));
  }
}

/** The arguments of `: base(...)`, and of `: this(...)`; without them a base has to do without. */
function checkBaseArguments(node: Node, type: CsType, statements: StatementChecker, report: Report): void {
  const base = type.bases().find(({ kind }) => kind === 'class');
  const constructors = bodyOf(node).filter((member) => member.type === 'constructor_declaration' && !has(member, 'static'));
  for (const constructor of constructors) {
    const [initializer] = childrenOfType(constructor, 'constructor_initializer');
    const isThis = initializer !== undefined && childrenOf(initializer).some(({ type: child }) => child === 'this');
    const target = isThis ? type : base;
    const scope = new Scope();
    constructorParameters(constructor, scope);
    statements.expressions.checkArguments(initializer && childrenOfType(initializer, 'argument_list')[0], `${isThis ? 'this' : 'base'} of ${target?.name ?? 'object'}`,
      initializer ?? constructor.childForFieldName('name')!, target?.constructors ?? [], scope);
  }
  const [primary] = childrenOfType(node, 'base_list').flatMap((list) => list.descendantsOfType(['argument_list'])).filter((list) => list !== null);
  if (constructors.length === 0 && base !== undefined && (primary !== undefined || !base.constructors.some(({ required }) => required === 0))) {
    const [parameters] = childrenOfType(node, 'parameter_list');
    const scope = new Scope();
    for (const parameter of parameters === undefined ? [] : childrenOfType(parameters, 'parameter')) {
      scope.declare(parameter.childForFieldName('name')!.text, { kind: 'opaque' });
    }
    if (base.constructors.length === 0 && !base.declared) {
      report(problemAt(node.childForFieldName('name')!, `${type.name} cannot extend ${base.name}, which has no constructor for others`));
    } else {
      statements.expressions.checkArguments(primary, `base of ${base.name}`, node.childForFieldName('name')!, base.constructors, scope);
    }
  }
}

/** What a constructor passes on can be of any type: its own check of types is with its body. */
function constructorParameters(constructor: Node, scope: Scope): void {
  for (const parameter of constructor.descendantsOfType('parameter')) {
    scope.declare(parameter!.childForFieldName('name')!.text, { kind: 'opaque' });
  }
}
