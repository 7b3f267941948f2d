import { data, gather, type Tensor, tensor1d, tidy } from "@tensorflow/tfjs";
import { noteInputs } from "../card/fit-inputs.ts";
import type { FitBatch } from "./batch-training.ts";
import type { FitData } from "./fit-args.ts";
import type { FitProgress } from "./fit-progress.ts";
import type { FitSamples } from "./fit-samples.ts";
import { sampleOrder } from "./sample-order.ts";

export interface TensorBatchesArgs {
  /** What was given. */
  readonly x: FitData;
  readonly y: FitData;
  /** What was made of it. */
  readonly training: FitSamples;
  readonly batchSize: number;
  readonly shuffle: boolean;
  readonly progress: FitProgress;
  /** Is told of each batch. */
  readonly begin: (batch: FitBatch) => void;
}

/** The batches of an epoch, in the order that its number and the seed decide, from the batch on that comes next. */
export function tensorBatches(args: TensorBatchesArgs): data.Dataset<never> {
  const { x, y, training, batchSize, shuffle, progress, begin } = args;
  const { xs, ys, weights, size } = training;
  const batches = data.generator(function* () {
    const order = shuffle
      ? sampleOrder(size, progress.seed, progress.epoch)
      : Int32Array.from({ length: size }, (_, i) => i);
    for (let start = progress.skipped * batchSize; start < size; start += batchSize) {
      const rows = rowsAt(order.slice(start, start + batchSize));
      const batch = {
        xs: xs.map(rows),
        ys: ys.map(rows),
        weights: weights.map((each) => each && rows(each)),
      };
      begin(batch);
      yield { xs: batch.xs, ys: batch.ys };
    }
  } as never) as data.Dataset<never>;
  noteInputs(batches, { x, y, batchSize, shuffle, seed: progress.seed });
  // Known to every callback as `params.steps`.
  (batches as { size: number }).size = Math.ceil(size / batchSize);
  return batches;
}

function rowsAt(indices: Int32Array): (tensor: Tensor) => Tensor {
  return (tensor) => tidy(() => gather(tensor, tensor1d(indices, "int32")));
}

export function isTensor(given: unknown): given is Tensor {
  return typeof given === "object" && given !== null && "dataSync" in given;
}
