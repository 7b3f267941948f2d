import type {
  CustomCallbackArgs,
  data,
  History,
  ModelFitArgs,
  Tensor,
  TensorContainer,
} from "@tensorflow/tfjs";

/** Labels or features: one tensor, a list of them, or an object by the names of inputs or outputs. */
export type FitData = Tensor | readonly Tensor[] | Readonly<Record<string, Tensor>>;

/** A callback of this package, of TensorFlow.js, or an object of hooks. */
export type AnyCallback = object | CustomCallbackArgs;

type Replaced =
  | "callbacks"
  | "sampleWeight"
  | "stepsPerEpoch"
  | "validationSteps"
  | "validationData"
  | "verbose";

export interface FitArgs extends Omit<ModelFitArgs, Replaced> {
  /** What is validated at the end of each epoch. Wins over `validationSplit`. @default nothing */
  readonly validationData?: readonly [FitData, FitData] | data.Dataset<TensorContainer>;
  /** 0 shows nothing, 1 or `"auto"` a progress bar, 2 a line for each epoch. @default 1 */
  readonly verbose?: 0 | 1 | 2 | boolean | "auto";
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
