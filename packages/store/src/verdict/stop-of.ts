import type { RunEvent, StoppedEarlyEvent } from "@epochal/callbacks";

/** The early stop that ended a run; undefined where none did, or where the run was resumed after it. */
export function stopOf(events: readonly RunEvent[]): StoppedEarlyEvent | undefined {
  const last = events.findLast(({ type }) => type === "stopped_early" || type === "resumed");
  return last?.type === "stopped_early" ? last : undefined;
}
