/** One run of the demo: what is particular about it. */
export interface Plan {
  readonly name: string;
  /** Why it is in the demo. Becomes the run's note. */
  readonly about: string;
  /** Units of each hidden layer; none is logistic regression. */
  readonly units: readonly number[];
  /** Share of the hidden units dropped in each step. */
  readonly dropout: number;
  /** Of Adam. */
  readonly learningRate: number;
  readonly batchSize: number;
  /** At most. */
  readonly epochs: number;
  readonly loss: "binaryCrossentropy" | "unclippedCrossentropy";
  /** Stop when this has not improved for `patience` epochs, and keep the best weights. */
  readonly stopOn?: { readonly monitor: string; readonly patience: number };
  /** Record every how many batches, besides every epoch. */
  readonly everyBatches?: number;
}
