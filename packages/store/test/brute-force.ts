/** A point as a test remembers it; `value` may be NaN or infinite. */
export interface ModelPoint {
  readonly epoch: number | null;
  readonly wallMs: number;
  readonly value: number;
}

export interface ModelBucket {
  n: number;
  bad: number;
  badStep: number | null;
  sum: number;
  min: number | null;
  minStep: number | null;
  minEpoch: number | null;
  minMs: number | null;
  max: number | null;
  maxStep: number | null;
  maxEpoch: number | null;
  maxMs: number | null;
  epoch: number | null;
  wallMs: number;
}

/** Points in buckets of `width` steps, by looking at every one of them. */
export function bruteBuckets(
  points: ReadonlyMap<number, ModelPoint>,
  width: number,
): Map<number, ModelBucket> {
  const buckets = new Map<number, ModelBucket>();
  for (const [step, { epoch, wallMs, value }] of [...points].sort(([a], [b]) => a - b)) {
    const number = Math.floor(step / width);
    const bucket = buckets.get(number) ?? {
      ...{ n: 0, bad: 0, badStep: null, sum: 0, epoch: null, wallMs: 0 },
      ...{ min: null, minStep: null, minEpoch: null, minMs: null },
      ...{ max: null, maxStep: null, maxEpoch: null, maxMs: null },
    };
    buckets.set(number, bucket);
    bucket.n++;
    bucket.epoch = epoch;
    bucket.wallMs = wallMs;
    if (!Number.isFinite(value)) {
      bucket.bad++;
      bucket.badStep ??= step;
      continue;
    }
    bucket.sum += value;
    if (bucket.min === null || value < bucket.min) {
      Object.assign(bucket, { min: value, minStep: step, minEpoch: epoch, minMs: wallMs });
    }
    if (bucket.max === null || value > bucket.max) {
      Object.assign(bucket, { max: value, maxStep: step, maxEpoch: epoch, maxMs: wallMs });
    }
  }
  return buckets;
}
