import type { Leaf } from "@epochal/conclusions";
import type { RunFilter } from "../run-filter.ts";
import type { Unfolded } from "../unfolded.ts";

/** What stands in the middle of a band. */
export type BandCenter = "mean" | "median";

/**
 * How wide a band is. `sd`: one standard deviation to either side of the mean; `se`: one standard error; `interval`: the 95 %
 * interval of the mean, by Student's t; `quartiles`: from the first to the third; `range`: from the lowest to the highest.
 */
export type BandSpread = "sd" | "se" | "interval" | "quartiles" | "range";

export interface BandsQuery extends RunFilter {
  /** As logged: `val_auc`. */
  readonly key: string;
  /**
   * What makes a group: a param or several (`["optimizer.lr", "units"]`); `"config"`, all params but the seeds; `"tags"`, a group
   * for each tag, so that a run with two tags is in two. A list is always one of params. Runs that lack a param, or have no tag, are a
   * group of their own.
   *
   * @default all runs are one group
   */
  readonly by?: string | readonly string[];
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
  /** At how many places of x at most. @default 500 */
  readonly points?: number;
}

/** A group of runs, in columns: a place of x each, ascending. */
export interface Band {
  /** What its runs have: of `by: "config"` only the params in which the groups differ. A param without a value is one they lack. */
  readonly params: readonly (Pick<Leaf, "path"> & Partial<Leaf>)[];
  /** Of `by: "tags"`; absent where its runs have none. */
  readonly tag?: string;
  /** Ids, the run that was started first foremost. */
  readonly runs: readonly string[];
  readonly x: Float64Array;
  /** How many runs have a finite value there. */
  readonly n: Float64Array;
  /** NaN where n is 0. */
  readonly center: Float64Array;
  /** NaN where n is too small: below 2, for `quartiles` and `range` below 1. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** How many values there are NaN or infinite, and so in no other column; of x: "time", how many runs are at one. */
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
  /** Ordered by what they have in common, numbers as numbers; those that lack it are last. */
  readonly groups: readonly Band[];
  /** Runs that were asked for and have no value of this key. */
  readonly without: readonly string[];
  /** What is still being folded and may be missing in the answer; absent where nothing is. */
  readonly unfolded?: Unfolded;
}
