import { Linted, Report } from './rule';
import { isUnresolved } from '../../core/unresolved';
import { labelOf, Panel, Query } from '../document';

const TIME_SERIES = 'TimeSeriesQuery';
const NON_TIME_SERIES = 'NonTimeSeriesQuery';

/** The kind of query that each plugin draws. Null means no query, undefined means that sources disagree. */
const QUERY_KINDS = new Map<string, string | null | undefined>([
  ['TimeSeriesChart', TIME_SERIES],
  ['BarChart', NON_TIME_SERIES],
  ['PieChart', NON_TIME_SERIES],
  ['Table', NON_TIME_SERIES],
  ['Values', NON_TIME_SERIES],
  ['GaugeChart', undefined],
  ['Markdown', null],
]);

/** Logfire's plugin for each kind of query. */
const INNER_PLUGINS: ReadonlyMap<string, string> = new Map([TIME_SERIES, NON_TIME_SERIES].map((kind) => [kind, `Logfire${kind}`]));

/** D4: a plugin that Logfire does not have, or one that cannot draw its query. Logfire accepts both and shows an empty panel. */
export function queryKinds({ parts: { panels } }: Linted, report: Report): void {
  for (const panel of panels) {
    if (isUnresolved(panel.plugin.kind)) {
      continue;
    }
    if (!QUERY_KINDS.has(panel.plugin.kind)) {
      const known = [...QUERY_KINDS.keys()].join(', ');
      report('D4', `${labelOf(panel)} has the plugin ${JSON.stringify(panel.plugin.kind)}, which Logfire does not support; use one of ${known}`);
      continue;
    }
    checkPlugin(panel, report);
    for (const query of panel.queries) {
      checkQuery(panel, query, report);
    }
  }
}

function checkPlugin(panel: Panel, report: Report): void {
  const { plugin, queries } = panel;
  const wanted = QUERY_KINDS.get(plugin.kind);
  if (wanted === undefined) {
    return;
  }
  if (wanted === null) {
    if (queries.length > 0) {
      report('D4', `${labelOf(panel)} is a ${plugin.kind}, which does not show query results; remove its queries`);
    }
    return;
  }
  if (queries.length === 0) {
    report('D4', `${labelOf(panel)} is a ${plugin.kind} without a query, so it stays empty; add a ${wanted}`);
  }
  for (const { kind } of queries) {
    if (kind !== wanted && !isUnresolved(kind)) {
      report('D4', `${labelOf(panel)} is a ${plugin.kind}, which cannot draw a query of kind ${JSON.stringify(kind)}; use a ${wanted}`);
    }
  }
}

/** The inner plugin of a query must be Logfire's plugin for its kind. */
function checkQuery(panel: Panel, { kind, plugin }: Query, report: Report): void {
  const wanted = INNER_PLUGINS.get(kind);
  if (wanted !== undefined && plugin.kind !== wanted && !isUnresolved(plugin.kind)) {
    report('D4', `${labelOf(panel)} has a ${kind} with the plugin ${JSON.stringify(plugin.kind)}; use ${wanted}`);
  }
}
