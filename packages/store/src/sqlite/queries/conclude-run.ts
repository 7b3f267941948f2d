import type { Database, Statement } from "better-sqlite3";
import type { RunDetails } from "../../run-details.ts";
import { StoreError } from "../../store-error.ts";
import { conclude, type RunConclusions } from "../../verdict/conclude.ts";
import type { Curve } from "../../verdict/curve.ts";
import type { ReadSeries } from "./read-series.ts";

interface Concluded {
  readonly rev: number;
  readonly conclusions: RunConclusions;
}

/** Up to twice as many epochs are read as they are; of more, the extremes. */
const width = 1_000;
const costKeys = new Set(["tracking_ms", "epoch_seconds"]);
const mostKept = 5_000;

/** Reads what a run is judged by, and concludes; once for each change of the run. */
export class ConcludeRun {
  readonly #rev: Statement<[string], number>;
  readonly #readSeries: ReadSeries;
  readonly #known = new Map<string, Concluded>();

  constructor(db: Database, readSeries: ReadSeries) {
    this.#rev = db.prepare<[string], number>("SELECT rev FROM runs WHERE id = ?").pluck();
    this.#readSeries = readSeries;
  }

  /** @throws StoreError `run_not_found` */
  run(id: string, read: (id: string) => RunDetails): RunConclusions {
    const rev = this.#rev.get(id);
    if (rev === undefined) throw new StoreError("run_not_found", `There is no run ${id}.`);
    const known = this.#known.get(id);
    if (known?.rev === rev) return known.conclusions;
    const { series, events } = read(id);
    const curves = new Map<string, Curve>();
    for (const { key, kind, per } of series) {
      if (per !== "epoch" || (kind === "system" && !costKeys.has(key))) continue;
      const { step, epoch, value } = this.#readSeries.run({ run: id, key, width });
      const epochs = Array.from(epoch, (at, i) => (Number.isNaN(at) ? (step[i] ?? 0) : at));
      curves.set(key, { epochs, values: [...value] });
    }
    const conclusions = conclude({ series, events: events.map(({ event }) => event), curves });
    if (this.#known.size >= mostKept) this.#known.clear();
    this.#known.set(id, { rev, conclusions });
    return conclusions;
  }
}
