import type { Build } from './string-inputs';
import {
  AlertQuery, QueryComparison, LogfireAlert, MetricColumn, MetricFilter, RecordColumn, RecordFilter, RowsQuery, TimeSeriesQuery,
} from '../../src';

/** SQL as the description of an alert, because no text at all would be a query. A string in quotes is part of an expression if it is not known. */
const sql = (make: (text: string) => { readonly sql: string }): Build => ({ scope, project }, text) => {
  const query = make(text).sql;
  new LogfireAlert(scope, 'Alert', { project, query: 'SELECT 1', description: query });
  return query.includes(text) ? query : make('GIVEN').sql.replaceAll('GIVEN', () => text);
};

/** Inputs of queries, whose string stands in SQL, in quotes. */
export const QUERIES: { readonly [input: string]: Build } = {
  'MetricColumn.attribute(attributeName)': sql((text) => MetricColumn.attribute(text)),
  'MetricColumn.resourceAttribute(attributeName)': sql((text) => MetricColumn.resourceAttribute(text)),
  'MetricFilter.attribute(attributeName)': sql((text) => MetricFilter.attribute(text, 'a')),
  'MetricFilter.attribute(text)': sql((text) => MetricFilter.attribute('a', text)),
  'MetricFilter.column(text)': sql((text) => MetricFilter.column(MetricColumn.UNIT, QueryComparison.EQUALS, text)),
  'MetricFilter.columnContains(text)': sql((text) => MetricFilter.columnContains(MetricColumn.UNIT, text)),
  'MetricFilter.columnStartsWith(text)': sql((text) => MetricFilter.columnStartsWith(MetricColumn.UNIT, text)),
  'MetricFilter.environment(environmentName)': sql((text) => MetricFilter.environment(text)),
  'MetricFilter.fromSql(condition)': sql((text) => MetricFilter.fromSql(text)),
  'MetricFilter.hasAttribute(attributeName)': sql((text) => MetricFilter.hasAttribute(text)),
  'MetricFilter.metricName(metricName)': sql((text) => MetricFilter.metricName(text)),
  'MetricFilter.numberAttribute(attributeName)': sql((text) => MetricFilter.numberAttribute(text, QueryComparison.AT_LEAST, 1)),
  'MetricFilter.resourceAttribute(attributeName)': sql((text) => MetricFilter.resourceAttribute(text, 'a')),
  'MetricFilter.resourceAttribute(text)': sql((text) => MetricFilter.resourceAttribute('a', text)),
  'MetricFilter.service(serviceName)': sql((text) => MetricFilter.service(text)),
  'RecordColumn.attribute(attributeName)': sql((text) => (
    AlertQuery.rows({ filter: RecordFilter.isException(), columns: [RecordColumn.attribute(text)] }))),
  'RecordColumn.resourceAttribute(attributeName)': sql((text) => RecordColumn.resourceAttribute(text)),
  'RecordFilter.attribute(attributeName)': sql((text) => RecordFilter.attribute(text, 'a')),
  'RecordFilter.attribute(text)': sql((text) => RecordFilter.attribute('a', text)),
  'RecordFilter.column(text)': sql((text) => RecordFilter.column(RecordColumn.MESSAGE, QueryComparison.NOT_EQUALS, text)),
  'RecordFilter.columnContains(text)': sql((text) => RecordFilter.columnContains(RecordColumn.MESSAGE, text)),
  'RecordFilter.columnStartsWith(text)': sql((text) => RecordFilter.columnStartsWith(RecordColumn.MESSAGE, text)),
  'RecordFilter.environment(environmentName)': sql((text) => RecordFilter.environment(text)),
  'RecordFilter.fromSql(condition)': sql((text) => RecordFilter.fromSql(text)),
  'RecordFilter.hasAttribute(attributeName)': sql((text) => RecordFilter.hasAttribute(text)),
  'RecordFilter.httpRoute(route)': sql((text) => RecordFilter.httpRoute(text)),
  'RecordFilter.numberAttribute(attributeName)': sql((text) => RecordFilter.numberAttribute(text, QueryComparison.AT_LEAST, 1)),
  'RecordFilter.resourceAttribute(attributeName)': sql((text) => RecordFilter.resourceAttribute(text, 'a')),
  'RecordFilter.resourceAttribute(text)': sql((text) => RecordFilter.resourceAttribute('a', text)),
  'RecordFilter.service(serviceName)': sql((text) => RecordFilter.service(text)),
  'RecordFilter.spanName(spanName)': sql((text) => RecordFilter.spanName(text)),
  'RowsQuery.fromSql(query)': sql((text) => RowsQuery.fromSql(text)),
  'SilenceAlertOptions.problem': sql((text) => AlertQuery.silence({ filter: RecordFilter.isException(), problem: text })),
  'TimeSeriesQuery.fromSql(query)': sql((text) => TimeSeriesQuery.fromSql(text, { metrics: ['a'] })),
};
