import { StoreError } from "../store-error.ts";

/** What to say of a run that cannot be resumed yet. */
export function isRunning(name: string, state: string): StoreError {
  return new StoreError(
    "run_is_running",
    `The run ${name} is ${state}: it can be resumed when its process has ended.`,
  );
}
