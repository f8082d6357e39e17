/** Cells across a grid of Logfire. */
export const COLUMNS = 24;

/** A rectangle of grid cells. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A rectangle that is placed by hand if it has `x` and `y`. */
export interface Placeable {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
}

export function overlap(a: Place, b: Place): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

export const isPlaced = (item: Placeable): item is Place => item.x !== undefined && item.y !== undefined;

/**
 * The places of the items: those that are placed by hand stay, and the others flow from left to right around them, in rows.
 *
 * A row begins below the highest item of the row before it.
 *
 * @param items at most as wide as the grid
 */
export function flow(items: readonly Placeable[]): Place[] {
  const fixed = items.filter(isPlaced);
  let [x, y, below] = [0, 0, 0];
  return items.map((item) => {
    if (isPlaced(item)) {
      return item;
    }
    for (;;) {
      const place = { x, y, width: item.width, height: item.height };
      const obstacle = fixed.find((other) => overlap(place, other));
      if (x + item.width <= COLUMNS && obstacle === undefined) {
        x += item.width;
        below = Math.max(below, y + item.height);
        return place;
      }
      if (x + item.width <= COLUMNS && obstacle !== undefined) {
        x = obstacle.x + obstacle.width;
      } else {
        y = below > y ? below : Math.min(...fixed.map((other) => other.y + other.height).filter((bottom) => bottom > y));
        x = 0;
      }
    }
  });
}
