import {
  agentRuns, AGENT, COST, FIRST_CHUNK, INPUT_TOKENS, MODEL, modelCalls, modelRecords, OUTPUT_TOKENS, refused, SCORE, SCORE_NAME, TOOL, toolCalls,
  truncated,
} from './ai-records';
import { failedSpans } from './record-alerts';
import type { LogfireSubjectMonitoring } from './subject-monitoring';
import { DashboardUnit } from '../dashboards/dashboard-unit';
import { BarPanel } from '../dashboards/panels/bar-panel';
import { TablePanel } from '../dashboards/panels/table-panel';
import { TimeSeriesDisplay, TimeSeriesPanel } from '../dashboards/panels/time-series-panel';
import { ValuesPanel } from '../dashboards/panels/values-panel';
import { RecordAggregate } from '../queries/record-aggregate';
import { RecordColumn } from '../queries/record-column';
import { RecordFilter } from '../queries/record-filter';
import { RowsQuery } from '../queries/rows-query';
import { TimeSeriesQuery } from '../queries/time-series-query';

const sumOf = (attribute: string) => RecordAggregate.sumOf(RecordColumn.attribute(attribute));

/** Panels of an application of language models. */
export function addAiPanels(subject: LogfireSubjectMonitoring, service: RecordFilter): void {
  const records = service.also(modelRecords());
  const calls = service.also(modelCalls());
  subject.addSummaryPanel(new ValuesPanel({
    panelId: 'spend',
    title: 'Spend',
    description: 'In the time range of the page. Calls of models whose price the SDK does not know are missing.',
    query: RowsQuery.value({ filter: records, aggregate: sumOf(COST) }),
    unit: DashboardUnit.USD,
  }));
  subject.addSummaryPanel(new ValuesPanel({ panelId: 'calls', title: 'Calls', query: RowsQuery.value({ filter: calls, aggregate: RecordAggregate.count() }) }));
  subject.addSummaryPanel(new ValuesPanel({
    panelId: 'errors', title: 'Failed calls', query: RowsQuery.value({ filter: calls, aggregate: RecordAggregate.percentOf(failedSpans()) }), unit: DashboardUnit.PERCENT,
  }));
  subject.addSummaryPanel(new ValuesPanel({
    panelId: 'p95', title: 'p95', query: RowsQuery.value({ filter: calls, aggregate: RecordAggregate.durationPercentile(95) }), unit: DashboardUnit.SECONDS,
  }));
  addModelPanels(subject, calls);
  addSpendPanels(subject, records);
  addAgentPanels(subject, service);
  addAnswerPanels(subject, service, calls);
}

function addModelPanels(subject: LogfireSubjectMonitoring, calls: RecordFilter): void {
  const groupBy = RecordColumn.attribute(MODEL);
  subject.addPanel(new TimeSeriesPanel({
    panelId: 'calls-by-model', title: 'Calls by model', query: TimeSeriesQuery.count({ filter: calls, groupBy }), display: TimeSeriesDisplay.BAR, stacked: true,
  }), 'Models');
  subject.addPanel(new TimeSeriesPanel({
    panelId: 'errors-by-model', title: 'Failed calls by model', query: TimeSeriesQuery.errorRatio({ filter: calls, bad: failedSpans(), groupBy }), unit: DashboardUnit.PERCENT,
  }), 'Models');
  subject.addPanel(new TimeSeriesPanel({
    panelId: 'latency-by-model',
    title: 'p95 by model',
    query: TimeSeriesQuery.durationPercentiles({ filter: calls, percentiles: [95], groupBy }),
    unit: DashboardUnit.SECONDS,
  }), 'Models');
  subject.addPanel(new TimeSeriesPanel({
    panelId: 'first-chunk-by-model',
    title: 'Time to first chunk by model, p95',
    query: TimeSeriesQuery.value({
      filter: calls.also(RecordFilter.hasAttribute(FIRST_CHUNK)),
      aggregate: RecordAggregate.percentileOf(RecordColumn.attribute(FIRST_CHUNK), 95),
      groupBy,
    }),
    unit: DashboardUnit.SECONDS,
  }), 'Models');
  subject.addPanel(new TablePanel({
    panelId: 'failed-calls',
    title: 'Latest failed calls',
    query: RowsQuery.records({
      filter: calls.also(failedSpans()),
      columns: [
        RecordColumn.START_TIMESTAMP, groupBy, RecordColumn.EXCEPTION_TYPE, RecordColumn.OTEL_STATUS_MESSAGE, RecordColumn.TRACE_ID,
      ],
      limit: 20,
    }),
  }), 'Models');
}

function addSpendPanels(subject: LogfireSubjectMonitoring, records: RecordFilter): void {
  const groupBy = RecordColumn.attribute(MODEL);
  subject.addPanel(new TimeSeriesPanel({
    panelId: 'spend-by-model',
    title: 'Spend by model',
    query: TimeSeriesQuery.value({ filter: records.also(RecordFilter.hasAttribute(COST)), aggregate: sumOf(COST), groupBy }),
    unit: DashboardUnit.USD,
    display: TimeSeriesDisplay.BAR,
    stacked: true,
  }), 'Spend and tokens');
  subject.addPanel(new BarPanel({
    panelId: 'spend-by-agent',
    title: 'Spend by agent',
    description: 'Calls outside of an agent, or whose span does not have its name, are (none).',
    query: RowsQuery.topN({ filter: records, groupBy: RecordColumn.attribute(AGENT), aggregate: sumOf(COST), greatestLast: true }),
    unit: DashboardUnit.USD,
  }), 'Spend and tokens');
  for (const [name, attribute] of [['input', INPUT_TOKENS], ['output', OUTPUT_TOKENS]]) {
    subject.addPanel(new TimeSeriesPanel({
      panelId: `${name}-tokens`,
      title: `Tokens of ${name} by model`,
      query: TimeSeriesQuery.value({ filter: records.also(RecordFilter.hasAttribute(attribute)), aggregate: sumOf(attribute), groupBy }),
      display: TimeSeriesDisplay.BAR,
      stacked: true,
    }), 'Spend and tokens');
  }
  subject.addPanel(new TablePanel({
    panelId: 'unpriced-models',
    title: 'Models without a price',
    description: 'Their calls have tokens and no cost, so that the spend is too low.',
    query: RowsQuery.topN({
      filter: records.also(RecordFilter.hasAttribute(INPUT_TOKENS)).also(RecordFilter.hasAttribute(COST).negate()),
      groupBy,
      aggregate: sumOf(INPUT_TOKENS),
    }),
  }), 'Spend and tokens');
}

function addAgentPanels(subject: LogfireSubjectMonitoring, service: RecordFilter): void {
  const runs = service.also(agentRuns());
  const tools = service.also(toolCalls());
  const agent = RecordColumn.attribute(AGENT);
  const tool = RecordColumn.attribute(TOOL);
  subject.addPanel(new TimeSeriesPanel({
    panelId: 'runs-by-agent', title: 'Runs by agent', query: TimeSeriesQuery.count({ filter: runs, groupBy: agent }), display: TimeSeriesDisplay.BAR, stacked: true,
  }), 'Agents and tools');
  subject.addPanel(new TimeSeriesPanel({
    panelId: 'runs-p95', title: 'p95 by agent', query: TimeSeriesQuery.durationPercentiles({ filter: runs, percentiles: [95], groupBy: agent }), unit: DashboardUnit.SECONDS,
  }), 'Agents and tools');
  subject.addPanel(new TimeSeriesPanel({
    panelId: 'errors-by-agent', title: 'Failed runs by agent', query: TimeSeriesQuery.errorRatio({ filter: runs, bad: failedSpans(), groupBy: agent }), unit: DashboardUnit.PERCENT,
  }), 'Agents and tools');
  subject.addPanel(new TimeSeriesPanel({
    panelId: 'errors-by-tool', title: 'Failed calls by tool', query: TimeSeriesQuery.errorRatio({ filter: tools, bad: failedSpans(), groupBy: tool }), unit: DashboardUnit.PERCENT,
  }), 'Agents and tools');
}

function addAnswerPanels(subject: LogfireSubjectMonitoring, service: RecordFilter, calls: RecordFilter): void {
  const groupBy = RecordColumn.attribute(MODEL);
  subject.addPanel(new TimeSeriesPanel({
    panelId: 'truncated', title: 'Truncated responses by model', query: TimeSeriesQuery.errorRatio({ filter: calls, bad: truncated(), groupBy }), unit: DashboardUnit.PERCENT,
  }), 'Answers');
  subject.addPanel(new TimeSeriesPanel({
    panelId: 'refused', title: 'Refusals by model', query: TimeSeriesQuery.errorRatio({ filter: calls, bad: refused(), groupBy }), unit: DashboardUnit.PERCENT,
  }), 'Answers');
  subject.addPanel(new TimeSeriesPanel({
    panelId: 'scores',
    title: 'Average score by evaluation',
    query: TimeSeriesQuery.value({
      filter: service.also(RecordFilter.hasAttribute(SCORE)),
      aggregate: RecordAggregate.averageOf(RecordColumn.attribute(SCORE)),
      groupBy: RecordColumn.attribute(SCORE_NAME),
    }),
  }), 'Answers');
}
