import type { ChartMark, MetricCard, Signal, XRange } from "@epochal/panel/charts";
import type { ChartView } from "../charts/metric-chart-props.ts";
import type { DrawnGroups } from "./drawn-groups.ts";
import type { DrawnRun } from "./drawn-run.ts";

/** The marks of one run: those of all would hide the curves. */
export interface MarkedRun {
  readonly run: string;
  readonly startedAt: number;
  /** By the epochs at which they stand. */
  readonly marks: readonly ChartMark[];
}

/** What all cards of the page share. */
export interface CardsContext {
  readonly runs: readonly DrawnRun[];
  /** Drawn instead of the runs, where they are folded into groups. */
  readonly groups: DrawnGroups | undefined;
  readonly view: Required<Pick<ChartView, "xAxis" | "scale" | "splits" | "smoothing">>;
  /** What is shown of the x axis; undefined for all of it. */
  readonly zoom: XRange | undefined;
  readonly onZoom: (range: XRange | undefined) => void;
  /** The run that others are compared with. */
  readonly baseline: string | undefined;
  readonly marked: MarkedRun | undefined;
  readonly hoveredRun: Signal<string | undefined>;
  readonly cursors: Readonly<Record<MetricCard["per"], Signal<number | undefined>>>;
  readonly pinned: readonly string[];
  readonly onPin: (card: string) => void;
  /** Fills the screen with a card; absent where one does. */
  readonly onFull?: (card: string) => void;
}
