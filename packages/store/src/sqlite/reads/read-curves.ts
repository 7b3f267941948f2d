import type { EpochCurve, SeriesSummary } from "@epochal/conclusions";
import type { Database, Statement } from "better-sqlite3";
import type { Bucket } from "../rollup/bucket.ts";
import { SeriesRows } from "../rollup/series-rows.ts";
import { bucketRange, bucketSteps } from "./bucket-range.ts";

interface SeriesRow {
  readonly id: number;
  readonly key: string;
  readonly n: number;
  readonly rolled: number;
  readonly first: number;
  readonly last: number;
  /** The last value; NULL for NaN. */
  readonly value: number | null;
}

/** Up to twice as many epochs are read one by one. */
const width = 1_000;

/**
 * Reads the epoch series of a run for its conclusions. Above 2,000 epochs it reads means of neighbours, over the same stretches
 * in all series: the cost stays the same, and extremes do not stand for the values between them.
 */
export class ReadCurves {
  readonly #rows: SeriesRows;
  readonly #series: Statement<[string, string], SeriesRow>;
  readonly #aside: Statement<[number], number>;

  constructor(db: Database) {
    this.#rows = new SeriesRows(db);
    this.#series = db.prepare<[string, string], SeriesRow>(
      `SELECT id, key, n, rolled, first_step AS first, last_step AS last, last_value AS value FROM series
        WHERE run_id = ? AND key IN (SELECT value FROM json_each(?)) AND n > 0`,
    );
    this.#aside = db
      .prepare<[number], number>(
        "SELECT total(value) FROM superseded WHERE series_id = ? AND abs(value) < 9e999",
      )
      .pluck();
  }

  /** By key. */
  run(run: string, series: readonly SeriesSummary[]): Map<string, EpochCurve> {
    const rows = this.#series.all(run, JSON.stringify(series.map(({ key }) => key)));
    const isLong = rows.some(({ n }) => n > 2 * width);
    const from = rows.reduce((least, { first }) => Math.min(least, first), Infinity);
    const to = rows.reduce((most, { last }) => Math.max(most, last), -Infinity);
    const epochs = new Map<number, number>();
    // The series with most epochs says where a stretch ends.
    const sorted = rows.toSorted((a, b) => b.n - a.n);
    return new Map(
      sorted.map((row) => {
        const curve = isLong ? this.#means(row, { from, to, epochs }) : this.#whole(row);
        return [row.key, { ...curve, asideTotal: this.#aside.get(row.id) ?? 0 }];
      }),
    );
  }

  #whole({ id, first, last }: SeriesRow): EpochCurve {
    const finite = this.#rows
      .points(id, first, last + 1)
      .filter(([, , , value]) => Number.isFinite(value));
    return {
      epochs: finite.map(([step, epoch]) => epoch ?? step),
      values: finite.map(([, , , value]) => value ?? 0),
    };
  }

  #means(
    row: SeriesRow,
    { from, to, epochs }: { from: number; to: number; epochs: Map<number, number> },
  ): EpochCurve {
    const size = bucketSteps(to - from + 1, width);
    const found = bucketRange(this.#rows, row, { from, to, steps: size }).filter(
      ({ n, bad }) => n > bad,
    );
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
      ...(last && !endsFinite && { lastEpoch: this.#lastFinite(row.id, last.bucket * size, size) }),
    };
  }

  /** The epoch of the last finite value of a stretch. */
  #lastFinite(series: number, from: number, steps: number): number {
    const points = this.#rows.points(series, from, from + steps);
    const [step = from, epoch = null] =
      points.findLast(([, , , value]) => Number.isFinite(value)) ?? [];
    return epoch ?? step;
  }
}
