import type { KerasCase } from "./keras-case.ts";

/** Cases whose value in Keras 3.16 is not the value of our default, and why. */
export interface KerasDeviation {
  readonly applies: (golden: KerasCase) => boolean;
  readonly reason: string;
  /** Options with which our value is Keras' again. Absent where there are none. */
  readonly likeKeras?: object;
}

/** Every deviation of a metric from Keras 3.16. */
export const kerasDeviations: readonly KerasDeviation[] = [
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
];
