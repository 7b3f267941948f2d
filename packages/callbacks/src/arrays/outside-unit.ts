/** The remark of every metric on predictions that should be probabilities and are not. */
export const OUTSIDE_UNIT =
  "predictions are not all in [0, 1]; for logits give fromLogits: true or thresholds: 0, or end the model in a sigmoid or a softmax";
