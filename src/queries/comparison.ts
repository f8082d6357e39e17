/** How a query compares a column or an attribute with a value. */
export enum QueryComparison {
  /** Above the value. Not for strings. */
  GREATER_THAN = 'greater_than',
  /** The value or above it. Not for strings. */
  AT_LEAST = 'at_least',
  /** Below the value. Not for strings. */
  LESS_THAN = 'less_than',
  /** The value or below it. Not for strings. */
  AT_MOST = 'at_most',
  /** The value. A row without the column or attribute does not match. */
  EQUALS = 'equals',
  /** Any other value. A row without the column or attribute matches too. */
  NOT_EQUALS = 'not_equals',
}

/** The operator in SQL. Unlike `<>`, the last one is true for null. */
export const OPERATORS: Readonly<Record<QueryComparison, string>> = {
  [QueryComparison.GREATER_THAN]: '>',
  [QueryComparison.AT_LEAST]: '>=',
  [QueryComparison.LESS_THAN]: '<',
  [QueryComparison.AT_MOST]: '<=',
  [QueryComparison.EQUALS]: '=',
  [QueryComparison.NOT_EQUALS]: 'IS DISTINCT FROM',
};
