import { Callback } from "@tensorflow/tfjs";
import type { EpochalCallback } from "./epochal-callback.ts";
import { resolveLogs } from "./resolve-logs.ts";

/** Runs before this package's callbacks, so that they find numbers in the logs where TensorFlow.js has tensors. */
export class LogResolver extends Callback {
  readonly #readers: readonly EpochalCallback[];

  constructor(readers: readonly EpochalCallback[]) {
    super();
    this.#readers = readers;
  }

  override async onEpochEnd(_epoch: number, logs?: Record<string, unknown>): Promise<void> {
    await resolveLogs(logs);
  }

  override async onBatchEnd(batch: number, logs?: Record<string, unknown>): Promise<void> {
    if (this.#readers.some((reader) => reader.readsBatchLogs?.(batch) === true)) {
      await resolveLogs(logs);
    }
  }
}
