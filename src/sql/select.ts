/** Tokens of a query: from the first one to the one after the last. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export type ClauseName = 'select' | 'from' | 'where' | 'group' | 'having' | 'qualify' | 'window' | 'order' | 'limit' | 'offset' | 'fetch';

/** One `SELECT` of a query, without those in brackets in it. */
export interface Select {
  /** Whether its rows are those of the whole query. */
  readonly output: boolean;
  readonly clauses: ReadonlyMap<ClauseName, Range>;
  /** The tables that it reads by name. */
  readonly tables: readonly TableReference[];
  /** Whether it also reads from a subquery, a function, or something that is known only at apply. */
  readonly derived: boolean;
  readonly items: readonly SelectItem[];
}

/** A table, a common table expression, or a view in `FROM`. */
export interface TableReference {
  readonly name: string;
  /** Its token. */
  readonly at: number;
  /** Whether a schema or a catalog comes before the name. */
  readonly qualified: boolean;
  /** Its other name in the query. */
  readonly alias?: string;
}

/** An expression in the list of a `SELECT`. */
export interface SelectItem extends Range {
  /** The name that the query gives to it. */
  readonly alias?: string;
}
