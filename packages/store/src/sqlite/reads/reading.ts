import type { RowRange } from "../dialect.ts";
import type { Bucket } from "../rollup/bucket.ts";
import type { PointRow, SeriesRows } from "../rollup/series-rows.ts";

/** The rows that a reading needs next. */
interface Needed {
  readonly points?: readonly RowRange[];
  readonly buckets?: readonly RowRange[];
}

/** Of each range that was needed its rows. */
interface Got {
  readonly points: readonly (readonly PointRow[])[];
  readonly buckets: readonly (readonly Bucket[])[];
}

/** What is read of one series: it says which rows it needs, and goes on when it has got them. */
export type Reading<T> = Generator<Needed, T, Got>;

/** Reads points of a series from step `first` to before `end`. */
export function* readPoints(
  series: number,
  first: number,
  end: number,
): Reading<readonly PointRow[]> {
  const { points } = yield { points: [{ series, level: -1, first, end }] };
  return points[0] ?? [];
}

/**
 * Does many readings beside each other: what all of them need next is read at once. So a server is asked as often for many series as for one.
 *
 * @param most so many go on beside each other; what these have got is in memory together
 */
export function readTogether<T>(
  rows: SeriesRows,
  readings: readonly Reading<T>[],
  most: number,
): T[] {
  const done: T[] = [];
  for (let i = 0; i < readings.length; i += most) {
    done.push(...readAtOnce(rows, readings.slice(i, i + most)));
  }
  return done;
}

function readAtOnce<T>(rows: SeriesRows, readings: readonly Reading<T>[]): T[] {
  const done: T[] = [];
  let turns = readings.map((reading, place) => ({ reading, place, turn: reading.next() }));
  for (;;) {
    const going = turns.flatMap(({ reading, place, turn }) => {
      if (!turn.done) return [{ reading, place, needed: turn.value }];
      done[place] = turn.value;
      return [];
    });
    if (going.length === 0) return done;
    const points = rows.manyPoints(going.flatMap(({ needed }) => needed.points ?? []));
    const buckets = rows.manyBuckets(going.flatMap(({ needed }) => needed.buckets ?? []));
    turns = going.map(({ reading, place, needed }) => {
      const got = {
        points: points.splice(0, needed.points?.length ?? 0),
        buckets: buckets.splice(0, needed.buckets?.length ?? 0),
      };
      return { reading, place, turn: reading.next(got) };
    });
  }
}
