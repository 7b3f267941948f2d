import type { FoundRequest } from "@epochal/record";
import type { Database, Statement } from "better-sqlite3";

/** Finds the requests to the open runs of one store that these have not heard yet. */
export class FindRequests {
  readonly #journal: string;
  readonly #find: Statement<object, FoundRequest>;

  /** @param journal the store's */
  constructor(db: Database, journal: string) {
    this.#journal = journal;
    // A request to an earlier process is not meant for this one.
    this.#find = db.prepare<object, FoundRequest>(
      `SELECT requests.run_id AS run, requests.id AS id, want, by FROM requests JOIN runs ON runs.id = requests.run_id
        WHERE taken_ms IS NULL AND state IS NULL AND pid = @pid AND journal = @journal AND at_ms >= coalesce(segment_ms, started_ms)
        ORDER BY at_ms, requests.id`,
    );
  }

  run(): FoundRequest[] {
    return this.#find.all({ pid: process.pid, journal: this.#journal });
  }
}
