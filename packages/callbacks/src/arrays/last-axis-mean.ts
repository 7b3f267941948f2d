import type { HostArray } from "./host-array.ts";

/** Averages over the last dimension. A single number, which has none, is returned as it is. */
export function lastAxisMean(array: HostArray): HostArray {
  const length = array.shape.at(-1);
  if (length === undefined) return array;
  const shape = array.shape.slice(0, -1);
  const means = new Float64Array(shape.reduce((size, each) => size * each, 1));
  for (let i = 0; i < means.length; i++) {
    let sum = 0;
    for (let j = 0; j < length; j++) sum += array.values[i * length + j] ?? 0;
    means[i] = sum / length;
  }
  return { values: means, shape };
}
