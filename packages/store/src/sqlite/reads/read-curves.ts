import type { EpochCurve, SeriesSummary } from "@epochal/conclusions";
import type { Database, Statement } from "better-sqlite3";
import { ReadRows } from "../read-rows.ts";
import type { Bucket } from "../rollup/bucket.ts";
import { type PointRow, SeriesRows } from "../rollup/series-rows.ts";
import { bucketRange, bucketSteps } from "./bucket-range.ts";
import { GrownSeries } from "./grown-series.ts";
import { type Reading, readPoints, readTogether } from "./reading.ts";

interface SeriesRow {
  readonly id: number;
  readonly key: string;
  readonly n: number;
  readonly rolled: number;
  readonly rewriteRev: number;
  readonly first: number;
  readonly last: number;
  /** The last value; NULL for NaN. */
  readonly value: number | null;
}

interface MeansArgs {
  /** The first and the last step of all series. */
  readonly from: number;
  readonly to: number;
  /** Where each stretch ends, as far as it is known. */
  readonly epochs: Map<number, number>;
}

/** Up to twice as many epochs are read one by one. */
const width = 1_000;
/** So many series are read at once. */
const mostSeries = 50;

/**
 * Reads the epoch series of a run for its conclusions. Above 2,000 epochs it reads means of neighbours, over the same stretches
 * in all series: the cost stays the same, and extremes do not stand for the values between them.
 */
export class ReadCurves {
  readonly #rows: SeriesRows;
  /** Of a run that trains, only what has come since it was last read is read. */
  readonly #points = new GrownSeries<PointRow>(([step]) => step);
  readonly #buckets = new GrownSeries<Bucket>(({ bucket }) => bucket);
  readonly #series: Statement<[string, string], SeriesRow>;
  readonly #aside: ReadRows<[value: number | null]>;

  constructor(db: Database) {
    this.#rows = new SeriesRows(db);
    this.#series = db.prepare<[string, string], SeriesRow>(
      `SELECT id, key, n, rolled, rewrite_rev AS rewriteRev, first_step AS first, last_step AS last, last_value AS value FROM series
        WHERE run_id = ? AND key IN (SELECT value FROM json_each(?)) AND n > 0`,
    );
    this.#aside = new ReadRows(db, { table: "superseded", names: ["value"] });
  }

  /** By key. */
  run(run: string, series: readonly SeriesSummary[]): Map<string, EpochCurve> {
    const rows = this.#series.all(run, JSON.stringify(series.map(({ key }) => key)));
    const isLong = rows.some(({ n }) => n > 2 * width);
    const from = rows.reduce((least, { first }) => Math.min(least, first), Infinity);
    const to = rows.reduce((most, { last }) => Math.max(most, last), -Infinity);
    const epochs = new Map<number, number>();
    // The series with most epochs says where a stretch ends: they go on in this order.
    const sorted = rows.toSorted((a, b) => b.n - a.n);
    const curves = readTogether(
      this.#rows,
      sorted.map((row) => (isLong ? this.#means(row, { from, to, epochs }) : this.#whole(row))),
      mostSeries,
    );
    const ever = { level: -1, first: 0, end: Number.MAX_SAFE_INTEGER };
    const aside = this.#aside.many(sorted.map(({ id }) => ({ series: id, ...ever })));
    return new Map(
      sorted.map(({ key }, i) => {
        const asideTotal = total(aside[i] ?? []);
        return [key, { ...(curves[i] as EpochCurve), asideTotal }];
      }),
    );
  }

  *#whole({ id, rewriteRev, first, last }: SeriesRow): Reading<EpochCurve> {
    const points = yield* this.#points.read(id, String(rewriteRev), (from = first) =>
      readPoints(id, from, last + 1),
    );
    const finite = points.filter(([, , , value]) => Number.isFinite(value));
    return {
      epochs: finite.map(([step, epoch]) => epoch ?? step),
      values: finite.map(([, , , value]) => value ?? 0),
    };
  }

  *#means(row: SeriesRow, { from, to, epochs }: MeansArgs): Reading<EpochCurve> {
    const size = bucketSteps(to - from + 1, width);
    const { id, rewriteRev, rolled } = row;
    const shape = `${rewriteRev} ${rolled} ${size} ${from}`;
    const buckets = yield* this.#buckets.read(id, shape, (bucket = -Infinity) =>
      bucketRange(row, { from: Math.max(from, bucket * size), to, steps: size }),
    );
    const found = buckets.filter(({ n, bad }) => n > bad);
    const place = ({ bucket, epoch }: Bucket) => {
      const known = epochs.get(bucket) ?? epoch ?? (bucket + 1) * size - 1;
      epochs.set(bucket, known);
      return known;
    };
    const last = found.at(-1);
    const endsFinite = Number.isFinite(row.value);
    return {
      epochs: found.map(place),
      values: found.map(({ mean }) => mean),
      count: found.reduce((sum, { n, bad }) => sum + n - bad, 0),
      total: found.reduce((sum, bucket) => sum + bucket.sum, 0),
      ...(last && !endsFinite && { lastEpoch: yield* lastFinite(id, last.bucket * size, size) }),
    };
  }
}

/** The sum of the finite values. */
function total(rows: readonly (readonly [value: number | null])[]): number {
  return rows.reduce((sum, [value]) => (Number.isFinite(value) ? sum + (value ?? 0) : sum), 0);
}

/** The epoch of the last finite value of a stretch. */
function* lastFinite(series: number, from: number, steps: number): Reading<number> {
  const points = yield* readPoints(series, from, from + steps);
  const [step = from, epoch = null] =
    points.findLast(([, , , value]) => Number.isFinite(value)) ?? [];
  return epoch ?? step;
}
