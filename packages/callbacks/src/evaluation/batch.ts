import type { Tensor } from "@tensorflow/tfjs";
import type { SampleWeights } from "../layers-model/sample-weights.ts";

/** A few samples on their way through a model. */
export interface Batch {
  readonly inputs: readonly Tensor[];
  /** The labels of each output. */
  readonly labels: readonly Tensor[];
  readonly weights: SampleWeights;
  readonly size: number;
  /** Frees its tensors. */
  dispose(): void;
}
