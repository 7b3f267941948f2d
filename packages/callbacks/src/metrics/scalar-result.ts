import type { Metric } from "./metric.ts";

/** The result of a metric as the one number the logs can carry. */
export function scalarResult(metric: Metric<number | readonly number[]>): number {
  const result: unknown = metric.result();
  if (typeof result === "number") {
    return result;
  }
  const got =
    Array.isArray(result) || ArrayBuffer.isView(result)
      ? "an array: use a metric of one number in compile(), and this one by updateState() and result()"
      : result instanceof Promise
        ? "a promise: a metric in compile() must answer at once"
        : String(result);
  throw new TypeError(`${metric.name}: result() must be a number. Received: ${got}`);
}
