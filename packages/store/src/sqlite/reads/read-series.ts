import type { Database, Statement } from "better-sqlite3";
import type { SeriesPoints, SeriesQuery } from "../../series-points.ts";
import { StoreError } from "../../store-error.ts";
import { Bucket } from "../rollup/bucket.ts";
import { type PointRow, SeriesRows } from "../rollup/series-rows.ts";
import { bucketRange, drawnSteps } from "./bucket-range.ts";
import { type Reading, readPoints, readTogether } from "./reading.ts";
import { SeriesColumns } from "./series-columns.ts";

/** Where the points of a series are. */
export interface StoredSeries {
  readonly id: number;
  readonly n: number;
  readonly rolled: number;
  readonly first: number;
  readonly last: number;
}

/** Which of its points are wanted, in about how many buckets. */
export interface SeriesRange {
  readonly run: string;
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

/** Of so many buckets, of all series together, are the rows in memory at once. */
const mostBuckets = 20_000;

/** Points of a series for a chart. Costs the same however many points there are. */
export class ReadSeries {
  readonly #rows: SeriesRows;
  readonly #series: Statement<[string, string], StoredSeries>;
  readonly #aside: Statement<[number, number, number, number], PointRow>;
  readonly #run: Statement<[string], number>;

  constructor(db: Database) {
    const rows = new SeriesRows(db);
    this.#rows = rows;
    this.#series = db.prepare<[string, string], StoredSeries>(
      "SELECT id, n, rolled, first_step AS first, last_step AS last FROM series WHERE run_id = ? AND key = ? AND n > 0",
    );
    this.#aside = db
      .prepare<[number, number, number, number], PointRow>(
        "SELECT step, epoch, wall_ms, value FROM superseded WHERE series_id = ? AND segment = ? AND step >= ? AND step <= ? ORDER BY step",
      )
      .raw();
    this.#run = db.prepare<[string], number>("SELECT 1 FROM runs WHERE id = ?").pluck();
  }

  /** @throws StoreError `run_not_found`, `series_not_found` */
  run(query: SeriesQuery): SeriesPoints {
    const { run, key, width = 500 } = query;
    if (!Number.isSafeInteger(width) || width < 1) {
      throw new RangeError(`readSeries: width must be a whole number above 0. Received: ${width}`);
    }
    if (typeof run !== "string" || typeof key !== "string") {
      throw new TypeError("readSeries: run and key must be strings.");
    }
    const series = this.#find(run, key);
    if (query.segment !== undefined) return this.#superseded(query, series.id);
    const from = Math.ceil(bound("from", query.from, series.first));
    const to = Math.floor(bound("to", query.to, series.last));
    const [points] = this.together([this.range(series, { run, key, from, to, width })], width);
    return points as SeriesPoints;
  }

  /** What is read of several series. @param width of how many buckets each is */
  together<T>(readings: readonly Reading<T>[], width: number): T[] {
    return readTogether(this.#rows, readings, Math.max(1, Math.floor(mostBuckets / width)));
  }

  /** The points of a range of steps, both ends included. */
  *range(series: StoredSeries, asked: SeriesRange): Reading<SeriesPoints> {
    const { run, key, width } = asked;
    const from = Math.max(series.first, asked.from);
    const to = Math.min(series.last, asked.to);
    if (from > to) return new SeriesColumns().done(run, key, 0);
    // With so few points, their extremes would not be fewer.
    if (series.n <= 2 * width) return yield* this.#whole(series, asked, from, to);
    const steps = drawnSteps(to - from + 1, width);
    const points = yield* this.buckets(series, { run, key, from, to, steps });
    return points.total > 2 * width ? points : yield* this.#whole(series, asked, from, to);
  }

  /** Of a range of steps the extremes of each bucket of so many steps. */
  *buckets(
    series: StoredSeries,
    { run, key, from, to, steps }: Omit<SeriesRange, "width"> & { readonly steps: number },
  ): Reading<SeriesPoints> {
    const columns = new SeriesColumns();
    const buckets = yield* bucketRange(series, { from, to, steps });
    const bad = yield* valuesAt(
      series.id,
      buckets.flatMap(({ badStep }) => badStep ?? []),
    );
    let total = 0;
    for (const bucket of buckets) {
      const end = Math.min((bucket.bucket + 1) * steps - 1, to);
      columns.addBucket(bucket, end, bad.get(bucket.badStep) ?? null);
      total += bucket.n;
    }
    return columns.done(run, key, total);
  }

  *#whole(
    { id }: StoredSeries,
    { run, key }: SeriesRange,
    from: number,
    to: number,
  ): Reading<SeriesPoints> {
    const columns = new SeriesColumns();
    const points = yield* readPoints(id, from, to + 1);
    for (const point of points) columns.addPoint(point);
    return columns.done(run, key, points.length);
  }

  /** Read whole: steps that were trained twice are few. */
  #superseded({ run, key, segment = 0, from, to, width = 500 }: SeriesQuery, id: number) {
    const first = bound("from", from, 0);
    const points = this.#aside.all(id, segment, first, bound("to", to, Number.MAX_SAFE_INTEGER));
    const columns = new SeriesColumns();
    const perBucket = points.length <= 2 * width ? 1 : Math.ceil(points.length / width);
    for (let i = 0; i < points.length; i += perBucket) {
      if (perBucket === 1) columns.addPoint(points[i] as PointRow);
      else {
        const part = points.slice(i, i + perBucket);
        const bucket = bucketOf(part);
        const bad = part.find(([step]) => step === bucket.badStep);
        columns.addBucket(bucket, part.at(-1)?.[0] ?? 0, bad?.[3] ?? null);
      }
    }
    return columns.done(run, key, points.length);
  }

  #find(run: string, key: string): StoredSeries {
    const series = this.#series.get(run, key);
    if (series !== undefined) return series;
    if (this.#run.get(run) === undefined) {
      throw new StoreError("run_not_found", `There is no run ${run}.`);
    }
    throw new StoreError("series_not_found", `The run ${run} has no series ${key}.`);
  }
}

/** By their steps. */
function* valuesAt(
  series: number,
  steps: readonly number[],
): Reading<ReadonlyMap<number | null, number | null>> {
  if (steps.length === 0) return new Map();
  const { points } = yield {
    points: steps.map((first) => ({ series, level: -1, first, end: first + 1 })),
  };
  return new Map(points.flat().map(([step, , , value]) => [step, value]));
}

function bucketOf(points: readonly PointRow[]): Bucket {
  const bucket = new Bucket(0);
  for (const point of points) bucket.addPoint(...point);
  return bucket;
}

function bound(name: string, value: number | undefined, otherwise: number): number {
  if (value === undefined) return otherwise;
  if (typeof value !== "number" || Number.isNaN(value)) {
    throw new RangeError(`readSeries: ${name} must be a number. Received: ${String(value)}`);
  }
  return value;
}
