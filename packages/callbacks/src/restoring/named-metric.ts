import { getMetric } from "../identifiers/get-metric.ts";
import { knownIdentifiers } from "../identifiers/known-identifiers.ts";
import { knownMetrics } from "./known-metrics.ts";
import { camelCase, isStockName } from "./stock-names.ts";

/**
 * The metric of which TensorFlow.js saved only the name, in snake_case, without its options.
 *
 * @throws RangeError where no metric has that name
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
    `loadLayersModel: the model was saved with a metric called ${saved}, which this program does not know. ` +
      "Give it to registerMetric() before you load the model",
  );
}
