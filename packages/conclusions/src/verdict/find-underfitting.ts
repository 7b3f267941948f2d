import { median } from "./median.ts";
import { noiseOf } from "./noise-of.ts";
import type { PairedCurves } from "./paired-curves.ts";
import { trend } from "./trend.ts";

const certainty = 0.05;

/**
 * Whether the training loss does not fall. It does not go down by Mann and Kendall's trend test at 5 %, and its last third is not
 * below its first by more than twice the noise.
 */
export function findUnderfitting({ train }: PairedCurves): boolean {
  if (trend(train).pFalls <= certainty) return false;
  const third = Math.max(1, Math.floor(train.length / 3));
  const fell = median(train.slice(0, third)) - median(train.slice(-third));
  return !(fell > 2 * noiseOf(train));
}
