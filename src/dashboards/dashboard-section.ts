import { JsonObject } from './json';
import { COLUMNS, flow, isPlaced, overlap, Place } from './layout';
import type { DashboardPanel } from './panels/panel';
import { Spot } from './spot';
import { checkCall } from '../core/calls';
import { shown } from '../core/redaction';
import { isUnresolved } from '../core/unresolved';

/** Properties of a section of a dashboard. */
export interface DashboardSectionProps {
  /** Title of the section. It must not be blank. */
  readonly title: string;

  /** Panels of the section, in the order in which they flow. A section can be empty. */
  readonly panels: DashboardPanel[];

  /**
   * Whether the section is collapsed when the dashboard opens. The only section of a dashboard is always open.
   *
   * @default false
   */
  readonly collapsed?: boolean;
}

/**
 * A section of a dashboard: a grid of 24 columns with a title, which readers can collapse.
 *
 * Panels flow from left to right, and continue in the next row when there is no room. A panel with `x` and `y` stays there, and the
 * others flow around it.
 *
 * @example
 * declare const query: RowsQuery;
 * const section = new DashboardSection({
 *   title: 'Errors',
 *   panels: [new TablePanel({ panelId: 'exceptions', title: 'Latest exceptions', query })],
 * });
 */
export class DashboardSection {
  /** Title of the section. */
  public readonly title: string;

  private readonly panels: DashboardPanel[];
  private readonly collapsed: boolean;
  private prefix = '';

  constructor(props: DashboardSectionProps) {
    checkCall('new DashboardSection', arguments, this);
    this.title = props.title;
    this.panels = [...props.panels];
    this.collapsed = props.collapsed ?? false;
  }

  /** The same section with other ids of its panels, for a dashboard of several sections whose panels may have the same ids. @internal */
  public _withPrefix(prefix: string): DashboardSection {
    const section = new DashboardSection({ title: this.title, panels: this.panels, collapsed: this.collapsed });
    section.prefix = prefix;
    return section;
  }

  /** The titles of the section and its panels, each with its spot. @internal */
  public _titles(): readonly { readonly title: string; readonly spot: Spot }[] {
    return [{ title: this.title, spot: this.spot }, ...this.panels.map((panel) => ({ title: panel.title, spot: this.spotOf(panel) }))];
  }

  /** Its panels by their ids, and its grid. @internal */
  public _render(): { readonly panels: readonly (readonly [id: string, panel: JsonObject])[]; readonly grid: JsonObject } {
    this.spot.checkText('title', this.title, 'pass a title such as Traffic');
    const panels = this.panels.map((panel) => [this.idOf(panel), panel._render(this.spotOf(panel))] as const);
    this.checkTitles();
    const items = this.places().map(({ x, y, width, height }, index) => (
      { x, y, width, height, content: { $ref: `#/spec/panels/${this.idOf(this.panels[index])}` } }));
    const display = { title: this.title, collapse: { open: !this.collapsed } };
    return { panels, grid: { kind: 'Grid', spec: { display, items } } };
  }

  private idOf({ panelId }: DashboardPanel): string {
    return this.prefix + panelId;
  }

  private get spot(): Spot {
    return new Spot(named('section', this.title));
  }

  private spotOf({ panelId }: DashboardPanel): Spot {
    return new Spot(`${named('section', this.title)}, ${named('panel', panelId)}`);
  }

  private checkTitles(): void {
    const firsts = new Map<string, DashboardPanel>();
    for (const panel of this.panels) {
      const first = firsts.get(panel.title);
      if (first !== undefined) {
        this.spotOf(panel).refuse('unique-panel', 'title', 'be unique in its section', panel.title, `rename it, or panel ${JSON.stringify(first.panelId)}`);
      }
      firsts.set(panel.title, panel);
    }
  }

  private places(): Place[] {
    const items = this.panels.map((panel) => panel._place(this.spotOf(panel)));
    items.forEach((item, index) => {
      const other = isPlaced(item) ? items.findIndex((earlier) => isPlaced(earlier) && overlap(item, earlier)) : index;
      if (other !== index) {
        this.spotOf(this.panels[index]).refuse('panel-position', 'x and y', `be a free place in the ${COLUMNS} columns`, [item.x, item.y],
          `it overlaps panel ${JSON.stringify(this.panels[other].panelId)}: move one of them, or leave out x and y`);
      }
    });
    return flow(items);
  }
}

function named(noun: string, text: string): string {
  return isUnresolved(text) ? `a ${noun}` : `${noun} ${shown(text)}`;
}
