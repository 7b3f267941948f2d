import type { Database, Statement } from "better-sqlite3";
import { PutRows } from "../put-rows.ts";
import { Bucket } from "./bucket.ts";
import { fanOut, levelWidth } from "./rollup-levels.ts";
import type { SeriesRows } from "./series-rows.ts";
import { coarsen, type Stretch } from "./stretch.ts";

/** Points of one series, in ascending order, that are behind all that there are. */
interface AppendedPoints {
  readonly series: number;
  /** The levels before this one are kept. */
  readonly to: number;
  readonly points: PointColumns;
}

/** Points of one series. `value` is NULL for NaN. */
interface PointColumns {
  readonly step: readonly number[];
  readonly epoch: readonly (number | null)[];
  readonly wallMs: readonly number[];
  readonly value: readonly (number | null)[];
}

/**
 * Keeps `rollup` in step with `points`.
 *
 * One way for all that changes: every bucket that covers a touched step is folded anew from the level below, so that late,
 * overwritten and removed points need no code of their own. Points behind all others, which nearly all are, are added without
 * reading what is there, but for the one bucket of each level that they may have in common.
 */
export class Rollup {
  readonly #rows: SeriesRows;
  readonly #remove: Statement;
  readonly #put: PutRows;

  constructor(db: Database, rows: SeriesRows) {
    this.#rows = rows;
    this.#remove = db.prepare(
      "DELETE FROM rollup WHERE series_id = ? AND level = ? AND bucket >= ? AND bucket < ?",
    );
    this.#put = new PutRows(db, {
      table: "rollup",
      columns: bucketColumns,
      key: ["level", "bucket"],
    });
  }

  /**
   * Folds the buckets of the levels `from` to before `to` that cover touched steps, and no others: steps between two touched
   * ones cost nothing, however many they are.
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
        this.#write(series, level, this.#fold(series, level, first, end));
      }
    }
  }

  /** Adds points to the levels of their series: of all series level by level. */
  append(all: readonly AppendedPoints[]): void {
    let going = all
      .filter(({ to }) => to > 0)
      .map(({ series, to, points }) => ({ series, to, added: bucketsOf(points) }));
    for (let level = 0; ; level++) {
      going = going.filter(({ to, added }) => level < to && added.length > 0);
      if (going.length === 0) return;
      if (level > 0) for (const one of going) one.added = coarser(one.added);
      const found = this.#rows.manyBuckets(
        going.map(({ series, added: [{ bucket: first } = new Bucket(0)] }) => ({
          ...{ series, level, first, end: first + 1 },
        })),
      );
      this.#put.run(
        going.map(({ series, added: [first = new Bucket(0), ...others] }, i) => {
          const [there] = found[i] ?? [];
          there?.addBucket(first);
          return { series, rows: [there ?? first, ...others].map((b) => cellsOf(level, b)) };
        }),
      );
    }
  }

  /** The whole series in one bucket, from its coarsest level or, where there is none, from its points. */
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
    if (level > 0) {
      return coarser(this.#rows.buckets(series, level - 1, first * fanOut, end * fanOut));
    }
    const width = levelWidth(0);
    const found = new Buckets();
    for (const point of this.#rows.points(series, first * width, end * width)) {
      found.at(Math.floor(point[0] / width)).addPoint(...point);
    }
    return found.all;
  }

  #write(series: number, level: number, buckets: readonly Bucket[]): void {
    this.#put.run([{ series, rows: buckets.map((bucket) => cellsOf(level, bucket)) }]);
  }
}

const cellsOf = (level: number, b: Bucket): (number | null)[] => [
  ...[level, b.bucket, b.n, b.bad, b.badStep, b.badEpoch, b.sum, b.min, b.minStep, b.minEpoch],
  ...[b.minMs, b.max, b.maxStep, b.maxEpoch, b.maxMs, b.epoch, b.wallMs],
];

const bucketColumns = {
  ...({ level: "whole", bucket: "whole", n: "whole", bad: "whole", bad_step: "whole" } as const),
  ...({
    bad_epoch: "real",
    sum: "real",
    min: "real",
    min_step: "whole",
    min_epoch: "real",
  } as const),
  ...({ min_ms: "whole", max: "real", max_step: "whole", max_epoch: "real" } as const),
  ...({ max_ms: "whole", epoch: "real", wall_ms: "whole" } as const),
};

/** Buckets that are found in ascending order. */
class Buckets {
  readonly all: Bucket[] = [];

  at(number: number): Bucket {
    const last = this.all.at(-1);
    if (last?.bucket === number) return last;
    const next = new Bucket(number);
    this.all.push(next);
    return next;
  }
}

/** Points in ascending order in buckets of the lowest level. */
function bucketsOf({ step, epoch, wallMs, value }: PointColumns): Bucket[] {
  const width = levelWidth(0);
  const found = new Buckets();
  for (const [i, at] of step.entries()) {
    found
      .at(Math.floor(at / width))
      .addPoint(at, epoch[i] ?? null, wallMs[i] ?? 0, value[i] ?? null);
  }
  return found.all;
}

function coarser(finer: readonly Bucket[]): Bucket[] {
  const found = new Buckets();
  for (const bucket of finer) found.at(Math.floor(bucket.bucket / fanOut)).addBucket(bucket);
  return found.all;
}
