import type { Callback, CustomCallback, LayersModel } from "@tensorflow/tfjs";
import { arrangeCallbacks } from "../arranging/arrange-callbacks.ts";
import { batchReading } from "../arranging/batch-reading.ts";
import { CallbackGroup } from "../arranging/callback-group.ts";
import { claimCallbacks } from "../arranging/claim-callbacks.ts";
import { type EpochalCallback, isEpochalCallback } from "../arranging/epochal-callback.ts";
import { listCallbacks } from "../arranging/list-callbacks.ts";
import { LogResolver } from "../arranging/log-resolver.ts";
import { tellOfError } from "../arranging/tell-of-error.ts";
import { internalsOf, type StockFitArgs } from "../layers-model/layers-model-internals.ts";
import { checkData } from "../preflight/check-data.ts";
import { preflight } from "../preflight/preflight.ts";
import { attachStreams } from "../streaming/attach-streams.ts";
import { ModelStreams } from "../streaming/model-streams.ts";
import { addWeightedMetrics, weightedMetricsIn } from "../streaming/weighted-metrics.ts";

interface FittedArgs {
  readonly model: object;
  readonly x: unknown;
  readonly y: unknown;
  readonly args: StockFitArgs;
}

/** `fit()` of TensorFlow.js, with its data. */
interface StockFit<T> {
  run(args: StockFitArgs): Promise<T>;
  /** Throws what it would throw before its first batch. Returns the fit that can begin, and how to clean up if it never does. */
  check(): Promise<{ run(args: StockFitArgs): Promise<T>; end(): void }>;
}

type CustomArgs = ConstructorParameters<typeof CustomCallback>;

/** The models that train, or whose callbacks are being prepared. */
const fitted = new WeakSet<object>();

/**
 * Runs `fit()` with its callbacks in a form TensorFlow.js understands in any order.
 *
 * Stock TensorFlow.js decides by the first element of the array what all the others are. This looks at each of them, and adds a
 * callback that lets the event loop turn.
 *
 * An error before the first batch is thrown before any callback has changed anything.
 */
export async function fitWithCallbacks<T>(given: FittedArgs, stock: StockFit<T>): Promise<T> {
  const { model } = given;
  // TensorFlow.js refuses a second fit, too, but only once the callbacks of it have changed the model that trains.
  if (fitted.has(model) || internalsOf(model).isTraining) {
    throw new Error(
      "Cannot start training because another fit() call is ongoing. Wait for its end",
    );
  }
  fitted.add(model);
  try {
    return await checkAndTrain(given, stock);
  } finally {
    fitted.delete(model);
  }
}

async function checkAndTrain<T>(given: FittedArgs, stock: StockFit<T>): Promise<T> {
  const { model, args } = given;
  const listed: unknown[] = [args?.callbacks ?? []].flat(Number.POSITIVE_INFINITY);
  if (!listed.some(isEpochalCallback) && ModelStreams.of(model) === undefined) {
    return stock.run(args);
  }
  const yieldEvery = (args?.yieldEvery ?? "auto") as CustomArgs[1];
  const callbacks = listCallbacks("fit", listed, yieldEvery);
  const release = claimCallbacks("fit", callbacks);
  try {
    return await beginAndTrain({ ...given, callbacks, yieldEvery }, stock);
  } finally {
    release();
  }
}

async function beginAndTrain<T>(
  given: Omit<ListedArgs, "streams">,
  stock: StockFit<T>,
): Promise<T> {
  const { model, args } = given;
  const { run, end } = await stock.check();
  let takeAway = () => {};
  try {
    const streams = ModelStreams.of(model) ?? attachStreams(model);
    takeAway = addWeightedMetrics(model, streams, weightedMetricsIn(args));
    return await prepareAndTrain({ ...given, streams }, run);
  } finally {
    takeAway();
    end();
  }
}

interface ListedArgs extends FittedArgs {
  readonly callbacks: readonly CustomCallback[];
  readonly yieldEvery: CustomArgs[1];
  readonly streams: ModelStreams;
}

async function prepareAndTrain<T>(
  { model, x, y, args, callbacks: listed, yieldEvery, streams }: ListedArgs,
  train: (args: StockFitArgs) => Promise<T>,
): Promise<T> {
  const arranged = arrangeCallbacks({ listed, streams, yieldEvery });
  const { ours, end } = arranged;
  const callbacks = [
    ...arranged.observers,
    ...(ours.length > 0 ? [new LogResolver(ours)] : []),
    ...arranged.told,
  ];
  const reading = batchReading(listed);
  const shifting = ours.find((callback) => callback.batchOffset !== undefined);
  const offset = () => shifting?.batchOffset?.() ?? 0;
  const group = new CallbackGroup(callbacks as unknown as Callback[], offset);
  const hasValidation = willValidate(args);
  const takeBack = introduce(ours, listed);
  try {
    preflight(ours, { model: model as LayersModel, hasValidation, x, y, args });
    await checkData(model, x, y, args);
  } catch (error) {
    takeBack();
    throw error;
  }
  let initialEpoch = args?.initialEpoch ?? 0;
  for (const callback of ours) {
    initialEpoch =
      (await callback.prepareFit?.(model as LayersModel, initialEpoch)) ?? initialEpoch;
  }
  streams.reading = (batch) => reading(batch + offset());
  try {
    return await train({
      ...args,
      ...(initialEpoch > 0 ? { initialEpoch } : {}),
      // TensorFlow.js takes "auto" for less than any level, and so for a fit without the exact values.
      ...(args?.verbose === "auto" ? { verbose: 1 } : {}),
      callbacks: [group],
    });
  } catch (error) {
    if (end.hasBegun) {
      await tellOfError(ours, error);
    }
    streams.training?.abandon();
    throw error;
  }
}

/** The siblings that each callback was given last. */
const introduced = new WeakMap<EpochalCallback, readonly object[]>();

/** Gives each callback its siblings. Returns a function that takes them back. */
function introduce(ours: readonly EpochalCallback[], listed: readonly object[]): () => void {
  const before = ours.map((callback) => introduced.get(callback) ?? []);
  const tell = (callback: EpochalCallback, siblings: readonly object[]) => {
    introduced.set(callback, siblings);
    callback.setSiblings?.(siblings);
  };
  for (const callback of ours) tell(callback, listed);
  return () => {
    for (const [i, callback] of ours.entries()) tell(callback, before[i] ?? []);
  };
}

function willValidate(args: StockFitArgs): boolean {
  const { validationData, validationSplit } = Object(args) as Record<string, unknown>;
  return validationData != null || Number(validationSplit ?? 0) > 0;
}
