/** The summary of the points of a stretch of steps. Points and buckets are added in the order of their steps. */
export class Bucket {
  /** Number of the stretch on its level. */
  readonly bucket: number;
  n = 0;
  bad = 0;
  badStep: number | null = null;
  badEpoch: number | null = null;
  sum = 0;
  min: number | null = null;
  minStep: number | null = null;
  minEpoch: number | null = null;
  minMs: number | null = null;
  max: number | null = null;
  maxStep: number | null = null;
  maxEpoch: number | null = null;
  maxMs: number | null = null;
  epoch: number | null = null;
  wallMs = 0;

  constructor(bucket: number) {
    this.bucket = bucket;
  }

  /** `value` is NULL for NaN. */
  addPoint(step: number, epoch: number | null, wallMs: number, value: number | null): void {
    this.n++;
    this.epoch = epoch;
    this.wallMs = wallMs;
    if (value === null || !Number.isFinite(value)) {
      if (this.bad++ === 0) {
        this.badStep = step;
        this.badEpoch = epoch;
      }
      return;
    }
    this.sum += value;
    if (this.min === null || value < this.min) {
      this.min = value;
      this.minStep = step;
      this.minEpoch = epoch;
      this.minMs = wallMs;
    }
    if (this.max === null || value > this.max) {
      this.max = value;
      this.maxStep = step;
      this.maxEpoch = epoch;
      this.maxMs = wallMs;
    }
  }

  addBucket(other: Bucket): void {
    this.n += other.n;
    this.epoch = other.epoch;
    this.wallMs = other.wallMs;
    if (this.bad === 0) {
      this.badStep = other.badStep;
      this.badEpoch = other.badEpoch;
    }
    this.bad += other.bad;
    this.sum += other.sum;
    if (other.min !== null && (this.min === null || other.min < this.min)) {
      this.min = other.min;
      this.minStep = other.minStep;
      this.minEpoch = other.minEpoch;
      this.minMs = other.minMs;
    }
    if (other.max !== null && (this.max === null || other.max > this.max)) {
      this.max = other.max;
      this.maxStep = other.maxStep;
      this.maxEpoch = other.maxEpoch;
      this.maxMs = other.maxMs;
    }
  }

  /** The mean of its finite values; NaN where there are none. Sums of huge values overflow, their means do not. */
  get mean(): number {
    const value = this.sum / (this.n - this.bad);
    if (this.n === this.bad || Number.isFinite(value)) return value;
    return (this.min ?? 0) / 2 + (this.max ?? 0) / 2;
  }
}
