import type { HostArray } from "./host-array.ts";

/** Computes a value from each label and its prediction; both arrays have the same shape. */
export function elementwise(
  yTrue: HostArray,
  yPred: HostArray,
  compute: (truth: number, prediction: number) => number,
): HostArray {
  const values = new Float64Array(yPred.values.length);
  for (let i = 0; i < values.length; i++) {
    values[i] = compute(yTrue.values[i] ?? Number.NaN, yPred.values[i] ?? Number.NaN);
  }
  return { values, shape: yPred.shape };
}
