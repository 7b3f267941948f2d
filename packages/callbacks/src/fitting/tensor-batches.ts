import { type data, gather, type Tensor, tensor1d, tidy } from "@tensorflow/tfjs";
import { noteLabels } from "../layers-model/noted-labels.ts";
import type { CurrentBatch } from "./current-batch.ts";
import type { FitSamples } from "./fit-samples.ts";

export interface TensorBatchesArgs {
  readonly samples: FitSamples;
  readonly batchSize: number;
  /** Called with each batch. */
  readonly current: CurrentBatch;
  /** The order of the samples in the pass that begins. @default as they are */
  readonly order?: () => Int32Array;
  /** How many batches of that pass are left out. @default 0 */
  readonly skipped?: () => number;
}

/**
 * The samples in batches, anew in each pass.
 *
 * The last batch says that it is the last: TensorFlow.js then validates although a callback stops training at it, as `fit()` does.
 */
export function tensorBatches(args: TensorBatchesArgs): data.Dataset<never> {
  const { samples, batchSize, current, skipped = () => 0 } = args;
  const { xs, ys, weights, size } = samples;
  const { order = () => Int32Array.from({ length: size }, (_, i) => i) } = args;
  const batches = {
    // Known to every callback as `params.steps`.
    size: Math.ceil(size / batchSize),
    async iterator() {
      let places: Int32Array | undefined;
      let start = 0;
      const next = async () => {
        if (places === undefined) {
          places = order();
          start = skipped() * batchSize;
        }
        if (start >= size) return { value: undefined, done: true };
        const rows = rowsAt(places.slice(start, start + batchSize));
        start += batchSize;
        const batch = {
          xs: xs.map(rows),
          ys: ys.map(rows),
          weights: weights.map((each) => each && rows(each)),
        };
        current.begin(batch);
        return { value: { xs: batch.xs, ys: batch.ys }, done: start >= size };
      };
      return { next };
    },
  };
  noteLabels(batches, ys);
  return batches as unknown as data.Dataset<never>;
}

function rowsAt(indices: Int32Array): (tensor: Tensor) => Tensor {
  return (tensor) => tidy(() => gather(tensor, tensor1d(indices, "int32")));
}

export function isTensor(given: unknown): given is Tensor {
  return typeof given === "object" && given !== null && "dataSync" in given;
}
