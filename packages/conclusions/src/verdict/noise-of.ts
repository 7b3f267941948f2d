import { median } from "./median.ts";

/**
 * The standard deviation of the noise in a curve, whatever its trend: 1.4826 times the median absolute second difference over
 * √6, which is what independent normal noise gives. NaN for fewer than 5 values.
 */
export function noiseOf(values: readonly number[]): number {
  if (values.length < 5) return Number.NaN;
  const bends = values
    .slice(2)
    .map((value, i) => Math.abs(value - 2 * (values[i + 1] ?? 0) + (values[i] ?? 0)));
  return (1.4826 * median(bends)) / Math.sqrt(6);
}
