import type { ChartRun, XAxis } from "./chart-run.ts";

/** The axis that runs can be drawn on: where none of their batches knows its epoch, an axis of epochs is one of steps. */
export function axisOf(runs: readonly ChartRun[], xAxis: XAxis): XAxis {
  if (xAxis !== "epoch" || runs.length === 0) return xAxis;
  const isWithout = (run: ChartRun) =>
    run.per === "batch" &&
    [run.train, run.validation, run.single].every(
      (columns) =>
        columns === undefined ||
        (columns.epoch.every(Number.isNaN) && columns.nonFinite.epoch.every(Number.isNaN)),
    );
  return runs.every(isWithout) ? "step" : xAxis;
}
