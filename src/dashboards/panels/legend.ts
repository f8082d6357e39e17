import { JsonObject } from '../json';

/** Place of a legend in its panel. */
export enum LegendPosition {
  /** Below the chart. */
  BOTTOM = 'bottom',
  /** To the right of the chart. */
  RIGHT = 'right',
}

/** Form of a legend. */
export enum LegendMode {
  /** Names side by side. */
  LIST = 'list',
  /** A table with a row for each series. */
  TABLE = 'table',
}

/** The legend of a chart. */
export interface ChartLegend {
  /**
   * Place of the legend.
   *
   * @default LegendPosition.BOTTOM
   */
  readonly position?: LegendPosition;

  /**
   * Form of the legend.
   *
   * @default LegendMode.LIST
   */
  readonly mode?: LegendMode;
}

/** The legend as the document has it. A chart without one has no key for it. */
export function legendContent(legend: ChartLegend | undefined): JsonObject | undefined {
  return legend && { position: legend.position ?? LegendPosition.BOTTOM, mode: legend.mode ?? LegendMode.LIST };
}
