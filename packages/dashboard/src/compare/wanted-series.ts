import type { PrimaryMetric } from "@epochal/conclusions";
import type { WantedSeries } from "../data/use-series.ts";
import type { RunView } from "../wire/run-json.ts";

/** Sparklines of hidden runs are fetched for a table of at most this many. */
const MOST_SPARKLINES = 200;

/** All series of the runs drawn; of the others that of the primary metric, for their sparklines. */
export function wantedSeries(
  runs: readonly RunView[],
  drawn: ReadonlySet<string>,
  primary: PrimaryMetric | undefined,
): readonly WantedSeries[] {
  return runs.flatMap(({ id, series }, index) => {
    const keys = series
      .map(({ key }) => key)
      .filter((key) => drawn.has(id) || (key === primary?.key && index < MOST_SPARKLINES));
    if (keys.length === 0) return [];
    return [{ id, revision: series.map(({ count }) => count).join("."), keys }];
  });
}
