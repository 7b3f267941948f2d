import type { JournalWriter } from "@epochal/record";
import type { Database } from "better-sqlite3";
import { StoreError } from "../../store-error.ts";
import { type RunRow, runColumns } from "./run-row.ts";
import { toWriter } from "./to-writer.ts";

/** The segment that a run is in, and the process that trains it. */
export interface RunProcess {
  readonly segment: number;
  readonly process: JournalWriter;
}

/** @throws StoreError `run_not_found` */
export function writerOf(db: Database, id: string): RunProcess {
  const row = db.prepare<[string], RunRow>(`SELECT ${runColumns} FROM runs WHERE id = ?`).get(id);
  if (row === undefined) throw new StoreError("run_not_found", `There is no run ${id}.`);
  return { segment: row.segment, process: toWriter(row) };
}
