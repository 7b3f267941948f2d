import type { Database, Statement } from "better-sqlite3";
import { Bucket } from "./bucket.ts";

/** A row of `points`: step, epoch, wall time, value. */
export type PointRow = [step: number, epoch: number | null, wallMs: number, value: number | null];

const bucketColumns =
  "bucket, n, bad, bad_step, bad_epoch, sum, min, min_step, min_epoch, min_ms, max, max_step, max_epoch, max_ms, epoch, wall_ms";

/** The rows of one series, raw or bucketed, through prepared statements: four to six times as fast as a query builder. */
export class SeriesRows {
  readonly #points: Statement<[number, number, number], PointRow>;
  readonly #buckets: Statement<[number, number, number, number], unknown[]>;

  constructor(db: Database) {
    this.#points = db
      .prepare<[number, number, number], PointRow>(
        "SELECT step, epoch, wall_ms, value FROM points WHERE series_id = ? AND step >= ? AND step < ? ORDER BY step",
      )
      .raw();
    this.#buckets = db
      .prepare<[number, number, number, number], unknown[]>(
        `SELECT ${bucketColumns} FROM rollup WHERE series_id = ? AND level = ? AND bucket >= ? AND bucket < ? ORDER BY bucket`,
      )
      .raw();
  }

  /** Points from step `from` to before `to`. */
  points(series: number, from: number, to: number): PointRow[] {
    return this.#points.all(series, from, to);
  }

  /** Buckets from number `from` to before `to`. */
  buckets(series: number, level: number, from: number, to: number): Bucket[] {
    return this.#buckets.all(series, level, from, to).map(toBucket);
  }
}

function toBucket(row: unknown[]): Bucket {
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
