import { type data, dispose, type Tensor, type TensorContainer } from "@tensorflow/tfjs";
import { readAhead } from "../arrays/host-array.ts";
import type { OptionRule } from "../options/option-rule.ts";
import { takeOptions } from "../options/take-options.ts";
import { trainedModelOf } from "../streaming/layers-model-internals.ts";
import { MetricNotices } from "../streaming/metric-notices.ts";
import { datasetBatches } from "./dataset-batches.ts";
import type { EvaluateArgs, EvaluatedModel, ModelData } from "./evaluate-args.ts";
import { listOf } from "./list-of.ts";
import { outputMetrics } from "./output-metrics.ts";
import { samplesOf, tensorBatches } from "./tensor-batches.ts";

const anything: OptionRule = { words: "anything", Kind: TypeError, holds: () => true };
const rules: Readonly<Record<keyof EvaluateArgs, OptionRule>> = {
  metrics: anything,
  sampleWeight: anything,
  batchSize: {
    words: "a whole number above 0",
    Kind: RangeError,
    holds: (value) => Number.isSafeInteger(value) && Number(value) > 0,
  },
  onProgress: {
    words: "a function",
    Kind: TypeError,
    holds: (value) => typeof value === "function",
  },
};

/** Metric values by their key. */
export type EvaluateResult = Readonly<Record<string, number>>;

/**
 * Scores a model with any metrics, after training or without, and with sample weights, which TensorFlow.js'
 * `model.evaluate()` does not know.
 *
 * Data are tensors `x` and `y`, or a dataset of batches `{ xs, ys }` or `{ xs, ys, sampleWeight }`. The model need not
 * be compiled. Values are over all samples, under the name of each metric; a metric of several numbers gives its mean
 * and each of them, `"f1_score[cat]"`, and a matrix its cells. Lets the event loop turn after every batch.
 *
 * @throws RangeError when x, y and the weights differ in length
 * @throws TypeError when the data do not fit the inputs and outputs of the model
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { evaluate } from "@epochal/callbacks";
 *
 * const model = tf.sequential({
 *   layers: [tf.layers.dense({ units: 1, inputShape: [1], kernelInitializer: "ones" })],
 * });
 * const x = tf.tensor2d([[0.1], [0.4], [0.35], [0.8]]);
 * const y = tf.tensor2d([[0], [0], [1], [1]]);
 * await evaluate(model, x, y, { metrics: ["auc", "precision"] }); // { auc: 0.75, precision: 1 }
 * const weighted = await evaluate(model, x, y, { metrics: ["auc"], sampleWeight: [3, 1, 1, 1] });
 * weighted.auc; // 0.875
 * ```
 */
export async function evaluate(
  model: EvaluatedModel,
  x: ModelData,
  y: ModelData,
  args?: EvaluateArgs,
): Promise<EvaluateResult>;
export async function evaluate(
  model: EvaluatedModel,
  dataset: data.Dataset<TensorContainer>,
  args?: Omit<EvaluateArgs, "sampleWeight" | "batchSize">,
): Promise<EvaluateResult>;
export async function evaluate(
  model: EvaluatedModel,
  x: ModelData | data.Dataset<TensorContainer>,
  y: ModelData | EvaluateArgs = {},
  given: EvaluateArgs = {},
): Promise<EvaluateResult> {
  const args = takeOptions("evaluate", isDataset(x) ? (y as EvaluateArgs) : given, rules);
  // A sequential model that was never compiled does not know its inputs yet.
  if (!model.built) model.build([]);
  const measured = outputMetrics(model, args.metrics);
  const total = isDataset(x) ? undefined : totalOf(model, x, y as ModelData);
  const batches = isDataset(x)
    ? datasetBatches(model, x)
    : tensorBatches(model, x, y as ModelData, args);
  let done = 0;
  for await (const batch of batches) {
    let outputs: Tensor[] = [];
    try {
      outputs = [model.predictOnBatch([...batch.inputs])].flat();
      await Promise.all([...outputs, ...batch.labels].map(readAhead));
      for (const { metric, output } of measured) {
        const [labels, predictions] = [batch.labels[output], outputs[output]];
        if (labels !== undefined && predictions !== undefined) {
          metric.updateState(labels, predictions, batch.weights[output]);
        }
      }
    } finally {
      batch.dispose();
      dispose(outputs);
    }
    done += batch.size;
    args.onProgress?.(done, total);
  }
  const notices = MetricNotices.of(trainedModelOf(model));
  const results = measured.map(({ metric, key }) => {
    const named = metric.namedResults(key);
    const { nanReason, remarks } = metric;
    notices.addValue(key, { value: named[key] ?? 0, nanReason, remarks });
    return named;
  });
  notices.flush();
  return Object.assign({}, ...results);
}

function isDataset(
  x: ModelData | data.Dataset<TensorContainer>,
): x is data.Dataset<TensorContainer> {
  return typeof (x as { iterator?: unknown } | null)?.iterator === "function";
}

function totalOf(model: EvaluatedModel, x: ModelData, y: ModelData): number {
  const inputs = listOf<Tensor>("x", x, model.inputNames);
  return samplesOf(inputs, listOf<Tensor>("y", y, model.outputNames));
}
