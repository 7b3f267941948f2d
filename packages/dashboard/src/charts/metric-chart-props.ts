import type { ReactNode } from "react";
import type { ChartMark } from "./chart-mark.ts";
import type { BestPoint } from "./chart-picture.ts";
import type { ChartRun, XAxis, YScale } from "./chart-run.ts";
import type { Signal } from "./signal.ts";

export interface MetricChartProps {
  /** The metric, `auc`. */
  readonly title: string;
  readonly runs: readonly ChartRun[];
  /** @default "epoch" */
  readonly xAxis?: XAxis;
  /** @default "linear" */
  readonly scale?: YScale;
  /** Which way is better: the readout is sorted by it. */
  readonly direction?: "max" | "min" | undefined;
  /** The point to name on the chart. */
  readonly best?: BestPoint | undefined;
  /** What happened, drawn where it did. */
  readonly marks?: readonly ChartMark[];
  /** A taller chart with the values at the cursor in a column beside it. */
  readonly wide?: boolean;
  /** The run the pointer is on, shared with other charts and the table. @default its own */
  readonly hoveredRun?: Signal<string | undefined>;
  /** Where the cursor stands on the x axis, shared with other charts. @default its own */
  readonly cursor?: Signal<number | undefined>;
  /** Shown under the plot, on the same x axis. */
  readonly children?: ReactNode;
}
