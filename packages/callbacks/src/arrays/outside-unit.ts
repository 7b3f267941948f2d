/** What is to be said of predictions that are no probabilities where these are meant: the same by every metric. */
export const OUTSIDE_UNIT =
  "predictions are not all in [0, 1]; for logits give fromLogits: true or thresholds: 0, or end the model in a sigmoid or a softmax";
