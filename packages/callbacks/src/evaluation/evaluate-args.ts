import type { LayersModel, Tensor } from "@tensorflow/tfjs";
import type { WeightsInput } from "../arrays/weight-tensors.ts";
import type { MetricsByOutput } from "../identifiers/placed-metrics.ts";

/** One thing for each output of a model, by its name. */
type ByOutput<T> = Readonly<Record<string, T>>;

export interface EvaluateArgs {
  /**
   * What to compute: metric objects, identifiers such as `"auc"`, or functions. For a model of several outputs a list
   * for each by its name, or one list for all; the keys of the result then begin with the output's name.
   *
   * A metric object is reset at first and holds the whole evaluation in the end, so its `curve()` or
   * `confidenceInterval()` can be asked for. Of one list for several outputs, copies are used.
   *
   * @default all metrics the model was compiled with, those of TensorFlow.js too
   */
  readonly metrics?: MetricsByOutput;
  /**
   * Metrics that count each sample by its weight, in the forms of `metrics`. Where a metric has the name already, the key is
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
   * How many batches of a dataset are taken.
   *
   * @default all
   */
  readonly batches?: number;
  /**
   * Whether the values come in an object by their keys; else in a list, one for each metric, in the same order.
   *
   * @default true
   */
  readonly returnDict?: boolean;
  /** Is told after each batch how many samples are done, of how many if that is known. */
  readonly onProgress?: (done: number, total: number | undefined) => void;
}

/** The model, as far as `evaluate()` needs it. */
export type EvaluatedModel = Pick<
  LayersModel,
  "predictOnBatch" | "inputNames" | "outputNames" | "built" | "build"
>;

/** A tensor for the only input or output, or one for each, in order or by name. */
export type ModelData = Tensor | readonly Tensor[] | ByOutput<Tensor>;
