import "server-only";
import type { SeriesSummary } from "@epochal/store";
import type { Judged } from "../wire/answers.ts";

/** What a run has of the series that runs are judged by. */
export function judgedOf(
  series: SeriesSummary | undefined,
  spark: Judged["spark"],
): Judged | undefined {
  if (series === undefined) return undefined;
  const { best, last, kept, direction } = series;
  const lost = best && kept && (best.value - kept.value) * (direction === "min" ? -1 : 1);
  return {
    ...(best && { best }),
    ...(last && { last }),
    ...(kept && { kept }),
    // Minus zero is no loss.
    ...(lost !== undefined && { regret: lost === 0 ? 0 : lost }),
    ...(spark && { spark }),
  };
}
