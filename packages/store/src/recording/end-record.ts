import type { RunEndedRecord } from "@epochal/record";
import { limits } from "@epochal/record";
import type { RunEnd } from "../run.ts";
import { describeError, stackOf } from "./describe-error.ts";
import { mustReadTime } from "./read-time.ts";

const endStates = new Set<unknown>(["finished", "stopped_early", "failed", "interrupted"]);

interface EndedRun {
  readonly run: string;
  readonly segment: number;
  /** Why a callback stopped it early, if one did. */
  readonly stopped: string | undefined;
  /** The time by the run's clock, in epoch milliseconds. */
  readonly now: number;
}

/**
 * The record that a run ends with.
 *
 * @throws RangeError where there is no such state
 */
export function endRecord(
  { run, segment, stopped, now }: EndedRun,
  { state, reason, error, at }: RunEnd,
): RunEndedRecord {
  const told = state ?? (stopped === undefined ? "finished" : "stopped_early");
  if (!endStates.has(told)) {
    throw new RangeError(`finish: state must be one of ${[...endStates].join(", ")}.`);
  }
  const stack = told === "failed" ? stackOf(error) : undefined;
  const why =
    reason ??
    (told === "stopped_early" ? stopped : told === "failed" ? reasonOf(error) : undefined);
  return {
    type: "end",
    run,
    at: at === undefined ? now : mustReadTime("finish: at", at),
    ...(segment > 0 && { segment }),
    state: told,
    ...(why !== undefined && { reason: String(why).slice(0, limits.text) }),
    ...(stack !== undefined && { stack }),
  };
}

function reasonOf(error: unknown): string | undefined {
  return error === undefined ? undefined : describeError(error);
}
