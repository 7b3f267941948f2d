import type { AnyMetric } from "../any-metric/any-metric.ts";
import { type MetricsByOutput, placedMetrics } from "../identifiers/placed-metrics.ts";
import { internalsOf, trainedModelOf } from "../layers-model/layers-model-internals.ts";
import { ModelStreams } from "../streaming/model-streams.ts";
import { weightedLabel } from "../streaming/weighted-metrics.ts";
import { BatchMeans, type PlacedFunction } from "./batch-means.ts";
import type { EvaluateArgs, EvaluatedModel } from "./evaluate-args.ts";
import { holdMetrics } from "./hold-metrics.ts";

/** A metric of this package, its output, and its key in the result. */
interface Measure {
  readonly metric: AnyMetric;
  readonly output: number;
  readonly key: string;
  /** Whether sample weights count. */
  readonly weighs: boolean;
}

/** What an evaluation computes. */
export interface Measures {
  /** The loss and the metrics of TensorFlow.js; undefined for a model that is not compiled. */
  readonly means: BatchMeans | undefined;
  /** Metrics of this package, held for this evaluation alone until they are released. */
  readonly exact: readonly Measure[];
  /** The keys of the result, in its order. */
  readonly keys: readonly string[];
}

/** What an evaluation should compute, under unique keys. */
export function measuresOf(model: EvaluatedModel, args: EvaluateArgs): Measures {
  const { metrics, weightedMetrics = [] } = args;
  const inner = internalsOf(trainedModelOf(model));
  const isCompiled = inner.optimizer != null;
  const compiled = metrics === undefined && isCompiled ? compiledMetrics(inner) : undefined;
  const means = isCompiled ? new BatchMeans(inner, compiled?.functions ?? []) : undefined;
  const exact = compiled?.exact ?? named(model, "metrics", metrics ?? [], means?.keys ?? []);
  const order = compiled?.keys ?? [...(means?.keys ?? []), ...exact.map(({ key }) => key)];
  const weighing = named(model, "weightedMetrics", weightedMetrics, order);
  const all = [...exact, ...weighing];
  if (!isCompiled && all.length === 0 && metrics === undefined) {
    throw new TypeError(
      "evaluate: metrics must be given, because the model was compiled neither with a loss nor with a metric of this package. Received: undefined",
    );
  }
  const own = holdMetrics(all.map(({ metric }) => metric));
  const held = all.map((each, i) => ({ ...each, metric: own[i] ?? each.metric }));
  return { means, exact: held, keys: [...order, ...weighing.map(({ key }) => key)] };
}

function named(
  model: EvaluatedModel,
  option: "metrics" | "weightedMetrics",
  given: MetricsByOutput,
  before: readonly string[],
): Measure[] {
  const taken = new Set(before);
  const weighs = option === "weightedMetrics";
  return placedMetrics(model, `evaluate: ${option}`, given).map(({ metric, output }) => {
    const prefix = model.outputNames.length > 1 ? `${model.outputNames[output]}_` : "";
    const key = weighs
      ? weightedLabel(taken, prefix, metric.name)
      : unusedLabel(taken, prefix + metric.name);
    taken.add(key);
    return { metric, output, key, weighs };
  });
}

function unusedLabel(taken: ReadonlySet<string>, name: string): string {
  let label = name;
  for (let i = 1; taken.has(label); i++) label = `${name}_${i}`;
  return label;
}

/** Everything that a model was compiled with: functions of TensorFlow.js, and copies of metrics of this package. */
function compiledMetrics(inner: ReturnType<typeof internalsOf>): {
  readonly functions: readonly PlacedFunction[];
  readonly exact: readonly Measure[];
  readonly keys: readonly string[];
} {
  const bound = new Map(ModelStreams.of(inner)?.bound.map((each) => [each.index, each]));
  const functions: PlacedFunction[] = [];
  const exact: Measure[] = [];
  // TensorFlow.js numbers functions of one name, so that their keys differ.
  const keys = inner.getDedupedMetricsNames();
  const losses = inner.outputNames.length > 1 ? inner.outputNames.length : 0;
  for (const [i, [metric, output]] of inner.metricsTensors.entries()) {
    const key = keys[i + 1] ?? "";
    const found = bound.get(i + 1);
    if (found !== undefined) {
      exact.push({
        metric: found.metric.clone(),
        output,
        key,
        weighs: found.weighs !== undefined,
      });
    } else if (i >= losses) functions.push({ key, metric, output });
  }
  return { functions, exact, keys };
}
