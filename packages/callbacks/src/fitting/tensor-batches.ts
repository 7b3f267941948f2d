import { data, gather, type Tensor, tensor1d, tidy } from "@tensorflow/tfjs";
import { noteLabels } from "../streaming/noted-labels.ts";
import type { CurrentBatch } from "./current-batch.ts";
import type { FitSamples } from "./fit-samples.ts";

export interface TensorBatchesArgs {
  readonly samples: FitSamples;
  readonly batchSize: number;
  /** Is told of each batch. */
  readonly current: CurrentBatch;
  /** The order of the samples in the pass that begins. @default as they are */
  readonly order?: () => Int32Array;
  /** How many batches of that pass are left out. @default 0 */
  readonly skipped?: () => number;
}

/** The samples in batches, anew in each pass. */
export function tensorBatches(args: TensorBatchesArgs): data.Dataset<never> {
  const { samples, batchSize, current, skipped = () => 0 } = args;
  const { xs, ys, weights, size } = samples;
  const { order = () => Int32Array.from({ length: size }, (_, i) => i) } = args;
  const batches = data.generator(function* () {
    const places = order();
    for (let start = skipped() * batchSize; start < size; start += batchSize) {
      const rows = rowsAt(places.slice(start, start + batchSize));
      const batch = {
        xs: xs.map(rows),
        ys: ys.map(rows),
        weights: weights.map((each) => each && rows(each)),
      };
      current.begin(batch);
      yield { xs: batch.xs, ys: batch.ys };
    }
  } as never) as data.Dataset<never>;
  noteLabels(batches, ys);
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
