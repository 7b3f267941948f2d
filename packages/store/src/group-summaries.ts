import type { SampleSummary } from "@epochal/conclusions";
import type { SeriesDescription } from "@epochal/record";
import type { Band } from "./bands/bands.ts";
import type { GroupedBy } from "./bands/grouped-by.ts";
import type { RunFilter } from "./run-filter.ts";
import type { MetricKey, ParamName, StoreTypes } from "./store-types.ts";
import type { Unfolded } from "./unfolded.ts";

/** A number of a run: a value of one of its series, what its kept weights lost against its best, a param, when it started, how long it took. */
export type FigureName<Types extends StoreTypes = StoreTypes> =
  | `${"best" | "last" | "kept" | "min" | "max" | "regret"}:${MetricKey<Types>}`
  | `param:${ParamName<Types>}`
  | "started"
  | "duration";

export interface GroupsQuery<Types extends StoreTypes = StoreTypes>
  extends RunFilter,
    GroupedBy<Types> {
  /** As logged, `val_auc`: a run that has no value of it is in no group. */
  readonly key: MetricKey<Types>;
  /** Which way is better for `key`, where its series do not say. @default as they say */
  readonly direction?: "max" | "min";
  /** What is summed up over the runs of each group. Times are in milliseconds. @default nothing */
  readonly figures?: readonly FigureName<Types>[];
}

/** A number over the runs of a group. */
export interface GroupFigure {
  /** Of the finite numbers; absent where no run has one. */
  readonly sample?: SampleSummary;
  /** The value of a param, where all of the runs have the same. */
  readonly same?: unknown;
}

/** Runs that have in common what they are grouped by. */
export interface GroupSummary extends Pick<Band, "params" | "tag" | "runs"> {
  /** By their names. */
  readonly figures: Readonly<Record<string, GroupFigure>>;
}

/** Groups of runs in figures. */
export interface GroupSummaries extends Partial<Pick<SeriesDescription, "kind">> {
  readonly key: string;
  /** Which way is better, where the runs agree on it, or as it was asked. */
  readonly direction?: "max" | "min";
  /** Ordered by what their runs share, numbers as numbers; groups that lack it are last. */
  readonly groups: readonly GroupSummary[];
  /** How many runs have no value of this key. */
  readonly without: number;
  /** What is still being folded and may be missing in the answer; absent where nothing is. */
  readonly unfolded?: Unfolded;
}
