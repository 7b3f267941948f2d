import type { RunState } from "@epochal/conclusions";
import type { SeriesDescription } from "@epochal/record";
import type { Unfolded } from "./unfolded.ts";

/** A param of the runs that match. */
export interface ParamFacet {
  /** `optimizer.lr` */
  readonly path: string;
  /** How many runs have it. */
  readonly runs: number;
  /** How many different values it has. */
  readonly distinct: number;
  /** At most twenty of them, those of most runs first, as they are in the config. */
  readonly values: readonly { readonly value: unknown; readonly runs: number }[];
  /** Of the values that are numbers; absent where none is. */
  readonly min?: number;
  readonly max?: number;
}

/** A key of series, and what it is of: as one of the runs that have it describes it. */
export interface SeriesFacet extends Omit<SeriesDescription, "direction"> {
  /** `val_auc` */
  readonly key: string;
  /** How many runs have logged it. */
  readonly runs: number;
  /** Which way is better; absent where neither is. */
  readonly direction?: "min" | "max";
}

/** What the runs that match have, and how many of them each. What most have comes first. */
export interface RunFacets {
  /** How many match. */
  readonly total: number;
  readonly params: readonly ParamFacet[];
  readonly series: readonly SeriesFacet[];
  readonly tags: readonly { readonly tag: string; readonly runs: number }[];
  readonly states: readonly { readonly state: RunState; readonly runs: number }[];
  readonly branches: readonly { readonly branch: string; readonly runs: number }[];
  readonly groups: readonly { readonly group: string; readonly runs: number }[];
  readonly projects: readonly { readonly project: string; readonly runs: number }[];
  /** Absent where the answer is whole; else what is still being folded, and may be missing in it. */
  readonly unfolded?: Unfolded;
}
