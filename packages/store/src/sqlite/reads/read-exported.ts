import type {
  JournalWriter,
  RunEndedRecord,
  RunStartedRecord,
  SeriesDescription,
} from "@epochal/record";
import type { Database, Statement } from "better-sqlite3";
import { StoreError } from "../../store-error.ts";

/** A run as far as it is read at once. */
export interface ExportedHead {
  readonly started: RunStartedRecord;
  readonly series: readonly { readonly id: number; readonly key: string }[];
  readonly descriptions: Readonly<Record<string, SeriesDescription>>;
  /** The oldest first, the one that it is in last. */
  readonly segments: readonly ExportedSegment[];
}

interface ExportedSegment {
  readonly segment: number;
  readonly startedMs: number;
  /** Absent where it has not said how it ended. */
  readonly end?: Pick<RunEndedRecord, "at" | "state" | "reason">;
}

export interface ExportedPoint {
  readonly step: number;
  readonly epoch: number | null;
  readonly wallMs: number;
  /** NULL is NaN. */
  readonly value: number | null;
}

export interface ExportedEvent {
  readonly seq: number;
  readonly atMs: number;
  readonly event: string;
}

interface RunRow {
  readonly id: string;
  readonly project: string;
  readonly name: string;
  readonly config: string;
  readonly tags: string;
  readonly notes: string;
  readonly startedMs: number;
  readonly endedMs: number | null;
  readonly seenMs: number;
  readonly state: RunEndedRecord["state"] | null;
  readonly reason: string | null;
  readonly record: string | null;
  readonly segment: number;
  readonly segmentMs: number | null;
  readonly host: string;
  readonly bootId: string;
  readonly pid: number;
}

type SegmentRow = Pick<RunRow, "segment" | "startedMs" | "endedMs" | "seenMs" | "state" | "reason">;

/** Reads all there is of a run, a page at a time. */
export class ReadExported {
  readonly #run: Statement<[string], RunRow>;
  readonly #segments: Statement<[string], SegmentRow>;
  readonly #series: Statement<[string], SeriesDescription & { id: number; key: string }>;
  readonly #points: Statement<object, ExportedPoint>;
  readonly #pointsOf: Statement<object, ExportedPoint>;
  readonly #events: Statement<[string, number, number], ExportedEvent>;

  constructor(db: Database) {
    this.#run = db.prepare(
      `SELECT id, project, name, config, tags, notes, started_ms AS startedMs, ended_ms AS endedMs, seen_ms AS seenMs, state, reason,
        record, segment, segment_ms AS segmentMs, host, boot_id AS bootId, pid FROM runs WHERE id = ? AND purging_ms IS NULL`,
    );
    this.#segments = db.prepare(
      `SELECT segment, started_ms AS startedMs, ended_ms AS endedMs, seen_ms AS seenMs, state, reason
        FROM segments WHERE run_id = ? ORDER BY segment`,
    );
    this.#series = db.prepare(
      "SELECT id, key, metric, split, kind, direction, per FROM series WHERE run_id = ? ORDER BY key",
    );
    this.#points = db.prepare(
      `SELECT step, epoch, wall_ms AS wallMs, value FROM points
        WHERE series_id = @series AND step > @after ORDER BY step LIMIT @limit`,
    );
    this.#pointsOf = db.prepare(
      `SELECT * FROM (SELECT step, epoch, wall_ms AS wallMs, value FROM points
          WHERE series_id = @series AND step > @after AND segment = @segment ORDER BY step LIMIT @limit) AS kept
        UNION ALL SELECT * FROM (SELECT step, epoch, wall_ms, value FROM superseded
          WHERE series_id = @series AND segment = @segment AND step > @after ORDER BY step LIMIT @limit) AS aside
        ORDER BY step LIMIT @limit`,
    );
    // That it was resumed is a record of its own.
    this.#events = db.prepare(
      `SELECT seq, at_ms AS atMs, event FROM events
        WHERE run_id = ? AND seq > ? AND type <> 'resumed' ORDER BY seq LIMIT ?`,
    );
  }

  /** @throws StoreError `run_not_found` */
  head(id: string): ExportedHead {
    const row = this.#run.get(id);
    if (row === undefined) throw new StoreError("run_not_found", `There is no run ${id}.`);
    const series = this.#series.all(id);
    const current = { ...row, startedMs: row.segmentMs ?? row.startedMs };
    return {
      started: startedRecord(row),
      series,
      descriptions: Object.fromEntries(series.map(described)),
      segments: [...this.#segments.all(id), current].map(toSegment),
    };
  }

  /**
   * Points of a series in the order of their steps.
   *
   * @param segment those that a segment wrote, also where a later one went through their steps again; absent for the run as it went on
   */
  points(series: number, segment: number | undefined, after: number, limit: number) {
    if (segment === undefined) return this.#points.all({ series, after, limit });
    return this.#pointsOf.all({ series, segment, after, limit });
  }

  events(id: string, after: number, limit: number): ExportedEvent[] {
    return this.#events.all(id, after, limit);
  }
}

function startedRecord(row: RunRow): RunStartedRecord {
  const { host, bootId, pid } = row;
  const writer: JournalWriter = { host, bootId, pid };
  return {
    type: "run",
    run: row.id,
    at: row.startedMs,
    project: row.project,
    name: row.name,
    config: JSON.parse(row.config) as Record<string, unknown>,
    tags: JSON.parse(row.tags) as string[],
    notes: row.notes,
    writer,
    ...(row.record !== null && { record: JSON.parse(row.record) as unknown }),
  };
}

function described({
  key,
  metric,
  split,
  kind,
  direction,
  per,
}: SeriesDescription & { key: string }) {
  // NULL in the database.
  const way = direction === null ? undefined : direction;
  return [key, { metric, split, kind, per, ...(way !== undefined && { direction: way }) }] as const;
}

function toSegment({
  segment,
  startedMs,
  endedMs,
  seenMs,
  state,
  reason,
}: SegmentRow): ExportedSegment {
  if (state === null) return { segment, startedMs };
  const end = { at: endedMs ?? seenMs, state, ...(reason !== null && { reason }) };
  return { segment, startedMs, end };
}
