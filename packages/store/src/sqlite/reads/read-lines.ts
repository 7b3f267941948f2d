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

type PointRow = [
  series: number,
  step: number,
  epoch: number | null,
  wallMs: number,
  value: number | null,
  segment: number,
];

/**
 * The points of many series along x, in one call. Of a series of more than 8,000 points stretches of neighbouring steps count as one
 * point, at the place of their last: it costs the same however long it is.
 */
export class ReadLines {
  readonly #rows: SeriesRows;
  readonly #points: Statement<[string], PointRow>;
  readonly #time: TrainingTime;

  constructor(db: Database) {
    this.#rows = new SeriesRows(db);
    this.#points = db
      .prepare<[string], PointRow>(
        `SELECT series_id, step, epoch, wall_ms, points.value, segment FROM json_each(?) AS wanted
          JOIN points ON series_id = wanted.value ORDER BY series_id, step`,
      )
      .raw();
    this.#time = new TrainingTime(db);
  }

  /** One for each series, in their order. */
  run(series: readonly SeriesOfLine[], wanted: Pick<ReadBandsQuery, "x" | "points">): Line[] {
    const isTimed = wanted.x === "time";
    const segments = this.#time.run(isTimed ? series.map(({ run }) => run) : []);
    const lines = new Map(series.map(({ id }) => [id, new Line()]));
    const isLong = ({ n, rolled }: SeriesOfLine) => rolled > 0 && n > wanted.points;
    const short = series.filter((each) => !isLong(each));
    const runOf = new Map(short.map(({ id, run }) => [id, run]));
    const ids = JSON.stringify(short.map(({ id }) => id));
    for (const [id, step, epoch, wallMs, value, segment] of this.#points.iterate(ids)) {
      const { offsetMs = 0 } = segments.get(runOf.get(id) ?? "")?.[segment] ?? {};
      const at = { step, epoch: epoch ?? step, time: wallMs - offsetMs };
      lines.get(id)?.addPoint(at[wanted.x], value);
    }
    for (const each of series) {
      const line = lines.get(each.id);
      if (isLong(each) && line)
        this.#readStretches(line, each, wanted, segments.get(each.run) ?? []);
    }
    return series.map(({ id }) => lines.get(id) ?? new Line());
  }

  #readStretches(
    line: Line,
    series: SeriesOfLine,
    { x, points }: Pick<ReadBandsQuery, "x" | "points">,
    segments: readonly TrainedSegment[],
  ): void {
    const { first: from, last: to } = series;
    // More than buckets of the bands, so that no run is missing in one.
    const width = points;
    const size = bucketSteps(to - from + 1, width);
    line.stretch = x === "step" ? { width: size } : {};
    for (const bucket of bucketRange(this.#rows, series, { from, to, width })) {
      const step = bucket.bucket * size;
      const at = {
        step,
        epoch: bucket.epoch ?? step + size - 1,
        time: trainedMs(bucket, segments),
      };
      line.add(at[x], bucket.mean, bucket.n - bucket.bad, bucket.bad);
    }
  }
}

/** By the segment that had begun when its last point was logged. */
function trainedMs({ wallMs }: Bucket, segments: readonly TrainedSegment[]): number {
  const segment = segments.findLast(({ startedMs }) => startedMs <= wallMs) ?? segments[0];
  return wallMs - (segment?.offsetMs ?? 0);
}
