import type { Database, Statement } from "better-sqlite3";
import { beatOf } from "../../lease/beat-of.ts";
import type { Lease } from "../../lease/lease.ts";
import { thisProcess } from "../../lease/this-process.ts";

interface WatchedRow {
  readonly id: string;
  readonly seenUpMs: number | null;
  readonly seenMs: number;
  readonly knownBeat: number | null;
  readonly sinceUpMs: number | null;
}

/**
 * Watches the heartbeats of runs whose process cannot be asked from here, by the clock of this machine. What is found is stored:
 * a command that lives for a second goes on where another has begun.
 */
export class WatchWriters {
  readonly #silentMs: number;
  readonly #find: Statement<object, WatchedRow>;
  readonly #keep: Statement;
  readonly #settle: Statement;
  readonly #forgetOthers: Statement;

  constructor(db: Database, { silentMs }: Pick<Lease, "silentMs">) {
    this.#silentMs = silentMs;
    this.#find = db.prepare<object, WatchedRow>(
      `SELECT runs.id AS id, seen_up_ms AS seenUpMs, seen_ms AS seenMs, beat AS knownBeat, since_up_ms AS sinceUpMs
        FROM runs LEFT JOIN watches ON run_id = runs.id AND watches.boot_id = @bootId
        WHERE runs.settled IS NULL AND heard_ms IS NULL AND NOT (runs.boot_id = @bootId AND pid_space IS NOT DISTINCT FROM @pidSpace AND host = @host)
          AND NOT EXISTS (SELECT 1 FROM watches AS other WHERE other.run_id = runs.id AND other.state = 'still'
            AND other.beat = coalesce(seen_up_ms, seen_ms))`,
    );
    this.#keep = db.prepare(
      `INSERT INTO watches (run_id, boot_id, beat, since_up_ms, state) VALUES (?, ?, ?, ?, 'seen')
        ON CONFLICT (run_id, boot_id) DO UPDATE SET beat = excluded.beat, since_up_ms = excluded.since_up_ms, state = 'moved'`,
    );
    this.#settle = db.prepare(
      "UPDATE watches SET state = 'still' WHERE run_id = ? AND boot_id = ?",
    );
    this.#forgetOthers = db.prepare("DELETE FROM watches WHERE run_id = ? AND boot_id <> ?");
  }

  /** @param awake for how long this machine has been awake */
  run(awake: number): void {
    const { bootId, host, pidSpace = null } = thisProcess();
    for (const row of this.#find.all({ bootId, host, pidSpace })) {
      const beat = beatOf(row.seenUpMs, row.seenMs);
      if (row.sinceUpMs === null || row.knownBeat !== beat) {
        this.#keep.run(row.id, bootId, beat, awake);
      } else if (awake - row.sinceUpMs > this.#silentMs) {
        this.#settle.run(row.id, bootId);
        this.#forgetOthers.run(row.id, bootId);
      }
    }
  }
}
