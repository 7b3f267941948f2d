import type { RowRange } from "../dialect.ts";
import { Bucket } from "../rollup/bucket.ts";
import { fanOut, levelWidth } from "../rollup/rollup-levels.ts";
import type { Reading } from "./reading.ts";

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
export function* bucketRange(
  series: { readonly id: number; readonly rolled: number },
  { from, to, steps }: BucketRangeArgs,
): Reading<Bucket[]> {
  let level = -1;
  while (level + 1 < series.rolled && levelWidth(level + 1) <= steps) level++;
  const parts = partsOf(series.id, level, from, to + 1);
  const ofPoints = parts.filter((part) => part.level < 0);
  const ofBuckets = parts.filter((part) => part.level >= 0);
  const { points, buckets } = yield { points: ofPoints, buckets: ofBuckets };

  const found: Bucket[] = [];
  const at = (step: number): Bucket => {
    const number = Math.floor(step / steps);
    const last = found.at(-1);
    if (last?.bucket === number) return last;
    const bucket = new Bucket(number);
    found.push(bucket);
    return bucket;
  };
  for (const part of parts) {
    const size = levelWidth(part.level);
    for (const point of points[ofPoints.indexOf(part)] ?? []) at(point[0]).addPoint(...point);
    for (const bucket of buckets[ofBuckets.indexOf(part)] ?? []) {
      at(bucket.bucket * size).addBucket(bucket);
    }
  }
  return found;
}

/** What the steps `first` to before `end` are made of, in their order: whole buckets of this level, and of finer ones beside them. */
function partsOf(series: number, level: number, first: number, end: number): RowRange[] {
  if (first >= end) return [];
  if (level < 0) return [{ series, level, first, end }];
  const size = levelWidth(level);
  const whole = { series, level, first: Math.ceil(first / size), end: Math.floor(end / size) };
  if (whole.first >= whole.end) return partsOf(series, level - 1, first, end);
  return [
    ...partsOf(series, level - 1, first, whole.first * size),
    whole,
    ...partsOf(series, level - 1, whole.end * size, end),
  ];
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
