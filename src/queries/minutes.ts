import { AlertGroups } from './alert-groups';
import { Group } from './metric-select';
import { nested, select, SelectClauses } from './select';
import { sqlNumber } from './sql-text';

/** The minute of a point. No column of the tables has this name. */
export const MINUTE: Group = { alias: 'minute_start', sql: "date_trunc('minute', recorded_timestamp)" };

interface SustainedValue {
  /** A query with a row for each minute of each group. */
  readonly minutes: SelectClauses;
  /** The column of that query with the value of the minute. */
  readonly value: string;
  /** The side of the threshold on which the value stays. */
  readonly side: 'above' | 'below';
  readonly threshold: number;
  readonly minimumMinutes: number;
}

/** Groups whose value is beyond a threshold in each minute: the one that is closest to it is. */
export function sustained(groups: AlertGroups, { minutes, value, side, threshold, minimumMinutes }: SustainedValue): string {
  const [closest, operator, order] = side === 'above' ? ['min', '>', 'DESC'] : ['max', '<', 'ASC'];
  return select(groups.splitInner({
    columns: [`${closest}(${value}) AS sustained_${value}`, `count(${value}) AS minute_count`],
    from: `${nested(select(minutes))} AS minutes`,
    having: [`count(${value}) >= ${sqlNumber(minimumMinutes)}`, `${closest}(${value}) ${operator} ${sqlNumber(threshold)}`],
  }, `sustained_${value} ${order}`));
}
