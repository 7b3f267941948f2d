import type { RunEvent } from "../events/run-event.ts";
import { limits } from "../limits.ts";
import type { RunEndedRecord } from "../records/run-ended-record.ts";
import { describeError, stackOf } from "./describe-error.ts";
import { mustReadTime } from "./read-time.ts";
import type { RunEnd } from "./run-end.ts";

const endStates = new Set<unknown>(["finished", "stopped_early", "failed", "interrupted"]);

interface EndedRun {
  readonly run: string;
  readonly segment: number;
  /** What a callback said that stopped it early, if one did. */
  readonly stopped: RunEvent | undefined;
  /** The time by the run's clock, in epoch milliseconds. */
  readonly now: number;
}

/**
 * The record that a run ends with.
 *
 * @throws RangeError where there is no such state
 * @throws TypeError where the reason is no text
 */
export function endRecord(
  { run, segment, stopped, now }: EndedRun,
  { state, reason, error, at }: RunEnd,
): RunEndedRecord {
  const told = state ?? (stopped === undefined ? "finished" : "stopped_early");
  if (!endStates.has(told)) {
    throw new RangeError(`finish: state must be one of ${[...endStates].join(", ")}.`);
  }
  if (reason !== undefined && typeof reason !== "string") {
    throw new TypeError(`finish: reason must be text. Received: ${typeof reason}`);
  }
  const stack = told === "failed" ? stackOf(error) : undefined;
  const why =
    reason ??
    (told === "stopped_early"
      ? stopReason(stopped)
      : told === "failed"
        ? reasonOf(error)
        : undefined);
  return {
    type: "end",
    run,
    at: at === undefined ? now : mustReadTime("finish: at", at),
    ...(segment > 0 && { segment }),
    state: told,
    ...(why !== undefined && { reason: why.slice(0, limits.text) }),
    ...(stack !== undefined && { stack }),
  };
}

/** Also of an event that could not be kept, because its reason is no text: then there is none. */
function stopReason(event: RunEvent | undefined): string | undefined {
  const reason: unknown = event?.type === "stopped_early" ? event.reason : undefined;
  return typeof reason === "string" ? reason : undefined;
}

function reasonOf(error: unknown): string | undefined {
  return error === undefined ? undefined : describeError(error);
}
