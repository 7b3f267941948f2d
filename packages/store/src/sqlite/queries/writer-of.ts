import type { JournalWriter } from "@epochal/callbacks";
import { eq } from "drizzle-orm";
import { StoreError } from "../../store-error.ts";
import { runs } from "../schema/runs.ts";
import type { Drizzle } from "./drizzle.ts";

/** The segment that a run is in, and the process that trains it. */
export interface RunProcess {
  readonly segment: number;
  readonly process: JournalWriter;
}

/** @throws StoreError `run_not_found` */
export function writerOf(db: Drizzle, id: string): RunProcess {
  const row = db
    .select({
      segment: runs.segment,
      host: runs.host,
      bootId: runs.bootId,
      pid: runs.pid,
      pidStarted: runs.pidStarted,
      pidSpace: runs.pidSpace,
    })
    .from(runs)
    .where(eq(runs.id, id))
    .get();
  if (row === undefined) throw new StoreError("run_not_found", `There is no run ${id}.`);
  const { segment, pidStarted, pidSpace, ...process } = row;
  return {
    segment,
    process: {
      ...process,
      ...(pidStarted !== null && { pidStarted }),
      ...(pidSpace !== null && { pidSpace }),
    },
  };
}
