import { Node } from 'web-tree-sitter';
import { argumentsOf, conversionProblem } from './check-calls';
import { checkCreation } from './check-creations';
import { signatureOf } from './declared-types';
import { childrenOfType, namedChildrenOf, problemAt } from './grammar';
import { elementOf, isLinq, MEMBERS_OF_ARRAYS, resultOfLinq } from './linq';
import { hint } from './nearest';
import { Scope } from './scope';
import { refOf, Report, resolveName, resolveWithin, simpleName } from './type-names';
import { CsMember, CsType, isOpen, membersOf, OF_EVERY_OBJECT, Ref, UNKNOWN } from './types';
import { Named, VisibleTypes } from './visible-types';

/** What an expression stands for: a value, or what members can be static of. */
type Value =
  | { readonly kind: 'value'; readonly ref: Ref }
  | { readonly kind: 'named'; readonly named: Named }
  | { readonly kind: 'method'; readonly name: string; readonly overloads: readonly CsMember[] };

/** What is known around an expression. */
export interface Surroundings {
  readonly visible: VisibleTypes;
  readonly report: Report;
  /** Names of the extension methods that the program declares. */
  readonly extensions: ReadonlySet<string>;
  /** All that is declared in the file, for where the scope does not say what it is. */
  readonly anywhere: Scope;
}

const value = (ref: Ref): Value => ({ kind: 'value', ref });
const NOTHING = value(UNKNOWN);
const LITERALS: { readonly [node: string]: string } = {
  string_literal: 'string',
  verbatim_string_literal: 'string',
  raw_string_literal: 'string',
  interpolated_string_expression: 'string',
  integer_literal: 'double',
  real_literal: 'double',
  boolean_literal: 'bool',
  character_literal: 'char',
};
/** What cannot be called, as a delegate can. */
const VALUES = Object.values(LITERALS);

/** Checks expressions, and infers what they are as far as the assemblies and the program tell. */
export class ExpressionChecker {
  /**
   * @param owner the type that the expressions are in, whose members need no receiver
   */
  constructor(private readonly around: Surroundings, private readonly owner: CsType | undefined) {}

  /**
   * Checks an expression with all that is in it.
   *
   * @param wanted what it is for, which `new()` without a type, lambdas and initializers are made from
   * @returns what it is
   */
  public check(node: Node, scope: Scope, wanted?: Ref): Ref {
    const found = this.evaluate(node, scope, wanted);
    return found.kind === 'value' ? found.ref : UNKNOWN;
  }

  /** Checks arguments, of which each is for a parameter of the overload that takes as many. */
  public checkArguments(list: Node | undefined, callee: string, place: Node, overloads: Parameters<typeof argumentsOf>[3], scope: Scope): void {
    const { passed, problems } = argumentsOf(list, callee, place, overloads);
    problems.forEach(this.around.report);
    for (const argument of passed) {
      this.checkFor(argument.value, argument.wanted, scope);
    }
  }

  /** Checks a value that something is set to. */
  public checkFor(node: Node, wanted: Ref | undefined, scope: Scope): Ref {
    const ref = this.check(node, scope, wanted);
    if (wanted !== undefined) {
      conversionProblem(node, ref, wanted).forEach(this.around.report);
    }
    return ref;
  }

  /** The type that a program names at a place. */
  public typeAt(node: Node): Ref {
    return refOf(node, this.around.visible, this.around.report);
  }

  private evaluate(node: Node, scope: Scope, wanted?: Ref): Value {
    if (LITERALS[node.type] !== undefined) {
      this.checkChildren(node, scope);
      return value({ kind: 'opaque', name: LITERALS[node.type] });
    }
    switch (node.type) {
      case 'identifier':
      case 'generic_name': return this.simple(node, scope);
      case 'qualified_name':
      case 'alias_qualified_name': return this.named(resolveName(node, this.around.visible, this.around.report));
      case 'predefined_type': return NOTHING;
      case 'this': return this.owner === undefined ? NOTHING : value({ kind: 'object', type: this.owner });
      case 'base': {
        const [base] = this.owner?.bases().filter(({ kind }) => kind === 'class') ?? [];
        return base === undefined ? NOTHING : value({ kind: 'object', type: base });
      }
      case 'parenthesized_expression': return this.evaluate(namedChildrenOf(node)[0], scope, wanted);
      case 'member_access_expression': {
        return this.member(this.evaluate(node.childForFieldName('expression')!, scope), node.childForFieldName('name')!);
      }
      case 'conditional_access_expression': return this.conditionalAccess(node, scope);
      case 'invocation_expression': return this.invocation(node, scope);
      case 'element_access_expression': {
        this.checkChildren(node.childForFieldName('subscript')!, scope);
        return value(elementOf(this.check(node.childForFieldName('expression')!, scope)));
      }
      case 'object_creation_expression': return value(checkCreation(node, this.typeAt(node.childForFieldName('type')!), node.childForFieldName('type')!, scope, this, this.around.report));
      case 'implicit_object_creation_expression': return value(checkCreation(node, wanted ?? UNKNOWN, node, scope, this, this.around.report));
      case 'implicit_array_creation_expression':
      case 'array_creation_expression': return value(this.array(node, scope));
      case 'collection_expression': {
        const elements = namedChildrenOf(node).flatMap(namedChildrenOf);
        elements.forEach((element) => (element.type === 'spread_element' ? this.checkChildren(element, scope) : this.checkFor(namedChildrenOf(element)[0], wanted && elementOf(wanted), scope)));
        return value(wanted?.kind === 'array' ? wanted : UNKNOWN);
      }
      case 'assignment_expression': {
        const left = this.evaluate(node.childForFieldName('left')!, scope);
        this.checkWritable(node.childForFieldName('left')!, scope);
        return value(this.checkFor(node.childForFieldName('right')!, left.kind === 'value' ? left.ref : undefined, scope));
      }
      case 'conditional_expression': {
        this.check(node.childForFieldName('condition')!, scope);
        const [first, second] = [node.childForFieldName('consequence')!, node.childForFieldName('alternative')!].map((branch) => this.check(branch, scope, wanted));
        return value(first.kind === 'opaque' && first.name === undefined ? second : first);
      }
      case 'as_expression': {
        this.check(node.childForFieldName('left')!, scope);
        return value(this.typeAt(node.childForFieldName('right')!));
      }
      case 'cast_expression': {
        this.check(node.childForFieldName('value')!, scope);
        return value(this.typeAt(node.childForFieldName('type')!));
      }
      case 'await_expression':
      case 'with_expression': {
        return this.unwrapped(node, scope);
      }
      case 'declaration_expression': {
        scope.declare(node.childForFieldName('name')!.text, this.typeAt(node.childForFieldName('type')!));
        return NOTHING;
      }
      case 'is_expression': {
        this.check(node.childForFieldName('left')!, scope);
        this.typeAt(node.childForFieldName('right')!);
        return value({ kind: 'opaque', name: 'bool' });
      }
      case 'typeof_expression':
      case 'default_expression': {
        const type = node.childForFieldName('type');
        return type === null ? NOTHING : (this.typeAt(type), NOTHING);
      }
      case 'declaration_pattern':
      case 'recursive_pattern':
      case 'type_pattern': return this.pattern(node, scope);
      case 'lambda_expression': return this.lambda(node, scope, UNKNOWN);
      case 'initializer_expression': {
        namedChildrenOf(node).forEach((element) => this.check(element, scope));
        return NOTHING;
      }
      default: {
        this.checkChildren(node, scope);
        return NOTHING;
      }
    }
  }

  /** Checks all that is in a node. */
  public checkChildren(node: Node, scope: Scope): void {
    for (const child of namedChildrenOf(node)) {
      this.check(child.type === 'argument' ? namedChildrenOf(child).at(-1)! : child, scope);
    }
  }

  private named(found: Named | undefined): Value {
    return found === undefined ? NOTHING : { kind: 'named', named: found };
  }

  private simple(node: Node, scope: Scope): Value {
    const name = simpleName(node);
    const local = scope.find(name);
    if (local !== undefined) {
      return value(local);
    }
    for (let type = this.owner; type !== undefined; type = type.bases().find(({ kind }) => kind === 'class')) {
      const members = membersOf(type).filter((member) => member.name === name);
      if (members.length > 0) {
        return this.valueOf(name, members);
      }
    }
    const statics = this.around.visible.staticImports();
    const imported = statics.flatMap((named) => (named.kind === 'type' ? membersOf(named.type) : [])).filter((member) => member.static && member.name === name);
    if (imported.length > 0) {
      return this.valueOf(name, imported);
    }
    if (this.around.anywhere.find(name) !== undefined || statics.some(({ kind }) => kind === 'dotnet') || (this.owner !== undefined && (isOpen(this.owner) || OF_EVERY_OBJECT.has(name)))) {
      return NOTHING;
    }
    return this.named(resolveName(node, this.around.visible, this.around.report));
  }

  private valueOf(name: string, members: readonly CsMember[]): Value {
    return members[0].kind === 'method' ? { kind: 'method', name, overloads: members.filter(({ kind }) => kind === 'method') } : value(members[0].type());
  }

  /** A member of what comes before the dot. */
  private member(receiver: Value, node: Node): Value {
    const name = simpleName(node);
    if (receiver.kind === 'method') {
      this.around.report(problemAt(node, `${receiver.name} is a method: call it, with parentheses`));
      return NOTHING;
    }
    if (receiver.kind === 'named') {
      const { named } = receiver;
      if (named.kind === 'type' && membersOf(named.type).some((member) => member.name === name)) {
        return this.memberOf(named.type, node, true);
      }
      if (named.kind === 'type' && this.around.visible.index.within(`${named.type.namespace}.${named.type.name}`, name) === undefined) {
        return this.memberOf(named.type, node, true);
      }
      return named.kind === 'dotnet' ? NOTHING : this.named(resolveWithin(named, node, this.around.visible, this.around.report));
    }
    if (receiver.ref.kind === 'object') {
      return this.memberOf(receiver.ref.type, node, false);
    }
    if (receiver.ref.kind === 'array' && ![...MEMBERS_OF_ARRAYS, ...OF_EVERY_OBJECT.keys(), ...this.around.extensions].includes(name)) {
      this.around.report(problemAt(node, `arrays have no member ${name}${hint(name, MEMBERS_OF_ARRAYS)}`));
    } else if (receiver.ref.kind !== 'opaque' && isLinq(name) && !this.around.visible.imports('System.Linq')) {
      this.around.report(problemAt(node, `${name} is not imported; add using System.Linq`));
    }
    return NOTHING;
  }

  private memberOf(type: CsType, node: Node, isStatic: boolean): Value {
    const name = simpleName(node);
    const all = membersOf(type);
    const found = all.filter((member) => member.name === name);
    if (found.length === 0) {
      const known = OF_EVERY_OBJECT.has(name) || isOpen(type) || (!isStatic && this.around.extensions.has(name));
      if (!known) {
        const allowed = all.filter((member) => member.static === isStatic).map((member) => member.name);
        this.around.report(problemAt(node, `${type.name} has no ${isStatic ? 'static member' : 'member'} ${name}${hint(name, allowed)}`));
      }
      return NOTHING;
    }
    if (found.every((member) => member.static !== isStatic)) {
      this.around.report(problemAt(node, isStatic
        ? `${type.name}.${name} is a member of objects, not of the type`
        : `${name} is a static member; use ${type.name}.${name}`));
    }
    return this.valueOf(`${type.name}.${name}`, found);
  }

  private invocation(node: Node, scope: Scope): Value {
    const callee = node.childForFieldName('function')!;
    const list = node.childForFieldName('arguments')!;
    if (callee.type === 'identifier' && callee.text === 'nameof' && scope.find('nameof') === undefined) {
      return value({ kind: 'opaque', name: 'string' });
    }
    const receiver = callee.type === 'member_access_expression' ? callee.childForFieldName('expression')! : undefined;
    const before = receiver && this.evaluate(receiver, scope);
    const name = receiver && callee.childForFieldName('name')!;
    if (before?.kind === 'value' && before.ref.kind !== 'object' && name !== undefined) {
      this.member(before, name);
      this.checkSequenceArguments(list, before.ref, scope);
      return value(resultOfLinq(simpleName(name), before.ref));
    }
    const target = before === undefined ? this.evaluate(callee, scope) : this.member(before, name!);
    if (target.kind === 'method') {
      this.checkArguments(list, target.name, name ?? callee, target.overloads.map(({ signature }) => signature!), scope);
      return value(target.overloads[0].type());
    }
    if (target.kind === 'value' && name !== undefined && (target.ref.kind !== 'opaque' || VALUES.includes(target.ref.name ?? ''))) {
      this.around.report(problemAt(name, `${simpleName(name)} is not a method: leave the parentheses out`));
    }
    this.checkChildren(list, scope);
    return NOTHING;
  }

  /** Arguments of methods of .NET; a lambda with one parameter gets elements. */
  private checkSequenceArguments(list: Node, receiver: Ref, scope: Scope): void {
    for (const argument of childrenOfType(list, 'argument')) {
      const [passed] = namedChildrenOf(argument).slice(-1);
      if (passed.type === 'lambda_expression') {
        this.lambda(passed, scope, receiver.kind === 'array' ? receiver.of : UNKNOWN);
      } else {
        this.check(passed, scope);
      }
    }
  }

  private lambda(node: Node, scope: Scope, element: Ref): Value {
    const inner = new Scope(scope);
    const parameters = node.childForFieldName('parameters');
    if (parameters?.type === 'implicit_parameter') {
      inner.declare(parameters.text, element);
    }
    if (parameters?.type === 'parameter_list') {
      declareParameters(node, inner, (type) => this.typeAt(type));
    }
    this.statements(node.childForFieldName('body')!, inner);
    return NOTHING;
  }

  /** Set by the checker of statements, which lambdas hold. */
  public statements: (node: Node, scope: Scope) => void = (node, scope) => {
    this.check(node, scope);
  };

  private conditionalAccess(node: Node, scope: Scope): Value {
    const receiver = this.evaluate(node.childForFieldName('condition')!, scope);
    const binding = namedChildrenOf(node).at(-1)!;
    if (binding.type === 'member_binding_expression') {
      return this.member(receiver, binding.childForFieldName('name')!);
    }
    this.checkChildren(binding, scope);
    return receiver.kind === 'value' ? value(elementOf(receiver.ref)) : NOTHING;
  }

  private unwrapped(node: Node, scope: Scope): Value {
    const [inner, ...rest] = namedChildrenOf(node);
    const found = this.check(inner, scope);
    rest.flatMap(namedChildrenOf).filter(({ type }) => type !== 'identifier').forEach((part) => this.check(part, scope));
    return node.type === 'with_expression' ? value(found) : NOTHING;
  }

  private pattern(node: Node, scope: Scope): Value {
    const type = node.childForFieldName('type');
    const ref = type === null ? UNKNOWN : this.typeAt(type);
    const name = node.childForFieldName('name');
    if (name !== null) {
      scope.declare(name.text, ref);
    }
    for (const subpattern of node.descendantsOfType('subpattern').filter((child) => child !== null && child.parent!.parent!.id === node.id)) {
      const [member, ...nested] = namedChildrenOf(subpattern!);
      if (member.type === 'identifier' && nested.length > 0 && ref.kind === 'object') {
        this.memberOf(ref.type, member, false);
      }
      nested.forEach((part) => this.check(part, scope));
    }
    return NOTHING;
  }

  private array(node: Node, scope: Scope): Ref {
    const type = node.childForFieldName('type');
    const written = type === null ? undefined : this.typeAt(type);
    const elements = childrenOfType(node, 'initializer_expression').flatMap(namedChildrenOf);
    const refs = elements.map((element) => this.checkFor(element, written && elementOf(written), scope));
    return written ?? { kind: 'array', of: refs.find((ref) => ref.kind !== 'opaque' || ref.name !== undefined) ?? UNKNOWN };
  }

  /** A property that is assigned outside of initializers. */
  private checkWritable(left: Node, scope: Scope): void {
    if (left.type !== 'member_access_expression') {
      return;
    }
    const quiet = new ExpressionChecker({ ...this.around, report: () => {} }, this.owner);
    const receiver = quiet.check(left.childForFieldName('expression')!, scope);
    const name = left.childForFieldName('name')!;
    const member = receiver.kind === 'object' ? membersOf(receiver.type).find((candidate) => candidate.name === simpleName(name)) : undefined;
    if (member !== undefined && !member.writable) {
      this.around.report(problemAt(name, `${nameOfOwner(receiver)}.${member.name} cannot be set`));
    }
  }
}

/** Declares the parameters of a method, function or lambda. */
export function declareParameters(owner: Node, scope: Scope, ref: (type: Node) => Ref): void {
  const { names, types } = signatureOf(owner, ref);
  const refs = types();
  names.forEach((name, index) => scope.declare(name, refs[index] ?? UNKNOWN));
}

function nameOfOwner(ref: Ref): string {
  return ref.kind === 'object' ? ref.type.name : '';
}
