import type { CustomCallbackArgs, History, ModelFitArgs, Tensor } from "@tensorflow/tfjs";

/** Labels or features: one tensor, a list of them, or an object by the names of inputs or outputs. */
export type FitData = Tensor | readonly Tensor[] | Readonly<Record<string, Tensor>>;

/** A callback of this package, of TensorFlow.js, or an object of hooks. */
export type AnyCallback = object | CustomCallbackArgs;

export interface FitArgs
  extends Omit<ModelFitArgs, "callbacks" | "sampleWeight" | "stepsPerEpoch" | "validationSteps"> {
  /** Callbacks and objects of hooks, in any order. */
  readonly callbacks?: AnyCallback | readonly AnyCallback[];
  /**
   * What the order of the samples is drawn with: the same seed gives the same order in every program.
   *
   * @default one that is drawn
   */
  readonly seed?: number;
}

/** A model that can be trained. */
export interface FittedModel {
  fitDataset(dataset: never, args: never): Promise<History>;
}
