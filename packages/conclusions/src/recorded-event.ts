import type { RunEvent } from "@epochal/record";

/** An event and when it was recorded. */
export interface RecordedEvent {
  readonly at: Date;
  readonly event: RunEvent;
}
