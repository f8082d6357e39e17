import { DashboardPanel, DashboardPanelProps, PanelContent, PanelSize } from './panel';
import { rowsContent } from './query-content';
import { checkCall } from '../../core/calls';
import type { RowsQuery } from '../../queries/rows-query';

/** Properties of a table panel. */
export interface TablePanelProps extends DashboardPanelProps {
  /**
   * The query, with any columns. Their aliases are the headers, for which an alias can stand in double quotes: `AS "Error %"`. A column
   * `trace_id` becomes a link.
   */
  readonly query: RowsQuery;
}

/**
 * A panel with a table (`Table`).
 *
 * @example
 * const panel = new TablePanel({
 *   panelId: 'exceptions',
 *   title: 'Latest exceptions',
 *   query: RowsQuery.fromSql('SELECT start_timestamp, exception_message, trace_id FROM records WHERE is_exception ORDER BY start_timestamp DESC LIMIT 20'),
 * });
 */
export class TablePanel extends DashboardPanel {
  private readonly props: TablePanelProps;

  constructor(props: TablePanelProps) {
    super(props);
    checkCall('new TablePanel', arguments, this);
    this.props = props;
  }

  /** @internal */
  public get _defaultSize(): PanelSize {
    return { width: 24, height: 8 };
  }

  /** @internal */
  public _content(): PanelContent {
    return { plugin: { kind: 'Table', spec: {} }, queries: [rowsContent(this.props.query)] };
  }
}
