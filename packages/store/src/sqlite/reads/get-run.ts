import { and, asc, eq, isNull, notInArray, sql } from "drizzle-orm";
import type { RunDetails } from "../../run-details.ts";
import type { GetRunOptions } from "../../store.ts";
import { StoreError } from "../../store-error.ts";
import { events } from "../schema/events.ts";
import { runs } from "../schema/runs.ts";
import type { Drizzle } from "./drizzle.ts";
import { openRunStates, type StatusMoment } from "./open-run-states.ts";
import { readEvent } from "./read-event.ts";
import { requestsOfRun } from "./requests-of-run.ts";
import { segmentsOfRun } from "./segments-of-run.ts";
import type { SeriesOfRuns } from "./series-of-runs.ts";
import { summarizeRuns } from "./summarize-runs.ts";

export interface GetRunArgs {
  readonly db: Drizzle;
  readonly series: SeriesOfRuns;
  readonly id: string;
  readonly options: GetRunOptions;
  readonly at: StatusMoment;
}

/** One run with its events. @throws StoreError `run_not_found` */
export function getRun({ db, series, id, options, at }: GetRunArgs): RunDetails {
  if (typeof id !== "string") {
    throw new TypeError(`getRun: id must be a string. Received: ${typeof id}`);
  }
  const rows = db
    .select()
    .from(runs)
    .where(and(eq(runs.id, id), isNull(runs.purgingMs)))
    .all();
  const [row] = rows;
  const [summary] = summarizeRuns(series, rows, openRunStates(db, at), at.now);
  if (summary === undefined || row === undefined)
    throw new StoreError("run_not_found", `There is no run ${id}.`);
  const before = db
    .select({ n: sql<number>`count(*)` })
    .from(runs)
    .where(
      and(
        eq(runs.project, row.project),
        sql`(${runs.startedMs}, ${runs.id}) < (${row.startedMs}, ${row.id})`,
      ),
    )
    .get();
  const recorded = db
    .select({ atMs: events.atMs, event: events.event })
    .from(events)
    .where(and(eq(events.runId, id), notInArray(events.type, [...(options.withoutEvents ?? [])])))
    .orderBy(asc(events.seq))
    .all();
  return {
    ...summary,
    place: before?.n ?? 0,
    events: recorded.map(({ atMs, event }) => ({
      at: new Date(atMs),
      event: readEvent(event),
    })),
    requests: requestsOfRun(db, id),
    segments: [
      ...segmentsOfRun(db, id),
      {
        segment: row.segment,
        startedAt: new Date(row.segmentMs ?? row.startedMs),
        ...(row.segmentEpoch !== null && { epoch: row.segmentEpoch }),
        ...(summary.endedAt && { endedAt: summary.endedAt }),
        status: summary.status,
        host: row.host,
        ...(row.stack !== null && { stack: row.stack }),
      },
    ],
  };
}
