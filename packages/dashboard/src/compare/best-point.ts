import { formatValue, placeWords, type SeriesValue } from "@epochal/conclusions";
import type { BestPoint } from "../charts/chart-picture.ts";
import type { XAxis } from "../charts/chart-run.ts";
import { epochPlace } from "../charts/epoch-place.ts";
import type { MetricCard } from "./metric-cards.ts";

/** A run and what its series were best at. */
export interface BestOfRun {
  readonly id: string;
  readonly series: readonly { readonly key: string; readonly best?: SeriesValue }[];
}

/** The best value that any of these runs reached in a card's metric, on validation data where there are any. */
export function bestPoint(
  runs: readonly BestOfRun[],
  card: MetricCard,
  xAxis: XAxis,
): BestPoint | undefined {
  const key = card.validation ?? card.train;
  // The best of many noisy batches says nothing.
  if (card.direction === undefined || card.per === "batch") return undefined;
  const sign = card.direction === "min" ? -1 : 1;
  let best: (BestPoint & { readonly score: number }) | undefined;
  for (const run of runs) {
    const value = run.series.find((series) => series.key === key)?.best;
    if (value === undefined || (best && sign * value.value <= best.score)) continue;
    const x = xAxis === "epoch" ? epochPlace(value.epoch ?? value.step) : value.step;
    const place = xAxis === "epoch" ? placeWords(value) : `step ${value.step}`;
    const label = `${formatValue(value.value)} · ${place}`;
    best = { run: run.id, x, y: value.value, label, score: sign * value.value };
  }
  return best && { run: best.run, x: best.x, y: best.y, label: best.label };
}
