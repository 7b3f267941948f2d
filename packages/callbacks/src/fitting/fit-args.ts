import type {
  CustomCallbackArgs,
  data,
  History,
  ModelFitArgs,
  Tensor,
  TensorContainer,
} from "@tensorflow/tfjs";
import type { WeightsInput } from "../arrays/weight-tensors.ts";
import type { MetricsByOutput } from "../identifiers/placed-metrics.ts";

/** Labels or features: one tensor, a list of them, or an object by the names of inputs or outputs. */
export type FitData = Tensor | readonly Tensor[] | Readonly<Record<string, Tensor>>;

/** A callback of this package, of TensorFlow.js, or an object of hooks. */
export type AnyCallback = object | CustomCallbackArgs;

/** What is validated: features, labels and, where samples count differently, their weights; or a dataset of batches of them. */
export type ValidationData =
  | readonly [FitData, FitData]
  | readonly [FitData, FitData, WeightsInput]
  | data.Dataset<TensorContainer>;

/** What `fit()` and `fitDataset()` take of weights. */
export interface WeighingArgs {
  /**
   * Metrics that count each sample by its weight, as `weighted_metrics` of Keras: objects, identifiers such as `"auc"`, or
   * functions, in a list for all outputs or in lists by the names of outputs. Their key in the logs is their name; where a metric
   * of the model has it, `weighted_` and their name.
   *
   * @default none
   */
  readonly weightedMetrics?: MetricsByOutput;
}

type Replaced =
  | "callbacks"
  | "sampleWeight"
  | "stepsPerEpoch"
  | "validationSteps"
  | "validationData"
  | "verbose";

export interface FitArgs extends Omit<ModelFitArgs, Replaced>, WeighingArgs {
  /**
   * How much each sample counts in the loss and in `weightedMetrics`: `[n]`, or `[n, steps]` for an output of steps. For several
   * outputs a list, or an object by name that may leave some out; `[n]` alone is for all. The loss is the mean over samples of
   * loss times weight, divided by their number and not by the sum of the weights, as in Keras. Times `classWeight`, where both are
   * given. Weights are taken as they are, 0 and negative ones too.
   *
   * @default every weight is 1
   */
  readonly sampleWeight?: WeightsInput;
  /** What is validated at the end of each epoch. Wins over `validationSplit`. @default nothing */
  readonly validationData?: ValidationData;
  /** 0 shows nothing, 1 or `"auto"` a progress bar, 2 a line for each epoch. @default 1 */
  readonly verbose?: 0 | 1 | 2 | boolean | "auto";
  /** Callbacks and objects of hooks, in any order. */
  readonly callbacks?: AnyCallback | readonly AnyCallback[];
  /**
   * The seed of the order of the samples: the same seed gives the same order in every program.
   *
   * @default a random one
   */
  readonly seed?: number;
}

/** A model that can be trained. */
export interface FittedModel {
  fitDataset(dataset: never, args: never): Promise<History>;
}
