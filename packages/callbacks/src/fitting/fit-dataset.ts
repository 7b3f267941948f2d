import type { data, History, ModelFitDatasetArgs, TensorContainer } from "@tensorflow/tfjs";
import { takeOptions } from "../options/take-options.ts";
import { checkCopy } from "../streaming/check-copy.ts";
import type { AnyCallback, FittedModel } from "./fit-args.ts";
import { runFit } from "./run-fit.ts";

export interface FitDatasetArgs extends Omit<ModelFitDatasetArgs<TensorContainer>, "callbacks"> {
  /** Callbacks and objects of hooks, in any order. */
  readonly callbacks?: AnyCallback | readonly AnyCallback[];
}

const names = [
  "batchesPerEpoch",
  "epochs",
  "initialEpoch",
  "verbose",
  "callbacks",
  "validationData",
  "validationBatchSize",
  "validationBatches",
  "yieldEvery",
  "classWeight",
] as const satisfies (keyof FitDatasetArgs)[];

/**
 * Trains on a dataset as `model.fitDataset()` does, with a progress bar, and with an end that every callback is told of: also
 * when training fails or is interrupted by Ctrl-C, SIGTERM or SIGHUP.
 *
 * With `BackupAndRestore` training goes on at the epoch that was interrupted: the order of a dataset is its own affair.
 *
 * @throws Error when training fails or was interrupted, once all callbacks have ended
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 *
 * const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
 * model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
 * const rows = tf.data.array([{ xs: [1], ys: [1] }, { xs: [2], ys: [2] }]).batch(2);
 * const { epoch } = await fitDataset(model, rows, { epochs: 2, verbose: 0 });
 * epoch; // [0, 1]
 * ```
 */
export async function fitDataset(
  model: FittedModel,
  dataset: data.Dataset<TensorContainer>,
  args: FitDatasetArgs,
): Promise<History> {
  checkCopy("fitDataset", model);
  const { callbacks, verbose, ...rest } = takeOptions("fitDataset", args, names);
  return runFit({ seed: undefined, callbacks, verbose }, (all) =>
    model.fitDataset(dataset as never, { ...rest, verbose: 0, callbacks: all } as never),
  );
}
