import type { Tensor } from "@tensorflow/tfjs";
import { type HostArray, type MetricInput, toHostArray } from "../arrays/host-array.ts";
import type { Batch } from "./batch.ts";
import type { EvaluateArgs, EvaluatedModel, ModelData } from "./evaluate-args.ts";
import { listOf } from "./list-of.ts";

/** Cuts tensors into batches. All of them must have as many samples. */
export function* tensorBatches(
  model: EvaluatedModel,
  x: ModelData,
  y: ModelData,
  { batchSize = 32, sampleWeight }: EvaluateArgs,
): Generator<Batch> {
  const inputs = listOf<Tensor>("x", x, model.inputNames);
  const labels = listOf<Tensor>("y", y, model.outputNames);
  const total = samplesOf(inputs, labels);
  const weights =
    sampleWeight === undefined
      ? []
      : listOf<MetricInput>("sampleWeight", sampleWeight, model.outputNames).map((each) =>
          checkWeights(toHostArray(each, "evaluate: sampleWeight"), total),
        );
  for (let start = 0; start < total; start += batchSize) {
    const size = Math.min(batchSize, total - start);
    const cut = (tensor: Tensor) => tensor.slice([start], [size]);
    const batch = { inputs: inputs.map(cut), labels: labels.map(cut) };
    yield {
      ...batch,
      weights: weights.map((each) => rowsOf(each, start, size)),
      size,
      dispose: () => {
        for (const tensor of [...batch.inputs, ...batch.labels]) tensor.dispose();
      },
    };
  }
}

/** How many samples there are; throws where the tensors do not agree. */
export function samplesOf(inputs: readonly Tensor[], labels: readonly Tensor[]): number {
  const [first, ...others] = [...inputs, ...labels].map(({ shape }) => shape[0] ?? 0);
  const total = first ?? 0;
  const wrong = others.find((length) => length !== total);
  if (wrong !== undefined) {
    throw new RangeError(
      `evaluate: x and y must have as many samples. Received: ${total} and ${wrong}`,
    );
  }
  return total;
}

function checkWeights(weights: HostArray, total: number): HostArray {
  const received = weights.shape[0] ?? 1;
  if (received !== total) {
    throw new RangeError(
      `evaluate: sampleWeight must have a weight for each of ${total} samples. Received: ${received}`,
    );
  }
  return weights;
}

function rowsOf({ values, shape }: HostArray, start: number, count: number): HostArray {
  const width = shape.slice(1).reduce((size, length) => size * length, 1);
  return {
    values: Array.prototype.slice.call(values, start * width, (start + count) * width),
    shape: [count, ...shape.slice(1)],
  };
}
