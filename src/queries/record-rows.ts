import { shownSql } from './column-sql';
import { checkSome, reject } from './query-checks';
import { RecordColumn } from './record-column';
import { RecordFilter } from './record-filter';
import { select } from './select';
import { sqlNumber } from './sql-text';

/** The latest records, with a column of the result for each column or attribute. */
export function recentRecords(entry: string, filter: RecordFilter, columns: readonly RecordColumn[], limit: number): string {
  checkSome(entry, 'columns', columns, 'pass at least one column');
  const names = columns.map(({ _column }) => _column.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    // DataFusion fails for a result with two columns of one name.
    reject(entry, 'distinct-values', `columns must have different names, got ${JSON.stringify(twice)} twice; remove one`);
  }
  return select({
    columns: columns.map(({ _column }) => shownSql(_column)),
    from: 'records',
    where: filter._conditions,
    orderBy: ['start_timestamp DESC'],
    limit: sqlNumber(limit),
  });
}
