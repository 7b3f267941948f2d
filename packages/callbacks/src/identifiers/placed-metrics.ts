import { checkMetrics } from "../extending/check-metrics.ts";
import type { PlacedMetric } from "../streaming/weighted-metrics.ts";
import { describeReceived } from "../text/describe-received.ts";
import type { MetricIdentifier } from "./metric-identifier.ts";
import { metrics as resolve } from "./metrics.ts";

/** Metrics for all outputs, or lists of them by the names of outputs. One metric is a list of one. */
export type MetricsByOutput =
  | MetricIdentifier
  | readonly MetricIdentifier[]
  | Readonly<Record<string, MetricIdentifier | readonly MetricIdentifier[]>>;

/**
 * Metrics with their outputs. Where one list is for several outputs, each output gets copies.
 *
 * @throws TypeError when it is neither a list nor lists by output, in the name of `argument`: `"evaluate: metrics"`
 * @throws RangeError when a name is no output, or an identifier names no metric
 */
export function placedMetrics(
  { outputNames }: { readonly outputNames: readonly string[] },
  argument: string,
  given: MetricsByOutput,
): readonly PlacedMetric[] {
  checkMetrics(argument, given, outputNames);
  if (isList(given) || typeof given === "function" || typeof given === "string") {
    return outputNames.flatMap((_, output) =>
      resolve(...listOf(given)).map((metric) => ({
        metric: outputNames.length > 1 ? metric.clone() : metric,
        output,
      })),
    );
  }
  if (typeof given !== "object" || given === null) {
    throw new TypeError(
      `${argument} must be a list, or lists by output. Received: ${describeReceived(given)}`,
    );
  }
  return Object.entries(given).flatMap(([name, list]) => {
    const output = outputNames.indexOf(name);
    if (output === -1) {
      throw new RangeError(
        `${argument} must name outputs of the model, ${outputNames.join(", ")}. Received: ${name}`,
      );
    }
    return resolve(...listOf(list)).map((metric) => ({ metric, output }));
  });
}

/** One metric is a list of one. */
function listOf(
  given: readonly MetricIdentifier[] | MetricIdentifier,
): readonly MetricIdentifier[] {
  return isList(given) ? given : [given];
}

function isList(given: unknown): given is readonly MetricIdentifier[] {
  return Array.isArray(given);
}
