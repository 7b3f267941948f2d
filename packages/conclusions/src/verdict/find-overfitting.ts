import { noiseOf } from "./noise-of.ts";
import type { PairedCurves } from "./paired-curves.ts";
import { smoothed } from "./smoothed.ts";
import { trend } from "./trend.ts";

/** Where a model began to learn its training data by heart. */
export interface Overfitting {
  /** The first epoch after the one at which the validation loss was lowest. */
  readonly from: number;
  readonly lowestEpoch: number;
  readonly lowest: number;
  readonly last: number;
  /** Of the training loss at these two epochs. */
  readonly trainThen: number;
  readonly trainLast: number;
}

/** A rise takes at least so many epochs. */
const fewest = 5;
const certainty = 0.02;
/** A rise does no harm where it is a smaller share than this of the fall before it. */
const material = 0.1;

/**
 * Overfitting: after its lowest epoch the validation loss rises, the training loss does not, and the gap between them grows.
 *
 * The loss rises if, in at least 5 epochs after the lowest (of medians of three neighbours), it goes up by Mann and Kendall's trend test at
 * 2 %, and the last third of them lies above the lowest by more than twice the noise and a tenth of what it had fallen before.
 */
export function findOverfitting({
  epochs,
  train,
  validation,
}: PairedCurves): Overfitting | undefined {
  const smooth = smoothed(validation);
  const near = smooth.indexOf(Math.min(...smooth));
  const lowest = [near - 1, near, near + 1].reduce((a, b) =>
    (validation[b] ?? Infinity) < (validation[a] ?? Infinity) ? b : a,
  );
  const tail = validation.slice(lowest + 1);
  if (tail.length < fewest) return undefined;
  const trainTail = train.slice(lowest + 1);
  const gap = tail.map((value, i) => value - (trainTail[i] ?? 0));
  if (trend(tail).pRises > certainty || trend(gap).pRises > certainty) return undefined;
  if (trend(trainTail).pRises <= certainty) return undefined;
  const end = tail.slice(-Math.max(2, Math.floor(tail.length / 3)));
  const rise = end.reduce((sum, value) => sum + value, 0) / end.length - (smooth[lowest] ?? 0);
  const fall = (validation[0] ?? 0) - (validation[lowest] ?? 0);
  if (!(rise > 2 * noiseOf(validation) && rise > material * fall)) return undefined;
  return {
    from: epochs[lowest + 1] ?? 0,
    lowestEpoch: epochs[lowest] ?? 0,
    lowest: validation[lowest] ?? 0,
    last: validation.at(-1) ?? 0,
    trainThen: train[lowest] ?? 0,
    trainLast: train.at(-1) ?? 0,
  };
}
