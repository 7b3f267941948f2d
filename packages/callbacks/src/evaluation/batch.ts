import type { Tensor } from "@tensorflow/tfjs";
import type { MetricInput } from "../arrays/host-array.ts";

/** A few samples on their way through a model. */
export interface Batch {
  readonly inputs: readonly Tensor[];
  /** The labels of each output. */
  readonly labels: readonly Tensor[];
  /** The weights of each output, where there are any. */
  readonly weights: readonly (MetricInput | undefined)[];
  readonly size: number;
  /** Frees its tensors. */
  dispose(): void;
}
