import type { RunChanges } from "@epochal/store";

/** Changes to many runs, as a page asks for them: the same for each of these runs. */
export interface RunsChange {
  /** Ids. */
  readonly runs: readonly string[];
  readonly set?: Omit<RunChanges, "by">;
  /** Put on each run that does not have them, after its own. */
  readonly addTags?: readonly string[];
  readonly removeTags?: readonly string[];
}

/** What a page is told when runs were changed. */
export interface ChangedRuns {
  /** How many runs are otherwise than they were. */
  readonly changed: number;
  /** What to ask for to have it as it was; empty where nothing changed. */
  readonly undo: readonly RunsChange[];
}

/** What a page is told when runs went into the trash, or came out of it. */
export interface MovedRuns {
  /** Ids of the runs that are elsewhere than they were: to undo it, ask the opposite of these. */
  readonly moved: readonly string[];
}

/** Why runs were not deleted. */
export interface RefusedDeletion {
  readonly error: string;
  /** Those that train. */
  readonly running: readonly { readonly id: string; readonly name: string }[];
  /** Ids of the others, which can be deleted. */
  readonly others: readonly string[];
}
