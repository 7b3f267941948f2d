import type { EventRecord } from "@epochal/record";
import type { Database, Statement } from "better-sqlite3";

/**
 * Stores a decision or an incident of a run; restored weights change the kept values of its series until another fit begins,
 * and a heard request is closed.
 */
export class InsertEvent {
  readonly #insert: Statement<[object], number>;
  readonly #restored: Statement;
  readonly #taken: Statement;
  readonly #branch: Statement;

  constructor(db: Database) {
    this.#insert = db
      .prepare<[object], number>(
        `INSERT INTO events (run_id, seq, at_ms, type, event)
          VALUES (@run, (SELECT coalesce(max(seq), 0) + 1 FROM events WHERE run_id = @run), @at, @type, @event) RETURNING seq`,
      )
      .pluck();
    this.#taken = db.prepare("UPDATE requests SET taken_ms = ? WHERE id = ? AND taken_ms IS NULL");
    this.#branch = db.prepare("UPDATE runs SET branch = ? WHERE id = ? AND branch IS NULL");
    this.#restored = db.prepare("UPDATE runs SET restored_epoch = ? WHERE id = ?");
  }

  /** @returns the event's number in the run */
  run({ run, at, event }: EventRecord): number {
    const seq = this.#insert.get({ run, at, type: event.type, event: JSON.stringify(event) });
    // An event that lacks a field is kept as it came, and read as far as possible.
    if (event.type === "request" && typeof event.request === "string") {
      this.#taken.run(at, event.request);
    }
    if (event.type === "weights_restored" && Number.isFinite(event.epoch)) {
      this.#restored.run(event.epoch, run);
    }
    if (event.type === "card" && typeof event.card?.code?.branch === "string") {
      this.#branch.run(event.card.code.branch, run);
    }
    // Training went on with the restored weights.
    if (event.type === "fit") this.#restored.run(null, run);
    return seq ?? 0;
  }
}
