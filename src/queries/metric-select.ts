import { MetricAggregate } from './metric-aggregate';
import { MetricFilter } from './metric-filter';
import { nested, select, SelectClauses } from './select';

/** What tells the points of one process from those of another: a counter of several processes has no increase of its own. */
const STREAM = ['service_name', 'service_version', 'service_instance_id', 'process_pid', 'attributes'];

/** Something that points are grouped by. */
export interface Group {
  /** What it is called in the result. It must be no column of the table: `GROUP BY` would take that one instead. */
  readonly alias: string;
  readonly sql: string;
}

interface MetricSelect {
  readonly filter: MetricFilter;
  readonly aggregates: readonly MetricAggregate[];
  readonly groups?: readonly Group[];
  /** Conditions beside the filter. */
  readonly where?: readonly string[];
}

/** The clauses that compute aggregates of points, in groups. */
export function metricClauses({ filter, aggregates, groups = [], where = [] }: MetricSelect): SelectClauses {
  const grouped = groups.map(({ alias, sql }) => `${sql} AS ${alias}`);
  const aliases = groups.map(({ alias }) => alias);
  const conditions = [...filter._conditions, ...where];
  const [{ _isPerStream, sql }] = aggregates;
  if (!_isPerStream) {
    return { columns: [...grouped, ...aggregates.map((aggregate) => `${aggregate.sql} AS ${aggregate.alias}`)], from: 'metrics', where: conditions, groupBy: aliases };
  }
  const streams = select({
    columns: [...grouped, `${sql} AS stream_value`, 'count(*) AS stream_points'], from: 'metrics', where: conditions, groupBy: [...aliases, ...STREAM],
  });
  return { columns: [...aliases, `${metricSql(aggregates[0])} AS ${aggregates[0].alias}`], from: `${nested(streams)} AS streams`, groupBy: aliases };
}

/** The aggregate in those clauses. */
export function metricSql({ _isPerStream, sql }: MetricAggregate): string {
  return _isPerStream ? 'sum(stream_value)' : sql;
}

/** The number of points in those clauses. */
export function pointsSql({ _isPerStream }: MetricAggregate): string {
  return _isPerStream ? 'sum(stream_points)' : 'count(*)';
}
