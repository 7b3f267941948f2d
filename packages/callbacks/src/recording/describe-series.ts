import type { SeriesDescription } from "@epochal/record";
import type { LayersModel } from "@tensorflow/tfjs";
import { compiledLabels } from "../monitoring/compiled-labels.ts";
import { findLabel } from "../monitoring/find-label.ts";

const known: Readonly<Record<string, SeriesDescription["kind"]>> = {
  learning_rate: "learning_rate",
  steps_per_second: "system",
};

/** Descriptions of the series of these log keys, as far as the model knows them. */
export function describeSeries(
  keys: readonly string[],
  model: LayersModel | null,
  per: SeriesDescription["per"] = "epoch",
): Record<string, SeriesDescription> {
  const labels = model === null ? [] : compiledLabels(model);
  return Object.fromEntries(
    keys.map((key) => {
      const bare = per === "batch" && key.startsWith("batch_") ? key.slice("batch_".length) : key;
      const isOwn = labels.some(({ label }) => label === bare);
      const isValidation = !isOwn && bare.startsWith("val_");
      const metric = isValidation ? bare.slice("val_".length) : bare;
      const found = findLabel(labels, metric);
      return [
        key,
        {
          metric,
          split: isValidation ? "validation" : "train",
          kind: found?.kind ?? known[metric] ?? "metric",
          ...(found?.direction === undefined ? {} : { direction: found.direction }),
          per,
        },
      ];
    }),
  );
}
