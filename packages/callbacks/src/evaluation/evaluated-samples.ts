import { expandDims, type Tensor, tidy } from "@tensorflow/tfjs";
import { weightTensors } from "../arrays/weight-tensors.ts";
import { internalsOf, trainedModelOf } from "../layers-model/layers-model-internals.ts";
import type { SampleWeights } from "../layers-model/sample-weights.ts";
import type { EvaluatedModel, ModelData } from "./evaluate-args.ts";
import { listOf } from "./list-of.ts";

export interface EvaluatedSamplesArgs {
  readonly x: ModelData;
  readonly y: ModelData;
  readonly sampleWeight: unknown;
  readonly batchSize?: number;
}

/** Samples as a model takes them, in its order, of rank 2 or higher. */
export interface EvaluatedSamples {
  readonly inputs: readonly Tensor[];
  readonly labels: readonly Tensor[];
  readonly weights: SampleWeights;
  readonly size: number;
  /** Disposes of the tensors made here, not of the given ones. */
  dispose(): void;
}

/**
 * Prepares samples: for a compiled model as TensorFlow.js' own `evaluate()` does, which checks them against the model and its
 * loss. For a model that is not compiled only their number is checked; the model and the metrics refuse the rest.
 */
export function evaluatedSamples(
  model: EvaluatedModel,
  args: EvaluatedSamplesArgs,
): EvaluatedSamples {
  const { x, y, sampleWeight: given, batchSize } = args;
  const inner = internalsOf(trainedModelOf(model));
  const [inputs, labels] =
    inner.optimizer == null
      ? [columns(listOf("x", x, model.inputNames)), columns(listOf("y", y, model.outputNames))]
      : tidy(() => inner.standardizeUserDataXY(x, y, true, batchSize));
  const before = new Set([x, y, ...Object.values(Object(x)), ...Object.values(Object(y))]);
  const made = [...inputs, ...labels].filter((tensor) => !before.has(tensor));
  try {
    const size = samplesOf([...inputs, ...labels]);
    const { outputNames } = model;
    const weights = weightTensors({ owner: "evaluate", given, labels, outputNames });
    made.push(...weights.filter((each) => each !== undefined));
    return { inputs, labels, weights, size, dispose: () => free(made) };
  } catch (error) {
    free(made);
    throw error;
  }
}

function free(tensors: readonly Tensor[]): void {
  for (const tensor of tensors) tensor.dispose();
}

/** A list of one value for each sample is a column. */
function columns(tensors: readonly Tensor[]): Tensor[] {
  return tensors.map((tensor) => (tensor.rank === 1 ? expandDims(tensor, 1) : tensor));
}

/** How many samples there are; throws where the tensors do not agree. */
function samplesOf(tensors: readonly Tensor[]): number {
  const [total = 0, ...others] = tensors.map(({ shape }) => shape[0] ?? 0);
  const wrong = others.find((length) => length !== total);
  if (wrong !== undefined) {
    throw new RangeError(
      `evaluate: x and y must have the same number of samples. Received: ${total} and ${wrong}`,
    );
  }
  return total;
}
