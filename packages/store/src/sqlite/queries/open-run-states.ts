import type { JournalWriter } from "@epochal/callbacks";
import { isNull } from "drizzle-orm";
import { awakeMs } from "../../lease/awake-ms.ts";
import { probeWriter, type WriterState } from "../../lease/probe-writer.ts";
import { runStatus } from "../../lease/run-status.ts";
import type { RunStatus } from "../../run-summary.ts";
import { runs } from "../schema/runs.ts";
import type { Drizzle } from "./drizzle.ts";
import { toWriter, writerColumns } from "./writer-columns.ts";

/** How the runs stand that have not said how they ended, by their ids. */
export function openRunStates(db: Drizzle, now: number): Map<string, RunStatus> {
  const rows = db
    .select({
      id: runs.id,
      seenMs: runs.seenMs,
      seenUpMs: runs.seenUpMs,
      ...writerColumns,
    })
    .from(runs)
    .where(isNull(runs.state))
    .all();
  const probe = probeOnce();
  const moment = { now, awake: awakeMs() };
  return new Map(
    rows.map(({ id, seenMs, seenUpMs, ...process }) => {
      const lease = { state: null, reason: null, seenMs, seenUpMs, writer: toWriter(process) };
      return [id, runStatus(lease, moment, probe)];
    }),
  );
}

/** Many runs of one process cost one look. */
function probeOnce(): (writer: JournalWriter) => WriterState {
  const known = new Map<string, WriterState>();
  return (writer) => {
    const key = JSON.stringify(Object.values(writer));
    const state = known.get(key) ?? probeWriter(writer);
    known.set(key, state);
    return state;
  };
}
