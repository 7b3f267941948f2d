import type { Reading } from "./reading.ts";

interface Known<Row> {
  readonly shape: string;
  readonly rows: Row[];
}

/** Rows of so many are kept. */
const MOST_ROWS = 500_000;

/** What was read of series that mostly grow at their end: of one that did, only its last row and what is behind it are read again. */
export class GrownSeries<Row> {
  readonly #placeOf: (row: Row) => number;
  /** The series that was asked for last stands last. */
  readonly #known = new Map<number, Known<Row>>();
  #rows = 0;

  /** @param placeOf by what rows are in ascending order */
  constructor(placeOf: (row: Row) => number) {
    this.#placeOf = placeOf;
  }

  /**
   * All rows of a series.
   *
   * @param shape another one wherever rows before the last one may have changed
   * @param read the rows from this place on; undefined for all
   */
  *read(
    series: number,
    shape: string,
    read: (from: number | undefined) => Reading<readonly Row[]>,
  ): Reading<readonly Row[]> {
    const known = this.#known.get(series);
    const last = known?.shape === shape ? known.rows.at(-1) : undefined;
    const rows =
      known === undefined || last === undefined
        ? [...(yield* read(undefined))]
        : [...known.rows.slice(0, -1), ...(yield* read(this.#placeOf(last)))];
    this.#known.delete(series);
    this.#known.set(series, { shape, rows });
    this.#rows += rows.length - (known?.rows.length ?? 0);
    for (const [oldest, old] of this.#known) {
      if (this.#rows <= MOST_ROWS) break;
      this.#known.delete(oldest);
      this.#rows -= old.rows.length;
    }
    return rows;
  }
}
