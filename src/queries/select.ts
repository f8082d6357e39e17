/** The clauses of a SELECT statement. Conditions in a list are those that all must hold. */
export interface SelectClauses {
  /** A query that the statement refers to by name, as `[name, query]`. */
  readonly with?: readonly [string, string];
  readonly columns: readonly string[];
  readonly from: string;
  readonly where?: readonly string[];
  readonly groupBy?: readonly string[];
  readonly having?: readonly string[];
  readonly orderBy?: readonly string[];
  readonly limit?: string;
}

/** A SELECT statement with a line for each clause, as people read it in Logfire. */
export function select({ with: named, columns, from, where = [], groupBy = [], having = [], orderBy = [], limit }: SelectClauses): string {
  return [
    ...named === undefined ? [] : [`WITH ${named[0]} AS ${nested(named[1])}`],
    columns.length === 1 ? `SELECT ${columns[0]}` : `SELECT\n${columns.map((column) => `  ${column}`).join(',\n')}`,
    `FROM ${from}`,
    ...clause('WHERE', where, '\n  AND '),
    ...clause('GROUP BY', groupBy, ', '),
    ...clause('HAVING', having, '\n  AND '),
    ...clause('ORDER BY', orderBy, ', '),
    ...limit === undefined ? [] : [`LIMIT ${limit}`],
  ].join('\n');
}

/** A query inside another one. It is not indented, because a string in it may have lines of its own. */
export function nested(query: string): string {
  return `(\n${query}\n)`;
}

function clause(keyword: string, parts: readonly string[], separator: string): string[] {
  return parts.length === 0 ? [] : [`${keyword} ${parts.join(separator)}`];
}
