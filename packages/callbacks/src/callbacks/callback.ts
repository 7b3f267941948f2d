import type { RunWriter } from "@epochal/record";
import type { LayersModel, Logs, Tensor } from "@tensorflow/tfjs";
import { callbackMarker } from "../arranging/epochal-callback.ts";
import { observeFits } from "../arranging/fit-observing.ts";
import { callersIn, otherCopyError } from "../copies/other-copy-error.ts";
import { extendLayersModel } from "../extending/extend-layers-model.ts";
import { trainedModelOf } from "../layers-model/layers-model-internals.ts";
import { LoopCallback } from "../layers-model/loop-callback.ts";
import { runObserving } from "../observing/run-observing.ts";

/**
 * Base class of this package's callbacks, and of your own.
 *
 * Works in a bare `callbacks: [...]` array beside plain objects and TensorFlow.js' own callbacks, in any order. Its hooks
 * find numbers in the logs, never tensors, and the event loop turns while it trains.
 *
 * @example
 * ```ts
 * class Epochs extends Callback {
 *   readonly seen: number[] = [];
 *   override async onEpochEnd(epoch: number) {
 *     this.seen.push(epoch);
 *   }
 * }
 * const epochs = new Epochs();
 * await epochs.onEpochEnd(0);
 * epochs.seen; // [0]
 * ```
 */
export class Callback extends LoopCallback {
  constructor() {
    super();
    extendLayersModel();
    observeFits(runObserving);
  }

  /** Called before training with all callbacks of the fit, in their order. */
  setSiblings(_callbacks: readonly object[]): void {}

  /** Called when training ended with an error, in place of `onTrainEnd`. */
  async onTrainError(_error: unknown): Promise<void> {}

  /** The run it records into: there `fit()` also records on its own what the training is, and what it costs. */
  recordsInto(): RunWriter | undefined {
    return undefined;
  }

  /** Whether `onBatchEnd` reads the logs of this batch: reading tensors from a device takes time. */
  readsBatchLogs(_batch: number): boolean {
    return this.onBatchEnd !== Callback.prototype.onBatchEnd;
  }

  /** Whether `onEpochEnd` may add values to the logs, for later callbacks to find. */
  addsLogs(): boolean {
    return this.onEpochEnd !== Callback.prototype.onEpochEnd;
  }

  /**
   * What the callback has seen, safe for JSON, for a training that goes on in another process; undefined where there is
   * nothing to remember.
   */
  getState(): unknown {
    return undefined;
  }

  /** Goes on from what `getState()` gave. Called after `onTrainBegin`. */
  setState(_state: unknown): void {}

  /** The tensors that belong to the state: they are saved beside it, and stay the callback's own. */
  getTensors(): readonly Tensor[] {
    return [];
  }

  /** Goes on with copies of the tensors that `getTensors()` gave. Called after `setState()`. */
  setTensors(_tensors: readonly Tensor[]): void {}

  /** The model that trains: of a `Sequential`, the one within it. Throws where there is none. */
  protected trainedModel(): LayersModel {
    const model = this.model as LayersModel | null;
    if (model === null) {
      throw new Error(
        `${this.constructor.name}: there is no model. Give the callback to fit(), or call setModel()`,
      );
    }
    // A Sequential that was neither compiled nor asked holds no model yet.
    if (!model.built) model.build([]);
    return trainedModelOf(model) as LayersModel;
  }

  override async onTrainBegin(_logs?: Logs): Promise<void> {}
  override async onTrainEnd(_logs?: Logs): Promise<void> {}
  override async onEpochBegin(_epoch: number, _logs?: Logs): Promise<void> {}
  override async onEpochEnd(_epoch: number, _logs?: Logs): Promise<void> {}
  override async onBatchBegin(_batch: number, _logs?: Logs): Promise<void> {}
  override async onBatchEnd(_batch: number, _logs?: Logs): Promise<void> {}
}

Object.defineProperties(Callback.prototype, {
  [callbackMarker]: { value: true },
  // TensorFlow.js asks for this hook where it takes an object for a plain one: so does a copy that never heard of this class.
  onYield: {
    get(this: Callback) {
      const { stack } = new Error();
      const name = this.constructor.name;
      throw otherCopyError(`fit() took ${name} for a plain object of hooks`, callersIn(stack)[0]);
    },
  },
});
