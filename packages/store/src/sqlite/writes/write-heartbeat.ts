import type { Database, Statement } from "better-sqlite3";
import { awakeMs } from "../../lease/awake-ms.ts";

/** Says of every open run of one store that it is alive. Does not tick the clock: nothing to show has changed. */
export class WriteHeartbeat {
  readonly #journal: string;
  readonly #hasRuns: Statement<object, number>;
  readonly #update: Statement<object>;

  /** @param journal the store's. Not the process: another store of it, or another thread, may be gone. */
  constructor(db: Database, journal: string) {
    this.#journal = journal;
    // With the process id there is an index for it.
    const mine = "state IS NULL AND pid = @pid AND journal = @journal";
    this.#hasRuns = db.prepare<object, number>(`SELECT 1 FROM runs WHERE ${mine} LIMIT 1`).pluck();
    this.#update = db.prepare<object>(
      `UPDATE runs SET seen_ms = CASE WHEN dated = 1 THEN seen_ms ELSE @now END, seen_up_ms = @awake,
        gone = NULL, gone_ms = NULL, gone_boot = NULL WHERE ${mine}`,
    );
  }

  run(now: number): void {
    const writer = { pid: process.pid, journal: this.#journal };
    // Asked first, because an update takes the lock even where there is nothing to update.
    if (this.#hasRuns.get(writer) !== undefined) {
      this.#update.run({ ...writer, now, awake: awakeMs() });
    }
  }
}
