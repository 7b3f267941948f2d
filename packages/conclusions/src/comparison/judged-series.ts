import { primaryMetric } from "../verdict/primary-metric.ts";
import type { RunComparison, SeriesComparison } from "./run-comparison.ts";

/** The series that two runs are judged by; undefined where they have none in common. */
export function judgedSeries({
  a,
  series,
}: Pick<RunComparison, "a" | "series">): SeriesComparison | undefined {
  const keys = new Set(series.map(({ key }) => key));
  const common = a.series.filter(({ key }) => keys.has(key));
  const key = primaryMetric([{ series: common, conclusions: {} }])?.key;
  return series.find((each) => each.key === key);
}
