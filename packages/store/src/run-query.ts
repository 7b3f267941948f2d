import type { RunConclusions, RunSummary, RunVerdict } from "@epochal/conclusions";
import type { RunFilter } from "./run-filter.ts";
import type { MetricKey, ParamName, ReadConfig, StoreTypes } from "./store-types.ts";
import type { Unfolded } from "./unfolded.ts";

/**
 * A property of the run, a value of a series (`best:val_auc`), or a param by its path or a unique end of it (`param:units`). Names and other texts
 * are ordered as people count: `trial 2` before `trial 10`, whatever the case of letters.
 */
export type RunOrder<Types extends StoreTypes = StoreTypes> =
  | "started"
  | "name"
  | "duration"
  | "status"
  | `${"best" | "last" | "kept" | "min" | "max"}:${MetricKey<Types>}`
  | `param:${ParamName<Types>}`;

/** An order and its direction. */
export interface DirectedOrder<Types extends StoreTypes = StoreTypes> {
  readonly by: RunOrder<Types>;
  /** @default best first for a metric with a direction, newest first for `started`, ascending otherwise */
  readonly descending?: boolean;
}

/** What is read of each run that is listed: the less, the sooner. */
export interface RunParts<Types extends StoreTypes = StoreTypes> {
  /** Its config. @default false */
  readonly config?: boolean;
  /** What is known of its series, or of those of these keys. @default false */
  readonly series?: boolean | readonly MetricKey<Types>[];
  /** What its curves say of it. @default false */
  readonly verdict?: boolean;
  /** All that follows from it, the verdict too, as `concludeRun` tells it. @default false */
  readonly conclusions?: boolean;
}

/** What is read where nothing is said. */
export interface UsualParts {
  readonly config: true;
  readonly series: true;
}

export interface RunQuery<
  Types extends StoreTypes = StoreTypes,
  Parts extends RunParts<Types> = RunParts<Types>,
> extends RunFilter {
  /**
   * The first order counts most. Runs without a value, or with one that is not finite, come last either way; among equals the newest comes first.
   *
   * @default "started"
   */
  readonly order?:
    | RunOrder<Types>
    | DirectedOrder<Types>
    | readonly (RunOrder<Types> | DirectedOrder<Types>)[];
  /** What is read of each run besides who it is and how it stands. @default `{ config: true, series: true }` */
  readonly with?: Parts;
  /** @default 100 */
  readonly limit?: number;
  /** @default 0 */
  readonly offset?: number;
}

/** A run with the parts that were asked for. */
export type ListedRun<Types extends StoreTypes = StoreTypes, Parts = UsualParts> = Omit<
  RunSummary,
  "config" | "series"
> &
  (Parts extends { readonly config: true } ? { readonly config: ReadConfig<Types> } : unknown) &
  (Parts extends { readonly series: true | readonly string[] }
    ? Pick<RunSummary, "series">
    : unknown) &
  (Parts extends { readonly verdict: true } ? { readonly verdict?: RunVerdict } : unknown) &
  (Parts extends { readonly conclusions: true }
    ? { readonly conclusions: RunConclusions }
    : unknown);

export interface ListedRuns<Types extends StoreTypes = StoreTypes, Parts = UsualParts> {
  readonly runs: readonly ListedRun<Types, Parts>[];
  /** How many runs match, not only those on this page. */
  readonly total: number;
  /** What is still being folded and may be missing in the answer; absent where nothing is. */
  readonly unfolded?: Unfolded;
}
