import type { Database, Statement } from "better-sqlite3";
import { Bucket } from "./bucket.ts";
import { fanOut, levelWidth } from "./rollup-levels.ts";
import type { SeriesRows } from "./series-rows.ts";
import { coarsen, type Stretch } from "./stretch.ts";

/**
 * Keeps `rollup` in step with `points`.
 *
 * One way for everything: every bucket that covers a touched step is folded anew from the level below, so that appended,
 * late, overwritten and removed points need no code of their own.
 */
export class Rollup {
  readonly #rows: SeriesRows;
  readonly #remove: Statement;
  readonly #put: Statement;

  constructor(db: Database, rows: SeriesRows) {
    this.#rows = rows;
    this.#remove = db.prepare(
      "DELETE FROM rollup WHERE series_id = ? AND level = ? AND bucket >= ? AND bucket < ?",
    );
    this.#put = db.prepare(
      `INSERT INTO rollup (series_id, level, bucket, n, bad, bad_step, bad_epoch, sum, min, min_step, min_epoch, min_ms,
        max, max_step, max_epoch, max_ms, epoch, wall_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
  }

  /**
   * Folds the buckets of the levels `from` to before `to` that cover touched steps, and no others: what lies between two
   * touched steps costs nothing, however much it is.
   *
   * @param touched steps in ascending order
   */
  refold(series: number, from: number, to: number, touched: Iterable<Stretch>): void {
    if (from >= to) return;
    let stretches = coarsen(touched, levelWidth(from));
    for (let level = from; level < to; level++) {
      if (level > from) stretches = coarsen(stretches, fanOut);
      for (const { first, end } of stretches) {
        this.#remove.run(series, level, first, end);
        for (const bucket of this.#fold(series, level, first, end)) {
          this.#write(series, level, bucket);
        }
      }
    }
  }

  /** Everything of a series in one bucket, from its coarsest level or, where there is none, from its points. */
  total(series: number, rolled: number): Bucket {
    const all = Number.MAX_SAFE_INTEGER;
    const total = new Bucket(0);
    if (rolled > 0) {
      for (const bucket of this.#rows.buckets(series, rolled - 1, -all, all)) {
        total.addBucket(bucket);
      }
    } else {
      for (const point of this.#rows.points(series, -all, all)) total.addPoint(...point);
    }
    return total;
  }

  #fold(series: number, level: number, first: number, end: number): Bucket[] {
    const found: Bucket[] = [];
    let current: Bucket | undefined;
    const at = (number: number): Bucket => {
      if (current?.bucket !== number) {
        current = new Bucket(number);
        found.push(current);
      }
      return current;
    };
    if (level === 0) {
      const width = levelWidth(0);
      for (const point of this.#rows.points(series, first * width, end * width)) {
        at(Math.floor(point[0] / width)).addPoint(...point);
      }
    } else {
      for (const bucket of this.#rows.buckets(series, level - 1, first * fanOut, end * fanOut)) {
        at(Math.floor(bucket.bucket / fanOut)).addBucket(bucket);
      }
    }
    return found;
  }

  #write(series: number, level: number, b: Bucket): void {
    this.#put.run(
      series,
      level,
      b.bucket,
      b.n,
      b.bad,
      b.badStep,
      b.badEpoch,
      b.sum,
      b.min,
      b.minStep,
      b.minEpoch,
      b.minMs,
      b.max,
      b.maxStep,
      b.maxEpoch,
      b.maxMs,
      b.epoch,
      b.wallMs,
    );
  }
}
