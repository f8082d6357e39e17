import { ChartSort, ChartValues } from './chart-order';
import { formatContent, NumberFormat } from './number-format';
import { DashboardPanel, DashboardPanelProps, PanelContent } from './panel';
import { rowsContent } from './query-content';
import { checkCall } from '../../core/calls';
import type { RowsQuery } from '../../queries/rows-query';
import { Spot } from '../spot';

/** Direction of the bars of a bar panel. */
export enum BarOrientation {
  /** From left to right, one below the other. */
  HORIZONTAL = 'horizontal',
  /** From bottom to top, side by side. */
  VERTICAL = 'vertical',
}

/** Properties of a bar panel. */
export interface BarPanelProps extends DashboardPanelProps, NumberFormat {
  /** The query, with one text column for the categories and one number column. Cast a category that is a number: `status::text`. */
  readonly query: RowsQuery;

  /**
   * Direction of the bars.
   *
   * @default - as Logfire chooses, horizontal
   */
  readonly orientation?: BarOrientation;

  /**
   * Order of the bars.
   *
   * @default - as Logfire chooses, the largest value first
   */
  readonly sort?: ChartSort;

  /**
   * Whether the bars show values or shares.
   *
   * @default - as Logfire chooses, values
   */
  readonly values?: ChartValues;

  /**
   * Whether the values are written beside the bars.
   *
   * @default - as Logfire chooses
   */
  readonly showValues?: boolean;
}

/**
 * A panel with a bar for each category (`BarChart`).
 *
 * @example
 * const panel = new BarPanel({
 *   panelId: 'by-service',
 *   title: 'Requests by service',
 *   query: RowsQuery.fromSql('SELECT service_name, count(*) AS requests FROM records GROUP BY service_name'),
 *   sort: ChartSort.DESCENDING,
 * });
 */
export class BarPanel extends DashboardPanel {
  private readonly props: BarPanelProps;

  constructor(props: BarPanelProps) {
    super(props);
    checkCall('new BarPanel', arguments, this);
    this.props = props;
  }

  /** @internal */
  public _content(spot: Spot): PanelContent {
    const { query, orientation, sort, values, showValues } = this.props;
    return {
      plugin: {
        kind: 'BarChart',
        spec: { calculation: 'last-number', format: formatContent(spot, this.props), orientation, sort, mode: values, showValues },
      },
      queries: [rowsContent(query)],
    };
  }
}
