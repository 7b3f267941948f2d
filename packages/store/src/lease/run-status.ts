import type { JournalWriter } from "@epochal/callbacks";
import type { RunState, RunStatus } from "../run-summary.ts";
import type { WriterState } from "./probe-writer.ts";

/** For how long a run may be silent before it counts as stalled, in milliseconds. */
export const leaseMs = 60_000;

/** What a status is computed from. */
export interface RunLease {
  /** How the run ended in its own words; null while it has not said so. */
  readonly state: string | null;
  readonly reason: string | null;
  readonly seenMs: number;
  readonly writer: JournalWriter;
}

/**
 * How a run stands: in its own words if it has said so, else by whether its process exists and when it was last heard of.
 *
 * @param now epoch milliseconds
 * @param probe looks for the process of a writer
 */
export function runStatus(
  { state, reason, seenMs, writer }: RunLease,
  now: number,
  probe: (writer: JournalWriter) => WriterState,
): RunStatus {
  const lastSeenAt = new Date(seenMs);
  if (state !== null) {
    return { state: state as RunState, ...(reason !== null && { reason }), lastSeenAt };
  }
  const process = probe(writer);
  if (process === "gone") return { state: "killed", reason: "its process is gone", lastSeenAt };
  if (process === "restarted") {
    return { state: "killed", reason: "its machine was started anew", lastSeenAt };
  }
  if (now - seenMs > leaseMs) {
    return { state: "stalled", reason: `not heard of for ${duration(now - seenMs)}`, lastSeenAt };
  }
  return { state: "running", lastSeenAt };
}

function duration(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}
