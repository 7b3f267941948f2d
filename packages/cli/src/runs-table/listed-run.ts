import type { RunConclusions, RunSummary } from "@epochal/store";

/** A run in the list, with what follows from its values. */
export interface ListedRun extends RunSummary {
  readonly conclusions: RunConclusions;
}
