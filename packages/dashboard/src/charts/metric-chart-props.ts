import type {
  BestPoint,
  ChartMark,
  ChartRun,
  Signal,
  Splits,
  XAxis,
  XRange,
  YScale,
} from "@epochal/panel/charts";
import type { ReactNode } from "react";

/** How curves are shown. */
export interface ChartView {
  /** @default "epoch" */
  readonly xAxis?: XAxis;
  /** @default "linear" */
  readonly scale?: YScale;
  /** @default "both" */
  readonly splits?: Splits;
  /** The weight of the smoothing, from 0 to below 1. @default 0, none */
  readonly smoothing?: number;
  /** What is shown of the x axis. @default all of it */
  readonly zoom?: XRange | undefined;
  /** All of the x axis, where the runs have the points of a part of it only. @default what the runs have */
  readonly extent?: XRange | undefined;
}

export interface MetricChartProps extends ChartView {
  /** The metric, `auc`. */
  readonly title: string;
  readonly runs: readonly ChartRun[];
  /** Which way is better: the readout is sorted by it. */
  readonly direction?: "max" | "min" | undefined;
  /** The point to name on the chart. */
  readonly best?: BestPoint | undefined;
  /** What happened, drawn where it did. */
  readonly marks?: readonly ChartMark[];
  /** The run that the values at the cursor are compared with. */
  readonly baseline?: string | undefined;
  /** A taller chart with the values at the cursor in a column beside it. */
  readonly wide?: boolean;
  /** Whether values are on their way: then none are missed. @default false */
  readonly isPending?: boolean;
  /** How high the plot is: as others of its width, higher, or as high as the screen allows. @default "usual" */
  readonly height?: "usual" | "tall" | "screen";
  /** Buttons beside those of the chart. */
  readonly actions?: ReactNode;
  /** Hears what a person zoomed to; undefined for everything. @default the chart zooms by itself */
  readonly onZoom?: (range: XRange | undefined) => void;
  /** The run to bring forward. */
  readonly highlight?: string | undefined;
  /** Hears which run is pointed at. */
  readonly onHover?: (run: string | undefined) => void;
  /** The run the pointer is on, shared with other charts and the table without rendering them. @default its own */
  readonly hoveredRun?: Signal<string | undefined>;
  /** Where the cursor stands on the x axis, shared with other charts. @default its own */
  readonly cursor?: Signal<number | undefined>;
  /** Shown under the plot, on the same x axis. */
  readonly children?: ReactNode;
}
