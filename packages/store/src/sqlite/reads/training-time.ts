import type { Database, Statement } from "better-sqlite3";

interface SegmentRow {
  readonly run: string;
  readonly segment: number;
  readonly started: number;
  /** NULL for the segment that a run is in. */
  readonly ended: number | null;
}

/**
 * How long runs had been trained when something was logged: since their start, without the time between their segments. Of each
 * run a row of numbers, one for each segment: what to take off a wall time.
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

  /** By run. */
  run(ids: readonly string[]): Map<string, readonly number[]> {
    const offsets = new Map<string, number[]>();
    const trained = new Map<string, number>();
    for (const { run, segment, started, ended } of this.#segments.iterate(JSON.stringify(ids))) {
      const before = trained.get(run) ?? 0;
      const known = offsets.get(run) ?? [];
      known[segment] = started - before;
      offsets.set(run, known);
      trained.set(run, before + Math.max(0, (ended ?? started) - started));
    }
    return offsets;
  }
}
