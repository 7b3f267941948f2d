import type { ChartSeries } from "./chart-series.ts";
import type { RunColor } from "./run-color.ts";

/** What x is: epochs, steps, the time since each run's start, or the time of day. */
export type XAxis = "epoch" | "step" | "relative" | "wall";
/** How y is shown: fitted to what is shown, from zero on, or by its logarithm. */
export type YScale = "linear" | "zero" | "log";
/** Which splits are shown. */
export type Splits = "both" | "train" | "validation";

/** What one run, or a group of runs, draws into a chart. */
export interface ChartRun {
  readonly id: string;
  readonly label: string;
  readonly color: RunColor;
  /** What its series have a value for. @default "epoch" */
  readonly per?: "epoch" | "batch";
  /** Of how many runs this is the middle. @default one run, no group */
  readonly group?: number;
  /** Whether it is drawn thin and grey behind the others, and in its colour only while it is pointed at. @default false */
  readonly context?: boolean;
  /** When it was started, in epoch milliseconds: where an axis of relative time begins. @default its first value */
  readonly startedAt?: number;
  /** Where the main one of its series was best, as the store says it. @default not known: the best of what is drawn */
  readonly best?: { readonly value: number; readonly x: number } | undefined;
  /** Dashed. */
  readonly train?: ChartSeries;
  /** Solid. */
  readonly validation?: ChartSeries;
  /** Solid, whichever split is shown: what is measured on none, such as a learning rate. */
  readonly single?: ChartSeries;
  /** What earlier segments of the run logged in epochs that a later one trained again. Drawn faintly. */
  readonly earlier?: readonly ChartSeries[];
}
