import type { RecordedEvent } from "@epochal/conclusions";
import type {
  AskedRequest,
  RunConclusions,
  RunDetails,
  RunSegment,
  RunStatus,
  RunSummary,
} from "@epochal/store";
import { forPage } from "./page-text.ts";

/** A run as pages hand it to the browser: a `RunDetails` with dates as epoch milliseconds. */
export interface RunView extends Omit<RunSummary, "startedAt" | "endedAt" | "status"> {
  readonly startedAt: number;
  readonly endedAt?: number;
  readonly status: StatusView;
  /** How many runs of its project were started before it: its colour. */
  readonly place: number;
  readonly events: readonly RecordedEventView[];
  /** How many events of each type are not here; absent where all are. */
  readonly leftOut?: RunDetails["leftOut"];
  readonly segments: readonly SegmentView[];
  readonly requests: readonly RequestView[];
  /** What follows from its values. */
  readonly conclusions: RunConclusions;
}

interface RequestView extends Omit<AskedRequest, "at" | "takenAt"> {
  readonly at: number;
  readonly takenAt?: number;
}

interface StatusView extends Omit<RunStatus, "lastSeenAt"> {
  readonly lastSeenAt: number;
}

interface SegmentView extends Omit<RunSegment, "startedAt" | "endedAt" | "status"> {
  readonly startedAt: number;
  readonly endedAt?: number;
  readonly status: StatusView;
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

export function toRunView(run: RunDetails, conclusions: RunConclusions): RunView {
  const { events, segments, requests, ...rest } = run;
  return forPage({
    ...inNumbers(rest),
    conclusions,
    events: events.map(({ at, event }) => ({ at: at.getTime(), event })),
    segments: segments.map(inNumbers),
    requests: requests.map(({ at, takenAt, ...request }) => ({
      ...request,
      at: at.getTime(),
      ...(takenAt === undefined ? {} : { takenAt: takenAt.getTime() }),
    })),
  });
}

/** A run as the compare page lists it: without what only its own page, and the charts of a few, show. */
export function toListedRun(run: RunSummary, conclusions: RunConclusions, place: number): RunView {
  const { series, ...rest } = run;
  return forPage({
    ...inNumbers(rest),
    series,
    conclusions,
    place,
    events: [],
    segments: [],
    requests: [],
  });
}

/** With its dates as epoch milliseconds. */
function inNumbers<T extends Pick<RunSegment, "startedAt" | "endedAt" | "status">>(dated: T) {
  const { startedAt, endedAt, status, ...rest } = dated;
  return {
    ...rest,
    startedAt: startedAt.getTime(),
    ...(endedAt === undefined ? {} : { endedAt: endedAt.getTime() }),
    status: { ...status, lastSeenAt: status.lastSeenAt.getTime() },
  };
}

const NOT_FINITE = new Set(["NaN", "Infinity", "-Infinity"]);

/** As JSON, which has no word for numbers that are not finite: they become strings. */
export function encodeRuns(data: object): string {
  return JSON.stringify(data, (_key, value: unknown) =>
    typeof value === "number" && !Number.isFinite(value) ? String(value) : value,
  );
}

/** Reads what `encodeRuns` wrote. */
export function decodeRuns<T = ProjectData>(text: string): T {
  return JSON.parse(text, (key, value: unknown) =>
    (key === "value" || key === "regret") && typeof value === "string" && NOT_FINITE.has(value)
      ? Number(value)
      : value,
  ) as T;
}
