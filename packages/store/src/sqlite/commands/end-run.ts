import type { RunEndedRecord } from "@epochal/callbacks";
import type { Database, Statement } from "better-sqlite3";

/** Stores how a run ended in its own words. */
export class EndRun {
  readonly #end: Statement;

  constructor(db: Database) {
    this.#end = db.prepare("UPDATE runs SET state = ?, reason = ?, ended_ms = ? WHERE id = ?");
  }

  run({ run, at, state, reason }: RunEndedRecord): void {
    this.#end.run(state, reason ?? null, at, run);
  }
}
