import { isMetric } from "../any-metric/is-metric.ts";
import { printWarning } from "../host/print-warning.ts";
import { namedMetric } from "./named-metric.ts";
import { areStockNames } from "./stock-names.ts";

/**
 * The metrics of a file in which TensorFlow.js wrote only their names. A metric of this package gets its default options, with a
 * warning.
 *
 * @returns undefined where TensorFlow.js loads all of them by itself
 * @throws RangeError where a name is no metric
 */
export function loadNamedMetrics(names: unknown): unknown {
  if (areStockNames(names)) return undefined;
  const guessed: string[] = [];
  const metrics = metricsOf(names, guessed);
  if (guessed.length > 0) {
    printWarning(
      `loadLayersModel: the model was saved without the options of its metrics; ${guessed.join(", ")} got the default options`,
    );
  }
  return metrics;
}

function metricsOf(names: unknown, guessed: string[]): unknown {
  if (typeof names === "string") {
    const metric = namedMetric(names);
    if (isMetric(metric)) guessed.push(names);
    return metric;
  }
  if (Array.isArray(names)) return names.map((each) => metricsOf(each, guessed));
  return Object.fromEntries(
    Object.entries(Object(names)).map(([output, each]) => [output, metricsOf(each, guessed)]),
  );
}
