import type { Database } from "better-sqlite3";
import type { RowRange } from "../dialect.ts";
import { ReadRows } from "../read-rows.ts";
import { Bucket } from "./bucket.ts";

/** A row of `points`: step, epoch, wall time, value. */
export type PointRow = [step: number, epoch: number | null, wallMs: number, value: number | null];

/** A row of `rollup`, as `toBucket` reads it. */
type BucketRow = (number | null)[];

const pointColumns = ["step", "epoch", "wall_ms", "value"];
const bucketColumns = [
  ...["bucket", "n", "bad", "bad_step", "bad_epoch", "sum", "min", "min_step", "min_epoch"],
  ...["min_ms", "max", "max_step", "max_epoch", "max_ms", "epoch", "wall_ms"],
];

/** The rows of series, raw or bucketed, through prepared statements: four to six times as fast as a query builder. */
export class SeriesRows {
  readonly #points: ReadRows<PointRow>;
  readonly #buckets: ReadRows<BucketRow>;

  constructor(db: Database) {
    this.#points = new ReadRows(db, { table: "points", names: pointColumns });
    this.#buckets = new ReadRows(db, { table: "rollup", names: bucketColumns });
  }

  /** Points from step `first` to before `end`. */
  points(series: number, first: number, end: number): PointRow[] {
    return this.#points.one({ series, level: -1, first, end });
  }

  /** Buckets from number `first` to before `end`. */
  buckets(series: number, level: number, first: number, end: number): Bucket[] {
    return this.#buckets.one({ series, level, first, end }).map(toBucket);
  }

  /** The points of each range. */
  manyPoints(ranges: readonly RowRange[]): PointRow[][] {
    return this.#points.many(ranges);
  }

  /** The buckets of each range. */
  manyBuckets(ranges: readonly RowRange[]): Bucket[][] {
    return this.#buckets.many(ranges).map((rows) => rows.map(toBucket));
  }
}

function toBucket(row: BucketRow): Bucket {
  const bucket = new Bucket(row[0] as number);
  bucket.n = row[1] as number;
  bucket.bad = row[2] as number;
  bucket.badStep = row[3] as number | null;
  bucket.badEpoch = row[4] as number | null;
  bucket.sum = (row[5] as number | null) ?? Number.NaN;
  bucket.min = row[6] as number | null;
  bucket.minStep = row[7] as number | null;
  bucket.minEpoch = row[8] as number | null;
  bucket.minMs = row[9] as number | null;
  bucket.max = row[10] as number | null;
  bucket.maxStep = row[11] as number | null;
  bucket.maxEpoch = row[12] as number | null;
  bucket.maxMs = row[13] as number | null;
  bucket.epoch = row[14] as number | null;
  bucket.wallMs = row[15] as number;
  return bucket;
}
