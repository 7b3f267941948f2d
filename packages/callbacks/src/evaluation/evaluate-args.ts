import type { LayersModel, Tensor } from "@tensorflow/tfjs";
import type { WeightsInput } from "../arrays/weight-tensors.ts";
import type { MetricsByOutput } from "../identifiers/placed-metrics.ts";

/** One thing for each output of a model, by its name. */
type ByOutput<T> = Readonly<Record<string, T>>;

export interface EvaluateArgs {
  /**
   * The metrics to compute: metric objects, identifiers such as `"auc"`, or functions. A model of several outputs takes an
   * object with a list for each output, or one list for all; the keys of the result then begin with the output's name.
   *
   * A metric object is reset first and holds the whole evaluation at the end, so you can call its `curve()` or
   * `confidenceInterval()`. If one list is for several outputs, copies are used.
   *
   * @default all metrics the model was compiled with, those of TensorFlow.js too
   */
  readonly metrics?: MetricsByOutput;
  /**
   * Metrics that count each sample by its weight, in the forms of `metrics`. If another metric has the name already, the key is
   * `weighted_` and the name.
   *
   * @default none
   */
  readonly weightedMetrics?: MetricsByOutput;
  /**
   * How much each sample counts in the loss and in `weightedMetrics`: `[n]`, or `[n, steps]` for an output of steps. For several
   * outputs a list, or an object by name that may leave some out; `[n]` alone is for all. With a dataset they come with its
   * batches.
   *
   * @default every weight is 1
   */
  readonly sampleWeight?: WeightsInput;
  /**
   * How many samples go through the model at once. A dataset comes in batches already.
   *
   * @default 32
   */
  readonly batchSize?: number;
  /**
   * How many batches of a dataset to take.
   *
   * @default all
   */
  readonly batches?: number;
  /**
   * Whether to return an object of values by their keys, or a list of values in the order of the metrics.
   *
   * @default true
   */
  readonly returnDict?: boolean;
  /** Is called after each batch with the number of samples done, and their total if it is known. */
  readonly onProgress?: (done: number, total: number | undefined) => void;
}

/** The model, as far as `evaluate()` needs it. */
export type EvaluatedModel = Pick<
  LayersModel,
  "predictOnBatch" | "inputNames" | "outputNames" | "built" | "build"
>;

/** A tensor for the only input or output, or one for each, in order or by name. */
export type ModelData = Tensor | readonly Tensor[] | ByOutput<Tensor>;
