import { data, gather, type Tensor, tensor1d, tidy } from "@tensorflow/tfjs";
import { noteInputs } from "../card/fit-inputs.ts";
import type { FitData } from "./fit-args.ts";
import type { FitProgress } from "./fit-progress.ts";
import { sampleOrder } from "./sample-order.ts";

export interface TensorBatchesArgs {
  readonly x: FitData;
  readonly y: FitData;
  readonly samples: number;
  readonly batchSize: number;
  readonly isShuffled: boolean;
  readonly progress: FitProgress;
}

/** The batches of an epoch, in the order that its number and the seed decide, from the batch on that comes next. */
export function tensorBatches(args: TensorBatchesArgs): data.Dataset<never> {
  const { x, y, samples, batchSize, isShuffled, progress } = args;
  const batches = data.generator(function* () {
    const order = isShuffled
      ? sampleOrder(samples, progress.seed, progress.epoch)
      : Int32Array.from({ length: samples }, (_, i) => i);
    for (let start = progress.skipped * batchSize; start < samples; start += batchSize) {
      const indices = order.slice(start, start + batchSize);
      yield { xs: rowsOf(x, indices), ys: rowsOf(y, indices) };
    }
  } as never) as data.Dataset<never>;
  noteInputs(batches, { x, y, batchSize, shuffle: isShuffled, seed: progress.seed });
  // Known to every callback as `params.steps`.
  (batches as { size: number }).size = Math.ceil(samples / batchSize);
  return batches;
}

function rowsOf(given: FitData, indices: Int32Array): FitData {
  const rows = (tensor: Tensor) => tidy(() => gather(tensor, tensor1d(indices, "int32")));
  if (isTensor(given)) return rows(given);
  if (Array.isArray(given)) return given.map(rows);
  return Object.fromEntries(Object.entries(given).map(([key, tensor]) => [key, rows(tensor)]));
}

export function isTensor(given: unknown): given is Tensor {
  return typeof given === "object" && given !== null && "dataSync" in given;
}
