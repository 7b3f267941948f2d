import { Callback, type LayersModel } from "@tensorflow/tfjs";
import type { ModelStreams } from "./model-streams.ts";

/** The last callback of a fit. */
export class FitEnd extends Callback {
  /** Whether the callbacks have been told of a training. */
  hasBegun = false;
  readonly #streams: ModelStreams;

  constructor(streams: ModelStreams) {
    super();
    this.#streams = streams;
  }

  override setModel(model: LayersModel): void {
    super.setModel(model);
    this.hasBegun = true;
  }

  /** TensorFlow.js reads each log once more to free it: what nobody asked for until now is not computed for that. */
  override async onBatchEnd(_batch: number, logs: object = {}): Promise<void> {
    for (const { label } of this.#streams.bound) {
      if (Object.getOwnPropertyDescriptor(logs, label)?.get !== undefined) {
        Object.defineProperty(logs, label, { value: Number.NaN });
      }
    }
  }
}
