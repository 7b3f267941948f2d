import type { HostArray } from "./host-array.ts";
import { perRow } from "./per-row.ts";

/** Adds up the last dimension. A single number, which has none, is returned as it is. */
export function lastAxisSum(array: HostArray): HostArray {
  if (array.shape.length === 0) return array;
  return perRow(array, (start, width) => {
    let sum = 0;
    for (let i = start; i < start + width; i++) sum += array.values[i] ?? 0;
    return sum;
  });
}
