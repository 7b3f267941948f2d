import { type data, dispose, type Tensor, type TensorContainer } from "@tensorflow/tfjs";
import { readAhead } from "../arrays/host-array.ts";
import { trainedModelOf } from "../layers-model/layers-model-internals.ts";
import type { OptionRule } from "../options/option-rule.ts";
import { takeOptions } from "../options/take-options.ts";
import { restoreMetrics } from "../restoring/restore-metrics.ts";
import { MetricNotices } from "../streaming/metric-notices.ts";
import type { Batch } from "./batch.ts";
import { datasetBatches } from "./dataset-batches.ts";
import type { EvaluateArgs, EvaluatedModel, ModelData } from "./evaluate-args.ts";
import { evaluatedSamples } from "./evaluated-samples.ts";
import { releaseMetrics } from "./hold-metrics.ts";
import { type Measures, measuresOf } from "./measures.ts";
import { tensorBatches } from "./tensor-batches.ts";

// So a program that only loads a model has its metrics, too. A bundle without this import has not, and is smaller.
restoreMetrics();

const anything: OptionRule = { words: "anything", Kind: TypeError, holds: () => true };
const wholeNumber: OptionRule = {
  words: "a whole number above 0",
  Kind: RangeError,
  holds: (value) => Number.isSafeInteger(value) && Number(value) > 0,
};
const rules: Readonly<Record<keyof EvaluateArgs, OptionRule>> = {
  metrics: anything,
  weightedMetrics: anything,
  sampleWeight: anything,
  batchSize: wholeNumber,
  batches: wholeNumber,
  returnDict: {
    words: "true or false",
    Kind: TypeError,
    holds: (value) => typeof value === "boolean",
  },
  onProgress: {
    words: "a function",
    Kind: TypeError,
    holds: (value) => typeof value === "function",
  },
};

/** Metric values by their key. */
export type EvaluateResult = Readonly<Record<string, number>>;

const DEFAULT_BATCH = 32;

type AsList = EvaluateArgs & { readonly returnDict: false };
type DatasetArgs<Args> = Omit<Args, "sampleWeight" | "batchSize">;

/**
 * Scores a model with its loss, its metrics or any others, trained or not, and with sample weights, which
 * TensorFlow.js' `model.evaluate()` ignores.
 *
 * Data are tensors `x` and `y`, or a dataset of batches `{ xs, ys }` or `{ xs, ys, sampleWeight }`; a tensor of rank 1 is a column.
 * The model need not be compiled. If it is, the data are checked as in TensorFlow.js, and the result begins with `loss` and,
 * for several outputs, the loss of each.
 *
 * Values are over all samples, under the name of each metric; a metric of several numbers gives its mean and each of them,
 * `"f1_score[cat]"`, and a matrix its cells. Weights count in the loss and in `weightedMetrics`, and not in `metrics`, as in Keras.
 * With `returnDict: false` the result is a list of the loss and the value of each metric. The event loop turns after every batch.
 *
 * @throws RangeError when x, y and the weights differ in length
 * @throws TypeError when the data do not fit the inputs and outputs of the model; when weights are given and neither loss nor metric uses them
 * @throws Error when the data do not fit the loss of a compiled model
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { evaluate } from "@epochal/callbacks";
 *
 * const model = tf.sequential({
 *   layers: [tf.layers.dense({ units: 1, inputShape: [1], kernelInitializer: "ones" })],
 * });
 * const x = tf.tensor1d([0.1, 0.4, 0.35, 0.8]);
 * const y = tf.tensor1d([0, 0, 1, 1]);
 * await evaluate(model, x, y, { metrics: ["auc", "precision"] }); // { auc: 0.75, precision: 1 }
 * const sampleWeight = [3, 1, 1, 1];
 * const weighted = await evaluate(model, x, y, { weightedMetrics: ["auc"], sampleWeight });
 * weighted.auc; // 0.875
 * ```
 */
export async function evaluate(
  model: EvaluatedModel,
  x: ModelData,
  y: ModelData,
  args: AsList,
): Promise<readonly number[]>;
export async function evaluate(
  model: EvaluatedModel,
  x: ModelData,
  y: ModelData,
  args?: EvaluateArgs,
): Promise<EvaluateResult>;
export async function evaluate(
  model: EvaluatedModel,
  dataset: data.Dataset<TensorContainer>,
  args: DatasetArgs<AsList>,
): Promise<readonly number[]>;
export async function evaluate(
  model: EvaluatedModel,
  dataset: data.Dataset<TensorContainer>,
  args?: DatasetArgs<EvaluateArgs>,
): Promise<EvaluateResult>;
export async function evaluate(
  model: EvaluatedModel,
  x: ModelData | data.Dataset<TensorContainer>,
  y: ModelData | EvaluateArgs = {},
  given: EvaluateArgs = {},
): Promise<EvaluateResult | readonly number[]> {
  const args = takeOptions("evaluate", isDataset(x) ? (y as EvaluateArgs) : given, rules);
  // A sequential model that was never compiled has no inputs yet.
  if (!model.built) model.build([]);
  const measures = measuresOf(model, args);
  try {
    checkWeighed(args, measures);
    for (const { metric } of measures.exact) metric.resetState();
    if (isDataset(x)) await measureDataset(model, x, measures, args);
    else await measureSamples(model, x, y as ModelData, measures, args);
    return resultOf(model, measures, args.returnDict ?? true);
  } finally {
    releaseMetrics(measures.exact.map(({ metric }) => metric));
  }
}

async function measureDataset(
  model: EvaluatedModel,
  dataset: data.Dataset<TensorContainer>,
  measures: Measures,
  args: EvaluateArgs,
): Promise<void> {
  const batches = datasetBatches(model, dataset, args.batches ?? Number.POSITIVE_INFINITY);
  await measure(model, batches, measures, args);
}

async function measureSamples(
  model: EvaluatedModel,
  x: ModelData,
  y: ModelData,
  measures: Measures,
  args: EvaluateArgs,
): Promise<void> {
  const { sampleWeight, batchSize = DEFAULT_BATCH } = args;
  const samples = evaluatedSamples(model, { x, y, sampleWeight, batchSize });
  try {
    await measure(model, tensorBatches(samples, batchSize), measures, args, samples.size);
  } finally {
    samples.dispose();
  }
}

async function measure(
  model: EvaluatedModel,
  batches: AsyncIterable<Batch> | Iterable<Batch>,
  { means, exact }: Measures,
  { onProgress }: EvaluateArgs,
  total?: number,
): Promise<void> {
  let done = 0;
  for await (const batch of batches) {
    let outputs: Tensor[] = [];
    try {
      outputs = [model.predictOnBatch([...batch.inputs])].flat();
      await means?.add(batch, outputs);
      const weights = exact.some(({ weighs }) => weighs) ? batch.weights : [];
      const read = [...outputs, ...batch.labels, ...weights].filter((each) => each !== undefined);
      if (exact.length > 0) await Promise.all(read.map(readAhead));
      for (const { metric, output, weighs } of exact) {
        const [labels, predictions] = [batch.labels[output], outputs[output]];
        if (labels !== undefined && predictions !== undefined) {
          metric.updateState(labels, predictions, weighs ? weights[output] : undefined);
        }
      }
    } finally {
      batch.dispose();
      dispose(outputs);
    }
    done += batch.size;
    onProgress?.(done, total);
  }
}

function resultOf(
  model: EvaluatedModel,
  { means, exact, keys }: Measures,
  asObject: boolean,
): EvaluateResult | number[] {
  const values = new Map<string, Readonly<Record<string, number>>>();
  const found = means?.values() ?? [];
  for (const [i, key] of (means?.keys ?? []).entries()) {
    values.set(key, { [key]: found[i] ?? Number.NaN });
  }
  const notices = MetricNotices.of(trainedModelOf(model));
  for (const { metric, key } of exact) {
    const named = metric.namedResults(key);
    const { nanReason, remarks } = metric;
    notices.addValue(key, { value: named[key] ?? 0, nanReason, remarks });
    values.set(key, named);
  }
  notices.flush();
  if (asObject)
    return Object.fromEntries(keys.flatMap((key) => Object.entries(values.get(key) ?? {})));
  return keys.map((key) => values.get(key)?.[key] ?? Number.NaN);
}

function isDataset(
  x: ModelData | data.Dataset<TensorContainer>,
): x is data.Dataset<TensorContainer> {
  return typeof (x as { iterator?: unknown } | null)?.iterator === "function";
}

/** Refuses weights that nothing uses: metrics that should use them belong into `weightedMetrics`. */
function checkWeighed({ sampleWeight }: EvaluateArgs, { means, exact }: Measures): void {
  if (sampleWeight == null || means !== undefined || exact.some(({ weighs }) => weighs)) return;
  throw new TypeError(
    "evaluate: nothing uses sampleWeight, because the model has no loss. Give the metrics that should use it as weightedMetrics",
  );
}
