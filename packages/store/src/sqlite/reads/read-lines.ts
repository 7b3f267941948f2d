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

const places = { epoch: "coalesce(epoch, step)", step: "step", time: "wall_ms" } as const;

/**
 * Reads the points of many series along x, in one call. In a series of more than 8,000 points, a stretch of neighbouring steps
 * counts as one point at its last step, so the cost does not grow with the length.
 */
export class ReadLines {
  readonly #rows: SeriesRows;
  readonly #points: Readonly<Record<ReadBandsQuery["x"], Statement<[number], PlaceRow>>>;
  readonly #time: TrainingTime;

  constructor(db: Database) {
    this.#rows = new SeriesRows(db);
    const by = (x: ReadBandsQuery["x"]) =>
      db
        .prepare<[number], PlaceRow>(
          `SELECT ${places[x]}, value, segment FROM points WHERE series_id = ? ORDER BY step`,
        )
        .raw();
    this.#points = { epoch: by("epoch"), step: by("step"), time: by("time") };
    this.#time = new TrainingTime(db);
  }

  /** One for each series, in their order. */
  run(series: readonly SeriesOfLine[], wanted: Pick<ReadBandsQuery, "x" | "points">): Line[] {
    const isTimed = wanted.x === "time";
    const segments = this.#time.run(isTimed ? series.map(({ run }) => run) : []);
    return series.map((each) => {
      const ofRun = segments.get(each.run) ?? [];
      const isLong = each.rolled > 0 && each.n > wanted.points;
      return isLong
        ? this.#stretches(each, wanted, ofRun)
        : this.#everyPoint(each, wanted.x, ofRun);
    });
  }

  #everyPoint(
    { id }: SeriesOfLine,
    x: ReadBandsQuery["x"],
    segments: readonly TrainedSegment[],
  ): Line {
    const line = new Line();
    for (const [place, value, segment] of this.#points[x].all(id)) {
      line.addPoint(x === "time" ? place - (segments[segment]?.offsetMs ?? 0) : place, value);
    }
    return line;
  }

  #stretches(
    series: SeriesOfLine,
    { x, points }: Pick<ReadBandsQuery, "x" | "points">,
    segments: readonly TrainedSegment[],
  ): Line {
    const line = new Line();
    const { first: from, last: to } = series;
    // More than the buckets of a band, so that every run has a value in each.
    const size = bucketSteps(to - from + 1, points);
    line.stretch = x === "step" ? { width: size } : {};
    for (const bucket of bucketRange(this.#rows, series, { from, to, steps: size })) {
      const step = bucket.bucket * size;
      const at = {
        step,
        epoch: bucket.epoch ?? step + size - 1,
        time: trainedMs(bucket, segments),
      };
      line.add(at[x], bucket.mean, bucket.n - bucket.bad, bucket.bad);
    }
    return line;
  }
}

/** Takes the segment that had begun when the last point was logged. */
function trainedMs({ wallMs }: Bucket, segments: readonly TrainedSegment[]): number {
  const segment = segments.findLast(({ startedMs }) => startedMs <= wallMs) ?? segments[0];
  return wallMs - (segment?.offsetMs ?? 0);
}
