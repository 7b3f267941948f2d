import { describeError } from "@epochal/record";
import type { RunEnd } from "../run.ts";
import type { ProcessEnd } from "./watch-exit.ts";

/** The end of a run that its process leaves open. */
export function endWithProcess(
  { code, ...uncaught }: ProcessEnd,
  { isTracked, isStopped }: { readonly isTracked: boolean; readonly isStopped: boolean },
): RunEnd {
  if (code !== 0) {
    if ("error" in uncaught) {
      const { error } = uncaught;
      return { state: "failed", reason: describeError(error), error };
    }
    return { state: "failed", reason: `the process ended with exit code ${code}` };
  }
  if (isTracked) {
    return { state: "interrupted", reason: "the process ended during training" };
  }
  return isStopped ? {} : { state: "finished", reason: "the process ended without finish()" };
}
