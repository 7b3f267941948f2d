import { findCopies } from "../copies/find-copies.ts";
import { extendTrainingConfig } from "../extending/extend-training-config.ts";
import { keepMetricsInFiles } from "../extending/metrics-in-files.ts";
import { loadNamedMetrics } from "./load-named-metrics.ts";
import type { MetricsConfig } from "./metric-config.ts";
import { metricsFromConfig } from "./metrics-from-config.ts";
import { saveMetrics } from "./save-metrics.ts";

/** Lets models that TensorFlow.js saves with their optimizer have their metrics again when they are loaded. */
export function restoreMetrics(): void {
  keepMetricsInFiles({
    save: saveMetrics,
    load: (saved) => metricsFromConfig(saved as MetricsConfig),
    loadNames: loadNamedMetrics,
  });
  for (const { copy } of findCopies()) extendTrainingConfig(copy.LayersModel.prototype);
}
