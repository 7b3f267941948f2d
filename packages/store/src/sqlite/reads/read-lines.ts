import type { Database } from "better-sqlite3";
import { Line } from "../../bands/line.ts";
import type { ReadBandsQuery } from "../../bands/read-bands-query.ts";
import { ReadRows } from "../read-rows.ts";
import type { Bucket } from "../rollup/bucket.ts";
import { SeriesRows } from "../rollup/series-rows.ts";
import { bucketRange, bucketSteps } from "./bucket-range.ts";
import { type Reading, readTogether } from "./reading.ts";
import { type TrainedSegment, TrainingTime } from "./training-time.ts";

export interface SeriesOfLine {
  readonly id: number;
  readonly run: string;
  readonly n: number;
  readonly rolled: number;
  readonly first: number;
  readonly last: number;
}

type PlaceRow = [
  step: number,
  epoch: number | null,
  wallMs: number,
  value: number | null,
  segment: number,
];

/** So many points, and of so many buckets the rows, are in memory at once, of all series together. */
const mostPoints = 100_000;
const mostBuckets = 20_000;

/** How often a stretch of a long series is looked at more closely: each look is about so many times finer. */
const looks = 3;
const look = 64;

type Wanted = Pick<ReadBandsQuery, "x" | "points" | "from" | "to">;
type SegmentsOfRuns = ReadonlyMap<string, readonly TrainedSegment[]>;

/**
 * Reads the points of many series along x, in one call. In a series of more than 8,000 points, a stretch of neighbouring steps
 * counts as one point at its last step, so the cost does not grow with the length.
 */
export class ReadLines {
  readonly #rows: SeriesRows;
  readonly #points: ReadRows<PlaceRow>;
  readonly #time: TrainingTime;

  constructor(db: Database) {
    this.#rows = new SeriesRows(db);
    const names = ["step", "epoch", "wall_ms", "value", "segment"];
    this.#points = new ReadRows(db, { table: "points", names });
    this.#time = new TrainingTime(db);
  }

  /** One for each series, in their order: what lies from `from` to `to` along x, and by time also what stands beside that. */
  run(series: readonly SeriesOfLine[], wanted: Wanted): Line[] {
    const isTimed = wanted.x === "time";
    const segments = this.#time.run(isTimed ? series.map(({ run }) => run) : []);
    const isLong = ({ rolled, n }: SeriesOfLine) => rolled > 0 && n > wanted.points;
    const short = series.filter((each) => !isLong(each));
    const long = series.filter(isLong);
    const lines = new Map([
      ...this.#everyPoint(short, wanted, segments),
      ...this.#stretches(long, wanted, segments),
    ]);
    return series.map((each) => {
      const line = lines.get(each) ?? new Line();
      // Between neighbours in time a line is straight: those outside are needed, too.
      return isTimed ? line : line.within(wanted.from, wanted.to);
    });
  }

  *#everyPoint(
    series: readonly SeriesOfLine[],
    { x, from, to }: Wanted,
    segments: SegmentsOfRuns,
  ): Iterable<[SeriesOfLine, Line]> {
    const longest = series.reduce((most, { n }) => Math.max(most, n), 1);
    const atOnce = Math.ceil(mostPoints / longest);
    for (let i = 0; i < series.length; i += atOnce) {
      const part = series.slice(i, i + atOnce);
      const rows = this.#points.many(
        part.map(({ id, first, last }) => ({
          ...{ series: id, level: -1 },
          first: x === "step" ? Math.max(first, Math.ceil(from)) : first,
          end: (x === "step" ? Math.min(last, Math.floor(to)) : last) + 1,
        })),
      );
      for (const [nth, each] of part.entries()) {
        const line = new Line();
        const ofRun = segments.get(each.run) ?? [];
        for (const row of rows[nth] ?? []) line.addPoint(placeOfPoint(row, x, ofRun), row[3]);
        yield [each, line];
      }
    }
  }

  *#stretches(
    series: readonly SeriesOfLine[],
    wanted: Wanted,
    segments: SegmentsOfRuns,
  ): Iterable<[SeriesOfLine, Line]> {
    const readings = series.map((each) => lineOf(each, wanted, segments.get(each.run) ?? []));
    const atOnce = Math.ceil(mostBuckets / wanted.points);
    const lines = readTogether(this.#rows, readings, atOnce);
    for (const [i, each] of series.entries()) yield [each, lines[i] ?? new Line()];
  }
}

/** Along the time that its run had been trained, the time between its segments does not count. */
function placeOfPoint(
  [step, epoch, wallMs, , segment]: PlaceRow,
  x: ReadBandsQuery["x"],
  segments: readonly TrainedSegment[],
): number {
  if (x === "step") return step;
  return x === "epoch" ? (epoch ?? step) : wallMs - (segments[segment]?.offsetMs ?? 0);
}

function* lineOf(
  series: SeriesOfLine,
  wanted: Wanted,
  segments: readonly TrainedSegment[],
): Reading<Line> {
  const { x, points } = wanted;
  const line = new Line();
  const { from, to } = yield* stepsOf(series, wanted, segments);
  if (from > to) return line;
  // More than the buckets of a band, so that every run has a value in each.
  const size = bucketSteps(to - from + 1, points);
  if (size > 1) line.stretch = x === "step" ? { width: size } : {};
  for (const bucket of yield* bucketRange(series, { from, to, steps: size })) {
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
function* stepsOf(
  series: SeriesOfLine,
  { x, from, to }: Wanted,
  segments: readonly TrainedSegment[],
): Reading<{ readonly from: number; readonly to: number }> {
  const { first, last } = series;
  if (x === "step") {
    return { from: Math.max(first, Math.ceil(from)), to: Math.min(last, Math.floor(to)) };
  }
  let steps = { from: first, to: last };
  if (from === -Infinity && to === Infinity) return steps;
  for (let nth = 0; nth < looks; nth++) {
    const size = bucketSteps(steps.to - steps.from + 1, look);
    if (size === 1) break;
    const buckets = yield* bucketRange(series, { ...steps, steps: size });
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
