import type { data, History, ModelFitDatasetArgs, TensorContainer } from "@tensorflow/tfjs";
import { checkCopy } from "../extending/check-copy.ts";
import { placedMetrics } from "../identifiers/placed-metrics.ts";
import { internalsOf, trainedModelOf } from "../layers-model/layers-model-internals.ts";
import { restoreMetrics } from "../restoring/restore-metrics.ts";
import { weightedMetricsKey } from "../streaming/weighted-metrics.ts";
import { checkFitted, fitDatasetOptions, isDataset } from "./check-fit.ts";
import { CurrentBatch } from "./current-batch.ts";
import type { AnyCallback, FittedModel, ValidationData, WeighingArgs } from "./fit-args.ts";
import { FitSamples } from "./fit-samples.ts";
import { preparedBatches } from "./prepared-batches.ts";
import { runFit } from "./run-fit.ts";
import { validationArgs } from "./validation-args.ts";

// A program that only loads a model has its metrics, too. A bundle without this has not, and not all classes of metrics.
restoreMetrics();

const DEFAULT_VALIDATION_BATCH = 32;

type Replaced = "callbacks" | "validationData" | "verbose";

export interface FitDatasetArgs
  extends Omit<ModelFitDatasetArgs<TensorContainer>, Replaced>,
    WeighingArgs {
  /** What is validated at the end of each epoch. @default nothing */
  readonly validationData?: ValidationData;
  /** 0 shows nothing, 1 or `"auto"` a progress bar, 2 a line for each epoch. @default 1 */
  readonly verbose?: 0 | 1 | 2 | boolean | "auto";
  /** Callbacks and objects of hooks, in any order. */
  readonly callbacks?: AnyCallback | readonly AnyCallback[];
}

/**
 * Trains on a dataset as `model.fitDataset()` does, with a progress bar, and with an end that every callback is told of: also
 * when training fails or is interrupted by Ctrl-C, SIGTERM or SIGHUP.
 *
 * A dataset gives batches `{ xs, ys }`, or `{ xs, ys, sampleWeight }` where samples count differently: the weights, in the forms
 * that `sampleWeight` of `fit()` takes, are Keras' third element. Each batch is prepared and checked as the tensors of `fit()` are:
 * labels of rank 1 are a column, and what does not fit the model is an error. The first batch is looked at before any callback.
 *
 * With `BackupAndRestore` training goes on at the epoch that was interrupted: the order of a dataset is its own affair.
 *
 * @throws RangeError when an option is out of range
 * @throws TypeError when the dataset gives something else
 * @throws Error when the data do not fit the model; when a fit of the model runs already; when training fails or was interrupted,
 * once all callbacks have ended
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
  const owner = "fitDataset";
  const given = fitDatasetOptions(args);
  checkCopy(owner, model);
  checkFitted(owner, model);
  const { callbacks, verbose, classWeight, validationData, weightedMetrics, ...rest } = given;
  const { validationBatchSize: batchSize = DEFAULT_VALIDATION_BATCH, ...passedOn } = rest;
  const inner = trainedModelOf(model);
  const metrics = `${owner}: weightedMetrics`;
  const weighing = placedMetrics(internalsOf(inner), metrics, weightedMetrics ?? []);
  const held = await heldOf(inner, validationData, batchSize);
  const [current, validated] = [new CurrentBatch(), new CurrentBatch()];
  const batches = preparedBatches({ owner, model: inner, dataset, classWeight, current });
  try {
    return await runFit({ seed: undefined, callbacks, verbose }, (told) =>
      model.fitDataset(
        batches as never,
        {
          ...passedOn,
          ...validationArgs({ owner, model: inner, held, batchSize, current: validated }),
          [weightedMetricsKey]: weighing,
          verbose: 0,
          callbacks: told,
        } as never,
      ),
    );
  } finally {
    current.end();
    validated.end();
    if (held instanceof FitSamples) held.dispose();
  }
}

async function heldOf(
  model: object,
  given: ValidationData | undefined,
  batchSize: number,
): Promise<FitSamples | object | undefined> {
  if (given === undefined || isDataset(given)) return given;
  const [x, y, sampleWeight] = given;
  return FitSamples.of(model, {
    owner: "fitDataset: validationData",
    x,
    y,
    batchSize,
    sampleWeight,
  });
}
