import type { LayersModel } from "@tensorflow/tfjs";
import { internalsOf } from "../streaming/layers-model-internals.ts";
import { ModelStreams } from "../streaming/model-streams.ts";
import { stockMetricDirections } from "./stock-metric-directions.ts";
import { wrongAverages } from "./wrong-averages.ts";

/** One value a compiled model reports for each pass. */
export interface CompiledLabel {
  /** Its key in the logs, without `val_`. */
  readonly label: string;
  /** The key before equal ones were numbered. */
  readonly plainLabel: string;
  readonly kind: "loss" | "metric";
  readonly direction: "max" | "min" | undefined;
  /** Which metric of ours is exact, where this is an average of batches that is not. */
  readonly exactInstead?: string;
}

/** What a compiled model reports, in the order of its logs. Empty for a model that is not compiled. */
export function compiledLabels(model: LayersModel): readonly CompiledLabel[] {
  // A Sequential keeps the model that trains within itself.
  const inner = (model as unknown as { model?: LayersModel }).model ?? model;
  const { metricsNames, metricsTensors, outputNames } = internalsOf(inner);
  if (metricsNames === undefined) {
    return [];
  }
  const labels = internalsOf(inner).getDedupedMetricsNames();
  const bound = new Map(ModelStreams.of(inner)?.bound.map(({ index, metric }) => [index, metric]));
  const losses = outputNames.length > 1 ? outputNames.length : 0;
  return metricsNames.map((plainLabel, i) => {
    const label = labels[i] ?? plainLabel;
    if (i <= losses) {
      return { label, plainLabel, kind: "loss", direction: "min" };
    }
    const metric = bound.get(i);
    const output = outputNames[metricsTensors[i - 1]?.[1] ?? 0] ?? "";
    const name = losses > 0 ? plainLabel.slice(output.length + 1) : plainLabel;
    const direction = metric === undefined ? stockMetricDirections.get(name) : metric.direction;
    const exactInstead = metric === undefined ? wrongAverages.get(name) : undefined;
    return {
      label,
      plainLabel,
      kind: "metric",
      direction,
      ...(exactInstead === undefined ? {} : { exactInstead }),
    };
  });
}
