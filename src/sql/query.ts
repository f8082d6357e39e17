import { SqlCode } from './code';
import { readSelects } from './read-selects';
import type { Select } from './select';

/** SQL in parts, read once. */
export class SqlQuery extends SqlCode {
  /** The `SELECT`s of a query that can be read to its end. */
  public readonly selects: readonly Select[];
  /** The names of its common table expressions. */
  public readonly withNames: ReadonlySet<string>;
  /** What `oncePerQuery` has computed, by the place of each computation. */
  public readonly computed: { readonly value: unknown }[] = [];

  constructor(text: string) {
    super(text);
    const { selects, withNames } = this.isComplete ? readSelects(this) : { selects: [], withNames: new Set<string>() };
    this.selects = selects;
    this.withNames = withNames;
  }

  /** The `SELECT`s whose rows are those of the query. */
  public get outputs(): readonly Select[] {
    return this.selects.filter(({ output }) => output);
  }
}

const MOST_KEPT = 500;
const LONGEST_KEPT = 20_000;
const kept = new Map<string, SqlQuery>();

/** Reads SQL. Programs write one query for many projects, so the last ones are kept. */
export function readSql(text: string): SqlQuery {
  const known = kept.get(text);
  if (known !== undefined) {
    return known;
  }
  const query = new SqlQuery(text);
  if (text.length <= LONGEST_KEPT) {
    if (kept.size === MOST_KEPT) {
      kept.clear();
    }
    kept.set(text, query);
  }
  return query;
}
