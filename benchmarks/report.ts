import { Ratio } from './statistics';

/** Prints one row. */
export function print(name: string, text: string): void {
  console.log(`${name.padEnd(34)} ${text}`);
}

/** For example `1.09 (1.02–1.15) ×`: the median, the smallest and the largest. */
export function times({ median, smallest, largest }: Ratio): string {
  return `${median.toFixed(2)} (${smallest.toFixed(2)}–${largest.toFixed(2)}) ×`;
}

/** The target of a figure, and whether it is met. */
export function target(figure: number, atMost: number, unit: string): string {
  return `(target ≤ ${[atMost, unit].join(' ').trim()}: ${figure <= atMost ? 'met' : 'missed'})`;
}
