import type { JournalWriter } from "@epochal/record";
import { eq } from "drizzle-orm";
import { StoreError } from "../../store-error.ts";
import { runs } from "../schema/runs.ts";
import type { Drizzle } from "./drizzle.ts";
import { toWriter, writerColumns } from "./writer-columns.ts";

/** The segment that a run is in, and the process that trains it. */
export interface RunProcess {
  readonly segment: number;
  readonly process: JournalWriter;
}

/** @throws StoreError `run_not_found` */
export function writerOf(db: Drizzle, id: string): RunProcess {
  const row = db
    .select({ segment: runs.segment, ...writerColumns })
    .from(runs)
    .where(eq(runs.id, id))
    .get();
  if (row === undefined) throw new StoreError("run_not_found", `There is no run ${id}.`);
  return { segment: row.segment, process: toWriter(row) };
}
