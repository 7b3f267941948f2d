import { labelAdvice } from "./label-advice.ts";

/**
 * Throws a `RangeError` in the name of `owner` where a label is neither 0, nor 1, nor between, and says how to map it. Labels
 * of weight 0 are ignored, and other code handles NaN. Returns whether some lie between.
 */
export function checkBinaryLabels(
  owner: string,
  labels: ArrayLike<number>,
  weights?: ArrayLike<number>,
): boolean {
  let isSoft = false;
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] as number;
    if (label === 0 || label === 1 || Number.isNaN(label) || weights?.[i] === 0) continue;
    if (label < 0 || label > 1) {
      throw new RangeError(`${owner}: labels must be 0 or 1. ${labelAdvice(labels, weights)}`);
    }
    isSoft = true;
  }
  return isSoft;
}
