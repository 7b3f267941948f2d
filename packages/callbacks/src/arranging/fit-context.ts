import type { LayersModel } from "@tensorflow/tfjs";

/** What is known of a `fit()` before its first batch. */
export interface FitContext {
  readonly model: LayersModel;
  readonly hasValidation: boolean;
  /** What `fit()` was given: features and labels, or a dataset alone. */
  readonly x: unknown;
  readonly y: unknown;
  /** Its options. */
  readonly args: unknown;
}
