import type { Statement } from "better-sqlite3";
import { levelWidth } from "../rollup/rollup-levels.ts";
import { type PointRow, SeriesRows } from "../rollup/series-rows.ts";
import type { Stretch } from "../rollup/stretch.ts";
import { InsertEvent } from "./insert-event.ts";
import type { PatientWriter } from "./patient-writer.ts";
import { WritePoints } from "./write-points.ts";

/** So many points are looked at in one transaction. No stretch has more. */
const slice = 20_000;
const widest = 5;

interface SeriesRow {
  readonly id: number;
  readonly first: number;
  readonly last: number;
  readonly kept: number | null;
}

export interface PruneRunArgs {
  readonly id: string;
  /** The segment that was seen ended. Where the run was resumed since, it trains and is left alone. */
  readonly segment: number;
  /** The stretch of which the extremes stay: a {@link stretchOf}. */
  readonly width: number;
  readonly by: string;
  readonly dryRun: boolean;
}

/** What was removed, and the number of the event that says so. */
interface Removed {
  points: number;
  event?: number;
}

interface Looked {
  /** What can go. */
  readonly steps: readonly number[];
  /** Of how many. */
  readonly looked: number;
  /** The number of the event that says so. */
  readonly event?: number;
}

/** The stretch of charts that has at least so many steps. */
export function stretchOf(keepEvery: number): number {
  let level = 0;
  while (level < widest && levelWidth(level) < keepEvery) level++;
  return levelWidth(level);
}

/**
 * Thins out the per-batch values of a run, in slices that are each whole: points, rollup, summary, and the event of the run
 * that says how many values are removed so far. What stays: the first and the last, of each stretch the lowest, the highest and the first that is not finite, the last before each whole epoch, and the one
 * that the restored weights had.
 */
export class PruneSeries {
  readonly #writer: PatientWriter;
  readonly #rows: SeriesRows;
  readonly #writePoints: WritePoints;
  readonly #series: Statement<[string], SeriesRow>;
  readonly #bound: Statement<[number, number], number>;
  readonly #remove: Statement<[number, string]>;
  readonly #pruned: Statement<[number, number]>;
  readonly #tick: Statement<[], number>;
  readonly #touch: Statement<[number, string]>;
  readonly #hasEnded: Statement<[string, number], number>;
  readonly #insertEvent: InsertEvent;
  readonly #countEvent: Statement<[string, string, number]>;

  constructor(writer: PatientWriter) {
    const { db } = writer;
    this.#writer = writer;
    this.#rows = new SeriesRows(db);
    this.#writePoints = new WritePoints(db);
    this.#series = db.prepare(
      "SELECT id, first_step AS first, last_step AS last, kept_step AS kept FROM series WHERE run_id = ? AND per = 'batch' AND n > 2",
    );
    this.#bound = db
      .prepare<[number, number], number>(
        `SELECT step FROM points WHERE series_id = ? AND step >= ? ORDER BY step LIMIT 1 OFFSET ${slice}`,
      )
      .pluck();
    this.#remove = db.prepare(
      "DELETE FROM points WHERE series_id = ? AND step IN (SELECT CAST(value AS BIGINT) FROM json_each(?))",
    );
    this.#pruned = db.prepare("UPDATE series SET pruned = pruned + ? WHERE id = ?");
    this.#tick = db.prepare<[], number>("UPDATE clock SET rev = rev + 1 RETURNING rev").pluck();
    this.#touch = db.prepare("UPDATE runs SET rev = ? WHERE id = ?");
    this.#hasEnded = db
      .prepare<[string, number], number>(
        "SELECT 1 FROM runs WHERE id = ? AND segment = ? AND purging_ms IS NULL",
      )
      .pluck();
    this.#insertEvent = new InsertEvent(db);
    this.#countEvent = db.prepare("UPDATE events SET event = ? WHERE run_id = ? AND seq = ?");
  }

  /** @returns how many points were removed, or would be, and how many stay */
  async run(args: PruneRunArgs): Promise<{ removed: number; kept: number }> {
    const { id, width } = args;
    const removed: Removed = { points: 0 };
    let kept = 0;
    for (const series of this.#series.all(id)) {
      for (let from = Math.floor(series.first / width) * width; from <= series.last; ) {
        const bound = this.#bound.get(series.id, from);
        // Whole stretches only: what is cut through would keep more than it needs.
        const to = bound === undefined ? series.last + 1 : Math.floor(bound / width) * width;
        const { steps, looked } = await this.#prune(
          args,
          series,
          { first: from, end: to },
          removed,
        );
        kept += looked - steps.length;
        from = to;
      }
    }
    return { removed: removed.points, kept };
  }

  async #prune(
    args: PruneRunArgs,
    series: SeriesRow,
    stretch: Stretch,
    removed: Removed,
  ): Promise<Looked> {
    const look = () => this.#superfluous(series, stretch, args.width);
    if (args.dryRun) {
      const found = look();
      removed.points += found.steps.length;
      return found;
    }
    const { event, ...found } = await this.#writer.write(() => {
      if (this.#hasEnded.get(args.id, args.segment) === undefined) return { steps: [], looked: 0 };
      const found = look();
      if (found.steps.length === 0) return found;
      this.#remove.run(series.id, JSON.stringify(found.steps));
      const rev = this.#tick.get() ?? 0;
      this.#writePoints.refresh(series.id, stretch, rev);
      this.#pruned.run(found.steps.length, series.id);
      this.#touch.run(rev, args.id);
      return { ...found, event: this.#tell(args, removed.points + found.steps.length, removed) };
    });
    removed.points += found.steps.length;
    if (event !== undefined) removed.event = event;
    return found;
  }

  /** @returns the number of the event that says how many values are removed */
  #tell({ id: run, width, by }: PruneRunArgs, removed: number, { event }: Removed): number {
    const pruned = { type: "pruned", by, keepEvery: width, removed } as const;
    if (event !== undefined) {
      this.#countEvent.run(JSON.stringify(pruned), run, event);
      return event;
    }
    return this.#insertEvent.run({
      ...{ type: "event", run, at: Date.now() },
      event: pruned,
    });
  }

  #superfluous(series: SeriesRow, { first, end: behind }: Stretch, width: number): Looked {
    const points = this.#rows.points(series.id, first, behind);
    // One point more, to see where an epoch ends.
    const [next] = this.#rows.points(series.id, behind, behind + width);
    const keep = new Set<number | null>([series.first, series.last, series.kept]);
    for (let i = 0; i < points.length; ) {
      const end = (Math.floor((points[i]?.[0] ?? 0) / width) + 1) * width;
      const begin = i;
      while (i < points.length && (points[i]?.[0] ?? 0) < end) i++;
      for (const step of extremesOf(points.slice(begin, i))) keep.add(step);
    }
    for (const [i, point] of points.entries()) {
      const after = points[i + 1] ?? next;
      if (after !== undefined && endsEpoch(point, after)) keep.add(point[0]);
    }
    const steps = points.map(([step]) => step).filter((step) => !keep.has(step));
    return { steps, looked: points.length };
  }
}

/** The first steps of the lowest and the highest value, and of one that is not finite. */
function extremesOf(points: readonly PointRow[]): number[] {
  let [low, high, bad]: (PointRow | undefined)[] = [];
  for (const point of points) {
    const [, , , value] = point;
    if (value === null || !Number.isFinite(value)) bad ??= point;
    else {
      if (low === undefined || value < (low[3] ?? 0)) low = point;
      if (high === undefined || value > (high[3] ?? 0)) high = point;
    }
  }
  return [low, high, bad].flatMap((point) => (point === undefined ? [] : [point[0]]));
}

/** Whoever resumes a run looks for the last batch of an epoch, and it is what restored weights are said to have had. */
function endsEpoch([, epoch]: PointRow, [, next]: PointRow): boolean {
  if (epoch === null || next === null) return epoch !== next;
  return Math.floor(epoch) !== Math.floor(next) || Math.ceil(epoch) !== Math.ceil(next);
}
