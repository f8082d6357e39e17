import { Construct } from 'constructs';
import { addAlerts } from './alert-kinds';
import { failedSpans, failureQuery, latencyQuery } from './record-alerts';
import { LogfireSubjectMonitoring, LogfireSubjectMonitoringProps } from './subject-monitoring';
import { FailureThreshold, FailureThresholds, LatencyThreshold, LatencyThresholds, UsageThreshold, UsageThresholds } from './subject-thresholds';
import { checkCall } from '../core/calls';
import { checkNotBlank } from '../core/checks';
import { Duration } from '../core/duration';
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

/** What is watched about the use of a database. */
export interface DatabaseMonitoringOptions {
  /**
   * Name of the service that uses the database, as it reports it (`service.name`). It must not be blank.
   *
   * @default - all services of the project
   */
  readonly serviceName?: string;

  /**
   * The kind of database, such as `postgresql`, as spans report it (`db.system.name`, or the older `db.system`). It must not be blank.
   *
   * @default - all kinds
   */
  readonly databaseSystem?: string;

  /**
   * Failed queries, as a share of the queries in 10 minutes.
   *
   * @default - critical above 25 % and a warning above 5 %, of at least 20 queries, with at least 5 and 3 failures
   */
  readonly errorRate?: FailureThresholds;

  /**
   * How long queries take, in 10 minutes.
   *
   * @default - no alerts: how long a query may take depends on what it is for
   */
  readonly latency?: LatencyThresholds;

  /**
   * How many connections of a pool are in use, as a share of its limit, in every minute of 10 minutes. Requires the metrics
   * `db.client.connection.count` and `db.client.connection.max`; pools that do not send them never fire the alert.
   *
   * @default - critical above 95 %, and a warning above 80 %
   */
  readonly poolUsage?: UsageThresholds;
}

/** Properties of the monitoring of a database. */
export interface LogfireDatabaseMonitoringProps extends LogfireSubjectMonitoringProps, DatabaseMonitoringOptions {}

/** The older conventions have another name for each attribute. */
const SYSTEMS = ['db.system.name', 'db.system'];
const POOL = 'db.client.connection.pool.name';
const STATES = ['db.client.connection.state', 'state'];

/**
 * Monitors a database as its clients see it: failed and slow queries, and pools without free connections.
 *
 * It reads spans with `db.system.name` and metrics `db.client.connection.*` of the semantic conventions of OpenTelemetry.
 *
 * @example
 * declare const project: ILogfireProject;
 * declare const pager: ILogfireChannel;
 * new LogfireDatabaseMonitoring(this, 'ShopDatabase', {
 *   project,
 *   routing: NotificationRouting.bySeverity({ critical: [Delivery.to(pager)] }),
 *   serviceName: 'shop',
 *   databaseSystem: 'postgresql',
 *   latency: { warning: { aboveSeconds: 0.5 } },
 * });
 */
export class LogfireDatabaseMonitoring extends LogfireSubjectMonitoring {
  private readonly queries: RecordFilter;
  private readonly service: MetricFilter;

  constructor(scope: Construct, id: string, props: LogfireDatabaseMonitoringProps) {
    super(scope, id, props);
    checkCall('new LogfireDatabaseMonitoring', arguments, this);
    const { serviceName, databaseSystem } = props;
    checkNotBlank(this, 'serviceName', serviceName ?? 'all', 'leave it out for all services');
    checkNotBlank(this, 'databaseSystem', databaseSystem ?? 'all', 'leave it out for all kinds');
    this.service = serviceName === undefined ? MetricFilter.all() : MetricFilter.service(serviceName);
    this.queries = RecordFilter.allOf([
      ...serviceName === undefined ? [] : [RecordFilter.service(serviceName)],
      RecordFilter.anyOf(SYSTEMS.map((name) => (
        databaseSystem === undefined ? RecordFilter.hasAttribute(name) : RecordFilter.attribute(name, databaseSystem)))),
      RecordFilter.hasColumn(RecordColumn.DURATION),
    ]);
    this.addAlerts(props);
    this.addPanels();
  }

  private addAlerts(props: DatabaseMonitoringOptions): void {
    addAlerts<FailureThreshold>(this, {
      id: 'ErrorRate',
      prop: 'errorRate',
      title: 'query errors',
      description: 'Too many queries of the database fail. Look at the exceptions of the failed ones: lost connections, locks, or a schema that changed.',
      timeWindow: Duration.minutes(10),
      frequency: Duration.minutes(5),
      query: failureQuery(this.queries, failedSpans()),
    }, props.errorRate ?? { critical: { abovePercent: 25, minimumFailures: 5 }, warning: { abovePercent: 5 } });
    addAlerts<LatencyThreshold>(this, {
      id: 'Latency',
      prop: 'latency',
      title: 'query latency',
      description: 'Queries of the database take too long. Look at the slowest ones, at locks, and at how busy the database is.',
      timeWindow: Duration.minutes(10),
      frequency: Duration.minutes(5),
      query: latencyQuery(this.queries),
    }, props.latency ?? {});
    addAlerts<UsageThreshold>(this, {
      id: 'PoolUsage',
      prop: 'poolUsage',
      title: 'connection pool',
      description: 'A pool has hardly any free connections, so that requests wait for one. Look at slow queries and at connections that are never returned, '
        + 'then enlarge the pool.',
      ofCapacity: true,
      timeWindow: Duration.minutes(10),
      frequency: Duration.minutes(5),
      query: ({ abovePercent, minimumMinutes }) => AlertQuery.metricShareSustainedAbove({
        part: this.usedConnections(),
        whole: this.limits(),
        abovePercent,
        minimumMinutes,
        groupBy: [MetricColumn.SERVICE_NAME, MetricColumn.SERVICE_INSTANCE_ID, MetricColumn.attribute(POOL)],
      }),
    }, props.poolUsage ?? { critical: { abovePercent: 95 }, warning: { abovePercent: 80 } });
  }

  private usedConnections(): MetricFilter {
    return this.service.also(MetricFilter.metricName('db.client.connection.count')).also(MetricFilter.anyOf(STATES.map((name) => MetricFilter.attribute(name, 'used'))));
  }

  private limits(): MetricFilter {
    return this.service.also(MetricFilter.metricName('db.client.connection.max'));
  }

  private addPanels(): void {
    const filter = this.queries;
    const pool = MetricColumn.attribute(POOL);
    this.addSummaryPanel(new ValuesPanel({ panelId: 'queries', title: 'Queries', query: RowsQuery.value({ filter, aggregate: RecordAggregate.count() }) }));
    this.addSummaryPanel(new ValuesPanel({
      panelId: 'errors', title: 'Failed queries', query: RowsQuery.value({ filter, aggregate: RecordAggregate.percentOf(failedSpans()) }), unit: DashboardUnit.PERCENT,
    }));
    this.addSummaryPanel(new ValuesPanel({
      panelId: 'p95', title: 'p95', query: RowsQuery.value({ filter, aggregate: RecordAggregate.durationPercentile(95) }), unit: DashboardUnit.SECONDS,
    }));
    this.addPanel(new TimeSeriesPanel({
      panelId: 'rate', title: 'Queries per second', query: TimeSeriesQuery.rate({ filter, groupBy: RecordColumn.SPAN_NAME }), unit: DashboardUnit.REQUESTS_PER_SECOND,
    }));
    this.addPanel(new TimeSeriesPanel({
      panelId: 'error-rate', title: 'Failed queries', query: TimeSeriesQuery.errorRatio({ filter, bad: failedSpans() }), unit: DashboardUnit.PERCENT,
    }));
    this.addPanel(new TimeSeriesPanel({ panelId: 'latency', title: 'Duration', query: TimeSeriesQuery.durationPercentiles({ filter }), unit: DashboardUnit.SECONDS }));
    this.addPanel(new TimeSeriesPanel({
      panelId: 'used-connections',
      title: 'Connections in use by pool',
      query: TimeSeriesQuery.metricValue({ filter: this.usedConnections(), aggregate: MetricAggregate.maximum(), groupBy: pool }),
    }));
    this.addPanel(new TimeSeriesPanel({
      panelId: 'waiting-requests',
      title: 'Requests that wait for a connection, by pool',
      query: TimeSeriesQuery.metricValue({
        filter: this.service.also(MetricFilter.metricName('db.client.connection.pending_requests')), aggregate: MetricAggregate.maximum(), groupBy: pool,
      }),
    }));
    this.addPanel(new TablePanel({
      panelId: 'slowest-queries',
      title: 'Slowest queries, p95 in seconds',
      query: RowsQuery.topN({ filter, groupBy: RecordColumn.SPAN_NAME, aggregate: RecordAggregate.durationPercentile(95) }),
      width: 12,
    }));
    this.addPanel(new TablePanel({
      panelId: 'failed-queries',
      title: 'Latest failed queries',
      query: RowsQuery.records({
        filter: filter.also(failedSpans()),
        columns: [
          RecordColumn.START_TIMESTAMP, RecordColumn.SPAN_NAME, RecordColumn.EXCEPTION_TYPE, RecordColumn.EXCEPTION_MESSAGE, RecordColumn.TRACE_ID,
        ],
        limit: 20,
      }),
    }));
  }
}
