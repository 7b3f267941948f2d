import { formatValue, placeWords, type SeriesValue } from "@epochal/conclusions";
import type { BestPoint } from "../drawing/chart-picture.ts";
import type { ChartRun, XAxis } from "../lines/chart-run.ts";
import { epochPlace } from "../lines/epoch-place.ts";
import { mainSeries } from "../lines/main-series.ts";
import { nearestIndex } from "../lines/value-at.ts";
import type { MetricCard } from "./metric-cards.ts";

/** A run and what its series were best at. */
export interface BestOfRun {
  readonly id: string;
  readonly series: readonly { readonly key: string; readonly best?: SeriesValue }[];
}

/**
 * The best value that any of these runs reached in a card's metric, on validation data where there are any.
 *
 * @param lines what is drawn of the runs: it knows the time of a value. Only on an axis of time
 */
export function bestPoint(
  runs: readonly BestOfRun[],
  card: MetricCard,
  xAxis: XAxis,
  lines: readonly ChartRun[] = [],
): BestPoint | undefined {
  const key = card.validation ?? card.train;
  // The best of many noisy batches says nothing.
  if (card.direction === undefined || card.per === "batch") return undefined;
  const sign = card.direction === "min" ? -1 : 1;
  let best: { readonly run: string; readonly value: SeriesValue } | undefined;
  for (const run of runs) {
    const value = run.series.find((series) => series.key === key)?.best;
    if (value === undefined || (best && sign * value.value <= sign * best.value.value)) continue;
    best = { run: run.id, value };
  }
  if (best === undefined) return undefined;
  const { run, value } = best;
  const x = placeOf(
    value,
    xAxis,
    lines.find(({ id }) => id === run),
  );
  const place = xAxis === "step" ? `step ${value.step}` : placeWords(value);
  return x === undefined
    ? undefined
    : { run, x, y: value.value, label: `${formatValue(value.value)} · ${place}` };
}

function placeOf(
  { epoch, step }: SeriesValue,
  xAxis: XAxis,
  line: ChartRun | undefined,
): number | undefined {
  if (xAxis === "epoch") return epochPlace(epoch ?? step);
  if (xAxis === "step") return step;
  const columns = line && mainSeries(line);
  const at = columns?.wallTime[nearestIndex(columns.step, step)];
  const start = xAxis === "wall" ? 0 : line?.startedAt;
  return at === undefined || start === undefined ? undefined : at - start;
}
