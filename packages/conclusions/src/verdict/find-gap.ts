import { noiseOf } from "./noise-of.ts";
import type { PairedCurves } from "./paired-curves.ts";
import { smoothed } from "./smoothed.ts";
import { trend } from "./trend.ts";

/** How much worse a value is on validation data than on training data, and from where on that grows. */
export interface GeneralizationGap {
  /** At the last epoch; positive where validation is worse. */
  readonly last: number;
  /** The epoch from which on the gap grows; absent where it does not. */
  readonly from?: number;
}

const fewest = 5;
const certainty = 0.02;

/**
 * The generalisation gap of a value of which less is better: validation minus training.
 *
 * The gap grows if it rises in the epochs after its lowest value: in at least 5 of them, by Mann and Kendall's trend test at 2 %,
 * and by more than twice its noise.
 */
export function findGap({
  epochs,
  train,
  validation,
}: PairedCurves): GeneralizationGap | undefined {
  const gap = validation.map((value, i) => value - (train[i] ?? 0));
  const last = gap.at(-1);
  if (last === undefined) return undefined;
  const smooth = smoothed(gap);
  const lowest = smooth.indexOf(Math.min(...smooth));
  const tail = gap.slice(lowest + 1);
  const grows =
    tail.length >= fewest &&
    trend(tail).pRises <= certainty &&
    last - (smooth[lowest] ?? 0) > 2 * noiseOf(gap);
  return { last, ...(grows && { from: epochs[lowest + 1] ?? 0 }) };
}
