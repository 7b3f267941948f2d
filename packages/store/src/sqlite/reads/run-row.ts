import type { FoundGone } from "../../lease/found-gone.ts";

/** A row of `runs`, as the queries here read it. */
export interface RunRow {
  readonly id: string;
  readonly project: string;
  readonly name: string;
  readonly config: string;
  readonly tags: string;
  readonly notes: string;
  readonly runGroup: string | null;
  readonly archivedMs: number | null;
  readonly deletedMs: number | null;
  readonly startedMs: number;
  readonly endedMs: number | null;
  readonly state: string | null;
  readonly reason: string | null;
  readonly restoredEpoch: number | null;
  readonly host: string;
  readonly bootId: string;
  readonly pid: number;
  readonly pidStarted: string | null;
  readonly pidSpace: string | null;
  readonly thread: string | null;
  readonly journal: string | null;
  readonly seenMs: number;
  readonly seenUpMs: number | null;
  readonly rev: number;
  readonly segment: number;
  readonly segmentMs: number | null;
  readonly segmentEpoch: number | null;
  readonly earlierMs: number;
  readonly gone: FoundGone | null;
  readonly settled: string | null;
  readonly dated: 0 | 1;
  readonly stack: string | null;
  readonly heardMs: number | null;
}

const names: Readonly<Record<keyof RunRow, string>> = {
  id: "id",
  project: "project",
  name: "name",
  config: "config",
  tags: "tags",
  notes: "notes",
  runGroup: "run_group",
  archivedMs: "archived_ms",
  deletedMs: "deleted_ms",
  startedMs: "started_ms",
  endedMs: "ended_ms",
  state: "state",
  reason: "reason",
  restoredEpoch: "restored_epoch",
  host: "host",
  bootId: "boot_id",
  pid: "pid",
  pidStarted: "pid_started",
  pidSpace: "pid_space",
  thread: "thread",
  journal: "journal",
  seenMs: "seen_ms",
  seenUpMs: "seen_up_ms",
  rev: "rev",
  segment: "segment",
  segmentMs: "segment_ms",
  segmentEpoch: "segment_epoch",
  earlierMs: "earlier_ms",
  gone: "gone",
  settled: "settled",
  dated: "dated",
  stack: "stack",
  heardMs: "heard_ms",
};

/** What to select for a `RunRow`. */
export const runColumns = Object.entries(names)
  .map(([field, column]) => `runs.${column} AS ${field}`)
  .join(", ");
