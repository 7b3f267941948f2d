import type { History } from "@tensorflow/tfjs";
import { checkCopy } from "../extending/check-copy.ts";
import { placedMetrics } from "../identifiers/placed-metrics.ts";
import { noteInputs } from "../layers-model/fit-inputs.ts";
import { internalsOf, trainedModelOf } from "../layers-model/layers-model-internals.ts";
import { restoreMetrics } from "../restoring/restore-metrics.ts";
import { randomNumbers } from "../seed/random-numbers.ts";
import { weightedMetricsKey } from "../streaming/weighted-metrics.ts";
import { checkFitted, checkTensors, fitOptions } from "./check-fit.ts";
import { CurrentBatch } from "./current-batch.ts";
import type { FitArgs, FitData, FittedModel } from "./fit-args.ts";
import { runFit } from "./run-fit.ts";
import { splitSamples } from "./split-samples.ts";
import { tensorBatches } from "./tensor-batches.ts";
import { validationArgs } from "./validation-args.ts";

// A program that only loads a model has its metrics, too. A bundle without this has not, and not all classes of metrics.
restoreMetrics();

const DEFAULT_BATCH = 32;

/**
 * Trains as `model.fit()` does, with a seed for the order of the samples, so that a training can be repeated and, with
 * `BackupAndRestore`, go on at the very batch it was interrupted at.
 *
 * Shows a progress bar unless `verbose` is 0, and tells every callback of the end, also when training fails or is interrupted
 * by Ctrl-C, SIGTERM or SIGHUP: then it ends after the batch that runs, with an error. A second signal ends the program.
 *
 * Takes all that `model.fit()` takes, and prepares and checks it in the same way: tensors, lists of them, or objects by name,
 * labels of rank 1, class weights, validation data or a share of the samples. Validation data may be a dataset, too. What does
 * not fit the model is an error before the first batch, and then nothing has changed: no weight, no file, no run, no callback.
 *
 * Knows weights of samples as Keras does, for training and for validation. They count in the loss and in `weightedMetrics`, and not
 * in the metrics of the model. The History it returns is that of the whole training, the part before
 * an interruption included.
 *
 * @throws RangeError when an option is out of range, or `validationSplit` leaves nothing to train on
 * @throws TypeError when x or y are no tensors
 * @throws Error when the data do not fit the model, or the classes `classWeight`; when a fit of the model runs already; when
 * training fails or was interrupted, once all callbacks have ended
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 *
 * const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
 * model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
 * const x = tf.tensor2d([[1], [2], [3], [4]]);
 * const { epoch } = await fit(model, x, x, { epochs: 3, batchSize: 2, seed: 7, verbose: 0 });
 * epoch; // [0, 1, 2]
 *
 * const { history } = await fit(model, x, x, {
 *   sampleWeight: [1, 1, 1, 5],
 *   weightedMetrics: ["mae"],
 *   validationData: [x, x, [1, 0, 0, 1]],
 *   verbose: 0,
 * });
 * Object.keys(history); // ["val_loss", "val_mae", "loss", "mae"]
 * ```
 */
export async function fit(
  model: FittedModel,
  x: FitData,
  y: FitData,
  args: FitArgs = {},
): Promise<History> {
  const given = fitOptions(args);
  checkCopy("fit", model);
  checkFitted("fit", model);
  checkTensors({ x, y });
  const { seed, callbacks, verbose, batchSize = DEFAULT_BATCH, shuffle = true, ...rest } = given;
  const { classWeight, sampleWeight, validationData, validationSplit = 0, ...others } = rest;
  const { weightedMetrics, ...passedOn } = others;
  const inner = trainedModelOf(model);
  const weighing = placedMetrics(internalsOf(inner), "fit: weightedMetrics", weightedMetrics ?? []);
  const wanted = { x, y, batchSize, classWeight, sampleWeight, validationData, validationSplit };
  const samples = await splitSamples(inner, wanted);
  const { training, held } = samples;
  const [current, validated] = [new CurrentBatch(), new CurrentBatch()];
  try {
    return await runFit({ seed, callbacks, verbose }, (told, progress) => {
      const { epochs = 1, initialEpoch = 0 } = given;
      Object.assign(progress.told, { samples: training.size, batchSize, epochs, initialEpoch });
      const order = () => sampleOrder(training.size, progress.seed, progress.epoch);
      const dataset = tensorBatches({
        samples: training,
        batchSize,
        current,
        ...(shuffle && { order }),
        skipped: () => progress.skipped,
      });
      noteInputs(dataset, { x, y, batchSize, shuffle, seed: progress.seed });
      return model.fitDataset(
        dataset as never,
        {
          ...passedOn,
          ...epochsOf(given),
          ...validationArgs({ owner: "fit", model: inner, held, batchSize, current: validated }),
          [weightedMetricsKey]: weighing,
          verbose: 0,
          callbacks: told,
        } as never,
      );
    });
  } finally {
    current.end();
    validated.end();
    samples.dispose();
  }
}

/** `fitDataset()` refuses a training of no epochs, which `fit()` takes: one that begins at its end is the same. */
function epochsOf({ epochs = 1 }: FitArgs): Pick<FitArgs, "epochs" | "initialEpoch"> {
  return epochs > 0 ? { epochs } : { epochs: 1, initialEpoch: 1 };
}

/** The order of samples in an epoch: a permutation that the seed and the epoch decide. */
export function sampleOrder(samples: number, seed: number, epoch: number): Int32Array {
  const order = Int32Array.from({ length: samples }, (_, i) => i);
  const random = randomNumbers(seed ^ Math.imul(epoch + 1, 0x9e3779b1));
  // Fisher and Yates.
  for (let i = samples - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}
