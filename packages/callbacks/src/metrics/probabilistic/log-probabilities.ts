import { clipProbability } from "./clip-probability.ts";

/**
 * The logarithm of the probability of each class of a row: of logits their log-softmax, else of what is left of the
 * probabilities once they sum to 1 and are kept off 0 and 1.
 */
export function logProbabilities(
  values: ArrayLike<number>,
  start: number,
  width: number,
  fromLogits: boolean,
): (id: number) => number {
  if (fromLogits) return logSoftmax(values, start, width);
  let sum = 0;
  for (let i = start; i < start + width; i++) sum += values[i] ?? Number.NaN;
  return (id) => Math.log(clipProbability((values[start + id] ?? Number.NaN) / sum));
}

function logSoftmax(
  values: ArrayLike<number>,
  start: number,
  width: number,
): (id: number) => number {
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = start; i < start + width; i++) highest = Math.max(highest, values[i] ?? Number.NaN);
  let sum = 0;
  for (let i = start; i < start + width; i++) {
    // One infinite logit is certain of its class.
    const difference =
      values[i] === Number.POSITIVE_INFINITY ? 0 : (values[i] ?? Number.NaN) - highest;
    sum += Math.exp(difference);
  }
  const rest = Math.log(sum);
  return (id) => {
    const value = values[start + id] ?? Number.NaN;
    return (value === Number.POSITIVE_INFINITY ? 0 : value - highest) - rest;
  };
}
