import type { EpochalCallback } from "./epochal-callback.ts";

/** TensorFlow.js calls no hook when training fails. The error of the training is the one to report, whatever comes here. */
export async function tellOfError(
  callbacks: readonly EpochalCallback[],
  error: unknown,
): Promise<void> {
  for (const callback of callbacks) {
    try {
      await callback.onTrainError?.(error);
    } catch {
      // The others are still to be told.
    }
  }
}
