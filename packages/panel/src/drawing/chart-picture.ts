import type { FittedAxis } from "../axes/fit-axis.ts";
import type { ChartLine } from "../lines/chart-line.ts";
import type { ChartMark } from "../lines/chart-mark.ts";
import type { XAxis, YScale } from "../lines/chart-run.ts";
import type { RunColor } from "../lines/run-color.ts";
import type { XRange } from "../lines/x-range.ts";

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
