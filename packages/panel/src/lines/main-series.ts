import type { ChartRun } from "./chart-run.ts";
import type { ChartSeries } from "./chart-series.ts";

/** The series that a run is read by: of validation where it has any, else of training; or the only one, of no split. */
export function mainSeries(
  run: Pick<ChartRun, "train" | "validation" | "single">,
): ChartSeries | undefined {
  return run.validation ?? run.single ?? run.train;
}
