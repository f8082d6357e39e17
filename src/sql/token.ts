/** A piece of SQL. */
export interface SqlToken {
  readonly kind: SqlTokenKind;
  /** A word in lower case, the content of a text or a quoted name, the name of a variable; otherwise the characters as written. */
  readonly value: string;
  /** Where it begins and ends in the query. */
  readonly start: number;
  readonly end: number;
  /** Whether a part of a text or of a quoted name is known only at apply. */
  readonly partial?: boolean;
}

export type SqlTokenKind =
  /** A keyword, a function, or a name without quotes, which SQL folds to lower case. */
  | 'word'
  /** A name in double quotes or backticks. */
  | 'name'
  /** A text in single quotes. */
  | 'text'
  | 'number'
  | 'operator'
  /** Round, square and curly brackets. */
  | 'bracket'
  /** A dashboard variable: `$env` or `${env}`. */
  | 'variable'
  /** What is known only at apply. It may be a value, and as well whole clauses. */
  | 'opaque';

/** Why the rest of a query cannot be read. */
export interface LexicalProblem {
  readonly kind: 'text' | 'name' | 'comment' | 'quote';
  readonly start: number;
}
