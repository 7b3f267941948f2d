import { elementwise } from "../../arrays/elementwise.ts";
import type { HostArray } from "../../arrays/host-array.ts";

/** 1 for each prediction that is above the threshold, in float32, where its label is 1, or not where it is 0; else 0. */
export function binaryMatches(yTrue: HostArray, yPred: HostArray, threshold: number): HostArray {
  const limit = Math.fround(threshold);
  return elementwise(yTrue, yPred, (truth, prediction) => {
    if (Number.isNaN(truth) || Number.isNaN(prediction)) return Number.NaN;
    return Number(truth === Number(Math.fround(prediction) > limit));
  });
}
