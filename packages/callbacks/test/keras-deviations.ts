import type { KerasCase } from "./keras-case.ts";

/** Cases whose value in Keras 3.16 is not the value of our default, and why. */
export interface KerasDeviation {
  readonly applies: (golden: KerasCase) => boolean;
  readonly reason: string;
  /** Options with which our value is Keras' again. Absent where there are none. */
  readonly likeKeras?: object;
  /** The message where we refuse what Keras takes. */
  readonly throws?: string;
}

/** Every deviation of a metric from Keras 3.16. */
export const kerasDeviations: readonly KerasDeviation[] = [
  {
    applies: ({ metric, kwargs, updates }) => {
      const labels = updates.map(({ y_true }) => y_true).flat(3);
      return metric === "AUC" && (kwargs.curve ?? "ROC") === "ROC" && new Set(labels).size === 1;
    },
    reason: "The area under the ROC curve of one class is not defined: NaN, where Keras says 0",
  },
  {
    applies: ({ metric, kwargs }) =>
      metric === "AUC" && kwargs.num_thresholds === undefined && kwargs.thresholds === undefined,
    reason: "AUC is exact by default, where Keras approximates it with 200 thresholds",
    likeKeras: { numThresholds: 200 },
  },
  {
    applies: ({ id }) =>
      id === "BinaryCrossentropy/BinaryCrossentropyTest.test_unweighted_with_logits",
    reason: "The crossentropy of a logit is computed as it is, where Keras' numpy backend clips it",
  },
  {
    applies: ({ metric, kwargs, updates }) =>
      metric === "SparseCategoricalCrossentropy" &&
      kwargs.ignore_class !== undefined &&
      updates.every(({ sample_weight }) => sample_weight === undefined),
    reason: "Ignored samples are left out of the denominator too",
  },
  {
    applies: ({ id }) =>
      id === "SparseCategoricalAccuracy/SparseCategoricalAccuracyTest.test_reshape_matches",
    reason:
      "Labels that are not one for each row are refused: Keras reads them in the order they stand",
    throws: "yTrue must hold one class for each row of yPred. Received: shapes [2,1] and [1,2,3]",
  },
  {
    applies: ({ id }) => id === "ConcordanceCorrelation/run.ConcordanceCorrelation_axis0_2batches",
    reason:
      "With axis 0 the correlation is over all samples, where Keras averages that of each batch",
  },
  {
    applies: ({ id }) => id === "MeanIoU/run.MeanIoU_float_weights_default_int_dtype",
    reason:
      "Fractional weights count as they are, where Keras' whole-number counts cut them down to 0",
  },
  {
    applies: ({ id }) => id === "R2Score/run.R2_constant_target_perfect",
    reason: "Constant labels that are all predicted right are fully explained, as in scikit-learn",
  },
  {
    applies: ({ id }) => id === "R2Score/run.R2_large_offset_cancellation_float32",
    reason: "Sums of squares do not cancel, where Keras' float32 ones do for labels far from 0",
  },
];

export function deviationOf(golden: KerasCase): KerasDeviation | undefined {
  return kerasDeviations.find(({ applies }) => applies(golden));
}
