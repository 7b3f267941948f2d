import type { Database, Statement } from "better-sqlite3";

interface SegmentRow {
  readonly run: string;
  readonly segment: number;
  readonly started: number;
  /** NULL for the segment that a run is in. */
  readonly ended: number | null;
}

/** A segment of a run, for computing how long the run had been trained at a wall time. */
export interface TrainedSegment {
  readonly startedMs: number;
  /** What to subtract from the wall times of this segment: the run's start, and the time between the segments since. */
  readonly offsetMs: number;
}

/**
 * Computes how long runs had been trained when something was logged: since their start, without the time between their
 * segments.
 */
export class TrainingTime {
  readonly #segments: Statement<[string], SegmentRow>;

  constructor(db: Database) {
    this.#segments = db.prepare(
      `WITH wanted AS (SELECT value AS id FROM json_each(?))
        SELECT run_id AS run, segment, started_ms AS started, coalesce(ended_ms, seen_ms) AS ended
          FROM wanted JOIN segments ON run_id = wanted.id
        UNION ALL SELECT runs.id, segment, coalesce(segment_ms, started_ms), NULL
          FROM wanted JOIN runs ON runs.id = wanted.id
        ORDER BY 1, 2`,
    );
  }

  /** The segments of each run, by their numbers. */
  run(ids: readonly string[]): Map<string, readonly TrainedSegment[]> {
    const segments = new Map<string, TrainedSegment[]>();
    const trained = new Map<string, number>();
    for (const { run, segment, started, ended } of this.#segments.iterate(JSON.stringify(ids))) {
      const before = trained.get(run) ?? 0;
      const known = segments.get(run) ?? [];
      known[segment] = { startedMs: started, offsetMs: started - before };
      segments.set(run, known);
      trained.set(run, before + Math.max(0, (ended ?? started) - started));
    }
    return segments;
  }
}
