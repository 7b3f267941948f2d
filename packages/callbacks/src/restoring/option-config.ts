import { fromJsonNumber, toJsonNumber } from "@epochal/record";
import { isMetricConfig, type MetricConfig } from "./metric-config.ts";

/** An option of a metric as a file holds it: functions by their names, and numbers that JSON cannot hold. */
export function optionToConfig(option: unknown, nameOf: (fn: unknown) => string): unknown {
  if (typeof option === "function") {
    return { class_name: "function", config: nameOf(option) } satisfies MetricConfig;
  }
  if (typeof option === "number" && !Number.isFinite(option)) {
    return { class_name: "number", config: toJsonNumber(option) } satisfies MetricConfig;
  }
  const isList = Array.isArray(option) || ArrayBuffer.isView(option);
  if (isList) {
    return Array.from(option as ArrayLike<unknown>, (each) => optionToConfig(each, nameOf));
  }
  if (typeof option !== "object" || option === null) return option;
  const { constructor: Class = Object } = option;
  if (Class !== Object) return { class_name: "object", config: Class.name } satisfies MetricConfig;
  return mapValues(option, (each) => optionToConfig(each, nameOf));
}

/**
 * The option that `optionToConfig` wrote.
 *
 * @throws RangeError for an object that files cannot hold
 */
export function optionFromConfig(config: unknown, functionOf: (name: string) => unknown): unknown {
  if (isMetricConfig(config)) {
    const { class_name: kind, config: value } = config;
    if (kind === "function") return functionOf(String(value));
    if (kind === "number") return fromJsonNumber(value);
    throw new RangeError(
      `loadLayersModel: the model was saved with a metric that has a ${value} among its options, which a file cannot hold. ` +
        "Load it without its trainingConfig, and compile it again",
    );
  }
  if (Array.isArray(config)) return config.map((each) => optionFromConfig(each, functionOf));
  if (typeof config !== "object" || config === null) return config;
  return mapValues(config, (each) => optionFromConfig(each, functionOf));
}

function mapValues(given: object, map: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, map(value)]));
}
