import type { RunColor } from "../colors/run-color.ts";
import type { SeriesColumns } from "../data/series-format.ts";

export type XAxis = "epoch" | "step";
export type YScale = "linear" | "log";

/** What one run draws into a chart. */
export interface ChartRun {
  readonly id: string;
  readonly label: string;
  readonly color: RunColor;
  /** What its series have a value for. @default "epoch" */
  readonly per?: "epoch" | "batch";
  /** Dashed. */
  readonly train?: SeriesColumns;
  /** Solid. */
  readonly validation?: SeriesColumns;
  /** What earlier segments of the run logged in epochs that a later one trained again. Drawn faintly. */
  readonly earlier?: readonly SeriesColumns[];
}
