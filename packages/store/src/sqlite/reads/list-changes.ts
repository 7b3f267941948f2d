import type { Database, Statement } from "better-sqlite3";
import type { ChangedRuns } from "../../store.ts";

/** What has changed since a tick of the clock: a few microseconds where nothing has. */
export class ListChanges {
  readonly #clock: Statement<[], number>;
  readonly #runs: Statement<[number], string>;

  constructor(db: Database) {
    this.#clock = db.prepare<[], number>("SELECT rev FROM clock").pluck();
    this.#runs = db
      .prepare<[number], string>(
        "SELECT id FROM (SELECT id, rev FROM runs UNION ALL SELECT id, rev FROM purged) AS changed WHERE rev > ? ORDER BY rev, id",
      )
      .pluck();
  }

  /** Without `since`, only the revision to start from. */
  run(since: number | undefined): ChangedRuns {
    if (since !== undefined && !Number.isFinite(since)) {
      throw new TypeError(`listChanges: since must be a number. Received: ${String(since)}`);
    }
    const revision = this.#clock.get() ?? 0;
    if (since === undefined || since === revision) return { revision, runs: [] };
    // A revision from the future is of another database that was here before: everything is new.
    return { revision, runs: this.#runs.all(since > revision ? -1 : since) };
  }
}
