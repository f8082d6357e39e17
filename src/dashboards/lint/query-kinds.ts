import { LintFinding, Linted } from './rule';
import { isUnresolved } from '../../core/unresolved';
import { labelOf, Panel, Query } from '../document';

const TIME_SERIES = 'TimeSeriesQuery';
const NON_TIME_SERIES = 'NonTimeSeriesQuery';

/** The query that each plugin draws; null: none at all, undefined: sources differ. */
const QUERY_KINDS = new Map<string, string | null | undefined>([
  ['TimeSeriesChart', TIME_SERIES],
  ['BarChart', NON_TIME_SERIES],
  ['PieChart', NON_TIME_SERIES],
  ['Table', NON_TIME_SERIES],
  ['Values', NON_TIME_SERIES],
  ['GaugeChart', undefined],
  ['Markdown', null],
]);

/** D4: a plugin that Logfire does not have, or one that cannot draw its query. Logfire takes both and shows an empty panel. */
export function queryKinds({ parts: { panels } }: Linted): LintFinding[] {
  return panels.filter(({ plugin }) => !isUnresolved(plugin.kind)).flatMap((panel) => {
    if (!QUERY_KINDS.has(panel.plugin.kind)) {
      const known = [...QUERY_KINDS.keys()].join(', ');
      return [{ rule: 'D4', message: `${labelOf(panel)} has the plugin ${JSON.stringify(panel.plugin.kind)}, which Logfire does not show; use one of ${known}` }];
    }
    return [...fitsPlugin(panel), ...panel.queries.flatMap((query) => fitsItself(panel, query))];
  });
}

function fitsPlugin(panel: Panel): LintFinding[] {
  const { plugin, queries } = panel;
  const wanted = QUERY_KINDS.get(plugin.kind);
  if (wanted === undefined) {
    return [];
  }
  if (wanted === null) {
    return queries.length === 0 ? [] : [{ rule: 'D4', message: `${labelOf(panel)} is a ${plugin.kind}, which shows no query; remove its queries` }];
  }
  if (queries.length === 0) {
    return [{ rule: 'D4', message: `${labelOf(panel)} is a ${plugin.kind} without a query, so it stays empty; add a ${wanted}` }];
  }
  return queries.filter(({ kind }) => !isUnresolved(kind) && kind !== wanted).map(({ kind }) => ({
    rule: 'D4', message: `${labelOf(panel)} is a ${plugin.kind}, which cannot draw a query of kind ${JSON.stringify(kind)}; use a ${wanted}`,
  }));
}

/** The inner plugin of a query is that of Logfire for its kind. */
function fitsItself(panel: Panel, { kind, plugin }: Query): LintFinding[] {
  const wanted = `Logfire${kind}`;
  if (isUnresolved(kind) || isUnresolved(plugin.kind) || ![TIME_SERIES, NON_TIME_SERIES].includes(kind) || plugin.kind === wanted) {
    return [];
  }
  return [{ rule: 'D4', message: `${labelOf(panel)} has a ${kind} with the plugin ${JSON.stringify(plugin.kind)}; use ${wanted}` }];
}
