import { Node } from 'web-tree-sitter';
import { declareParameters, ExpressionChecker, Surroundings } from './check-expressions';
import { childrenOfType, namedChildrenOf } from './grammar';
import { elementOf } from './linq';
import { Scope } from './scope';
import { CsType } from './types';
import { TYPE_DECLARATIONS } from './visible-types';

/** What holds statements or is held by them, as against expressions. */
const HOLDERS = /(_statement|_clause|_section|_body|_list|^block|^accessor_declaration|^switch_expression_arm)$/;
const SKIPPED = /^(attribute_list|modifier|type_parameter_list|type_parameter_constraints_clause|explicit_interface_specifier)$/;

/** Checks statements with their expressions, and knows the types of what they declare. */
export class StatementChecker {
  public readonly expressions: ExpressionChecker;

  /**
   * @param owner the type that the statements are in
   */
  constructor(around: Surroundings, owner: CsType | undefined) {
    this.expressions = new ExpressionChecker(around, owner);
    this.expressions.statements = (node, scope) => this.check(node, scope);
  }

  /** Checks a statement or expression with all that is in it. */
  public check(node: Node, scope: Scope): void {
    if (SKIPPED.test(node.type) || TYPE_DECLARATIONS.includes(node.type)) {
      return;
    }
    switch (node.type) {
      case 'block': {
        this.checkAll(namedChildrenOf(node), new Scope(scope));
        break;
      }
      case 'variable_declaration': {
        this.variables(node, scope);
        break;
      }
      case 'foreach_statement': {
        this.each(node, new Scope(scope));
        break;
      }
      case 'local_function_statement': {
        this.callable(node, scope);
        break;
      }
      case 'catch_declaration': {
        this.expressions.typeAt(node.childForFieldName('type')!);
        break;
      }
      case 'labeled_statement':
      case 'goto_statement': {
        this.checkAll(namedChildrenOf(node).filter(({ type }) => type !== 'identifier'), scope);
        break;
      }
      default: {
        if (HOLDERS.test(node.type) && !/^(argument_list|parameter_list|tuple_expression)$/.test(node.type)) {
          this.checkAll(namedChildrenOf(node), scope);
        } else {
          this.expressions.check(node, scope);
        }
      }
    }
  }

  /** A method, constructor or function: the types in its head, and its body. */
  public callable(node: Node, outer: Scope): void {
    const scope = new Scope(outer);
    const types = [node.childForFieldName('returns'), node.childForFieldName('type')].filter((type) => type !== null);
    types.forEach((type) => this.expressions.typeAt(type));
    declareParameters(node, scope, (type) => this.expressions.typeAt(type));
    const body = node.childForFieldName('body');
    if (body !== null) {
      this.check(body, scope);
    }
  }

  private checkAll(nodes: readonly Node[], scope: Scope): void {
    nodes.forEach((node) => this.check(node, scope));
  }

  private variables(node: Node, scope: Scope): void {
    const type = node.childForFieldName('type')!;
    const written = type.type === 'implicit_type' ? undefined : this.expressions.typeAt(type);
    for (const declarator of childrenOfType(node, 'variable_declarator')) {
      const name = declarator.childForFieldName('name');
      const initial = namedChildrenOf(declarator).filter((child) => child.id !== name?.id && child.type !== 'tuple_pattern').at(-1);
      const ref = initial && this.expressions.checkFor(initial, written, scope);
      if (name !== null) {
        scope.declare(name.text, written ?? ref ?? { kind: 'opaque' });
      }
    }
  }

  private each(node: Node, scope: Scope): void {
    const sequence = this.expressions.check(node.childForFieldName('right')!, scope);
    const type = node.childForFieldName('type');
    const left = node.childForFieldName('left')!;
    if (left.type === 'identifier') {
      scope.declare(left.text, type === null || type.type === 'implicit_type' ? (sequence.kind === 'array' ? elementOf(sequence) : { kind: 'opaque' }) : this.expressions.typeAt(type));
    }
    this.check(node.childForFieldName('body')!, scope);
  }
}
