import type { CurrentBatch } from "./current-batch.ts";
import { FitSamples } from "./fit-samples.ts";
import { preparedBatches } from "./prepared-batches.ts";
import { tensorBatches } from "./tensor-batches.ts";

export interface ValidationArgs {
  /** The caller, for errors: `"fit"`. */
  readonly owner: string;
  readonly model: object;
  /** What is validated. */
  readonly held: FitSamples | object | undefined;
  readonly batchSize: number;
  /** Called with each batch of weighted samples. */
  readonly current: CurrentBatch;
}

/** What to validate, in the options of stock `fitDataset()`: it takes tensors, and weights only as those of a dataset's batches. */
export function validationArgs({ owner, model, held, batchSize, current }: ValidationArgs): object {
  if (held === undefined) return {};
  if (!(held instanceof FitSamples)) {
    const args = { owner: `${owner}: validationData`, model, dataset: held, current };
    return { validationData: preparedBatches(args) };
  }
  if (held.weights.length === 0) {
    return { validationData: [[...held.xs], [...held.ys]], validationBatchSize: batchSize };
  }
  return { validationData: tensorBatches({ samples: held, batchSize, current }) };
}
