import type { RunState } from "@epochal/conclusions";
import { asc, eq } from "drizzle-orm";
import type { RunSegment } from "../../run-details.ts";
import { segments } from "../schema/segments.ts";
import type { Drizzle } from "./drizzle.ts";

/** What a run was each time before it was resumed, the oldest first. */
export function segmentsOfRun(db: Drizzle, run: string): RunSegment[] {
  const rows = db
    .select()
    .from(segments)
    .where(eq(segments.runId, run))
    .orderBy(asc(segments.segment))
    .all();
  return rows.map(({ segment, startedMs, epoch, endedMs, state, reason, host, seenMs, stack }) => {
    const end =
      state === null ? { state: "killed", reason: "its process is gone" } : { state, reason };
    return {
      segment,
      startedAt: new Date(startedMs),
      ...(epoch !== null && { epoch }),
      endedAt: new Date(endedMs ?? seenMs),
      status: {
        state: end.state as RunState,
        ...(end.reason !== null && { reason: end.reason }),
        lastSeenAt: new Date(seenMs),
      },
      host,
      ...(stack !== null && { stack }),
    };
  });
}
