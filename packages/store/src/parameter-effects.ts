import type { ParameterEffects } from "@epochal/conclusions";
import type { RunFilter } from "./run-filter.ts";
import type { MetricKey, StoreTypes } from "./store-types.ts";
import type { Unfolded } from "./unfolded.ts";

export interface ParameterEffectsQuery<Types extends StoreTypes = StoreTypes> extends RunFilter {
  /**
   * A key: `val_auc` takes the best value of each run; `last:val_auc` and `kept:val_auc` take another one. `max:…` and `min:…` take the best one of
   * a metric of which nobody recorded which way is better.
   */
  readonly metric:
    | MetricKey<Types>
    | `${"best" | "last" | "kept" | "min" | "max"}:${MetricKey<Types>}`;
}

/** What the params of runs have to do with a metric. */
export interface RunEffects extends ParameterEffects {
  /** `val_auc` */
  readonly key: string;
  readonly of: "best" | "last" | "kept" | "min" | "max";
  /** Which way the metric is better, where the runs agree on it, or where its highest or lowest values were asked for. */
  readonly direction?: "max" | "min";
  /** The ids of the runs that have no such value. */
  readonly without: readonly string[];
  /** What is still being folded and may be missing in the answer; absent where nothing is. */
  readonly unfolded?: Unfolded;
}
