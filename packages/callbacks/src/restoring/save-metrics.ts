import { isMetricConfig, type MetricsConfig } from "./metric-config.ts";
import { metricsToConfig } from "./metrics-to-config.ts";
import { isStockName } from "./stock-names.ts";

/**
 * The metrics given to `compile()`, as a file holds them, and those that TensorFlow.js loads by itself, in its own form.
 * Undefined where it saves all of them.
 */
export function saveMetrics(
  metrics: unknown,
): { readonly all: MetricsConfig; readonly stock: unknown } | undefined {
  const all = metricsToConfig(metrics);
  if (all === undefined) return undefined;
  if (typeof all === "string" || Array.isArray(all) || isMetricConfig(all)) {
    return { all, stock: stockOf(all).map(snakeCase) };
  }
  // TensorFlow.js uses the lists of an object as they are.
  const byOutput = Object.entries(all).map(([output, each]) => [output, stockOf(each)]);
  return { all, stock: Object.fromEntries(byOutput) };
}

/** The names of the metrics that TensorFlow.js finds by itself. */
function stockOf(config: MetricsConfig): readonly string[] {
  if (Array.isArray(config)) return config.flatMap(stockOf);
  const name = isMetricConfig(config)
    ? config.class_name === "function"
      ? config.config
      : undefined
    : config;
  return typeof name === "string" && isStockName(name) ? [name] : [];
}

function snakeCase(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, "$1_$2").toLowerCase();
}
