import type { SeriesDescription } from "@epochal/record";

/** What the series are that a run records on its own, once an epoch. */
export function systemSeries(keys: readonly string[]): Record<string, SeriesDescription> {
  return Object.fromEntries(
    keys.map((key) => [key, { metric: key, split: "train", kind: "system", per: "epoch" }]),
  );
}
