import {
  conclude,
  neededCurves,
  type RunConclusions,
  rulesVersion,
  standingEvents,
} from "@epochal/conclusions";
import type { Database, Statement } from "better-sqlite3";
import { StoreError } from "../../store-error.ts";
import { fromExactJson } from "../exact-json.ts";
import { ReadCurves } from "./read-curves.ts";
import { readEvent } from "./read-event.ts";
import type { SeriesOfRuns } from "./series-of-runs.ts";

/** What follows from a run at one revision of it. */
export interface Concluded {
  readonly rev: number;
  readonly conclusions: RunConclusions;
}

interface KeptRow {
  readonly id: string;
  readonly rev: number;
  readonly restored: number | null;
  /** NULL where none are kept of this revision by these rules. */
  readonly kept: string | null;
}

const mostKnown = 5_000;

/**
 * What follows from runs: once for each change of them. What the database keeps of a run counts where it is of the run's revision,
 * and of these rules; else it is concluded from its values.
 */
export class ConcludeRun {
  readonly #runs: Statement<[number, string], KeptRow>;
  readonly #events: Statement<[string], string>;
  readonly #segments: Statement<[string, string], { segment: number; epoch: number | null }>;
  readonly #seriesOfRuns: SeriesOfRuns;
  readonly #readCurves: ReadCurves;
  readonly #known = new Map<string, Concluded>();

  constructor(db: Database, seriesOfRuns: SeriesOfRuns) {
    this.#runs = db.prepare(
      `SELECT runs.id AS id, runs.rev AS rev, restored_epoch AS restored, concluded.conclusions AS kept FROM runs
        LEFT JOIN concluded ON run_id = runs.id AND concluded.rev = runs.rev AND concluded.rules = ?
        WHERE runs.id IN (SELECT value FROM json_each(?))`,
    );
    // The largest events say nothing about how a run went.
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
    const conclusions = this.all([id]).get(id);
    if (conclusions === undefined) {
      throw new StoreError("run_not_found", `There is no run ${id}.`);
    }
    return conclusions;
  }

  /** Of many runs at once, by their ids. Those that are not there are left out. */
  all(ids: readonly string[]): Map<string, RunConclusions> {
    const found = new Map<string, RunConclusions>();
    for (const row of this.#runs.all(rulesVersion, JSON.stringify(ids))) {
      const { id, rev } = row;
      const known = this.#known.get(id);
      const conclusions = known?.rev === rev ? known.conclusions : this.#read(row);
      if (this.#known.size >= mostKnown) this.#known.clear();
      this.#known.set(id, { rev, conclusions });
      found.set(id, conclusions);
    }
    return found;
  }

  /** From the run's own values, whatever is kept. Undefined where there is no such run. */
  anew(id: string): Concluded | undefined {
    const [row] = this.#runs.all(rulesVersion, JSON.stringify([id]));
    return row && { rev: row.rev, conclusions: this.#conclude(row) };
  }

  #read(row: KeptRow): RunConclusions {
    return row.kept === null ? this.#conclude(row) : (fromExactJson(row.kept) as RunConclusions);
  }

  #conclude({ id, restored }: KeptRow): RunConclusions {
    const series = this.#seriesOfRuns.run([{ id, restoredEpoch: restored }]).get(id) ?? [];
    const segments = this.#segments
      .all(id, id)
      .map(({ segment, epoch }) => ({ segment, ...(epoch !== null && { epoch }) }));
    const events = standingEvents({ events: this.#events.all(id).map(readEvent), segments });
    const curves = this.#readCurves.run(id, neededCurves(series));
    return conclude({ series, events, curves });
  }
}
