import { describeReceived } from "../text/describe-received.ts";
import type { MetricArgs } from "./metric.ts";

const taken = new Set(["loss", "size", "batch"]);

/**
 * The name of a metric: the given one, else the default. Throws for a name that the logs cannot have, where the metric may get
 * into them.
 */
export function metricName(
  className: string,
  args: MetricArgs,
  fallback: string,
  isLogged: boolean,
): string {
  if (typeof args !== "object" || args === null || Array.isArray(args)) {
    throw new TypeError(
      `${className}: args must be an options object. Received: ${describeReceived(args)}`,
    );
  }
  const name = args.name ?? fallback;
  if (typeof name !== "string" || name.trim() === "") {
    throw new TypeError(`${className}: name must be a non-empty string. Received: ${String(name)}`);
  }
  if (isLogged && (taken.has(name) || name.startsWith("val_"))) {
    throw new RangeError(
      `${className}: name must not be loss, size or batch, nor start with val_: TensorFlow.js uses these keys in its ` +
        `logs. Received: ${name}`,
    );
  }
  return name;
}
