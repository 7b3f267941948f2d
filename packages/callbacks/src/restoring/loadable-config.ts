import type { io } from "@tensorflow/tfjs";
import type { MetricsConfig } from "./metric-config.ts";
import { metricsFromConfig } from "./metrics-from-config.ts";
import { areStockNames } from "./stock-names.ts";

/** What TensorFlow.js saves of a model's compile arguments, without the metrics where one of them would make loading fail. */
export function loadableConfig(config: io.TrainingConfig): io.TrainingConfig {
  const {
    metrics,
    epochal_metrics: all,
    ...rest
  } = config as io.TrainingConfig & {
    readonly epochal_metrics?: MetricsConfig;
  };
  return canLoad(metrics, all) ? config : rest;
}

function canLoad(stock: unknown, all: MetricsConfig | undefined): boolean {
  // TensorFlow.js saves names of metrics that it does not know when it loads the model, and then refuses the model.
  if (all === undefined) return areStockNames(stock);
  try {
    metricsFromConfig(all);
    return true;
  } catch {
    return false;
  }
}
