import { findCopies } from "../copies/find-copies.ts";
import { extendTrainingConfig } from "../extending/extend-training-config.ts";
import { keepMetricsInFiles } from "../extending/metrics-in-files.ts";
import { loadNamedMetrics } from "./load-named-metrics.ts";
import type { MetricsConfig } from "./metric-config.ts";
import { metricsFromConfig } from "./metrics-from-config.ts";
import { saveMetrics } from "./save-metrics.ts";

/** Gives models that TensorFlow.js saved with their optimizer their metrics back when they are loaded. */
export function restoreMetrics(): void {
  keepMetricsInFiles({
    save: saveMetrics,
    load: (saved) => metricsFromConfig(saved as MetricsConfig),
    loadNames: loadNamedMetrics,
  });
  for (const { copy } of findCopies()) extendTrainingConfig(copy.LayersModel.prototype);
}
