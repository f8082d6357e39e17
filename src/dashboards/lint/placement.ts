import { LintFinding, Linted } from './rule';
import { isUnresolved } from '../../core/unresolved';
import { Grid, GridItem, labelOf } from '../document';

/** Cells across a grid of Logfire. */
const COLUMNS = 24;

/** D2: a panel that no grid shows. A reference to a panel that is not there (D1) is refused with the shape. */
export function unplacedPanels({ parts: { panels, grids } }: Linted): LintFinding[] {
  const placed = new Set(grids.flatMap((grid) => grid.items.map((item) => item.panel)));
  const unknown = grids.some((grid) => grid.items.some((item) => item.panel === undefined || isUnresolved(item.panel)));
  return panels.filter((panel) => !unknown && !placed.has(panel.key)).map((panel) => ({
    rule: 'D2',
    message: `${labelOf(panel)} is in no grid, so it is not shown; add an item with "#/spec/panels/${panel.key}" to a layout, or remove the panel`,
  }));
}

/** D3: items outside the columns of their grid, or over each other. */
export function misplacedItems({ parts: { grids } }: Linted): LintFinding[] {
  return grids.flatMap((grid) => {
    const items = grid.items.filter(({ x, y, width, height }) => !isUnresolved(x) && !isUnresolved(y) && !isUnresolved(width) && !isUnresolved(height));
    return [...items.filter((item) => !isInside(item)).map((item) => outside(grid, item)), ...overlaps(grid, items)];
  });
}

function isInside({ x, y, width, height }: GridItem): boolean {
  const whole = Number.isInteger(x) && Number.isInteger(y) && Number.isInteger(width) && Number.isInteger(height);
  return whole && x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= COLUMNS;
}

function outside(grid: Grid, item: GridItem): LintFinding {
  const { x, y, width, height } = item;
  return {
    rule: 'D3',
    message: `${nameOf(item)} in ${grid.label} has x ${x}, y ${y}, width ${width} and height ${height}; `
      + `use whole numbers, with x + width at most ${COLUMNS} and a size above 0`,
  };
}

function overlaps(grid: Grid, items: readonly GridItem[]): LintFinding[] {
  const findings: LintFinding[] = [];
  items.forEach((item, index) => {
    for (let earlier = 0; earlier < index; earlier += 1) {
      const other = items[earlier];
      if (overlap(item, other)) {
        findings.push({ rule: 'D3', message: `${nameOf(item)} and ${nameOf(other)} overlap in ${grid.label}; move or shrink one of them` });
      }
    }
  });
  return findings;
}

function overlap(a: GridItem, b: GridItem): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function nameOf({ panel }: GridItem): string {
  return `panel ${JSON.stringify(panel ?? 'unknown')}`;
}
