import { Node } from 'web-tree-sitter';
import { Ref, UNKNOWN } from './types';

/** The local variables and parameters that a place sees, from the inside. */
export class Scope {
  private readonly variables = new Map<string, Ref>();

  constructor(private readonly outer?: Scope) {}

  public declare(name: string, ref: Ref): void {
    this.variables.set(name, ref);
  }

  public find(name: string): Ref | undefined {
    return this.variables.get(name) ?? this.outer?.find(name);
  }
}

const DECLARING = [
  'catch_declaration', 'declaration_expression', 'declaration_pattern', 'from_clause', 'list_pattern', 'local_function_statement', 'parameter', 'parameter_list',
  'parenthesized_variable_designation', 'recursive_pattern', 'tuple_pattern', 'type_parameter', 'var_pattern', 'variable_declarator',
];
const NAMING = ['join_clause', 'join_into_clause', 'labeled_statement', 'let_clause', 'query_expression'];

/**
 * The names that are declared anywhere in a file: patterns, queries, tuples and whatever else C# declares names in. What such a name stands for
 * is only known where a scope has it.
 */
export function declaredAnywhere(root: Node): Scope {
  const scope = new Scope();
  for (const node of root.descendantsOfType(DECLARING)) {
    for (const name of node?.childrenForFieldName('name') ?? []) {
      scope.declare(name!.text, UNKNOWN);
    }
  }
  for (const node of root.descendantsOfType(NAMING)) {
    for (const name of node?.namedChildren.filter((child) => child?.type === 'identifier') ?? []) {
      scope.declare(name!.text, UNKNOWN);
    }
  }
  for (const name of ['_', 'args', 'field', 'value']) {
    scope.declare(name, UNKNOWN);
  }
  return scope;
}
