import type { RunState } from "@epochal/conclusions";
import type { Database, Statement } from "better-sqlite3";
import type { AskedRequest, RunDetails, RunSegment } from "../../run-details.ts";
import type { GetRunOptions } from "../../store.ts";
import { StoreError } from "../../store-error.ts";
import { readEvent } from "./read-event.ts";
import { type RunRow, runColumns } from "./run-row.ts";
import type { RunStates } from "./run-states.ts";
import type { SeriesOfRuns } from "./series-of-runs.ts";
import { summarizeRuns } from "./summarize-runs.ts";

interface EventRow {
  readonly atMs: number;
  readonly event: string;
}

interface RequestRow {
  readonly id: string;
  readonly want: AskedRequest["want"];
  readonly by: string;
  readonly atMs: number;
  readonly takenMs: number | null;
}

interface SegmentRow {
  readonly segment: number;
  readonly startedMs: number;
  readonly epoch: number | null;
  readonly endedMs: number | null;
  readonly state: string | null;
  readonly reason: string | null;
  readonly host: string;
  readonly seenMs: number;
  readonly stack: string | null;
}

/** One run with its events. */
export class GetRun {
  readonly #states: RunStates;
  readonly #series: SeriesOfRuns;
  readonly #run: Statement<[string], RunRow>;
  readonly #before: Statement<[string, number, string], number>;
  readonly #events: Statement<[string, string], EventRow>;
  readonly #leftOut: Statement<[string, string], { type: string; count: number }>;
  readonly #requests: Statement<[string], RequestRow>;
  readonly #segments: Statement<[string], SegmentRow>;

  constructor(db: Database, states: RunStates, series: SeriesOfRuns) {
    this.#states = states;
    this.#series = series;
    this.#run = db.prepare(`SELECT ${runColumns} FROM runs WHERE id = ? AND purging_ms IS NULL`);
    this.#before = db
      .prepare<[string, number, string], number>(
        "SELECT count(*) FROM runs WHERE project = ? AND (started_ms, id) < (?, ?)",
      )
      .pluck();
    this.#events = db.prepare(
      `SELECT at_ms AS atMs, event FROM events WHERE run_id = ? AND type NOT IN (SELECT value FROM json_each(?)) ORDER BY seq`,
    );
    this.#leftOut = db.prepare(
      "SELECT type, count(*) AS count FROM events WHERE run_id = ? AND type IN (SELECT value FROM json_each(?)) GROUP BY type",
    );
    this.#requests = db.prepare(
      `SELECT id, want, "by", at_ms AS atMs, taken_ms AS takenMs FROM requests WHERE run_id = ? ORDER BY at_ms, id`,
    );
    this.#segments = db.prepare(
      `SELECT segment, started_ms AS startedMs, epoch, ended_ms AS endedMs, state, reason, host, seen_ms AS seenMs, stack
        FROM segments WHERE run_id = ? ORDER BY segment`,
    );
  }

  /** @throws StoreError `run_not_found` */
  run(id: string, { withoutEvents = [] }: GetRunOptions): RunDetails {
    if (typeof id !== "string") {
      throw new TypeError(`getRun: id must be a string. Received: ${typeof id}`);
    }
    const row = this.#run.get(id);
    const [summary] = row === undefined ? [] : summarizeRuns(this.#series, [row], this.#states);
    if (summary === undefined || row === undefined) {
      throw new StoreError("run_not_found", `There is no run ${id}.`);
    }
    const types = JSON.stringify(withoutEvents);
    const leftOut = withoutEvents.length === 0 ? [] : this.#leftOut.all(id, types);
    return {
      ...summary,
      ...(leftOut.length > 0 && {
        leftOut: Object.fromEntries(leftOut.map(({ type, count }) => [type, count])),
      }),
      place: this.#before.get(row.project, row.startedMs, row.id) ?? 0,
      events: this.#events
        .all(id, types)
        .map(({ atMs, event }) => ({ at: new Date(atMs), event: readEvent(event) })),
      requests: this.#requests.all(id).map(toRequest),
      segments: [
        ...this.#segments.all(id).map(toSegment),
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
}

function toRequest({ id, want, by, atMs, takenMs }: RequestRow): AskedRequest {
  return {
    id,
    want,
    by,
    at: new Date(atMs),
    ...(takenMs !== null && { takenAt: new Date(takenMs) }),
  };
}

/** What a run was before it was resumed. */
function toSegment(row: SegmentRow): RunSegment {
  const { segment, startedMs, epoch, endedMs, state, reason, host, seenMs, stack } = row;
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
}
