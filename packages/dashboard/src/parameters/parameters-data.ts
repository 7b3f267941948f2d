import type { ParamGrid, RunState, SearchRecord } from "@epochal/conclusions";
import type { RunEffects } from "@epochal/store";

/** A run as the views of parameters draw it. */
export interface ParameterRun {
  readonly id: string;
  readonly name: string;
  readonly startedAt: number;
  readonly state: RunState;
  /** By path. */
  readonly params: Readonly<Record<string, unknown>>;
  /** Of the metric; absent where the run has not logged it. */
  readonly value?: number;
  /** Whether the whole filter finds it, or only what the filter says beside its brushes. */
  readonly isFound: boolean;
}

/** A param that is not the same in all runs that are drawn. */
export interface ParameterAxis {
  readonly path: string;
  readonly kind: "number" | "category";
  /** In the order of the axis. Empty where there are too many numbers; of other values those of most runs. */
  readonly values: readonly unknown[];
  /** Of numbers; 0 where it is a category. */
  readonly min: number;
  readonly max: number;
  /** Whether some run lacks it. */
  readonly hasAbsent: boolean;
}

export interface JudgedBy {
  readonly key: string;
  /** `max` or `min` where a person said which way is better, and nobody recorded it. */
  readonly of: "best" | "last" | "kept" | "max" | "min";
  readonly direction?: "max" | "min";
}

/** What the page of a project's parameters shows. */
export interface ParametersData {
  readonly project: string;
  /** The name as a page can hold it. */
  readonly title: string;
  readonly revision: number;
  /** Keys that runs can be judged by, those of most runs first. */
  readonly metrics: readonly string[];
  /** Absent where no run has logged anything. */
  readonly metric?: JudgedBy;
  /** How many runs the filter finds, and how many it would find without its brushes. */
  readonly found: number;
  readonly total: number;
  /** At most 2,000, the newest first. */
  readonly runs: readonly ParameterRun[];
  readonly axes: readonly ParameterAxis[];
  readonly effects?: RunEffects;
  readonly sentences: readonly string[];
  /** Empty where neither way of the metric is better. */
  readonly records: readonly SearchRecord[];
  readonly grid?: ParamGrid & { readonly row: string; readonly column: string };
}
