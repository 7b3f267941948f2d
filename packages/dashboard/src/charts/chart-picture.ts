import type { RunColor } from "../colors/run-color.ts";
import type { ChartLine } from "./chart-line.ts";
import type { ChartMark } from "./chart-mark.ts";
import type { XAxis, YScale } from "./chart-run.ts";
import type { FittedAxis } from "./fit-axis.ts";
import type { XRange } from "./x-range.ts";

/** The best point of a chart and how it is called. */
export interface BestPoint {
  readonly run: string;
  readonly x: number;
  readonly y: number;
  readonly label: string;
}

/** What a chart shows; how it is drawn is decided elsewhere. */
export interface ChartPicture {
  /** What of them is within `x`, with a point on either side. */
  readonly lines: readonly ChartLine[];
  readonly colors: ReadonlyMap<string, RunColor>;
  readonly axis: FittedAxis;
  readonly x: XRange;
  /** The axis when nothing is zoomed. */
  readonly whole: XRange;
  readonly xAxis: XAxis;
  readonly scale: YScale;
  readonly best: BestPoint | undefined;
  readonly marks: readonly ChartMark[];
  /** How strongly bands are drawn, from 0, not at all, to 1. Many over each other would be a block of ink. @default 0 */
  readonly bands?: number;
  /** Whether zero is marked by a line: differences lie above or below it. */
  readonly zero?: boolean;
}
