import { escaped, shortened } from './svg-text';

/** A picture's own units: pixels at full size. */
const MARGIN = 16;
const COLUMN = 38;
const ROW = 22;
const GAP = 4;
const HEADING = 34;
const COLUMNS = 24;
/** Widths of a character, so that texts end in their panel. */
const TITLE_CHARACTER = 7.4;
const KIND_CHARACTER = 6.2;

/** Colors by scheme. A picture stands on light and on dark pages. */
const STYLE = [
  'text{font-family:system-ui,sans-serif;fill:#24292f}',
  '.section{font-size:15px;font-weight:600}',
  '.title{font-size:13px;font-weight:600}',
  '.kind{font-size:11px;fill:#57606a}',
  '.panel{fill:#f6f8fa;stroke:#d0d7de}',
  '.rule{stroke:#d0d7de}',
  '@media(prefers-color-scheme:dark){text{fill:#e6edf3}.kind{fill:#9198a1}.panel{fill:#161b22;stroke:#3d444d}.rule{stroke:#3d444d}}',
].join('');

/** What panels are called in the guides. */
const KINDS: { readonly [plugin: string]: string } = {
  TimeSeriesChart: 'time series', BarChart: 'bars', PieChart: 'pie', Table: 'table', Values: 'values', Markdown: 'Markdown',
};

type Value = unknown;

interface Item {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly kind: string;
}

/**
 * Draws the grids of a dashboard as SVG: the sections, and each panel with its title, kind and size. The same document gives the same text.
 *
 * @param document the document in normal form; what has no known size is left out
 */
export function dashboardPicture(document: Value): string {
  const spec = member(document, 'spec');
  const name = text(member(spec, 'display', 'name'));
  const parts: string[] = [];
  let top = MARGIN;
  for (const layout of list(member(spec, 'layouts'))) {
    const items = list(member(layout, 'spec', 'items')).flatMap((item) => itemOf(item, member(spec, 'panels')));
    parts.push(heading(layout, top), ...items.map((item) => panel(item, top + HEADING)));
    top += HEADING + Math.max(0, ...items.map(({ y, height }) => y + height)) * ROW + MARGIN;
  }
  const width = 2 * MARGIN + COLUMNS * COLUMN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${top}" width="${width}" height="${top}" role="img">`,
    `<title>${escaped(`Dashboard ${name}`)}</title>`,
    `<style>${STYLE}</style>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}

function heading(layout: Value, top: number): string {
  const title = text(member(layout, 'spec', 'display', 'title'));
  const closed = member(layout, 'spec', 'display', 'collapse', 'open') === false;
  const label = shortened(`${closed ? '▸' : '▾'} ${title}${closed ? ' (collapsed)' : ''}`, COLUMNS * COLUMN / TITLE_CHARACTER);
  return `<text class="section" x="${MARGIN}" y="${top + 16}">${escaped(label)}</text>`
    + `<path class="rule" d="M${MARGIN} ${top + 26}h${COLUMNS * COLUMN}"/>`;
}

function panel({ x, y, width, height, title, kind }: Item, top: number): string {
  const [left, upper] = [MARGIN + x * COLUMN, top + y * ROW];
  const [wide, high] = [width * COLUMN - GAP, height * ROW - GAP];
  const line = (style: string, down: number, words: string, character: number) => (
    `<text class="${style}" x="${left + 10}" y="${upper + down}">${escaped(shortened(words, (wide - 20) / character))}</text>`);
  return `<rect class="panel" x="${left}" y="${upper}" width="${wide}" height="${high}" rx="6"/>`
    + line('title', 20, title, TITLE_CHARACTER)
    + (high < 40 ? '' : line('kind', 36, `${kind}, ${width} × ${height}`, KIND_CHARACTER));
}

function itemOf(item: Value, panels: Value): Item[] {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => member(item, name));
  const key = text(member(item, 'content', '$ref')).replace('#/spec/panels/', '');
  const spec = member(panels, key, 'spec');
  const plugin = text(member(spec, 'plugin', 'kind'));
  return isSize(x) && isSize(y) && isSize(width) && isSize(height)
    ? [{ x, y, width, height, title: text(member(spec, 'display', 'name')), kind: Object.hasOwn(KINDS, plugin) ? KINDS[plugin] : plugin }]
    : [];
}

const isSize = (value: Value): value is number => typeof value === 'number' && value >= 0 && value < 10_000;
const text = (value: Value) => (typeof value === 'string' ? value : '');
const list = (value: Value): readonly Value[] => (Array.isArray(value) ? value : []);

function member(value: Value, ...names: string[]): Value {
  return names.reduce((object, name) => (
    typeof object === 'object' && object !== null && Object.hasOwn(object, name) ? (object as { readonly [name: string]: Value })[name] : undefined), value);
}
