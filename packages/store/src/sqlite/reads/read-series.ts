import type { Database, Statement } from "better-sqlite3";
import type { SeriesPoints, SeriesQuery } from "../../series-points.ts";
import { StoreError } from "../../store-error.ts";
import { Bucket } from "../rollup/bucket.ts";
import { type PointRow, SeriesRows } from "../rollup/series-rows.ts";
import { bucketRange, drawnSteps } from "./bucket-range.ts";
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
    return this.range(series, { run, key, from, to, width });
  }

  /** The points of a range of steps, both ends included. */
  range(series: StoredSeries, asked: SeriesRange): SeriesPoints {
    const { run, key, width } = asked;
    const from = Math.max(series.first, asked.from);
    const to = Math.min(series.last, asked.to);
    if (from > to) return new SeriesColumns().done(run, key, 0);
    // With so few points, their extremes would not be fewer.
    if (series.n <= 2 * width) return this.#whole(series, asked, from, to);
    const steps = drawnSteps(to - from + 1, width);
    const points = this.buckets(series, { run, key, from, to, steps });
    return points.total > 2 * width ? points : this.#whole(series, asked, from, to);
  }

  /** Of a range of steps the extremes of each bucket of so many steps. */
  buckets(
    series: StoredSeries,
    { run, key, from, to, steps }: Omit<SeriesRange, "width"> & { readonly steps: number },
  ): SeriesPoints {
    const columns = new SeriesColumns();
    let total = 0;
    for (const bucket of bucketRange(this.#rows, series, { from, to, steps })) {
      const { badStep } = bucket;
      const end = Math.min((bucket.bucket + 1) * steps - 1, to);
      columns.addBucket(bucket, end, badStep === null ? null : this.#valueAt(series.id, badStep));
      total += bucket.n;
    }
    return columns.done(run, key, total);
  }

  #whole({ id }: StoredSeries, { run, key }: SeriesRange, from: number, to: number): SeriesPoints {
    const columns = new SeriesColumns();
    const points = this.#rows.points(id, from, to + 1);
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

  #valueAt(series: number, step: number): number | null {
    return this.#rows.points(series, step, step + 1)[0]?.[3] ?? null;
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
