import { median } from "./median.ts";

/** Replaces each value by the median of itself and its two neighbours, so that an outlier is no minimum. */
export function smoothed(values: readonly number[]): number[] {
  return values.map((_, i) => median(values.slice(Math.max(0, i - 1), i + 2)));
}
