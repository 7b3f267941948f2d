import { Tensor } from "@tensorflow/tfjs";
import { LoopCallback } from "../layers-model/loop-callback.ts";
import { readsAtOnce } from "../layers-model/reads-at-once.ts";
import type { EpochalCallback } from "./epochal-callback.ts";
import { fitObserving } from "./fit-observing.ts";

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

/** Replaces each tensor in the logs, in place, by its number, and frees it. */
async function resolveLogs(logs: Record<string, unknown> = {}): Promise<void> {
  const pending: Promise<void>[] = [];
  const isNear = readsAtOnce();
  for (const key of Object.keys(logs)) {
    const tensor = logs[key];
    if (!(tensor instanceof Tensor)) continue;
    if (isNear) replace(logs, key, tensor, tensor.dataSync());
    else pending.push(tensor.data().then((values) => replace(logs, key, tensor, values)));
  }
  if (pending.length > 0) await Promise.all(pending);
}

function replace(
  logs: Record<string, unknown>,
  key: string,
  tensor: Tensor,
  values: ArrayLike<number>,
): void {
  logs[key] = values[0] ?? Number.NaN;
  tensor.dispose();
}
