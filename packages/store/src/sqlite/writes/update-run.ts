import type { RunChange, UpdateRecord } from "@epochal/record";
import type { Database, Statement } from "better-sqlite3";
import { nameOfRun } from "../../name-of-run.ts";
import { InsertEvent } from "./insert-event.ts";

interface ChangedRow {
  readonly project: string;
  readonly startedMs: number;
  readonly segment: number;
  readonly name: string;
  /** JSON. */
  readonly tags: string;
  readonly notes: string;
  readonly group: string | null;
  readonly archivedMs: number | null;
  readonly deletedMs: number | null;
}

/**
 * Stores what somebody makes of a run, and what it was before as an event. What changes nothing is no event. A run that was resumed since somebody saw it ended is
 * not deleted.
 */
export class UpdateRun {
  readonly #find: Statement<[string], ChangedRow>;
  readonly #update: Statement;
  readonly #insertEvent: InsertEvent;

  constructor(db: Database) {
    this.#find = db.prepare(
      `SELECT project, started_ms AS startedMs, segment, name, tags, notes, run_group AS "group", archived_ms AS archivedMs,
        deleted_ms AS deletedMs FROM runs WHERE id = ? AND purging_ms IS NULL`,
    );
    this.#update = db.prepare(
      `UPDATE runs SET name = @name, tags = @tags, notes = @notes, run_group = @group, archived_ms = @archivedMs,
        deleted_ms = @deletedMs WHERE id = @run`,
    );
    this.#insertEvent = new InsertEvent(db);
  }

  run({ run, at, set, by, segment }: UpdateRecord): void {
    const row = this.#find.get(run);
    if (row === undefined) return;
    if (set.deleted === true && segment !== undefined && segment !== row.segment) return;
    const next = { ...row };
    const changes: RunChange[] = [];
    const texts = {
      name: set.name === null ? nameOfRun(row.project, row.startedMs) : set.name,
      notes: set.notes === null ? "" : set.notes,
      group: set.group,
    };
    for (const field of ["name", "notes", "group"] as const) {
      const [from, to] = [row[field], texts[field]];
      if (to === undefined || to === from) continue;
      Object.assign(next, { [field]: to });
      changes.push({ field, from, to });
    }
    if (set.tags !== undefined) {
      next.tags = JSON.stringify([...new Set(set.tags ?? [])]);
      if (next.tags !== row.tags) {
        changes.push({ field: "tags", from: JSON.parse(row.tags), to: JSON.parse(next.tags) });
      }
    }
    for (const field of ["archived", "deleted"] as const) {
      const [from, to] = [row[`${field}Ms`] !== null, set[field] ?? false];
      if (set[field] === undefined || to === from) continue;
      next[`${field}Ms`] = to ? at : null;
      changes.push({ field, from, to });
    }
    if (changes.length === 0) return;
    this.#update.run({ ...next, run });
    this.#insertEvent.run({ type: "event", run, at, event: { type: "updated", by, changes } });
  }
}
