import type { DiffData } from "./diff-data.ts";

/** A run as a page offers it to choose. */
export interface OfferedRun {
  readonly id: string;
  readonly name: string;
  readonly project: string;
  readonly startedAt: number;
}

/** What a run stands between: the run that it is compared with, and its neighbours in a list. */
export interface RunContext {
  /** Compared with the run before it of the same script, else of the project, or with the one that was chosen. */
  readonly changed?: {
    readonly diff: DiffData;
    /** Whether both were trained by the same script; undefined where nobody knows. */
    readonly script?: string;
  };
  /** Others of its project, the newest first. */
  readonly offers: readonly OfferedRun[];
  /** In the list that one came from, or by their start. */
  readonly neighbours: {
    readonly before?: OfferedRun;
    readonly after?: OfferedRun;
    /** From 1; absent where the list does not hold the run. */
    readonly place?: number;
    readonly total: number;
  };
}
