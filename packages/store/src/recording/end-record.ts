import type { RunEndedRecord } from "@epochal/record";
import { limits } from "@epochal/record";
import type { RunEnd } from "../run.ts";

const endStates = new Set<unknown>(["finished", "stopped_early", "failed", "interrupted"]);

/**
 * The record that a run ends with.
 *
 * @param stopped why a callback has stopped it early, if one has
 * @throws RangeError where there is no such state
 */
export function endRecord(
  { run, segment, stopped }: { run: string; segment: number; stopped: string | undefined },
  { state, reason }: RunEnd,
): RunEndedRecord {
  const told = state ?? (stopped === undefined ? "finished" : "stopped_early");
  if (!endStates.has(told)) {
    throw new RangeError(`finish: state must be one of ${[...endStates].join(", ")}.`);
  }
  const why = reason ?? (told === "stopped_early" ? stopped : undefined);
  return {
    type: "end",
    run,
    at: Date.now(),
    ...(segment > 0 && { segment }),
    state: told,
    ...(why !== undefined && { reason: String(why).slice(0, limits.text) }),
  };
}
