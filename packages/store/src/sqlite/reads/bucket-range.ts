import { Bucket } from "../rollup/bucket.ts";
import { fanOut, levelWidth } from "../rollup/rollup-levels.ts";
import type { SeriesRows } from "../rollup/series-rows.ts";

export interface BucketRangeArgs {
  /** First and last step wanted, both included. */
  readonly from: number;
  readonly to: number;
  /** How many steps a bucket has, a power of two: see `bucketSteps`. */
  readonly steps: number;
}

/**
 * The points of a range of steps in buckets.
 *
 * Buckets begin at multiples of their width, a power of two, so that they stay where they are when the series grows. They
 * are made of the coarsest level that fits into them; where the range cuts through a bucket, of finer levels and at last of
 * points, so that nothing outside the range counts.
 */
export function bucketRange(
  rows: SeriesRows,
  series: { readonly id: number; readonly rolled: number },
  { from, to, steps }: BucketRangeArgs,
): Bucket[] {
  let level = -1;
  while (level + 1 < series.rolled && levelWidth(level + 1) <= steps) level++;

  const found: Bucket[] = [];
  const at = (step: number): Bucket => {
    const number = Math.floor(step / steps);
    const last = found.at(-1);
    if (last?.bucket === number) return last;
    const bucket = new Bucket(number);
    found.push(bucket);
    return bucket;
  };
  /** Steps `lo` to before `hi`, from this level or finer ones. */
  const fold = (on: number, lo: number, hi: number): void => {
    if (lo >= hi) return;
    if (on < 0) {
      for (const point of rows.points(series.id, lo, hi)) at(point[0]).addPoint(...point);
      return;
    }
    const size = levelWidth(on);
    const first = Math.ceil(lo / size);
    const end = Math.floor(hi / size);
    if (first >= end) {
      fold(on - 1, lo, hi);
      return;
    }
    fold(on - 1, lo, first * size);
    for (const bucket of rows.buckets(series.id, on, first, end)) {
      at(bucket.bucket * size).addBucket(bucket);
    }
    fold(on - 1, end * size, hi);
  };
  fold(level, from, to + 1);
  return found;
}

/**
 * The same for a chart. Where buckets as wide as a level are at least three quarters of `width`, it takes these: of narrower ones
 * each is made of two of a finer level, and takes twice as long to read.
 */
export function drawnSteps(steps: number, width: number): number {
  const size = bucketSteps(steps, width);
  const isLevel = Number.isInteger(Math.log2(size / levelWidth(0)) / Math.log2(fanOut));
  const isEnough = steps / (2 * size) >= 0.75 * width;
  return !isLevel && size > levelWidth(0) && isEnough ? 2 * size : size;
}

/** The smallest power of two with at most `2 * width` buckets in the range. */
export function bucketSteps(steps: number, width: number): number {
  let size = 1;
  while (steps / size > 2 * width) size *= 2;
  return size;
}
