import type { JournalWriter } from "@epochal/callbacks";
import { isNull } from "drizzle-orm";
import { probeWriter, type WriterState } from "../../lease/probe-writer.ts";
import { runStatus } from "../../lease/run-status.ts";
import type { RunStatus } from "../../run-summary.ts";
import { runs } from "../schema/runs.ts";
import type { Drizzle } from "./drizzle.ts";

/** How the runs stand that have not said how they ended, by their ids. */
export function openRunStates(db: Drizzle, now: number): Map<string, RunStatus> {
  const rows = db
    .select({
      id: runs.id,
      seenMs: runs.seenMs,
      host: runs.host,
      bootId: runs.bootId,
      pid: runs.pid,
      pidStarted: runs.pidStarted,
    })
    .from(runs)
    .where(isNull(runs.state))
    .all();
  const probe = probeOnce();
  return new Map(
    rows.map(({ id, seenMs, pidStarted, ...process }) => {
      const writer = { ...process, ...(pidStarted !== null && { pidStarted }) };
      return [id, runStatus({ state: null, reason: null, seenMs, writer }, now, probe)];
    }),
  );
}

/** Many runs of one process cost one look. */
function probeOnce(): (writer: JournalWriter) => WriterState {
  const known = new Map<string, WriterState>();
  return (writer) => {
    const key = JSON.stringify([writer.host, writer.bootId, writer.pid, writer.pidStarted]);
    const state = known.get(key) ?? probeWriter(writer);
    known.set(key, state);
    return state;
  };
}
