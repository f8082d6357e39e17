import type { ServiceRecords } from './service-alerts';
import type { LogfireSubjectMonitoring } from './subject-monitoring';
import { DashboardUnit } from '../dashboards/dashboard-unit';
import { BarPanel } from '../dashboards/panels/bar-panel';
import { LegendPosition } from '../dashboards/panels/legend';
import { TablePanel } from '../dashboards/panels/table-panel';
import { TimeSeriesDisplay, TimeSeriesPanel } from '../dashboards/panels/time-series-panel';
import { RecordAggregate } from '../queries/record-aggregate';
import { RecordColumn } from '../queries/record-column';
import { RecordFilter } from '../queries/record-filter';
import { RowsQuery } from '../queries/rows-query';
import { TimeSeriesQuery } from '../queries/time-series-query';

const LEGEND = { position: LegendPosition.BOTTOM };
const ERRORS = 'Errors';
/** Three charts beside each other. */
const THIRD = { width: 8, height: 7 };

/** Adds the panels of a service: one for each alert at least, from the same filters. */
export function addServicePanels(subject: LogfireSubjectMonitoring, { all, requests, failures }: ServiceRecords): void {
  subject.addSummaryPanel(new TimeSeriesPanel({
    ...THIRD, panelId: 'requests', title: 'Requests', query: TimeSeriesQuery.rate({ filter: requests }), unit: DashboardUnit.REQUESTS_PER_SECOND,
  }));
  subject.addSummaryPanel(new TimeSeriesPanel({
    ...THIRD, panelId: 'error-ratio', title: 'Failed requests', query: TimeSeriesQuery.errorRatio({ filter: requests, bad: failures }), unit: DashboardUnit.PERCENT,
  }));
  subject.addSummaryPanel(new TimeSeriesPanel({
    ...THIRD, panelId: 'latency', title: 'Latency', query: TimeSeriesQuery.durationPercentiles({ filter: requests }), unit: DashboardUnit.SECONDS, legend: LEGEND,
  }));
  addDetails(subject, all, requests);
  addErrors(subject, all, failures);
}

function addDetails(subject: LogfireSubjectMonitoring, all: RecordFilter, requests: RecordFilter): void {
  subject.addPanel(new TimeSeriesPanel({
    panelId: 'operations',
    title: 'Busiest operations',
    query: TimeSeriesQuery.rate({ filter: requests, groupBy: RecordColumn.SPAN_NAME, topN: 5 }),
    unit: DashboardUnit.REQUESTS_PER_SECOND,
    legend: LEGEND,
  }));
  subject.addPanel(new BarPanel({
    panelId: 'slowest-operations',
    title: 'Slowest operations',
    description: 'The 95th percentile of the duration of each operation.',
    query: RowsQuery.topN({
      filter: requests, groupBy: RecordColumn.SPAN_NAME, aggregate: RecordAggregate.durationPercentile(95), limit: 10, greatestLast: true,
    }),
    unit: DashboardUnit.SECONDS,
  }));
  subject.addPanel(new TimeSeriesPanel({
    panelId: 'telemetry',
    title: 'Telemetry',
    description: 'All spans and logs of the service. None at all means that it does not run, or cannot send.',
    query: TimeSeriesQuery.count({ filter: all, groupBy: RecordColumn.KIND }),
    legend: LEGEND,
  }));
  subject.addPanel(new BarPanel({
    panelId: 'requests-by-operation',
    title: 'Requests by operation',
    query: RowsQuery.topN({ filter: requests, groupBy: RecordColumn.SPAN_NAME, limit: 10, greatestLast: true }),
  }));
}

function addErrors(subject: LogfireSubjectMonitoring, all: RecordFilter, failures: RecordFilter): void {
  const exceptions = all.also(RecordFilter.isException());
  subject.addPanel(new TimeSeriesPanel({
    panelId: 'exceptions',
    title: 'Exceptions',
    query: TimeSeriesQuery.count({ filter: exceptions, groupBy: RecordColumn.EXCEPTION_TYPE, topN: 5 }),
    display: TimeSeriesDisplay.BAR,
    stacked: true,
    legend: LEGEND,
  }), ERRORS);
  subject.addPanel(new BarPanel({
    panelId: 'failing-operations',
    title: 'Failing operations',
    query: RowsQuery.topN({ filter: all.also(failures), groupBy: RecordColumn.SPAN_NAME, limit: 10, greatestLast: true }),
  }), ERRORS);
  subject.addPanel(new TablePanel({
    panelId: 'latest-errors',
    title: 'Latest errors',
    query: RowsQuery.records({
      filter: all.also(failures),
      columns: [
        RecordColumn.START_TIMESTAMP, RecordColumn.SPAN_NAME, RecordColumn.HTTP_RESPONSE_STATUS_CODE, RecordColumn.EXCEPTION_TYPE,
        RecordColumn.MESSAGE, RecordColumn.TRACE_ID,
      ],
      limit: 20,
    }),
  }), ERRORS);
}
