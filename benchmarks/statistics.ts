/** The median of some ratios, with the smallest and the largest. */
export interface Ratio {
  readonly median: number;
  readonly smallest: number;
  readonly largest: number;
}

/** The middle one, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The ratio of runs that were made side by side. */
export function ratioOfPairs<K extends string>(pairs: readonly (readonly [Record<K, number>, Record<K, number>])[], figure: K): Ratio {
  const ratios = pairs.map(([a, b]) => a[figure] / b[figure]);
  return { median: median(ratios), smallest: Math.min(...ratios), largest: Math.max(...ratios) };
}

/** The exponent with which the times grow, by least squares over the logarithms. */
export function growthExponent(counts: readonly number[], times: readonly number[]): number {
  const xs = counts.map(Math.log);
  const ys = times.map(Math.log);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(xs), mean(ys)];
  const covariance = xs.reduce((sum, x, index) => sum + (x - mx) * (ys[index] - my), 0);
  return covariance / xs.reduce((sum, x) => sum + (x - mx) ** 2, 0);
}
