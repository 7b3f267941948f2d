import type { LayersModel, Tensor } from "@tensorflow/tfjs";
import type { MetricInput } from "../arrays/host-array.ts";
import type { MetricIdentifier } from "../identifiers/metric-identifier.ts";

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
   * @default the metric objects the model was compiled with
   */
  readonly metrics?: readonly MetricIdentifier[] | ByOutput<readonly MetricIdentifier[]>;
  /**
   * A weight for each sample, or for each output by its name. With a dataset they come with its batches.
   *
   * @default every weight is 1
   */
  readonly sampleWeight?: MetricInput | ByOutput<MetricInput>;
  /**
   * How many samples go through the model at once. A dataset comes in batches already.
   *
   * @default 32
   */
  readonly batchSize?: number;
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
