import { QueryComparison, OPERATORS } from './comparison';
import { checkEnum, checkFinite, checkText, reject } from './query-checks';
import { sqlName, sqlNumber, sqlText } from './sql-text';

/** What a column contains. An attribute is a string or a number in JSON; a level is a number with a name. */
export type ColumnKind = 'string' | 'number' | 'boolean' | 'timestamp' | 'attribute' | 'level';

/** A column or an attribute of a table, as queries render it. */
export interface ColumnSql {
  /** What it is called in a result. */
  readonly name: string;
  readonly sql: string;
  readonly kind: ColumnKind;
  /** Whether rows may be without it. A comparison of nothing is null, which negation and indicators treat as neither true nor false. */
  readonly mayBeNull: boolean;
}

/** A column of a table. */
export function columnSql(name: string, kind: ColumnKind, mayBeNull: boolean): ColumnSql {
  return { name, sql: name, kind, mayBeNull };
}

/** An attribute in a JSON column. The parentheses make its operator bind in every dialect. */
export function attributeSql(entry: string, column: 'attributes' | 'otel_resource_attributes', attributeName: string): ColumnSql {
  checkText(entry, 'attributeName', attributeName, 'pass the name of an attribute, such as "tenant"');
  return { name: attributeName, sql: `(${column}->>${sqlText(attributeName)})`, kind: 'attribute', mayBeNull: true };
}

/** Whether a row has an attribute. */
export function hasAttributeSql(entry: string, attributeName: string): string {
  checkText(entry, 'attributeName', attributeName, 'pass the name of an attribute, such as "tenant"');
  return `coalesce(attributes ? ${sqlText(attributeName)}, false)`;
}

/** Compares with a string. An empty one is a value that rows can have. */
export function textCondition(entry: string, column: ColumnSql, comparison: QueryComparison, text: string): string {
  checkStrings(entry, column);
  if (comparison !== QueryComparison.EQUALS && comparison !== QueryComparison.NOT_EQUALS) {
    reject(entry, 'column-type', `comparison must be EQUALS or NOT_EQUALS for a string, got ${JSON.stringify(comparison)}; use ${entry.split('.')[0]}.numberColumn for numbers`);
  }
  return condition(column.sql, column.mayBeNull, comparison, sqlText(text));
}

/** Looks for a string in a column. An empty one is in each. */
export function partCondition(entry: string, column: ColumnSql, test: (sql: string, part: string) => string, text: string): string {
  checkStrings(entry, column);
  checkText(entry, 'text', text, 'pass the characters to look for');
  const found = test(column.sql, sqlText(text));
  return column.mayBeNull ? `coalesce(${found}, false)` : found;
}

function checkStrings(entry: string, { kind, name }: ColumnSql): void {
  if (kind !== 'string' && kind !== 'attribute') {
    reject(entry, 'column-type', `column must contain strings, got ${name}; ${kind === 'boolean' || kind === 'timestamp' ? `write the condition in ${entry.split('.')[0]}.fromSql` : `use ${entry.split('.')[0]}.numberColumn`}`);
  }
}

/** Compares with a number. An attribute that is no number does not match, rather than failing the whole query. */
export function numberCondition(entry: string, column: ColumnSql, comparison: QueryComparison, value: number): string {
  if (!isNumeric(column)) {
    reject(entry, 'column-type', `column must contain numbers, got ${column.name}; use ${entry.split('.')[0]}.column`);
  }
  checkFinite(entry, 'value', value, 'pass a number such as 500');
  checkEnum(entry, 'comparison', OPERATORS, comparison);
  return condition(numberSql(column), column.mayBeNull, comparison, sqlNumber(value));
}

function condition(left: string, mayBeNull: boolean, comparison: QueryComparison, right: string): string {
  const compared = `${left} ${OPERATORS[comparison]} ${right}`;
  if (comparison === QueryComparison.NOT_EQUALS) {
    // Without parentheses, DataFusion takes a following AND for part of the right side.
    return `(${compared})`;
  }
  return mayBeNull ? `coalesce(${compared}, false)` : compared;
}

/** Whether a column can be summed up. */
export function isNumeric({ kind }: ColumnSql): boolean {
  return kind === 'number' || kind === 'level' || kind === 'attribute';
}

/** A column as a number: null for an attribute that is none. */
export function numberSql({ sql, kind }: ColumnSql): string {
  return kind === 'attribute' ? `try_cast(${sql} AS double)` : sql;
}

/** A column as the name of a group, which charts require to be a string. Rows without it are a group of their own. */
export function groupSql({ sql, kind, mayBeNull }: ColumnSql): string {
  const text = kind === 'level' ? `level_name(${sql})` : kind === 'string' || kind === 'attribute' ? sql : `CAST(${sql} AS text)`;
  return mayBeNull ? `coalesce(${text}, '(none)')` : text;
}

/** A column in a list of rows, with its name as the header. */
export function shownSql({ sql, kind, name }: ColumnSql): string {
  return kind === 'level' ? `level_name(${sql}) AS level` : kind === 'attribute' ? `${sql} AS ${sqlName(name)}` : sql;
}
