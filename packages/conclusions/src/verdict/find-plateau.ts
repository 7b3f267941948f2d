import type { EpochCurve } from "./epoch-curve.ts";
import { median } from "./median.ts";
import { noiseOf } from "./noise-of.ts";
import { trendsOfEnds } from "./trend.ts";

/** A stretch at the end of a curve in which it gets neither better nor worse. */
export interface Plateau {
  readonly from: number;
  /** From there to the end. */
  readonly epochs: number;
}

const fewest = 8;
/** Above this chance a trend is not even likely. */
const likely = 0.1;

/**
 * The longest stretch of at least 8 epochs at the end in which there is no trend (Mann and Kendall, 10 % either way), whose two
 * halves differ by less than the noise, and whose begin differs from the whole by less than twice the noise.
 */
export function findPlateau({ epochs, values }: EpochCurve): Plateau | undefined {
  const noise = noiseOf(values);
  const trends = trendsOfEnds(values);
  const end = epochs.at(-1) ?? 0;
  for (let length = values.length; length >= fewest; length--) {
    const { pRises = 1, pFalls = 1 } = trends[length] ?? {};
    if (Math.min(pRises, pFalls) <= likely) continue;
    const stretch = values.slice(-length);
    const half = length >> 1;
    const differ = Math.abs(median(stretch.slice(0, half)) - median(stretch.slice(half)));
    const begins = Math.abs(median(stretch.slice(0, 3)) - median(stretch));
    if (differ > noise || begins > 2 * noise) continue;
    const from = epochs[values.length - length] ?? 0;
    return { from, epochs: Math.floor(end - from) + 1 };
  }
  return undefined;
}
