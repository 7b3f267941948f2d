import { conclude, type RunConclusions, standingEvents } from "@epochal/conclusions";
import type { Database, Statement } from "better-sqlite3";
import { StoreError } from "../../store-error.ts";
import { ReadCurves } from "./read-curves.ts";
import { readEvent } from "./read-event.ts";
import type { SeriesOfRuns } from "./series-of-runs.ts";

interface Concluded {
  readonly rev: number;
  readonly conclusions: RunConclusions;
}

const costKeys = new Set(["tracking_ms", "epoch_seconds"]);
const mostKept = 5_000;

/** Reads what a run is judged by, and concludes; once for each change of the run. */
export class ConcludeRun {
  readonly #run: Statement<[string], { rev: number; restored: number | null }>;
  readonly #events: Statement<[string], string>;
  readonly #segments: Statement<[string, string], { segment: number; epoch: number | null }>;
  readonly #seriesOfRuns: SeriesOfRuns;
  readonly #readCurves: ReadCurves;
  readonly #known = new Map<string, Concluded>();

  constructor(db: Database, seriesOfRuns: SeriesOfRuns) {
    this.#run = db.prepare("SELECT rev, restored_epoch AS restored FROM runs WHERE id = ?");
    // What weighs most says nothing of how a run went.
    this.#events = db
      .prepare<[string], string>(
        "SELECT event FROM events WHERE run_id = ? AND type NOT IN ('histogram', 'card', 'graph') ORDER BY seq",
      )
      .pluck();
    this.#segments = db.prepare(
      `SELECT segment, epoch FROM segments WHERE run_id = ?
        UNION ALL SELECT segment, segment_epoch FROM runs WHERE id = ?`,
    );
    this.#seriesOfRuns = seriesOfRuns;
    this.#readCurves = new ReadCurves(db);
  }

  /** @throws StoreError `run_not_found` */
  run(id: string): RunConclusions {
    const row = this.#run.get(id);
    if (row === undefined) throw new StoreError("run_not_found", `There is no run ${id}.`);
    const { rev, restored } = row;
    const known = this.#known.get(id);
    if (known?.rev === rev) return known.conclusions;
    const series = this.#seriesOfRuns.run([{ id, restoredEpoch: restored }]).get(id) ?? [];
    const segments = this.#segments
      .all(id, id)
      .map(({ segment, epoch }) => ({ segment, ...(epoch !== null && { epoch }) }));
    const events = standingEvents({ events: this.#events.all(id).map(readEvent), segments });
    const judged = series.filter(
      ({ key, kind, per }) => per === "epoch" && (kind !== "system" || costKeys.has(key)),
    );
    const curves = this.#readCurves.run(id, judged);
    const conclusions = conclude({ series, events, curves });
    if (this.#known.size >= mostKept) this.#known.clear();
    this.#known.set(id, { rev, conclusions });
    return conclusions;
  }
}
