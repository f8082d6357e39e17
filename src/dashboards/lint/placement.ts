import { Linted, Report } from './rule';
import { isUnresolved } from '../../core/unresolved';
import { Grid, GridItem, labelOf } from '../document';

/** Cells across a grid of Logfire. */
const COLUMNS = 24;

/** D2: a panel that no grid shows. The check of the shape fails for a reference to a missing panel (D1). */
export function unplacedPanels({ parts: { panels, grids } }: Linted, report: Report): void {
  const placed = new Set<string>();
  for (const grid of grids) {
    for (const { panel } of grid.items) {
      if (panel === undefined || isUnresolved(panel)) {
        return;
      }
      placed.add(panel);
    }
  }
  for (const panel of panels) {
    if (!placed.has(panel.key)) {
      report('D2', `${labelOf(panel)} is not in any grid, so Logfire does not show it; add an item with "#/spec/panels/${panel.key}" to a layout, or remove the panel`);
    }
  }
}

/** D3: items outside the columns of their grid, and overlapping items. */
export function misplacedItems({ parts: { grids } }: Linted, report: Report): void {
  for (const grid of grids) {
    const items = grid.items.filter(isKnown);
    for (const item of items) {
      checkInside(grid, item, report);
    }
    checkOverlaps(grid, items, report);
  }
}

function isKnown({ x, y, width, height }: GridItem): boolean {
  return !isUnresolved(x) && !isUnresolved(y) && !isUnresolved(width) && !isUnresolved(height);
}

function checkInside(grid: Grid, item: GridItem, report: Report): void {
  const { x, y, width, height } = item;
  const whole = Number.isInteger(x) && Number.isInteger(y) && Number.isInteger(width) && Number.isInteger(height);
  if (!(whole && x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= COLUMNS)) {
    report('D3', `${nameOf(item)} in ${grid.label} has x ${x}, y ${y}, width ${width} and height ${height}; `
      + `use whole numbers, with x + width at most ${COLUMNS} and a size above 0`);
  }
}

function checkOverlaps(grid: Grid, items: readonly GridItem[], report: Report): void {
  items.forEach((item, index) => {
    for (let earlier = 0; earlier < index; earlier += 1) {
      const other = items[earlier];
      if (overlap(item, other)) {
        report('D3', `${nameOf(item)} and ${nameOf(other)} overlap in ${grid.label}; move or shrink one of them`);
      }
    }
  });
}

function overlap(a: GridItem, b: GridItem): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function nameOf({ panel }: GridItem): string {
  return `panel ${JSON.stringify(panel ?? 'unknown')}`;
}
