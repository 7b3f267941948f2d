/** Keras' smallest probability. */
export const LEAST_PROBABILITY = 1e-7;
/** The float32 next to 1 that Keras' arithmetic makes the largest probability. */
const MOST_PROBABILITY = Math.fround(1 - 1e-7);

/** Keeps a probability off 0 and 1, so that its logarithm is finite. */
export function clipProbability(probability: number): number {
  return Math.min(Math.max(probability, LEAST_PROBABILITY), MOST_PROBABILITY);
}
