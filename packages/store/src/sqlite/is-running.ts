import { StoreError } from "../store-error.ts";

/** What to say of a run that cannot be resumed yet. */
export function isRunning(name: string, state: string): StoreError {
  return new StoreError(
    "run_is_running",
    `The run ${name} is ${state}: it can be resumed when its process has ended.`,
  );
}

/** What to say of a run in the trash that somebody wants to go on with. */
export function isDeleted(name: string): StoreError {
  return new StoreError(
    "run_is_deleted",
    `The run ${name} is in the trash. Restore it first: store.restoreRuns([id]), or epochal restore.`,
  );
}
