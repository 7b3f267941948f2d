import type { RunEvent } from "@epochal/callbacks";
import type { RunSummary } from "./run-summary.ts";

/** An event and when it was recorded. */
export interface RecordedEvent {
  readonly at: Date;
  readonly event: RunEvent;
}

/** A run with all it recorded besides its points. */
export interface RunDetails extends RunSummary {
  /** In the order they were recorded. */
  readonly events: readonly RecordedEvent[];
}
