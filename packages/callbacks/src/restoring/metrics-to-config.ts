import { isMetric } from "../any-metric/is-metric.ts";
import { knownMetrics } from "./known-metrics.ts";
import type { MetricConfig, MetricsConfig } from "./metric-config.ts";
import { optionToConfig } from "./option-config.ts";

/** The metrics given to `compile()`, as a file holds them. Undefined where TensorFlow.js can save them all. */
export function metricsToConfig(given: unknown): MetricsConfig | undefined {
  return holdsOurs(given) ? toConfig(given) : undefined;
}

function holdsOurs(given: unknown): boolean {
  if (typeof given === "function") {
    return isMetric(given) || knownMetrics.registeredName(given) !== undefined;
  }
  return typeof given === "object" && given !== null && Object.values(given).some(holdsOurs);
}

function toConfig(given: unknown): MetricsConfig {
  if (Array.isArray(given)) return given.map(toConfig);
  if (isMetric(given)) {
    const { constructor: Class } = given;
    const own = knownMetrics.ownName(Class);
    return {
      ...(own === undefined ? {} : { module: "@epochal/callbacks" }),
      class_name: own ?? knownMetrics.registeredName(Class) ?? Class.name,
      config: optionToConfig(given.getConfig(), nameOfFunction),
    };
  }
  if (typeof given === "function") {
    return { class_name: "function", config: nameOfFunction(given) } satisfies MetricConfig;
  }
  if (typeof given !== "object" || given === null) return String(given);
  return Object.fromEntries(
    Object.entries(given).map(([output, each]) => [output, toConfig(each)]),
  );
}

function nameOfFunction(fn: unknown): string {
  return knownMetrics.registeredName(fn) ?? (fn as { readonly name: string }).name;
}
