import { type Callback, CustomCallback, type LayersModel } from "@tensorflow/tfjs";
import { attachStreams } from "./attach-streams.ts";
import { BatchOffset } from "./batch-offset.ts";
import { batchReading } from "./batch-reading.ts";
import { checkData } from "./check-data.ts";
import { type EpochalCallback, isEpochalCallback } from "./epochal-callback.ts";
import { FitEnd } from "./fit-end.ts";
import { fitObserving } from "./fit-observing.ts";
import { type FitArgs, internalsOf } from "./layers-model-internals.ts";
import { listCallbacks } from "./list-callbacks.ts";
import { LogResolver } from "./log-resolver.ts";
import { ModelStreams } from "./model-streams.ts";
import { preflight } from "./preflight.ts";

interface FittedArgs {
  readonly model: object;
  readonly x: unknown;
  readonly y: unknown;
  readonly args: FitArgs;
}

type CustomArgs = ConstructorParameters<typeof CustomCallback>;

/** The models that train, or whose callbacks are being prepared. */
const fitted = new WeakSet<object>();

/**
 * Runs `fit()` with its callbacks in a form TensorFlow.js understands in any order.
 *
 * Stock TensorFlow.js decides by the first element of the array what all the others are. Here each is looked at on its
 * own. One callback that lets the event loop turn is always among them.
 */
export async function fitWithCallbacks<T>(
  given: FittedArgs,
  train: (args: FitArgs) => Promise<T>,
): Promise<T> {
  const { model } = given;
  // TensorFlow.js refuses a second fit, too, but only once the callbacks of it have changed the model that trains.
  if (fitted.has(model) || internalsOf(model).isTraining) {
    throw new Error(
      "Cannot start training because another fit() call is ongoing. Wait for its end",
    );
  }
  fitted.add(model);
  try {
    return await prepareAndTrain(given, train);
  } finally {
    fitted.delete(model);
  }
}

async function prepareAndTrain<T>(
  { model, x, y, args }: FittedArgs,
  train: (args: FitArgs) => Promise<T>,
): Promise<T> {
  const given: unknown[] = [args?.callbacks ?? []].flat(Number.POSITIVE_INFINITY);
  const callers = given.filter(isEpochalCallback);
  const { observersOf, metered } = fitObserving();
  const observers = observersOf(callers);
  const ours = [...callers, ...observers];
  if (ours.length === 0 && ModelStreams.of(model) === undefined) {
    return train(args);
  }
  const streams = attachStreamsOnce(model);
  const yieldEvery = (args?.yieldEvery ?? "auto") as CustomArgs[1];
  const listed = listCallbacks(given, yieldEvery);
  const end = new FitEnd(streams, ours);
  const callbacks = [
    ...observers,
    ...(ours.length > 0 ? [new LogResolver(ours)] : []),
    ...listed.map(metered),
    ...(listed.some((callback) => callback instanceof CustomCallback)
      ? []
      : [new CustomCallback({}, yieldEvery)]),
    end,
  ];
  for (const callback of ours) {
    callback.setSiblings?.(listed);
  }
  const reading = batchReading(listed);
  const shifting = ours.find((callback) => callback.batchOffset !== undefined);
  const told =
    shifting === undefined ? callbacks : shifted(callbacks as unknown as Callback[], shifting);
  const hasValidation = willValidate(args);
  preflight(ours, { model: model as LayersModel, hasValidation, x, y, args });
  await checkData(model, x, y, args);
  let initialEpoch = args?.initialEpoch ?? 0;
  for (const callback of ours) {
    initialEpoch =
      (await callback.prepareFit?.(model as LayersModel, initialEpoch)) ?? initialEpoch;
  }
  streams.reading = (batch) => reading(batch + (shifting?.batchOffset?.() ?? 0));
  try {
    return await train({ ...args, ...(initialEpoch > 0 ? { initialEpoch } : {}), callbacks: told });
  } catch (error) {
    if (end.hasBegun) {
      await tellAll(ours, error);
    }
    streams.training?.abandon();
    throw error;
  }
}

function willValidate(args: FitArgs): boolean {
  const { validationData, validationSplit } = Object(args) as Record<string, unknown>;
  return validationData != null || Number(validationSplit ?? 0) > 0;
}

/** The callbacks, told of batches by their numbers in an epoch that a fit may begin in the middle of. */
function shifted(callbacks: readonly Callback[], by: EpochalCallback): readonly Callback[] {
  return callbacks.map((callback) => new BatchOffset(callback, () => by.batchOffset?.() ?? 0));
}

function attachStreamsOnce(model: object): ModelStreams {
  return ModelStreams.of(model) ?? attachStreams(model);
}

/** TensorFlow.js calls no hook when training fails. The error of the training is the one to report, whatever comes here. */
async function tellAll(callbacks: readonly EpochalCallback[], error: unknown): Promise<void> {
  for (const callback of callbacks) {
    try {
      await callback.onTrainError?.(error);
    } catch {
      // The others are still to be told.
    }
  }
}
