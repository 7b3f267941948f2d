import { getMetric } from "../identifiers/get-metric.ts";
import { knownIdentifiers } from "../identifiers/known-identifiers.ts";
import { knownMetrics } from "./known-metrics.ts";
import { camelCase, isStockName } from "./stock-names.ts";

/**
 * The metric that TensorFlow.js saved by nothing but its name, in snake case: its options are not known.
 *
 * @throws RangeError where no metric goes by that name
 */
export function namedMetric(saved: string): unknown {
  const name = camelCase(saved);
  if (isStockName(name)) return name;
  const found = knownMetrics.registered(name) ?? knownMetrics.registered(saved);
  if (found !== undefined) return found;
  const identifier = [saved, name].find((each) => knownIdentifiers.has(each));
  if (identifier !== undefined) return getMetric(identifier, { name: saved });
  const stock = knownMetrics.stockFunction(name);
  if (stock !== undefined) return stock;
  throw new RangeError(
    `loadLayersModel: the model was saved with a metric that goes by the name ${saved}, which is not known here. ` +
      "Give it to registerMetric() before the model is loaded",
  );
}
