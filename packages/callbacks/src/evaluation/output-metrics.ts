import type { MetricIdentifier } from "../identifiers/metric-identifier.ts";
import { metrics as resolve } from "../identifiers/metrics.ts";
import type { Metric } from "../metrics/metric.ts";
import type { MetricResult } from "../metrics/metric-result.ts";
import { internalsOf } from "../streaming/layers-model-internals.ts";
import { ModelStreams } from "../streaming/model-streams.ts";
import { describeReceived } from "../text/describe-received.ts";
import type { EvaluateArgs, EvaluatedModel } from "./evaluate-args.ts";

/** A metric, the output it looks at, and its key in the result. */
export interface OutputMetric {
  readonly metric: Metric<MetricResult>;
  readonly output: number;
  readonly key: string;
}

/** The metrics of an evaluation, each reset, under keys that occur once. */
export function outputMetrics(
  model: EvaluatedModel,
  given: EvaluateArgs["metrics"],
): readonly OutputMetric[] {
  const placed = given === undefined ? compiled(model) : placedOf(model, given);
  const taken = new Map<string, number>();
  return placed.map(({ metric, output }) => {
    const prefix = model.outputNames.length > 1 ? `${model.outputNames[output]}_` : "";
    const plain = prefix + metric.name;
    const before = taken.get(plain) ?? 0;
    taken.set(plain, before + 1);
    metric.resetState();
    return { metric, output, key: before === 0 ? plain : `${plain}_${before}` };
  });
}

type Placed = Omit<OutputMetric, "key">;

function placedOf(
  { outputNames }: EvaluatedModel,
  given: NonNullable<EvaluateArgs["metrics"]>,
): readonly Placed[] {
  if (isList(given)) {
    return outputNames.flatMap((_, output) =>
      resolve(...given).map((metric) => ({
        metric: outputNames.length > 1 ? metric.clone() : metric,
        output,
      })),
    );
  }
  if (typeof given !== "object" || given === null) {
    throw new TypeError(
      `evaluate: metrics must be a list, or lists by output. Received: ${describeReceived(given)}`,
    );
  }
  return Object.entries(given).flatMap(([name, list]) => {
    const output = outputNames.indexOf(name);
    if (output === -1) {
      throw new RangeError(
        `evaluate: metrics must name outputs of the model, ${outputNames.join(", ")}. Received: ${name}`,
      );
    }
    return resolve(...list).map((metric) => ({ metric, output }));
  });
}

function compiled(model: EvaluatedModel): readonly Placed[] {
  // A Sequential keeps the model that trains within itself.
  const inner = (model as { model?: object }).model ?? model;
  const bound = ModelStreams.of(inner)?.bound ?? [];
  if (bound.length === 0) {
    throw new TypeError(
      "evaluate: metrics must be given, for the model was compiled with none of this package. Received: undefined",
    );
  }
  return bound.map(({ metric, index }) => ({
    metric: metric.clone(),
    output: internalsOf(inner).metricsTensors[index - 1]?.[1] ?? 0,
  }));
}

function isList(given: unknown): given is readonly MetricIdentifier[] {
  return Array.isArray(given);
}
