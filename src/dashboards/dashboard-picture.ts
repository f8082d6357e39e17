import { DrawnDashboard, DrawnPanel, DrawnSection } from './drawn-dashboard';
import { Markup, markup } from '../core/markup';

/** A picture's own units: pixels at full size. */
const MARGIN = 16;
const COLUMN = 38;
const ROW = 22;
const GAP = 4;
const HEADING = 34;
const COLUMNS = 24;
const WIDTH = 2 * MARGIN + COLUMNS * COLUMN;
/** Widths of a character, so that texts end in their panel. */
const TITLE_CHARACTER = 7.4;
const KIND_CHARACTER = 6.2;

/** Colors by scheme. A picture stands on light and on dark pages. */
const STYLE = new Markup(`<style>${[
  'text{font-family:system-ui,sans-serif;fill:#24292f}',
  '.section{font-size:15px;font-weight:600}',
  '.title{font-size:13px;font-weight:600}',
  '.kind{font-size:11px;fill:#57606a}',
  '.panel{fill:#f6f8fa;stroke:#d0d7de}',
  '.rule{stroke:#d0d7de}',
  '@media(prefers-color-scheme:dark){text{fill:#e6edf3}.kind{fill:#9198a1}.panel{fill:#161b22;stroke:#3d444d}.rule{stroke:#3d444d}}',
].join('')}</style>\n`);

/** A dashboard as an SVG file of its own: the sections, and each panel with its title, kind and size. */
export function dashboardPicture(dashboard: DrawnDashboard): string {
  const { height, parts } = gridsOf(dashboard, () => undefined);
  return markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img">
<title>${oneLine(`Dashboard ${dashboard.name}`)}</title>
${STYLE}${parts}</svg>
`.text;
}

/**
 * The same for a page that has the texts as well, and styles for them: each panel leads to its query there.
 *
 * @param anchorOf the anchor of a panel on the page
 */
export function dashboardFigure(dashboard: DrawnDashboard, anchorOf: (panel: DrawnPanel) => string | undefined): Markup {
  const { height, parts } = gridsOf(dashboard, anchorOf);
  return markup`<svg class="drawn" viewBox="0 0 ${WIDTH} ${height}" aria-hidden="true" focusable="false">
${parts}</svg>`;
}

interface Grids {
  readonly height: number;
  readonly parts: readonly Markup[];
}

function gridsOf({ sections }: DrawnDashboard, anchorOf: (panel: DrawnPanel) => string | undefined): Grids {
  const parts: Markup[] = [];
  let top = MARGIN;
  for (const section of sections) {
    parts.push(heading(section, top), ...section.panels.map((panel) => linked(panelOf(panel, top + HEADING), anchorOf(panel))));
    top += HEADING + section.panels.reduce((lowest, { y, height }) => Math.max(lowest, y + height), 0) * ROW + MARGIN;
  }
  return { height: top, parts: parts.map((part) => markup`${part}\n`) };
}

function linked(panel: Markup, anchor: string | undefined): Markup {
  return anchor === undefined ? panel : markup`<a href="#${anchor}" tabindex="-1">${panel}</a>`;
}

function heading({ title, isClosed }: DrawnSection, top: number): Markup {
  const label = shortened(oneLine(`${isClosed ? '▸' : '▾'} ${title}${isClosed ? ' (collapsed)' : ''}`), COLUMNS * COLUMN / TITLE_CHARACTER);
  return markup`<text class="section" x="${MARGIN}" y="${top + 16}">${label}</text><path class="rule" d="M${MARGIN} ${top + 26}h${COLUMNS * COLUMN}"/>`;
}

function panelOf({ x, y, width, height, title, kind }: DrawnPanel, top: number): Markup {
  const [left, upper] = [MARGIN + x * COLUMN, top + y * ROW];
  const [wide, high] = [width * COLUMN - GAP, height * ROW - GAP];
  const line = (style: string, down: number, words: string, character: number) => (
    markup`<text class="${style}" x="${left + 10}" y="${upper + down}">${shortened(oneLine(words), (wide - 20) / character)}</text>`);
  return markup`<rect class="panel" x="${left}" y="${upper}" width="${Math.max(0, wide)}" height="${Math.max(0, high)}" rx="6"/>${
    line('title', 20, title, TITLE_CHARACTER)}${
    high < 40 ? undefined : line('kind', 36, `${kind}, ${width} × ${height}`, KIND_CHARACTER)}`;
}

/** A text in one line. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cs}\ufffe\uffff]+/gu, ' ');
}

/** The beginning of a text, so that it fits. */
function shortened(text: string, characters: number): string {
  const all = [...text];
  return all.length <= characters ? text : `${all.slice(0, Math.max(0, Math.floor(characters) - 1)).join('')}…`;
}
