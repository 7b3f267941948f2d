import type { Tensor } from "@tensorflow/tfjs";

/**
 * How much each sample of a batch counts, for each output; empty, or undefined for one, where all count the same.
 *
 * They have one rank less than the labels: `[n]` beside labels `[n, classes]`, `[n, 1]` or `[n, steps]` beside `[n, steps,
 * classes]`.
 */
export type SampleWeights = readonly (Tensor | undefined)[];

const key = Symbol.for("epochal.sampleWeights");

/**
 * Gives the samples of a batch weights, for the loss and for weighted metrics. They are noted on the labels of the first
 * output.
 */
export function noteWeights(labels: Tensor | undefined, weights: SampleWeights): void {
  if (labels === undefined || weights.length === 0) return;
  Object.defineProperty(labels, key, { value: weights, configurable: true });
}

export function weightsOf(labels: Tensor | undefined): SampleWeights {
  return (Object(labels) as Record<symbol, SampleWeights | undefined>)[key] ?? [];
}
