import { LoopCallback } from "../layers-model/loop-callback.ts";
import type { EpochalCallback } from "./epochal-callback.ts";
import { fitObserving } from "./fit-observing.ts";
import { resolveLogs } from "./resolve-logs.ts";

/** Runs before this package's callbacks, so that they find numbers in the logs where TensorFlow.js has tensors. */
export class LogResolver extends LoopCallback {
  readonly #readers: readonly EpochalCallback[];

  constructor(readers: readonly EpochalCallback[]) {
    super();
    this.#readers = readers;
  }

  override async onEpochEnd(_epoch: number, logs?: Record<string, unknown>): Promise<void> {
    await resolveLogs(logs);
  }

  override async onBatchEnd(batch: number, logs?: Record<string, unknown>): Promise<void> {
    const readers = this.#readers.filter((reader) => reader.readsBatchLogs?.(batch) === true);
    if (readers.length === 0) return;
    const end = fitObserving().beginReading(readers);
    await resolveLogs(logs);
    end();
  }
}
