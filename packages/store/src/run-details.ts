import type { RecordedEvent, RunStatus, RunSummary } from "@epochal/conclusions";
import type { RunEvent } from "@epochal/record";
import type { Unfolded } from "./unfolded.ts";

/** What a run was before it was resumed, or is now: the time in which one process trained it. */
export interface RunSegment {
  /** 0 for the first one. */
  readonly segment: number;
  readonly startedAt: Date;
  /** The epoch it went on at; absent for the first segment, and while nothing was logged. */
  readonly epoch?: number;
  readonly endedAt?: Date;
  /** How it ended, or how it stands. */
  readonly status: RunStatus;
  /** The name of the machine; empty where the writer does not know it, as in a page. */
  readonly host: string;
  /** Where a failed run failed: the error with its stack and its causes, as its language prints them. */
  readonly stack?: string;
}

/** A request that was made to a run. */
export interface AskedRequest {
  readonly id: string;
  readonly want: "stop" | "save_weights";
  readonly by: string;
  readonly at: Date;
  /** When the run heard it; absent until then. */
  readonly takenAt?: Date;
}

/** A run with all it recorded besides its points. */
export interface RunDetails extends RunSummary {
  /** How many runs of its project were started before it. */
  readonly place: number;
  /** In the order they were recorded. */
  readonly events: readonly RecordedEvent[];
  /** The last one is the run as it stands. */
  readonly segments: readonly RunSegment[];
  /** The requests made to it, the oldest first. */
  readonly requests: readonly AskedRequest[];
  /** How many events of each type were left out, as `getRun` was asked to; absent where none was. */
  readonly leftOut?: Readonly<Partial<Record<RunEvent["type"], number>>>;
  /** What is still being folded and may be missing in the answer; absent where nothing is. */
  readonly unfolded?: Unfolded;
}
