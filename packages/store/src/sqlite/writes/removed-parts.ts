import type { Database, Statement } from "better-sqlite3";

/** Keeps in mind which parts were removed, and knows of which journal no part may be. */
export class RemovedParts {
  readonly #db: Database;
  readonly #remember: Statement;
  readonly #forget: Statement;
  readonly #expire: Statement;
  readonly #mayLive: Statement<[string], number>;

  constructor(db: Database) {
    this.#db = db;
    this.#remember = db.prepare(
      `INSERT INTO removed (segment, bytes, removed_ms) SELECT segment, bytes, ? FROM folded WHERE segment = ?
        ON CONFLICT (segment) DO UPDATE SET bytes = excluded.bytes, removed_ms = excluded.removed_ms`,
    );
    this.#forget = db.prepare("DELETE FROM folded WHERE segment = ?");
    this.#expire = db.prepare("DELETE FROM removed WHERE removed_ms < ?");
    this.#mayLive = db
      .prepare<[string], number>(
        `SELECT 1 FROM runs WHERE journal = ? AND settled IS NULL AND NOT EXISTS (SELECT 1 FROM watches
          WHERE run_id = runs.id AND beat = coalesce(seen_up_ms, seen_ms) AND watches.state = 'still') LIMIT 1`,
      )
      .pluck();
  }

  /** @param forMs how long it is kept in mind */
  add(parts: readonly string[], forMs: number): void {
    if (parts.length === 0) return;
    this.#db
      .transaction(() => {
        const now = Date.now();
        for (const part of parts) {
          this.#remember.run(now, part);
          this.#forget.run(part);
        }
        this.#expire.run(now - forMs);
      })
      .immediate();
  }

  /** Whether a run of this journal has not said how it ended, and nobody has seen its heartbeat stand still. */
  mayLive(journal: string): boolean {
    return this.#mayLive.get(journal) !== undefined;
  }
}
