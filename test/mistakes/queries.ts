import { SynthMistake } from './mistake';
import {
  AlertQuery, QueryComparison, Duration, MetricAggregate, MetricFilter, RecordAggregate, RecordColumn, RecordFilter, RowsQuery, TimeSeriesQuery,
} from '../../src';

const filter = RecordFilter.service('shop');

export const QUERIES: readonly SynthMistake[] = [
  { name: 'records of a service without a name', error: 'serviceName must not be blank', build: () => RecordFilter.service('') },
  { name: 'a class of HTTP statuses as a status', error: 'status must be a whole number from 100 to 599, got 5', build: () => RecordFilter.httpStatusAtLeast(5) },
  {
    name: 'a number as a string',
    error: 'column must contain strings, got duration',
    build: () => RecordFilter.column(RecordColumn.DURATION, QueryComparison.EQUALS, '1'),
  },
  {
    name: 'numbers in strings, compared as strings',
    error: 'comparison must be EQUALS or NOT_EQUALS for a string',
    build: () => RecordFilter.column(RecordColumn.attribute('items'), QueryComparison.GREATER_THAN, '50'),
  },
  { name: 'any of no filters', error: 'filters must not be empty', build: () => RecordFilter.anyOf([]) },
  {
    name: 'a percentile as a fraction',
    error: 'percentile must be from 1 to 100, got 0.95; did you mean 95?',
    build: () => AlertQuery.durationPercentileAbove({ filter, thresholdSeconds: 1, percentile: 0.95 }),
  },
  {
    name: 'an error ratio that no traffic has',
    error: 'abovePercent must be from 0 to below 100, got 100',
    build: () => AlertQuery.errorRatio({ filter, bad: RecordFilter.isException(), abovePercent: 100 }),
  },
  { name: 'fewer records than none', error: 'threshold must be a whole number of 1 or more, got 0', build: () => AlertQuery.countBelow({ filter, threshold: 0 }) },
  { name: 'silence for no time', error: 'within must be longer than zero', build: () => AlertQuery.silence({ filter, within: Duration.minutes(0) }) },
  {
    name: 'two columns of one name',
    error: 'columns must have different names, got "message" twice',
    build: () => AlertQuery.rows({ filter, columns: [RecordColumn.MESSAGE, RecordColumn.attribute('message')] }),
  },
  {
    name: 'a threshold that is no number',
    error: 'threshold must be a finite number, got NaN',
    build: () => AlertQuery.metricAbove({ filter: MetricFilter.metricName('orders'), aggregate: MetricAggregate.increase(), threshold: NaN }),
  },
  { name: 'a sum of messages', error: 'column must contain numbers, got message', build: () => RecordAggregate.sumOf(RecordColumn.MESSAGE) },
  { name: 'the top zero', error: 'topN must be a whole number from 1 to 10000, got 0', build: () => TimeSeriesQuery.count({ filter, groupBy: RecordColumn.KIND, topN: 0 }) },
  { name: 'a panel without a query', error: 'query must not be blank', build: () => RowsQuery.fromSql(' ') },
];
