import type { JournalWriter } from "@epochal/callbacks";
import type { RunState, RunStatus } from "../run-summary.ts";
import type { WriterState } from "./probe-writer.ts";

/** For how long a run may be silent before it counts as stalled, in milliseconds: six heartbeats and more. */
export const leaseMs = 60_000;

/** What a status is computed from. */
export interface RunLease {
  /** How the run ended in its own words; null while it has not said so. */
  readonly state: string | null;
  readonly reason: string | null;
  readonly seenMs: number;
  /** For how long the writer's machine had been awake when it was last heard of; null where it did not say. */
  readonly seenUpMs: number | null;
  readonly writer: JournalWriter;
}

/** What time it is, for who looks. */
export interface Moment {
  /** Epoch milliseconds. */
  readonly now: number;
  /** For how long this machine has been awake. */
  readonly awake: number;
}

/**
 * How a run stands: in its own words if it has said so, else by whether its process exists and when it was last heard of.
 *
 * On the writer's own machine silence is counted by a clock that nobody sets and that stands still while the machine sleeps.
 *
 * @param probe looks for the process of a writer
 */
export function runStatus(
  lease: RunLease,
  moment: Moment,
  probe: (writer: JournalWriter) => WriterState,
): RunStatus {
  const { state, reason, seenMs, writer } = lease;
  const lastSeenAt = new Date(seenMs);
  if (state !== null) {
    return { state: state as RunState, ...(reason !== null && { reason }), lastSeenAt };
  }
  const process = probe(writer);
  const told = (state: RunState, reason: string) => ({ state, reason, lastSeenAt });
  if (process === "gone") return told("killed", "its process is gone");
  if (process === "restarted") return told("killed", "its machine was started anew");
  if (process === "suspended") return told("stalled", "its process is suspended");
  if (process === "elsewhere") {
    const silent = moment.now - seenMs;
    const where = `it ran on ${writer.host}, which cannot be asked from here`;
    if (silent > leaseMs) return told("stalled", `not heard of for ${duration(silent)}; ${where}`);
    if (silent < -leaseMs) {
      return told("stalled", `its clock is ${duration(-silent)} ahead of this one; ${where}`);
    }
    return { state: "running", lastSeenAt };
  }
  const silent = lease.seenUpMs === null ? moment.now - seenMs : moment.awake - lease.seenUpMs;
  if (silent > leaseMs) {
    return told("stalled", `not heard of for ${duration(silent)}, though its process lives`);
  }
  return { state: "running", lastSeenAt };
}

function duration(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}
