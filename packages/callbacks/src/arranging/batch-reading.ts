import { CustomCallback } from "@tensorflow/tfjs";
import type { BatchReading } from "../streaming/model-streams.ts";
import { isEpochalCallback } from "./epochal-callback.ts";
import { hasHook } from "./has-hook.ts";

/** What these callbacks read in the logs of each batch. */
export function batchReading(callbacks: readonly object[]): (batch: number) => BatchReading {
  const hearing = callbacks.filter(hearsBatches);
  return (batch) => {
    let reading: BatchReading = "nothing";
    for (const callback of hearing) {
      if (isEpochalCallback(callback)) {
        if (callback.readsBatchLogs?.(batch) === true) return "all";
      } else if (callback instanceof CustomCallback) return "all";
      else reading = "unknown";
    }
    return reading;
  };
}

function hearsBatches(callback: object): boolean {
  if (callback instanceof CustomCallback) {
    // TensorFlow.js resolves all logs for each of these hooks.
    const { batchEnd, yield: onYield } = callback as unknown as Record<string, unknown>;
    return batchEnd !== undefined || onYield !== undefined;
  }
  return hasHook(callback, "onBatchEnd");
}
