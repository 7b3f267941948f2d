import type { ParameterEffects } from "@epochal/conclusions";
import type { RunFilter } from "./run-filter.ts";
import type { Unfolded } from "./unfolded.ts";

export interface ParameterEffectsQuery extends RunFilter {
  /** A key, `val_auc`, of which the best value of each run counts; or `last:val_auc`, `kept:val_auc`, `best:val_auc`. */
  readonly metric: string;
}

/** What the params of runs have to do with a metric. */
export interface RunEffects extends ParameterEffects {
  /** `val_auc` */
  readonly key: string;
  readonly of: "best" | "last" | "kept";
  /** Which way the metric is better, where the runs agree on it. */
  readonly direction?: "max" | "min";
  /** Runs that were asked for and have no such value. */
  readonly without: readonly string[];
  /** Absent where the answer is whole; else what is still being folded, and may be missing in it. */
  readonly unfolded?: Unfolded;
}
