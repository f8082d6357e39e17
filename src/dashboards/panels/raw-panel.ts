import { DashboardPanel, DashboardPanelProps, PanelContent } from './panel';
import { checkCall } from '../../core/calls';
import { Spot } from '../spot';

/** Properties of a raw panel. */
export interface RawPanelProps extends DashboardPanelProps {
  /** Kind of the plugin that draws the panel, such as `GaugeChart`. It must not be blank; an unknown one causes a warning (D4). */
  readonly pluginKind: string;

  /**
   * Settings of the plugin, as in the document.
   *
   * @default - no settings
   */
  readonly pluginSpec?: { [key: string]: any };

  /**
   * Queries of the panel, as in the document: each with `kind` and `spec`.
   *
   * @default - no queries
   */
  readonly queries?: { [key: string]: any }[];
}

/**
 * A panel as in the document, for plugins and settings that the other panels do not have.
 *
 * Logfire accepts any plugin, and shows an empty panel if it does not know it. In Python, `None` in the maps is lost, see
 * `DashboardDefinition.fromObject`.
 *
 * @example
 * const panel = new RawPanel({
 *   panelId: 'load',
 *   title: 'Load',
 *   pluginKind: 'GaugeChart',
 *   pluginSpec: { calculation: 'last-number', max: 100 },
 * });
 */
export class RawPanel extends DashboardPanel {
  private readonly props: RawPanelProps;

  constructor(props: RawPanelProps) {
    super(props);
    checkCall('new RawPanel', arguments, this);
    this.props = props;
  }

  /** @internal */
  public _content(spot: Spot): PanelContent {
    const { pluginKind, pluginSpec = {}, queries = [] } = this.props;
    spot.checkText('pluginKind', pluginKind, 'pass the kind of a plugin, such as GaugeChart');
    return { plugin: { kind: pluginKind, spec: pluginSpec }, queries };
  }
}
