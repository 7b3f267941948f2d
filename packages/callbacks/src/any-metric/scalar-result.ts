import { meanOf } from "../arrays/mean-of.ts";
import type { AnyMetric } from "./any-metric.ts";

/** The one number that TensorFlow.js' logs carry under a metric's name: its result, or the mean of several numbers. */
export function scalarResult(metric: AnyMetric): number {
  const result: unknown = metric.result();
  if (typeof result === "number") return result;
  if (Array.isArray(result) && result.every((part) => typeof part === "number")) {
    return meanOf(result);
  }
  const got = Array.isArray(result)
    ? "a matrix: use a metric derived from it in compile(), and this one by evaluate() or updateState() and result()"
    : result instanceof Promise
      ? "a promise: a metric in compile() must answer at once"
      : String(result);
  throw new TypeError(`${metric.name}: result() must be a number. Received: ${got}`);
}
