import { checkCall } from '../../core/calls';
import { failWithoutPath } from '../../core/errors';
import { isUnresolved } from '../../core/unresolved';
import { JsonObject } from '../json';
import { COLUMNS, Placeable } from '../layout';
import { Spot } from '../spot';

/** Properties that all panels have. */
export interface DashboardPanelProps {
  /**
   * Key of the panel in the document: letters, digits, `-` and `_`, unique in the dashboard. It must be known at synth.
   *
   * It does not depend on the place of the panel, so you can move panels without renaming them.
   */
  readonly panelId: string;

  /**
   * Title of the panel. It must not be blank, must be unique in its section, and cannot contain variables of the dashboard, because
   * Logfire does not replace them in titles.
   */
  readonly title: string;

  /**
   * Description of the panel, which Logfire shows as an info text.
   *
   * @default - no description
   */
  readonly description?: string;

  /**
   * Width in columns of the grid, from 1 to 24. It must be known at synth.
   *
   * @default - 12 for charts and raw panels, 6 for values, 24 for tables and Markdown
   */
  readonly width?: number;

  /**
   * Height in rows of the grid, at least 1. It must be known at synth.
   *
   * @default - 8 for charts, tables and raw panels, 4 for values and Markdown
   */
  readonly height?: number;

  /**
   * Column of the left edge in its section, from 0 to 23. Requires `y`, and must be known at synth.
   *
   * @default - the panel flows: it follows the panel before it, in the next row if there is no room
   */
  readonly x?: number;

  /**
   * Row of the upper edge in its section, from 0. Requires `x`, and must be known at synth.
   *
   * @default - the panel flows: it follows the panel before it, in the next row if there is no room
   */
  readonly y?: number;
}

/** What a kind of panel adds to the document: the plugin that draws it, and the queries. */
export interface PanelContent {
  readonly plugin: { readonly kind: string; readonly spec: JsonObject };
  readonly queries: readonly JsonObject[];
}

/** Width and height in cells of the grid. */
export interface PanelSize {
  readonly width: number;
  readonly height: number;
}

export const CHART_SIZE: PanelSize = { width: 12, height: 8 };

/** Base class of the panels of a dashboard. Create one of its subclasses, such as `TimeSeriesPanel` or `RawPanel`. */
export abstract class DashboardPanel {
  /** Key of the panel in the document. */
  public readonly panelId: string;

  /** Title of the panel. */
  public readonly title: string;

  /** @internal */
  public readonly _props: DashboardPanelProps;

  constructor(props: DashboardPanelProps) {
    checkCall('new DashboardPanel', arguments, this);
    this.panelId = props.panelId;
    this.title = props.title;
    this._props = props;
  }

  /** Its size unless the props have another one. @internal */
  public get _defaultSize(): PanelSize {
    return CHART_SIZE;
  }

  /** The panel as the document has it. @internal */
  public _render(spot: Spot): JsonObject {
    const { panelId, title, description } = this._props;
    if (isUnresolved(panelId) || !/^[A-Za-z0-9_-]+$/.test(panelId)) {
      spot.refuse('panel-id', 'panelId', 'be letters, digits, - and _', panelId, 'use a literal id such as error-rate');
    }
    spot.checkText('title', title, 'pass a title such as Error rate');
    const { plugin, queries } = this._content(spot);
    return { kind: 'Panel', spec: { display: { name: title, description }, plugin, queries } };
  }

  /** Its size, and its place if it has one. @internal */
  public _place(spot: Spot): Placeable {
    const { x, y, width = this._defaultSize.width, height = this._defaultSize.height } = this._props;
    spot.checkCells('width', width, 1, COLUMNS);
    spot.checkCells('height', height, 1, Number.MAX_SAFE_INTEGER);
    if (x === undefined && y === undefined) {
      return { width, height };
    }
    const [given, missing] = x === undefined ? ['y', 'x'] : ['x', 'y'];
    if (x === undefined || y === undefined) {
      spot.refuse('panel-position', missing, `be given together with ${given}`, undefined, 'pass both, or leave both out');
    }
    spot.checkCells('x', x, 0, COLUMNS - width);
    spot.checkCells('y', y, 0, Number.MAX_SAFE_INTEGER);
    return { x, y, width, height };
  }

  /**
   * Checks the props of the kind of panel, and renders them.
   *
   * @internal
   */
  public _content(_spot: Spot): PanelContent {
    failWithoutPath('value-type', `panels must contain panels of this library, got an object of another class for ${JSON.stringify(this.panelId)}; create a RawPanel instead`);
  }
}
