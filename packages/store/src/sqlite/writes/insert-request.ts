import type { RequestRecord } from "@epochal/record";
import type { Database, Statement } from "better-sqlite3";

/** Stores a request to a run. */
export class InsertRequest {
  readonly #insert: Statement;

  constructor(db: Database) {
    this.#insert = db.prepare(
      "INSERT INTO requests (id, run_id, at_ms, want, by) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
    );
  }

  run({ id, run, at, want, by }: RequestRecord): void {
    this.#insert.run(id, run, at, want, by);
  }
}
