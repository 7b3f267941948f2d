import type { Database, Statement } from "better-sqlite3";
import { isLost } from "../../lease/run-status.ts";

interface SilentRow {
  readonly id: string;
  readonly heardMs: number;
}

/** Keeps of runs that are sent, and of which nothing was heard for long, that they are lost: then no reader finds it out anew. More of them undoes it. */
export class LoseSent {
  readonly #db: Database;
  readonly #silentMs: number;
  readonly #open: Statement<[], SilentRow>;
  readonly #tick: Statement<[], number>;
  readonly #lose: Statement;

  /** @param silentMs for how long a run may be silent */
  constructor(db: Database, silentMs: number) {
    this.#db = db;
    this.#silentMs = silentMs;
    this.#open = db.prepare(
      "SELECT id, heard_ms AS heardMs FROM runs WHERE settled IS NULL AND boot_id = '' AND heard_ms IS NOT NULL",
    );
    this.#tick = db.prepare<[], number>("UPDATE clock SET rev = rev + 1 RETURNING rev").pluck();
    this.#lose = db.prepare(
      `UPDATE runs SET state = 'lost', reason = 'nothing more was heard of it', ended_ms = seen_ms, rev = ?
        WHERE id = ? AND state IS NULL AND heard_ms = ?`,
    );
  }

  run(now: number): void {
    const lost = this.#open.all().filter(({ heardMs }) => isLost(heardMs, now, this.#silentMs));
    if (lost.length === 0) return;
    this.#db
      .transaction(() => {
        const rev = this.#tick.get() ?? 0;
        for (const { id, heardMs } of lost) this.#lose.run(rev, id, heardMs);
      })
      .immediate();
  }
}
