import { Node } from 'web-tree-sitter';
import { creationProblem } from './check-calls';
import type { ExpressionChecker } from './check-expressions';
import { childrenOfType, namedChildrenOf, problemAt } from './grammar';
import { hint } from './nearest';
import { Scope } from './scope';
import { Report } from './type-names';
import { CsType, isOpen, membersOf, Ref } from './types';

/**
 * Checks `new X(...) { ... }`, with what is in it.
 *
 * @param created the type
 * @param place where the type is named
 * @returns what the expression is
 */
export function checkCreation(node: Node, created: Ref, place: Node, scope: Scope, expressions: ExpressionChecker, report: Report): Ref {
  const list = childrenOfType(node, 'argument_list')[0];
  const initializer = childrenOfType(node, 'initializer_expression')[0];
  if (created.kind !== 'object') {
    if (list !== undefined) {
      expressions.checkChildren(list, scope);
    }
    checkCollection(initializer, created, scope, expressions);
    return created;
  }
  const { type } = created;
  const problems = creationProblem(place, type);
  problems.forEach(report);
  expressions.checkArguments(list, `new ${type.name}`, place, problems.length > 0 ? [] : type.constructors, scope);
  const set = checkInitializer(initializer, type, scope, expressions, report);
  const missing = membersOf(type).filter(({ name, required }) => required && !set.includes(name) && !isSetLater(node, name)).map(({ name }) => name);
  if (missing.length > 0 && problems.length === 0) {
    report(problemAt(place, `${type.name} requires ${[...new Set(missing)].sort().join(', ')}`));
  }
  return created;
}

/** The elements of a collection. */
function checkCollection(node: Node | undefined, created: Ref, scope: Scope, expressions: ExpressionChecker): void {
  for (const element of node === undefined ? [] : namedChildrenOf(node)) {
    if (element.type === 'assignment_expression') {
      const left = element.childForFieldName('left')!;
      if (left.type === 'element_binding_expression') {
        expressions.checkChildren(left, scope);
      }
      expressions.checkFor(element.childForFieldName('right')!, created.kind === 'map' ? created.of : undefined, scope);
    } else {
      expressions.check(element, scope);
    }
  }
}

/** The properties that an initializer sets; returns their names. */
function checkInitializer(node: Node | undefined, type: CsType, scope: Scope, expressions: ExpressionChecker, report: Report): string[] {
  const set: string[] = [];
  const all = membersOf(type).filter((member) => !member.static && member.kind !== 'method');
  for (const element of node === undefined ? [] : namedChildrenOf(node)) {
    const left = element.type === 'assignment_expression' ? element.childForFieldName('left')! : undefined;
    if (left?.type !== 'identifier') {
      expressions.check(element, scope);
      continue;
    }
    const property = all.find(({ name }) => name === left.text);
    if (set.includes(left.text)) {
      report(problemAt(left, `${left.text} is set twice`));
    }
    set.push(left.text);
    if (property === undefined && !isOpen(type)) {
      report(problemAt(left, `${type.name} has no property ${left.text}${hint(left.text, all.map(({ name }) => name))}`));
    } else if (property !== undefined && !property.writable && type.kind === 'class') {
      report(problemAt(left, `${type.name}.${left.text} cannot be set`));
    }
    const right = element.childForFieldName('right')!;
    const wanted = property?.type();
    if (right.type === 'initializer_expression' && wanted?.kind === 'object') {
      checkInitializer(right, wanted.type, scope, expressions, report);
    } else {
      expressions.checkFor(right, wanted, scope);
    }
  }
  return set;
}

/** Whether the variable that a new object is stored in gets the property afterwards. */
function isSetLater(creation: Node, property: string): boolean {
  const variable = creation.parent?.type === 'variable_declarator' ? creation.parent.childForFieldName('name')!.text : undefined;
  if (variable === undefined) {
    return false;
  }
  let outermost = creation;
  while (outermost.parent !== null) {
    outermost = outermost.parent;
  }
  return outermost.descendantsOfType('assignment_expression').some((assignment) => {
    const left = assignment!.childForFieldName('left')!;
    return left.text === `${variable}.${property}`;
  });
}
