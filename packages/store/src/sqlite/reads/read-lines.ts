import type { Database, Statement } from "better-sqlite3";
import { Line } from "../../bands/line.ts";
import type { ReadBandsQuery } from "../../bands/read-bands-query.ts";
import type { Bucket } from "../rollup/bucket.ts";
import { SeriesRows } from "../rollup/series-rows.ts";
import { bucketRange, bucketSteps } from "./bucket-range.ts";
import { type TrainedSegment, TrainingTime } from "./training-time.ts";

export interface SeriesOfLine {
  readonly id: number;
  readonly run: string;
  readonly n: number;
  readonly rolled: number;
  readonly first: number;
  readonly last: number;
}

/** Where a value is along x, and the segment it is of. */
type PlaceRow = [x: number, value: number | null, segment: number];

/** How often a stretch of a long series is looked at more closely: each look is about so many times finer. */
const looks = 3;
const look = 64;

type Wanted = Pick<ReadBandsQuery, "x" | "points" | "from" | "to">;

const places = { epoch: "coalesce(epoch, step)", step: "step", time: "wall_ms" } as const;

/**
 * Reads the points of many series along x, in one call. In a series of more than 8,000 points, a stretch of neighbouring steps
 * counts as one point at its last step, so the cost does not grow with the length.
 */
export class ReadLines {
  readonly #rows: SeriesRows;
  readonly #points: Readonly<
    Record<ReadBandsQuery["x"], Statement<[number, number, number], PlaceRow>>
  >;
  readonly #time: TrainingTime;

  constructor(db: Database) {
    this.#rows = new SeriesRows(db);
    const by = (x: ReadBandsQuery["x"]) =>
      db
        .prepare<[number, number, number], PlaceRow>(
          `SELECT ${places[x]}, value, segment FROM points WHERE series_id = ? AND step >= ? AND step <= ? ORDER BY step`,
        )
        .raw();
    this.#points = { epoch: by("epoch"), step: by("step"), time: by("time") };
    this.#time = new TrainingTime(db);
  }

  /** One for each series, in their order: what lies from `from` to `to` along x, and by time also what stands beside that. */
  run(series: readonly SeriesOfLine[], wanted: Wanted): Line[] {
    const isTimed = wanted.x === "time";
    const segments = this.#time.run(isTimed ? series.map(({ run }) => run) : []);
    return series.map((each) => {
      const ofRun = segments.get(each.run) ?? [];
      const isLong = each.rolled > 0 && each.n > wanted.points;
      const line = isLong
        ? this.#stretches(each, wanted, ofRun)
        : this.#everyPoint(each, wanted, ofRun);
      // Between neighbours in time a line is straight: those outside are needed, too.
      return isTimed ? line : line.within(wanted.from, wanted.to);
    });
  }

  #everyPoint(
    { id }: SeriesOfLine,
    { x, from, to }: Wanted,
    segments: readonly TrainedSegment[],
  ): Line {
    const line = new Line();
    const steps = x === "step" ? ([from, to] as const) : ([-Infinity, Infinity] as const);
    for (const [place, value, segment] of this.#points[x].all(id, ...steps)) {
      line.addPoint(x === "time" ? place - (segments[segment]?.offsetMs ?? 0) : place, value);
    }
    return line;
  }

  #stretches(series: SeriesOfLine, wanted: Wanted, segments: readonly TrainedSegment[]): Line {
    const { x, points } = wanted;
    const line = new Line();
    const { from, to } = this.#stepsOf(series, wanted, segments);
    if (from > to) return line;
    // More than the buckets of a band, so that every run has a value in each.
    const size = bucketSteps(to - from + 1, points);
    if (size > 1) line.stretch = x === "step" ? { width: size } : {};
    for (const bucket of bucketRange(this.#rows, series, { from, to, steps: size })) {
      line.add(
        placeOf(bucket, { x, size, segments }),
        bucket.mean,
        bucket.n - bucket.bad,
        bucket.bad,
      );
    }
    return line;
  }

  /** The steps between which a stretch along x lies, with a little on either side: a coarse look finds them, and finer ones narrow them. */
  #stepsOf(
    series: SeriesOfLine,
    { x, from, to }: Wanted,
    segments: readonly TrainedSegment[],
  ): { readonly from: number; readonly to: number } {
    const { first, last } = series;
    if (x === "step") {
      return { from: Math.max(first, Math.ceil(from)), to: Math.min(last, Math.floor(to)) };
    }
    let steps = { from: first, to: last };
    if (from === -Infinity && to === Infinity) return steps;
    for (let nth = 0; nth < looks; nth++) {
      const size = bucketSteps(steps.to - steps.from + 1, look);
      if (size === 1) break;
      const buckets = bucketRange(this.#rows, series, { ...steps, steps: size });
      const at = (bucket: Bucket) => placeOf(bucket, { x, size, segments });
      const before = buckets.findLast((bucket) => at(bucket) < from);
      const behind = buckets.find((bucket) => at(bucket) > to);
      steps = {
        from: before ? Math.max(steps.from, before.bucket * size) : steps.from,
        to: behind ? Math.min(steps.to, (behind.bucket + 1) * size - 1) : steps.to,
      };
    }
    return steps;
  }
}

interface PlaceArgs {
  readonly x: ReadBandsQuery["x"];
  /** How many steps a bucket has. */
  readonly size: number;
  readonly segments: readonly TrainedSegment[];
}

/** Where a bucket stands: by step where it begins, else where its last point does. */
function placeOf(bucket: Bucket, { x, size, segments }: PlaceArgs): number {
  const step = bucket.bucket * size;
  if (x === "step") return step;
  return x === "epoch" ? (bucket.epoch ?? step + size - 1) : trainedMs(bucket, segments);
}

/** Takes the segment that had begun when the last point was logged. */
function trainedMs({ wallMs }: Bucket, segments: readonly TrainedSegment[]): number {
  const segment = segments.findLast(({ startedMs }) => startedMs <= wallMs) ?? segments[0];
  return wallMs - (segment?.offsetMs ?? 0);
}
