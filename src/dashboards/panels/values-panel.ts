import { formatContent, NumberFormat } from './number-format';
import { DashboardPanel, DashboardPanelProps, PanelContent, PanelSize } from './panel';
import { rowsContent } from './query-content';
import { checkCall } from '../../core/calls';
import type { RowsQuery } from '../../queries/rows-query';
import { JsonObject } from '../json';
import { Spot } from '../spot';

/** The values at which a values panel turns yellow and red. */
export interface ValueThresholds {
  /** From this value on, the panel is yellow. It must be a finite number. */
  readonly warning: number;

  /**
   * From this value on, the panel is red. It must be a finite number other than `warning`.
   *
   * If it is below `warning`, lower values are worse.
   */
  readonly critical: number;
}

/** Properties of a values panel. */
export interface ValuesPanelProps extends DashboardPanelProps, NumberFormat {
  /** The query, with one row: each of its number columns is a value. Without a row the panel is empty, so aggregate without `GROUP BY`. */
  readonly query: RowsQuery;

  /**
   * The values at which the panel turns yellow and red.
   *
   * @default - no thresholds
   */
  readonly thresholds?: ValueThresholds;
}

/**
 * A panel with one or more large numbers (`Values`).
 *
 * @example
 * const panel = new ValuesPanel({
 *   panelId: 'error-rate',
 *   title: 'Error rate',
 *   query: RowsQuery.fromSql('SELECT avg(CASE WHEN is_exception THEN 1.0 ELSE 0.0 END) AS errors FROM records'),
 *   unit: DashboardUnit.PERCENT_DECIMAL,
 *   thresholds: { warning: 0.01, critical: 0.05 },
 * });
 */
export class ValuesPanel extends DashboardPanel {
  private readonly props: ValuesPanelProps;

  constructor(props: ValuesPanelProps) {
    super(props);
    checkCall('new ValuesPanel', arguments, this);
    this.props = props;
  }

  /** @internal */
  public get _defaultSize(): PanelSize {
    return { width: 6, height: 4 };
  }

  /** @internal */
  public _content(spot: Spot): PanelContent {
    return {
      plugin: { kind: 'Values', spec: { format: formatContent(spot, this.props), statusThresholds: thresholdsContent(spot, this.props.thresholds) } },
      queries: [rowsContent(this.props.query)],
    };
  }
}

function thresholdsContent(spot: Spot, thresholds: ValueThresholds | undefined): JsonObject | undefined {
  if (thresholds === undefined) {
    return undefined;
  }
  const { warning, critical } = thresholds;
  spot.checkFinite('thresholds.warning', warning, 'pass a value in the unit of the panel');
  spot.checkFinite('thresholds.critical', critical, 'pass a value in the unit of the panel');
  if (warning === critical) {
    spot.refuse('panel-thresholds', 'thresholds.critical', `be another number than the warning, ${warning}`, critical, 'their order says whether higher or lower values are worse');
  }
  return { warning, critical };
}
