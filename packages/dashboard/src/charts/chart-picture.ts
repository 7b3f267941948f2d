import type { RunColor } from "../colors/run-color.ts";
import type { ChartLine } from "./chart-line.ts";
import type { ChartMark } from "./chart-mark.ts";
import type { XAxis, YScale } from "./chart-run.ts";
import type { FittedAxis } from "./fit-axis.ts";

/** The best point of a chart and how it is called. */
export interface BestPoint {
  readonly run: string;
  readonly x: number;
  readonly y: number;
  readonly label: string;
}

/** What a chart shows; how it is drawn is decided elsewhere. */
export interface ChartPicture {
  readonly lines: readonly ChartLine[];
  readonly colors: ReadonlyMap<string, RunColor>;
  readonly axis: FittedAxis;
  readonly x: { readonly min: number; readonly max: number };
  readonly xAxis: XAxis;
  readonly scale: YScale;
  readonly best: BestPoint | undefined;
  readonly marks: readonly ChartMark[];
}
