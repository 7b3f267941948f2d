import type { SeriesValue } from "@epochal/conclusions";
import type { Database, Statement } from "better-sqlite3";
import type { TrainedSegment } from "./training-time.ts";

/** A series of one of two runs. */
export interface ComparedSeries {
  readonly id: number;
  /** Of its run. */
  readonly segments: readonly TrainedSegment[];
}

interface PointRow {
  readonly step: number;
  readonly epoch: number | null;
  readonly at: number;
  readonly ms: number;
  readonly value: number | null;
  readonly segment: number;
}

export interface ComparablePair {
  /** The epoch, or the milliseconds of training. */
  readonly at: number;
  readonly a?: SeriesValue;
  readonly b?: SeriesValue;
}

/** Values of a series of two runs at places that both have reached. */
export class ComparableValues {
  readonly #byEpoch: Statement<[number, number, number], PointRow>;
  readonly #byTime: Statement<[number, number, number], PointRow>;

  constructor(db: Database) {
    const columns =
      "SELECT step, epoch, coalesce(epoch, step) AS at, wall_ms AS ms, value, segment FROM points WHERE series_id = ?";
    this.#byEpoch = db.prepare(
      `${columns} AND step <= ? AND coalesce(epoch, step) <= ? ORDER BY step DESC LIMIT 1`,
    );
    this.#byTime = db.prepare(
      `${columns} AND segment = ? AND wall_ms <= ? ORDER BY step DESC LIMIT 1`,
    );
  }

  /** At the last epoch that both have a value of. A value without an epoch counts by its step. */
  atEqualEpoch(a: ComparedSeries, b: ComparedSeries): ComparablePair | undefined {
    let one = this.#last(a);
    let two = this.#last(b);
    while (one !== undefined && two !== undefined && one.at !== two.at) {
      if (one.at > two.at) one = this.#byEpoch.get(a.id, one.step, two.at);
      else two = this.#byEpoch.get(b.id, two.step, one.at);
    }
    if (one === undefined || two === undefined) return undefined;
    return { at: one.at, a: toValue(one), b: toValue(two) };
  }

  /** After as much time as both were trained for: the newest of each. */
  atEqualTime(a: ComparedSeries, b: ComparedSeries): ComparablePair | undefined {
    const [one, two] = [this.#last(a), this.#last(b)];
    if (one === undefined || two === undefined) return undefined;
    const at = Math.min(trainedMs(a, one), trainedMs(b, two));
    const [first, second] = [this.#newestBy(a, at), this.#newestBy(b, at)];
    return { at, ...(first && { a: toValue(first) }), ...(second && { b: toValue(second) }) };
  }

  #last({ id }: ComparedSeries): PointRow | undefined {
    return this.#byEpoch.get(id, Number.MAX_SAFE_INTEGER, Infinity);
  }

  #newestBy({ id, segments }: ComparedSeries, ms: number): PointRow | undefined {
    for (let segment = segments.length - 1; segment >= 0; segment--) {
      const found = this.#byTime.get(id, segment, ms + (segments[segment]?.offsetMs ?? 0));
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

const trainedMs = ({ segments }: ComparedSeries, { ms, segment }: PointRow) =>
  ms - (segments[segment]?.offsetMs ?? 0);

function toValue({ step, epoch, value }: PointRow): SeriesValue {
  return { value: value ?? Number.NaN, step, ...(epoch !== null && { epoch }) };
}
