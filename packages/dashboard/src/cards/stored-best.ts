import {
  type BestOfRun,
  type ChartRun,
  epochPlace,
  linePlaces,
  type MetricCard,
  mainSeries,
  type XAxis,
} from "@epochal/panel/charts";

/**
 * What the main series of a run was best at, and where that stands on an axis. Undefined where the store does not say, or where what is drawn does
 * not tell the place: then it lies in a bucket.
 */
export function storedBest(
  { series }: BestOfRun,
  card: MetricCard,
  line: Pick<ChartRun, "train" | "validation" | "single" | "startedAt" | "per">,
  xAxis: XAxis,
): ChartRun["best"] {
  const isTrain = !line.validation && !line.single;
  const key = isTrain ? card.train : (card.validation ?? card.train);
  const best = series.find((each) => each.key === key)?.best;
  const columns = mainSeries(line);
  if (best === undefined || columns === undefined) return undefined;
  const { value, step, epoch } = best;
  if (xAxis === "step") return { value, x: step };
  if (xAxis === "epoch" && card.per === "epoch") return { value, x: epochPlace(epoch ?? step) };
  const index = columns.step.indexOf(step);
  const x = index < 0 ? undefined : linePlaces(line, columns, xAxis).values[index];
  return x === undefined ? undefined : { value, x };
}
