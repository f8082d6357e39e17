import { Construct } from 'constructs';
import { addAlerts, hasThresholds } from './alert-kinds';
import { BacklogThreshold, BacklogThresholds, StallThreshold, StallThresholds } from './queue-thresholds';
import { failedSpans, failureQuery, latencyQuery } from './record-alerts';
import { LogfireSubjectMonitoring, LogfireSubjectMonitoringProps } from './subject-monitoring';
import { FailureThreshold, FailureThresholds, LatencyThreshold, LatencyThresholds, SilenceThreshold, SilenceThresholds } from './subject-thresholds';
import { checkCall } from '../core/calls';
import { checkNotBlank } from '../core/checks';
import { Duration } from '../core/duration';
import { fail } from '../core/errors';
import { DashboardUnit } from '../dashboards/dashboard-unit';
import { TablePanel } from '../dashboards/panels/table-panel';
import { TimeSeriesPanel } from '../dashboards/panels/time-series-panel';
import { ValuesPanel } from '../dashboards/panels/values-panel';
import { AlertQuery } from '../queries/alert-query';
import { MetricAggregate } from '../queries/metric-aggregate';
import { MetricColumn } from '../queries/metric-column';
import { MetricFilter } from '../queries/metric-filter';
import { RecordAggregate } from '../queries/record-aggregate';
import { RecordColumn } from '../queries/record-column';
import { RecordFilter } from '../queries/record-filter';
import { RowsQuery } from '../queries/rows-query';
import { TimeSeriesQuery } from '../queries/time-series-query';

/** What is watched about queues. */
export interface QueueMonitoringOptions {
  /**
   * Name of the queue or topic, as spans report it (`messaging.destination.name`). It must not be blank.
   *
   * @default - all queues of the project, each judged on its own
   */
  readonly queueName?: string;

  /**
   * Failed messages, as a share of the messages that consumers of a queue process in 15 minutes.
   *
   * @default - critical above 25 % and a warning above 5 %, of at least 20 messages, with at least 5 and 3 failures
   */
  readonly errorRate?: FailureThresholds;

  /**
   * How long consumers of a queue take to process a message, in 15 minutes.
   *
   * @default - no alerts: how long a message may take depends on what it is for
   */
  readonly latency?: LatencyThresholds;

  /**
   * Queues whose consumers process nothing any more, although messages are sent. Fires only if they processed one in the hour before.
   *
   * @default - critical after 15 minutes with at least 10 messages sent
   */
  readonly stall?: StallThresholds;

  /**
   * The gauge of messages that wait. OpenTelemetry has no common name for it: it may be `rabbitmq.message.current` or `kafka.consumer_group.lag` of a
   * Collector, or a gauge of your own.
   *
   * @default - no alerts and panels about the backlog
   */
  readonly backlogMetric?: MetricFilter;

  /**
   * The attribute of `backlogMetric` that tells queues apart.
   *
   * @default MetricColumn.attribute('messaging.destination.name')
   */
  readonly backlogGroup?: MetricColumn;

  /**
   * How many messages wait, in every minute of 10 minutes. Requires `backlogMetric`; synth fails without it.
   *
   * @default - no alerts: how many messages may wait depends on how fast they are processed
   */
  readonly backlog?: BacklogThresholds;

  /**
   * How long `backlogMetric` has sent no points. Requires `backlogMetric`; synth fails without it.
   *
   * @default - a warning after 15 minutes if there is a `backlogMetric`: without points the alerts on the backlog cannot fire
   */
  readonly backlogSilence?: SilenceThresholds;
}

/** Properties of the monitoring of queues. */
export interface LogfireQueueMonitoringProps extends LogfireSubjectMonitoringProps, QueueMonitoringOptions {}

const QUEUE = 'messaging.destination.name';
/** The older conventions have another name for the kind of operation, and another word for sending. */
const OPERATIONS = ['messaging.operation.type', 'messaging.operation'];

/**
 * Monitors a queue or topic, or all of a project: failed and slow messages, consumers that are stuck, and the backlog.
 *
 * It reads spans with `messaging.operation.type` of the semantic conventions of OpenTelemetry, of producers (`send`) and consumers (`process`).
 *
 * @example
 * declare const project: ILogfireProject;
 * declare const pager: ILogfireChannel;
 * new LogfireQueueMonitoring(this, 'Orders', {
 *   project,
 *   routing: NotificationRouting.bySeverity({ critical: [Delivery.to(pager)] }),
 *   queueName: 'orders',
 *   backlogMetric: MetricFilter.metricName('orders.waiting'),
 *   backlog: { critical: { above: 10000 }, warning: { above: 1000 } },
 * });
 */
export class LogfireQueueMonitoring extends LogfireSubjectMonitoring {
  private readonly sent: RecordFilter;
  private readonly processed: RecordFilter;
  private readonly groups: RecordColumn[];

  constructor(scope: Construct, id: string, props: LogfireQueueMonitoringProps) {
    super(scope, id, props);
    checkCall('new LogfireQueueMonitoring', arguments, this);
    const { queueName, backlogMetric, backlogGroup = MetricColumn.attribute(QUEUE) } = props;
    checkNotBlank(this, 'queueName', queueName ?? 'all', 'leave it out for all queues');
    this.groups = queueName === undefined ? [RecordColumn.attribute(QUEUE)] : [];
    this.sent = operations(queueName, ['send', 'publish']);
    this.processed = operations(queueName, ['process']);
    this.addMessageAlerts(props);
    this.addMessagePanels();
    if (backlogMetric !== undefined) {
      this.addBacklog(props, backlogMetric, backlogGroup);
    }
    for (const prop of backlogMetric === undefined ? ['backlog', 'backlogSilence'] as const : []) {
      if (hasThresholds(props[prop])) {
        fail(this, 'queue-backlog', `${prop} must be left out without backlogMetric, got thresholds; pass the gauge of messages that wait as backlogMetric`);
      }
    }
  }

  private addMessageAlerts(props: QueueMonitoringOptions): void {
    addAlerts<FailureThreshold>(this, {
      id: 'ErrorRate',
      prop: 'errorRate',
      title: 'failed messages',
      description: 'Too many messages of a queue fail. Look at the exceptions of the consumer: a message that it cannot read, or a service that it calls.',
      timeWindow: Duration.minutes(15),
      frequency: Duration.minutes(5),
      query: failureQuery(this.processed, failedSpans(), this.groups),
    }, props.errorRate ?? { critical: { abovePercent: 25, minimumFailures: 5 }, warning: { abovePercent: 5 } });
    addAlerts<LatencyThreshold>(this, {
      id: 'Latency',
      prop: 'latency',
      title: 'slow messages',
      description: 'The consumers of a queue take too long for a message. Look at the slowest ones, and at what the consumer calls.',
      timeWindow: Duration.minutes(15),
      frequency: Duration.minutes(5),
      query: latencyQuery(this.processed, this.groups),
    }, props.latency ?? {});
    addAlerts<StallThreshold>(this, {
      id: 'Stall',
      prop: 'stall',
      title: 'stalled consumers',
      description: 'Messages are sent to a queue, and its consumers process none any more. Look whether they run, and at their latest exception.',
      timeWindow: Duration.hours(1),
      frequency: Duration.minutes(5),
      query: ({ olderThan, minimumCount }) => (
        AlertQuery.stall({ requested: this.sent, done: this.processed, olderThan, minimumCount, groupBy: this.groups })),
    }, props.stall ?? { critical: { olderThan: Duration.minutes(15) } });
  }

  private addBacklog(props: QueueMonitoringOptions, filter: MetricFilter, group: MetricColumn): void {
    addAlerts<BacklogThreshold>(this, {
      id: 'Backlog',
      prop: 'backlog',
      title: 'backlog',
      description: 'Too many messages wait in a queue. Look whether more are sent than before, or whether the consumers are slower or fewer.',
      timeWindow: Duration.minutes(10),
      frequency: Duration.minutes(5),
      query: ({ above, minimumMinutes }) => AlertQuery.metricSustainedAbove({
        filter, aggregate: MetricAggregate.maximum(), threshold: above, minimumMinutes, groupBy: [group],
      }),
    }, props.backlog ?? {});
    addAlerts<SilenceThreshold>(this, {
      id: 'BacklogSilence',
      prop: 'backlogSilence',
      title: 'backlog not measured',
      description: 'Nothing measures the backlog any more, so that its alerts cannot fire. Look at what sends the metric.',
      timeWindow: Duration.hours(1),
      frequency: Duration.minutes(5),
      query: ({ olderThan }) => AlertQuery.metricStaleness({ filter, olderThan }),
    }, props.backlogSilence ?? { warning: { olderThan: Duration.minutes(15) } });
    this.addSummaryPanel(new ValuesPanel({
      panelId: 'backlog', title: 'Most messages that waited', query: RowsQuery.metricValue({ filter, aggregate: MetricAggregate.maximum() }),
    }));
    this.addPanel(new TimeSeriesPanel({
      panelId: 'backlog-by-queue', title: 'Messages that wait, by queue', query: TimeSeriesQuery.metricValue({ filter, aggregate: MetricAggregate.maximum(), groupBy: group }),
    }));
  }

  private addMessagePanels(): void {
    const filter = this.processed;
    const groupBy = RecordColumn.attribute(QUEUE);
    this.addSummaryPanel(new ValuesPanel({ panelId: 'processed', title: 'Processed messages', query: RowsQuery.value({ filter, aggregate: RecordAggregate.count() }) }));
    this.addSummaryPanel(new ValuesPanel({
      panelId: 'errors', title: 'Failed messages', query: RowsQuery.value({ filter, aggregate: RecordAggregate.percentOf(failedSpans()) }), unit: DashboardUnit.PERCENT,
    }));
    this.addSummaryPanel(new ValuesPanel({
      panelId: 'p95', title: 'p95', query: RowsQuery.value({ filter, aggregate: RecordAggregate.durationPercentile(95) }), unit: DashboardUnit.SECONDS,
    }));
    for (const [name, records] of [['Sent', this.sent], ['Processed', filter]] as const) {
      this.addPanel(new TimeSeriesPanel({
        panelId: `${name.toLowerCase()}-by-queue`,
        title: `${name} messages by queue`,
        query: TimeSeriesQuery.rate({ filter: records, groupBy }),
        unit: DashboardUnit.MESSAGES_PER_SECOND,
      }));
    }
    this.addPanel(new TimeSeriesPanel({
      panelId: 'errors-by-queue', title: 'Failed messages by queue', query: TimeSeriesQuery.errorRatio({ filter, bad: failedSpans(), groupBy }), unit: DashboardUnit.PERCENT,
    }));
    this.addPanel(new TimeSeriesPanel({
      panelId: 'latency-by-queue', title: 'p95 by queue', query: TimeSeriesQuery.durationPercentiles({ filter, percentiles: [95], groupBy }), unit: DashboardUnit.SECONDS,
    }));
    this.addPanel(new TablePanel({
      panelId: 'failed-messages',
      title: 'Latest failed messages',
      query: RowsQuery.records({
        filter: filter.also(failedSpans()),
        columns: [RecordColumn.START_TIMESTAMP, groupBy, RecordColumn.EXCEPTION_TYPE, RecordColumn.EXCEPTION_MESSAGE, RecordColumn.TRACE_ID],
        limit: 20,
      }),
    }));
  }
}

function operations(queueName: string | undefined, words: readonly string[]): RecordFilter {
  return RecordFilter.allOf([
    ...queueName === undefined ? [] : [RecordFilter.attribute(QUEUE, queueName)],
    RecordFilter.anyOf(OPERATIONS.flatMap((name) => words.map((word) => RecordFilter.attribute(name, word)))),
    RecordFilter.hasColumn(RecordColumn.DURATION),
  ]);
}
