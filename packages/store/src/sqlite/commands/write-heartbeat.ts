import type { Database, Statement } from "better-sqlite3";
import { awakeMs } from "../../lease/awake-ms.ts";
import { thisProcess } from "../../lease/this-process.ts";

/** Says of every open run of this process that it is alive. Does not tick the clock: nothing to show has changed. */
export class WriteHeartbeat {
  readonly #hasRuns: Statement<object, number>;
  readonly #update: Statement<object>;

  constructor(db: Database) {
    const mine =
      "state IS NULL AND pid = @pid AND pid_started IS @pidStarted AND pid_space IS @pidSpace AND host = @host AND boot_id = @bootId";
    this.#hasRuns = db.prepare<object, number>(`SELECT 1 FROM runs WHERE ${mine} LIMIT 1`).pluck();
    this.#update = db.prepare<object>(
      `UPDATE runs SET seen_ms = @now, seen_up_ms = @awake WHERE ${mine}`,
    );
  }

  run(now: number): void {
    const { host, bootId, pid, pidStarted = null, pidSpace = null } = thisProcess();
    const writer = { host, bootId, pid, pidStarted, pidSpace };
    // Asked first, because an update takes the lock even where there is nothing to update.
    if (this.#hasRuns.get(writer) !== undefined) {
      this.#update.run({ ...writer, now, awake: awakeMs() });
    }
  }
}
