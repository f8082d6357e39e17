import { ColumnSql, groupSql } from './column-sql';
import { Group } from './metric-select';
import { reject } from './query-checks';
import { SelectClauses } from './select';
import { sqlName } from './sql-text';

/** A notification with more rows is not read. */
const MOST_GROUPS = '20';

/** The groups that an alert query judges. Without any, the query judges all rows together. */
export class AlertGroups {
  /**
   * @param entry the factory, for its errors
   * @param columns what the query groups by
   * @param others the other columns of the result
   */
  public static of(entry: string, columns: readonly { readonly _column: ColumnSql }[] = [], others: readonly string[]): AlertGroups {
    const names = columns.map(({ _column }) => _column.name);
    const twice = names.find((name, index) => names.indexOf(name) !== index || others.includes(name));
    if (twice !== undefined) {
      // DataFusion fails for a result with two columns of one name.
      reject(entry, 'distinct-values', `groupBy must have names that the result does not have yet, got ${JSON.stringify(twice)}; remove one, or write the query in SQL`);
    }
    return new AlertGroups(columns.map(({ _column }) => _column));
  }

  /** The groups for a query inside another one, by names that no table has as a column. */
  public readonly inner: readonly Group[];

  private constructor(private readonly columns: readonly ColumnSql[]) {
    this.inner = columns.map((column, index) => ({ alias: `group_${index + 1}`, sql: groupSql(column) }));
  }

  /** Judges each group, of a query on a table: `GROUP BY` has the expressions, because it takes a column before an alias of the same name. */
  public split(clauses: SelectClauses, order: string): SelectClauses {
    return this.shown(clauses, this.inner.map(({ sql }) => sql), order);
  }

  /** Judges each group, of a query on one that has the inner groups. */
  public splitInner(clauses: SelectClauses, order: string): SelectClauses {
    return this.shown(clauses, this.inner.map(({ alias }) => alias), order);
  }

  private shown(clauses: SelectClauses, expressions: readonly string[], order: string): SelectClauses {
    if (this.columns.length === 0) {
      return clauses;
    }
    const names = this.columns.map(({ kind, name }) => kind === 'attribute' ? sqlName(name) : name);
    return {
      ...clauses,
      columns: [...expressions.map((sql, index) => sql === names[index] ? sql : `${sql} AS ${names[index]}`), ...clauses.columns],
      groupBy: expressions,
      // By position, because a name would be that of a column again. Rows in a fixed order can be compared with those of the run before.
      orderBy: [order, ...expressions.map((_, index) => String(index + 1))],
      limit: MOST_GROUPS,
    };
  }
}
