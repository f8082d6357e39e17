import { ChartSort, ChartValues } from './chart-order';
import { ChartLegend, legendContent } from './legend';
import { formatContent, NumberFormat } from './number-format';
import { DashboardPanel, DashboardPanelProps, PanelContent } from './panel';
import { rowsContent } from './query-content';
import { checkCall } from '../../core/calls';
import type { RowsQuery } from '../../queries/rows-query';
import { Spot } from '../spot';

/** Properties of a pie panel. */
export interface PiePanelProps extends DashboardPanelProps, NumberFormat {
  /** The query, with one text column for the slices and one number column. Cast a slice that is a number: `status::text`. */
  readonly query: RowsQuery;

  /**
   * The legend.
   *
   * @default - no legend
   */
  readonly legend?: ChartLegend;

  /**
   * Whether the slices have labels.
   *
   * @default - as Logfire chooses, no labels
   */
  readonly showLabels?: boolean;

  /**
   * Order of the slices.
   *
   * @default - as Logfire chooses
   */
  readonly sort?: ChartSort;

  /**
   * Whether the slices show values or shares.
   *
   * @default - as Logfire chooses
   */
  readonly values?: ChartValues;
}

/**
 * A panel with a slice for each category (`PieChart`).
 *
 * @example
 * const panel = new PiePanel({
 *   panelId: 'statuses',
 *   title: 'Statuses',
 *   query: RowsQuery.fromSql('SELECT http_response_status_code::text AS status, count(*) AS requests FROM records GROUP BY status'),
 * });
 */
export class PiePanel extends DashboardPanel {
  private readonly props: PiePanelProps;

  constructor(props: PiePanelProps) {
    super(props);
    checkCall('new PiePanel', arguments, this);
    this.props = props;
  }

  /** @internal */
  public _content(spot: Spot): PanelContent {
    const { query, legend, showLabels, sort, values } = this.props;
    return {
      plugin: {
        kind: 'PieChart',
        spec: { legend: legendContent(legend), showLabels, format: formatContent(spot, this.props), sort, mode: values },
      },
      queries: [rowsContent(query)],
    };
  }
}
