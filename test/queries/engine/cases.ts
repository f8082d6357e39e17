import type { Dataset, Row } from './engine';
import {
  AlertQuery, Duration, MetricAggregate, MetricColumn, MetricFilter, RecordAggregate, RecordColumn, RecordFilter, RecordLevel, RowsQuery,
  TimeSeriesQuery,
} from '../../../src';

let ids = 0;

/** A span of the shop that took 0.1 seconds, without an error. */
export function record(ago: number, columns: { readonly [column: string]: unknown } = {}): Row {
  ids += 1;
  return {
    ago,
    trace_id: `trace${ids}`,
    span_id: `span${ids}`,
    span_name: 'GET /cart',
    message: 'GET /cart/1',
    kind: 'span',
    level: 9,
    is_exception: false,
    duration: 0.1,
    service_name: 'shop',
    attributes: '{}',
    otel_resource_attributes: '{}',
    ...columns,
  };
}

/** A point of the gauge or counter `orders`, of one process. */
export function point(ago: number, value: number | readonly number[], columns: { readonly [column: string]: unknown } = {}): Row {
  return {
    ago,
    metric_name: 'orders',
    metric_type: 'sum',
    value: JSON.stringify(value),
    service_name: 'shop',
    process_pid: 1,
    attributes: '{}',
    otel_resource_attributes: '{}',
    ...columns,
  };
}

export const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));
const records = (...rows: Row[]): Dataset => ({ records: rows });
const metrics = (...rows: Row[]): Dataset => ({ metrics: rows });

const SHOP = RecordFilter.service('shop').also(RecordFilter.isRootSpan());
const FAILED = RecordFilter.levelAtLeast(RecordLevel.ERROR).orElse(RecordFilter.httpStatusAtLeast(500));
const ORDERS = MetricFilter.metricName('orders').also(MetricFilter.service('shop'));
const failed = (ago: number) => record(ago, { level: 17 });
/** A span with an attribute whose value is this JSON. */
const costing = (cost: string, name = 'GET /cart') => record(10, { span_name: name, attributes: `{"cost": ${cost}}` });
const MAIL = { attributes: '{"queue": "mail"}' };
const mail = (ago: number, name: string) => record(ago, { ...MAIL, span_name: name });
/** The connections of the pool of a process that are in use, and their limit. */
const pool = (ago: number, used: number, limit: number, process = 1) => [
  point(ago, used, { attributes: '{"state": "used"}', process_pid: process }), point(ago, limit, { metric_name: 'limit', process_pid: process }),
];
/** What no filter of the shop matches. */
const noise = times(40, () => record(30, { service_name: 'other', level: 17, duration: 60 }));

/** An alert with data for which it must fire, and data for which it must not. */
export interface AlertCase {
  readonly query: AlertQuery;
  readonly fires: readonly Dataset[];
  readonly quiet: readonly Dataset[];
  readonly firesOnEmpty: boolean;
}

export const ALERTS: { readonly [name: string]: AlertCase } = {
  'error ratio': {
    query: AlertQuery.errorRatio({ filter: SHOP, bad: FAILED, abovePercent: 5 }),
    fires: [
      records(...times(18, () => record(10)), failed(5), failed(6), ...noise),
      records(...times(19, () => record(10)), record(5, { http_response_status_code: 503 }), failed(1)),
    ],
    quiet: [records(...times(19, () => record(10)), failed(5)), records(failed(1), failed(2), ...noise)],
    firesOnEmpty: false,
  },
  'error ratio with a minimum of one': {
    query: AlertQuery.errorRatio({ filter: SHOP, bad: FAILED, abovePercent: 0, minimumCount: 1 }),
    fires: [records(...times(2000, () => record(10)), failed(5))],
    quiet: [records(record(10), ...noise)],
    firesOnEmpty: false,
  },
  'error ratio with a minimum of bad ones': {
    query: AlertQuery.errorRatio({ filter: SHOP, bad: FAILED, abovePercent: 5, minimumCount: 10, minimumBad: 3 }),
    fires: [records(...times(8, () => record(10)), failed(5), failed(6), failed(7))],
    quiet: [records(...times(9, () => record(10)), failed(5), failed(6)), records(failed(1), failed(2), failed(3))],
    firesOnEmpty: false,
  },
  'error ratio of a group': {
    query: AlertQuery.errorRatio({
      filter: SHOP, bad: FAILED, abovePercent: 50, minimumCount: 4, groupBy: [RecordColumn.HTTP_ROUTE, RecordColumn.attribute('service_name')],
    }),
    fires: [records(...times(90, () => record(10)), ...times(4, () => record(5, { level: 17, http_route: '/pay' })))],
    quiet: [
      records(...times(3, () => record(10, { level: 17, http_route: '/pay' })), ...times(3, () => record(10, { level: 17, http_route: '/cart' }))),
      records(...times(4, () => record(10)), ...times(4, () => failed(10)), ...noise),
    ],
    firesOnEmpty: false,
  },
  'value above': {
    query: AlertQuery.valueAbove({ filter: SHOP, aggregate: RecordAggregate.sumOf(RecordColumn.attribute('cost')), threshold: 10 }),
    fires: [records(costing('4'), costing('6.01'), costing('"none"'), record(10)), records(costing('"10.5"'))],
    quiet: [records(costing('4'), costing('6'), costing('"none"'), record(10), ...noise), records(costing('"none"'))],
    firesOnEmpty: false,
  },
  'value below, of a group': {
    query: AlertQuery.valueBelow({
      filter: SHOP, aggregate: RecordAggregate.averageOf(RecordColumn.attribute('cost')), threshold: 0.7, minimumCount: 2, groupBy: [RecordColumn.SPAN_NAME],
    }),
    fires: [records(costing('0.9'), costing('0.9'), costing('0.5', 'pay'), costing('0.8', 'pay'))],
    quiet: [records(costing('0.6'), costing('0.9'), costing('0.1', 'pay')), records(costing('"bad"'), costing('null'))],
    firesOnEmpty: false,
  },
  'count above, of a group': {
    query: AlertQuery.valueAbove({ filter: SHOP, aggregate: RecordAggregate.count(), threshold: 2, groupBy: [RecordColumn.LEVEL] }),
    fires: [records(...times(3, () => failed(10)))],
    quiet: [records(...times(2, () => failed(10)), ...times(2, () => record(10)))],
    firesOnEmpty: false,
  },
  'count above': {
    query: AlertQuery.countAbove({ filter: SHOP, threshold: 3 }),
    fires: [records(...times(4, () => record(10)))],
    quiet: [records(...times(3, () => record(10)), ...noise)],
    firesOnEmpty: false,
  },
  'count below': {
    query: AlertQuery.countBelow({ filter: SHOP, threshold: 3 }),
    fires: [records(record(10), record(11), ...noise)],
    quiet: [records(...times(3, () => record(10)))],
    firesOnEmpty: true,
  },
  'duration': {
    query: AlertQuery.durationPercentileAbove({ filter: RecordFilter.service('shop'), thresholdSeconds: 0.5 }),
    fires: [records(...times(20, () => record(10, { duration: 0.6 })))],
    quiet: [
      records(...times(30, () => record(10)), ...noise),
      records(...times(19, () => record(10, { duration: 9 })), ...times(9, () => record(5, { duration: null }))),
    ],
    firesOnEmpty: false,
  },
  'duration, another percentile': {
    query: AlertQuery.durationPercentileAbove({ filter: SHOP, thresholdSeconds: 0.5, percentile: 100, minimumCount: 2 }),
    fires: [records(...times(50, () => record(10)), record(5, { duration: 0.7 }))],
    quiet: [records(record(10, { duration: 0.7 })), records(record(10), record(11))],
    firesOnEmpty: false,
  },
  'duration of a group': {
    query: AlertQuery.durationPercentileAbove({ filter: SHOP, thresholdSeconds: 0.5, minimumCount: 3, groupBy: [RecordColumn.SPAN_NAME] }),
    fires: [records(...times(90, () => record(10)), ...times(3, () => record(10, { span_name: 'pay', duration: 0.6 })))],
    quiet: [records(...times(90, () => record(10)), ...times(2, () => record(10, { span_name: 'pay', duration: 0.6 })), ...noise)],
    firesOnEmpty: false,
  },
  'first seen': {
    query: AlertQuery.firstSeen({ filter: SHOP, groupBy: RecordColumn.SPAN_NAME, within: Duration.minutes(15) }),
    fires: [records(record(2000), record(10), record(20, { span_name: 'pay' }), record(600, { span_name: 'pay' }), ...noise), records(record(10))],
    quiet: [records(record(2000), record(10), ...times(2, (index) => record(10 + index * 1000, { span_name: 'pay' })), ...noise)],
    firesOnEmpty: false,
  },
  'silence': {
    query: AlertQuery.silence({ filter: SHOP }),
    fires: [records(...noise)],
    quiet: [records(record(10), ...noise)],
    firesOnEmpty: true,
  },
  'silence within a time': {
    query: AlertQuery.silence({ filter: SHOP, within: Duration.minutes(45), problem: "the shop's quiet" }),
    fires: [records(record(50 * 60), ...noise)],
    quiet: [records(record(40 * 60))],
    firesOnEmpty: true,
  },
  'staleness': {
    query: AlertQuery.staleness({ filter: SHOP, olderThan: Duration.hours(26) }),
    fires: [records(record(27 * 3600), record(50 * 3600), ...noise)],
    quiet: [records(record(25 * 3600), record(50 * 3600))],
    firesOnEmpty: true,
  },
  'staleness of a group': {
    query: AlertQuery.staleness({
      filter: SHOP, olderThan: Duration.minutes(10), groupBy: [RecordColumn.SERVICE_VERSION, RecordColumn.resourceAttribute('host.name')],
    }),
    fires: [records(record(30), record(700, { otel_resource_attributes: '{"host.name": "b"}' }))],
    quiet: [records(record(500), record(30, { otel_resource_attributes: '{"host.name": "b"}' }), ...noise)],
    firesOnEmpty: false,
  },
  'metric staleness of a group': {
    query: AlertQuery.metricStaleness({ filter: ORDERS, olderThan: Duration.minutes(1), groupBy: [MetricColumn.PROCESS_PID] }),
    fires: [metrics(point(100, 1), point(5, 1, { process_pid: 2 }))],
    quiet: [metrics(point(100, 1), point(50, 1), point(5, 1, { process_pid: 2 }))],
    firesOnEmpty: false,
  },
  'metric staleness': {
    query: AlertQuery.metricStaleness({ filter: ORDERS, olderThan: Duration.seconds(90) }),
    fires: [metrics(point(100, 1)), metrics(point(5, 1, { service_name: 'other' }))],
    quiet: [metrics(point(80, 1), point(500, 1))],
    firesOnEmpty: true,
  },
  'traffic drop': {
    query: AlertQuery.trafficDrop({ filter: SHOP, period: Duration.minutes(15) }),
    fires: [records(...times(50, () => record(1000)), ...times(24, () => record(10)), ...noise), records(...times(50, () => record(1000)))],
    quiet: [
      records(...times(50, () => record(1000)), ...times(25, () => record(10))), records(...times(49, () => record(1000))),
      records(...times(90, () => record(2000)), record(10)),
    ],
    firesOnEmpty: false,
  },
  'traffic drop with options': {
    query: AlertQuery.trafficDrop({ filter: SHOP, period: Duration.hours(1), belowPercent: 12.5, minimumCount: 8 }),
    fires: [records(...times(9, () => record(4000)), record(10))],
    quiet: [records(...times(8, () => record(4000)), record(10)), records(...times(7, () => record(4000)))],
    firesOnEmpty: false,
  },
  'stall': {
    query: AlertQuery.stall({
      requested: RecordFilter.spanName('send'),
      done: RecordFilter.spanName('process'),
      olderThan: Duration.minutes(10),
      minimumCount: 3,
      groupBy: [RecordColumn.attribute('queue')],
    }),
    fires: [records(...times(3, () => mail(10, 'send')), mail(700, 'process'), record(5, { span_name: 'process' }))],
    quiet: [
      records(...times(3, () => mail(10, 'send')), mail(700, 'process'), mail(500, 'process')),
      records(...times(3, () => mail(10, 'send')), record(700, { span_name: 'process' })),
      records(...times(9, () => mail(900, 'send')), mail(10, 'send'), mail(700, 'process')),
    ],
    firesOnEmpty: false,
  },
  'percentile of an attribute': {
    query: AlertQuery.valueAbove({
      filter: RecordFilter.columnStartsWith(RecordColumn.SPAN_NAME, 'GET '),
      aggregate: RecordAggregate.percentileOf(RecordColumn.attribute('cost'), 95),
      threshold: 10,
    }),
    fires: [records(costing('"11"'), costing('11'), costing('"x"'))],
    quiet: [records(costing('10'), costing('"x"'), costing('99', 'pay')), records(costing('"x"'))],
    firesOnEmpty: false,
  },
  'a part of an attribute': {
    query: AlertQuery.countAbove({ filter: RecordFilter.columnContains(RecordColumn.attribute('cost'), "le%'"), threshold: 0 }),
    fires: [records(costing('["stop", "le%\'"]'))],
    quiet: [records(costing('["stop", "let\'"]'), record(10), costing('7'))],
    firesOnEmpty: false,
  },
  'rows': {
    query: AlertQuery.rows({ filter: RecordFilter.isException() }),
    fires: [records(record(10, { is_exception: true }))],
    quiet: [records(record(10), ...noise)],
    firesOnEmpty: false,
  },
  'rows with columns': {
    query: AlertQuery.rows({
      filter: SHOP,
      limit: 2,
      columns: [RecordColumn.SPAN_ID, RecordColumn.LEVEL, RecordColumn.DURATION, RecordColumn.attribute('a "b"'), RecordColumn.resourceAttribute("it's")],
    }),
    fires: [records(...times(3, () => record(10)))],
    quiet: [records(...noise)],
    firesOnEmpty: false,
  },
  'average of a gauge': {
    query: AlertQuery.metricAbove({ filter: ORDERS, aggregate: MetricAggregate.average(), threshold: 5 }),
    fires: [metrics(point(10, 4), point(20, 7), point(30, 1, { service_name: 'other' }))],
    quiet: [metrics(point(10, 4), point(20, 6), point(30, 90, { service_name: 'other' }))],
    firesOnEmpty: false,
  },
  'average of a histogram': {
    query: AlertQuery.metricAbove({ filter: ORDERS, aggregate: MetricAggregate.average(), threshold: 2 }),
    fires: [metrics(point(10, [1, 1, 1, 9]))],
    quiet: [metrics(point(10, [1, 1, 1, 1, 1]), point(20, [3]))],
    firesOnEmpty: false,
  },
  'percentile of a histogram, below': {
    query: AlertQuery.metricBelow({ filter: ORDERS, aggregate: MetricAggregate.percentile(50), threshold: 5, minimumPoints: 2 }),
    fires: [metrics(point(10, [1, 2, 3]), point(20, [4, 9]))],
    quiet: [metrics(point(10, [1, 2, 3])), metrics(point(10, [5, 6]), point(20, [7]))],
    firesOnEmpty: false,
  },
  'maximum': {
    query: AlertQuery.metricAbove({ filter: ORDERS, aggregate: MetricAggregate.maximum(), threshold: 5 }),
    fires: [metrics(point(10, 6), point(20, 1))],
    quiet: [metrics(point(10, 5))],
    firesOnEmpty: false,
  },
  'minimum': {
    query: AlertQuery.metricBelow({ filter: ORDERS, aggregate: MetricAggregate.minimum(), threshold: -1 }),
    fires: [metrics(point(10, 6), point(20, -2))],
    quiet: [metrics(point(10, -1))],
    firesOnEmpty: false,
  },
  'increase of a counter of two processes': {
    query: AlertQuery.metricAbove({ filter: ORDERS, aggregate: MetricAggregate.increase(), threshold: 4 }),
    fires: [metrics(point(20, 100), point(10, 103), point(20, 7, { process_pid: 2 }), point(10, 2, { process_pid: 2 }))],
    quiet: [metrics(point(20, 100), point(18, 9, { process_pid: 2 }), point(10, 102), point(8, 11, { process_pid: 2 }))],
    firesOnEmpty: false,
  },
  'rate of a counter': {
    query: AlertQuery.metricBelow({ filter: ORDERS, aggregate: MetricAggregate.rate(), threshold: 1, minimumPoints: 3 }),
    fires: [metrics(point(20, 100), point(15, 101), point(10, 102))],
    quiet: [metrics(point(20, 100), point(10, 101)), metrics(point(20, 100), point(15, 109), point(10, 120))],
    firesOnEmpty: false,
  },
  'average of a gauge, of a group': {
    query: AlertQuery.metricAbove({ filter: ORDERS, aggregate: MetricAggregate.averagePercent(), threshold: 90, groupBy: [MetricColumn.attribute('queue')] }),
    fires: [metrics(point(10, 0.1), point(10, 0.95, MAIL))],
    quiet: [metrics(point(10, 0.95), point(20, 0.8), point(10, 0.9, MAIL))],
    firesOnEmpty: false,
  },
  'increase of a counter, of a group': {
    query: AlertQuery.metricAbove({ filter: ORDERS, aggregate: MetricAggregate.increase(), threshold: 4, groupBy: [MetricColumn.attribute('queue')] }),
    fires: [metrics(point(20, 1, MAIL), point(10, 4, MAIL), point(20, 7, { ...MAIL, process_pid: 2 }), point(10, 9, { ...MAIL, process_pid: 2 }))],
    quiet: [metrics(point(20, 1, MAIL), point(10, 4, MAIL), point(20, 7), point(10, 11))],
    firesOnEmpty: false,
  },
  'sustained above': {
    query: AlertQuery.metricSustainedAbove({ filter: ORDERS, aggregate: MetricAggregate.maximum(), threshold: 5 }),
    fires: [metrics(point(130, 6), point(70, 6), point(10, 9)), metrics(point(130, 6), point(130, 1), point(70, 6), point(10, 9), point(250, 6))],
    quiet: [metrics(point(130, 6), point(70, 5), point(10, 9)), metrics(point(70, 6), point(10, 9), point(10, 9), point(10, 9))],
    firesOnEmpty: false,
  },
  'sustained above, of a group': {
    query: AlertQuery.metricSustainedAbove({
      filter: ORDERS, aggregate: MetricAggregate.complementPercent(), threshold: 90, minimumMinutes: 2, groupBy: [MetricColumn.attribute('queue')],
    }),
    fires: [metrics(point(10, 0.5), point(70, 0.5), point(10, 0.05, MAIL), point(70, 0.09, MAIL))],
    quiet: [metrics(point(10, 0.05), point(70, 0.05, MAIL), point(130, 0.5))],
    firesOnEmpty: false,
  },
  'sustained below': {
    query: AlertQuery.metricSustainedBelow({ filter: ORDERS, aggregate: MetricAggregate.average(), threshold: 1, minimumMinutes: 2 }),
    fires: [metrics(point(70, 0), point(10, 0.9))],
    quiet: [metrics(point(70, 0), point(10, 1)), metrics(point(10, 0)), metrics(point(70, 0, { service_name: 'other' }), point(10, 0))],
    firesOnEmpty: false,
  },
  'sustained share': {
    query: AlertQuery.metricShareSustainedAbove({
      part: ORDERS.also(MetricFilter.attribute('state', 'used')),
      whole: MetricFilter.metricName('limit'),
      abovePercent: 90,
      minimumMinutes: 2,
      groupBy: [MetricColumn.PROCESS_PID],
    }),
    fires: [metrics(...pool(10, 10, 10), ...pool(70, 19, 20), ...pool(10, 1, 20, 2), ...pool(70, 1, 20, 2), point(10, 1, { attributes: '{"state": "idle"}' }))],
    quiet: [
      metrics(...pool(10, 10, 10), ...pool(70, 9, 10)),
      metrics(...pool(10, 10, 10), ...pool(70, 1, 0)),
      metrics(...pool(10, 10, 10), ...pool(70, 10, 10, 2)),
    ],
    firesOnEmpty: false,
  },
};

const BUSY: Dataset = {
  records: [
    ...times(6, () => record(30, { http_route: '/cart', http_response_status_code: 200 })),
    ...times(3, () => record(90, { http_route: '/cart', http_response_status_code: 500, level: 17 })),
    ...times(2, () => record(30, { http_route: '/pay', duration: 2, attributes: '{"tenant": "acme", "cost": 1.5}' })),
    record(30, { level: 17, attributes: '{"tenant": "zeta", "cost": "none"}' }),
    record(31, { kind: 'log', duration: null, parent_span_id: null, level: 13 }),
    ...noise,
  ],
  metrics: [
    ...[[90, 100], [70, 110], [30, 130]].map(([ago, value]) => point(ago, value, { attributes: '{"queue": "mail"}' })),
    ...[[90, 5], [30, 6]].map(([ago, value]) => point(ago, value, { attributes: '{"queue": "sms"}', process_pid: 2 })),
    point(30, 1),
  ],
};

/** Data for the panels. */
export const PANEL_DATA: { readonly [name: string]: Dataset } = { busy: BUSY, empty: {} };

const GROUPS = [
  undefined, RecordColumn.SERVICE_NAME, RecordColumn.HTTP_ROUTE, RecordColumn.LEVEL, RecordColumn.IS_EXCEPTION,
  RecordColumn.HTTP_RESPONSE_STATUS_CODE, RecordColumn.attribute('tenant'), RecordColumn.resourceAttribute("it's"),
];
const METRIC_GROUPS = [undefined, MetricColumn.SERVICE_NAME, MetricColumn.PROCESS_PID, MetricColumn.attribute('queue')];
const ANY = RecordFilter.service('shop');

/** Each time series, by each kind of group. */
export const SERIES: readonly TimeSeriesQuery[] = [
  ...GROUPS.flatMap((groupBy) => [undefined, 1].flatMap((topN) => [
    TimeSeriesQuery.count({ filter: ANY, groupBy, topN }),
    TimeSeriesQuery.rate({ filter: ANY, groupBy, topN }),
    TimeSeriesQuery.errorRatio({ filter: ANY, bad: FAILED, groupBy, topN }),
    TimeSeriesQuery.value({ filter: ANY, aggregate: RecordAggregate.sumOf(RecordColumn.attribute('cost')), groupBy, topN }),
    TimeSeriesQuery.durationPercentiles({ filter: ANY, groupBy, topN }),
    TimeSeriesQuery.durationPercentiles({ filter: ANY, groupBy, topN, percentiles: [99.9] }),
  ])),
  ...METRIC_GROUPS.flatMap((groupBy) => [undefined, 1].flatMap((topN) => [
    TimeSeriesQuery.metricAverage({ filter: ORDERS, groupBy, topN }),
    TimeSeriesQuery.metricValue({ filter: ORDERS, aggregate: MetricAggregate.maximum(), groupBy, topN }),
    TimeSeriesQuery.metricIncrease({ filter: ORDERS, groupBy, topN }),
    TimeSeriesQuery.metricRate({ filter: ORDERS, groupBy, topN }),
    TimeSeriesQuery.metricQuantile({ filter: ORDERS, groupBy, topN }),
    TimeSeriesQuery.metricQuantile({ filter: ORDERS, groupBy, topN, percentiles: [50, 99.9] }),
  ])),
];

const AGGREGATES = [
  RecordAggregate.count(), RecordAggregate.percentOf(FAILED), RecordAggregate.durationPercentile(95),
  RecordAggregate.countDistinct(RecordColumn.HTTP_ROUTE), RecordAggregate.sumOf(RecordColumn.attribute('cost')),
  RecordAggregate.averageOf(RecordColumn.DURATION), RecordAggregate.maximumOf(RecordColumn.LEVEL),
  RecordAggregate.percentileOf(RecordColumn.attribute('cost'), 50),
];
const METRIC_AGGREGATES = [
  MetricAggregate.average(), MetricAggregate.averagePercent(), MetricAggregate.complementPercent(), MetricAggregate.percentile(95),
  MetricAggregate.increase(), MetricAggregate.rate(), MetricAggregate.maximum(),
  MetricAggregate.minimum(),
];

/** Each big number. */
export const VALUES: readonly RowsQuery[] = [
  ...AGGREGATES.map((aggregate) => RowsQuery.value({ filter: ANY, aggregate })),
  ...METRIC_AGGREGATES.map((aggregate) => RowsQuery.metricValue({ filter: ORDERS, aggregate })),
  RowsQuery.value({ filter: RecordFilter.all(), aggregate: RecordAggregate.count() }),
  RowsQuery.metricValue({ filter: MetricFilter.all(), aggregate: MetricAggregate.average() }),
];

/** Each list of groups and of records. */
export const LISTS: readonly RowsQuery[] = [
  ...AGGREGATES.flatMap((aggregate) => GROUPS.slice(1).flatMap((groupBy) => [false, true].map((greatestLast) => (
    RowsQuery.topN({ filter: ANY, groupBy: groupBy!, aggregate, greatestLast, limit: 2 }))))),
  ...METRIC_AGGREGATES.flatMap((aggregate) => METRIC_GROUPS.slice(1).flatMap((groupBy) => [false, true].map((greatestLast) => (
    RowsQuery.metricTopN({ filter: ORDERS, groupBy: groupBy!, aggregate, greatestLast, limit: 2 }))))),
  RowsQuery.records({ filter: ANY }),
  RowsQuery.records({ filter: ANY, limit: 1, columns: [RecordColumn.END_TIMESTAMP, RecordColumn.LEVEL, RecordColumn.attribute('tenant')] }),
];
