import { Linted, Report } from './rule';
import { labelOf } from '../document';
import { isJsonObject } from '../json';

/** D18: a chart that is not stacked has no `stack`. */
export function stacking({ parts: { panels } }: Linted, report: Report): void {
  for (const panel of panels) {
    const { visual } = panel.plugin.spec;
    if (panel.plugin.kind === 'TimeSeriesChart' && visual !== undefined && isJsonObject(visual) && visual.stack === 'none') {
      report('D18', `${labelOf(panel)} has the stacking "none", which Logfire does not know; leave out visual.stack`);
    }
  }
}
