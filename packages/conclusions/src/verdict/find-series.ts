import type { SeriesSummary } from "../run-summary.ts";

/** Finds the epoch series of a kind and a split. The plain `loss` comes before others. */
export function findSeries(
  series: readonly SeriesSummary[],
  kind: SeriesSummary["kind"],
  split: SeriesSummary["split"],
): SeriesSummary | undefined {
  const found = series.filter(
    (each) => each.kind === kind && each.split === split && each.per === "epoch",
  );
  return found.find(({ metric }) => metric === "loss") ?? found[0];
}
