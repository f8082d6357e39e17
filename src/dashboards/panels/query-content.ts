import type { RowsQuery } from '../../queries/rows-query';
import type { TimeSeriesQuery } from '../../queries/time-series-query';
import { JsonObject } from '../json';

/** The query of a time series panel, as the document has it. Both keys are always there: without them, some charts stay empty. */
export function timeSeriesContent({ sql, metrics, groupBy }: TimeSeriesQuery): JsonObject {
  return queryOf('TimeSeriesQuery', { query: sql, metrics, groupBy });
}

/** The query of any other panel, as the document has it. */
export function rowsContent({ sql }: RowsQuery): JsonObject {
  return queryOf('NonTimeSeriesQuery', { query: sql });
}

function queryOf(kind: string, spec: JsonObject): JsonObject {
  return { kind, spec: { plugin: { kind: `Logfire${kind}`, spec } } };
}
