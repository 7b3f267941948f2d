import { StoreError } from "../store-error.ts";
import type { Journal } from "./journal.ts";

/** How many steps of a run are kept. */
export interface StepsOfRun {
  readonly id: string;
  readonly name: string;
  /** How many it has logged. */
  readonly steps: number;
}

/** The message for runs whose steps are not all on disk; undefined where they are. */
export function notKept(journal: Journal, runs: Iterable<StepsOfRun>): StoreError | undefined {
  const parts: string[] = [];
  for (const { id, name, steps } of runs) {
    const missing = journal.missingOf(id);
    const words = missing.words > 0 ? " and some of its events" : "";
    if (missing.steps > 0 || missing.words > 0) {
      parts.push(`${missing.steps} of ${steps} steps${words} of the run "${name}" (${id})`);
    }
  }
  if (parts.length === 0) return undefined;
  const reason = journal.fault ?? "neither disk nor memory took them";
  return new StoreError(
    "not_kept",
    `Not kept: ${parts.join(", ")}. The journal in ${journal.folder} could not be written: ${reason}. What still waits in memory is written when that is over, and is lost with the process.`,
  );
}
