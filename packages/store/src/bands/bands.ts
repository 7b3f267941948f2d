import type { Leaf } from "@epochal/conclusions";
import type { RunFilter } from "../run-filter.ts";
import type { MetricKey, StoreTypes } from "../store-types.ts";
import type { Unfolded } from "../unfolded.ts";
import type { GroupedBy } from "./grouped-by.ts";

/** The middle of a band. */
export type BandCenter = "mean" | "median";

/**
 * How wide a band is. `sd`: one standard deviation to either side of the mean; `se`: one standard error; `interval`: the 95 %
 * interval of the mean, by Student's t; `quartiles`: from the first to the third; `range`: from the lowest to the highest.
 */
export type BandSpread = "sd" | "se" | "interval" | "quartiles" | "range";

export interface BandsQuery<Types extends StoreTypes = StoreTypes>
  extends RunFilter,
    GroupedBy<Types> {
  /** As logged: `val_auc`. */
  readonly key: MetricKey<Types>;
  /**
   * Where values are comparable: at equal epoch (a value without one counts by its step), at equal step, or after equal training
   * time, which is counted in milliseconds from each run's start, without the time between its segments.
   *
   * @default "epoch"
   */
  readonly x?: "epoch" | "step" | "time";
  /** @default "mean" */
  readonly center?: BandCenter;
  /** A median goes with `quartiles` or `range`. @default "sd" for a mean, "quartiles" for a median */
  readonly spread?: BandSpread;
  /** The most places of x. @default 500 */
  readonly points?: number;
  /** The first x that counts, and the last: as many places then stand between them, closer together. @default all of them */
  readonly from?: number;
  readonly to?: number;
}

/** A group of runs, in columns with a row for each place of x, ascending. */
export interface Band {
  /**
   * The params that its runs share; with `by: "config"` only those in which the groups differ. Runs lack a param that has no
   * value here.
   */
  readonly params: readonly (Pick<Leaf, "path"> & Partial<Leaf>)[];
  /** The tag, where runs are parted by tags; absent where its runs have none. */
  readonly tag?: string;
  /** Ids, in the order in which the runs were started. */
  readonly runs: readonly string[];
  readonly x: Float64Array;
  /** How many runs have a finite value there. */
  readonly n: Float64Array;
  /** NaN where n is 0. */
  readonly center: Float64Array;
  /** NaN where n is too small: below 2, for `quartiles` and `range` below 1. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** How many values are NaN or infinite there, and in no other column; with `x: "time"`, how many runs have one there. */
  readonly nonFinite: Float64Array;
}

/** The runs of each group at equal x. */
export interface Bands {
  readonly key: string;
  /** Which way is better, where the runs agree on it. */
  readonly direction?: "max" | "min";
  /**
   * The width of a bucket, where there were too many places: each x stands for what lies from there to before `x + width`, and each
   * run counts there with the mean of its values. Absent where the values are compared one by one.
   */
  readonly width?: number;
  /** Ordered by what their runs share, numbers as numbers; groups that lack it are last. */
  readonly groups: readonly Band[];
  /** The ids of the runs that have no value of this key. */
  readonly without: readonly string[];
  /** What is still being folded and may be missing in the answer; absent where nothing is. */
  readonly unfolded?: Unfolded;
}
