import type { EpochalCallback } from "./epochal-callback.ts";

/**
 * TensorFlow.js calls no hook when training fails. Errors of these hooks are ignored, because the error of the training is the
 * one to report.
 */
export async function tellOfError(
  callbacks: readonly EpochalCallback[],
  error: unknown,
): Promise<void> {
  for (const callback of callbacks) {
    try {
      await callback.onTrainError?.(error);
    } catch {
      // The other callbacks must still be called.
    }
  }
}
