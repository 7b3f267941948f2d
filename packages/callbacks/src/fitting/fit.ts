import type { History, Tensor } from "@tensorflow/tfjs";
import { describeReceived } from "../text/describe-received.ts";
import type { FitArgs, FitData, FittedModel } from "./fit-args.ts";
import { runFit } from "./run-fit.ts";
import { isTensor, tensorBatches } from "./tensor-batches.ts";

const DEFAULT_BATCH = 32;

/**
 * Trains as `model.fit()` does, with a seed for the order of the samples, so that a training can be repeated and, with
 * `BackupAndRestore`, go on at the very batch it was interrupted at.
 *
 * Shows a progress bar unless `verbose` is 0, and tells every callback of the end, also when training fails or is interrupted
 * by Ctrl-C: then it ends after the batch that runs, with an error.
 *
 * Takes all that `model.fit()` takes: tensors, lists of them, or objects by name, validation data or a share of the samples.
 * The History it returns is that of the whole training, the part before an interruption included.
 *
 * @throws RangeError when x and y differ in length, or an option is out of range
 * @throws TypeError when x or y are no tensors
 * @throws Error when training fails or was interrupted, once all callbacks have ended
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 *
 * const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
 * model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
 * const x = tf.tensor2d([[1], [2], [3], [4]]);
 * const { epoch } = await fit(model, x, x, { epochs: 3, batchSize: 2, seed: 7, verbose: 0 });
 * epoch; // [0, 1, 2]
 * ```
 */
export async function fit(
  model: FittedModel,
  x: FitData,
  y: FitData,
  args: FitArgs = {},
): Promise<History> {
  const { seed, batchSize = DEFAULT_BATCH, shuffle = true, callbacks, verbose, ...rest } = args;
  const { validationSplit = 0, validationData, epochs = 1, ...others } = rest;
  checkFit({ x, y, batchSize, seed, validationSplit });
  const all = sizeOf(x);
  const samples = Math.floor(all * (1 - validationSplit));
  const held = validationSplit > 0 ? [sliced(x, samples, all), sliced(y, samples, all)] : undefined;
  const validation = held ?? validationData;
  try {
    return await runFit({ seed, callbacks, verbose }, (told, progress) => {
      const isShuffled = Boolean(shuffle);
      const dataset = tensorBatches({ x, y, samples, batchSize, isShuffled, progress });
      return model.fitDataset(
        dataset as never,
        {
          ...others,
          epochs,
          verbose: 0,
          ...(validation === undefined
            ? {}
            : { validationData: validation, validationBatchSize: batchSize }),
          callbacks: told,
        } as never,
      );
    });
  } finally {
    for (const part of held ?? []) disposeOf(part);
  }
}

function checkFit(args: {
  readonly x: FitData;
  readonly y: FitData;
  readonly batchSize: unknown;
  readonly seed: unknown;
  readonly validationSplit: unknown;
}): void {
  const { x, y, batchSize, seed, validationSplit } = args;
  for (const [name, given] of Object.entries({ x, y })) {
    const tensors = tensorsOf(given);
    if (tensors.length === 0 || !tensors.every(isTensor)) {
      throw new TypeError(`fit: ${name} must be tensors. Received: ${describeReceived(given)}`);
    }
  }
  const sizes = [...tensorsOf(x), ...tensorsOf(y)].map(({ shape }) => shape[0]);
  if (new Set(sizes).size > 1) {
    throw new RangeError(`fit: x and y must be of the same length. Received: ${sizes.join(", ")}`);
  }
  if (!(Number.isSafeInteger(batchSize) && Number(batchSize) > 0)) {
    throw new RangeError(
      `fit: batchSize must be a whole number above 0. Received: ${describeReceived(batchSize)}`,
    );
  }
  if (seed !== undefined && !Number.isSafeInteger(seed)) {
    throw new RangeError(`fit: seed must be a whole number. Received: ${describeReceived(seed)}`);
  }
  const split = Number(validationSplit);
  if (!(split >= 0 && split < 1)) {
    throw new RangeError(
      `fit: validationSplit must be in [0, 1). Received: ${describeReceived(validationSplit)}`,
    );
  }
}

function tensorsOf(given: FitData): readonly Tensor[] {
  if (isTensor(given)) return [given];
  return Object.values(Object(given) as Record<string, Tensor>);
}

function sizeOf(given: FitData): number {
  return tensorsOf(given)[0]?.shape[0] ?? 0;
}

function sliced(given: FitData, start: number, end: number): FitData {
  const part = (tensor: Tensor) => tensor.slice(start, end - start);
  if (isTensor(given)) return part(given);
  if (Array.isArray(given)) return given.map(part);
  return Object.fromEntries(Object.entries(given).map(([key, tensor]) => [key, part(tensor)]));
}

function disposeOf(given: FitData): void {
  for (const tensor of tensorsOf(given)) tensor.dispose();
}
