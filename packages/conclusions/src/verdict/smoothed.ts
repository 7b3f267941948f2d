import { median } from "./median.ts";

/** Each value with its two neighbours' median in its place: an outlier is no minimum. */
export function smoothed(values: readonly number[]): number[] {
  return values.map((_, i) => median(values.slice(Math.max(0, i - 1), i + 2)));
}
