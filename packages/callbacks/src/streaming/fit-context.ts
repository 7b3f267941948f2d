import type { LayersModel } from "@tensorflow/tfjs";

/** What is known of a `fit()` before its first batch. */
export interface FitContext {
  readonly model: LayersModel;
  readonly hasValidation: boolean;
}
