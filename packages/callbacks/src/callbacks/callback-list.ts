import { type LayersModel, Tensor, type Callback as TfCallback } from "@tensorflow/tfjs";
import { type ArrangedCallbacks, arrangeCallbacks } from "../arranging/arrange-callbacks.ts";
import { batchReading } from "../arranging/batch-reading.ts";
import { checkUnclaimed } from "../arranging/claim-callbacks.ts";
import { listCallbacks } from "../arranging/list-callbacks.ts";
import { tellOfError } from "../arranging/tell-of-error.ts";
import { trainedModelOf } from "../layers-model/layers-model-internals.ts";
import type { OptionRule } from "../options/option-rule.ts";
import { optionRules } from "../options/option-rules.ts";
import { takeOptions } from "../options/take-options.ts";
import { preflight } from "../preflight/preflight.ts";
import { attachStreams } from "../streaming/attach-streams.ts";
import { ModelStreams } from "../streaming/model-streams.ts";
import { History } from "./history.ts";
import { ProgbarLogger } from "./progbar-logger.ts";

/** Values of a batch or an epoch, by key: numbers, or tensors of one number, which stay the loop's own. */
export type LoopLogs = Readonly<Record<string, unknown>>;

export interface CallbackListArgs {
  /** The model that the loop trains. It need not be compiled. */
  readonly model: LayersModel;
  /**
   * Whether a `History` is added where there is none.
   *
   * @default false
   */
  readonly addHistory?: boolean;
  /**
   * Whether a `ProgbarLogger` is added where there is none.
   *
   * @default false
   */
  readonly addProgbar?: boolean;
  /**
   * How many epochs the loop has at most.
   *
   * @default absent: unknown
   */
  readonly epochs?: number;
  /**
   * The epoch that the loop begins with, counted from 0. A backup may make it a later one.
   *
   * @default 0
   */
  readonly initialEpoch?: number;
  /**
   * How many batches an epoch has.
   *
   * @default absent: unknown
   */
  readonly steps?: number;
  /**
   * What the progress bar shows: 0 nothing, 1 a bar, 2 a line for each epoch.
   *
   * @default 1
   */
  readonly verbose?: boolean | 0 | 1 | 2;
}

const { flag, count, atLeastOne, verbose } = optionRules;
const model: OptionRule = {
  words: "a tf.LayersModel",
  Kind: TypeError,
  holds: (value) => typeof (value as { getWeights?: unknown }).getWeights === "function",
};
const rules = {
  model,
  addHistory: flag,
  addProgbar: flag,
  epochs: count,
  initialEpoch: count,
  steps: atLeastOne,
  verbose,
};

/**
 * Drives callbacks from a training loop of your own, as `fit()` drives them from its own.
 *
 * Takes callbacks of this package and of TensorFlow.js, and objects of hooks, in any order and in lists within lists. Gives
 * them the model and each other, reads tensors in the logs, lets the event loop turn, and adds to the runs they record into
 * what `fit()` adds: what the training is, what it costs, what is asked of it. Later callbacks see what a callback adds to the
 * logs of an epoch; the loop's own object stays as it is.
 *
 * The loop ends when `stopTraining` is true. When it fails, it calls `onTrainError()` in place of `onTrainEnd()`; it does so by
 * itself for an error of a callback. A value of the logs may be missing in some epochs, as where every second one is validated.
 *
 * As `CallbackList` of Keras 3.16.
 *
 * @throws TypeError when an option is unknown or of a wrong type, `model` is missing, or a callback is none or given twice
 * @throws RangeError when an option is out of range; when training begins, as the callbacks do in `fit()`
 * @throws Error when training begins and a callback belongs to a fit that is still running; when a hook is called outside of a
 * training
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 *
 * const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
 * const stopping = new EarlyStopping({ monitor: "val_loss", patience: 2 });
 * const callbacks = new CallbackList([stopping], { model, addHistory: true });
 * await callbacks.onTrainBegin();
 * for (let epoch = callbacks.initialEpoch; !callbacks.stopTraining; epoch++) {
 *   // Train on every batch here.
 *   const loss = Math.max(1 - epoch, 0);
 *   await callbacks.onEpochEnd(epoch, { loss, val_loss: loss });
 * }
 * await callbacks.onTrainEnd();
 * callbacks.history?.epoch; // [0, 1, 2, 3]
 * stopping.bestEpoch; // 1
 * ```
 */
export class CallbackList {
  /** The callbacks, those that were added among them. */
  readonly callbacks: readonly object[];
  /** The model that the callbacks see: of a `Sequential`, the one within it. */
  readonly model: LayersModel;
  /** The first `History` among the callbacks, or undefined where there is none. */
  readonly history: History | undefined;
  /** The epoch to begin with, known for sure since training began: where a backup was found, one after the last it holds. */
  initialEpoch: number;
  readonly #args: CallbackListArgs;
  /** Undefined outside of a training. */
  #arranged: ArrangedCallbacks | undefined;
  #reading: ReturnType<typeof batchReading> = () => "all";

  constructor(callbacks: unknown, args: CallbackListArgs) {
    const isExtended = new.target !== CallbackList;
    this.#args = takeOptions("CallbackList", args, rules, isExtended);
    const { addHistory = false, addProgbar = false, initialEpoch = 0 } = this.#args;
    if (this.#args.model === undefined) {
      throw new TypeError(
        "CallbackList: model must be a tf.LayersModel, the one that the loop trains. Received: nothing",
      );
    }
    const given: unknown[] = [callbacks ?? []].flat(Number.POSITIVE_INFINITY);
    const lacks = (Class: typeof History | typeof ProgbarLogger) =>
      !given.some((callback) => callback instanceof Class);
    if (addHistory && lacks(History)) given.push(new History());
    if (addProgbar && lacks(ProgbarLogger)) given.push(new ProgbarLogger());
    checkUnclaimed("CallbackList", given);
    listCallbacks("CallbackList", given, "auto");
    this.callbacks = given as object[];
    this.history = given.find((callback) => callback instanceof History);
    this.initialEpoch = initialEpoch;
    // A Sequential that was neither compiled nor asked holds no model yet.
    if (!this.#args.model.built) this.#args.model.build([]);
    this.model = trainedModelOf(this.#args.model) as LayersModel;
  }

  /** Whether a callback, or somebody else, wants the training to end. */
  get stopTraining(): boolean {
    return this.model.stopTraining;
  }

  /** Begins a training. What one of the callbacks cannot work with is an error here. */
  async onTrainBegin(logs?: LoopLogs): Promise<void> {
    const { callbacks: given, model } = this;
    const { epochs, initialEpoch = 0, steps, verbose: level = 1 } = this.#args;
    checkUnclaimed("CallbackList", given);
    const streams = ModelStreams.of(model) ?? attachStreams(model);
    const listed = listCallbacks("CallbackList", given, "auto");
    const arranged = arrangeCallbacks({ listed, streams, yieldEvery: "auto" });
    const { observers, ours, told } = arranged;
    for (const callback of ours) callback.setSiblings?.(listed);
    const params = { epochs, initialEpoch, steps, verbose: level };
    const known = Object.entries(params).filter(([, value]) => value !== undefined);
    const args = Object.fromEntries(known) as Parameters<TfCallback["setParams"]>[0];
    // The logs of a loop are unknown before they come, so only the observers of runs are asked.
    const context = { model, hasValidation: false, x: undefined, y: undefined, args };
    preflight(observers, context);
    this.initialEpoch = initialEpoch;
    for (const callback of ours) {
      this.initialEpoch =
        (await callback.prepareFit?.(model, this.initialEpoch)) ?? this.initialEpoch;
    }
    this.#arranged = arranged;
    this.#reading = batchReading(listed);
    model.stopTraining = false;
    for (const callback of [...observers, ...told]) {
      callback.setParams(args);
      callback.setModel(model);
    }
    await this.#tell(logs, (callback, seen) => callback.onTrainBegin(seen));
  }

  /** Ends the training. */
  async onTrainEnd(logs?: LoopLogs): Promise<void> {
    await this.#tell(logs, (callback, seen) => callback.onTrainEnd(seen));
    this.#arranged = undefined;
  }

  /** Ends a training that failed, in place of `onTrainEnd()`. A second call does nothing. */
  async onTrainError(error: unknown): Promise<void> {
    const { ours = [] } = this.#arranged ?? {};
    this.#arranged = undefined;
    await tellOfError(ours, error);
  }

  /** @param epoch counted from 0 */
  async onEpochBegin(epoch: number, logs?: LoopLogs): Promise<void> {
    await this.#tell(logs, (callback, seen) => callback.onEpochBegin(epoch, seen));
  }

  /** @param logs the values of the epoch, those of its validation with `val_` before their names */
  async onEpochEnd(epoch: number, logs?: LoopLogs): Promise<void> {
    await this.#tell(logs, (callback, seen) => callback.onEpochEnd(epoch, seen));
  }

  /** @param batch counted from 0 in its epoch */
  async onBatchBegin(batch: number, logs?: LoopLogs): Promise<void> {
    await this.#tell({ batch, ...logs }, (callback, seen) => callback.onBatchBegin(batch, seen));
  }

  /** @param logs the values of the batch; `size`, how many samples it has, tells the speed */
  async onBatchEnd(batch: number, logs?: LoopLogs): Promise<void> {
    const isRead = this.#reading(batch) !== "nothing";
    const tell = (callback: TfCallback, seen: Record<string, number>) =>
      callback.onBatchEnd(batch, seen);
    await this.#tell({ batch, ...logs }, tell, isRead);
  }

  /** Begins a validation that is not `model.evaluate()`'s: `SwapEMAWeights` gives the model its averages for it. */
  async onTestBegin(): Promise<void> {
    await this.#tell(undefined, async () => {});
    ModelStreams.of(this.model)?.beginTest();
  }

  /** Ends it. */
  async onTestEnd(): Promise<void> {
    ModelStreams.of(this.model)?.endTest();
  }

  async #tell(
    logs: LoopLogs | undefined,
    tell: (callback: TfCallback, seen: Record<string, number>) => Promise<void>,
    isRead: boolean = true,
  ): Promise<void> {
    if (this.#arranged === undefined) {
      throw new Error("CallbackList: there is no training. Call onTrainBegin() first");
    }
    const { observers, told } = this.#arranged;
    try {
      const seen = isRead ? await readLogs(logs) : { ...(logs as Record<string, number>) };
      for (const callback of [...observers, ...told]) {
        await tell(callback as unknown as TfCallback, seen);
      }
    } catch (error) {
      await this.onTrainError(error);
      throw error;
    }
  }
}

/** A copy of the logs of a loop, with numbers in place of tensors, which the loop keeps. */
async function readLogs(logs: LoopLogs = {}): Promise<Record<string, number>> {
  const entries = Object.entries(logs).map(async ([key, value]) => [
    key,
    value instanceof Tensor ? ((await value.data())[0] ?? Number.NaN) : value,
  ]);
  return Object.fromEntries(await Promise.all(entries));
}
