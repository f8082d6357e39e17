import { panelKeyOf } from './document';

/** A dashboard as far as it can be drawn: the sections, and the panels in them with their queries. */
export interface DrawnDashboard {
  readonly name: string;
  readonly sections: readonly DrawnSection[];
}

export interface DrawnSection {
  readonly title: string;
  readonly isClosed: boolean;
  readonly panels: readonly DrawnPanel[];
}

export interface DrawnPanel {
  /** Its key in the document. */
  readonly key: string;
  readonly title: string;
  /** What the guides call the kind of panel. */
  readonly kind: string;
  readonly description: string;
  /** In columns and rows of the grid. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly queries: readonly string[];
  /** What a Markdown panel says. */
  readonly text: string;
}

/** What panels are called in the guides. */
const KINDS: { readonly [plugin: string]: string } = {
  TimeSeriesChart: 'time series', BarChart: 'bars', PieChart: 'pie', Table: 'table', Values: 'values', Markdown: 'Markdown',
};

type Value = unknown;

/**
 * Reads a document that may come from anywhere, also from an override: what has no known size is left out.
 *
 * @param document the document in normal form
 */
export function drawnDashboard(document: Value): DrawnDashboard {
  const spec = member(document, 'spec');
  const panels = member(spec, 'panels');
  return {
    name: text(member(spec, 'display', 'name')),
    sections: list(member(spec, 'layouts')).map((layout) => ({
      title: text(member(layout, 'spec', 'display', 'title')),
      isClosed: member(layout, 'spec', 'display', 'collapse', 'open') === false,
      panels: list(member(layout, 'spec', 'items')).flatMap((item) => panelOf(item, panels)),
    })),
  };
}

function panelOf(item: Value, panels: Value): DrawnPanel[] {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => member(item, name));
  const key = panelKeyOf(text(member(item, 'content', '$ref'))) ?? '';
  const spec = member(panels, key, 'spec');
  const plugin = text(member(spec, 'plugin', 'kind'));
  const queries = list(member(spec, 'queries')).map((query) => text(member(query, 'spec', 'plugin', 'spec', 'query')));
  return isSize(x) && isSize(y) && isSize(width) && isSize(height) ? [{
    key,
    x,
    y,
    width,
    height,
    title: text(member(spec, 'display', 'name')),
    kind: Object.hasOwn(KINDS, plugin) ? KINDS[plugin] : plugin,
    description: text(member(spec, 'display', 'description')),
    queries: queries.filter((query) => query !== ''),
    text: text(member(spec, 'plugin', 'spec', 'text')),
  }] : [];
}

const isSize = (value: Value): value is number => typeof value === 'number' && value >= 0 && value < 10_000;
const text = (value: Value) => (typeof value === 'string' ? value : '');
const list = (value: Value): readonly Value[] => (Array.isArray(value) ? value : []);

function member(value: Value, ...names: string[]): Value {
  return names.reduce((object, name) => (
    typeof object === 'object' && object !== null && Object.hasOwn(object, name) ? (object as { readonly [name: string]: Value })[name] : undefined), value);
}
