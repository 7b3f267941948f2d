import type { LayersModel, Logs } from "@tensorflow/tfjs";
import { LoopCallback } from "../layers-model/loop-callback.ts";
import type { ModelStreams } from "../streaming/model-streams.ts";
import type { EpochalCallback } from "./epochal-callback.ts";

/** The last callback of a fit: calls the callbacks of this package once all others have been called. */
export class FitEnd extends LoopCallback {
  /** Whether a training has begun for the callbacks. */
  hasBegun = false;
  readonly #streams: ModelStreams;
  readonly #callbacks: readonly EpochalCallback[];
  readonly #hearing: readonly EpochalCallback[];

  constructor(streams: ModelStreams, callbacks: readonly EpochalCallback[]) {
    super();
    this.#streams = streams;
    this.#callbacks = callbacks;
    this.#hearing = callbacks.filter((callback) => callback.afterBatch !== undefined);
  }

  override async onTrainBegin(): Promise<void> {
    for (const callback of this.#callbacks) await callback.afterTrainBegin?.();
  }

  override setModel(model: LayersModel): void {
    super.setModel(model);
    this.hasBegun = true;
  }

  /** TensorFlow.js reads each log once more to free it. Values that nobody has read until now are not computed for that. */
  override async onBatchEnd(batch: number, logs: Logs = {}): Promise<void> {
    for (const callback of this.#hearing) await callback.afterBatch?.(batch, logs);
    this.#streams.lazyLogs?.close();
  }

  override async onEpochEnd(epoch: number, logs: Logs = {}): Promise<void> {
    for (const callback of this.#callbacks) await callback.afterEpoch?.(epoch, logs);
  }
}
