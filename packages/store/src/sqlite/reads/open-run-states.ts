import type { RunStatus } from "@epochal/conclusions";
import type { JournalWriter } from "@epochal/record";
import { and, eq, isNull, or } from "drizzle-orm";
import { awakeMs } from "../../lease/awake-ms.ts";
import { beatOf } from "../../lease/beat-of.ts";
import { probeWriter, type WriterState } from "../../lease/probe-writer.ts";
import { type Moment, runStatus } from "../../lease/run-status.ts";
import { thisProcess } from "../../lease/this-process.ts";
import type { Watch } from "../../lease/watch.ts";
import { runs } from "../schema/runs.ts";
import { watches } from "../schema/watches.ts";
import type { Drizzle } from "./drizzle.ts";
import { toWriter, writerColumns } from "./writer-columns.ts";

/** What time it is for whoever asks, and how long a run may be silent. */
export interface StatusMoment {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly silentMs: number;
}

/** How the runs stand that have not said how they ended, by their ids. */
export function openRunStates(
  db: Drizzle,
  { now, silentMs }: StatusMoment,
): Map<string, RunStatus> {
  const rows = db
    .select({
      id: runs.id,
      seenMs: runs.seenMs,
      dated: runs.dated,
      seenUpMs: runs.seenUpMs,
      ...writerColumns,
    })
    .from(runs)
    .where(isNull(runs.state))
    .all();
  const probe = probeOnce();
  const moment = { now, silentMs, awake: awakeMs(), here: thisProcess() };
  const known = watchesOf(db, moment);
  return new Map(
    rows.map(({ id, seenMs, seenUpMs, dated, ...process }) => {
      const watch = known.get(keyOf(id, beatOf(seenUpMs, seenMs)));
      const lease = {
        state: null,
        reason: null,
        seenMs,
        seenUpMs,
        dated: dated === 1,
        writer: toWriter(process),
      };
      return [id, runStatus({ ...lease, ...(watch && { watch }) }, moment, probe)];
    }),
  );
}

/** What is known of heartbeats by this machine's clock, and of those that stood still by any. */
function watchesOf(
  db: Drizzle,
  { awake, here: { bootId } }: Pick<Moment, "awake" | "here">,
): Map<string, Watch> {
  const rows = db
    .select()
    .from(watches)
    .innerJoin(runs, and(eq(runs.id, watches.runId), isNull(runs.state)))
    .where(or(eq(watches.bootId, bootId), eq(watches.state, "still")))
    .all();
  const known = new Map<string, Watch>();
  for (const { watches: row } of rows) {
    const key = keyOf(row.runId, row.beat);
    if (known.get(key)?.state === "still") continue;
    const forMs = row.bootId === bootId ? awake - row.sinceUpMs : 0;
    known.set(key, { state: row.state as Watch["state"], forMs });
  }
  return known;
}

function keyOf(run: string, beat: number): string {
  return `${run} ${beat}`;
}

/** Many runs of one process cost one look. */
function probeOnce(): (writer: JournalWriter) => WriterState {
  const known = new Map<string, WriterState>();
  return ({ journal: _, ...writer }) => {
    const key = JSON.stringify(writer);
    const state = known.get(key) ?? probeWriter(writer);
    known.set(key, state);
    return state;
  };
}
