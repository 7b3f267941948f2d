import type { MetricArgs } from "../metrics/metric.ts";
import {
  MeanMetricWrapper,
  type MetricFunction,
} from "../metrics/reduction/mean-metric-wrapper.ts";
import { knownMetrics, type MetricClass } from "./known-metrics.ts";
import { isMetricConfig, type MetricConfig, type MetricsConfig } from "./metric-config.ts";
import { optionFromConfig } from "./option-config.ts";

/**
 * The metrics for `compile()` that `metricsToConfig` wrote.
 *
 * @throws RangeError for a class or function that was not registered
 */
export function metricsFromConfig(config: MetricsConfig): unknown {
  if (Array.isArray(config)) return config.map(metricsFromConfig);
  if (isMetricConfig(config)) return metricOf(config);
  if (typeof config === "string") return config;
  return Object.fromEntries(
    Object.entries(config).map(([output, each]) => [output, metricsFromConfig(each)]),
  );
}

function metricOf({ module, class_name: name, config }: MetricConfig): unknown {
  if (name === "function") return functionOf(String(config));
  const Class =
    module === undefined
      ? (knownMetrics.registered(name) ?? knownMetrics.ownClass(name))
      : knownMetrics.ownClass(name);
  if (Class === undefined) throw unknown(`class ${name}`);
  const options = optionFromConfig(config, functionOf) as MetricArgs & { fn?: MetricFunction };
  if (Class === MeanMetricWrapper) {
    const { fn, ...args } = options;
    return new MeanMetricWrapper(fn as MetricFunction, args);
  }
  return new (Class as new (args: MetricArgs) => InstanceType<MetricClass>)(options);
}

function functionOf(name: string): unknown {
  const found = knownMetrics.registered(name) ?? knownMetrics.stockFunction(name);
  if (found === undefined) throw unknown(`function ${name}`);
  return found;
}

function unknown(what: string): RangeError {
  return new RangeError(
    `loadLayersModel: the model was saved with a metric of the ${what}, which this program has not registered. ` +
      "Give it to registerMetric() before you load the model",
  );
}
