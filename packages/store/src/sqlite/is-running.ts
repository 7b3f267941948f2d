import { StoreError } from "../store-error.ts";

/** The error for a run that cannot be resumed yet. */
export function isRunning(name: string, state: string): StoreError {
  return new StoreError(
    "run_is_running",
    `The run ${name} is ${state}: it can be resumed when its process has ended.`,
  );
}

/** The error for a run in the trash that somebody wants to resume. */
export function isDeleted(name: string): StoreError {
  return new StoreError(
    "run_is_deleted",
    `The run ${name} is in the trash. Restore it first: store.restoreRuns([id]), or epochal restore.`,
  );
}
