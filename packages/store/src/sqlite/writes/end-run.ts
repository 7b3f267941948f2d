import type { RunEndedRecord } from "@epochal/record";
import type { Database, Statement } from "better-sqlite3";

/** Stores how a run ended, as it said itself. */
export class EndRun {
  readonly #end: Statement;
  readonly #earlier: Statement;

  constructor(db: Database) {
    this.#end = db.prepare(
      "UPDATE runs SET state = ?, reason = ?, stack = ?, ended_ms = ? WHERE id = ? AND segment = ?",
    );
    this.#earlier = db.prepare(
      "UPDATE segments SET state = ?, reason = ?, stack = ?, ended_ms = ? WHERE run_id = ? AND segment = ?",
    );
  }

  run({ run, at, segment = 0, state, reason, stack }: RunEndedRecord): void {
    const said = [state, reason ?? null, stack ?? null, at, run, segment] as const;
    const { changes } = this.#end.run(...said);
    // Somebody has resumed it before the record of its end arrived.
    if (changes === 0) this.#earlier.run(...said);
  }
}
