import { BuiltInVariable } from './built-in-variable';
import { JsonObject } from './json';
import { ALL_VALUES, ListChoices, listContent } from './list-variable';
import { optionalSpec } from './optional-spec';
import { Spot } from './spot';
import { checkCall } from '../core/calls';
import { isUnresolved } from '../core/unresolved';
import type { RowsQuery } from '../queries/rows-query';

/** Kind of a dashboard variable: where its value comes from. */
export enum DashboardVariableKind {
  /** A text field. */
  TEXT = 'text',
  /** A list in the dashboard. */
  LIST = 'list',
  /** A list that a query returns. */
  QUERY = 'query',
}

/** Options that all variables have. */
export interface DashboardVariableOptions {
  /**
   * Name of the variable as the dashboard shows it. It must not be blank.
   *
   * @default - the name that queries use
   */
  readonly displayName?: string;

  /**
   * Description of the variable.
   *
   * @default - no description
   */
  readonly description?: string;

  /**
   * Whether the dashboard hides the variable.
   *
   * @default false
   */
  readonly hidden?: boolean;
}

/** Options of a text variable. */
export interface TextVariableOptions extends DashboardVariableOptions {
  /**
   * The value when the dashboard opens.
   *
   * @default - an empty string
   */
  readonly defaultValue?: string;

  /**
   * Whether readers of the dashboard cannot change the value.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/** Options of a variable with choices. */
export interface ChoiceVariableOptions extends DashboardVariableOptions {
  /**
   * Whether readers can choose several values. The variable is then a list in SQL: use `matches` for the right condition.
   *
   * @default false
   */
  readonly allowMultiple?: boolean;

  /**
   * Whether readers can choose all values at once. Use `matches` for the right condition.
   *
   * @default false
   */
  readonly allowAll?: boolean;

  /**
   * The values that are chosen when the dashboard opens: at most one, unless the variable allows multiple ones.
   *
   * @default - as Logfire chooses
   */
  readonly defaultValues?: string[];
}

/** Options of a variable with a list of choices. */
export interface ListVariableOptions extends ChoiceVariableOptions {
  /** The choices: at least one, none blank, each once. Logfire hides the variable while there is only one. */
  readonly values: string[];

  /**
   * What the dashboard shows instead of a value, by value, such as `{ prod: 'Production' }`. Each key must be one of `values`.
   *
   * @default - the values themselves
   */
  readonly labels?: { [value: string]: string };
}

/**
 * A variable of a dashboard, which readers set above the panels. Queries refer to it as `$name`.
 *
 * Logfire inserts the value as a quoted SQL value, so never put quotes around it. `matches` returns the condition that is right for the
 * kind of variable.
 *
 * @example
 * const service = DashboardVariable.fromQuery('service', RowsQuery.fromSql('SELECT DISTINCT service_name FROM records'), { allowAll: true });
 * const query = RowsQuery.fromSql(`SELECT count(*) AS requests FROM records WHERE ${service.matches('service_name')}`);
 */
export class DashboardVariable {
  /**
   * A variable that readers type.
   *
   * @param name name in queries: letters, digits and `_`, not beginning with a digit or `__`, unique in the dashboard, and not `resolution`
   */
  public static text(name: string, options: TextVariableOptions = {}): DashboardVariable {
    checkCall('DashboardVariable.text', arguments);
    return new DashboardVariable(DashboardVariableKind.TEXT, name, options, undefined, {
      value: options.defaultValue ?? '',
      constant: options.readOnly,
    });
  }

  /**
   * A variable that readers choose from a list.
   *
   * @param name name in queries: letters, digits and `_`, not beginning with a digit or `__`, unique in the dashboard, and not `resolution`
   */
  public static list(name: string, options: ListVariableOptions): DashboardVariable {
    checkCall('DashboardVariable.list', arguments);
    return new DashboardVariable(DashboardVariableKind.LIST, name, options, { ...options });
  }

  /**
   * A variable that readers choose from the rows of a query.
   *
   * @param name name in queries: letters, digits and `_`, not beginning with a digit or `__`, unique in the dashboard, and not `resolution`
   * @param query a query with exactly one column: each of its values is a choice
   */
  public static fromQuery(name: string, query: RowsQuery, options: ChoiceVariableOptions = {}): DashboardVariable {
    checkCall('DashboardVariable.fromQuery', arguments);
    return new DashboardVariable(DashboardVariableKind.QUERY, name, options, { ...options, query: query.sql });
  }

  private constructor(
    /** Where the value comes from. */
    public readonly kind: DashboardVariableKind,
    /** Name in queries, without `$`. */
    public readonly name: string,
    private readonly options: DashboardVariableOptions,
    private readonly choices?: ListChoices,
    private readonly field?: JsonObject,
  ) {}

  /** The variable in SQL: `$name`. Logfire replaces it with a quoted value, or with a list if the variable allows multiple values. */
  public get reference(): string {
    return `$${this.name}`;
  }

  /**
   * The SQL condition that a column has the value of the variable.
   *
   * It is `column = $name`, `column = ANY($name)` if the variable allows multiple values, and `(column = $name OR $name = 'all-values')`
   * if it allows one value or all. A row without a value in the column only matches the last one, when all are chosen.
   *
   * @param column a column, or an SQL expression such as `attributes->>'tenant'`; a blank one fails
   */
  public matches(column: string): string {
    checkCall('DashboardVariable#matches', arguments, this);
    new Spot(`variable ${JSON.stringify(this.name)}`).checkText('column', column, 'pass a column such as service_name');
    const operand = isOperand(column) ? column : `(${column})`;
    if (this.choices?.allowMultiple) {
      return `${operand} = ANY(${this.reference})`;
    }
    return this.choices?.allowAll ? `(${operand} = ${this.reference} OR ${this.reference} = '${ALL_VALUES}')` : `${operand} = ${this.reference}`;
  }

  /** @internal */
  public _render(): JsonObject {
    const spot = new Spot(`variable ${isUnresolved(this.name) ? 'of the dashboard' : JSON.stringify(this.name)}`);
    checkVariableName(spot, this.name);
    const { displayName, description, hidden } = this.options;
    spot.checkText('displayName', displayName, 'leave it out to show the name');
    const display = optionalSpec({ name: displayName, description, hidden });
    return this.choices === undefined
      ? { kind: 'TextVariable', spec: { name: this.name, display, ...this.field } }
      : { kind: 'ListVariable', spec: { name: this.name, display, ...listContent(spot, this.choices) } };
  }
}

/** A column, perhaps with its table and in double quotes, and members of JSON in it: what needs no parentheses before an operator. */
function isOperand(column: string): boolean {
  return /^\s*(?:\w+|"[^"]+")(?:\.(?:\w+|"[^"]+"))*(?:\s*->>?\s*'(?:[^']|'')*')*\s*$/.test(column);
}

/** Names that queries can refer to, and that Logfire does not supply itself. */
function checkVariableName(spot: Spot, name: string): void {
  if (isUnresolved(name) || !/^(?!__)[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    spot.refuse('dashboard-variable', 'name', 'be letters, digits and _, not beginning with a digit or __', name, 'use a literal name such as service');
  }
  if (Object.values(BuiltInVariable).includes(`$${name}`)) {
    spot.refuse('dashboard-variable', 'name', 'be another one than those of the built-in variables', name, 'use BuiltInVariable in queries, or rename the variable');
  }
}
