import type { RunResumedRecord } from "@epochal/record";
import type { Database, Statement } from "better-sqlite3";
import { InsertEvent } from "./insert-event.ts";
import { writerRow } from "./writer-row.ts";

/** Stores that a run goes on: what it was is kept as a segment, and it counts as running again. */
export class ResumeRun {
  readonly #keep: Statement;
  readonly #resume: Statement;
  readonly #insertEvent: InsertEvent;

  constructor(db: Database) {
    this.#keep = db.prepare(
      `INSERT INTO segments (run_id, segment, started_ms, epoch, ended_ms, state, reason, host, seen_ms, stack)
        SELECT id, segment, coalesce(segment_ms, started_ms), segment_epoch, ended_ms, state, reason, host, seen_ms, stack
        FROM runs WHERE id = @run AND segment = @segment - 1`,
    );
    this.#resume = db.prepare(
      `UPDATE runs SET segment = @segment, segment_ms = @at, segment_epoch = NULL,
          earlier_ms = earlier_ms + max(0, coalesce(ended_ms, seen_ms) - coalesce(segment_ms, started_ms)), state = NULL, reason = NULL,
          stack = NULL, dated = 0, ended_ms = NULL, restored_epoch = NULL, seen_ms = @at, seen_up_ms = NULL,
          host = @host, boot_id = @bootId, pid = @pid, pid_started = @pidStarted, pid_space = @pidSpace,
          thread = @thread, journal = @journal, gone = NULL, gone_ms = NULL, gone_boot = NULL
        WHERE id = @run`,
    );
    this.#insertEvent = new InsertEvent(db);
  }

  /** Only the first one to say this segment counts. */
  run({ run, at, segment, writer }: RunResumedRecord): void {
    if (this.#keep.run({ run, segment }).changes === 0) return;
    this.#resume.run({ ...writerRow(writer), run, segment, at });
    this.#insertEvent.run({ type: "event", run, at, event: { type: "resumed", segment } });
  }
}
