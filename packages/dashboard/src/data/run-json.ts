import type { RecordedEvent, RunDetails, RunStatus, RunSummary } from "@epochal/store";

/** A run as pages hand it to the browser: a `RunDetails` with dates as epoch milliseconds. */
export interface RunView extends Omit<RunSummary, "startedAt" | "endedAt" | "status"> {
  readonly startedAt: number;
  readonly endedAt?: number;
  readonly status: Omit<RunStatus, "lastSeenAt"> & { readonly lastSeenAt: number };
  readonly events: readonly RecordedEventView[];
}

export interface RecordedEventView {
  readonly at: number;
  readonly event: RecordedEvent["event"];
}

export interface ProjectData {
  readonly project: string;
  /** Of the store, when this was read. */
  readonly revision: number;
  /** In the order they were started. */
  readonly runs: readonly RunView[];
  /** How many runs the project has; more than `runs` where there are too many to show. */
  readonly total: number;
}

export function toRunView(run: RunDetails): RunView {
  const { startedAt, endedAt, status, events, ...rest } = run;
  return {
    ...rest,
    startedAt: startedAt.getTime(),
    ...(endedAt === undefined ? {} : { endedAt: endedAt.getTime() }),
    status: { ...status, lastSeenAt: status.lastSeenAt.getTime() },
    events: events.map(({ at, event }) => ({ at: at.getTime(), event })),
  };
}

const NOT_FINITE = new Set(["NaN", "Infinity", "-Infinity"]);

/** As JSON, which has no word for numbers that are not finite: they become strings. */
export function encodeRuns(data: ProjectData): string {
  return JSON.stringify(data, (_key, value: unknown) =>
    typeof value === "number" && !Number.isFinite(value) ? String(value) : value,
  );
}

/** Reads what `encodeRuns` wrote. */
export function decodeRuns(text: string): ProjectData {
  return JSON.parse(text, (key, value: unknown) =>
    key === "value" && typeof value === "string" && NOT_FINITE.has(value) ? Number(value) : value,
  ) as ProjectData;
}
