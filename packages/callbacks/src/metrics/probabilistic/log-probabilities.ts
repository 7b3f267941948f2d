import { clipProbability } from "./clip-probability.ts";

/**
 * The logarithms of a row's class probabilities: of logits their log-softmax, else of what is left of the probabilities
 * once they sum to 1 and are kept off 0 and 1.
 */
export function logProbabilities(
  values: ArrayLike<number>,
  start: number,
  width: number,
  fromLogits: boolean,
): Float64Array {
  const row = Float64Array.from({ length: width }, (_, i) => values[start + i] ?? Number.NaN);
  if (!fromLogits) {
    const sum = row.reduce((total, value) => total + value, 0);
    return row.map((value) => Math.log(clipProbability(value / sum)));
  }
  const highest = row.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  // One infinite logit is certain of its class.
  if (highest === Number.POSITIVE_INFINITY) {
    const certain = row.filter((value) => value === highest).length;
    return row.map((value) =>
      value === highest
        ? -Math.log(certain)
        : Number.isNaN(value)
          ? value
          : Number.NEGATIVE_INFINITY,
    );
  }
  const rest = Math.log(row.reduce((total, value) => total + Math.exp(value - highest), 0));
  return row.map((value) => value - highest - rest);
}
