import type { Database, Statement } from "better-sqlite3";
import type { RunDetails } from "../../run-details.ts";
import { StoreError } from "../../store-error.ts";
import { conclude, type RunConclusions } from "../../verdict/conclude.ts";
import { standingEvents } from "../../verdict/standing-events.ts";
import { ReadCurves } from "./read-curves.ts";

interface Concluded {
  readonly rev: number;
  readonly conclusions: RunConclusions;
}

const costKeys = new Set(["tracking_ms", "epoch_seconds"]);
const mostKept = 5_000;

/** Reads what a run is judged by, and concludes; once for each change of the run. */
export class ConcludeRun {
  readonly #rev: Statement<[string], number>;
  readonly #readCurves: ReadCurves;
  readonly #known = new Map<string, Concluded>();

  constructor(db: Database) {
    this.#rev = db.prepare<[string], number>("SELECT rev FROM runs WHERE id = ?").pluck();
    this.#readCurves = new ReadCurves(db);
  }

  /** @throws StoreError `run_not_found` */
  run(id: string, read: (id: string) => RunDetails): RunConclusions {
    const rev = this.#rev.get(id);
    if (rev === undefined) throw new StoreError("run_not_found", `There is no run ${id}.`);
    const known = this.#known.get(id);
    if (known?.rev === rev) return known.conclusions;
    const { series, events, segments } = read(id);
    const standing = standingEvents({ events: events.map(({ event }) => event), segments });
    const judged = series.filter(
      ({ key, kind, per }) => per === "epoch" && (kind !== "system" || costKeys.has(key)),
    );
    const curves = this.#readCurves.run(id, judged);
    const conclusions = conclude({ series, curves, events: standing });
    if (this.#known.size >= mostKept) this.#known.clear();
    this.#known.set(id, { rev, conclusions });
    return conclusions;
  }
}
