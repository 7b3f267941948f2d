import type { LayersModel, Logs } from "@tensorflow/tfjs";
import { LoopCallback } from "../layers-model/loop-callback.ts";
import type { ModelStreams } from "../streaming/model-streams.ts";
import type { EpochalCallback } from "./epochal-callback.ts";

/** The last callback of a fit: tells ours when all others have been told. */
export class FitEnd extends LoopCallback {
  /** Whether the callbacks have been told of a training. */
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

  /** TensorFlow.js reads each log once more to free it: what nobody asked for until now is not computed for that. */
  override async onBatchEnd(batch: number, logs: Logs = {}): Promise<void> {
    for (const callback of this.#hearing) await callback.afterBatch?.(batch, logs);
    this.#streams.lazyLogs?.close();
  }

  override async onEpochEnd(epoch: number, logs: Logs = {}): Promise<void> {
    for (const callback of this.#callbacks) await callback.afterEpoch?.(epoch, logs);
  }
}
