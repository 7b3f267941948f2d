import type { RunWriter } from "@epochal/record";
import type { Callback, LayersModel, Logs } from "@tensorflow/tfjs";
import { LoopCallback } from "../layers-model/loop-callback.ts";
import type { EpochalCallback } from "./epochal-callback.ts";
import { hasHook } from "./has-hook.ts";

/**
 * The callbacks of a fit as one: TensorFlow.js waits for each of its callbacks before and after every batch, also for those that
 * do nothing then.
 */
export class CallbackGroup extends LoopCallback {
  readonly #all: readonly Callback[];
  readonly #ofBatchBegins: readonly Callback[];
  readonly #ofBatchEnds: readonly Callback[];
  readonly #offset: () => number;

  /** `offset` gives how many batches of the epoch were done before: callbacks get the number of a batch in its epoch. */
  constructor(callbacks: readonly Callback[], offset: () => number) {
    super();
    this.#all = callbacks;
    this.#ofBatchBegins = callbacks.filter((callback) => hasHook(callback, "onBatchBegin"));
    this.#ofBatchEnds = callbacks.filter((callback) => hasHook(callback, "onBatchEnd"));
    this.#offset = offset;
  }

  /** The first run that one of them records into. */
  recordsInto(): RunWriter | undefined {
    const runs = this.#all.map((each) => (each as object as EpochalCallback).recordsInto?.());
    return runs.find((run) => run !== undefined);
  }

  override setParams(params: Callback["params"]): void {
    for (const callback of this.#all) callback.setParams(params);
  }

  override setModel(model: LayersModel): void {
    for (const callback of this.#all) callback.setModel(model);
  }

  override async onTrainBegin(logs?: Logs): Promise<void> {
    for (const callback of this.#all) await callback.onTrainBegin(logs);
  }

  override async onTrainEnd(logs?: Logs): Promise<void> {
    for (const callback of this.#all) await callback.onTrainEnd(logs);
  }

  override async onEpochBegin(epoch: number, logs?: Logs): Promise<void> {
    for (const callback of this.#all) await callback.onEpochBegin(epoch, logs);
  }

  override async onEpochEnd(epoch: number, logs?: Logs): Promise<void> {
    for (const callback of this.#all) await callback.onEpochEnd(epoch, logs);
  }

  override async onBatchBegin(batch: number, logs?: Logs): Promise<void> {
    const number = batch + this.#offset();
    for (const callback of this.#ofBatchBegins) await callback.onBatchBegin(number, logs);
  }

  override async onBatchEnd(batch: number, logs?: Logs): Promise<void> {
    const number = batch + this.#offset();
    for (const callback of this.#ofBatchEnds) await callback.onBatchEnd(number, logs);
  }
}
