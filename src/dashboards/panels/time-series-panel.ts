import { ChartLegend, legendContent } from './legend';
import { formatContent, NumberFormat } from './number-format';
import { DashboardPanel, DashboardPanelProps, PanelContent } from './panel';
import { timeSeriesContent } from './query-content';

import { checkCall } from '../../core/calls';
import { isUnresolved } from '../../core/unresolved';
import type { TimeSeriesQuery } from '../../queries/time-series-query';
import { JsonObject } from '../json';
import { optionalSpec } from '../optional-spec';
import { Spot } from '../spot';

/** How a time series panel draws its series. */
export enum TimeSeriesDisplay {
  /** A line for each series. */
  LINE = 'line',
  /** A bar for each series and time bucket. */
  BAR = 'bar',
}

/** How a time series panel colors its series. */
export enum TimeSeriesPalette {
  /** Logfire chooses a color for each series. */
  AUTO = 'auto',
  /** Each series has the next color of a fixed palette. */
  CATEGORICAL = 'categorical',
}

/** The vertical axis of a chart. The unit is that of the panel. */
export interface ChartAxis {
  /**
   * Whether the axis is shown.
   *
   * @default - Logfire shows it
   */
  readonly show?: boolean;

  /**
   * Label of the axis. It must not be blank.
   *
   * @default - no label
   */
  readonly label?: string;

  /**
   * Lowest value of the axis: a finite number, not above `max`.
   *
   * @default - the axis begins at 0
   */
  readonly min?: number;

  /**
   * Highest value of the axis: a finite number, not below `min`.
   *
   * @default - the axis ends at the highest value
   */
  readonly max?: number;
}

/** Properties of a time series panel. */
export interface TimeSeriesPanelProps extends DashboardPanelProps, NumberFormat {
  /** The query, with a timestamp column. */
  readonly query: TimeSeriesQuery;

  /**
   * Whether the series are lines or bars.
   *
   * @default - lines
   */
  readonly display?: TimeSeriesDisplay;

  /**
   * Whether the series are stacked, so that the upper edge shows their sum.
   *
   * @default false
   */
  readonly stacked?: boolean;

  /**
   * The legend.
   *
   * @default - no legend
   */
  readonly legend?: ChartLegend;

  /**
   * The vertical axis.
   *
   * @default - an axis without a label, from 0 to the highest value
   */
  readonly yAxis?: ChartAxis;

  /**
   * Width of the lines in pixels, from 0.25 to 3.
   *
   * @default - as Logfire chooses, 1.25
   */
  readonly lineWidth?: number;

  /**
   * Opacity of the area below the lines, from 0 to 1.
   *
   * @default - as Logfire chooses, 0
   */
  readonly areaOpacity?: number;

  /**
   * Whether lines continue where a bucket has no value.
   *
   * @default false
   */
  readonly connectNulls?: boolean;

  /**
   * Colors of the series.
   *
   * @default - as Logfire chooses
   */
  readonly palette?: TimeSeriesPalette;
}

/**
 * A panel with values over time, as lines or bars (`TimeSeriesChart`).
 *
 * @example
 * const panel = new TimeSeriesPanel({
 *   panelId: 'requests',
 *   title: 'Requests',
 *   query: TimeSeriesQuery.fromSql(
 *     'SELECT time_bucket($resolution, start_timestamp) AS x, count(*) AS requests FROM records GROUP BY x',
 *     { metrics: ['requests'] },
 *   ),
 *   display: TimeSeriesDisplay.BAR,
 * });
 */
export class TimeSeriesPanel extends DashboardPanel {
  private readonly props: TimeSeriesPanelProps;

  constructor(props: TimeSeriesPanelProps) {
    super(props);
    checkCall('new TimeSeriesPanel', arguments, this);
    this.props = props;
  }

  /** @internal */
  public _content(spot: Spot): PanelContent {
    const { query, legend, display, lineWidth, areaOpacity, connectNulls, stacked, palette } = this.props;
    spot.checkRange('lineWidth', lineWidth, 0.25, 3);
    spot.checkRange('areaOpacity', areaOpacity, 0, 1);
    const visual = {
      display,
      lineWidth,
      areaOpacity,
      connectNulls,
      stack: stacked ? 'all' : undefined,
      palette: palette && { mode: palette },
    };
    return {
      plugin: {
        kind: 'TimeSeriesChart',
        spec: { legend: legendContent(legend), yAxis: this.axisContent(spot), visual: optionalSpec(visual) },
      },
      queries: [timeSeriesContent(query)],
    };
  }

  private axisContent(spot: Spot): JsonObject | undefined {
    const { show, label, min, max } = this.props.yAxis ?? {};
    spot.checkText('yAxis.label', label, 'leave it out for no label');
    spot.checkFinite('yAxis.min', min, 'leave it out to begin at 0');
    spot.checkFinite('yAxis.max', max, 'leave it out to end at the highest value');
    if (min !== undefined && max !== undefined && !isUnresolved(min) && !isUnresolved(max) && min > max) {
      spot.refuse('number-range', 'yAxis.min', `be at most ${max}, the max`, min, 'swap them, or leave one out');
    }
    return optionalSpec({ show, label, min, max, format: formatContent(spot, this.props) });
  }
}
