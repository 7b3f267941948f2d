/** How often values fall between the edges. */
export interface Histogram {
  /** One more than there are counts, ascending. */
  readonly edges: number[];
  readonly counts: number[];
}

/**
 * Counts values in buckets of equal width from the smallest to the largest, as TensorBoard does.
 *
 * Values that are not finite have no place on the axis and are left out. Where all are equal there is one bucket of width 0.
 *
 * @returns undefined where no value is finite
 */
export function histogram(values: ArrayLike<number>, buckets: number): Histogram | undefined {
  let [min, max, count] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN;
    if (Number.isFinite(value)) {
      min = Math.min(min, value);
      max = Math.max(max, value);
      count++;
    }
  }
  if (count === 0) {
    return undefined;
  }
  const width = (max - min) / buckets;
  if (width === 0) {
    return { edges: [min, max], counts: [count] };
  }
  const counts = new Array<number>(buckets).fill(0);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN;
    if (Number.isFinite(value)) {
      const bucket = Math.min(Math.floor((value - min) / width), buckets - 1);
      counts[bucket] = (counts[bucket] ?? 0) + 1;
    }
  }
  const edges = Array.from({ length: buckets }, (_, i) => min + i * width);
  return { edges: [...edges, max], counts };
}
