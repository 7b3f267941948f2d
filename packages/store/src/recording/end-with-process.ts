import type { RunEnd } from "../run.ts";
import type { ProcessEnd } from "./watch-exit.ts";

/** How a run ended that its process leaves open. */
export function endWithProcess(
  { code, error }: ProcessEnd,
  { isTracked, isStopped }: { readonly isTracked: boolean; readonly isStopped: boolean },
): RunEnd {
  if (code !== 0) {
    return { state: "failed", reason: error ?? `the process ended with exit code ${code}` };
  }
  if (isTracked) {
    return { state: "interrupted", reason: "the process ended during training" };
  }
  return isStopped ? {} : { state: "finished", reason: "the process ended without finish()" };
}
